/**
 * From the Schedule JSON to the archive's own rows: the same facts under the archive's names. Used by the review screen
 * and by the headless import, so both take a row alike. What the archive has no field for is kept in the remark.
 */
import type { ReadRow, RowSource, ScheduleReading } from './reading.ts';
import type { AcceptedRow, RowStatus, RowTime, UnitMention } from './schedule.ts';

/** Printed words for a status; any other wording stays a remark and the row is marked for review. */
const STATUS_WORDS: Readonly<Record<string, RowStatus>> = {
  未开始: 'not_started',
  未完成: 'not_started',
  进行中: 'in_progress',
  正在进行: 'in_progress',
  已完成: 'done',
  完成: 'done',
  部分完成: 'partly_done',
  延期: 'postponed',
  推迟: 'postponed',
  取消: 'cancelled',
  已取消: 'cancelled',
};

/** The time of a row as the archive keeps it. */
export function timeFromReadRow(row: ReadRow): RowTime {
  return {
    monthStart: row.month_start,
    monthEnd: row.month_end,
    yearOffset: row.year_offset ?? 0,
    endNextYear: row.end_next_year ?? false,
    deadlineMonth: row.deadline_month ?? null,
    part: row.part ?? null,
    day: row.day ?? null,
    week: row.week === undefined ? null : String(row.week),
    dateStart: row.date_start ?? row.dates?.[0] ?? null,
    dateEnd: row.date_end ?? row.dates?.at(-1) ?? null,
  };
}

/** Units of a row: the responsible ones first, then those that help. Links are made by the archive. */
export function unitsFromReadRow(row: ReadRow): UnitMention[] {
  return [
    ...row.units.map((name) => ({ name, role: 'lead' as const, organisationId: null })),
    ...(row.support ?? []).map((name) => ({ name, role: 'support' as const, organisationId: null })),
  ];
}

/** One row as `schedule.accept` takes it. */
export function acceptedRow(row: ReadRow, source: RowSource | undefined): AcceptedRow {
  const word = row.status?.trim() ?? '';
  const status = word === '' ? 'not_started' : STATUS_WORDS[word];
  // The archive keeps a first and a last day; single days between them stay readable in the remark.
  const days = row.dates !== undefined && row.dates.length > 2 ? row.dates.join('、') : '';
  const remarks = [row.remark?.trim() ?? '', status === undefined ? word : '', days].filter((part) => part !== '');
  return {
    time: timeFromReadRow(row),
    activity: row.activity,
    units: unitsFromReadRow(row),
    status: status ?? 'not_started',
    remark: remarks.join('；'),
    needsReview: row.needs_review === true || row.no_month === true || status === undefined || days !== '',
    sourceLine: source?.line ?? null,
    sourceText: source?.text ?? null,
  };
}

/** All rows of a reading, with those marked for review that an error or a doubt names. */
export function acceptedRows(reading: ScheduleReading): AcceptedRow[] {
  const doubtful = new Set(
    reading.warnings.filter(({ severity, row }) => severity !== 'note' && row !== null).map(({ row }) => row),
  );
  return reading.rows.map((row, index) => {
    const accepted = acceptedRow(row, reading.sources[index]);
    return doubtful.has(index) ? { ...accepted, needsReview: true } : accepted;
  });
}
