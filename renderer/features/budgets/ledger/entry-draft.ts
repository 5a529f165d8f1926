/** What stands in the form of rapid entry, as typed. It outlives the form, so Esc loses nothing. */
import { createStore } from '../../../app/store.ts';
import { EMPTY_TEXTS, ENTRY_FIELDS, type EntryField, type EntryTexts } from './entry-texts.ts';

/** Fields that a person may keep for the next entry; never what tells one voucher from the other. */
export const PINNABLE: readonly EntryField[] = ['date', 'kind', 'source', 'giver', 'budgetYear', 'purpose', 'basis'];

interface EntryDraft {
  archive: string | null;
  /** The year in view that the budget year was prefilled from; null = not yet. */
  year: number | null;
  texts: EntryTexts;
  pinned: ReadonlySet<EntryField>;
}

export const EMPTY_DRAFT: EntryDraft = {
  archive: null,
  year: null,
  texts: EMPTY_TEXTS,
  pinned: new Set<EntryField>(['date', 'kind', 'source', 'giver', 'budgetYear']),
};

export const entryDraft = createStore<EntryDraft>(EMPTY_DRAFT);

/** The form for the next entry: what is pinned stays; the budget year is never left open, but that of the year in view. */
export function nextTexts({ texts, pinned, year }: Pick<EntryDraft, 'texts' | 'pinned' | 'year'>): EntryTexts {
  const begun = { ...EMPTY_TEXTS, budgetYear: year === null ? '' : String(year) };
  const kept = ENTRY_FIELDS.filter((field) => pinned.has(field)).map((field) => [field, texts[field]] as const);
  return { ...begun, ...Object.fromEntries(kept) };
}
