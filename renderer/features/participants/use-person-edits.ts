/**
 * What a person can do with persons, each as one `participants.edit` with a name for the undo step. Persons are looked up
 * when an edit runs, so that quick edits one after the other never meet an old version.
 */
import { AppError } from '#shared/errors.ts';
import type { Person, PersonChange, PersonFields } from '#shared/features/participants.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { GridChange, GridStep } from '#ui/grid/types.ts';
import { personState } from './person-state.ts';
import { fieldsFromTexts } from './person-texts.ts';
import { editPersons, personsById } from './use-person-rows.ts';

type SetFields = Extract<PersonChange, { do: 'set' }>['fields'];

function setChange({ id, version }: Person, fields: SetFields): PersonChange {
  return { do: 'set', id, version, fields };
}

/** A person typed into a list of one role or unit belongs to it. */
export function fieldsOfList(): Partial<PersonFields> {
  const { role, organisationId } = personState.get().choice;
  if (role === null) return {};
  return { roles: [{ role, organisationId, subject: '', from: null, to: null }] };
}

/** Cells that were typed, pasted, filled or cleared, and rows typed at the end. */
export async function changeCells(
  { edits, insert }: GridChange,
  step: GridStep,
  t: Translate,
  today: string,
): Promise<void> {
  const texts = new Map<number, Record<string, string>>();
  for (const { rowId, columnKey, text } of edits) texts.set(rowId, { ...texts.get(rowId), [columnKey]: text });
  const persons = await personsById([...texts.keys()]);
  const changes = persons.flatMap((person): PersonChange[] => {
    const fields = fieldsFromTexts(texts.get(person.id) ?? {}, { t, today, person });
    return Object.keys(fields).length === 0 ? [] : [setChange(person, fields)];
  });
  const added = (insert?.texts ?? []).map((row): PersonChange => {
    const { name, ...fields } = fieldsFromTexts(row, { t, today, person: null });
    // A row begun in another cell than the name: who it is comes first.
    if (name === undefined) throw new AppError('participants/name_empty');
    return { do: 'insert', fields: { ...fieldsOfList(), ...fields, name } };
  });
  if (changes.length + added.length === 0) return;
  await editPersons(
    added.length > 0
      ? { code: 'personInsert', params: { count: added.length } }
      : { code: 'personType', params: { count: step.cells } },
    [...changes, ...added],
  );
}

/** Changes fields of one person. */
export async function setFields(id: number, fields: SetFields): Promise<void> {
  const persons = await personsById([id]);
  await editPersons(
    { code: 'personEdit', params: { count: persons.length } },
    persons.map((person) => setChange(person, fields)),
  );
}

/** What stands in the register of a person as it is now, changed by `change`. */
export async function changePerson(id: number, change: (person: Person) => SetFields): Promise<void> {
  const [person] = await personsById([id]);
  if (person) await setFields(id, change(person));
}

export async function withdrawPersons(ids: readonly number[], reason: string): Promise<void> {
  const persons = await personsById(ids);
  await editPersons(
    { code: 'personWithdraw', params: { count: ids.length } },
    persons.map(({ id, version }) => ({ do: 'withdraw', id, version, reason })),
  );
}

export async function restorePersons(ids: readonly number[]): Promise<void> {
  const persons = await personsById(ids);
  await editPersons(
    { code: 'personRestore', params: { count: ids.length } },
    persons.map(({ id, version }) => ({ do: 'restore', id, version })),
  );
}
