/**
 * What a line of a wide table must satisfy: parts and their sum, 结余, 未到账, rates. Invariant: whole fen alone; a check holds where one usual
 * way to reckon it gives what is printed, and what does not hold marks every entry of the line for review.
 */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { GridRow } from '../reading/grid.ts';
import { isBlankAmount } from './amounts.ts';
import { quotientHolds } from './bulletin-checks.ts';
import { aboutLine, type Finding } from './draft.ts';
import { readMoneyCell } from './line-amount.ts';
import { isSum, type WideColumn } from './wide-columns.ts';
import type { WideMoney } from './wide-headings.ts';

/** An amount of a line. */
export interface LineMoney {
  column: WideColumn;
  of: WideMoney;
  record: LedgerRecord;
  /** null = it could not be read. */
  fen: number | null;
}

/** 75.00 of a hundred, or 0.75 of one as spreadsheets keep it. */
function rateHolds(over: number, under: number, printed: string): boolean {
  return (
    quotientHolds(over, under, printed, 100) || (printed.startsWith('0.') && quotientHolds(over, under, printed, 1))
  );
}

/** Fen of one kind of money in a line; null where an amount of it could not be read. */
function sumOf(found: readonly LineMoney[], of: WideMoney | null): number | null {
  let sum = 0;
  for (const one of found) {
    if (one.of !== of) continue;
    if (one.fen === null) return null;
    sum += one.fen;
  }
  return sum;
}

type Differs = (about: readonly LineMoney[], column: WideColumn, stated: string, sum: string) => void;

/** 全年 against its parts. */
function compareSums(
  row: GridRow,
  columns: readonly WideColumn[],
  found: readonly LineMoney[],
  differs: Differs,
): void {
  for (const [index, column] of columns.entries()) {
    const { wide } = column;
    if (wide?.role !== 'money' || !isSum(columns, wide)) continue;
    const stated = readMoneyCell(row.cells[index], column);
    const parts = found.filter(({ of }) => of === wide.of);
    const sum = sumOf(parts, wide.of);
    if (stated === null || sum === null || (stated.ok && stated.fen === sum)) continue;
    differs(parts, column, row.cells[index]?.text.trim() ?? '', moneyText(sum));
  }
}

/** What a line disagrees with itself about. */
export function lineChecks(row: GridRow, columns: readonly WideColumn[], found: readonly LineMoney[]): Finding[] {
  const findings: Finding[] = [];
  const differs: Differs = (about, { printed }, stated, sum) => {
    for (const { record } of about) record.needsReview = true;
    findings.push(aboutLine(row.line, 'ledger/wide_differs', { column: printed, stated, sum }, 'doubt'));
  };
  compareSums(row, columns, found, differs);
  const carried = sumOf(found, 'carried');
  const budgeted = sumOf(found, 'budgeted');
  const paid = sumOf(found, 'paid');
  const spent = sumOf(found, 'expense');
  if (carried === null || budgeted === null || paid === null || spent === null) return findings;
  const hasPaid = columns.some(({ wide }) => wide?.role === 'money' && wide.of === 'paid');
  for (const [index, column] of columns.entries()) {
    const check = column.wide?.check ?? null;
    const cell = row.cells[index];
    if (check === null || cell?.state !== 'printed' || isBlankAmount(cell.text)) continue;
    if (check === 'unpaid' || check === 'left') {
      const stated = readMoneyCell(cell, column);
      const lefts = [carried + paid - spent, paid - spent, carried + budgeted - spent, budgeted - spent];
      const sums = check === 'unpaid' ? [budgeted - paid] : lefts;
      if (stated?.ok && sums.includes(stated.fen)) continue;
      differs(found, column, cell.text.trim(), moneyText(sums[hasPaid ? 0 : 2] ?? 0));
      continue;
    }
    const digits = /^(\d+(?:\.\d+)?)%?$/u.exec(withoutSpace(canonical(cell.text)))?.[1];
    const over = check === 'paidRate' ? paid : spent;
    const under = check === 'paidRate' ? [budgeted] : [paid, budgeted, carried + paid, carried + budgeted];
    const holds = digits !== undefined && under.some((one) => one > 0 && over >= 0 && rateHolds(over, one, digits));
    if (!holds) differs(found, column, cell.text.trim(), `${moneyText(over)} / ${moneyText(under[0] ?? 0)}`);
  }
  return findings;
}
