/** What a person should know before an entry is made; none of it stops them. */
import type { NewFundEntry } from '#shared/features/funding.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { voucherKey } from '#shared/lib/funding/voucher-key.ts';
import { useAsked } from '../../../app/api.ts';
import { stands, yearOf } from './entry-marks.ts';
import { kindText } from './entry-texts.ts';

/** Sentences on what is typed so far; `inView` = the year of the list. */
export function entryNotes(t: Translate, fields: Partial<NewFundEntry>, inView: number): string[] {
  const { date, kind, amountFen, budgetYear, source, sourceKind } = fields;
  const notes: string[] = [];
  if (kind !== undefined && amountFen !== undefined && amountFen < 0) {
    notes.push(t('ledgerScreen.entry.red', { kind: kindText(t, kind) }));
  }
  if (date !== undefined && budgetYear === null) notes.push(t('ledgerScreen.entry.noYear'));
  if (date !== undefined && typeof budgetYear === 'number' && budgetYear !== yearOf(date)) {
    notes.push(t('ledgerScreen.entry.otherYear', { dateYear: yearOf(date), budgetYear }));
  }
  if (date !== undefined && budgetYear !== undefined && yearOf(date) !== inView && budgetYear !== inView) {
    notes.push(t('ledgerScreen.entry.outside', { year: inView }));
  }
  if (kind !== undefined && source !== undefined && source !== '') {
    const giver = sourceKind === undefined ? sourceKindOf(source, kind) : sourceKind;
    if (giver === null) notes.push(t('ledgerScreen.entry.unclear'));
  }
  return notes;
}

/** Ids of the entries that stand and have this voucher, date and amount already; `except` is the one being corrected. */
export function useTwins({ date, voucher, amountFen }: Partial<NewFundEntry>, except: number | null = null): number[] {
  const key = voucherKey(voucher ?? '');
  const enabled = date !== undefined && amountFen !== undefined && key !== '';
  const filter =
    date === undefined
      ? { withReversed: false }
      : { year: yearOf(date), month: Number(date.slice(5, 7)), withReversed: false };
  const found = useAsked('budgets.entries', { filter, limit: 50_000 }, { enabled }).data;
  if (!enabled || found === undefined) return [];
  return found.rows
    .filter((entry) => entry.id !== except && stands(entry) && entry.date === date && entry.amountFen === amountFen)
    .filter((entry) => voucherKey(entry.voucher) === key)
    .map(({ id }) => id);
}
