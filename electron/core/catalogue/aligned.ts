/**
 * Columns set with spaces or tabs in plain text. A cell is told by its place and its form together.
 * Invariant: a line that begins no entry is the rest of the entry above, and that is told; a line whose cells fit
 * neither way is doubtful.
 */
import type { CatalogueField, CatalogueMapping } from '#shared/features/catalogue.ts';
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { GridRow } from '../reading/grid.ts';
import { placeRow, type Placed } from './alignment.ts';
import { columnsOf } from './columns.ts';
import { aboutLine, type CatalogueColumn, type CatalogueTable, type HeadLine, type LeftOut } from './draft.ts';
import { formOf, misfit } from './forms.ts';
import { contextOf, isTitle } from './head.ts';
import { headsCatalogue } from './headings.ts';
import { isFoot, isPageNoise, isTotal } from './rows.ts';

const NONE: ReadonlySet<number> = new Set();

/** A class of documents above its entries: 一、党群工作类. */
const GROUP = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]\s*\S{2,20}$/u;

interface Piece {
  text: string;
  /** Place in half-width characters, first and behind the last. */
  at: number;
  end: number;
}

const WIDE_GAP = /\t+|[ \u3000\u00A0]{2,}|\u3000+/u;
const ANY_GAP = /[\s\u3000\u00A0]+/u;

function widthOf(sign: string, place: number): number {
  return sign === '\t' ? 8 - (place % 8) : sign.charCodeAt(0) > 0x2e7f || /[〔〕《》“”‘’—…·]/u.test(sign) ? 2 : 1;
}

function piecesOf(line: string, gap: RegExp): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  let place = 0;
  for (const part of line.split(gap)) {
    if (part === '') continue;
    const start = line.indexOf(part, at);
    for (; at < start; at += 1) place += widthOf(line[at] ?? '', place);
    const from = place;
    for (; at < start + part.length; at += 1) place += widthOf(line[at] ?? '', place);
    if (part.trim() !== '') found.push({ text: part.trim(), at: from, end: place });
  }
  return found;
}

interface Header {
  pieces: Piece[];
  gap: RegExp;
}

function headerOf(text: string, mapping: CatalogueMapping): Header | null {
  if (text.length > 300) return null;
  for (const gap of [WIDE_GAP, ANY_GAP]) {
    const pieces = piecesOf(text, gap);
    if (
      pieces.length >= 3 &&
      headsCatalogue(
        pieces.map((piece) => piece.text),
        mapping,
      )
    )
      return { pieces, gap };
  }
  return null;
}

/** The column at whose place a piece stands. */
function columnAt(piece: Piece, header: Header): number {
  let best = 0;
  let least = Infinity;
  for (const [index, { at, end }] of header.pieces.entries()) {
    const overlap = Math.min(end, piece.end) - Math.max(at, piece.at);
    const distance = overlap > 0 ? 0 : Math.min(Math.abs(at - piece.at), Math.abs(end - piece.end));
    if (distance < least) {
      best = index;
      least = distance;
    }
  }
  return best;
}

/** Most cells of a line for which every order of columns is looked at. */
const MOST_PIECES = 40;

function placedBy(
  pieces: readonly Piece[],
  header: Header,
  columns: readonly CatalogueColumn[],
  line: number,
): Placed | null {
  if (pieces.length === 0 || pieces.length > MOST_PIECES) return null;
  const tokens = pieces.map((piece) => ({ text: piece.text, line, endLine: line, hint: columnAt(piece, header) }));
  return placeRow(tokens, columns);
}

/** A line as a row: cell by cell where it has all of them, else by form and place. */
function rowOfLine(text: string, header: Header, columns: readonly CatalogueColumn[], line: number): GridRow | null {
  const wide = piecesOf(text, header.gap);
  const whole =
    wide.length === columns.length &&
    wide.every((piece, index) => misfit(columns[index]?.field ?? null, formOf(piece.text)) <= 1.2);
  if (whole)
    return rowFrom(
      wide.map((piece, index) => [index, piece.text]),
      columns.length,
      line,
      false,
      '',
    );
  const ways = [
    placedBy(wide, header, columns, line),
    header.gap === ANY_GAP ? null : placedBy(piecesOf(text, ANY_GAP), header, columns, line),
  ];
  const sound = ways.filter((way) => way !== null);
  const way = sound.find(({ proven }) => proven) ?? sound[0];
  if (!way) return null;
  return rowFrom(
    way.tokens.map((token, index) => [way.columns[index] ?? 0, token.text]),
    columns.length,
    line,
    !way.proven,
    ' ',
  );
}

function rowFrom(
  cells: readonly (readonly [number, string])[],
  width: number,
  line: number,
  doubtful: boolean,
  joiner: string,
): GridRow {
  const row: GridRow = {
    line,
    endLine: line,
    cells: Array.from({ length: width }, () => ({ text: '', state: 'empty' as const })),
    doubtful,
    filled: 0,
  };
  for (const [column, text] of cells) {
    const cell = row.cells[column];
    if (!cell) continue;
    if (cell.text === '') row.filled += 1;
    cell.text = cell.text === '' ? text : `${cell.text}${joiner}${text}`;
    cell.state = 'printed';
  }
  return row;
}

/** A row that begins an entry: it has a title, and a number or something that only entries have. */
function beginsEntry(row: GridRow, columns: readonly CatalogueColumn[], open: boolean): boolean {
  const printed = columns.filter((_, index) => row.cells[index]?.state === 'printed').map(({ field }) => field);
  if (printed.includes('no') || printed.includes('code')) return true;
  const numbered = columns.some(({ field }) => field === 'no' || field === 'code');
  if (numbered && open && printed.length <= 2) return false;
  return (
    printed.includes('title') && printed.some((field) => field === 'date' || field === 'pages' || field === 'doc_no')
  );
}

