/**
 * The tables of a source that a kind of paper's headings begin: their head, their headings over one or two lines, and the
 * rows below. Ledgers, tables of population and files of cases differ only in what counts as a heading.
 * Invariant: every line of a table is handed on, as head, as heading or as row, or is left out with its reason.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { parseDelimited } from '../formats/delimited.ts';
import { expandRows, type GridRow, rowText } from '../reading/grid.ts';
import { rowsOfPipeLines } from '../reading/pipes.ts';
import type { SourceDocument, SourceRow } from '../reading/source.ts';
import { rowsBySpaces } from '../reading/spaced.ts';
import { type CellCounts, cellCounts, strayLines } from './cell-counts.ts';
import type { LeftOut } from './draft.ts';
import { isFoot } from './line-kinds.ts';

/** What heads a kind of paper. */
export interface Heads {
  /** Whether a row of headings begins such a table. */
  heads: (headings: readonly string[]) => boolean;
  /** Whether a text is a heading of it, alone or as `above/below` of two lines. */
  known: (heading: string) => boolean;
}

export interface HeadLine {
  line: number;
  text: string;
}

export interface Sheet {
  /** The sheet's name or the table's caption. */
  name: string | null;
  head: HeadLine[];
  /** Line of the headings. */
  line: number;
  /** As printed; two lines are joined as `above/below`. */
  headings: string[];
  rows: GridRow[];
  /** Lines whose cells may have shifted: fewer than the others, or placed by where they stand. */
  loose: ReadonlySet<number>;
  /** Lines with more cells than headings, whatever the last ones hold. */
  long: ReadonlySet<number>;
}

export interface Sheets {
  sheets: Sheet[];
  left: LeftOut[];
}

interface Header {
  at: number;
  height: number;
  headings: string[];
}

const textsOf = (row: GridRow): string[] => row.cells.map((cell) => (cell.state === 'printed' ? cell.text.trim() : ''));
const PART = /^[年月日字号]$|^号数$|^种类$/u;

/** Headings of a second line under the first: 年 月 日 under 日期, 收入 and 支出 under 金额. */
function twoLines(above: readonly string[], below: GridRow, { heads, known }: Heads): string[] | null {
  const second = textsOf(below);
  if (second.every((text) => text === '') || second.some((text) => /\d/u.test(text))) return null;
  // A line that heads a table alone is a second one only where it leaves places to the headings above.
  if (heads(second) && !second.some((text, column) => text === '' && (above[column] ?? '') !== '')) return null;
  let group = '';
  const joined = second.map((text, column) => {
    const own = above[column] ?? '';
    if (own !== '') group = own;
    if (text === '') return own;
    return group === '' ? text : `${group}/${text}`;
  });
  const fits = second.every(
    (text, column) => text === '' || PART.test(withoutSpace(text)) || known(joined[column] ?? ''),
  );
  return fits && heads(joined) ? joined : null;
}

function headerAt(rows: readonly GridRow[], at: number, of: Heads): Header | null {
  const row = rows[at];
  if (!row || row.filled < 2) return null;
  const headings = textsOf(row);
  const below = rows[at + 1];
  const second = below ? twoLines(headings, below, of) : null;
  if (second) return { at, height: 2, headings: second };
  return of.heads(headings) ? { at, height: 1, headings } : null;
}

const plain = (texts: readonly string[]): string =>
  texts
    .map((text) => withoutSpace(canonical(text)))
    .join('|')
    .replace(/\|+$/u, '');

/** A line alone that ends a table instead of heading the next. */
const ENDS = /过次页|转下页|合计|总计|小计|累计|制表|填表|审核|复核|经办|出纳|会计|负责人|^注[:：]|^备注|^说明/u;
/** A line alone that heads a table; any other may be a line of the one above that lost its cells. */
const TITLE = /表|台账|账$|情况|明细|[:：]|单位|第.*页|年|^[一二三四五六七八九十]+、/u;
/** Pages count on; everything else in a head that comes again must say the same. */
const PAGE = /第\d*页|共\d*页|续表?/gu;

