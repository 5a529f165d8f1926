/**
 * Puts rows on the calendar: school years, steps backwards, dates of weeks.
 * Invariant: months go forward; one step from the year's end to its beginning is a school year, any other step
 * backwards is marked. Dates are kept as printed even where they disagree with the month.
 */
import type { ReadRow } from '#shared/features/reading.ts';
import { canonical } from '#shared/lib/chinese-numerals.ts';
import { readTime, type TimeExpression } from '#shared/lib/time-expressions.ts';
import { aboutLine, aboutRow, type Draft, type DraftRow } from './draft.ts';
import type { TitleYear } from './years.ts';
import { speaksOrdinals, weekValue } from './week.ts';

/** Years after the plan's year for each row, told by the order of the months. */
export function yearOffsets(draft: Draft, title: TitleYear | null): Map<DraftRow, number> {
  const offsets = new Map<DraftRow, number>();
  let reached = 0;
  let offset = 0;
  let wrapped = 0;
  let group = 0;
  for (const row of draft.rows) {
    if (row.group !== group) {
      group = row.group;
      reached = 0;
      offset = 0;
    }
    const time = row.time;
    const start = time?.monthStart ?? null;
    if (
      !time ||
      start === null ||
      time.allYear ||
      (time.monthEnd ?? start) - start >= 5 ||
      time.yearOffset !== 0 ||
      time.year !== null
    ) {
      offsets.set(row, offset);
      // A long span may stand anywhere; where it steps back a digit may be lost (11-12月 → 1-12月).
      if (time && start !== null && start < reached && !time.allYear && time.yearOffset === 0 && time.year === null)
        draft.findings.push({ ...aboutLine(row.line, 'month_backwards', { from: reached, to: start }, 'doubt'), row });
      continue;
    }
    if (start < reached) {
      // 9月 … 12月, then 1月: the year turned, once.
      const turns = offset === 0 && reached >= 8 && start <= 4 && reached - start >= 6;
      const expected = title?.schoolYear === true;
      if (turns) {
        offset = 1;
        wrapped = row.line;
        const finding = aboutLine(row.line, 'school_year', { from: reached, to: start }, expected ? 'note' : 'doubt');
        draft.findings.push({ ...finding, row });
      } else draft.findings.push(aboutRow(row, 'month_backwards', { from: reached, to: start }));
      reached = start;
    } else if (start > reached) reached = start;
    offsets.set(row, offset);
  }
  // Months that run past the school year's end do not fit the turn.
  if (wrapped > 0 && !title?.schoolYear)
    for (const row of draft.rows) if (offsets.get(row) === 1 && title !== null) row.review = true;
  return offsets;
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last day of a span of days, where the year is known. */
export function daysOf(time: TimeExpression, year: number | null): { date_start: string; date_end: string } | null {
  if (!time.days) return null;
  const { from, to } = time.days;
  const first = from.year ?? year;
  if (first === null) return null;
  const last = to.year ?? first + (to.month < from.month ? 1 : 0);
  return { date_start: iso(first, from.month, from.day), date_end: iso(last, to.month, to.day) };
}

/** The single days of a list, where the year is known. */
export function listedDays(time: TimeExpression | null, year: number | null): string[] {
  return (time?.list ?? []).flatMap((day) => {
    const known = day.year ?? year;
    return known === null ? [] : [iso(known, day.month, day.day)];
  });
}

/** A bracket that holds nothing but a span of days: （10.10-10.16）. */
export function bracketDays(activity: string, row: DraftRow): TimeExpression | null {
  for (const found of canonical(activity).matchAll(/\(([^()]{5,24})\)/gu)) {
    const time = readTime(found[1] ?? '');
    if (!time?.days || !row.time?.monthStart) continue;
    const { from, to } = time.days;
    if (from.month >= row.time.monthStart && to.month <= (row.time.monthEnd ?? row.time.monthStart)) return time;
  }
  return null;
}

/** More overlaps than this say no more. */
const MOST_OVERLAPS = 500;

type Week = number | string;
type Validation = { overlapping_weeks: [Week, Week][]; week_dates_outside_heading_month: Week[] };

/** Weeks of the table against each other and against their month. */
export function validateWeeks(draft: Draft, rows: readonly ReadRow[]): Validation | null {
  if (!rows.some((row) => row.week !== undefined && row.date_start !== undefined)) return null;
  const validation: Validation = { overlapping_weeks: [], week_dates_outside_heading_month: [] };
  const dated = rows.flatMap((row, index) =>
    row.week === undefined || row.date_start === undefined || row.date_end === undefined
      ? []
      : [{ index, week: row.week, from: row.date_start, to: row.date_end, row }],
  );
  const pairs: { one: (typeof dated)[number]; two: (typeof dated)[number] }[] = [];
  const byStart = dated.toSorted((one, two) =>
    one.from < two.from ? -1 : one.from > two.from ? 1 : one.index - two.index,
  );
  for (const [place, one] of byStart.entries()) {
    for (let next = place + 1; next < byStart.length && pairs.length < MOST_OVERLAPS; next += 1) {
      const two = byStart[next];
      if (!two || two.from > one.to) break;
      // Several rows of one week print its dates together.
      if (two.week === one.week && two.from === one.from && two.to === one.to) continue;
      pairs.push(one.index < two.index ? { one, two } : { one: two, two: one });
    }
  }
  pairs.sort((a, b) => a.one.index - b.one.index || a.two.index - b.two.index);
  for (const { one, two } of pairs) {
    const made = draft.rows[two.index];
    validation.overlapping_weeks.push([one.week, two.week]);
    if (made)
      draft.findings.push({
        ...aboutLine(made.line, 'weeks_overlap', { one: one.week, two: two.week }, 'doubt'),
        row: made,
      });
  }
  for (const { index, week, from, to, row } of dated) {
    const start = row.month_start;
    const made = draft.rows[index];
    if (start === null || !made) continue;
    const outside = Number(to.slice(5, 7)) < start || Number(from.slice(5, 7)) > (row.month_end ?? start);
    if (outside && from.slice(0, 4) === to.slice(0, 4)) {
      validation.week_dates_outside_heading_month.push(week);
      draft.findings.push({ ...aboutLine(made.line, 'week_outside_month', { week }, 'doubt'), row: made });
    }
  }
  return validation;
}

/** Reads the week labels of all rows alike. */
export function weeksOf(draft: Draft): Map<DraftRow, Week> {
  const labels = draft.rows.flatMap((row) => (row.week === null ? [] : [row.week]));
  const ordinals = speaksOrdinals(labels);
  const weeks = new Map<DraftRow, Week>();
  for (const row of draft.rows) if (row.week !== null) weeks.set(row, weekValue(row.week, ordinals));
  return weeks;
}
