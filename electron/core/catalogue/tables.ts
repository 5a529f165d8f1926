/**
 * Real tables: finds the header, gives each column its meaning, cuts a sheet into its catalogues.
 * Invariant: every row is handed on: as head, as header, or as a row below it; only a header that comes again on the
 * next page, with the titles above it, is left out, and that is told.
 */
import type { CatalogueMapping } from '#shared/features/catalogue.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { expandRows, type GridRow, rowText } from '../reading/grid.ts';
import type { SourceRow } from '../reading/source.ts';
import { columnsOf, standardOrders, type Columns } from './columns.ts';
import { aboutLine, type CatalogueTable, type HeadLine, type LeftOut } from './draft.ts';
import { misfit } from './fits.ts';
import { formOf } from './forms.ts';
import { headOf, isTitle, pairsOf } from './head.ts';
import { headingOf, headsCatalogue, mapped } from './headings.ts';

interface Header {
  at: number;
  /** Rows that it takes. */
  height: number;
  headings: string[];
}

export interface TableOptions {
  name: string | null;
  /** Lines above the table. */
  head: HeadLine[];
  mapping: CatalogueMapping;
  /** Last line that belongs to the table. */
  lastLine: number;
  joiner: string;
  /** Lines where rows begin that have fewer cells than the others. */
  short: ReadonlySet<number>;
}

function headingsOf(row: GridRow): string[] {
  return row.cells.map((cell) => (cell.state === 'printed' ? cell.text : ''));
}

function headerAt(rows: readonly GridRow[], at: number, mapping: CatalogueMapping): Header | null {
  const row = rows[at];
  if (!row || row.filled < 2) return null;
  const headings = headingsOf(row);
  const below = rows[at + 1];
  const second = below ? secondLevel(headings, below, mapping) : null;
  if (second && headsCatalogue(second, mapping)) return { at, height: 2, headings: second };
  return headsCatalogue(headings, mapping) ? { at, height: 1, headings } : null;
}

/** A second row of headings under the first: 日期 over 年, 月, 日; a group over its columns. */
function secondLevel(headings: readonly string[], below: GridRow, mapping: CatalogueMapping): string[] | null {
  if (!headings.some((text) => text !== '' && headingOf(text)) || headsCatalogue(headingsOf(below), mapping))
    return null;
  const printed = below.cells.filter((cell) => cell.state === 'printed');
  const groups = groupsOf(headings, below.cells.length);
  if (
    printed.length === 0 ||
    !below.cells.every(
      (cell, column) =>
        cell.state !== 'printed' ||
        isDatePart(cell.text) ||
        headingOf(cell.text) ||
        headingOf(`${groups[column]}${cell.text}`) ||
        mapped(mapping, cell.text),
    )
  )
    return null;
  return below.cells.map((cell, column) => {
    const [group = '', own] = [groups[column], withoutSpace(cell.text)];
    if (cell.state !== 'printed') return headings[column] ?? '';
    if (isDatePart(own)) return `${withoutSpace(group)}/${own}`;
    // 日期 below 收文 is another date than 日期 alone.
    const both = `${withoutSpace(group)}${own}`;
    return headingOf(both) ? both : cell.text;
  });
}

/** The upper heading over each column; one that spans several stands over all of them. */
function groupsOf(headings: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const above = headings[column] ?? '';
    if (above !== '') group = above;
    return group;
  });
}

function isDatePart(text: string): boolean {
  return /^[年月日]$/u.test(withoutSpace(text));
}

/** The heading of a table whose header comes again: the same words in the same order. */
function sameHeadings(one: Header, other: Header): boolean {
  const plain = (header: Header): string =>
    header.headings
      .map((text) => withoutSpace(canonical(text)))
      .join('|')
      .replace(/\|+$/u, '');
  return plain(one) === plain(other);
}

function headLine(row: GridRow): HeadLine {
  return { line: row.line, cells: row.cells.filter((cell) => cell.state === 'printed').map(({ text }) => text) };
}

