/** Which rows of the year the table shows. Pure; the rows are all in the window. */
import type { RowStatus, ScheduleRow } from '#shared/features/schedule.ts';

export interface RowFilter {
  /** 1–12; 0 = rows without a month. */
  month: number | null;
  /** A unit by its id, or by its printed name where it is not in the list. */
  unit: string | null;
  status: RowStatus | null;
  text: string;
  review: boolean;
}

export const NO_FILTER: RowFilter = { month: null, unit: null, status: null, text: '', review: false };

export function isFiltering(filter: RowFilter): boolean {
  return (
    filter.month !== null ||
    filter.unit !== null ||
    filter.status !== null ||
    filter.text.trim() !== '' ||
    filter.review
  );
}

/** Key of a unit mention in the filter. */
export function unitKey(unit: { name: string; organisationId: number | null }): string {
  return unit.organisationId === null ? `name:${unit.name}` : `id:${unit.organisationId}`;
}

/** First and last month of the plan's year on which a row lies; null = none printed. */
export function spanOf({ time }: Pick<ScheduleRow, 'time'>): readonly [start: number, end: number] | null {
  if (time.yearOffset !== 0) return null;
  const start = time.monthStart ?? time.deadlineMonth;
  const end = time.endNextYear ? 12 : (time.monthEnd ?? start);
  return start === null || end === null ? null : [start, end];
}

/** Months of the plan's year on which a row lies; empty = none printed. */
export function monthsOf(row: Pick<ScheduleRow, 'time'>): number[] {
  const span = spanOf(row);
  return span ? Array.from({ length: Math.max(0, span[1] - span[0] + 1) }, (_, index) => span[0] + index) : [];
}

export function hasNoMonth({ time }: Pick<ScheduleRow, 'time'>): boolean {
  return time.monthStart === null && time.deadlineMonth === null && time.dateStart === null;
}

/** The rows that a filter lets through; the text is looked for without regard to case. */
export function filterRows(rows: readonly ScheduleRow[], filter: RowFilter): ScheduleRow[] {
  const wanted = filter.text.trim();
  const text = wanted === '' ? null : new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'iu');
  return rows.filter((row) => matches(row, filter) && (text === null || holds(row, text)));
}

function liesOn(row: ScheduleRow, month: number): boolean {
  const span = spanOf(row);
  return span !== null && span[0] <= month && month <= span[1];
}

function holds(row: ScheduleRow, text: RegExp): boolean {
  return (
    text.test(row.activity) ||
    text.test(row.remark) ||
    text.test(row.statusReason) ||
    row.units.some(({ name }) => text.test(name))
  );
}

function matches(row: ScheduleRow, filter: RowFilter): boolean {
  if (filter.review && !row.needsReview) return false;
  if (filter.status !== null && row.status !== filter.status) return false;
  if (filter.month !== null) {
    if (filter.month === 0 ? !hasNoMonth(row) : !liesOn(row, filter.month)) return false;
  }
  if (filter.unit !== null) {
    if (filter.unit === 'none' ? row.units.length > 0 : !row.units.some((unit) => unitKey(unit) === filter.unit)) {
      return false;
    }
  }
  return true;
}

export interface RowCounts {
  months: ReadonlyMap<number, number>;
  units: ReadonlyMap<string, { name: string; count: number }>;
  statuses: ReadonlyMap<RowStatus, number>;
  withoutUnit: number;
  withoutMonth: number;
  needReview: number;
  /** Groups of equal months that follow each other, as the paper merges them. */
  monthGroups: number;
}

export function countRows(rows: readonly ScheduleRow[], monthOf: (row: ScheduleRow) => string): RowCounts {
  const months = new Map<number, number>();
  const units = new Map<string, { name: string; count: number }>();
  const statuses = new Map<RowStatus, number>();
  let [withoutUnit, withoutMonth, needReview, monthGroups] = [0, 0, 0, 0];
  let lastMonth: string | null = null;
  for (const row of rows) {
    const span = spanOf(row);
    if (span) for (let month = span[0]; month <= span[1]; month += 1) months.set(month, (months.get(month) ?? 0) + 1);
    for (const unit of row.units) {
      const key = unitKey(unit);
      const known = units.get(key);
      if (known) known.count += 1;
      else units.set(key, { name: unit.name, count: 1 });
    }
    statuses.set(row.status, (statuses.get(row.status) ?? 0) + 1);
    if (row.units.length === 0) withoutUnit += 1;
    if (hasNoMonth(row)) withoutMonth += 1;
    if (row.needsReview) needReview += 1;
    const month = monthOf(row);
    if (month !== '' && month !== lastMonth) monthGroups += 1;
    lastMonth = month;
  }
  return { months, units, statuses, withoutUnit, withoutMonth, needReview, monthGroups };
}
