/**
 * Real tables: finds the header, gives each column its meaning, cuts a sheet into its schedules.
 * Invariant: a table without a recognised header is read only where every column proves its meaning by its content,
 * and then says so.
 */
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readTime } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { groupColumn, holdsUnits, settleColumns } from './columns.ts';
import { aboutLine, type Finding, type LayoutCode } from './draft.ts';
import { expandRows, type Grid, type GridColumn, type GridRow, rowText } from './grid.ts';
import type { SourceRow } from './source.ts';
import { damagedHeadingOf, headingOf, TITLE_WORD } from './vocabulary.ts';

interface Header {
  at: number;
  height: number;
  columns: GridColumn[];
  damaged: GridColumn[];
  /** A heading that no rule knows, read as the activity because it is the only one left. */
  unknown: GridColumn | null;
}

/** Reads a row as a header: at least two known headings, one of them an activity, at most one cell unknown. */
function headerAt(rows: readonly GridRow[], at: number): Header | null {
  const row = rows[at];
  if (!row || row.filled < 2) return null;
  const columns: GridColumn[] = [];
  const damaged: GridColumn[] = [];
  let known = 0;
  let unknown = 0;
  for (const cell of row.cells) {
    const printed = cell.text.trim();
    const exact = printed === '' ? null : headingOf(printed);
    if (exact) known += 1;
    else if (printed !== '') unknown += 1;
    columns.push({ printed, name: exact?.name ?? withoutSpace(printed), role: exact?.role ?? 'other' });
  }
  if (known < 1 || known < unknown) {
    if (known === 0) return null;
  }
  for (const [index, column] of columns.entries()) {
    if (column.role !== 'other' || column.printed === '' || headingOf(column.printed)) continue;
    const repaired = damagedHeadingOf(column.printed);
    if (
      !repaired ||
      columns.some((other, place) => place !== index && other.role === repaired.role && other.role !== 'unit')
    )
      continue;
    columns[index] = { printed: column.printed, name: repaired.name, role: repaired.role };
    damaged.push(columns[index]);
    known += 1;
  }
  const unknownActivity = onlyUnknown(columns);
  if (unknownActivity) columns[columns.indexOf(unknownActivity)] = { ...unknownActivity, role: 'activity' };
  const roles = columns.map((column) => column.role);
  const timed = roles.some((role) => role === 'time' || role === 'week' || role === 'dates' || role === 'deadline');
  if (known < 2 || !roles.includes('activity') || (!timed && !roles.includes('unit'))) return null;
  // A log tells what was done.
  if (columns.some((column) => /^(?:记录人|登记人|记录时间|登记日期)$/u.test(column.name))) return null;
  // A ledger has months and items too.
  if (!roles.includes('unit') && columns.some((column) => /金额|收入|支出|单价|余额|工资|数量|小计/u.test(column.name)))
    return null;
  if (columns.some((column) => readTime(column.printed) !== null && headingOf(column.printed) === null)) return null;
  return { at, height: 1, columns: chooseActivity(columns), damaged, unknown: unknownActivity };
}

/** Beside a time and a unit, the one heading that no rule knows must be the work. */
function onlyUnknown(columns: readonly GridColumn[]): GridColumn | null {
  const roles = columns.map((column) => column.role);
  const placed = roles.includes('time') && roles.includes('unit') && !roles.includes('activity');
  const unknown = columns.filter(
    (column) => column.printed !== '' && column.role === 'other' && !headingOf(column.printed),
  );
  const [only] = unknown;
  return placed && only && unknown.length === 1 && /^[\u4e00-\u9fff（）()、]{2,14}$/u.test(withoutSpace(only.printed))
    ? only
    : null;
}

/** One column is the activity: a theme of the week beside its content, a name beside its details. */
function chooseActivity(columns: GridColumn[]): GridColumn[] {
  const candidates = columns.filter((column) => column.role === 'activity');
  if (candidates.length < 2) return columns;
  const theme = candidates.find((column) => /主题$|名称$|^项目|^事项/u.test(column.name)) ?? candidates[0];
  return columns.map((column) =>
    column.role === 'activity' && column !== theme ? { ...column, role: 'items' } : column,
  );
}

/** A second header level: the row below holds headings under a spanning one. */
function withSecondLevel(rows: readonly GridRow[], header: Header): Header {
  const below = rows[header.at + 1];
  if (!below) return header;
  const printed = below.cells.filter((cell) => cell.state === 'printed');
  if (printed.length === 0 || !printed.every((cell) => headingOf(cell.text))) return header;
  const columns = header.columns.map((column, index) => {
    const cell = below.cells[index];
    const own = cell?.state === 'printed' ? headingOf(cell.text) : null;
    return own && cell ? { printed: cell.text.trim(), name: own.name, role: own.role } : column;
  });
  return { ...header, height: 2, columns: chooseActivity(columns) };
}

