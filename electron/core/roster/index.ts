/**
 * The reader of sign-in sheets, rosters and lists of activities: from a decoded source to the roster reading.
 * Invariant: the strictest layout that explains the source is taken; where none does, the source is refused with a sentence
 * that says what to do. A doubtful place is never silent.
 */
import { AppError } from '#shared/errors.ts';
import type { RosterMapping, RosterReading } from '#shared/features/attendance.ts';
import type { Locale, WarningCode } from '#shared/i18n/index.ts';
import { readHeadCount } from '#shared/lib/people/head-count.ts';
import { shortRows } from '../catalogue/ragged.ts';
import type { SourceBlock, SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { emptyActivity, readActivities, setHeadCount } from './activity-rows.ts';
import {
  aboutLine,
  type DraftActivity,
  type HeadLine,
  type LeftOut,
  type RosterDraft,
  type RosterTable,
} from './draft.ts';
import { finishReading } from './finish.ts';
import { headOf, type RosterHead, yearIn } from './head.ts';
import { headlessTable } from './headless.ts';
import { readLabelled } from './labelled.ts';
import { readPeople } from './people-rows.ts';
import { readProse } from './prose.ts';
import { tablesOf } from './tables.ts';
import { tablesOfText } from './text-tables.ts';
import { readPersonRole } from './values.ts';

export interface RosterOptions {
  locale: Locale;
  /** What the reviewer says of headings. */
  mapping: RosterMapping;
  /** Today (ISO): nobody is born later and no sheet is signed later. */
  today: string;
}

interface Found {
  tables: RosterTable[];
  rejected: LeftOut[];
  placed: Set<number>;
  skipped: LeftOut[];
}

function linesAsHead(source: SourceDocument, from: number, to: number): HeadLine[] {
  return source.lines
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, cells: [text.trim()] }))
    .filter(({ cells: [text] }) => text !== '');
}

function lastLineOf(source: SourceDocument, index: number, block: Extract<SourceBlock, { kind: 'table' }>): number {
  const next = source.blocks[index + 1];
  if (!next) return source.lines.length;
  const begin = next.kind === 'table' ? (next.rows[0]?.line ?? source.lines.length + 1) : next.from;
  return Math.max(block.rows.at(-1)?.line ?? 1, begin - 1);
}

function tablesOfBlocks(source: SourceDocument, options: RosterOptions): Found {
  const found: Found = { tables: [], rejected: [], placed: new Set(), skipped: [] };
  const short = shortRows(source);
  let headFrom = 1;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind !== 'table') continue;
    const begin = block.rows[0]?.line ?? headFrom;
    const lastLine = lastLineOf(source, index, block);
    const tables = tablesOf(block.rows, {
      name: block.name,
      head: linesAsHead(source, headFrom, begin - 1),
      mapping: options.mapping,
      lastLine,
      short,
    });
    if (tables.length > 0) headFrom = lastLine + 1;
    else if (block.rows.filter(({ cells }) => cells.some((cell) => (cell?.text ?? '').trim() !== '')).length > 1) {
      const text = source.lines[begin - 1]?.trim().replaceAll('\t', ' ').slice(0, 40) ?? '';
      found.skipped.push({ line: begin, text, reason: 'roster/table_left_out' });
    }
    found.tables.push(...tables);
  }
  if (found.tables.length > 0) {
    for (const { line, cells } of linesAsHead(source, headFrom, source.lines.length)) {
      const below = source.blocks.some((block) => block.kind === 'text' && block.from <= line && line <= block.to);
      if (below) found.skipped.push({ line, text: cells[0] ?? '', reason: 'roster/text_below' });
    }
  }
  return found;
}

function tablesOfTexts(source: SourceDocument, options: RosterOptions): Found {
  const found: Found = { tables: [], rejected: [], placed: new Set(), skipped: [] };
  for (const block of source.blocks) {
    if (block.kind !== 'text') continue;
    const one = tablesOfText(source.lines, block.from, block.to, options.mapping);
    found.tables.push(...one.tables);
    found.rejected.push(...one.rejected);
    for (const line of one.placed) found.placed.add(line);
  }
  return found;
}

const isPeople = (table: RosterTable): boolean => table.columns.some(({ field }) => field === 'name');

/** Whether a table says who took part in something, not only who is there. */
function isAttendance(table: RosterTable, head: RosterHead): boolean {
  const has = table.columns.some(
    ({ field, day, activity }) =>
      field === 'signed' || field === 'activity' || field === 'date' || day !== undefined || activity !== undefined,
  );
  return has || (head.activity !== null && head.day !== null) || /签到|点名|考勤|出勤/u.test(head.title ?? '');
}

