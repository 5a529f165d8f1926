/**
 * Merged cells are derived, never stored: rows that follow each other with the same text in a `merge` column show one
 * cell. Pure. Invariant: groups cover all rows without overlap; an empty text merges with nothing.
 */

export interface Groups {
  /** By row: the first row of its group. */
  first: Int32Array;
  /** By row: the row after the last of its group. */
  end: Int32Array;
}

/** Groups of `rows` rows; rows from `mergeable` on (drafts, the blank row) stand alone. */
export function groupRows(rows: number, mergeable: number, text: (row: number) => string): Groups {
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  let start = 0;
  let previous = rows > 0 ? text(0) : '';
  for (let row = 1; row <= rows; row++) {
    const current = row < mergeable ? text(row) : null;
    if (current !== null && current !== '' && current === previous) continue;
    first.fill(start, start, row);
    end.fill(row, start, row);
    start = row;
    previous = current ?? '';
  }
  return { first, end };
}

/** The group of a row; a row outside stands alone. */
export function groupAt(groups: Groups | undefined, row: number): { first: number; end: number } {
  return { first: groups?.first[row] ?? row, end: groups?.end[row] ?? row + 1 };
}

/**
 * How many rows of a table window `from`…`to` the cell of `row` spans: 0 = covered by the cell above. A group that
 * begins above the window gets its cell at the window's first row.
 */
export function spanInWindow(groups: Groups | undefined, row: number, from: number, to: number): number {
  const group = groupAt(groups, row);
  const top = Math.max(group.first, from);
  return row === top ? Math.min(group.end, to) - top : 0;
}
