/**
 * Real tables: finds the header, gives each column its meaning, cuts a sheet into its sections.
 * Invariant: every row is handed on: as head, as header, or as a row below it; only a header that comes again with the same
 * words is left out, and that is told. No field is read from two columns, hosts apart.
 */
import type { RosterField, RosterMapping } from '#shared/features/attendance.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { partsBeside, slice } from '../catalogue/tables.ts';
import { expandRows, type GridRow, rowText } from '../reading/grid.ts';
import type { SourceRow } from '../reading/source.ts';
import { readDay } from './days.ts';
import { aboutLine, type Finding, type HeadLine, type LeftOut, type RosterColumn, type RosterTable } from './draft.ts';
import { activityOfTitle, headOf, isTitle, pairsOf } from './head.ts';
import {
  damagedHeadingOf,
  headingOf,
  headsRoster,
  isNotRead,
  mapped,
  printedHeading,
  bareHeading,
} from './headings.ts';
import { formOf, readPersonRole, readRole, readSigned } from './values.ts';

export interface TableOptions {
  name: string | null;
  /** Lines above the table. */
  head: HeadLine[];
  mapping: RosterMapping;
  /** Last line that belongs to the table. */
  lastLine: number;
  /** Lines where rows begin that have fewer cells than the others. */
  short: ReadonlySet<number>;
}

interface Header {
  at: number;
  height: number;
  headings: string[];
}

const textsOf = (row: GridRow): string[] => row.cells.map((cell) => (cell.state === 'printed' ? cell.text : ''));

/** Whether a heading is a day of a matrix: 6月12日, 6.12, 2021-06-12. */
function isDayHeading(text: string): boolean {
  const plain = text.replace(/\s*\n\s*/gu, '').trim();
  return (
    plain.length <= 24 &&
    /\d/u.test(plain) &&
    !/^\d+$/u.test(plain) &&
    !['unreadable', 'month_only', 'serial'].includes(readDay(plain, 2020).problem ?? '')
  );
}

