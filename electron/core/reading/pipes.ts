/**
 * Cells between pipes: markdown tables (one row a line), cells one a line with a lone pipe at the row's end, and cells
 * one a line, each closed by its own pipe.
 * Invariant: a row with fewer cells than the header is completed from the left (merged cells above it) only where
 * the remaining cells fit their columns, else it is doubtful.
 */
import { leadingTime, readTime } from '#shared/lib/time-expressions.ts';
import type { SourceCell, SourceRow } from './source.ts';
import { headingOf, isNoise } from './vocabulary.ts';

const RULE = /^\s*\|?[\s:|+=-]*-[\s:|+=-]*$/u;

function cell(text: string): SourceCell {
  return { text, colSpan: 1, rowSpan: 1 };
}

/** Two cells a line: one pipe inside nearly every line. */
function inPairs(source: readonly string[], from: number, to: number): boolean {
  let pairs = 0;
  let printed = 0;
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '').trim();
    if (text !== '') printed += 1;
    if (/^[^|｜│┃]+[|｜│┃][^|｜│┃]+$/u.test(text)) pairs += 1;
  }
  return pairs >= 3 && pairs >= printed * 0.6;
}

/** Rows of a table whose lines hold their cells between pipes, as printed, or null. */
export function rowsOfPipeLines(source: readonly string[], from: number, to: number): SourceRow[] | null {
  const rows: SourceRow[] = [];
  let begun = 0;
  const least = inPairs(source, from, to) ? 2 : 3;
  /** Whether pipes stand around the header as well as inside: else an empty first or last cell is a cell. */
  let around: { left: boolean; right: boolean } | null = null;
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '').replace(/[│┃｜]/gu, '|').trim();
    if (text === '' || RULE.test(text) || /^[┌├└─┼┬┴┐┤┘+\s-]+$/u.test(text)) continue;
    const parts = text.split('|');
    if (parts.length < least) {
      if (rows.length > 1 && begun > 0) begun = -1;
      continue;
    }
    if (begun < 0) begun = 0;
    around ??= { left: text.startsWith('|'), right: text.endsWith('|') };
    if (around.left && parts[0]?.trim() === '') parts.shift();
    if (around.right && parts.at(-1)?.trim() === '') parts.pop();
    rows.push({
      line,
      cells: parts.map((part) =>
        cell(
          part
            .replace(/<br\s*\/?>/giu, '\n')
            .replace(/\*\*/gu, '')
            .trim(),
        ),
      ),
    });
    begun += 1;
  }
  return rows.length < 2 ? null : rows;
}

/** Cells that a pipe closes; null where the lines are set otherwise. */
function closedCells(source: readonly string[], from: number, to: number): { line: number; text: string }[] | null {
  const cells: { line: number; text: string }[] = [];
  /** Lines of a cell whose pipe has not come yet. */
  let waiting: string[] = [];
  let begin = from;
  let closing = 0;
  let lines = 0;
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '').replace(/｜/gu, '|').trim();
    if (text === '' || (cells.length === 0 && !text.endsWith('|')) || (!text.includes('|') && isNoise(text))) continue;
    lines += 1;
    const parts = text.split('|');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      if (waiting.length === 0) begin = line;
      cells.push({ line: begin, text: [...waiting, part.trim()].join('\n').trim() });
      waiting = [];
    }
    if (last.trim() === '') closing += 1;
    else {
      if (waiting.length === 0) begin = line;
      waiting.push(last.trim());
    }
    // The paper goes on in running text.
    if (waiting.length > 20) break;
  }
  return closing >= 6 && closing >= lines * 0.5 ? cells : null;
}

function beginsWithTime(text: string): boolean {
  return readTime(text) !== null || leadingTime(text) !== null;
}

/**
 * Rows of a table whose cells stand one a line, each closed by a pipe. Nothing shows where a row ends: the width is the
 * one at which every row has its time in the column that the headings name; null where no width does.
 */
