/** The columns of the list. */
import { useMemo } from 'react';
import { type Activity, Audience } from '#shared/features/activities.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { suggestUnits } from '../schedule/schedule-grid.tsx';
import { type CellField, type Choices, fieldText, readField, readingProblem } from './activity-texts.ts';
import { checklistText, ChecklistMarks } from './checklist-marks.tsx';

export function useActivityColumns(choices: Choices, units: readonly Organisation[]): GridColumn<Activity>[] {
  const { t, locale } = useT();
  return useMemo(() => {
    const wide = locale === 'en';
    const column = (key: CellField, width: number, more: Partial<GridColumn<Activity>> = {}): GridColumn<Activity> => ({
      key,
      heading: t(`activityScreen.field.${key}`),
      width,
      minWidth: Math.min(width, 84),
      editable: true,
      text: (activity) => fieldText(activity, key, choices),
      check: (text, activity) => readingProblem(t, readField(key, text, choices, activity)),
      ...more,
    });
    const number = (key: 'personTimes' | 'people', width: number): GridColumn<Activity> => ({
      key,
      heading: t(`activityScreen.${key}`),
      width,
      minWidth: width,
      align: 'right',
      editable: false,
      text: (activity) => (activity[key] === 0 ? '' : String(activity[key])),
    });
    const audiences = Audience.options.map((value) => ({ value, label: t(`activities.audience.${value}`) }));
    const optionsOf = (list: Choices['categories']) => [
      { value: '', label: t('activityScreen.notSet') },
      ...list.map(({ id, label }) => ({ value: String(id), label })),
    ];
    const categories = optionsOf(choices.categories);
    const planRows = optionsOf(choices.planRows);
    return [
      column('date', 112, {
        sortable: true,
        minWidth: 104,
        renderCell: (activity) => <DateCell activity={activity} />,
      }),
      column('title', 168, {
        grow: true,
        minWidth: 120,
        renderCell: (activity) => <TitleCell activity={activity} />,
      }),
      column('place', 86),
      column('categoryId', 96, { options: () => categories }),
      column('audience', wide ? 104 : 84, {
        options: () => [{ value: '', label: t('activityScreen.notSet') }, ...audiences],
      }),
      column('hosts', 96, { suggestions: (query) => suggestUnits(units, query) }),
      column('planRowId', 110, { options: () => planRows }),
      number('personTimes', wide ? 116 : 66),
      number('people', wide ? 88 : 50),
      column('headCount', 96, { minWidth: 96, align: 'right' }),
      {
        key: 'checklist',
        heading: t('activityScreen.checklist'),
        width: 138,
        minWidth: 138,
        editable: false,
        text: ({ checklist }) => checklistText(t, checklist),
        renderCell: ({ checklist }) => <ChecklistMarks checklist={checklist} />,
      },
    ];
  }, [choices, locale, t, units]);
}

/** Several days on two lines: the second day without the year where it is the same. */
function DateCell({ activity: { dateStart, dateEnd } }: { activity: Activity }) {
  if (dateStart === null || dateEnd === null) return dateStart;
  return (
    <>
      <span className="day">{dateStart}</span>{' '}
      <span className="day">—{dateEnd.slice(0, 4) === dateStart.slice(0, 4) ? dateEnd.slice(5) : dateEnd}</span>
    </>
  );
}

/** A title with the state that is not the usual one. */
function TitleCell({ activity: { title, state } }: { activity: Activity }) {
  const { t } = useT();
  if (state === 'held') return title;
  return (
    <>
      {title}{' '}
      <span className={state === 'cancelled' ? 'chip chip-cancelled' : 'chip chip-not_started'}>
        {t(`activities.state.${state}`)}
      </span>
    </>
  );
}
