/**
 * Columns set with spaces or tabs in plain text. Invariant: a cell belongs to the column at whose place it begins;
 * a line whose cells fit no place is doubtful.
 */
import { readTime } from '#shared/lib/time-expressions.ts';
import type { SourceRow } from './source.ts';
import { headingOf } from './vocabulary.ts';

interface Piece {
  text: string;
  /** Place in half-width characters. */
  at: number;
}

function pieces(line: string, gap: RegExp): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  let place = 0;
  for (const part of line.split(gap)) {
    const start = line.indexOf(part, at);
    for (; at < start; at += 1) place += line.charCodeAt(at) > 0x2e7f ? 2 : line[at] === '\t' ? 8 - (place % 8) : 1;
    if (part.trim() !== '') found.push({ text: part.trim(), at: place });
    for (; at < start + part.length; at += 1) place += line.charCodeAt(at) > 0x2e7f ? 2 : 1;
  }
  return found;
}

const WIDE_GAP = /(?:\t+|[ \u3000]{2,}|\u3000+)/u;
const ANY_GAP = /[\s\u3000]+/u;

/** Rows of a table set with spaces, from the first heading line on, or null. */
export function rowsOfAligned(source: readonly string[], from: number, to: number): SourceRow[] | null {
  let header: Piece[] | null = null;
  let gap = WIDE_GAP;
  const rows: SourceRow[] = [];
  let misfits = 0;
  for (let line = from; line <= to; line += 1) {
    const text = source[line - 1] ?? '';
    if (text.trim() === '') continue;
    if (!header) {
      if (text.length > 200 || !/[\s\u3000]/u.test(text.trim())) continue;
      for (const one of [WIDE_GAP, ANY_GAP]) {
        const cells = pieces(text, one);
        const roles = cells.map((cell) => headingOf(cell.text)?.role);
        if (
          cells.length >= 2 &&
          cells.length <= 10 &&
          roles.includes('time') &&
          (roles.includes('activity')
            ? roles.every((role) => role !== undefined)
            : // One unknown heading beside a time and a unit is the work.
              roles.includes('unit') && roles.filter((role) => role === undefined).length === 1)
        ) {
          header = cells;
          gap = one;
          break;
        }
      }
      if (header) rows.push({ line, cells: header.map((cell) => ({ text: cell.text, colSpan: 1, rowSpan: 1 })) });
      continue;
    }
    let cells = pieces(text, gap);
    if (cells.length < header.length) {
      const finer = pieces(text, ANY_GAP);
      const monthFirst = readTime(finer[0]?.text ?? '') !== null;
      if (finer.length === header.length && monthFirst) cells = finer;
      else if (finer.length === header.length - 1 && !monthFirst && /^\s/u.test(text)) cells = finer;
    }
    if (cells.length < 2) {
      // A line that is no row: the table ends here unless rows follow at once.
      misfits += 1;
      if (misfits > 2) break;
      rows.push({
        line,
        cells: [{ text: text.trim(), colSpan: header.length, rowSpan: 1 }, ...header.slice(1).map(() => null)],
      });
      continue;
    }
    misfits = 0;
    rows.push({ line, cells: placed(cells, header) });
  }
  while (rows.length > 0 && rows.at(-1)?.cells.filter(Boolean).length === 1) rows.pop();
  return header && rows.length >= 3 ? rows : null;
}

/** Puts a line's cells into columns: all of them in order, or by their places. */
function placed(cells: readonly Piece[], header: readonly Piece[]): SourceRow['cells'] {
  const out = header.map(() => ({ text: '', colSpan: 1, rowSpan: 1 }));
  if (cells.length >= header.length) return cells.map((cell) => ({ text: cell.text, colSpan: 1, rowSpan: 1 }));
  const firstIsTime = readTime(cells[0]?.text ?? '') !== null;
  for (const [index, cell] of cells.entries()) {
    let column = firstIsTime ? index : index + 1;
    if (cells.length < header.length - (firstIsTime ? 0 : 1)) {
      column = header.reduce(
        (best, one, place) => (Math.abs(one.at - cell.at) < Math.abs((header[best]?.at ?? 0) - cell.at) ? place : best),
        0,
      );
    }
    const target = out[column];
    if (target) target.text = target.text === '' ? cell.text : `${target.text} ${cell.text}`;
  }
  return out;
}
