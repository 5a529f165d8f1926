/**
 * The widths with which all columns are in sight where that is possible: in a narrow window they give way, each in
 * proportion to what it can spare. A width that a person chose stays. Pure; any unit.
 */
export interface Shareable {
  width: number;
  /** Narrower than this it never gets by itself. */
  minWidth: number;
  /** Chosen by a person. */
  fixed: boolean;
}

/** Widths for `room`, in the columns' order; the given ones where they fit or where nobody can spare anything. */
export function sharedRoom(columns: readonly Shareable[], room: number): number[] {
  const spare = columns.map(({ width, minWidth, fixed }) => (fixed ? 0 : Math.max(0, width - minWidth)));
  const spareTotal = spare.reduce((sum, part) => sum + part, 0);
  const excess = columns.reduce((sum, { width }) => sum + width, 0) - room;
  if (excess <= 0 || spareTotal === 0) return columns.map(({ width }) => width);
  const share = Math.min(1, excess / spareTotal);
  return columns.map(({ width }, index) => width - Math.ceil((spare[index] ?? 0) * share));
}
