/**
 * The sums that a ledger prints, beside those of their lines. A sum is compared, never entered. Which lines it covers follows from
 * its words, and where they are silent, from what agrees; where nothing tells, that is told.
 */
import type { LedgerField, PrintedTotal } from '#shared/features/funding-reading.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { aboutLine, type Finding } from './draft.ts';
import { isMonthly, type TotalScope, totalScope, totalSide } from './line-kinds.ts';

/** What a line adds to a column; null where its amount could not be read. */
export interface Summand {
  field: LedgerField;
  /** Place of its column where several columns hold the same money (一季度拨款, 二季度拨款); null where the field alone says it. */
  column: number | null;
  fen: number | null;
  /** Side by the kind of the entry, for sums of one side in a single column. */
  side: 'income' | 'expense' | null;
  /** The amount with the sign that its kind gives it: returns lower. */
  netFen: number | null;
  /** An opening balance: no entry, but it may be counted in. */
  opening: boolean;
  /** Year and month of its day, for sums of a month; null where the day is not known. */
  month: string | null;
}

const MONEY: readonly LedgerField[] = ['amount', 'income', 'expense', 'carried', 'budgeted', 'paid'];

function sum(lines: readonly Summand[], of: (line: Summand) => number | null): number | null {
  let total = 0;
  for (const line of lines) {
    const fen = of(line);
    if (fen === null) return null;
    total += fen;
  }
  return Number.isSafeInteger(total) ? total : null;
}

interface Wanted {
  scope: TotalScope;
  field: LedgerField;
  column: number | null;
  /** Fen. */
  stated: number;
  side: 'income' | 'expense' | null;
  /** A sum of the last line's month. */
  monthly: boolean;
}

interface Fit {
  sum: number | null;
  /** The lines since the last sum, not all. */
  block: boolean;
}

export class Totals {
  readonly totals: PrintedTotal[] = [];
  readonly findings: Finding[] = [];
  readonly #all: Summand[] = [];
  #block: Summand[] = [];
  /** Whether a sum without words of its scope came before. */
  #opened = false;

  add(lines: readonly Summand[]): void {
    this.#all.push(...lines);
    this.#block.push(...lines);
  }

  /** Takes the sums that a line prints. `stated` in fen; null where a cell could not be read. */
  total(
    line: number,
    label: string,
    stated: readonly { field: LedgerField; column: number | null; fen: number | null; text: string }[],
  ): void {
    const scope = totalScope(label) ?? 'open';
    let closes = scope === 'block';
    for (const { field, column, fen, text } of stated) {
      if (!MONEY.includes(field)) continue;
      if (fen === null) {
        this.findings.push(aboutLine(line, 'ledger/total_unreadable', { label, text }, 'doubt'));
        continue;
      }
      const fit = this.#fit({ scope, field, column, stated: fen, side: totalSide(label), monthly: isMonthly(label) });
      closes ||= fit.block;
      this.totals.push({
        line,
        label,
        field,
        statedFen: fen,
        sumFen: fit.sum,
        agrees: fit.sum === null ? null : fit.sum === fen,
      });
      if (fit.sum === null)
        this.findings.push(aboutLine(line, 'ledger/total_unclear', { label, stated: moneyText(fen) }, 'doubt'));
      else if (fit.sum !== fen) {
        const params = { label, stated: moneyText(fen), sum: moneyText(fit.sum) };
        this.findings.push(aboutLine(line, 'ledger/total_differs', params, 'doubt'));
      }
    }
    if (scope === 'open') this.#opened = true;
    if (closes) this.#block = [];
  }

  #fit({ scope, field, column, stated, side, monthly }: Wanted): Fit {
    const candidates: Fit[] = [];
    const month = monthly ? (this.#all.at(-1)?.month ?? null) : null;
    for (const block of scope === 'whole' ? [false] : scope === 'block' ? [true] : [false, true]) {
      const lines = (block ? this.#block : this.#all).filter(
        (line) => line.field === field && line.column === column && (month === null || line.month === month),
      );
      const of = field === 'amount' && side !== null ? lines.filter((line) => line.side === side) : lines;
      const entered = of.filter(({ opening }) => !opening);
      candidates.push(
        { sum: sum(entered, ({ fen }) => fen), block },
        { sum: sum(entered, ({ netFen }) => netFen), block },
        { sum: sum(of, ({ fen }) => fen), block },
      );
    }
    const fits = candidates.find((one) => one.sum === stated);
    if (fits) return fits;
    // After an earlier sum without a scope nobody can say whether this one goes on from there.
    if (scope === 'open' && this.#opened) return { sum: null, block: false };
    return candidates[0] ?? { sum: null, block: false };
  }
}