/** Columns whose cells are broken over lines. */
const WRAPPED: ReadonlySet<CatalogueField | null> = new Set([
  'title',
  'author',
  'doc_no',
  'code',
  'remark',
  'section',
] as const);

/** The pieces of a line with the columns at whose places they stand; null where one of those is not broken over lines. */
function restOf(text: string, header: Header, columns: readonly CatalogueColumn[]): [Piece, number][] | null {
  const pieces = piecesOf(text, WIDE_GAP).map((piece): [Piece, number] => [piece, columnAt(piece, header)]);
  return pieces.length <= 3 && pieces.every(([, column]) => WRAPPED.has(columns[column]?.field ?? null))
    ? pieces
    : null;
}

/** A line that goes on with cells of the entry above. */
function addRest(pieces: readonly [Piece, number][], before: GridRow, line: number): void {
  for (const [piece, column] of pieces) {
    const cell = before.cells[column];
    if (!cell) continue;
    cell.text = cell.text === '' ? piece.text : `${cell.text}\n${piece.text}`;
    if (cell.state !== 'printed') before.filled += 1;
    cell.state = 'printed';
  }
  before.endLine = line;
}

/** The catalogues that are set with spaces, each from its heading line on. */
export function alignedTables(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: CatalogueMapping,
): CatalogueTable[] {
  const tables: CatalogueTable[] = [];
  let head: HeadLine[] = [];
  let current: { table: CatalogueTable; header: Header; headings: string } | null = null;
  let before: GridRow | null = null;
  /** Titles and labelled lines since the last entry: the head of the next table, if one begins. */
  let pending: HeadLine[] = [];
  const special = (text: string, line: number, width: number): GridRow =>
    rowFrom([[0, text.trim()]], width, line, false, '');
  for (let line = from; line <= to; line += 1) {
    const text = lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const header = headerOf(text, mapping);
    if (header) {
      const headings = header.pieces.map((piece) => withoutSpace(piece.text)).join('|');
      if (
        current &&
        current.headings === headings &&
        pending.every((one) => current?.table.head.some((own) => own.cells.join() === one.cells.join()))
      ) {
        current.table.skipped.push(
          ...pending.map(
            (one): LeftOut => ({ line: one.line, text: one.cells.join(' '), reason: 'catalogue/head_repeated' }),
          ),
          { line, text: text.trim(), reason: 'header_repeated' },
        );
      } else {
        const { columns, findings } = columnsOf(
          header.pieces.map((piece) => piece.text),
          () => [],
          mapping,
          line,
        );
        current = {
          table: {
            name: null,
            head: [...head, ...pending],
            columns,
            rows: [],
            wraps: true,
            joiner: '',
            short: NONE,
            from: line,
            to: line,
            findings,
            skipped: [],
          },
          header,
          headings,
        };
        tables.push(current.table);
        head = [];
      }
      pending = [];
      before = null;
      continue;
    }
    if (!current) {
      head.push({ line, cells: piecesOf(text, WIDE_GAP).map((piece) => piece.text) });
      continue;
    }
    const { table } = current;
    const width = table.columns.length;
    if (isPageNoise(text)) {
      table.skipped.push({ line, text: text.trim(), reason: 'noise_skipped' });
      continue;
    }
    if (
      isTitle(text) &&
      !/\S\s{2,}\S/u.test(text.trim()) &&
      formOf(text.trim()).kind === 'text' &&
      /目录|登记|清册/u.test(withoutSpace(text)) &&
      /^\s{4,}|^\S{2,20}$/u.test(text.trimEnd())
    ) {
      pending.push({ line, cells: [text.trim()] });
      continue;
    }
    const context = contextOf({ line, cells: piecesOf(text, WIDE_GAP).map((piece) => piece.text) });
    if (isFoot(text) || isTotal(text.trim().split(WIDE_GAP)[0] ?? '') || isTotal(text)) {
      table.rows.push(special(text.trim().replaceAll(/\s+/gu, ' '), line, width));
      before = null;
      continue;
    }
    if (
      context.length > 0 &&
      !table.columns.some(({ field }) => field === 'term' && piecesOf(text, WIDE_GAP).length > 1) &&
      (/[:：]/u.test(text) || piecesOf(text, WIDE_GAP).length === 1)
    ) {
      pending.push({ line, cells: [text.trim()] });
      continue;
    }
    for (const one of pending) table.rows.push(special(one.cells.join(' '), one.line, width));
    pending = [];
    const row = rowOfLine(text, current.header, table.columns, line);
    const rest = restOf(text, current.header, table.columns);
    if (row && beginsEntry(row, table.columns, before !== null)) {
      table.rows.push(row);
      table.to = line;
      before = row;
    } else if (before && rest && line - before.endLine <= 1) {
      addRest(rest, before, line);
      table.to = line;
    } else if (GROUP.test(text.trim()) && piecesOf(text, WIDE_GAP).length === 1) {
      table.rows.push(special(text, line, width));
      before = null;
    } else {
      table.findings.push(aboutLine(line, 'catalogue/line_left_over', { text: text.trim().slice(0, 40) }, 'doubt'));
      table.skipped.push({ line, text: text.trim(), reason: 'catalogue/line_left_over' });
      before = null;
    }
  }
  if (current)
    for (const one of pending)
      current.table.rows.push(special(one.cells.join(' '), one.line, current.table.columns.length));
  return tables.filter(({ rows }) => rows.length > 0);
}
