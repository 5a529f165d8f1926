/**
 * What stands in the form of rapid entry of persons: texts as typed, and which of them the next person takes over. It
 * outlives the form, so Esc loses nothing. Pure, but for the store at the end.
 */
import type { PersonFields } from '#shared/features/participants.ts';
import type { RuleParams } from '#shared/lib/archives/rules.ts';
import { createStore } from '../../app/store.ts';
import { type Minority, minorityOf } from './person-marks.ts';
import { type ReadingContext, readText, type TextField } from './person-texts.ts';

/** In the order in which Enter goes through them. */
export const ENTRY_FIELDS = [
  'name',
  'sex',
  'birthDate',
  'village',
  'phone',
  'roles',
  'guardianName',
  'guardianPhone',
  'consentOn',
  'note',
] as const satisfies TextField[];
export type EntryField = (typeof ENTRY_FIELDS)[number];
/** Asked for only where the person is, or may be, under 14. */
const OF_CHILDREN: readonly EntryField[] = ['guardianName', 'guardianPhone', 'consentOn'];
/** Fields that a person may keep for the next one. */
export const PINNABLE: readonly EntryField[] = ['sex', 'village', 'roles', 'consentOn', 'note'];

export type EntryTexts = Readonly<Record<EntryField, string>>;

export interface EntryDraft {
  archive: string | null;
  texts: EntryTexts;
  pinned: ReadonlySet<EntryField>;
}

export const EMPTY_TEXTS: EntryTexts = {
  name: '',
  sex: '',
  birthDate: '',
  village: '',
  phone: '',
  roles: '',
  guardianName: '',
  guardianPhone: '',
  consentOn: '',
  note: '',
};

export const EMPTY_DRAFT: EntryDraft = {
  archive: null,
  texts: EMPTY_TEXTS,
  pinned: new Set<EntryField>(['village', 'roles']),
};

/** The form for the next person: what is pinned stays. */
export function nextTexts({ texts, pinned }: Pick<EntryDraft, 'texts' | 'pinned'>): EntryTexts {
  const next: Record<EntryField, string> = { ...EMPTY_TEXTS };
  for (const field of ENTRY_FIELDS) if (pinned.has(field)) next[field] = texts[field];
  return next;
}

export interface EntryReading {
  fields: Partial<PersonFields>;
  problems: ReadonlyMap<EntryField, { rule: string; params: RuleParams }>;
  minority: Minority;
  /** Fields that the form has for this person. */
  shown: readonly EntryField[];
}

/** What the texts say; fields of a guardian that were typed for a child stay in the form as long as they hold something. */
export function readEntry(texts: EntryTexts, context: Omit<ReadingContext, 'person'>): EntryReading {
  let fields: Partial<PersonFields> = {};
  const problems = new Map<EntryField, { rule: string; params: RuleParams }>();
  for (const field of ENTRY_FIELDS) {
    if (texts[field].trim() === '') continue;
    const reading = readText(field, texts[field], { ...context, person: null });
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, { rule: reading.rule, params: reading.params });
  }
  const minority = minorityOf({ birthDate: fields.birthDate ?? null }, context.today);
  const shown = ENTRY_FIELDS.filter(
    (field) => !OF_CHILDREN.includes(field) || minority !== 'no' || texts[field].trim() !== '',
  );
  return { fields, problems, minority, shown };
}

export const entryDraft = createStore<EntryDraft>(EMPTY_DRAFT);
