/** Rows of a list of activities (活动一览表) → activities, with the head counts as they are printed. */
import { Audience } from '#shared/features/activities.ts';
import type { RosterField } from '#shared/features/attendance.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { readHeadCount } from '#shared/lib/people/head-count.ts';
import { isFoot, isPageNoise, isTotal } from '../catalogue/rows.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import { readDay } from './days.ts';
import {
  aboutLine,
  aboutRecord,
  type DraftActivity,
  type Finding,
  type Params,
  type RosterDraft,
  type RosterTable,
} from './draft.ts';
import { hostsOf, type RosterHead } from './head.ts';
import { standardName } from './headings.ts';
import { holdsIdentity } from './identity-numbers.ts';
import { formOf, plainOf } from './values.ts';

/** Words of 对象 → the audience that they name; null where they name none or several. */
const AUDIENCES: readonly (readonly [RegExp, Audience])[] = [
  [/全体居民|社区居民|^居民$|全体|各界/u, 'everyone'],
  [/老年|老人|退休/u, 'elderly'],
  [/青少年|中学生|学生/u, 'youth'],
  [/儿童|幼儿|小学生/u, 'children'],
  [/妇女|女性/u, 'women'],
  [/家长|父母|亲子/u, 'parents'],
  [/职工|员工/u, 'employees'],
  [/农民|村民|农户/u, 'farmers'],
  [/残障|残疾/u, 'disabled'],
  [/外来|流动人口|新市民/u, 'migrants'],
  [/教师|老师/u, 'teachers'],
  [/工作者|工作人员|专干/u, 'staff'],
];

