/** Rows for the tests of the window's rules. */
import { NO_TIME, type RowTime, type ScheduleRow } from '#shared/features/schedule.ts';

export function months(monthStart: number | null, monthEnd: number | null = monthStart): RowTime {
  return { ...NO_TIME, monthStart, monthEnd };
}

export function row(id: number, fields: Partial<ScheduleRow> = {}): ScheduleRow {
  return {
    id,
    uid: `row-${id}`,
    year: 2021,
    position: id * 1024,
    time: months(3),
    activity: `工作${id}`,
    units: [],
    status: 'not_started',
    statusReason: '',
    doneOn: null,
    remark: '',
    needsReview: false,
    sourceLine: null,
    sourceText: null,
    version: 1,
    ...fields,
  };
}
