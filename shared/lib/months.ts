/**
 * What a clerk types into a month cell of the grid, and how a row's time is shown there.
 * Invariant: parseMonthCell(formatMonthCell(time)) answers the same time for every time the grid can hold.
 */
import { NO_TIME, type RowTime } from '../features/schedule.ts';
import { readTime, type TimeExpression } from './time-expressions.ts';

export type MonthCell = { ok: true; time: RowTime; allYear: boolean; suggested: boolean } | { ok: false };

function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function rowTime(time: TimeExpression): RowTime {
  const dated = time.days?.from.year ?? null;
  const days = time.days;
  return {
    ...NO_TIME,
    monthStart: time.monthStart,
    monthEnd: time.monthEnd,
    yearOffset: time.yearOffset,
    endNextYear: time.endNextYear,
    deadlineMonth: time.deadlineMonth,
    part: time.part,
    day: time.day,
    dateStart: days && dated !== null ? isoDate(dated, days.from.month, days.from.day) : null,
    dateEnd:
      days && dated !== null
        ? isoDate(days.to.year ?? dated + (time.endNextYear ? 1 : 0), days.to.month, days.to.day)
        : null,
  };
}

/**
 * Reads a typed month cell: `1-2`, `3`, `一二月`, `上半年`, `10月上旬`, `5月底前`, `次年1月` … (rule U6).
 * Empty is a value: no month. `suggested` marks loose words (暑期) and lossy forms, to be confirmed by a person.
 * Texts that could be two things (`3.8`, `13月`, `2021年3月`) are not accepted.
 */
export function parseMonthCell(text: string): MonthCell {
  if (text.trim() === '') return { ok: true, time: NO_TIME, allYear: false, suggested: false };
  const time = readTime(text);
  if (!time || (time.year !== null && !time.days)) return { ok: false };
  // Days without a year cannot be kept as dates: the months are offered, the days have to be written elsewhere.
  const lossy = (time.days !== null && time.days.from.year === null) || time.list.length > 0;
  return { ok: true, time: rowTime(time), allYear: time.allYear, suggested: time.suggested || lossy };
}

function dateText(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

/** Shows a row's time in the month cell; none = empty text. */
export function formatMonthCell(time: RowTime): string {
  const next = time.yearOffset > 0 ? '次年' : time.yearOffset < 0 ? '去年' : '';
  if (time.dateStart !== null && time.dateEnd !== null) return `${dateText(time.dateStart)}-${dateText(time.dateEnd)}`;
  if (time.deadlineMonth !== null) {
    const when = time.day !== null ? `${time.day}日` : (time.part ?? '底');
    return `${next}${time.deadlineMonth}月${when}前`;
  }
  const { monthStart: start, monthEnd: end } = time;
  if (start === null || end === null) return '';
  if (start === 1 && end === 12 && next === '' && !time.endNextYear) return '全年';
  if (time.endNextYear) return `${next}${start}月-次年${end}月`;
  if (start !== end) return `${next}${start}-${end}月${time.part ?? ''}`;
  const day = time.day === null ? '' : `${time.day}日`;
  return `${next}${start}月${day === '' ? (time.part ?? '') : day}`;
}