/** The audience of a printed text; null where it names none or several. */
export function readAudience(printed: string): Audience | null {
  const exact = Audience.safeParse(printed.trim());
  if (exact.success) return exact.data;
  const found = new Set(AUDIENCES.filter(([words]) => words.test(plainOf(printed))).map(([, audience]) => audience));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** An activity of which nothing is known but its title and where it stands. */
export function emptyActivity(title: string, line: number, endLine = line): DraftActivity {
  return {
    title: title.slice(0, 200),
    date_start: null,
    date_end: null,
    time: null,
    place: null,
    hosts: [],
    category: null,
    audience: null,
    head_count: null,
    head_count_mark: null,
    head_count_printed: null,
    summary: null,
    line,
    endLine,
    review: false,
  };
}

/** Sets the head count of an activity from its printed text. Answers whether the text could be read. */
export function setHeadCount(activity: DraftActivity, printed: string): boolean {
  const read = readHeadCount(printed);
  activity.head_count_printed = printed.trim().slice(0, 100);
  activity.head_count = read?.count ?? null;
  activity.head_count_mark = read?.mark ?? null;
  return read !== null;
}

/** Reads the rows of a list of activities; `latest` is today. */
export function readActivities(table: RosterTable, head: RosterHead, latest: string): RosterDraft {
  const draft: RosterDraft = {
    title: head.title,
    columns: table.columns,
    records: [],
    activities: [],
    findings: [...table.findings],
    rejected: [],
    skipped: [...table.skipped],
  };
  const column = (field: RosterField): number => table.columns.findIndex((one) => one.field === field);
  let aboveDate: string | null = null;
  let total = 0;
  for (const row of table.rows) {
    if (row.filled === 0) continue;
    const printed = row.cells.filter(({ state }) => state === 'printed').map(({ text }) => text.trim());
    const leave = (reason: Finding['code']): void => {
      draft.skipped.push({ line: row.line, text: rowText(row), reason });
    };
    if (printed.slice(0, 3).some((text) => isTotal(text) || /^(?:合计|总计|小计|共计)/u.test(plainOf(text)))) {
      leave('total_skipped');
      const counted = row.cells[column('head_count')]?.text.trim() ?? '';
      const read = counted === '' ? null : readHeadCount(counted);
      if (read !== null && read.count !== total)
        draft.findings.push(
          aboutLine(row.line, 'roster/head_total_differs', { printed: counted, count: total }, 'doubt'),
        );
      continue;
    }
    if (printed.every(isPageNoise)) {
      leave('noise_skipped');
      continue;
    }
    if (isFoot(printed[0] ?? '')) {
      leave('foot_skipped');
      continue;
    }
    const title = row.cells[column('activity')];
    const text = title?.text.replace(/\s*\n\s*/gu, '').trim() ?? '';
    if (text === '' || isEmptyWord(text) || printed.length === 1) {
      const numbered = printed.length === 1 && /^\d+$/u.test(printed[0] ?? '');
      if (numbered) leave('roster/row_empty');
      else if (printed.length === 1) {
        leave('roster/line_left_over');
        draft.findings.push(
          aboutLine(row.line, 'roster/line_left_over', { text: (printed[0] ?? '').slice(0, 40) }, 'doubt'),
        );
      } else
        draft.rejected.push({
          line: row.line,
          text: rowText(row),
          reason: 'roster/row_without_title',
          params: { text: rowText(row).slice(0, 60) },
        });
      continue;
    }
    const activity = emptyActivity(text.replace(/^[《“"](.*)[》”"]$/u, '$1'), row.line, row.endLine);
    fill(activity, { row, table, head, latest, draft, column, aboveDate });
    const own = row.cells[column('date')]?.text.trim() ?? '';
    if (own !== '') aboveDate = own;
    total += activity.head_count ?? 0;
    draft.activities.push(activity);
  }
  tellNumbers(draft, table, column('number'));
  return draft;
}

interface Filling {
  row: GridRow;
  table: RosterTable;
  head: RosterHead;
  latest: string;
  draft: RosterDraft;
  column: (field: RosterField) => number;
  aboveDate: string | null;
}

function fill(activity: DraftActivity, { row, table, head, latest, draft, column, aboveDate }: Filling): void {
  const tell = (code: Finding['code'], params: Params = {}, severity: Finding['severity'] = 'doubt'): void => {
    draft.findings.push(aboutRecord(activity, code, { name: activity.title, ...params }, severity));
  };
  const cell = (field: RosterField): string | null => {
    const index = column(field);
    const text = index < 0 ? '' : (row.cells[index]?.text.replace(/\s*\n\s*/gu, ' ').trim() ?? '');
    if (text === '' || isEmptyWord(text)) return null;
    const heading = table.columns[index]?.printed || standardName(field);
    if (holdsIdentity(text)) {
      tell('roster/identity_in_cell', { field: heading });
      return null;
    }
    if (formOf(text) === 'broken') {
      tell('roster/cell_broken', { field: heading, text }, 'error');
      return null;
    }
    return text;
  };
  const words = (field: RosterField): string | null => {
    const text = cell(field);
    if (text !== null && formOf(text) !== 'text') tell('roster/cell_unlikely', { field: standardName(field), text });
    return text;
  };
  if (formOf(activity.title) !== 'text')
    tell('roster/cell_unlikely', { field: standardName('activity'), text: activity.title });
  if (table.short.has(row.line)) tell('roster/cells_missing');
  const extra = row.cells.slice(table.columns.length).filter(({ state }) => state === 'printed');
  if (extra.length > 0)
    tell('roster/cells_left_over', {
      text: extra
        .map(({ text }) => text.trim())
        .join(' ')
        .slice(0, 40),
    });
  let printed = cell('date');
  if (printed === null && column('date') >= 0 && aboveDate !== null) {
    printed = aboveDate;
    tell('roster/date_inherited', { text: aboveDate });
  } else if (printed === null && column('date') >= 0) tell('roster/date_empty');
  if (printed !== null) {
    const day = readDay(printed, head.year);
    activity.date_start = day.date;
    activity.date_end = day.end;
    activity.time = day.time;
    if (day.problem !== null || day.time !== null) activity.date_printed = printed;
    if (day.problem === 'no_such_month' || day.problem === 'no_such_day')
      tell(`roster/date_${day.problem}`, { text: printed, value: day.value ?? 0 }, 'error');
    else if (day.date === null)
      tell(day.problem === 'no_year' ? 'roster/date_no_year' : 'roster/date_unreadable', { text: printed }, 'error');
    else if (day.problem === 'year_of_paper')
      tell('roster/day_year_of_paper', { text: printed, date: day.date }, 'note');
    else if (day.problem !== null && day.problem !== 'range')
      tell('roster/date_doubtful', { text: printed, date: day.date });
    else if (day.date > latest) tell('roster/date_in_future', { date: day.date });
  }
  activity.time = cell('time') ?? activity.time;
  activity.place = words('place')?.slice(0, 200) ?? null;
  activity.hosts = table.columns.flatMap(({ field }, index) => {
    const text = field === 'host' ? (row.cells[index]?.text.trim() ?? '') : '';
    return text === '' || isEmptyWord(text) ? [] : hostsOf(text);
  });
  if (activity.hosts.length === 0) activity.hosts = head.hosts;
  const odd = activity.hosts.find((host) => formOf(host) !== 'text');
  if (odd !== undefined) tell('roster/cell_unlikely', { field: standardName('host'), text: odd });
  activity.category = words('category');
  activity.audience = words('audience');
  activity.summary = [cell('summary'), cell('remark')].filter((text) => text !== null).join('\n') || null;
  const count = cell('head_count');
  if (count !== null && !setHeadCount(activity, count)) tell('roster/head_count_unreadable', { text: count });
  else if (count === null && column('head_count') >= 0) tell('roster/head_count_empty', {}, 'note');
}

function tellNumbers(draft: RosterDraft, table: RosterTable, column: number): void {
  if (column < 0) return;
  const seen = new Map<string, number>();
  for (const activity of draft.activities) {
    const row = table.rows.find(({ line }) => line === activity.line);
    const number = plainOf(row?.cells[column]?.text ?? '');
    if (number === '') continue;
    const first = seen.get(number);
    if (!/^\d+$/u.test(number))
      draft.findings.push(
        aboutRecord(activity, 'roster/cell_unlikely', {
          name: activity.title,
          field: standardName('number'),
          text: number,
        }),
      );
    if (first !== undefined)
      draft.findings.push(
        aboutRecord(activity, 'roster/number_twice', { name: activity.title, number, first }, 'error'),
      );
    seen.set(number, activity.line);
  }
}
