/**
 * The lines of a ledger under review: what the reader proposes, as texts that a person goes over, and what
 * `budgets.accept` takes. Invariant: an amount that the reader did not take as one is never read here in another unit. Pure.
 */
import type { Input } from '#shared/contract.ts';
import type { FundEntry } from '#shared/features/funding.ts';
import type { FundingReading, LedgerRecord } from '#shared/features/funding-reading.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { fundKindOf } from '#shared/lib/funding/kind-words.ts';
import { readMoney } from '#shared/lib/funding/money.ts';
import { voucherKey } from '#shared/lib/funding/voucher-key.ts';
import { type Doubts, type Draft, newDraft, OF_NO_LINE, type ReviewRow } from '../../import/review-draft.ts';
import { stands } from '../ledger/entry-marks.ts';
import {
  EMPTY_TEXTS,
  type EntryContext,
  type EntryField,
  type EntryReading,
  type EntryTexts,
  entryTexts,
  kindText,
  readEntry,
} from '../ledger/entry-texts.ts';

export interface LedgerRow extends ReviewRow {
  texts: EntryTexts;
  /** False = a person leaves it out. */
  take: boolean;
  /** The cells as the paper has them; null = put in by hand. */
  printed: LedgerRecord['printed'] | null;
}

const EMPTY_ROW: Omit<LedgerRow, 'id'> = {
  ...OF_NO_LINE,
  texts: EMPTY_TEXTS,
  take: true,
  printed: null,
};

/** Left-out lines that somebody has to decide on: the reader doubts that they may be left out. */
export function ledgerDoubts({ warnings, skipped }: FundingReading): Doubts {
  const doubted = new Set(warnings.flatMap(({ line, severity }) => (severity === 'note' ? [] : [line])));
  return { warnings, rejected: skipped.filter(({ line }) => doubted.has(line)) };
}

/** Units other than 元: 千元, 万元, 亿元, 分. */
const OTHER_UNIT = /[千万亿]|fen|[(（:：]\s*分\s*(?:[)）]|$)/iu;

/** Says the paper anywhere that its amounts may be in another unit than 元? */
function hasLargeUnit({ columns, source }: FundingReading): boolean {
  return (
    columns.some((heading) => OTHER_UNIT.test(heading)) || (source.lines ?? []).some((line) => OTHER_UNIT.test(line))
  );
}

/** The printed amount of a line that is no entry, where it cannot be mistaken; else '' and the person types it. */
function printedAmount({ printed }: LedgerRecord, doubtful: boolean): string {
  const text = printed.amount ?? printed.income ?? printed.expense ?? '';
  return doubtful && readMoney(text).ok ? '' : text;
}

/** A printed word in the ledger's own words; what may be more than one kind stays as printed. */
function printedKind(text: string, t: Translate): string {
  const kind = fundKindOf(text);
  return kind === null ? text : kindText(t, kind);
}

export function ledgerDraft(reading: FundingReading, t: Translate): Draft<LedgerRow> {
  const { entries, warnings, source } = reading;
  const largeUnit = hasLargeUnit(reading);
  const aboutMoney = warnings.filter(({ code, severity }) => severity === 'error' && /\/(?:amount|unit)/u.test(code));
  const rows = entries.map((record, index): Partial<LedgerRow> => {
    const { entry, line, printed, needsReview } = record;
    const doubtful = largeUnit || aboutMoney.some(({ row, line: at }) => row === null || row === index || at === line);
    return {
      texts:
        entry === null
          ? {
              ...EMPTY_TEXTS,
              date: printed.date ?? '',
              kind: printedKind(printed.kind ?? '', t),
              amount: printedAmount(record, doubtful),
              source: printed.source ?? '',
              budgetYear: printed.budget_year ?? '',
              purpose: printed.purpose ?? '',
              voucher: printed.voucher ?? '',
              basis: printed.basis ?? '',
              remark: printed.remark ?? '',
            }
          : entryTexts(entry, t),
      printed,
      needsReview: needsReview || entry === null,
      sourceLine: line,
      sourceEndLine: line,
      sourceText: source.lines?.[line - 1]?.slice(0, 20_000) ?? null,
    };
  });
  return newDraft<LedgerRow>(rows, EMPTY_ROW, ledgerDoubts(reading));
}

/** What the row says now; every problem is one that stops it. */
export function readRow(row: LedgerRow, t: Translate, today: string): EntryReading {
  return readEntry(row.texts, paperContext(t, today), true);
}

/** A paper has no year in view and none of a clerk's short forms. */
export function paperContext(t: Translate, today: string): EntryContext {
  return { t, year: null, today, shorthand: false };
}

/** One or more cells of a row set; a person wrote them, so they are no longer the reader's doubt. */
export function withTexts(row: LedgerRow, texts: Partial<Record<EntryField, string>>): Partial<LedgerRow> {
  return { texts: { ...row.texts, ...texts }, needsReview: false };
}

/** What is left out needs no look any more; what is taken again does not come in unseen. */
export function withTake(take: boolean): Partial<LedgerRow> {
  return take ? { take } : { take, needsReview: false };
}

/** By row id the entry of the ledger that says the same; each entry meets one line, as `budgets.accept` has it. */
export function twinsOf(
  rows: readonly LedgerRow[],
  known: readonly FundEntry[],
  t: Translate,
  today: string,
): ReadonlyMap<number, number> {
  interface Said {
    voucher: string;
    date: string;
    amountFen: number;
    kind: string;
    source: string;
    purpose: string;
    budgetYear: number | null;
  }
  const keyOf = ({ voucher, date, amountFen, kind, source, purpose, budgetYear }: Said): string => {
    const key = voucherKey(voucher);
    return JSON.stringify(
      key === '' ? [date, amountFen, kind, source, purpose, budgetYear] : [key, date, amountFen, kind],
    );
  };
  const left = new Map<string, number[]>();
  for (const entry of known) {
    if (!stands(entry)) continue;
    const key = keyOf(entry);
    left.set(key, [...(left.get(key) ?? []), entry.id]);
  }
  const twins = new Map<number, number>();
  for (const row of rows) {
    const { entry } = readRow(row, t, today);
    if (entry === null || !row.take) continue;
    const { voucher = '', source = '', purpose = '', budgetYear = null } = entry;
    const twin = left.get(keyOf({ ...entry, voucher, source, purpose, budgetYear }))?.shift();
    if (twin !== undefined) twins.set(row.id, twin);
  }
  return twins;
}

type Accepted = Input<'budgets.accept'>['entries'];

/** The rows as `budgets.accept` takes them. Rows that cannot be read must be dealt with before. */
export function entriesToAccept(draft: Draft<LedgerRow>, t: Translate, today: string): NonNullable<Accepted> {
  return draft.rows.flatMap((row) => {
    const { entry } = readRow(row, t, today);
    return row.take && entry !== null ? [{ ...entry, sourceLine: row.sourceLine, sourceText: row.sourceText }] : [];
  });
}

/** Rows that are to be taken and cannot be. */
export function unreadableRows(draft: Draft<LedgerRow>, t: Translate, today: string): ReadonlySet<number> {
  return new Set(draft.rows.flatMap((row) => (row.take && readRow(row, t, today).entry === null ? [row.id] : [])));
}

/** Whole years that the rows are dated in. */
export function yearsOf(draft: Draft<LedgerRow>, t: Translate, today: string): number[] {
  const years = draft.rows.flatMap((row) => {
    const { date } = readRow(row, t, today).fields;
    return date === undefined ? [] : [Number(date.slice(0, 4))];
  });
  return [...new Set(years)].toSorted((one, other) => one - other);
}
