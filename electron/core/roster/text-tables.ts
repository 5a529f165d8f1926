/**
 * Sheets that came as plain text: cells between pipes or separators, set in columns by spaces, or one a line.
 * Invariant: a row whose cells do not answer the header one by one is placed by where its cells stand and told of, or it is
 * rejected; no cell moves to another column in silence.
 */
import type { RosterMapping } from '#shared/features/attendance.ts';
import { rowsOfPipeLines } from '../reading/pipes.ts';
import type { SourceRow } from '../reading/source.ts';
import type { HeadLine, LeftOut, RosterTable } from './draft.ts';
import { headsRoster } from './headings.ts';
import { tablesOf } from './tables.ts';
import { isLikelyName } from './values.ts';

interface TextFound {
  tables: RosterTable[];
  rejected: LeftOut[];
  /** Lines whose cells were placed by where they stand. */
  placed: Set<number>;
}

const cell = (text: string): SourceRow['cells'][number] => ({ text, colSpan: 1, rowSpan: 1 });

/** Width on paper: Han characters and full-width signs are two wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );

interface Piece {
  text: string;
  at: number;
}

function cut(line: string, gap: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of [...line.matchAll(gap), null]) {
    const to = match?.index ?? line.length;
    const text = line.slice(from, to);
    if (text.trim() !== '') pieces.push({ text: text.trim(), at: widthOf(line.slice(0, from)) });
    from = to + (match?.[0].length ?? 0);
  }
  return pieces;
}

const GAPS = [/(?:\t| {2,}|\u3000+[ \u3000]*)+/gu, /[ \u3000\t]+/gu] as const;

/** Lines of cells set by spaces under a header that is set likewise; null where there is no such header. */
function rowsBySpaces(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: RosterMapping,
): { rows: SourceRow[]; header: number; rejected: LeftOut[]; placed: Set<number> } | null {
  for (const gap of GAPS) {
    for (let line = from; line <= to; line += 1) {
      const header = cut(lines[line - 1] ?? '', gap);
      if (
        header.length < 2 ||
        !headsRoster(
          header.map(({ text }) => text),
          mapping,
        )
      )
        continue;
      const rows: SourceRow[] = [{ line, cells: header.map(({ text }) => cell(text)) }];
      const rejected: LeftOut[] = [];
      const placed = new Set<number>();
      for (let at = line + 1; at <= to; at += 1) {
        const text = lines[at - 1] ?? '';
        const pieces = cut(text, gap);
        if (pieces.length === 0) continue;
        if (pieces.length === 1 || pieces.length === header.length) {
          rows.push({
            line: at,
            cells: pieces.length === 1 ? [cell(pieces[0]?.text ?? '')] : pieces.map((piece) => cell(piece.text)),
          });
          continue;
        }
        const columns = pieces.length < header.length ? placeBy(header, pieces) : null;
        if (columns === null) {
          rejected.push({ line: at, text, reason: 'roster/row_unplaced', params: { text: text.trim().slice(0, 60) } });
          continue;
        }
        placed.add(at);
        rows.push({ line: at, cells: header.map((_, column) => cell(columns[column] ?? '')) });
      }
      if (rows.length > 1) return { rows, header: line, rejected, placed };
    }
  }
  return null;
}

/** Pieces in the columns above which they stand; null where two claim one or one stands between two. */
function placeBy(header: readonly Piece[], pieces: readonly Piece[]): string[] | null {
  const columns: string[] = [];
  let last = -1;
  for (const { text, at } of pieces) {
    const distances = header.map((head) => Math.abs(head.at - at));
    const nearest = Math.min(...distances);
    const column = distances.indexOf(nearest);
    if (nearest > 3 || column <= last) return null;
    columns[column] = text;
    last = column;
  }
  return columns;
}

/** A table whose cells stand one a line: the headings first, then rows of as many lines. */
function rowsOfSingles(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: RosterMapping,
): { rows: SourceRow[]; header: number } | null {
  const filled = lines
    .slice(from - 1, to)
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ text: text.trim(), line: from + index }]));
  for (let start = 0; start < Math.min(filled.length, 30); start += 1) {
    for (let width = 3; width <= 14 && start + width * 2 <= filled.length; width += 1) {
      const headings = filled.slice(start, start + width).map(({ text }) => text);
      if (!headings.every((text) => headsRoster([text, '姓名'], mapping)) || !headsRoster(headings, mapping)) continue;
      const body = filled.slice(start + width);
      if (body.length % width !== 0) continue;
      const rows = Array.from({ length: body.length / width }, (_, row) => body.slice(row * width, (row + 1) * width));
      const name = headings.findIndex((text) => /姓名|名字/u.test(text));
      if (name < 0 || !rows.every((row) => isLikelyName(row[name]?.text ?? ''))) continue;
      const all = [filled.slice(start, start + width), ...rows];
      return {
        header: filled[start]?.line ?? from,
        rows: all.map((row) => ({ line: row[0]?.line ?? from, cells: row.map(({ text }) => cell(text)) })),
      };
    }
  }
  return null;
}

/** Lines where rows begin that have fewer cells than most: a cell was lost, or two ran together. */
function shorter(rows: readonly SourceRow[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0] = [...counts].toSorted((one, two) => two[1] - one[1] || two[0] - one[0])[0] ?? [];
  return new Set(rows.filter(({ cells }) => cells.length > 1 && cells.length < width).map(({ line }) => line));
}

const headOfText = (lines: readonly string[], from: number, to: number): HeadLine[] =>
  lines
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, cells: [text.trim()] }))
    .filter(({ cells: [text] }) => text !== '');

/** Every sheet in lines of text, or none. */
export function tablesOfText(lines: readonly string[], from: number, to: number, mapping: RosterMapping): TextFound {
  const none: TextFound = { tables: [], rejected: [], placed: new Set() };
  const options = (header: number): Parameters<typeof tablesOf>[1] => ({
    name: null,
    head: headOfText(lines, from, header - 1),
    mapping,
    lastLine: to,
    short: new Set(),
  });
  const piped = rowsOfPipeLines(lines, from, to);
  if (piped) {
    const tables = tablesOf(piped, options(piped[0]?.line ?? from));
    if (tables.length > 0) return { ...none, tables };
  }
  for (const sign of ['\t', '，', ',', ';'] as const) {
    const separated = lines.slice(from - 1, to).filter((line) => line.split(sign).length >= 2);
    if (separated.length < 2 || !separated.some((line) => headsRoster(line.split(sign), mapping))) continue;
    const rows = lines
      .slice(from - 1, to)
      .map((line, index): SourceRow => ({ line: from + index, cells: line.split(sign).map(cell) }));
    const tables = tablesOf(rows, { ...options(from), head: [], short: shorter(rows) });
    if (tables.length > 0) return { ...none, tables };
  }
  const spaced = rowsBySpaces(lines, from, to, mapping);
  if (spaced) {
    const tables = tablesOf(spaced.rows, options(spaced.header));
    if (tables.length > 0) return { tables, rejected: spaced.rejected, placed: spaced.placed };
  }
  const singles = rowsOfSingles(lines, from, to, mapping);
  if (!singles) return none;
  return {
    ...none,
    tables: tablesOf(singles.rows, options(singles.header)),
    placed: new Set(singles.rows.slice(1).map(({ line }) => line)),
  };
}
