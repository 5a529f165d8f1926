/**
 * What a paste, a fill or a clearing would write, worked out before anything is written: the cells, the rows to add and
 * the cells that cannot take their text, each with the reason. Pure. Invariant: a plan with problems is applied only
 * after a person agreed to leave those cells out.
 */
import type { Range } from './selection.ts';

export interface PlannedCell {
  row: number;
  column: number;
  /** What is handed over. */
  text: string;
  /** What the person sees meanwhile. */
  shown: string;
}

export interface CellProblem {
  row: number;
  column: number;
  text: string;
  reason: string;
}

export interface ChangePlan {
  edits: PlannedCell[];
  /** One entry a row to add at the end: texts by column place. */
  inserts: Map<number, PlannedCell>[];
  problems: CellProblem[];
  /** Columns of the block that have no place to the right. */
  droppedColumns: number;
  /** Rows of the block that have no place below (only where rows cannot be added). */
  droppedRows: number;
  target: Range;
}

export type Verdict = { ok: true; text: string } | { ok: false; reason: string };

export interface PlanContext {
  /** Rows that exist; the blank one at the end does not. */
  rows: number;
  columns: number;
  canInsert: boolean;
  shown: (row: number, column: number) => string;
  /** Whether the cell may take the text, and what is then handed over; row ≥ `rows` is a row to be added. */
  judge: (row: number, column: number, text: string) => Verdict;
}

/** Writes `cell(row, column)` into a range; cells that already show their text are left alone. */
export function planRange(
  target: Range,
  cell: (row: number, column: number) => string | null,
  context: PlanContext,
): ChangePlan {
  const plan: ChangePlan = { edits: [], inserts: [], problems: [], droppedColumns: 0, droppedRows: 0, target };
  for (let row = target.top; row <= target.bottom; row++) {
    const added = row >= context.rows;
    const texts = new Map<number, PlannedCell>();
    for (let column = target.left; column <= target.right; column++) {
      const shown = cell(row, column);
      if (shown === null) continue;
      if (added ? shown === '' : shown === context.shown(row, column)) continue;
      const verdict = context.judge(row, column, shown);
      if (!verdict.ok) plan.problems.push({ row, column, text: shown, reason: verdict.reason });
      else if (added) texts.set(column, { row, column, text: verdict.text, shown });
      else plan.edits.push({ row, column, text: verdict.text, shown });
    }
    if (added) plan.inserts.push(texts);
  }
  return plan;
}

/**
 * A block of cells onto a selection: one value fills the whole range; a range that is a whole multiple of the block is
 * tiled; anything else goes in at the top left corner, beyond the range and beyond the last row if need be.
 */
export function planPaste(block: readonly (readonly string[])[], selected: Range, context: PlanContext): ChangePlan {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const selectedHeight = selected.bottom - selected.top + 1;
  const selectedWidth = selected.right - selected.left + 1;
  const tiles = selectedHeight % height === 0 && selectedWidth % width === 0;
  const wantedBottom = selected.top + (tiles ? selectedHeight : height) - 1;
  const wantedRight = selected.left + (tiles ? selectedWidth : width) - 1;
  const right = Math.min(wantedRight, context.columns - 1);
  const bottom = context.canInsert ? wantedBottom : Math.min(wantedBottom, context.rows - 1);
  const target = { top: selected.top, left: selected.left, bottom, right };
  const plan = planRange(
    target,
    (row, column) => block[(row - selected.top) % height]?.[(column - selected.left) % width] ?? null,
    context,
  );
  plan.droppedColumns = wantedRight - right;
  plan.droppedRows = wantedBottom - bottom;
  return plan;
}

/** Ctrl+D and Ctrl+R: the first row (column) of the range into the others; one row (column) takes the one before it. */
export function planFill(selected: Range, direction: 'down' | 'right', context: PlanContext): ChangePlan | null {
  const bounded = { ...selected, bottom: Math.min(selected.bottom, context.rows - 1) };
  if (bounded.bottom < bounded.top) return null;
  if (direction === 'down') {
    const source = bounded.top === bounded.bottom ? bounded.top - 1 : bounded.top;
    if (source < 0) return null;
    return planRange({ ...bounded, top: source + 1 }, (_row, column) => context.shown(source, column), context);
  }
  const source = bounded.left === bounded.right ? bounded.left - 1 : bounded.left;
  if (source < 0) return null;
  return planRange({ ...bounded, left: source + 1 }, (row) => context.shown(row, source), context);
}

/** The range that dragging the fill handle from `source` to a cell would cover: it grows along one axis only. */
export function fillTarget(source: Range, row: number, column: number): Range {
  const down = row > source.bottom ? row - source.bottom : row < source.top ? row - source.top : 0;
  const across = column > source.right ? column - source.right : column < source.left ? column - source.left : 0;
  if (Math.abs(down) >= Math.abs(across)) {
    return { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) };
  }
  return { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}

/**
 * The range that double-clicking the fill handle covers: the empty cells below the source, down to the first row that
 * holds something. The source itself where there is none.
 */
export function emptyBelow(source: Range, context: Pick<PlanContext, 'rows' | 'shown'>): Range {
  let bottom = source.bottom;
  const isEmpty = (row: number): boolean => {
    for (let column = source.left; column <= source.right; column++) {
      if (context.shown(row, column) !== '') return false;
    }
    return true;
  };
  while (bottom + 1 < context.rows && isEmpty(bottom + 1)) bottom += 1;
  return { ...source, bottom };
}

/** Dragging the fill handle repeats the source block over the larger range. */
export function planHandleFill(source: Range, target: Range, context: PlanContext): ChangePlan {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const wrap = (offset: number, length: number): number => ((offset % length) + length) % length;
  return planRange(
    target,
    (row, column) => {
      const inside = row >= source.top && row <= source.bottom && column >= source.left && column <= source.right;
      if (inside) return null;
      return context.shown(
        source.top + wrap(row - source.top, height),
        source.left + wrap(column - source.left, width),
      );
    },
    context,
  );
}

export function plannedCells(plan: ChangePlan): number {
  return plan.edits.length + plan.inserts.reduce((sum, texts) => sum + texts.size, 0);
}