/** What a head or its title leaves open, and what it says of all rows. */
function completePeople(draft: RosterDraft, table: RosterTable, head: RosterHead): void {
  const { records, findings } = draft;
  const line = head.line ?? table.from;
  const attendance = isAttendance(table, head);
  const titleRole = readPersonRole(head.title ?? '');
  tellAges(draft, table, head);
  if (!attendance) {
    let without = 0;
    for (const record of records) {
      record.activity = null;
      record.date = null;
      if (record.person_role === null && titleRole) record.person_role = titleRole;
      if (record.person_role === null) without += 1;
    }
    if (records.some(({ minutes }) => minutes !== null)) {
      findings.push(aboutLine(table.from, 'roster/hours_unplaced', {}, 'doubt'));
    }
    if (without > 0) findings.push(aboutLine(table.from, 'roster/role_absent', { count: without }, 'doubt'));
    return;
  }
  // What somebody was on a day is no role of the register, unless the word means no role of a day.
  for (const record of records) if (record.role !== null) record.person_role = null;
  for (const { line: at, value } of head.conflicts)
    findings.push(aboutLine(at, 'roster/head_conflict', { text: value }, 'doubt'));
  const fromHead = records.filter(({ activity }) => activity !== null && activity === head.activity);
  if (head.implied !== null && fromHead.length > 0)
    findings.push(aboutLine(line, 'roster/activity_implied', { activity: head.activity ?? '' }, 'doubt'));
  if (head.day !== null && records.some(({ date }) => date === head.day?.date)) {
    const { problem, printed, date } = head.day;
    const params = { text: printed, date: date ?? '' };
    if (date === null) findings.push(aboutLine(head.day.line, 'roster/head_date_unreadable', params, 'error'));
    else if (problem === 'year_of_paper') findings.push(aboutLine(head.day.line, 'roster/head_year_of_paper', params));
    else if (problem === 'range' || problem === 'several')
      findings.push(aboutLine(head.day.line, 'roster/head_days', params, 'doubt'));
    else if (problem !== null) findings.push(aboutLine(head.day.line, 'roster/head_date_doubtful', params, 'doubt'));
  }
  const dateless = records.filter(({ date }) => date === null).length;
  if (dateless > 0 && dateless === records.length) findings.push(aboutLine(line, 'roster/date_absent', {}, 'error'));
  const nameless = records.filter(({ activity }) => activity === null).length;
  if (nameless > 0) findings.push(aboutLine(line, 'roster/activity_absent', { count: nameless }, 'error'));
  for (const record of records) if (record.activity === null || record.date === null) record.review = true;
  if (records.some(({ signed }) => signed === null))
    findings.push(aboutLine(table.from, 'roster/signed_absent', {}, 'doubt'));
  const volunteers = /志愿/u.test(head.title ?? '') || /志愿服务/u.test(head.activity ?? '');
  if (volunteers && !table.columns.some(({ field }) => field === 'role')) {
    for (const record of records) record.role = 'volunteer';
    findings.push(aboutLine(line, 'roster/role_of_title'));
  }
  draft.activities.push(...activitiesOf(draft, table, head));
}

/** Ages without birth dates: about when they were born is told where the sheet has a day, and entered nowhere. */
function tellAges({ records, findings }: RosterDraft, table: RosterTable, head: RosterHead): void {
  const aged = records.filter(({ age, birth }) => age !== undefined && birth === null);
  if (aged.length === 0) return;
  const years = aged.flatMap(({ age, date }) => {
    const day = date ?? head.day?.date ?? null;
    return age === undefined || day === null ? [] : [Number(day.slice(0, 4)) - age];
  });
  const count = new Set(aged.map(({ line, name }) => `${line}${name}`)).size;
  findings.push(
    years.length === aged.length
      ? aboutLine(
          table.from,
          'roster/age_only',
          { count, from: Math.min(...years) - 1, to: Math.max(...years) },
          'doubt',
        )
      : aboutLine(table.from, 'roster/age_only_undated', { count }, 'doubt'),
  );
}

/** The activities that the rows name, each once, with what the head says of its own. */
function activitiesOf(draft: RosterDraft, table: RosterTable, head: RosterHead): DraftActivity[] {
  const found = new Map<string, DraftActivity>();
  for (const record of draft.records) {
    if (record.activity === null) continue;
    const key = `${record.activity}|${record.date ?? ''}`;
    if (found.has(key)) continue;
    const activity = emptyActivity(record.activity, record.line, record.endLine);
    activity.date_start = record.date;
    if (record.activity === head.activity) {
      activity.line = head.line ?? record.line;
      if (record.date === head.day?.date) {
        activity.date_end = head.day?.end ?? null;
        if (head.day?.problem !== null) activity.date_printed = head.day?.printed ?? '';
      }
      activity.time = head.time;
      activity.place = head.place;
      activity.hosts = head.hosts;
      activity.category = head.category;
      activity.audience = head.audience;
      if (head.headCount !== null) {
        if (!setHeadCount(activity, head.headCount))
          draft.findings.push(aboutLine(activity.line, 'roster/head_head_count', { text: head.headCount }, 'doubt'));
        const read = readHeadCount(head.headCount);
        const lines = draft.records.filter((one) => one.activity === head.activity && one.date === record.date);
        const signed = lines.filter((one) => one.signed !== false).length;
        if (read?.mark === 'exact' && read.count !== signed && read.count !== lines.length)
          draft.findings.push(
            aboutLine(activity.line, 'roster/total_differs', { printed: read.count, count: lines.length }, 'doubt'),
          );
      }
    }
    found.set(key, activity);
  }
  for (const activity of found.values())
    if (activity.line < table.from && activity.title !== head.activity) activity.line = table.from;
  return [...found.values()];
}

