/** 连续登记活动. Opened from a row of the plan, the first activity is for that row. */
import { useCallback, useEffect, useMemo } from 'react';
import { type ActivityFields, Audience } from '#shared/features/activities.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import type { FieldView } from '../../app/register/entry-fields.tsx';
import { RapidForm } from '../../app/register/rapid-form.tsx';
import { useRapidEntry } from '../../app/register/use-rapid-entry.ts';
import type { Suggestion } from '../../app/suggest-input.tsx';
import { activityState, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import {
  EMPTY_DRAFT,
  type EntryField,
  entryDraft,
  type EntryTexts,
  nextTexts,
  PINNABLE,
  readEntry,
} from './entry-draft.ts';
import { enterActivity } from './use-activity-edits.ts';

/** Columns of twelve; the others have three. */
const SPANS: Partial<Record<EntryField, number>> = { title: 5, date: 4, planRowId: 6, minutes: 2, remark: 4 };

interface Props {
  archive: string;
  choices: Choices;
  units: readonly Organisation[];
  year: number | null;
}

export function ActivityEntry({ archive, choices, units, year }: Props) {
  const { t } = useT();
  const planRow = useActivityState((state) => state.entering?.planRow ?? null);
  const entry = useRapidEntry({
    archive,
    draft: entryDraft,
    empty: EMPTY_DRAFT,
    pinnable: PINNABLE,
    first: 'title',
    read: useCallback((texts: EntryTexts, asked: boolean) => readEntry(texts, choices, asked), [choices]),
    next: () => nextTexts(entryDraft.get()),
    enter: async (fields: Partial<ActivityFields>) => {
      activityState.set({ show: { rowId: await enterActivity(fields) } });
      return t('activityScreen.entry.entered', { title: fields.title ?? '' });
    },
    leave: () => activityState.set({ entering: null }),
    list: '.activities-main',
  });
  const wanted = planRow === null ? undefined : choices.planRows.find((row) => row.id === planRow)?.label;
  useEffect(() => {
    if (wanted === undefined) return;
    entryDraft.set({ texts: { ...entryDraft.get().texts, planRowId: wanted } });
    // Once: afterwards the field is the person's.
    activityState.set({ entering: { planRow: null } });
  }, [wanted]);
  useCommand('activities.create', () => entry.focus('title'));

  const lists = useMemo((): Partial<Record<EntryField, { list: readonly Suggestion[]; eager: boolean }>> => {
    const texts = (list: Choices['categories']) => list.map(({ label }) => ({ text: label }));
    return {
      hosts: { list: units.map(({ fullName }) => ({ text: fullName })), eager: false },
      categoryId: { list: texts(choices.categories), eager: true },
      audience: { list: Audience.options.map((one) => ({ text: t(`activities.audience.${one}`) })), eager: true },
      planRowId: { list: texts(choices.planRows), eager: true },
    };
  }, [choices, t, units]);
  const placeholders: Partial<Record<EntryField, string>> = {
    date: year === null ? t('activityScreen.dateHint') : t('activityScreen.dateHint').replaceAll('2021', String(year)),
    headCount: t('activityScreen.headCountHint'),
  };
  const view = (field: EntryField): FieldView => {
    const list = lists[field];
    return {
      label: t(`activityScreen.field.${field}`),
      span: SPANS[field] ?? 3,
      placeholder: placeholders[field],
      ...(list ? { choices: list } : {}),
    };
  };
  return (
    <RapidForm
      entry={entry}
      className="activity-entry"
      title={t('activityScreen.entry.title')}
      view={view}
      counted={t('activityScreen.entry.count', { count: entry.entered })}
    />
  );
}
