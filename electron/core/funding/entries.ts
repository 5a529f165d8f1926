/** The ledger read: one entry, and lists by one condition that serves rows, count and sums. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { FundKind, type FundEntry, type FundSource } from '#shared/features/funding.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import { share, type SummedCell, type SummedFigure } from '#shared/lib/funding/figures.ts';
import { z } from '#shared/lib/zod.ts';
import type { ReadContext } from '../context.ts';
import { all, numbers, type ReadDb, type SqlValue } from '../db/sql.ts';
import { fundEntryEntity, type FundEntryImage } from '../entities/funding.ts';
import { isClosed } from './locks.ts';
import { ruleFor } from './rules.ts';
import { STANDING } from './standing.ts';
import { moneyOf, standingCells, type YearMoney } from './sums.ts';
import { countsInstead } from './twins.ts';

type Filter = ParsedInput<'budgets.entries'>['filter'];

function entryOf(db: ReadDb, image: FundEntryImage): FundEntry {
  const entryYear = Number(image.entry_date.slice(0, 4));
  return {
    id: image.id,
    uid: image.uid,
    date: image.entry_date,
    budgetYear: image.budget_year,
    kind: image.kind,
    source: image.source,
    sourceKind: image.source_kind,
    purpose: image.purpose,
    amountFen: image.amount,
    voucher: image.voucher,
    basis: image.basis,
    documentId: image.document_id,
    activityId: image.activity_id,
    planRowId: image.plan_row_id,
    remark: image.remark,
    files: image.files.map(({ document_id: documentId, page_count: pageCount, format, ...file }) => ({
      ...file,
      documentId,
      pageCount,
      format: format === null ? null : ObjectFormat.parse(format),
    })),
    reversesId: image.reverses_id,
    reversedById: image.reversed_by_id,
    reversalReason: image.reversal_reason,
    duplicateOf: countsInstead(db, image),
    closed: isClosed(db, entryYear) || (image.budget_year !== null && isClosed(db, image.budget_year)),
    sourceLine: image.source_line,
    sourceText: image.source_text,
    version: image.version,
  };
}

/** @throws AppError record/not_found */
export function entrySeen(db: ReadDb, id: number): FundEntry {
  const image = fundEntryEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  return entryOf(db, image);
}

/** What the headline rule of a year counts; without a rule the subdistrict's own money. */
export function countedSources(db: ReadDb, year: number): readonly FundSource[] {
  return ruleFor(db, year, 'floor')?.countedSources ?? ['subdistrict'];
}

/** Dated in a year or of its budget: what is dated elsewhere is few, so the rest can be walked by date. */
const OF_YEAR = `(e.entry_date BETWEEN ? AND ? OR e.id IN (
  SELECT id FROM fund_entry INDEXED BY fund_entry_other_year
  WHERE budget_year = ? AND budget_year <> entry_year AND withdrawn = 0))`;

function ofYear(year: number): SqlValue[] {
  return [`${year}-01-01`, `${year}-12-31`, year];
}

interface Condition {
  where: string;
  values: SqlValue[];
}

/** The cells that make a figure of a year, each once with what counts of it. */
function cellsBehind(db: ReadDb, year: number, figure: SummedFigure, money: YearMoney): SummedCell[] {
  const counted = countedSources(db, year);
  return money.cells.filter((cell) => share(figure, cell, year, counted) !== 0);
}

/** The entries behind a figure: those of the cells that make it, without the ones that do not count. */
function behindFigure(db: ReadDb, year: number, figure: NonNullable<Filter['figure']>, money: YearMoney): Condition {
  const repeated = JSON.stringify(money.repeated);
  if (figure === 'duplicates') return { where: 'e.id IN (SELECT value FROM json_each(?))', values: [repeated] };
  const cells = cellsBehind(db, year, figure, money);
  const keys = new Map(
    cells.map(({ kind, sourceKind, entryYear, budgetYear }) => {
      const key = [entryYear, kind, sourceKind, budgetYear] as const;
      return [key.join('/'), key];
    }),
  );
  if (keys.size === 0) return { where: '0', values: [] };
  const ofCell = `SELECT id FROM fund_entry INDEXED BY fund_entry_year
    WHERE entry_year = ? AND kind = ? AND source_kind IS ? AND budget_year IS ? AND ${STANDING}`;
  return {
    where: `e.id IN (${[...keys].map(() => ofCell).join(' UNION ALL ')}) AND e.id NOT IN (SELECT value FROM json_each(?))`,
    values: [...[...keys.values()].flat(), repeated],
  };
}

