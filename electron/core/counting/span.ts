/**
 * What counts in a span of days or for a choice of activities: the rows of `rows.ts`, narrowed. Papers about less, or more,
 * than one year take their numbers from here.
 */
import { z } from '#shared/lib/zod.ts';
import { value, type ReadDb } from '../db/sql.ts';
import { type Counted, type CountedActivity, countedRows } from './rows.ts';

/** ISO days, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** All that counts of the activities that are wanted, as far as it lies in the span, in the order of date. */
export function countedInSpan(
  db: ReadDb,
  { from, to }: DaySpan,
  wanted: (activity: CountedActivity) => boolean = () => true,
): Counted {
  const within = (day: string | null): boolean => day !== null && day >= from && day <= to;
  const rows: Counted['rows'] = [];
  const activities = new Map<number, CountedActivity>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const counted = countedRows(db, { year });
    for (const row of counted.rows) {
      if (!within(row.date) || !wanted(row.activity)) continue;
      rows.push(row);
      activities.set(row.activity.id, row.activity);
    }
    for (const activity of counted.activities) {
      if (!activity.signed && within(activity.dateStart) && wanted(activity)) activities.set(activity.id, activity);
    }
  }
  return { rows, activities: [...activities.values()] };
}

/** From the first to the last day on which anybody signed or an activity began; null where nothing has a date. */
export function countedDays(db: ReadDb): DaySpan | null {
  const day = (which: 'min' | 'max'): string | null =>
    value(
      db,
      z.string().nullable(),
      `SELECT ${which}(day) FROM (SELECT date AS day FROM attendance WHERE withdrawn = 0
         UNION ALL SELECT date_start FROM activity WHERE withdrawn = 0 AND date_start IS NOT NULL)`,
    );
  const [from, to] = [day('min'), day('max')];
  return from === null || to === null ? null : { from, to };
}
