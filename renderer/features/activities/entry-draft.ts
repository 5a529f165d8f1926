/** What stands in the form of rapid entry of activities, as typed. It outlives the form, so Esc loses nothing. */
import type { ActivityFields } from '#shared/features/activities.ts';
import { createStore } from '../../app/store.ts';
import { type Choices, readField, type TextField, type TextReading } from './activity-texts.ts';

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

interface EntryDraft {
  archive: string | null;
  texts: EntryTexts;
  pinned: ReadonlySet<EntryField>;
}

export const EMPTY_TEXTS: EntryTexts = {
  title: '',
  date: '',
  timeText: '',
  place: '',
  hosts: '',
  categoryId: '',
  audience: '',
  planRowId: '',
  headCount: '',
  minutes: '',
  remark: '',
};

export const EMPTY_DRAFT: EntryDraft = { archive: null, texts: EMPTY_TEXTS, pinned: new Set<EntryField>(['hosts']) };

export const entryDraft = createStore<EntryDraft>(EMPTY_DRAFT);

/** The form for the next activity: what is pinned stays. */
export function nextTexts({ texts, pinned }: Pick<EntryDraft, 'texts' | 'pinned'>): EntryTexts {
  const kept = ENTRY_FIELDS.map((field) => [field, pinned.has(field) ? texts[field] : ''] as const);
  return { ...EMPTY_TEXTS, ...Object.fromEntries(kept) };
}

type Refusal = Extract<TextReading, { ok: false }>;

/** The fields that the texts say, and those that cannot be read. An empty title is no fault until it is to be saved. */
export function readEntry(
  texts: EntryTexts,
  choices: Choices,
): { fields: Partial<ActivityFields>; problems: ReadonlyMap<EntryField, Refusal> } {
  let fields: Partial<ActivityFields> = {};
  const problems = new Map<EntryField, Refusal>();
  for (const field of ENTRY_FIELDS) {
    if (texts[field].trim() === '') continue;
    const reading = readField(field, texts[field], choices, null);
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, reading);
  }
  return { fields, problems };
}
