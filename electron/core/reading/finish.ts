/**
 * From a draft to the Schedule JSON: years, dates, counts, warnings in the reader's language.
 * Invariant: rows keep the printed order; every doubt of the draft comes out as a warning with its line and row.
 */
import type { ReadRow, ReadWarning, ScheduleReading } from '#shared/features/reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { daysOf, listedDays, bracketDays, validateWeeks, weeksOf, yearOffsets } from './calendar.ts';
import { checkAbove, checkHead, checkRows, checkSigns, checkTitle, checkUnits, checkWording } from './checks.ts';
import { aboutLine, type Draft, type DraftRow } from './draft.ts';
import { factsOf } from './facts.ts';
import { headOf, titleAboveLine } from './head.ts';
import type { SourceDocument } from './source.ts';
import { sentence } from './wording.ts';
import { planYear, titleYear, yearsIn } from './years.ts';

export interface ReadOptions {
  locale: Locale;
  units: { name: string; shortNames: string[] }[];
}

function timeFields(row: DraftRow, year: number | null, offset: number): Omit<ReadRow, 'activity' | 'units'> {
  const time = row.time;
  const printed = time?.year ?? null;
  // 次年 and a printed year speak for themselves; else the order of the months tells.
  const own = time?.yearOffset ?? 0;
  const relative = printed !== null && year !== null ? printed - year : own === 0 ? offset : own;
  const shift = Math.max(-1, Math.min(2, relative));
  const days = row.dates ?? (time?.days ? time : bracketDays(row.activity, row));
  const dated = days ? daysOf(days, year === null ? null : year + (printed === null ? offset : shift)) : null;
  const single = row.dates && !row.dates.days && row.dates.day !== null ? row.dates : null;
  const day = time?.day ?? single?.day ?? null;
  const listed = listedDays(row.dates?.list.length ? row.dates : time, year === null ? null : year + offset);
  const deadline = time?.deadlineMonth ?? row.deadlineMonth;
  return {
    month_start: time?.monthStart ?? null,
    month_end: time?.monthEnd ?? null,
    ...dated,
    ...(listed.length === 0 ? {} : { dates: listed }),
    ...(deadline === null ? {} : { deadline_month: deadline }),
    ...(time?.part ? { part: time.part } : {}),
    ...(day === null ? {} : { day }),
    ...(shift === 0 || (!time && !row.dates) ? {} : { year_offset: shift }),
    ...(time?.endNextYear ? { end_next_year: true as const } : {}),
    ...(time?.allYear ? { all_year: true as const } : {}),
    ...(time || deadline !== null ? {} : { no_month: true as const }),
  };
}

/** Titles of plans that do not cover a whole year. */
const PART_OF_YEAR = /学期|[上下]半年|季|月|寒假|暑假|暑期|学年/u;

function withoutEnd(activity: string): string {
  return activity.replace(/[\s。；;，,．.]+$/u, '').trim();
}

function monthsOf(rows: readonly ReadRow[]): number[] {
  const covered = new Set<number>();
  for (const row of rows) {
    if (row.month_start === null) continue;
    const end = row.end_next_year ? 12 : (row.month_end ?? row.month_start);
    for (let month = row.month_start; month <= end; month += 1) covered.add(month);
    if (row.end_next_year) for (let month = 1; month <= (row.month_end ?? 0); month += 1) covered.add(month);
  }
  return [...covered].sort((one, two) => one - two);
}

/** Months without a row between the first and the last, counted on through the next year. */
function monthsBetween(rows: readonly ReadRow[]): number[] {
  const covered = new Set<number>();
  for (const row of rows) {
    if (row.month_start === null || row.all_year) continue;
    const start = row.month_start + 12 * (row.year_offset ?? 0);
    const end = (row.month_end ?? row.month_start) + 12 * ((row.year_offset ?? 0) + (row.end_next_year ? 1 : 0));
    for (let place = start; place <= end; place += 1) covered.add(place);
  }
  const places = [...covered];
  const missing: number[] = [];
  if (places.length === 0) return missing;
  for (let place = Math.min(...places); place < Math.max(...places); place += 1)
    if (!covered.has(place)) missing.push(((place + 11) % 12) + 1);
  return missing;
}

