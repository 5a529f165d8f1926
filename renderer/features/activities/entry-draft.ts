/** What stands in the form of rapid entry of activities, as typed. It outlives the form, so Esc loses nothing. */
import type { ActivityFields } from '#shared/features/activities.ts';
import { type EntryDraft, emptyTexts, nextEntry } from '../../app/register/entry-draft.ts';
import type { EntryReading } from '../../app/register/use-rapid-entry.ts';
import { createStore } from '../../app/store.ts';
import { type Choices, readField, readingProblem, type TextField } from './activity-texts.ts';

/** In the order in which Enter goes through them. */
export const ENTRY_FIELDS = [
  'title',
  'date',
  'timeText',
  'place',
  'hosts',
  'categoryId',
  'audience',
  'planRowId',
  'headCount',
  'minutes',
  'remark',
] as const satisfies TextField[];
export type EntryField = (typeof ENTRY_FIELDS)[number];
/** Fields that a person may keep for the next activity. */
export const PINNABLE: readonly EntryField[] = ['date', 'place', 'hosts', 'categoryId', 'audience', 'planRowId'];

export type EntryTexts = Readonly<Record<EntryField, string>>;

const EMPTY_TEXTS: EntryTexts = emptyTexts(ENTRY_FIELDS);

export const EMPTY_DRAFT: EntryDraft<EntryField> = {
  archive: null,
  texts: EMPTY_TEXTS,
  pinned: new Set<EntryField>(['hosts']),
};

export const entryDraft = createStore<EntryDraft<EntryField>>(EMPTY_DRAFT);

export function nextTexts(draft: EntryDraft<EntryField>): EntryTexts {
  return nextEntry(draft, EMPTY_TEXTS);
}

/** The fields that the texts say, and those that cannot be read. An empty title is no fault until it is to be entered. */
export function readEntry(
  texts: EntryTexts,
  choices: Choices,
  asked: boolean,
): EntryReading<EntryField, Partial<ActivityFields>> {
  const { t } = choices;
  let fields: Partial<ActivityFields> = {};
  const problems = new Map<EntryField, string>();
  for (const field of ENTRY_FIELDS) {
    if (texts[field].trim() === '') continue;
    const reading = readField(field, texts[field], choices, null);
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, readingProblem(t, reading) ?? '');
  }
  const lacks = texts.title.trim() === '';
  if (lacks && asked) problems.set('title', t('activityScreen.entry.needsTitle'));
  return { shown: ENTRY_FIELDS, problems, value: lacks || problems.size > 0 ? null : fields };
}
