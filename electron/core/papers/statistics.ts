/** Papers of numbers: 培训统计 (R6), all breakdowns of a year, 活动周总结数据 (R12). Every figure is the counting engine's. */
import { AppError } from '#shared/errors.ts';
import { Audience, type Counts } from '#shared/features/activities.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { activitiesById } from '../activities/list.ts';
import type { Counted, CountedActivity } from '../counting/rows.ts';
import { countedDays, countedInSpan } from '../counting/span.ts';
import { countsByActivity, countsOfChosen, statistics } from '../counting/statistics.ts';
import { numbers } from '../db/sql.ts';
import { scheduleRowEntity } from '../entities/schedule-row.ts';
import { campaignReport as campaignPaper, type CountedLine } from '../reports/campaign-report.ts';
import { type TrainingBranch, trainingStatisticsReport } from '../reports/training-statistics.ts';
import { yearStatisticsReport } from '../reports/year-statistics.ts';
import { categoryTree } from './category-tree.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

const yearSpan = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The day up to which a year is counted, where it is not over. */
const countedTo = ({ today }: PaperSource, year: number): string | null => (today < `${year}-12-31` ? today : null);

/** The part of the counted that belongs to some of its activities. */
function only({ rows, activities }: Counted, wanted: (activity: CountedActivity) => boolean): Counted {
  return { rows: rows.filter(({ activity }) => wanted(activity)), activities: activities.filter(wanted) };
}

const isEmpty = ({ activities }: Counts): boolean => activities === 0;

export function trainingStatistics(source: PaperSource, { paper, year }: ScopeOf<'trainingStatistics'>): TableReport {
  const { db, base } = source;
  const t = translator(base.locale);
  const counted = countedInSpan(db, yearSpan(year));
  const total = countsOfChosen(counted);
  if (isEmpty(total)) throw nothingToPrint(source, paper, { year });
  const tree = categoryTree(db);
  const linesOf = (categoryId: number | null, category: string): TrainingBranch['lines'] => {
    const byAudience = countsByActivity(
      only(counted, (activity) => activity.categoryId === categoryId),
      ({ audience }) => audience,
    );
    return [...Audience.options, null].flatMap((audience) => {
      const counts = byAudience.get(audience);
      const name = audience === null ? t('activities.notKnown') : t(`activities.audience.${audience}`);
      return counts ? [{ category, audience: name, counts }] : [];
    });
  };
  const branchOf = (root: number): TrainingBranch => {
    const ids = tree.order.filter((id) => tree.branch(id) === root);
    return {
      name: tree.name(root),
      lines: ids.flatMap((id) => linesOf(id, id === root ? '' : tree.path(id))),
      subtotal: countsOfChosen(
        only(counted, ({ categoryId }) => categoryId !== null && tree.branch(categoryId) === root),
      ),
    };
  };
  const branches = [
    ...tree.order.filter((id) => tree.branch(id) === id).map(branchOf),
    {
      name: t('activityPapers.noCategory'),
      lines: linesOf(null, ''),
      subtotal: countsOfChosen(only(counted, ({ categoryId }) => categoryId === null)),
    },
  ].filter(({ lines }) => lines.length > 0);
  return trainingStatisticsReport({ ...base, year, branches, total, countedTo: countedTo(source, year) });
}

export function statisticsReport(source: PaperSource, { paper, year }: ScopeOf<'statisticsReport'>): TableReport {
  const { db, base } = source;
  const found = statistics({ db, locale: base.locale }, { year, filter: {} });
  if (isEmpty(found.total)) throw nothingToPrint(source, paper, { year });
  return yearStatisticsReport({ ...base, statistics: found, countedTo: countedTo(source, year) });
}

export function campaignReport(source: PaperSource, scope: ScopeOf<'campaignReport'>): TableReport {
  const { db, base } = source;
  const { from, to, planRowId } = scope;
  const t = translator(base.locale);
  const row = planRowId === undefined ? null : scheduleRowEntity.read(db, planRowId);
  if (planRowId !== undefined && !row) throw new AppError('record/not_found', { id: planRowId });
  const span = planRowId === undefined ? { from, to } : countedDays(db);
  const counted =
    span === null
      ? { rows: [], activities: [] }
      : countedInSpan(db, span, (activity) => planRowId === undefined || activity.planRowId === planRowId);
  const total = countsOfChosen(counted);
  if (isEmpty(total)) throw nothingToPrint(source, scope.paper, planRowId === undefined ? { from, to } : {});
  const known = new Map(
    activitiesById(
      { db, locale: base.locale },
      counted.activities.map(({ id }) => id),
    ).map((activity) => [activity.id, activity]),
  );
  const lines = <Key extends string | number | null>(
    keyOf: (activity: CountedActivity) => Key,
    label: (key: Key) => string,
    order: (key: Key) => number,
  ): CountedLine[] =>
    [...countsByActivity(counted, keyOf)]
      .map(([key, counts]) => ({ key: key as Key, counts }))
      .sort((a, b) => order(a.key) - order(b.key))
      .map(({ key, counts }) => ({ label: label(key), counts }));
  const byDate = counted.activities.toSorted(
    (a, b) => (a.dateStart ?? '').localeCompare(b.dateStart ?? '') || a.id - b.id,
  );
  const places = [...new Set(byDate.map(({ id }) => known.get(id)?.place ?? ''))];
  const waiting =
    planRowId === undefined
      ? numbers(
          db,
          `SELECT id FROM activity WHERE withdrawn = 0 AND state <> 'held'
             AND date_start <= ? AND coalesce(date_end, date_start) >= ?`,
          to,
          from,
        )
      : numbers(db, "SELECT id FROM activity WHERE withdrawn = 0 AND state <> 'held' AND plan_row_id = ?", planRowId);
  return campaignPaper({
    ...base,
    span: planRowId === undefined ? { from, to } : null,
    planRow: row === null ? null : `${row.year} ${row.activity}`,
    total,
    activities: lines(
      ({ id }) => id,
      (id) => {
        const activity = known.get(id);
        return [activity?.dateStart ?? '', activity?.title ?? ''].filter((text) => text !== '').join(' ');
      },
      (id) => byDate.findIndex((activity) => activity.id === id),
    ),
    places: lines(
      ({ id }) => known.get(id)?.place ?? '',
      (place) => place,
      (place) => (place === '' ? places.length : places.indexOf(place)),
    ),
    audiences: lines(
      ({ audience }) => audience,
      (audience) => (audience === null ? '' : t(`activities.audience.${Audience.parse(audience)}`)),
      (audience) =>
        audience === null ? Audience.options.length : Audience.options.findIndex((one) => one === audience),
    ),
    media: byDate.flatMap(({ id }) => known.get(id)?.media ?? []),
    notHeld: waiting.length,
  });
}
