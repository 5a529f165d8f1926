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

/** Months of the plan's year on which a row lies; empty = none printed. */
export function monthsOf({ time }: Pick<ScheduleRow, 'time'>): number[] {
  if (time.yearOffset !== 0) return [];
  const start = time.monthStart ?? time.deadlineMonth;
  const end = time.endNextYear ? 12 : (time.monthEnd ?? start);
  if (start === null || end === null) return [];
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
}

export function hasNoMonth({ time }: Pick<ScheduleRow, 'time'>): boolean {
  return time.monthStart === null && time.deadlineMonth === null && time.dateStart === null;
}

export function matches(row: ScheduleRow, filter: RowFilter): boolean {
  if (filter.review && !row.needsReview) return false;
  if (filter.status !== null && row.status !== filter.status) return false;
  if (filter.month !== null) {
    if (filter.month === 0 ? !hasNoMonth(row) : !monthsOf(row).includes(filter.month)) return false;
  }
  if (filter.unit !== null) {
    if (filter.unit === 'none' ? row.units.length > 0 : !row.units.some((unit) => unitKey(unit) === filter.unit)) {
      return false;
    }
  }
  const wanted = filter.text.trim().toLowerCase();
  if (wanted === '') return true;
  return [row.activity, row.remark, row.statusReason, ...row.units.map(({ name }) => name)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
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
    for (const month of monthsOf(row)) months.set(month, (months.get(month) ?? 0) + 1);
    for (const unit of row.units) {
      const key = unitKey(unit);
      units.set(key, { name: unit.name, count: (units.get(key)?.count ?? 0) + 1 });
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