/** Words that tell what else a paper is, so that the refusal can say where it belongs. */
function reasonOf(text: string): WarningCode {
  if (/配档表|主管单位/u.test(text)) return 'roster/reason_plan';
  if (/题\s*名|责\s*任\s*者|档\s*号/u.test(text)) return 'roster/reason_catalogue';
  if (/姓\s*名|签\s*到|活动名称|参加人数/u.test(text)) return 'roster/reason_unaligned';
  return 'roster/reason_no_header';
}

function refusal(reason: WarningCode, options: RosterOptions): AppError {
  return new AppError('attendance/unreadable', { reason: sentence(options.locale, reason) });
}

/**
 * Reads a sign-in sheet, roster or list of activities.
 * @throws AppError `attendance/unreadable` with the reason as a sentence
 */
export function readRoster(source: SourceDocument, options: RosterOptions): RosterReading {
  const text = source.lines.join('\n');
  if (text.trim() === '') throw refusal('reason_empty', options);
  let found = tablesOfBlocks(source, options);
  if (found.tables.length === 0) found = tablesOfTexts(source, options);
  let headless: RosterTable | null = null;
  if (found.tables.length === 0) {
    headless = headlessTable(source, options.mapping, options.today);
    if (headless) found = { tables: [headless], rejected: [], placed: new Set(), skipped: [] };
  }
  const drafts: RosterDraft[] = [];
  let attendance = false;
  let above: RosterHead | null = null;
  for (const table of found.tables) {
    const own = headOf(table.head, table.name);
    // A table further down without a head of its own belongs to the paper's.
    const head: RosterHead = above !== null && table.head.length === 0 && own.activity === null ? above : own;
    above = head;
    const draft = isPeople(table) ? readPeople(table, head, options.today) : readActivities(table, head, options.today);
    if (draft.records.length === 0 && draft.activities.length === 0 && draft.rejected.length === 0) continue;
    for (const record of draft.records) {
      if (table === headless) record.review = true;
      if (!found.placed.has(record.line)) continue;
      record.review = true;
      draft.findings.push(aboutLine(record.line, 'roster/alignment', {}, 'doubt'));
    }
    if (isPeople(table)) {
      completePeople(draft, table, head);
      attendance ||= isAttendance(table, head);
    }
    drafts.push(draft);
  }
  const [first] = drafts;
  if (first) {
    first.rejected.push(...found.rejected);
    first.skipped.push(...found.skipped.filter(({ reason }) => reason === 'roster/text_below'));
    for (const { line, text: left, reason } of found.skipped)
      if (reason === 'roster/table_left_out') first.findings.push(aboutLine(line, reason, { text: left }, 'doubt'));
  }
  if (!drafts.some(({ records, activities }) => records.length > 0 || activities.length > 0)) {
    const title = headOf(linesAsHead(source, 1, Math.min(source.lines.length, 5)), null);
    const year = title.year ?? yearIn(source.lines.slice(0, 3).join(' '));
    const labelled = readLabelled(source, year);
    // Names that stand in no readable table are more than a report says: better nothing than the half.
    if (labelled.skipped.some(({ text: left }) => /姓\s*名|签\s*[名到字]/u.test(left)))
      throw refusal('roster/reason_unaligned', options);
    const prose =
      labelled.activities.length > 0
        ? labelled
        : { ...readProse(source.lines, 1, source.lines.length, year), skipped: [] };
    if (prose.activities.length === 0 || drafts.some(({ rejected }) => rejected.length > 0))
      throw refusal(reasonOf(text), options);
    drafts.length = 0;
    drafts.push({
      title:
        title.title ??
        source.lines
          .find((line) => line.trim() !== '')
          ?.trim()
          .slice(0, 100) ??
        null,
      columns: [],
      records: [],
      rejected: [],
      ...prose,
    });
  }
  const persons = drafts.some(({ records }) => records.length > 0);
  const kind = !persons ? 'activities' : attendance ? 'attendance' : 'persons';
  return finishReading(kind, drafts, source, options.locale);
}
