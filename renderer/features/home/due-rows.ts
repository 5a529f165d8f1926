/** What is due this month and what is overdue. Pure; answers null for a plan of another year, about which today says nothing. */
import type { ScheduleRow } from '#shared/features/schedule.ts';
import { monthsOf } from '../schedule/row-filter.ts';

const OPEN: readonly ScheduleRow['status'][] = ['not_started', 'in_progress', 'partly_done'];

export interface Due {
  month: number;
  thisMonth: ScheduleRow[];
  overdue: ScheduleRow[];
}

export function dueRows(rows: readonly ScheduleRow[], year: number, today: Date): Due | null {
  if (today.getFullYear() !== year) return null;
  const month = today.getMonth() + 1;
  const thisMonth: ScheduleRow[] = [];
  const overdue: ScheduleRow[] = [];
  for (const row of rows) {
    if (!OPEN.includes(row.status)) continue;
    const months = monthsOf(row);
    const last = months.at(-1);
    if (months.includes(month)) thisMonth.push(row);
    else if (last !== undefined && last < month && !row.time.endNextYear) overdue.push(row);
  }
  return { month, thisMonth, overdue };
}
