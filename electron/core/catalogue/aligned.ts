/**
 * Columns set with spaces or tabs in plain text. A cell is told by its place and its form together.
 * Invariant: a line that begins no entry is the rest of the entry above, and that is told; a line whose cells fit
 * neither way is doubtful.
 */
import type { CatalogueMapping } from '#shared/features/catalogue.ts';
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { GridRow } from '../reading/grid.ts';
import { placeRow, type Placed } from './alignment.ts';
import { columnsOf } from './columns.ts';
import { aboutLine, type CatalogueColumn, type CatalogueTable, type HeadLine, type LeftOut } from './draft.ts';
import { misfit, WRAPPED } from './fits.ts';
import { formOf } from './forms.ts';
import { contextOf, isTitle } from './head.ts';
import { headingOf, headsCatalogue } from './headings.ts';
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

/** Headings that are stretched over their columns: 题 名 with a wide gap is one. */
function stretched(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last && /^[\u4e00-\u9fff]{1,2}$/u.test(last.text) && /^[\u4e00-\u9fff]$/u.test(piece.text);
    if (both && headingOf(`${last.text}${piece.text}`) && !headingOf(last.text))
      joined.splice(-1, 1, { text: `${last.text}${piece.text}`, at: last.at, end: piece.end });
    else joined.push(piece);
  }
  return joined;
}