/** Columns told by their content alone; null where any of the two main columns is not certain. */
function columnsByContent(rows: readonly GridRow[]): GridColumn[] | null {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  if (width < 2 || rows.length < 3) return null;
  const columns: GridColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const texts = rows
      .map((row) => row.cells[index])
      .filter((cell) => cell?.state === 'printed')
      .map((cell) => cell?.text.trim() ?? '');
    const share = (test: (text: string) => boolean): number =>
      texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
    const counts = texts.every((text, place) => /^\d+$/u.test(text) && Number(text) === place + 1);
    const role =
      texts.length >= 2 && counts && index === 0
        ? 'index'
        : share((text) => readTime(text) !== null) >= 0.9 && !columns.some((column) => column.role === 'time')
          ? 'time'
          : share((text) => unitLikeness(text) === 'yes') >= 0.8 && !columns.some((column) => column.role === 'unit')
            ? 'unit'
            : share((text) => unitLikeness(text) !== 'yes' && text.length >= 4) >= 0.9 &&
                !columns.some((column) => column.role === 'activity')
              ? 'activity'
              : 'other';
    columns.push({ printed: '', name: '', role });
  }
  const roles = columns.map((column) => column.role);
  if (!roles.includes('time') || !roles.includes('activity')) return null;
  const filled = columns.filter(
    (column, index) => column.role === 'other' && rows.some((row) => row.cells[index]?.state === 'printed'),
  );
  return filled.length === 0 ? columns : null;
}

/** Two tables side by side under one header: 月份|工作|单位|月份|工作|单位. The left one is read first. */
function besideEachOther(header: Header): number[] {
  const times = header.columns.flatMap((column, index) => (column.role === 'time' ? [index] : []));
  const [first, second] = times;
  if (first === undefined || second === undefined) return [];
  const repeats = header.columns[second]?.name === header.columns[first]?.name;
  return repeats && times.every((at, index) => index === 0 || at - (times[index - 1] ?? 0) === second - first)
    ? times
    : [];
}

/** How many columns a table with a header has, and which of them holds its months. */
export interface TableFrame {
  width: number;
  time: number;
}

/** The frame of a table by its own header; null where it has none, or no months. */
export function frameOf(table: readonly SourceRow[]): TableFrame | null {
  const rows = expandRows(table, table.at(-1)?.line ?? 1);
  for (const [at, row] of rows.entries()) {
    const header = headerAt(rows, at);
    if (!header) continue;
    const time = header.columns.findIndex((column) => column.role === 'time');
    return time < 0 ? null : { width: row.cells.length, time };
  }
  return null;
}

/**
 * Whether a table without a header of its own goes on with another one, as pages of a converted paper do: as many
 * columns, and months where the other one has its months.
 */
export function goesOn(frame: TableFrame, table: readonly SourceRow[]): boolean {
  const rows = expandRows(table, table.at(-1)?.line ?? 1);
  const printed = rows.filter((row) => row.cells[frame.time]?.state === 'printed');
  return (
    printed.length > 0 &&
    rows.every((row) => row.cells.length === frame.width) &&
    printed.every((row) => readTime(row.cells[frame.time]?.text ?? '') !== null)
  );
}

/** Everything that the source's table holds of schedules: usually one, with another header and title below it two. */
export function gridsOfTable(
  sourceRows: readonly SourceRow[],
  name: string | null,
  lastLine: number,
  layout: LayoutCode = 'table',
): Grid[] {
  const rows = expandRows(sourceRows, lastLine);
  const headers: Header[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const found = headerAt(rows, at);
    if (!found) continue;
    const header = withSecondLevel(rows, found);
    headers.push(header);
    at += header.height - 1;
  }
  if (headers.length === 0) {
    const title = titleAbove(
      rows,
      rows.findIndex((row) => row.filled > 1),
    );
    const begin = title === null ? 0 : rows.findIndex((row) => row.filled > 1);
    const body = rows.slice(Math.max(0, begin)).filter((row) => row.filled > 0);
    const columns = columnsByContent(body);
    const line = body[0]?.line ?? 1;
    if (!columns) return [];
    return [makeGrid(layout, title, columns, body, [aboutLine(line, 'header_missing', {}, 'doubt')], line, lastLine)];
  }
  // A header that comes again without a title of its own is a page break; with a title it begins another schedule.
  const starts = headers.filter((header, index) => index === 0 || startsAnother(rows, headers[index - 1], header));
  const grids: Grid[] = [];
  for (const [index, header] of starts.entries()) {
    const next = starts[index + 1];
    const body = rows.slice(header.at + header.height, next ? firstTitleRow(rows, next.at) : rows.length);
    const title = titleAbove(rows, header.at) ?? (name !== null && TITLE_WORD.test(name) ? name : null);
    const from = rows[header.at]?.line ?? 1;
    const findings: Finding[] = header.damaged.map((column) =>
      aboutLine(from, 'header_damaged', { printed: column.printed, column: column.name }, 'doubt'),
    );
    if (header.unknown) findings.push(aboutLine(from, 'header_unknown', { printed: header.unknown.printed }, 'doubt'));
    const to = body.at(-1)?.endLine ?? from;
    const parts = besideEachOther(header);
    if (parts.length < 2)
      grids.push(makeGrid(layout, title, settleColumns(header.columns, body), body, findings, from, to));
    else {
      const joined = parts.flatMap((start, part) =>
        body.map((row) => slice(row, start, parts[part + 1] ?? row.cells.length)),
      );
      findings.push(aboutLine(from, 'tables_beside', {}, 'doubt'));
      grids.push(makeGrid(layout, title, header.columns.slice(0, parts[1]), joined, findings, from, to));
    }
  }
  return grids;
}