/** A month's days as headings: 1 2 3 … 31. */
function dayNumbers(headings: readonly string[]): boolean {
  const numbers = headings
    .map((text) => text.trim())
    .filter((text) => /^\d{1,2}日?$/u.test(text))
    .map((text) => Number(text.replace('日', '')));
  return numbers.length >= 5 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** Whether cells head a sheet; days and lessons of a matrix count as known. */
export function headsSheet(headings: readonly string[], mapping: RosterMapping): boolean {
  return headsRoster(headings, mapping, countOthers(headings));
}

function countOthers(headings: readonly string[]): number {
  return (
    headings.filter(isDayHeading).length +
    (dayNumbers(headings) ? headings.filter((text) => /^\d{1,2}日?$/u.test(text.trim())).length : 0)
  );
}

function headerAt(rows: readonly GridRow[], at: number, mapping: RosterMapping): Header | null {
  const row = rows[at];
  if (!row || row.filled < 2) return null;
  const headings = textsOf(row);
  const below = rows[at + 1];
  const second = below ? secondLevel(headings, below, mapping) : null;
  if (second && headsSheet(second, mapping)) return { at, height: 2, headings: second };
  return headsSheet(headings, mapping) ? { at, height: 1, headings } : null;
}

/** A second row of headings under the first: 签到 over days; 监护人 over 姓名 and 电话. */
function secondLevel(headings: readonly string[], below: GridRow, mapping: RosterMapping): string[] | null {
  if (!headings.some((text) => headingOf(text)?.field === 'name' || mapped(mapping, text) === 'name')) return null;
  const printed = below.cells.flatMap((cell, index) => (cell.state === 'printed' ? [{ index, text: cell.text }] : []));
  if (printed.length === 0 || headsSheet(textsOf(below), mapping)) return null;
  const numbers = dayNumbers(printed.map(({ text }) => text));
  if (
    !printed.every(
      ({ text }) => isDayHeading(text) || headingOf(text) || (numbers && /^\d{1,2}日?$/u.test(text.trim())),
    )
  )
    return null;
  let group = '';
  return below.cells.map((cell, column) => {
    const above = headings[column] ?? '';
    if (above !== '') group = above;
    if (cell.state !== 'printed') return above;
    const joined = `${withoutSpace(group)}${withoutSpace(cell.text)}`;
    return headingOf(joined) ? joined : cell.text;
  });
}

const plainHeader = ({ headings }: Header): string =>
  headings
    .map((text) => withoutSpace(canonical(text)))
    .join('|')
    .replace(/\|+$/u, '');

function headLine(row: GridRow): HeadLine {
  return { line: row.line, cells: row.cells.filter((cell) => cell.state === 'printed').map(({ text }) => text) };
}

/** First of the rows right above a header that belong to it: titles, labelled values, a line alone. */
function beginOf(rows: readonly GridRow[], header: Header, from: number): number {
  let at = header.at;
  while (at > from) {
    const row = rows[at - 1];
    if (!row) break;
    const line = headLine(row);
    const labelled = pairsOf([line]).length > 0 && line.cells.length <= 12;
    if (
      row.filled > 0 &&
      !labelled &&
      !(row.filled === 1 && (isTitle(line.cells[0] ?? '') || !isRest(line.cells[0] ?? '')))
    )
      break;
    at -= 1;
  }
  while (at < header.at && rows[at]?.filled === 0) at += 1;
  return at;
}

/** Lines that end a table instead of beginning the next. */
const isRest = (text: string): boolean =>
  /^(?:合计|总计|小计|共计|备注|注[:：]|说明|填表|制表|审核|第\s*\d+\s*页)/u.test(withoutSpace(text));

/** Everything that a table holds of sheets. */
export function tablesOf(source: readonly SourceRow[], options: TableOptions): RosterTable[] {
  const rows = expandRows(source, options.lastLine);
  const headers: Header[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const header = headerAt(rows, at, options.mapping);
    if (!header) continue;
    headers.push(header);
    at += header.height - 1;
  }
  const tables: RosterTable[] = [];
  let last: { header: Header; table: RosterTable } | null = null;
  for (const [index, header] of headers.entries()) {
    const before = headers[index - 1];
    const begin = beginOf(rows, header, before ? before.at + before.height : 0);
    const next = headers[index + 1];
    const end = next ? beginOf(rows, next, header.at + header.height) : rows.length;
    const body = rows.slice(header.at + header.height, end);
    const above = rows.slice(index === 0 ? 0 : begin, header.at).filter((row) => row.filled > 0);
    const head = [...(index === 0 ? options.head : []), ...above.map(headLine)];
    const repeated: LeftOut = {
      line: rows[header.at]?.line ?? 1,
      text: rows
        .slice(header.at, header.at + header.height)
        .map(rowText)
        .join(' '),
      reason: 'header_repeated',
    };
    if (last && plainHeader(last.header) === plainHeader(header) && sameHead(last.table.head, head)) {
      last.table.rows.push(...body);
      last.table.to = body.at(-1)?.endLine ?? last.table.to;
      last.table.skipped.push(repeated);
      continue;
    }
    const made = makeTable(header, head, body, options, rows[header.at]?.line ?? 1);
    tables.push(made);
    last = { header, table: made };
  }
  return tables;
}

const CONTINUED = /[(（]?[续接](?:表|上页|前页|上表)?[)）]?$/u;

/** Whether the head above a header that comes again says nothing new. */
function sameHead(first: readonly HeadLine[], again: readonly HeadLine[]): boolean {
  if (again.length === 0) return true;
  const known = new Set(first.map(({ cells }) => withoutSpace(cells.join(''))));
  const { activity } = headOf(first, null);
  return again.every(({ cells }) => {
    const text = withoutSpace(cells.join(''));
    const plain = text.replace(CONTINUED, '');
    if (known.has(plain)) return true;
    // 插花体验签到表（续表） goes on with the activity that the first head labels.
    const title = plain === text || pairsOf([{ line: 1, cells: [plain] }]).length > 0 ? null : plain;
    if (title === null) return false;
    const named = activityOfTitle(title);
    return named === null || named === activity;
  });
}

function makeTable(
  header: Header,
  head: HeadLine[],
  body: GridRow[],
  options: TableOptions,
  line: number,
): RosterTable {
  const parts = partsBeside(header.headings);
  const beside = parts.length >= 2;
  const [from, to] = beside ? [parts[0] ?? 0, parts[1] ?? header.headings.length] : [0, header.headings.length];
  const rows = beside
    ? parts.flatMap((start, part) =>
        body
          .map((row) => slice(row, start, start + to - from))
          // A line across both blocks stands in the left one.
          .filter((row) => part === 0 || row.filled > 0),
      )
    : body;
  const headings = header.headings.slice(from, to);
  const contentOf = (column: number): string[] => rows.map((row) => row.cells[column]?.text ?? '');
  const { columns, findings } = columnsOf(headings, contentOf, options.mapping, line);
  withMatrix(columns, findings, { contentOf, line, head, name: options.name });
  if (beside) findings.push(aboutLine(line, 'tables_beside'));
  for (const [index, column] of columns.entries()) {
    const filled = rows.filter((row) => row.cells[index]?.state === 'printed').length;
    if (column.field !== null || column.day !== undefined || column.activity !== undefined) continue;
    if (column.printed !== '') findings.push(aboutLine(line, 'column_left_out', { column: column.printed }));
    else if (filled > 0) findings.push(aboutLine(line, 'roster/column_unnamed', { column: index + 1 }, 'doubt'));
  }
  return {
    name: options.name,
    head,
    columns,
    rows,
    short: options.short,
    from: line,
    to: body.at(-1)?.endLine ?? line,
    findings,
    skipped: [],
  };
}

/** How well a column's texts go with a field, 0–1; only where the content can tell. */
function fit(field: RosterField, texts: readonly string[]): number {
  const sample = texts.filter((text) => text.trim() !== '').slice(0, 40);
  if (sample.length === 0) return 0.5;
  const share = (is: (text: string) => boolean): number => sample.filter(is).length / sample.length;
  if (field === 'date') return share((text) => readDay(text, 2020).problem !== 'unreadable');
  if (field === 'time') return share((text) => /^\s*(?:上午|下午|晚上|\d{1,2}[:：时点])/u.test(text));
  if (field === 'role') return share((text) => readRole(text) !== null || readPersonRole(text) !== null);
  // 三年级1班 and 初二(3)班 are classes of a school, 剪纸班 is what is taught.
  if (field === 'unit') return share((text) => /年级|[\d)]班$|[初高][一二三]/u.test(withoutSpace(canonical(text))));
  if (field === 'name') {
    return share(
      (text) => formOf(text) === 'text' && /^[\p{Script=Han}\s·]{2,6}$/u.test(text.trim()) && readRole(text) === null,
    );
  }
  return 0.6;
}