/** First of the rows right above a header that belong to it: titles, labelled values, terms. */
function beginOf(rows: readonly GridRow[], header: Header, from: number): number {
  let at = header.at;
  while (at > from) {
    const row = rows[at - 1];
    if (!row) break;
    const line = headLine(row);
    const text = line.cells.join(' ');
    const labelled =
      pairsOf([line]).length > 0 && line.cells.length <= 8 && line.cells.every((cell) => cell.length < 80);
    const term = headOf([line], null).term !== null && line.cells.length === 1;
    if (row.filled > 0 && !labelled && !term && !(row.filled === 1 && isTitle(text))) break;
    at -= 1;
  }
  while (at < header.at && rows[at]?.filled === 0) at += 1;
  return at;
}

function firstNumber(rows: readonly GridRow[], column: number): number | null {
  for (const row of rows) {
    const number = formOf(row.cells[column]?.text ?? '').number;
    if (number !== null) return number;
  }
  return null;
}

/** Two catalogues side by side under one header: 件号|题名|页数|件号|题名|页数. */
export function partsBeside(headings: readonly string[]): number[] {
  const plain = headings.map((text) => withoutSpace(canonical(text)));
  while (plain.at(-1) === '') plain.pop();
  const first = plain.findIndex((text) => text !== '');
  const again = plain.indexOf(plain[first] ?? '', first + 1);
  if (first < 0 || again < 0) return [];
  const width = again - first;
  const parts = Math.round((plain.length - first) / width);
  const regular = plain.slice(first).every((text, index) => text === plain[first + (index % width)]);
  return regular && parts >= 2 && parts <= 4 ? Array.from({ length: parts }, (_, part) => first + part * width) : [];
}

export function slice(row: GridRow, from: number, to: number): GridRow {
  const cells = row.cells.slice(from, to);
  return { ...row, cells, filled: cells.filter((cell) => cell.state === 'printed').length };
}

/** Everything that a table holds of catalogues. */
export function tablesOf(source: readonly SourceRow[], options: TableOptions): CatalogueTable[] {
  const rows = expandRows(source, options.lastLine);
  const headers: Header[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const header = headerAt(rows, at, options.mapping);
    if (!header) continue;
    headers.push(header);
    at += header.height - 1;
  }
  if (headers.length === 0) return withoutHeader(rows, options);
  const tables: CatalogueTable[] = [];
  let last: { header: Header; table: CatalogueTable } | null = null;
  for (const [index, header] of headers.entries()) {
    const before = headers[index - 1];
    const begin = beginOf(rows, header, before ? before.at + before.height : 0);
    const next = headers[index + 1];
    const end = next ? beginOf(rows, next, header.at + header.height) : rows.length;
    const body = rows.slice(header.at + header.height, end);
    const above = rows.slice(index === 0 ? 0 : begin, header.at).filter((row) => row.filled > 0);
    const head = [...(index === 0 ? options.head : []), ...above.map(headLine)];
    const repeated: LeftOut[] = rows
      .slice(header.at, header.at + header.height)
      .map((row) => ({ line: row.line, text: rowText(row), reason: 'header_repeated' }));
    if (last && sameHeadings(last.header, header) && goesOn(last.table, head, body)) {
      for (const row of body) last.table.rows.push(row);
      last.table.to = body.at(-1)?.endLine ?? last.table.to;
      last.table.skipped.push(
        ...above.map((row): LeftOut => ({ line: row.line, text: rowText(row), reason: 'catalogue/head_repeated' })),
        ...repeated,
      );
      continue;
    }
    const made = makeTable(header, head, body, options, rows[header.at]?.line ?? 1);
    tables.push(made);
    last = { header, table: made };
  }
  return tables;
}

/** Whether the rows below a header that came again go on with the table before: same head, numbers that go on. */
function goesOn(table: CatalogueTable, head: readonly HeadLine[], body: readonly GridRow[]): boolean {
  const own = headOf(table.head, null);
  const now = headOf(head, null);
  const differs = (Object.keys(now.head) as (keyof typeof now.head)[]).some((key) => {
    const value = now.head[key];
    const plain = (text: string | null): string => withoutSpace(text ?? '').replace(/[(（]?续表?[)）]?$/u, '');
    return value !== null && plain(value) !== plain(own.head[key]);
  });
  if (differs || (now.term !== null && now.term !== own.term)) return false;
  const column = table.columns.findIndex(({ field }) => field === 'no');
  const first = firstNumber(body, column);
  const last = firstNumber(table.rows.toReversed(), column);
  return first === null || last === null || first > last;
}