function slice(row: GridRow, from: number, to: number): GridRow {
  const cells = row.cells.slice(from, to);
  return { ...row, cells, filled: cells.filter((cell) => cell.state === 'printed').length };
}

function pick(row: GridRow, kept: readonly number[]): GridRow {
  return { ...row, cells: kept.map((index) => row.cells[index] ?? { text: '', state: 'empty' }) };
}

function firstTitleRow(rows: readonly GridRow[], header: number): number {
  let at = header;
  while (
    at > 0 &&
    (rows[at - 1]?.filled ?? 2) <= 1 &&
    readTime(rowText(rows[at - 1] ?? { line: 0, endLine: 0, cells: [], doubtful: false, filled: 0 })) === null
  )
    at -= 1;
  return at;
}

function startsAnother(rows: readonly GridRow[], before: Header | undefined, header: Header): boolean {
  if (!before) return true;
  const same =
    before.columns.map((column) => column.name).join() === header.columns.map((column) => column.name).join();
  if (!same) return true;
  const above = rows
    .slice(firstTitleRow(rows, header.at), header.at)
    .some((row) => row.filled === 1 && !/续/u.test(rowText(row)));
  const firstBelow = rows.slice(header.at + header.height).find((row) => row.filled > 0);
  const lastAbove = rows.slice(0, header.at).findLast((row) => row.filled > 1);
  const time = header.columns.findIndex((column) => column.role === 'time');
  const below = readTime(firstBelow?.cells[time]?.text ?? '')?.monthStart ?? null;
  const last = readTime(lastAbove?.cells[time]?.text ?? '')?.monthStart ?? null;
  const restarts = below !== null && last !== null && below < last;
  return above || restarts;
}

/** The title printed inside the table: the last row above the header that holds one cell with a title's word. */
function titleAbove(rows: readonly GridRow[], header: number): string | null {
  const texts: string[] = [];
  for (let at = header - 1; at >= 0 && (rows[at]?.filled ?? 2) <= 1; at -= 1) {
    const row = rows[at];
    const text = row && row.filled === 1 ? rowText(row).replace(/\s*\n\s*/gu, '') : '';
    if (text !== '') texts.push(text);
  }
  return texts.find((text) => TITLE_WORD.test(withoutSpace(text).replace(/[(（][^()（）]*[)）]$/u, ''))) ?? null;
}

function makeGrid(
  layout: LayoutCode,
  title: string | null,
  columns: GridColumn[],
  rows: GridRow[],
  findings: Finding[],
  from: number,
  to: number,
): Grid {
  // Columns without heading and without text are the sheet's margin.
  const kept = columns.flatMap((column, index) =>
    column.printed !== '' || column.role !== 'other' || rows.some((row) => row.cells[index]?.state === 'printed')
      ? [index]
      : [],
  );
  const left = kept.map((index) => columns[index]).filter((column) => column !== undefined);
  const named = columns.some((column) => column.printed !== '');
  // Text in a column without heading, on few rows: a separator inside a cell moved the cells behind it.
  const stray = columns.flatMap((column, index) =>
    named &&
    column.printed === '' &&
    column.role === 'other' &&
    rows.filter((row) => row.cells[index]?.state === 'printed').length <= rows.length * 0.5
      ? [index]
      : [],
  );
  for (const [index, column] of columns.entries())
    if (column.role === 'other' && !columns.some((one) => one.role === 'unit') && holdsUnits(index, rows))
      findings.push(aboutLine(from, 'column_left_out', { column: column.name }, 'doubt'));
  for (const column of left) {
    if (column.role === 'items') findings.push(aboutLine(from, 'details_left_out', { column: column.name }, 'doubt'));
    if (column.role === 'other') findings.push(aboutLine(from, 'column_left_out', { column: column.name }, 'note'));
  }
  return {
    layout,
    title,
    columns: left,
    rows: rows.map((row) => ({
      ...row,
      // Cells missing or too many: the row was cut or a separator was not quoted.
      doubtful:
        row.cells.length < columns.length ||
        row.cells.slice(columns.length).some((cell) => cell.state === 'printed') ||
        stray.some((index) => row.cells[index]?.state === 'printed'),
      cells: kept.map((index) => row.cells[index] ?? { text: '', state: 'empty' }),
    })),
    findings,
    from,
    to,
    knowsMerges: true,
    group: groupColumn(left, kept.length === columns.length ? rows : rows.map((row) => pick(row, kept))),
  };
}
