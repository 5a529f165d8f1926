/** 活动一览 (R3): the activities of a year with their numbers and what of the evidence is missing; the totals are the year's. */
import type { Counts } from '#shared/features/activities.ts';
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface ListedActivity {
  /** Days as printed. */
  days: string;
  title: string;
  place: string;
  hosts: string;
  category: string;
  audience: string;
  state: 'planned' | 'held' | 'cancelled';
  /** null where the activity is in no number: not held, or not in the year. */
  counts: Counts | null;
  /** Names of the evidence that is missing. */
  missing: readonly string[];
}

export interface ActivityListPaper extends PaperBase {
  year: number;
  category: string | null;
  audience: string | null;
  activities: readonly ListedActivity[];
  total: Counts;
}

/** Builds the list; pure. @throws {RangeError} where the lines do not add up to the total: the reader is at fault. */
export function activityListReport(paper: ActivityListPaper): TableReport {
  const { activities, total, year, locale } = paper;
  const t = translator(locale);
  const sum = (key: 'activities' | 'personTimes' | 'estimated'): number =>
    activities.reduce((all, { counts }) => all + (counts?.[key] ?? 0), 0);
  for (const key of ['activities', 'personTimes', 'estimated'] as const) {
    if (sum(key) !== total[key]) throw new RangeError(`${key} of the list is not that of the year`);
  }
  const repeated = activities.reduce((all, { counts }) => all + (counts?.people ?? 0), 0) - total.people;
  const number = (key: string, heading: string) => listColumn(key, heading, 12, { align: 'right', minimumEm: 2.6 });
  return tablePaper(paper, {
    id: 'activity-list',
    title: t('activityPapers.title.activityList', { year }),
    keywords: [String(year)],
    headLines: [
      [
        listField(t('papers.field.unit'), paper.unitName, { weight: 3 }),
        listField(t('activityPapers.field.category'), paper.category ?? t('activityPapers.all'), { weight: 2 }),
        listField(t('activityPapers.field.audience'), paper.audience ?? t('activityPapers.all'), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('days', t('activityPapers.column.date'), 27, { align: 'center', minimumEm: 6.6 }),
      listColumn('title', t('activityPapers.column.activity'), 40, { minimumEm: 8 }),
      listColumn('place', t('activityPapers.column.place'), 28, { breaking: 'list', minimumEm: 5 }),
      listColumn('hosts', t('activityPapers.column.hosts'), 33, { breaking: 'list', minimumEm: 5 }),
      listColumn('category', t('activityPapers.column.category'), 19, { breaking: 'list', minimumEm: 4 }),
      listColumn('audience', t('activityPapers.column.audience'), 16, { breaking: 'list', minimumEm: 3.2 }),
      listColumn('state', t('activityPapers.column.state'), 14, { align: 'center', minimumEm: 3.2 }),
      number('personTimes', t('activityPapers.column.personTimes')),
      number('people', t('activityPapers.column.people')),
      number('estimated', t('activityPapers.column.estimated')),
      listColumn('missing', t('activityPapers.column.missing'), 24, { breaking: 'list', minimumEm: 3.2 }),
    ],
    rows: [
      ...activities.map((activity, index) =>
        listRow([
          index + 1,
          activity.days,
          activity.title,
          activity.place,
          activity.hosts,
          activity.category,
          activity.audience,
          t(`activities.state.${activity.state}`),
          activity.counts?.personTimes ?? null,
          activity.counts?.people ?? null,
          activity.counts?.estimated ?? null,
          activity.missing.join(t('paper.unitSeparator')),
        ]),
      ),
      listRow([
        null,
        null,
        t('activityPapers.total', { count: total.activities }),
        null,
        null,
        null,
        null,
        null,
        total.personTimes,
        total.people,
        total.estimated,
        null,
      ]),
    ],
    notes: [
      t('activityPapers.note.listed'),
      ...(repeated === 0 ? [] : [t('activityPapers.note.repeated', { count: repeated })]),
      t('activities.definition.activities'),
      t('activities.definition.personTimes'),
      t('activities.definition.people'),
      t('activities.definition.estimated'),
    ],
  });
}
