/** Which entries the list shows, as a person chooses it, and as the archive is asked. Pure. */
import type { FundEntry, FundEntryFilter, FundKind, FundSource } from '#shared/features/funding.ts';
import { type EntryMark, marksOf } from './entry-marks.ts';

/** What is to be done; the list is cut to it in the window, since it follows from what an entry shows. */
export const ATTENTIONS = ['all', 'noVoucher', 'duplicate', 'otherYear', 'noYear'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export interface LedgerChoice {
  text: string;
  month: number | null;
  kind: FundKind | null;
  /** 'unclear' = who gives is not certain; null = whoever. */
  giver: FundSource | 'unclear' | null;
  attention: Attention;
  withReversed: boolean;
}

export const EVERYTHING: LedgerChoice = {
  text: '',
  month: null,
  kind: null,
  giver: null,
  attention: 'all',
  withReversed: false,
};

export function isFiltered({ text, month, kind, giver, attention }: LedgerChoice): boolean {
  return text.trim() !== '' || month !== null || kind !== null || giver !== null || attention !== 'all';
}

/** `given`: what another screen asked for, e.g. the entries behind a figure. */
export function filterOf(choice: LedgerChoice, year: number, given: FundEntryFilter | null): FundEntryFilter {
  const text = choice.text.trim();
  return {
    ...(given ?? { year }),
    ...(text === '' ? {} : { text }),
    ...(choice.month === null ? {} : { month: choice.month }),
    ...(choice.kind === null ? {} : { kinds: [choice.kind] }),
    ...(choice.giver === null ? {} : { sourceKinds: [choice.giver === 'unclear' ? null : choice.giver] }),
    withReversed: choice.withReversed || (given?.withReversed ?? false),
  };
}

export function needsAttention(entry: FundEntry, attention: Attention): boolean {
  return attention === 'all' || (marksOf(entry) as EntryMark[]).includes(attention);
}
