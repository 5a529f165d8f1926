/** The year's money as cells: two index scans, less the vouchers keyed twice. Sums come as text, since SQLite adds 64 bits and a number holds 53. */
import { AppError } from '#shared/errors.ts';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import type { SummedCell } from '#shared/lib/funding/figures.ts';
import { z } from '#shared/lib/zod.ts';
import { all, numbers, type ReadDb } from '../db/sql.ts';
import { STANDING } from './standing.ts';
import { repeatedEntries } from './twins.ts';

const Row = z
  .object({
    kind: FundKind,
    source_kind: FundSource.nullable(),
    entry_year: z.int(),
    budget_year: z.int().nullable(),
    entry_month: z.int(),
    sum: z.string(),
    entries: z.int(),
  })
  .transform(
    (row): MonthCell => ({
      kind: row.kind,
      sourceKind: row.source_kind,
      entryYear: row.entry_year,
      budgetYear: row.budget_year,
      month: row.entry_month,
      sum: BigInt(row.sum),
      entries: row.entries,
    }),
  );

/** A cell within one month of the voucher's date. */
export interface MonthCell extends SummedCell {
  month: number;
}

const SELECT =
  'SELECT kind, source_kind, entry_year, budget_year, entry_month, CAST(sum(amount) AS TEXT) AS sum, count(*) AS entries';
const GROUP = 'GROUP BY kind, source_kind, entry_year, budget_year, entry_month';

export interface YearMoney {
  /** What counts: without the vouchers keyed twice. */
  cells: MonthCell[];
  /** Everything that stands. */
  standing: MonthCell[];
  /** Entries of the year that do not count because another one says the same. */
  repeated: number[];
}

/** All that is dated in the year or of its budget and stands. */
export function standingCells(db: ReadDb, year: number): MonthCell[] {
  const otherYears = (sign: '<' | '>'): MonthCell[] =>
    all(
      db,
      Row,
      `${SELECT} FROM fund_entry INDEXED BY fund_entry_budget
       WHERE budget_year = ? AND entry_year ${sign} ? AND ${STANDING} ${GROUP}`,
      year,
      year,
    );
  const inYear = all(
    db,
    Row,
    `${SELECT} FROM fund_entry INDEXED BY fund_entry_year WHERE entry_year = ? AND ${STANDING} ${GROUP}`,
    year,
  );
  return [...inYear, ...otherYears('<'), ...otherYears('>')];
}

/** The year's money, less the vouchers keyed twice. */
export function moneyOf(db: ReadDb, year: number): YearMoney {
  const standing = standingCells(db, year);
  const years = [...new Set([year, ...standing.map(({ entryYear }) => entryYear)])];
  const repeatedAnywhere = JSON.stringify(repeatedEntries(db, years));
  const among = 'id IN (SELECT value FROM json_each(?)) AND (entry_year = ? OR budget_year = ?)';
  const less = all(db, Row, `${SELECT} FROM fund_entry WHERE ${among} ${GROUP}`, repeatedAnywhere, year, year);
  return {
    standing,
    cells: [...standing, ...less.map((cell) => ({ ...cell, sum: -cell.sum, entries: -cell.entries }))],
    repeated: numbers(db, `SELECT id FROM fund_entry WHERE ${among} ORDER BY id`, repeatedAnywhere, year, year),
  };
}

/** Fen as a number. @throws AppError budgets/too_large: a sum that a number cannot hold exactly is not shown as another one */
export function fenOf(sum: bigint): number {
  const fen = Number(sum);
  if (!Number.isSafeInteger(fen)) throw new AppError('budgets/too_large');
  return fen;
}
