/**
 * 连续登记人员. Whoever is in the register already under that name is shown while it is typed; of a child the guardian is
 * asked for.
 */
import { useCallback, useEffect, useMemo } from 'react';
import { PersonRoleName } from '#shared/features/participants.ts';
import { useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import type { FieldView } from '../../app/register/entry-fields.tsx';
import { RapidForm } from '../../app/register/rapid-form.tsx';
import { useRapidEntry } from '../../app/register/use-rapid-entry.ts';
import {
  EMPTY_DRAFT,
  EMPTY_TEXTS,
  type EntryField,
  entryDraft,
  type EntryTexts,
  type NamedFields,
  nextTexts,
  PINNABLE,
  readEntry,
} from './entry-draft.ts';
import { KnownPersons } from './known-persons.tsx';
import { personState } from './person-state.ts';
import { roleText, sexText } from './person-texts.ts';
import { fieldsOfList } from './use-person-edits.ts';
import { editPersons } from './use-person-rows.ts';

/** Columns of twelve; these have two, the others three. */
const NARROW: readonly EntryField[] = ['name', 'sex', 'phone'];

interface Props {
  archive: string;
  villages: readonly string[];
  /** ISO day. */
  today: string;
}

/** The roles as typed; the one of the open list has that list's unit. */
function rolesOf(roles: NamedFields['roles']) {
  const [ofList] = fieldsOfList().roles ?? [];
  return (roles ?? []).map((role) => (ofList && ofList.role === role.role ? ofList : role));
}

export function PersonEntry({ archive, villages, today }: Props) {
  const { t } = useT();
  const entry = useRapidEntry({
    archive,
    draft: entryDraft,
    empty: EMPTY_DRAFT,
    pinnable: PINNABLE,
    first: 'name',
    read: useCallback((texts: EntryTexts, asked: boolean) => readEntry(texts, { t, today }, asked), [t, today]),
    next: () => nextTexts(entryDraft.get()),
    enter: async (fields: NamedFields) => {
      await editPersons({ code: 'personInsert', params: { count: 1 } }, [
        { do: 'insert', fields: { ...fields, roles: rolesOf(fields.roles) } },
      ]);
      return t('participantScreen.entry.entered', { name: fields.name });
    },
    leave: () => personState.set({ entering: false }),
    list: '.people-main',
  });
  useEffect(() => {
    const role = fieldsOfList().roles?.[0]?.role;
    const untouched = Object.values(entryDraft.get().texts).every((text) => text === '');
    if (untouched && role !== undefined) entryDraft.set({ texts: { ...EMPTY_TEXTS, roles: roleText(t, role) } });
    // Only when the form opens: a later change of words must not overwrite what was typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useCommand('participants.create', () => entry.focus('name'));

  const choices = useMemo((): Partial<Record<EntryField, FieldView['choices']>> => {
    return {
      sex: { list: (['female', 'male'] as const).map((sex) => ({ text: sexText(t, sex) })), eager: true },
      village: { list: villages.map((text) => ({ text })), eager: false },
      roles: { list: PersonRoleName.options.map((role) => ({ text: roleText(t, role) })), eager: true },
    };
  }, [t, villages]);
  const placeholders: Partial<Record<EntryField, string>> = {
    birthDate: t('participantScreen.entry.birthPlaceholder'),
    consentOn: '20240301',
  };
  const view = (field: EntryField): FieldView => {
    const list = choices[field];
    return {
      label: t(`participants.field.${field}`),
      span: NARROW.includes(field) ? 2 : 3,
      placeholder: placeholders[field],
      ...(list ? { choices: list } : {}),
    };
  };
  const { minority, fields } = entry.reading;
  return (
    <RapidForm
      entry={entry}
      className="person-entry"
      title={t('participantScreen.entry.title')}
      view={view}
      counted={t('participantScreen.entry.count', { count: entry.entered })}
      below={<KnownPersons name={fields.name ?? ''} />}
      foot={
        minority !== 'no' &&
        fields.consentOn === undefined && (
          <span className="field-note">{t(`participantScreen.entry.minority.${minority}`)}</span>
        )
      }
    />
  );
}