function columnsOf(
  headings: readonly string[],
  contentOf: (column: number) => readonly string[],
  mapping: RosterMapping,
  line: number,
): { columns: RosterColumn[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const present = new Set<RosterField>();
  for (const heading of headings) {
    const field = mapped(mapping, printedHeading(heading)) ?? headingOf(heading)?.field;
    if (field) present.add(field);
  }
  const hasName = present.has('name');
  const exact = headings.map((heading) => {
    const known = headingOf(heading);
    return known?.candidates.length === 1 ? known.field : null;
  });
  const claims = headings.map((heading, index): { printed: string; field: RosterField | null; rank: number } => {
    const printed = printedHeading(heading);
    const said = printed === '' ? undefined : mapped(mapping, printed);
    if (said !== undefined) return { printed, field: said, rank: -1 };
    const known = headingOf(heading);
    if (!known) {
      const damaged = printed === '' || isDayHeading(printed) ? null : damagedHeadingOf(heading, present);
      if (!damaged) return { printed, field: null, rank: 0 };
      findings.push(aboutLine(line, 'header_damaged', { printed, column: damaged.name }, 'doubt'));
      present.add(damaged.field);
      return { printed, field: damaged.field, rank: damaged.rank };
    }
    if (known.candidates.length === 1) return { printed, field: known.field, rank: known.rank };
    const free = known.candidates.filter(
      (field) =>
        !exact.includes(field) &&
        (hasName ? field !== 'audience' && field !== 'category' : field !== 'role' && field !== 'name'),
    );
    const texts = contentOf(index);
    const best =
      free.toSorted((one, two) => fit(two, texts) - fit(one, texts))[0] ??
      known.candidates.find((field) => !exact.includes(field)) ??
      null;
    return { printed, field: best, rank: best === known.field ? known.rank : 50 };
  });
  const columns = claims.map(({ printed, field, rank }, index): RosterColumn => {
    const better = claims.some(
      (other, place) =>
        place !== index && other.field === field && (other.rank < rank || (other.rank === rank && place < index)),
    );
    return { printed, field: field !== null && better && field !== 'host' && field !== 'signed' ? null : field };
  });
  // What was served on a day is an activity of that day: 服务时间 | 服务项目 | 服务时长.
  const fields = new Set(columns.map(({ field }) => field));
  const service = columns.find(
    ({ field, printed }) => field === 'subject' && /^服务(?:项目|内容)$/u.test(bareHeading(printed)),
  );
  if (hasName && service && fields.has('date') && !fields.has('activity')) service.field = 'activity';
  return { columns, findings };
}

/** Gives the columns of days, or of activities with nothing but marks below them, their meaning. */
function withMatrix(
  columns: RosterColumn[],
  findings: Finding[],
  {
    contentOf,
    line,
    head,
    name,
  }: { contentOf: (column: number) => string[]; line: number; head: HeadLine[]; name: string | null },
): void {
  if (!columns.some(({ field }) => field === 'name')) return;
  const { year, month } = headOf(head, name);
  const numbers = dayNumbers(columns.map(({ printed }) => printed));
  const marked = (index: number): boolean => {
    const texts = contentOf(index).filter((text) => text.trim() !== '');
    return texts.length > 0 && texts.every((text) => readSigned(text, '').problem === null);
  };
  const days = columns.flatMap((column, index) =>
    column.field === null && isDayHeading(column.printed) ? [index] : [],
  );
  for (const index of days) {
    const column = columns[index];
    if (!column) continue;
    const day = readDay(column.printed, year);
    column.day = day.date;
    if (day.date === null) findings.push(aboutLine(line, 'roster/day_unreadable', { text: column.printed }, 'error'));
    else if (day.problem === 'year_of_paper')
      findings.push(aboutLine(line, 'roster/day_year_of_paper', { text: column.printed, date: day.date }));
  }
  if (numbers && days.length === 0) {
    for (const column of columns) {
      if (column.field !== null || !/^\d{1,2}日?$/u.test(column.printed)) continue;
      const day =
        year !== null && month !== null ? readDay(`${year}-${month}-${column.printed.replace('日', '')}`, null) : null;
      column.day = day?.date ?? null;
      if (column.day === null)
        findings.push(aboutLine(line, 'roster/day_unreadable', { text: column.printed }, 'error'));
    }
    return;
  }
  if (days.length > 0) return;
  const activities = columns.flatMap((column, index) =>
    column.field === null && column.printed !== '' && !isNotRead(column.printed) && marked(index) ? [index] : [],
  );
  if (activities.length < 2 || columns.some(({ field }) => field === 'activity')) return;
  for (const index of activities) {
    const column = columns[index];
    if (!column) continue;
    column.activity = column.printed;
    findings.push(aboutLine(line, 'roster/column_as_activity', { column: column.printed }, 'doubt'));
  }
}
