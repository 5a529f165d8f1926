/**
 * Where the person is in the grid: the active cell and the range around it, by place. Pure functions. Invariant: the
 * active cell lies inside the range between `anchor` and `head`.
 */

import type { GridSelection } from './types.ts';

export interface Place {
  row: number;
  column: number;
}

export interface Selection {
  active: Place;
  /** The corner that stays when the range is extended. */
  anchor: Place;
  /** The corner that moves. */
  head: Place;
  /** Chosen by row numbers: commands on rows apply to them even where a cell command would not. */
  wholeRows: boolean;
}

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Size {
  rows: number;
  columns: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEP: Record<Direction, Place> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

export function rangeOf(selection: Selection): Range {
  const { anchor, head } = selection;
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function isSingle(selection: Selection): boolean {
  return selection.anchor.row === selection.head.row && selection.anchor.column === selection.head.column;
}

export function clampPlace(place: Place, size: Size): Place {
  const row = Math.max(0, Math.min(place.row, size.rows - 1));
  const column = Math.max(0, Math.min(place.column, size.columns - 1));
  return row === place.row && column === place.column ? place : { row, column };
}

export function at(place: Place): Selection {
  return { active: place, anchor: place, head: place, wholeRows: false };
}

export function between(anchor: Place, head: Place, wholeRows = false): Selection {
  return { active: anchor, anchor, head, wholeRows };
}

/** Rows `from` to `to` in full width, as a click on the row numbers chooses them. */
export function wholeRows(from: number, to: number, size: Size, column = 0): Selection {
  return {
    active: { row: from, column },
    anchor: { row: from, column: 0 },
    head: { row: to, column: size.columns - 1 },
    wholeRows: true,
  };
}

/**
 * The end of the run of filled cells in a direction, as Ctrl+arrow in spreadsheets: from inside a run to its end, from
 * its end or from an empty cell to the next filled cell, else to the edge.
 */
export function jump(from: Place, direction: Direction, size: Size, isEmpty: (place: Place) => boolean): Place {
  const step = STEP[direction];
  const next = (place: Place): Place => ({ row: place.row + step.row, column: place.column + step.column });
  const inside = (place: Place): boolean =>
    place.row >= 0 && place.column >= 0 && place.row < size.rows && place.column < size.columns;
  let place = next(from);
  if (!inside(place)) return from;
  const run = !isEmpty(from) && !isEmpty(place);
  for (;;) {
    const ahead = next(place);
    if (!inside(ahead)) return place;
    if (run ? isEmpty(ahead) : !isEmpty(place)) return place;
    place = ahead;
  }
}

export function moved(
  selection: Selection,
  direction: Direction,
  options: { extend: boolean; jump: boolean; rows?: number },
  size: Size,
  isEmpty: (place: Place) => boolean,
): Selection {
  const from = options.extend ? selection.head : selection.active;
  const step = STEP[direction];
  const distance = options.rows ?? 1;
  const to = options.jump
    ? jump(from, direction, size, isEmpty)
    : clampPlace({ row: from.row + step.row * distance, column: from.column + step.column * distance }, size);
  return options.extend ? { ...selection, head: to } : at(to);
}

export function movedTo(selection: Selection, place: Place, extend: boolean): Selection {
  return extend ? { ...selection, head: place } : at(place);
}

/**
 * Enter and Tab. In a range they walk its cells and come round; with one cell they step through the grid, Tab going
 * on at the next row. Null = there is no further cell (the key then leaves the grid, so that it is no keyboard trap).
 * `firstColumn` is where a run of Tabs began: Enter returns to it.
 */
export function cycled(
  selection: Selection,
  axis: 'row' | 'column',
  back: boolean,
  size: Size,
  firstColumn: number | null = null,
): Selection | null {
  const step = back ? -1 : 1;
  const { active } = selection;
  if (isSingle(selection)) {
    if (axis === 'row') {
      const row = active.row + step;
      if (row < 0 || row >= size.rows) return null;
      return at({ row, column: firstColumn ?? active.column });
    }
    const index = active.row * size.columns + active.column + step;
    if (index < 0 || index >= size.rows * size.columns) return null;
    return at({ row: Math.floor(index / size.columns), column: index % size.columns });
  }
  const range = rangeOf(selection);
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const row = active.row - range.top;
  const column = active.column - range.left;
  const total = height * width;
  const index = axis === 'row' ? column * height + row : row * width + column;
  const next = (index + step + total) % total;
  const place =
    axis === 'row'
      ? { row: range.top + (next % height), column: range.left + Math.floor(next / height) }
      : { row: range.top + Math.floor(next / width), column: range.left + (next % width) };
  return { ...selection, active: place };
}

/** Everything, keeping the active cell. */
export function all(selection: Selection, size: Size): Selection {
  return {
    active: selection.active,
    anchor: { row: 0, column: 0 },
    head: { row: size.rows - 1, column: size.columns - 1 },
    wholeRows: false,
  };
}

/** The selection inside the grid; the same object if it was. */
export function clamped(selection: Selection, size: Size): Selection {
  const active = clampPlace(selection.active, size);
  const anchor = clampPlace(selection.anchor, size);
  const head = clampPlace(selection.head, size);
  if (active === selection.active && anchor === selection.anchor && head === selection.head) return selection;
  return { active, anchor, head, wholeRows: selection.wholeRows };
}

/** Do two tellings of the selection say the same? */
export function sameSelection(one: GridSelection, other: GridSelection): boolean {
  const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
    a.length === b.length && a.every((item, index) => item === b[index]);
  return (
    one.activeRowId === other.activeRowId &&
    one.activeColumnKey === other.activeColumnKey &&
    one.wholeRows === other.wholeRows &&
    sameList(one.rowIds, other.rowIds) &&
    sameList(one.columnKeys, other.columnKeys)
  );
}
