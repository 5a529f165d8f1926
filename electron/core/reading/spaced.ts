/**
 * Cells of plain text set in columns by spaces under a header that is set likewise.
 * Invariant: a row whose cells do not answer the header one by one is placed by where its cells stand and named, or it is
 * rejected; no cell moves to another column in silence.
 */
import type { SourceRow } from './source.ts';

interface SpacedRows {
  rows: SourceRow[];
  /** Line of the header. */
  header: number;
  /** Lines whose cells stand under no heading. */
  rejected: { line: number; text: string }[];
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
export function rowsBySpaces(
  lines: readonly string[],
  from: number,
  to: number,
  heads: (headings: readonly string[]) => boolean,
): SpacedRows | null {
  for (const gap of GAPS) {
    for (let line = from; line <= to; line += 1) {
      const header = cut(lines[line - 1] ?? '', gap);
      if (header.length < 2 || !heads(header.map(({ text }) => text))) continue;
      const rows: SourceRow[] = [{ line, cells: header.map(({ text }) => cell(text)) }];
      const rejected: SpacedRows['rejected'] = [];
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
          rejected.push({ line: at, text });
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