/** First of the lines right above a header that belong to it. */
function beginOf(rows: readonly GridRow[], header: Header, from: number): number {
  let at = header.at;
  while (at > from) {
    const row = rows[at - 1];
    if (!row || row.filled > 2) break;
    const text = rowText(row);
    const headsIt = row.filled === 2 ? /[:：]/u.test(text) : TITLE.test(text);
    if (row.filled > 0 && (ENDS.test(withoutSpace(text)) || !headsIt)) break;
    at -= 1;
  }
  while (at < header.at && rows[at]?.filled === 0) at += 1;
  return at;
}

function saysNothingNew(first: readonly HeadLine[], again: readonly HeadLine[]): boolean {
  const bare = (text: string): string => withoutSpace(canonical(text)).replace(PAGE, '');
  const known = new Set(first.map(({ text }) => bare(text)));
  return again.every(({ text }) => bare(text) === '' || known.has(bare(text)));
}

const NONE: ReadonlySet<number> = new Set();
const UNCOUNTED: CellCounts = new Map();

interface Table {
  name: string | null;
  /** Separators make the cells: one too many moves what follows. */
  separated: boolean;
  head: HeadLine[];
  rows: readonly SourceRow[];
  lastLine: number;
  counts: CellCounts;
  /** Lines whose cells were placed by where they stand. */
  placed: ReadonlySet<number>;
}

/** Headings without the empty ones at the end, below which a separator inside a cell has pushed text on a few rows. */
function withoutPushed(headings: readonly string[], rows: readonly GridRow[]): string[] {
  const kept = [...headings];
  while (kept.length > 0 && kept.at(-1) === '') {
    const column = kept.length - 1;
    if (rows.filter(({ cells }) => cells[column]?.state === 'printed').length * 2 > rows.length) break;
    kept.pop();
  }
  return kept;
}

function sheetsOfTable(table: Table, of: Heads, left: LeftOut[]): Sheet[] {
  const rows = expandRows(table.rows, table.lastLine);
  const headers: Header[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const header = headerAt(rows, at, of);
    if (!header) continue;
    headers.push(header);
    at += header.height - 1;
  }
  const sheets: Sheet[] = [];
  for (const [index, header] of headers.entries()) {
    const before = headers[index - 1];
    const begin = index === 0 ? 0 : beginOf(rows, header, before ? before.at + before.height : 0);
    const next = headers[index + 1];
    const end = next ? beginOf(rows, next, header.at + header.height) : rows.length;
    const body = rows.slice(header.at + header.height, end);
    const above = rows
      .slice(begin, header.at)
      .filter(({ filled }) => filled > 0)
      .map((row) => ({ line: row.line, text: rowText(row) }));
    const line = rows[header.at]?.line ?? 1;
    const last = sheets.at(-1);
    if (last && before && plain(last.headings) === plain(header.headings) && saysNothingNew(last.head, above)) {
      last.rows.push(...body);
      left.push({ line, text: header.headings.join(' '), reason: 'header_repeated', severity: 'note' });
      continue;
    }
    const head = [...(index === 0 ? table.head : []), ...above];
    const headings = table.separated ? withoutPushed(header.headings, body) : header.headings;
    sheets.push({ name: table.name, head, line, headings, rows: body, loose: table.placed, long: NONE });
  }
  return sheets.map((sheet) => {
    const lines = sheet.rows.map(({ line }) => line);
    const { short, long } = strayLines(table.counts, sheet.line, lines);
    return { ...sheet, loose: new Set([...table.placed, ...short]), long };
  });
}

const linesOf = (source: SourceDocument, from: number, to: number): HeadLine[] =>
  source.lines
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, text: text.trim() }))
    .filter(({ text }) => text !== '');

/** A line that only draws the table. */
const RULE = /^[|｜│┃:+=\s┌├└─┼┬┴┐┤┘-]+$/u;

