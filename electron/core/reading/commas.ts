/**
 * Tables pasted as text with a comma or semicolon between their cells, known by a line of headings set the same way.
 * Invariant: a sign inside quotation marks parts no cells; a row with another number of cells than its header is
 * doubtful.
 */
import type { SourceRow } from './source.ts';
import { headingOf } from './vocabulary.ts';

const SIGNS = [',', '，', ';', '；'];

/** Cells of one line; "…" holds signs and doubled quotes. */
function cellsOf(line: string, sign: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const one = line[at] ?? '';
    if (quoted && one === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (one === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (one === sign && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += one;
  }
  return [...cells, cell.trim()];
}

function isHeader(cells: readonly string[]): boolean {
  const roles = cells.map((cell) => headingOf(cell)?.role);
  return (
    cells.length >= 3 &&
    roles.includes('time') &&
    roles.includes('activity') &&
    roles.filter((role) => role === undefined).length <= 1
  );
}

/** Rows from the line of headings on, or null. */
export function rowsOfCommas(source: readonly string[], from: number, to: number): SourceRow[] | null {
  for (let line = from; line <= to; line += 1) {
    const text = source[line - 1] ?? '';
    const sign = text.length > 200 ? undefined : SIGNS.find((one) => isHeader(cellsOf(text, one)));
    if (sign === undefined) continue;
    const width = cellsOf(text, sign).length;
    const rows: SourceRow[] = [];
    for (let at = line; at <= to; at += 1) {
      const cells = cellsOf(source[at - 1] ?? '', sign);
      if (cells.every((cell) => cell === '')) continue;
      // The paper goes on below the table.
      if (cells.length === 1 && width > 1) break;
      rows.push({ line: at, cells: cells.map((cell) => ({ text: cell, colSpan: 1, rowSpan: 1 })) });
    }
    return rows.length >= 3 ? rows : null;
  }
  return null;
}
