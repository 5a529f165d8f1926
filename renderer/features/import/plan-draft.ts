/** A plan's rows under review: what the reader's rows become, and what `schedule.accept` takes. Pure. */
import { acceptedRows } from '#shared/features/schedule-import.ts';
import type { ScheduleReading } from '#shared/features/reading.ts';
import { NO_TIME, type AcceptedRow, type ScheduleFields } from '#shared/features/schedule.ts';
import { type Doubts, type Draft, newDraft, OF_NO_LINE, type ReviewRow } from './review-draft.ts';

export interface PlanRow extends ScheduleFields, ReviewRow {}

const EMPTY_ROW: Omit<PlanRow, 'id'> = {
  ...OF_NO_LINE,
  time: NO_TIME,
  activity: '',
  units: [],
  status: 'not_started',
  statusReason: '',
  doneOn: null,
  remark: '',
};

export function planDoubts({ warnings, rejected }: ScheduleReading): Doubts {
  return { warnings, rejected: rejected.map(({ source_line, text, reason }) => ({ line: source_line, text, reason })) };
}

export function planDraft(reading: ScheduleReading): Draft<PlanRow> {
  const rows = acceptedRows(reading).map((row, index): Partial<PlanRow> => {
    const { time, activity, units, status, statusReason, doneOn, remark } = row;
    return {
      ...(time ? { time } : {}),
      activity: activity ?? '',
      units: units ?? [],
      status: status ?? 'not_started',
      statusReason: statusReason ?? '',
      doneOn: doneOn ?? null,
      remark: remark ?? '',
      needsReview: row.needsReview ?? false,
      sourceLine: row.sourceLine ?? null,
      sourceEndLine: reading.sources[index]?.end_line ?? row.sourceLine ?? null,
      sourceText: row.sourceText ?? null,
    };
  });
  return newDraft(rows, EMPTY_ROW, planDoubts(reading));
}

export function emptyActivities(draft: Draft<PlanRow>): number {
  return draft.rows.filter(({ activity }) => activity.trim() === '').length;
}

/** The rows as `schedule.accept` takes them. */
export function rowsToAccept(draft: Draft<PlanRow>): AcceptedRow[] {
  return draft.rows.map(({ id: _id, seen: _seen, sourceEndLine: _end, ...row }) => row);
}