function headerOf(text: string, mapping: CatalogueMapping): Header | null {
  if (text.length > 300) return null;
  for (const gap of [WIDE_GAP, ANY_GAP]) {
    const pieces = stretched(piecesOf(text, gap));
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
  elsewhere: ReadonlySet<number>,
): Placed | null {
  if (pieces.length === 0 || pieces.length > MOST_PIECES) return null;
  const tokens = pieces.map((piece) => ({ text: piece.text, line, endLine: line, hint: columnAt(piece, header) }));
  return placeRow(tokens, columns, elsewhere);
}

/** A line as a row: cell by cell where it has all of them, else by form and place. */
function rowOfLine(
  text: string,
  header: Header,
  columns: readonly CatalogueColumn[],
  line: number,
  elsewhere: ReadonlySet<number>,
): GridRow | null {
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
    placedBy(wide, header, columns, line, elsewhere),
    header.gap === ANY_GAP ? null : placedBy(piecesOf(text, ANY_GAP), header, columns, line, elsewhere),
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

function special(text: string, line: number, width: number): GridRow {
  return rowFrom([[0, text.trim()]], width, line, false, '');
}

interface Open {
  table: CatalogueTable;
  header: Header;
  headings: string;
}

/** Lines behind a title within which its header stands. */
const HEAD_LINES = 6;

class AlignedReader {
  readonly tables: CatalogueTable[] = [];
  private readonly lines: readonly string[];
  private readonly mapping: CatalogueMapping;
  private current: Open | null = null;
  /** Titles and labelled lines since the last entry: the head of the next table, if one begins. */
  private pending: HeadLine[] = [];
  /** The entry above, of which a line may be the rest. */
  private before: GridRow | null = null;
  /** Cells that stand above their entry's own line, as programs set broken cells around its middle. */
  private above: { line: number; pieces: [Piece, number][]; text: string }[] = [];

  constructor(lines: readonly string[], mapping: CatalogueMapping) {
    this.lines = lines;
    this.mapping = mapping;
  }

  read(from: number, to: number): CatalogueTable[] {
    for (let line = from; line <= to; line += 1) {
      const text = this.lines[line - 1] ?? '';
      if (text.trim() === '') continue;
      const header = headerOf(text, this.mapping);
      if (header) this.begin(header, text, line);
      else if (this.current) this.take(this.current, text, line);
      else this.pending.push({ line, cells: piecesOf(text, WIDE_GAP).map((piece) => piece.text) });
    }
    if (this.current) {
      this.dropAbove(this.current.table);
      this.flush(this.current.table);
    }
    return this.tables.filter(({ rows }) => rows.length > 0);
  }

  private begin(header: Header, text: string, line: number): void {
    const { current, pending } = this;
    if (current) this.dropAbove(current.table);
    const headings = header.pieces.map((piece) => withoutSpace(piece.text)).join('|');
    const known = (one: HeadLine): boolean =>
      current?.table.head.some((own) => own.cells.join('') === one.cells.join('')) ?? false;
    if (current && current.headings === headings && pending.every(known)) {
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
        this.mapping,
        line,
      );
      const table: CatalogueTable = {
        name: null,
        head: pending,
        columns,
        rows: [],
        wraps: true,
        joiner: '',
        short: NONE,
        from: line,
        to: line,
        findings,
        skipped: [],
      };
      this.current = { table, header, headings };
      this.tables.push(table);
    }
    this.pending = [];
    this.before = null;
  }

  private take({ table, header }: Open, text: string, line: number): void {
    const width = table.columns.length;
    const pieces = piecesOf(text, WIDE_GAP).map((piece) => piece.text);
    if (isPageNoise(text)) {
      table.skipped.push({ line, text: text.trim(), reason: 'noise_skipped' });
      return;
    }
    if (pieces.length === 1 && isTitle(text) && this.headerFollows(line)) {
      this.pending.push({ line, cells: [text.trim()] });
      return;
    }
    if (isFoot(text) || isTotal(pieces[0] ?? '') || isTotal(text)) {
      this.flush(table);
      table.rows.push(special(text.trim().replaceAll(/\s+/gu, ' '), line, width));
      this.before = null;
      return;
    }
    const labelled = contextOf({ line, cells: pieces }).length > 0 && (/[:：]/u.test(text) || pieces.length === 1);
    if (labelled && !(pieces.length > 1 && table.columns.some(({ field }) => field === 'term'))) {
      this.pending.push({ line, cells: [text.trim()] });
      return;
    }
    this.flush(table);
    const adjacent = this.above.at(-1)?.line === line - 1;
    const elsewhere = new Set(adjacent ? this.above.flatMap(({ pieces: own }) => own.map(([, column]) => column)) : []);
    const row = rowOfLine(text, header, table.columns, line, elsewhere);
    const rest = restOf(text, header, table.columns);
    if (row && beginsEntry(row, table.columns, this.before !== null)) {
      this.addAbove(table, row, line);
      table.rows.push(row);
      table.to = line;
      this.before = row;
    } else if (this.before && rest && line - this.before.endLine <= 1) {
      addRest(rest, this.before, line);
      table.to = line;
    } else if (pieces.length === 1 && GROUP.test(text.trim())) {
      table.rows.push(special(text, line, width));
      this.before = null;
    } else if (rest) {
      this.above.push({ line, pieces: rest, text: text.trim() });
      this.before = null;
    } else {
      this.leaveOut(table, line, text.trim());
      this.before = null;
    }
  }

  /** Titles that turned out to head no table stand among the entries. */
  private flush(table: CatalogueTable): void {
    for (const { cells, line } of this.pending) table.rows.push(special(cells.join(' '), line, table.columns.length));
    this.pending = [];
  }

  /** Cells right above an entry are the begin of its own. */
  private addAbove(table: CatalogueTable, row: GridRow, line: number): void {
    const adjacent = this.above.at(-1)?.line === line - 1;
    if (!adjacent) this.dropAbove(table);
    for (const { line: own, pieces } of this.above.toReversed()) {
      for (const [piece, column] of pieces) {
        const cell = row.cells[column];
        if (!cell) continue;
        cell.text = cell.text === '' ? `${piece.text}\n` : `${piece.text}\n${cell.text}`;
        if (cell.state !== 'printed') row.filled += 1;
        cell.state = 'printed';
      }
      row.line = own;
    }
    this.above = [];
  }

  private dropAbove(table: CatalogueTable): void {
    for (const { line, text } of this.above) this.leaveOut(table, line, text);
    this.above = [];
  }

  private leaveOut(table: CatalogueTable, line: number, text: string): void {
    table.findings.push(aboutLine(line, 'catalogue/line_left_over', { text: text.slice(0, 40) }, 'doubt'));
    table.skipped.push({ line, text, reason: 'catalogue/line_left_over' });
  }

  private headerFollows(line: number): boolean {
    const next = this.lines.slice(line, line + HEAD_LINES).filter((text) => text.trim() !== '');
    return next.some((text) => headerOf(text, this.mapping) !== null);
  }
}

/** The catalogues that are set with spaces, each from its heading line on. */
export function alignedTables(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: CatalogueMapping,
): CatalogueTable[] {
  return new AlignedReader(lines, mapping).read(from, to);
}
