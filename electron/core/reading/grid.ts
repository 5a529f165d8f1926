/**
 * A schedule as a grid of cells, whatever it came from: a real table, cells between pipes, or lines that were put
 * back into columns. Invariant: a cell says whether it was printed, left empty, or covered by a merged cell.
 */
import type { SourceRow } from './source.ts';
import type { ColumnRole } from './vocabulary.ts';
import type { Finding, LayoutCode } from './draft.ts';

export interface GridCell {
  text: string;
  state: 'printed' | 'empty' | 'covered';
  /** As in SourceCell. */
  number?: string;
}

export interface GridRow {
  line: number;
  endLine: number;
  cells: GridCell[];
  /** The row could be put into columns only by guessing. */
  doubtful: boolean;
  /** Number of different cells that carry text. */
  filled: number;
}

export interface GridColumn {
  printed: string;
  name: string;
  role: ColumnRole;
}

export interface Grid {
  layout: LayoutCode;
  title: string | null;
  columns: GridColumn[];
  rows: GridRow[];
  findings: Finding[];
  from: number;
  to: number;
  /** Real tables and pipe cells tell merged cells from empty ones; flattened text does not. */
  knowsMerges: boolean;
  /** A column printed once for several rows, in which the months begin anew; null = none. */
  group: number | null;
}

/** Lays spans out: every grid place gets its cell, covered places repeat the text of the cell that covers them. */
export function expandRows(rows: readonly SourceRow[], lastLine: number): GridRow[] {
  const open: { text: string; rowsLeft: number }[] = [];
  return rows.map((row, index) => {
    const cells: GridCell[] = [];
    let filled = 0;
    let across = 0;
    let carried: { text: string; rowSpan: number } | null = null;
    for (const [column, cell] of row.cells.entries()) {
      const above = open[column];
      if (cell) {
        const empty = cell.text.trim() === '';
        if (!empty) filled += 1;
        cells.push({
          text: cell.text,
          state: empty ? 'empty' : 'printed',
          ...(cell.number === undefined ? {} : { number: cell.number }),
        });
        open[column] = { text: cell.text, rowsLeft: cell.rowSpan - 1 };
        across = cell.colSpan - 1;
        carried = { text: cell.text, rowSpan: cell.rowSpan };
      } else if (above && above.rowsLeft > 0) {
        above.rowsLeft -= 1;
        cells.push({ text: above.text, state: 'covered' });
      } else if (across > 0 && carried) {
        // Covered from the left: the text belongs to the first column of the span.
        across -= 1;
        cells.push({ text: '', state: 'covered' });
        open[column] = { text: '', rowsLeft: carried.rowSpan - 1 };
      } else cells.push({ text: '', state: 'empty' });
    }
    const next = rows[index + 1];
    const endLine = Math.max(row.line, Math.min((next?.line ?? lastLine + 1) - 1, lastLine));
    return { line: row.line, endLine, cells, doubtful: false, filled };
  });
}

/** The row's text as the review screen shows it. */
export function rowText(row: GridRow): string {
  return row.cells
    .filter((cell) => cell.state === 'printed')
    .map((cell) => cell.text.trim())
    .join('　');
}