/** SQL condition over `e` with its values. Names are fixed; only values vary. */
function condition(db: ReadDb, filter: Filter, money: YearMoney | null): Condition {
  const parts = ['e.withdrawn = 0'];
  const values: SqlValue[] = [];
  const add = (part: string, ...given: SqlValue[]): void => {
    parts.push(part);
    values.push(...given);
  };
  if (!filter.withReversed) add('e.reverses_id IS NULL AND e.reversed_by_id IS NULL');
  if (filter.year !== undefined && filter.figure !== undefined && money !== null) {
    const behind = behindFigure(db, filter.year, filter.figure, money);
    add(behind.where, ...behind.values);
  } else if (filter.year !== undefined) add(OF_YEAR, ...ofYear(filter.year));
  if (filter.month !== undefined) add('substr(e.entry_date, 6, 2) = ?', String(filter.month).padStart(2, '0'));
  if (filter.kinds !== undefined) add('e.kind IN (SELECT value FROM json_each(?))', JSON.stringify(filter.kinds));
  if (filter.sourceKinds !== undefined) {
    const known = filter.sourceKinds.filter((kind) => kind !== null);
    add(
      `(e.source_kind IN (SELECT value FROM json_each(?))${filter.sourceKinds.includes(null) ? ' OR e.source_kind IS NULL' : ''})`,
      JSON.stringify(known),
    );
  }
  if (filter.activityId !== undefined) add('e.activity_id = ?', filter.activityId);
  if (filter.planRowId !== undefined) add('e.plan_row_id = ?', filter.planRowId);
  if (filter.documentId !== undefined) add('e.document_id = ?', filter.documentId);
  if (filter.text !== undefined && filter.text !== '') {
    const columns = ['e.source', 'e.purpose', 'e.voucher', 'e.basis', 'e.remark'];
    add(
      `(${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')})`,
      ...columns.map(() => filter.text ?? ''),
    );
  }
  if (filter.ids !== undefined) add('e.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  return { where: parts.join(' AND '), values };
}

const Sum = z.object({ kind: FundKind, sum: z.string(), entries: z.int() });

/** The cells that know the sums already, where a year or one of its figures is asked for and nothing narrower. */
function wholeCells(db: ReadDb, filter: Filter, money: YearMoney | null): SummedCell[] | null {
  const { year, figure, withReversed, text, ...narrower } = filter;
  if (year === undefined || withReversed || (text ?? '') !== '' || figure === 'duplicates') return null;
  if (Object.values(narrower).some((given) => given !== undefined)) return null;
  return figure === undefined || money === null ? standingCells(db, year) : cellsBehind(db, year, figure, money);
}

function sumsOf(cells: readonly SummedCell[]): z.infer<typeof Sum>[] {
  return FundKind.options.flatMap((kind) => {
    const own = cells.filter((cell) => cell.kind === kind);
    const entries = own.reduce((count, cell) => count + cell.entries, 0);
    return entries === 0 ? [] : [{ kind, sum: String(own.reduce((sum, cell) => sum + cell.sum, 0n)), entries }];
  });
}

/** Entries of one page with count and sums of all that the filter lets through. */
export function listEntries(
  { db }: Pick<ReadContext, 'db'>,
  { filter, descending, offset, limit }: ParsedInput<'budgets.entries'>,
): Output<'budgets.entries'> {
  // Read once: the list behind a figure and its sums ask the same cells.
  const money = filter.year !== undefined && filter.figure !== undefined ? moneyOf(db, filter.year) : null;
  const { where, values } = condition(db, filter, money);
  const direction = descending ? 'DESC' : 'ASC';
  const ids = numbers(
    db,
    `SELECT e.id FROM fund_entry e WHERE ${where} ORDER BY e.entry_date ${direction}, e.id ${direction} LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  const cells = wholeCells(db, filter, money);
  const sums = cells
    ? sumsOf(cells)
    : all(
        db,
        Sum,
        `SELECT e.kind, CAST(sum(e.amount) AS TEXT) AS sum, count(*) AS entries FROM fund_entry e WHERE ${where} GROUP BY e.kind`,
        ...values,
      );
  return {
    total: sums.reduce((total, { entries }) => total + entries, 0),
    rows: ids.map((id) => entrySeen(db, id)),
    sums: Object.fromEntries(sums.map(({ kind, sum }) => [kind, sum])),
  };
}