function count(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function monthKey(row: ReadRow): string[] {
  if (row.month_start === null) return [];
  return [row.month_start === row.month_end ? `${row.month_start}` : `${row.month_start}-${row.month_end}`];
}

/** Completes a draft; see the file's head. */
export function finishReading(
  draft: Draft,
  source: SourceDocument,
  options: ReadOptions,
  others: ReadonlySet<string> = new Set(),
): ScheduleReading {
  const { lines } = source;
  const head = headOf(lines, draft.from, draft.to);
  const above = draft.title === null ? titleAboveLine(lines, draft.from) : null;
  const title = draft.title ?? above?.title ?? null;
  const timeYears = draft.rows.flatMap((row) =>
    [row.time?.year, row.dates?.days?.from.year, row.dates?.year, row.time?.days?.from.year].filter(
      (year) => typeof year === 'number',
    ),
  );
  const year = planYear({
    scheduleTitle: title,
    // The title of another schedule in the same source says nothing about this one's year.
    documentTitle: head.document.title !== null && others.has(head.document.title) ? null : head.document.title,
    datedRows: draft.rows.filter((row) => typeof (row.time?.year ?? row.dates?.year) === 'number').length,
    rows: draft.rows.length,
    signedYear: head.signedYear,
    timeYears,
    activityYears: draft.rows.flatMap((row) => yearsIn(row.activity)),
    otherYears: [
      ...(source.name === null ? [] : [titleYear(source.name)?.year].filter((one) => one !== undefined)),
      ...lines.slice(0, draft.from - 1).flatMap((line) => yearsIn(line)),
    ],
  });

  checkRows(draft);
  const offsets = yearOffsets(draft, year.title);
  const weeks = weeksOf(draft);
  const rows = draft.rows.map((row): ReadRow => {
    const support = row.units.filter((unit) => unit.role === 'support').map((unit) => unit.name);
    return {
      ...timeFields(row, year.year, offsets.get(row) ?? 0),
      activity: withoutEnd(row.activity),
      units: row.units.filter((unit) => unit.role === 'lead').map((unit) => unit.name),
      ...(support.length === 0 ? {} : { support }),
      ...(weeks.has(row) ? { week: weeks.get(row) ?? '' } : {}),
      ...(row.status === '' ? {} : { status: row.status }),
      ...(row.remark === '' ? {} : { remark: row.remark }),
      ...(row.items === null ? {} : { items: row.items }),
      ...(row.subItems === null ? {} : { sub_items: row.subItems }),
    };
  });
  const validation = validateWeeks(draft, rows);
  const covered = monthsOf(rows);
  const missing = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !covered.includes(month));
  const inner = monthsBetween(rows);
  if (inner.length > 0)
    draft.findings.push(
      aboutLine(draft.from, 'months_missing', { months: inner.join('、') }, draft.monthsProven ? 'note' : 'doubt'),
    );
  const outer = missing.filter((month) => !inner.includes(month));
  if (outer.length > 0 && covered.length > 0)
    draft.findings.push(
      aboutLine(
        draft.from,
        'months_uncovered',
        { months: outer.join('、') },
        draft.monthsProven || PART_OF_YEAR.test(title ?? '') ? 'note' : 'doubt',
      ),
    );
  if (!draft.hasUnitColumn && rows.every((row) => row.units.length === 0))
    draft.findings.push(aboutLine(draft.from, 'no_unit_column'));
  const undated =
    year.year === null
      ? draft.rows.find((row) =>
          [row.dates, row.time].some(
            (time) => time !== null && (time.days?.from.year === null || time.list.some((day) => day.year === null)),
          ),
        )
      : undefined;
  if (undated) draft.findings.push({ ...aboutLine(undated.line, 'days_without_year', {}, 'doubt'), row: undated });
  checkHead(draft, head, rows, year.year);
  checkSigns(draft, lines);
  checkAbove(draft, lines, above?.line ?? null);
  checkTitle(draft, lines);
  checkWording(draft, lines, title, head.document.title);
  const suggestions = checkUnits(draft, options.units);
  if (year.disagree)
    draft.findings.push(
      aboutLine(above?.line ?? null, 'years_disagree', { years: year.candidates.join('、') }, 'doubt'),
    );
  else if (year.year === null) draft.findings.push(aboutLine(null, 'year_unknown', {}, 'doubt'));
  else if (year.title && !/\d{4}/u.test(year.title.printed))
    draft.findings.push(
      aboutLine(above?.line ?? null, 'chinese_year', { printed: year.title.printed, year: year.year }),
    );

  for (const [index, row] of draft.rows.entries()) {
    const made = rows[index];
    if (row.review && made) made.needs_review = true;
  }
  const facts = factsOf(lines.slice(0, Math.max(0, draft.from - 1)));
  const { locale } = options;
  const subItemTotal = rows.reduce((sum, row) => sum + (row.sub_items ?? 0), 0);
  return {
    layout: sentence(locale, `layout_${draft.layout}`),
    title,
    year: year.year,
    ...(year.candidates.length === 0 ? {} : { year_candidates: year.candidates }),
    columns_as_printed: draft.columnsAsPrinted,
    columns: draft.columns,
    row_count: rows.length,
    rows,
    sources: draft.rows.map((row) => ({ line: row.line, end_line: row.endLine, text: row.text })),
    first: rows[0] ?? null,
    last: rows.at(-1) ?? null,
    months_covered: covered,
    months_missing: missing,
    unit_counts: count(rows.flatMap((row) => [...row.units, ...(row.support ?? [])])),
    rows_per_month: count(rows.flatMap(monthKey)),
    rejected: draft.rejected.map((one) => ({
      line: one.line,
      source_line: one.sourceLine,
      text: one.text,
      reason: sentence(locale, one.reason, { line: one.sourceLine, ...one.params }),
    })),
    skipped: draft.skipped.map((one) => ({
      line: one.line,
      text: one.text,
      reason: sentence(locale, one.reason, { line: one.line, text: one.text }),
    })),
    ...(suggestions === null ? {} : { unit_alias_suggestions: suggestions }),
    document: head.document,
    stations: facts.stations,
    funding_rules: facts.fundingRules,
    key_tasks: facts.keyTasks,
    guarantees: facts.guarantees,
    ...(validation === null ? {} : { validation }),
    ...(draft.monthTheme === null ? {} : { month_theme: draft.monthTheme }),
    ...(year.title?.secondTerm || year.title?.schoolYear
      ? {
          year_evidence: sentence(locale, 'school_year_evidence', {
            printed: year.title.printed,
            year: year.title.year,
          }),
        }
      : {}),
    ...(subItemTotal === 0 ? {} : { sub_item_total: subItemTotal }),
    warnings: warningsOf(draft, source, options.locale),
  };
}

