/**
 * Which rows are in the document: all of them in a short table, a window around the view in a long one. Invariant: the
 * heights before and after the window stand in for the rows left out, so the scroll bar tells the truth, and rows that
 * turn out taller than guessed do not push what is being looked at.
 */
import { RowHeights } from './row-heights.ts';

/** Up to here every row is rendered; a plain table of this size still paints in a few frames. */
const PLAIN_ROWS = 300;
/** Rows kept ready above and below the view. */
const SPARE = 8;
/** Rows of the first rendering, before the height of the view is known. */
const FIRST = 30;
export const ROW_HEIGHT = 32;
const HEADER_HEIGHT = 34;

export interface WindowState {
  from: number;
  to: number;
  /** Room above and below for the rows left out, in CSS pixels. */
  before: number;
  after: number;
}

/** The window for a number of rows that `RowWindow` may not have heard of yet. */
export function windowFor(count: number, state: WindowState): WindowState {
  if (count <= PLAIN_ROWS) return { from: 0, to: count, before: 0, after: 0 };
  const to = Math.min(Math.max(state.to, 1), count, state.from + PLAIN_ROWS);
  return { ...state, from: Math.min(state.from, to - 1), to };
}

export class RowWindow {
  private heights = new RowHeights(0, ROW_HEIGHT);
  private count = 0;
  private view = { from: 0, to: FIRST };
  private state: WindowState = { from: 0, to: 0, before: 0, after: 0 };
  private readonly listeners = new Set<() => void>();

  constructor(count: number) {
    this.receive(count);
  }

  private get virtual(): boolean {
    return this.count > PLAIN_ROWS;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): WindowState => this.state;

  /** Takes a new number of rows. */
  receive(count: number): void {
    if (count === this.count && this.state.to > 0) return;
    this.count = count;
    if (this.virtual) this.heights = this.heights.resized(count, ROW_HEIGHT);
    this.reckon();
  }

  private reckon(): void {
    const { count, heights } = this;
    let next: WindowState = { from: 0, to: count, before: 0, after: 0 };
    if (this.virtual) {
      const from = Math.max(0, Math.min(this.view.from, count - FIRST));
      const to = Math.min(Math.max(this.view.to, from + FIRST), count);
      next = { from, to, before: heights.top(from), after: heights.top(count) - heights.top(to) };
    }
    const old = this.state;
    if (
      old.from === next.from &&
      old.to === next.to &&
      Math.abs(old.before - next.before) < 0.5 &&
      Math.abs(old.after - next.after) < 0.5
    ) {
      return;
    }
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  /** The view was scrolled or changed its size. */
  look(scroller: HTMLElement): void {
    if (!this.virtual) return;
    const { heights } = this;
    const from = Math.max(0, heights.rowAt(scroller.scrollTop) - SPARE);
    const to = Math.min(this.count, heights.rowAt(scroller.scrollTop + scroller.clientHeight) + 1 + SPARE);
    this.view = { from, to };
    this.reckon();
  }

  /** Learns the heights of the rendered rows. */
  measure(scroller: HTMLElement): void {
    if (!this.virtual) return;
    const topmost = this.heights.rowAt(scroller.scrollTop);
    let changed = false;
    let above = 0;
    for (const row of scroller.querySelectorAll<HTMLElement>('tr[data-row]')) {
      const index = Number(row.dataset['row']);
      const change = this.heights.set(index, row.getBoundingClientRect().height);
      if (change !== 0) changed = true;
      if (index < topmost) above += change;
    }
    if (!changed) return;
    if (above !== 0) scroller.scrollTop += above;
    this.look(scroller);
  }

  /** Brings a row into view that may not be rendered. */
  scrollToRow(scroller: HTMLElement, row: number): void {
    if (!this.virtual) return;
    const top = this.heights.top(row);
    const bottom = this.heights.top(row + 1);
    const room = scroller.clientHeight - HEADER_HEIGHT;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + room) scroller.scrollTop = bottom - room;
    this.look(scroller);
  }
}