export function rowsOfClosedCells(source: readonly string[], from: number, to: number): SourceRow[] | null {
  const cells = closedCells(source, from, to);
  if (!cells) return null;
  const time = cells.findIndex((one) => {
    const role = headingOf(one.text)?.role;
    return role === 'time' || role === 'dates' || role === 'deadline';
  });
  if (time < 0 || time > 12) return null;
  for (let width = Math.max(2, time + 1); width <= 12 && width * 3 <= cells.length; width += 1) {
    if (cells.length % width !== 0 || cells.slice(0, width).some((one) => beginsWithTime(one.text))) continue;
    // More than one unknown heading: cells of the body were counted in.
    if (cells.slice(0, width).filter((one) => !headingOf(one.text)).length > 1) continue;
    const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));
    if (!rows.slice(1).every((row) => beginsWithTime(row[time]?.text ?? ''))) continue;
    return rows.map((row) => ({ line: row[0]?.line ?? from, cells: row.map((one) => cell(one.text)) }));
  }
  return null;
}

/** The same lines without their closing pipes, for the reader of flattened tables; null where they are no such cells. */
export function withoutClosingPipes(source: readonly string[], from: number, to: number): string[] | null {
  if (!closedCells(source, from, to)) return null;
  return source.map((text, index) => (index + 1 >= from && index + 1 <= to ? text.replace(/\s*[|｜]\s*$/u, '') : text));
}

/** Rows of a table whose cells stand one a line, each behind a pipe, or null. */
export function rowsOfPipeCells(
  source: readonly string[],
  from: number,
  to: number,
): { rows: SourceRow[]; doubtful: Set<number> } | null {
  const raw: { line: number; cells: string[] }[] = [];
  let current: { line: number; cells: string[] } | null = null;
  let pipes = 0;
  let lines = 0;
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '').replace(/｜/gu, '|').trim();
    if (text === '') continue;
    lines += 1;
    if (text === '|') {
      pipes += 1;
      if (current) raw.push(current);
      current = null;
    } else if (text.startsWith('|')) {
      pipes += 1;
      current ??= { line, cells: [] };
      current.cells.push(text.slice(1).trim());
    } else if (!current) current = { line, cells: [text] };
    else {
      const last = current.cells.length - 1;
      current.cells[last] = `${current.cells[last] ?? ''}\n${text}`;
    }
  }
  if (current) raw.push(current);
  if (pipes < 4 || pipes < lines * 0.3 || raw.length < 2) return null;
  const width = raw[0]?.cells.length ?? 0;
  if (width < 2) return null;
  const doubtful = new Set<number>();
  const rows = raw.map(({ line, cells }, index): SourceRow => {
    const missing = width - cells.length;
    if (missing < 0 || (missing > 0 && index > 0 && !fitsLeft(raw, width, cells))) doubtful.add(line);
    // A row cut off after its first cell stands where it was printed.
    if (index === raw.length - 1 && cells.length === 1) return { line, cells: [cell(cells[0] ?? '')] };
    return { line, cells: [...Array.from({ length: Math.max(0, missing) }, () => null), ...cells.map(cell)] };
  });
  spanAbove(rows, width);
  return { rows, doubtful };
}

/** Cells merged above: they lengthen the cell that covers them. */
function spanAbove(rows: SourceRow[], width: number): void {
  for (let column = 0; column < width; column += 1) {
    let owner: SourceCell | null = null;
    for (const row of rows.slice(1)) {
      const own = row.cells[column];
      if (own) owner = own;
      else if (owner && own === null) owner.rowSpan += 1;
    }
  }
}

/** The cells of a short row, set from the right, look like the same columns of the full rows. */
function fitsLeft(raw: readonly { cells: string[] }[], width: number, cells: readonly string[]): boolean {
  const full = raw.slice(1).filter((row) => row.cells.length === width);
  return cells.every((text, index) => {
    const column = width - cells.length + index;
    const sample = full.map((row) => row.cells[column] ?? '');
    const times = sample.filter((one) => readTime(one) !== null).length;
    const isTime = readTime(text) !== null;
    if (sample.length > 0 && times === sample.length) return isTime;
    return !(isTime && times === 0 && /月/u.test(text));
  });
}
