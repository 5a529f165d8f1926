/**
 * Which money makes which figure of a year (domain C3, C4), as one rule over cells: sums of entries that share kind, giver, year of date and
 * year of budget. Views, lists behind a figure and papers all ask here, so they cannot disagree. Fen are added as whole numbers without
 * limit; the order of entries cannot matter, since only sums come in.
 */
import type { Figure, FundKind, FundSource } from '../../features/funding.ts';

export interface Cell {
  kind: FundKind;
  sourceKind: FundSource | null;
  /** Year of the voucher's date. */
  entryYear: number;
  budgetYear: number | null;
}

export interface SummedCell extends Cell {
  /** Fen. */
  sum: bigint;
  entries: number;
}

/** Figures that are sums of cells; `duplicates` is a list of entries. */
export type SummedFigure = Exclude<Figure, 'duplicates'>;

const PUBLIC: readonly (FundSource | null)[] = ['subdistrict', 'higher'];

/** Paid in (1), taken back (−1), or no payment (0). */
function payment(kind: FundKind): 1 | -1 | 0 {
  if (kind === 'payment') return 1;
  return kind === 'payment_return' ? -1 : 0;
}

/** Dated in the year and not of another year's budget: what came for the year before its end. */
function inYear(cell: Cell, year: number): boolean {
  return cell.entryYear === year && (cell.budgetYear === null || cell.budgetYear === year);
}

/** What a cell adds to a figure of the year: 1, −1 or nothing. `counted` = whose money the rule counts. */
export function share(figure: SummedFigure, cell: Cell, year: number, counted: readonly FundSource[]): 1 | -1 | 0 {
  const { kind, sourceKind, entryYear, budgetYear } = cell;
  const isCounted = sourceKind !== null && counted.includes(sourceKind);
  switch (figure) {
    case 'budget':
      return kind === 'approval' && isCounted && budgetYear === year ? 1 : 0;
    case 'paid':
      return isCounted && inYear(cell, year) ? payment(kind) : 0;
    case 'byBudgetYear':
      return isCounted && budgetYear === year ? payment(kind) : 0;
    case 'public':
      return PUBLIC.includes(sourceKind) && inYear(cell, year) ? payment(kind) : 0;
    case 'all':
      if (!inYear(cell, year)) return 0;
      return kind === 'donation' || kind === 'fee' ? 1 : payment(kind);
    case 'spending':
      if (entryYear !== year) return 0;
      if (kind === 'expense') return 1;
      return kind === 'expense_return' ? -1 : 0;
    case 'carryOver':
      return kind === 'carry_over' && (budgetYear ?? entryYear) === year ? 1 : 0;
    case 'inKind':
      return kind === 'in_kind' && entryYear === year ? 1 : 0;
    case 'late':
      return isCounted && budgetYear === year && entryYear > year ? payment(kind) : 0;
    case 'formerYears':
      return isCounted && entryYear === year && budgetYear !== null && budgetYear !== year ? payment(kind) : 0;
  }
}

/** Sum of a figure in fen, and of how many entries. */
export function figureOf(
  figure: SummedFigure,
  cells: readonly SummedCell[],
  year: number,
  counted: readonly FundSource[],
): { sum: bigint; entries: number } {
  let sum = 0n;
  let entries = 0;
  for (const cell of cells) {
    const sign = share(figure, cell, year, counted);
    if (sign === 0) continue;
    sum += BigInt(sign) * cell.sum;
    entries += cell.entries;
  }
  return { sum, entries };
}

/** Numerator × 100 ÷ denominator in per cent, cut to two decimals, e.g. 75.00; null where there is nothing to divide by. */
export function percentText(numerator: bigint, denominator: bigint): string | null {
  if (denominator <= 0n) return null;
  const scaled = (numerator * 10_000n) / denominator;
  const size = scaled < 0n ? -scaled : scaled;
  return `${scaled < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`;
}