/** Cells between pipes, behind separators or in columns of spaces. */
function tableOfText(source: SourceDocument, from: number, to: number, of: Heads, left: LeftOut[]): Sheet[] {
  const { lines } = source;
  const piped = rowsOfPipeLines(lines, from, to);
  const table = { name: null, lastLine: to, placed: NONE, counts: UNCOUNTED, separated: true };
  const counted = (rows: readonly SourceRow[]): CellCounts =>
    new Map(rows.map(({ line, cells }) => [line, cells.length]));
  if (piped) {
    const head = linesOf(source, from, (piped[0]?.line ?? from) - 1);
    const sheets = sheetsOfTable({ ...table, head, rows: piped, counts: counted(piped) }, of, left);
    if (sheets.length > 0) {
      const rows = new Set(piped.map(({ line }) => line));
      for (const { line, text } of linesOf(source, piped[0]?.line ?? from, to))
        if (!rows.has(line) && !RULE.test(text))
          left.push({ line, text, reason: 'ledger/line_left_out', severity: isFoot(text) ? 'note' : 'doubt' });
      return sheets;
    }
  }
  for (const sign of ['\t', ',', '，', ';'] as const) {
    const { records } = parseDelimited(lines.slice(from - 1, to).join('\n'), sign);
    if (!records.some(({ cells }) => cells.length > 2 && of.heads(cells))) continue;
    const rows = records.map(
      ({ line, cells }): SourceRow => ({
        line: from + line - 1,
        cells: cells.map((text) => ({ text, colSpan: 1, rowSpan: 1 })),
      }),
    );
    return sheetsOfTable({ ...table, head: [], rows, counts: counted(rows) }, of, left);
  }
  const spaced = rowsBySpaces(lines, from, to, of.heads);
  if (!spaced) return [];
  const head = linesOf(source, from, spaced.header - 1);
  const sheets = sheetsOfTable({ ...table, head, rows: spaced.rows, placed: spaced.placed }, of, left);
  if (sheets.length > 0)
    left.push(
      ...spaced.rejected.map(
        ({ line, text }): LeftOut =>
          isFoot(text)
            ? { line, text, reason: 'foot_skipped', severity: 'note' }
            : { line, text, reason: 'ledger/row_unplaced', severity: 'error' },
      ),
    );
  return sheets;
}

/** Every table of a source that the headings begin. */
export function sheetsOf(source: SourceDocument, of: Heads): Sheets {
  const left: LeftOut[] = [];
  const sheets: Sheet[] = [];
  const counts = cellCounts(source);
  const unread: LeftOut[] = [];
  let headFrom = 1;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind === 'text') {
      const found = tableOfText(source, block.from, block.to, of, left);
      sheets.push(...found);
      if (found.length > 0) headFrom = block.to + 1;
      continue;
    }
    const begin = block.rows[0]?.line ?? headFrom;
    const next = source.blocks[index + 1];
    const nextLine = next ? (next.kind === 'table' ? next.rows[0]?.line : next.from) : undefined;
    const lastLine = Math.max(block.rows.at(-1)?.line ?? 1, (nextLine ?? source.lines.length + 1) - 1);
    const head = linesOf(source, headFrom, begin - 1);
    const separated = source.format === 'csv' || source.format === 'tsv';
    const found = sheetsOfTable(
      { name: block.name, head, rows: block.rows, lastLine, counts, placed: NONE, separated },
      of,
      left,
    );
    sheets.push(...found);
    if (found.length > 0) headFrom = lastLine + 1;
    else
      unread.push({
        line: begin,
        text: source.lines[begin - 1] ?? '',
        reason: 'ledger/table_left_out',
        severity: 'doubt',
      });
  }
  if (sheets.length > 0) {
    left.push(...unread);
    for (const { line, text } of linesOf(source, headFrom, source.lines.length)) {
      const below = source.blocks.some((block) => block.kind === 'text' && block.from <= line && line <= block.to);
      if (below) left.push({ line, text, reason: 'ledger/text_below', severity: /\d/u.test(text) ? 'doubt' : 'note' });
    }
  }
  return { sheets, left };
}
