/**
 * The amount of a line: one column of money, or 收入 beside 支出. Invariant: one amount or none with the reason; two cells that say
 * different amounts are never settled here.
 */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { GridRow } from '../reading/grid.ts';
import { type AmountReading, isBlankAmount, isCut, readAmountCell } from './amounts.ts';
import type { LedgerColumn } from './columns.ts';
import { aboutRecord, type Finding } from './draft.ts';

export interface LineAmount {
  /** As printed: a return may bear a minus. */
  fen: number;
  printed: string;
  side: 'income' | 'expense' | null;
}

type Field = 'amount' | 'income' | 'expense';
type Cell = GridRow['cells'][number];

/** Reads a cell of money in its column's unit; null where it is blank. */
export function readMoneyCell(cell: Cell | undefined, column: LedgerColumn): AmountReading | null {
  if (!cell || cell.state !== 'printed' || isBlankAmount(cell.text)) return null;
  if (column.unit === 'unknown') return { ok: false, rule: 'form' };
  return readAmountCell(cell, column.unit);
}

/** Amounts at or above this (fen; a hundred million yuan) in a column of a larger unit are likely yuan. */
const LARGE_IN_LARGER_UNITS = 10_000_000_000;

const isMoney = (column: LedgerColumn | undefined): boolean =>
  column?.field === 'amount' ||
  column?.field === 'income' ||
  column?.field === 'expense' ||
  column?.field === 'balance';

/** The amount of a line, or null with findings. */
export function amountOf(
  row: GridRow,
  columns: readonly LedgerColumn[],
  record: LedgerRecord,
): { amount: LineAmount | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const found: { field: Field; column: LedgerColumn; text: string; fen: number }[] = [];
  let broken = false;
  let merged = false;
  for (const [index, column] of columns.entries()) {
    const { field } = column;
    if (field !== 'amount' && field !== 'income' && field !== 'expense') continue;
    const cell = row.cells[index];
    if (cell?.state === 'covered' && cell.text.trim() !== '') merged = true;
    const reading = readMoneyCell(cell, column);
    if (reading === null || cell === undefined) continue;
    const text = cell.text.trim();
    const params = { column: column.printed, text };
    if (!reading.ok) {
      broken = true;
      findings.push(aboutRecord(record, `ledger/amount_${reading.rule}`, params, 'error'));
      continue;
    }
    if (isCut(text, row.cells[index + 1]?.text ?? '', isMoney(columns[index + 1]))) {
      broken = true;
      findings.push(aboutRecord(record, 'ledger/amount_cut', params, 'error'));
      continue;
    }
    // An exported book prints 0.00 on the side that is empty.
    if (reading.fen === 0 && field !== 'amount') continue;
    if (reading.hidden)
      findings.push(aboutRecord(record, 'ledger/amount_kept', { ...params, kept: cell.number ?? '' }));
    if (reading.ownUnit) findings.push(aboutRecord(record, 'ledger/amount_own_unit', params));
    if (column.unit !== 'yuan' && column.unit !== 'fen' && Math.abs(reading.fen) >= LARGE_IN_LARGER_UNITS)
      findings.push(aboutRecord(record, 'ledger/amount_large', { ...params, amount: moneyText(reading.fen) }));
    found.push({ field, column, text, fen: reading.fen });
  }
  if (broken) return { amount: null, findings };
  const [first, ...others] = found;
  if (!first) {
    const blank = { column: columns.find(({ field }) => field === 'amount')?.printed ?? '', text: '' };
    findings.push(aboutRecord(record, merged ? 'ledger/amount_merged' : 'ledger/amount_empty', blank, 'error'));
    return { amount: null, findings };
  }
  const two = others.find(({ field, fen }) => fen !== first.fen || (field !== 'amount' && first.field !== 'amount'));
  if (two) {
    findings.push(aboutRecord(record, 'ledger/amount_twice', { first: first.text, second: two.text }, 'error'));
    return { amount: null, findings };
  }
  if (first.fen === 0) {
    findings.push(
      aboutRecord(record, 'ledger/amount_zero', { column: first.column.printed, text: first.text }, 'error'),
    );
    return { amount: null, findings };
  }
  const sided = found.find(({ field }) => field !== 'amount');
  const side = sided?.field === 'income' || sided?.field === 'expense' ? sided.field : null;
  return { amount: { fen: first.fen, printed: first.text, side }, findings };
}
