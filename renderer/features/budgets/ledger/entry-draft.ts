/** What stands in the form of rapid entry, as typed. It outlives the form, so Esc loses nothing. */
import { type EntryDraft, nextEntry } from '../../../app/register/entry-draft.ts';
import { createStore } from '../../../app/store.ts';
import { EMPTY_TEXTS, type EntryField, type EntryTexts } from './entry-texts.ts';

/** Fields that a person may keep for the next entry; never what tells one voucher from the other. */
export const PINNABLE: readonly EntryField[] = ['date', 'kind', 'source', 'giver', 'budgetYear', 'purpose', 'basis'];

interface LedgerDraft extends EntryDraft<EntryField> {
  /** The year in view that the budget year was prefilled from; null = not yet. */
  year: number | null;
}

export const EMPTY_DRAFT: LedgerDraft = {
  archive: null,
  year: null,
  texts: EMPTY_TEXTS,
  pinned: new Set<EntryField>(['date', 'kind', 'source', 'giver', 'budgetYear']),
};

export const entryDraft = createStore<LedgerDraft>(EMPTY_DRAFT);

/** The budget year is never left open, but that of the year in view. */
export function nextTexts(draft: LedgerDraft): EntryTexts {
  return nextEntry(draft, { ...EMPTY_TEXTS, budgetYear: draft.year === null ? '' : String(draft.year) });
}