/** Findings as warnings, in the order of their lines, errors and doubts before notes; each once. */
function warningsOf(draft: Draft, source: SourceDocument, locale: Locale): ReadWarning[] {
  const places = new Map(draft.rows.map((row, index) => [row, index]));
  const rank = { error: 0, doubt: 1, note: 2 };
  const seen = new Set<string>();
  const warnings: ReadWarning[] = [];
  for (const skipped of draft.skipped)
    draft.findings.push(aboutLine(skipped.line, skipped.reason, { text: skipped.text.slice(0, 40) }));
  for (const finding of draft.findings) {
    const row = finding.row === null ? null : (places.get(finding.row) ?? null);
    const key = `${finding.code}|${finding.line}|${row}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const params = { line: finding.line ?? 0, ...finding.params };
    warnings.push({
      code: finding.code,
      severity: finding.severity,
      line: finding.line,
      row,
      params,
      message: sentence(locale, finding.code, params),
    });
  }
  for (const note of source.notes) {
    const params = { line: note.line ?? 0, ...note.params };
    warnings.push({
      code: note.code,
      severity: 'doubt',
      line: note.line,
      row: null,
      params,
      message: sentence(locale, note.code, params),
    });
  }
  return warnings.sort((one, two) => rank[one.severity] - rank[two.severity] || (one.line ?? 0) - (two.line ?? 0));
}
