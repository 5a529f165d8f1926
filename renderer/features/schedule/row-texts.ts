/**
 * A row's cells as text and back. Invariant: the text that a cell shows, typed back unchanged, changes nothing in the
 * row; what a cell does not show (the week, links of units) is carried over from the row before.
 */
import { AppError } from '#shared/errors.ts';
import {
  NO_TIME,
  RowStatus,
  type ScheduleFields,
  type ScheduleRow,
  type UnitMention,
} from '#shared/features/schedule.ts';
import { formatMonthCell, parseMonthCell } from '#shared/lib/months.ts';
import { splitUnits } from '#shared/lib/units.ts';

/** Behind a unit that helps only, as papers print it. */
const SUPPORT = '（协办）';

export function unitsText(units: readonly Pick<UnitMention, 'name' | 'role'>[]): string {
  return units.map(({ name, role }) => (role === 'support' ? `${name}${SUPPORT}` : name)).join('、');
}

/** Reads a unit cell; links of names that stay are kept. A name printed twice counts once. */
export function unitsFromText(text: string, before: readonly UnitMention[] = []): UnitMention[] {
  const units: UnitMention[] = [];
  for (const { name, role } of splitUnits(text)) {
    if (units.some((unit) => unit.name === name)) continue;
    const known = before.find((unit) => unit.name === name);
    units.push({ name, role, organisationId: known?.organisationId ?? null });
  }
  return units;
}

export function monthText(row: Pick<ScheduleRow, 'time'>): string {
  return formatMonthCell(row.time);
}

/** What a cell hands to `fieldsFromText`: its text, or the status itself. */
export function cellText(row: ScheduleFields, column: string): string {
  switch (column) {
    case 'month':
      return monthText(row);
    case 'units':
      return unitsText(row.units);
    case 'status':
      return row.status;
    case 'remark':
      return row.remark;
    default:
      return row.activity;
  }
}

type Before = Pick<ScheduleRow, 'time' | 'units' | 'status'> & { statusReason?: string };

/** What a cell's text says, as fields of the row. Throws schedule/month_invalid; unknown status words throw too. */
export function fieldsFromText(
  column: string,
  text: string,
  before: Before | null,
): { fields: Partial<ScheduleFields>; suggested: boolean } {
  switch (column) {
    case 'month': {
      const cell = parseMonthCell(text);
      if (!cell.ok) throw new AppError('schedule/month_invalid', { text });
      if (before && text === formatMonthCell(before.time)) return { fields: {}, suggested: false };
      return { fields: { time: { ...cell.time, week: before?.time.week ?? null } }, suggested: cell.suggested };
    }
    case 'activity':
      return { fields: { activity: text }, suggested: false };
    case 'units':
      return { fields: { units: unitsFromText(text, before?.units) }, suggested: false };
    case 'status': {
      const status = RowStatus.safeParse(text === '' ? 'not_started' : text);
      if (!status.success) throw new AppError('input/invalid', { field: 'status', detail: text });
      // A reason belongs to the status for which it was given.
      const keeps = before?.status === status.data;
      return { fields: { status: status.data, ...(keeps ? {} : { statusReason: '' }) }, suggested: false };
    }
    case 'remark':
      return { fields: { remark: text }, suggested: false };
    default:
      throw new AppError('input/invalid', { field: column, detail: text });
  }
}

/** All texts of a new row as fields. */
export function fieldsFromTexts(texts: Readonly<Record<string, string>>): {
  fields: Partial<ScheduleFields>;
  suggested: string[];
} {
  let fields: Partial<ScheduleFields> = {};
  const suggested: string[] = [];
  for (const [column, text] of Object.entries(texts)) {
    if (text === '') continue;
    const read = fieldsFromText(column, text, null);
    fields = { ...fields, ...read.fields };
    if (read.suggested) suggested.push(text);
  }
  return { fields, suggested };
}

/** The fields of the row that one row makes of several: the first row's, with all activities, units and remarks. */
export function mergedFields(rows: readonly ScheduleFields[]): Partial<ScheduleFields> {
  const joined = (texts: string[], separator: string): string =>
    [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].join(separator);
  const units: UnitMention[] = [];
  for (const unit of rows.flatMap((row) => row.units)) {
    if (!units.some(({ name }) => name === unit.name)) units.push(unit);
  }
  const times = rows.map(({ time }) => time);
  const [first] = times;
  const sameTime = times.every((time) => JSON.stringify(time) === JSON.stringify(first));
  return {
    activity: joined(
      rows.map(({ activity }) => activity),
      '；',
    ),
    remark: joined(
      rows.map(({ remark }) => remark),
      '；',
    ),
    units,
    ...(sameTime ? {} : { time: spanOf(times) ?? first ?? NO_TIME }),
  };
}

/** The span from the earliest to the latest month, where all rows lie plainly within the plan's year; else null. */
function spanOf(times: readonly ScheduleRow['time'][]): ScheduleRow['time'] | null {
  const months: number[] = [];
  for (const time of times) {
    if (time.monthStart === null || time.monthEnd === null || time.yearOffset !== 0 || time.endNextYear) return null;
    months.push(time.monthStart, time.monthEnd);
  }
  return { ...NO_TIME, monthStart: Math.min(...months), monthEnd: Math.max(...months) };
}
