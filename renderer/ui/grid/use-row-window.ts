/**
 * Which rows are in the document: all of them in a short table, a window around the view in a long one. Invariant: the
 * heights before and after the window stand in for the rows left out, so the scroll bar tells the truth.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

/** Up to here every row is rendered; a plain table of this size still paints in a few frames. */
const PLAIN_ROWS = 300;
export const ROW_HEIGHT = 32;
export const HEADER_HEIGHT = 34;

export interface RowWindow {
  from: number;
  to: number;
  before: number;
  after: number;
  virtual: boolean;
  measure: ((element: HTMLTableRowElement | null) => void) | undefined;
  scrollToRow(row: number): void;
}

export function useRowWindow(count: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const virtual = count > PLAIN_ROWS;
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: virtual ? count : 0,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: { width: 1000, height: 800 },
    overscan: 10,
    paddingStart: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
  });
  const scrollToRow = useCallback((row: number) => virtualizer.scrollToIndex(row, { align: 'auto' }), [virtualizer]);
  if (!virtual) return { from: 0, to: count, before: 0, after: 0, virtual, measure: undefined, scrollToRow };
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    from: first?.index ?? 0,
    to: last ? last.index + 1 : 0,
    before: first ? first.start - HEADER_HEIGHT : 0,
    after: last ? virtualizer.getTotalSize() - last.end : 0,
    virtual,
    measure: virtualizer.measureElement,
    scrollToRow,
  };
}
