/**
 * What stands in the form of rapid entry of persons: texts as typed, and which of them the next person takes over. It
 * outlives the form, so Esc loses nothing. Pure, but for the store at the end.
 */
import type { PersonFields } from '#shared/features/participants.ts';
import { type EntryDraft, emptyTexts, nextEntry } from '../../app/register/entry-draft.ts';
import type { EntryReading } from '../../app/register/use-rapid-entry.ts';
import { createStore } from '../../app/store.ts';
import { type Minority, minorityOf } from './person-marks.ts';
import { type ReadingContext, readText, type TextField, textProblem } from './person-texts.ts';

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

export const EMPTY_TEXTS: EntryTexts = emptyTexts(ENTRY_FIELDS);

export const EMPTY_DRAFT: EntryDraft<EntryField> = {
  archive: null,
  texts: EMPTY_TEXTS,
  pinned: new Set<EntryField>(['village', 'roles']),
};

export function nextTexts(draft: Pick<EntryDraft<EntryField>, 'texts' | 'pinned'>): EntryTexts {
  return nextEntry(draft, EMPTY_TEXTS);
}

export type NamedFields = Partial<PersonFields> & Pick<PersonFields, 'name'>;

interface PersonReading extends EntryReading<EntryField, NamedFields> {
  /** What can be read so far. */
  fields: Partial<PersonFields>;
  minority: Minority;
}

/**
 * What the texts say; fields of a guardian that were typed for a child stay in the form as long as they hold something.
 * Nobody is without a name, but that is no fault until the person is to be entered.
 */
export function readEntry(texts: EntryTexts, context: Omit<ReadingContext, 'person'>, asked = false): PersonReading {
  const { t } = context;
  let fields: Partial<PersonFields> = {};
  const problems = new Map<EntryField, string>();
  for (const field of ENTRY_FIELDS) {
    if (texts[field].trim() === '') continue;
    const reading = readText(field, texts[field], { ...context, person: null });
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, textProblem(t, reading));
  }
  const { name } = fields;
  if (texts.name.trim() === '' && asked) problems.set('name', t('participantScreen.entry.needsName'));
  const minority = minorityOf({ birthDate: fields.birthDate ?? null }, context.today);
  const shown = ENTRY_FIELDS.filter(
    (field) => !OF_CHILDREN.includes(field) || minority !== 'no' || texts[field].trim() !== '',
  );
  return {
    fields,
    problems,
    minority,
    shown,
    value: name === undefined || problems.size > 0 ? null : { ...fields, name },
  };
}

export const entryDraft = createStore<EntryDraft<EntryField>>(EMPTY_DRAFT);
