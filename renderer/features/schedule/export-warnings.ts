/** What a person should know before the paper is written: months without work, unknown units, rows not yet checked. */
import type { Organisation } from '#shared/features/organisations.ts';
import type { ScheduleRow } from '#shared/features/schedule.ts';
import { hasNoMonth, monthsOf } from './row-filter.ts';
import { unknownUnitsOf } from './unit-gaps.ts';

export interface ExportWarnings {
  emptyMonths: number[];
  unknownUnits: string[];
  needReview: number;
  withoutMonth: number;
  withoutUnit: number;
  emptyActivities: number;
}

export function exportWarnings(
  rows: readonly ScheduleRow[],
  organisations: readonly Organisation[] | undefined,
): ExportWarnings {
  const months = new Set(rows.flatMap(monthsOf));
  return {
    emptyMonths: Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !months.has(month)),
    unknownUnits: [...unknownUnitsOf(rows, organisations).keys()],
    needReview: rows.filter(({ needsReview }) => needsReview).length,
    withoutMonth: rows.filter(hasNoMonth).length,
    withoutUnit: rows.filter(({ units }) => units.length === 0).length,
    emptyActivities: rows.filter(({ activity }) => activity.trim() === '').length,
  };
}
