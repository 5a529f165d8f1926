/** 活动一览 and 活动登记表 (R3). */
import { AppError } from '#shared/errors.ts';
import type { Activity } from '#shared/features/activities.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import { maskNumbersIn } from '#shared/lib/phones.ts';
import type { TableReport } from '#shared/report/model.ts';
import { activitiesById, activitySeen, listActivities } from '../activities/list.ts';
import { countedInSpan } from '../counting/span.ts';
import { countsByActivity, countsOfChosen } from '../counting/statistics.ts';
import { scheduleRowEntity } from '../entities/schedule-row.ts';
import { activityListReport } from '../reports/activity-list.ts';
import { activitySheetReport } from '../reports/activity-sheet.ts';
import { categoryTree } from './category-tree.ts';
import { printedDays } from './sign-in.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** More than any archive has. */
const ALL = 50_000;

export function activityList(source: PaperSource, scope: ScopeOf<'activityList'>): TableReport {
  const { db, base } = source;
  const { year, categoryId, audience } = scope;
  const t = translator(base.locale);
  const context = { db, locale: base.locale };
  const { rows } = listActivities(context, {
    filter: { year, categoryId, audience },
    descending: false,
    offset: 0,
    limit: ALL,
  });
  const tree = categoryTree(db);
  const wanted = categoryId === undefined ? null : tree.below(categoryId);
  const counted = countedInSpan(
    db,
    { from: `${year}-01-01`, to: `${year}-12-31` },
    (activity) =>
      (wanted === null || (activity.categoryId !== null && wanted.has(activity.categoryId))) &&
      (audience === undefined || activity.audience === audience),
  );
  // Somebody may have signed in the year for an activity of another one: what is in the total must be in the list.
  const listed = new Set(rows.map(({ id }) => id));
  const others = counted.activities.map(({ id }) => id).filter((id) => !listed.has(id));
  const activities = [...rows, ...activitiesById(context, others)];
  if (activities.length === 0) throw nothingToPrint(source, scope.paper, { year });
  const counts = countsByActivity(counted, ({ id }) => id);
  return activityListReport({
    ...base,
    year,
    category: categoryId === undefined ? null : tree.path(categoryId),
    audience: audience === undefined ? null : t(`activities.audience.${audience}`),
    total: countsOfChosen(counted),
    activities: activities.map((activity) => ({
      days: shortDays(activity),
      title: activity.title,
      place: activity.place,
      hosts: activity.hosts.map(({ name }) => name).join(t('paper.unitSeparator')),
      category: activity.categoryId === null ? '' : tree.path(activity.categoryId),
      audience: activity.audience === null ? '' : t(`activities.audience.${activity.audience}`),
      state: activity.state,
      counts: counts.get(activity.id) ?? null,
      missing:
        activity.state === 'cancelled'
          ? []
          : activity.checklist
              .filter(({ state }) => state === 'missing')
              .map(({ kind }) => t(`activities.evidence.${kind}`)),
    })),
  });
}

/** Days in a narrow cell: 2021-10-18, or two of them, one below the other. */
function shortDays({ dateStart, dateEnd }: Activity): string {
  return [dateStart, dateEnd === dateStart ? null : dateEnd].filter((day) => day !== null).join('—\n');
}

export function activitySheet(source: PaperSource, { activityId }: ScopeOf<'activitySheet'>): TableReport {
  const { db, base } = source;
  const activity = activitySeen({ db, locale: base.locale }, activityId);
  if (activity.withdrawn) throw new AppError('record/not_found', { id: activityId });
  const planRow = activity.planRowId === null ? null : scheduleRowEntity.read(db, activity.planRowId);
  return activitySheetReport({
    ...base,
    // Numbers of persons stand in such texts, too.
    activity: { ...activity, summary: maskNumbersIn(activity.summary), remark: maskNumbersIn(activity.remark) },
    days: printedDays(activity, base),
    category: activity.categoryId === null ? '' : categoryTree(db).path(activity.categoryId),
    planRow: planRow === null ? '' : `${planRow.year} ${planRow.activity}`,
  });
}
