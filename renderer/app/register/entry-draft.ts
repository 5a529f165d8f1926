/** What stands in a form of rapid entry, as typed, and which fields the next record takes over. It outlives the form. Pure. */
import type { ErrorParams } from '#shared/errors.ts';

export type EntryTexts<Field extends string> = Readonly<Record<Field, string>>;

export interface EntryDraft<Field extends string> {
  /** Archive (uid) that it was typed for; null = none yet. */
  archive: string | null;
  texts: EntryTexts<Field>;
  pinned: ReadonlySet<Field>;
}

export function emptyTexts<Field extends string>(fields: readonly Field[]): EntryTexts<Field> {
  return Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>;
}

/** The form for the next record: what is pinned stays, the rest is as `begun`. */
export function nextEntry<Field extends string>(
  { texts, pinned }: Pick<EntryDraft<Field>, 'texts' | 'pinned'>,
  begun: EntryTexts<Field>,
): EntryTexts<Field> {
  const next: Record<Field, string> = { ...begun };
  for (const field of pinned) next[field] = texts[field];
  return next;
}

/** The form after a record was entered: as it begins, but what was typed while it was being entered stays. */
export function typedSince<Field extends string>(
  sent: EntryTexts<Field>,
  now: EntryTexts<Field>,
  begun: EntryTexts<Field>,
): EntryTexts<Field> {
  const texts: Record<Field, string> = { ...begun };
  for (const field in now) if (now[field] !== sent[field]) texts[field] = now[field];
  return texts;
}

/** Of the fields shown, the first that a refusal names: in a list of fields, or as the last part of a path. */
export function blamedField<Field extends string>(shown: readonly Field[], params: ErrorParams): Field | undefined {
  const paths = [...String(params['fields'] ?? '').split(','), String(params['field'] ?? '')];
  const named = paths.map((path) => path.split('.').at(-1));
  return shown.find((field) => named.includes(field));
}