function makeTable(
  header: Header,
  head: HeadLine[],
  body: GridRow[],
  options: TableOptions,
  line: number,
): CatalogueTable {
  const parts = partsBeside(header.headings);
  const [from, to] =
    parts.length >= 2 ? [parts[0] ?? 0, parts[1] ?? header.headings.length] : [0, header.headings.length];
  const rows =
    parts.length >= 2 ? parts.flatMap((start) => body.map((row) => slice(row, start, start + to - from))) : body;
  const { columns, findings } = columnsOf(
    header.headings.slice(from, to),
    (column) => rows.map((row) => row.cells[column]?.text ?? ''),
    options.mapping,
    line,
  );
  if (parts.length >= 2) findings.push(aboutLine(line, 'tables_beside', {}, 'doubt'));
  return {
    name: options.name,
    head,
    ...withoutMargins({ columns, findings }, rows, line),
    wraps: false,
    joiner: options.joiner,
    short: options.short,
    from: line,
    to: body.at(-1)?.endLine ?? line,
    skipped: [],
  };
}

/**
 * Columns without heading and without text are the sheet's margin. Behind the last heading, text on a few rows is what a
 * separator inside a cell has pushed there: it stays with its row, beyond the columns.
 */
function withoutMargins(
  { columns, findings }: Columns,
  rows: readonly GridRow[],
  line: number,
): Pick<CatalogueTable, 'columns' | 'rows' | 'findings'> {
  const last = columns.findLastIndex(({ printed, field }) => printed !== '' || field !== null);
  const filled = (index: number): number => rows.filter((row) => row.cells[index]?.state === 'printed').length;
  const kept = columns.flatMap(({ printed, field }, index) => {
    if (printed !== '' || field !== null) return [index];
    return filled(index) > (index > last ? rows.length * 0.5 : 0) ? [index] : [];
  });
  const unnamed = kept.filter((index) => columns[index]?.printed === '' && columns[index]?.field === null);
  const pushed = columns.flatMap((_, index) => (index > last && !kept.includes(index) ? [index] : []));
  return {
    columns: kept.flatMap((index) => columns[index] ?? []),
    findings: [
      ...findings,
      ...unnamed.map((index) => aboutLine(line, 'catalogue/column_unnamed', { column: index + 1 }, 'doubt')),
    ],
    rows: rows.map((row) => ({
      ...row,
      cells: [
        ...kept.map((index) => row.cells[index] ?? { text: '', state: 'empty' as const }),
        ...pushed.map((index) => row.cells[index] ?? { text: '', state: 'empty' as const }),
        ...row.cells.slice(columns.length),
      ],
    })),
  };
}

/** A table without header whose columns prove their meaning by content, in an order that the standards print. */
function withoutHeader(rows: readonly GridRow[], options: TableOptions): CatalogueTable[] {
  const body = rows.filter((row) => row.filled >= 4);
  if (body.length < 3) return [];
  const used = Array.from({ length: Math.max(...rows.map(({ cells }) => cells.length)) }, (_, column) => column).filter(
    (column) => body.some((row) => row.cells[column]?.state === 'printed'),
  );
  const costs = standardOrders(used.length).map((columns) => ({
    columns,
    cost: Math.max(
      ...body.flatMap((row) =>
        columns.map(({ field }, place) => {
          const cell = row.cells[used[place] ?? -1];
          return cell?.state === 'printed' ? misfit(field, formOf(cell.text)) : 0;
        }),
      ),
    ),
  }));
  const proven = costs.filter(({ cost }) => cost <= 0.6);
  const [only] = proven;
  if (!only || proven.length > 1) return [];
  const first = body[0]?.line ?? 1;
  const above = rows.filter((row) => row.line < first && row.filled > 0);
  return [
    {
      name: options.name,
      head: [...options.head, ...above.map(headLine)],
      columns: only.columns,
      rows: rows
        .filter((row) => row.line >= first)
        .map((row) => ({
          ...row,
          cells: used.map((column) => row.cells[column] ?? { text: '', state: 'empty' as const }),
        })),
      wraps: false,
      joiner: options.joiner,
      short: options.short,
      from: first,
      to: rows.at(-1)?.endLine ?? first,
      findings: [aboutLine(first, 'header_missing', {}, 'doubt')],
      skipped: [],
    },
  ];
}
