/**
 * Keeps the document in step with the state after every rendering: measures rows, puts text field and frames in place,
 * scrolls to where the person went. Invariant: nothing here renders; it only reads and writes styles.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { type GridElements, placeAll, reveal } from './placement.ts';
import type { RowWindow, WindowState } from './row-window.ts';
import type { Selection } from './selection.ts';
import type { GridStore } from './store.ts';

export interface GridRefs {
  scroller: RefObject<HTMLDivElement | null>;
  sheet: RefObject<HTMLDivElement | null>;
  editor: RefObject<HTMLTextAreaElement | null>;
  popup: RefObject<HTMLDivElement | null>;
}

function collect(refs: GridRefs): GridElements | null {
  const { scroller, sheet, editor } = refs;
  const find = (name: string): HTMLElement | null => sheet.current?.querySelector(`.${name}`) ?? null;
  const range = find('grid-range');
  const active = find('grid-active');
  const current = find('grid-current');
  const handle = find('grid-handle');
  const preview = find('grid-preview');
  if (!scroller.current || !sheet.current || !editor.current) return null;
  if (!range || !active || !current || !handle || !preview) return null;
  return {
    scroller: scroller.current,
    sheet: sheet.current,
    editor: editor.current,
    range,
    active,
    current,
    handle,
    preview,
  };
}

export function useGridLayout<Row>(
  store: GridStore<Row>,
  rowWindow: RowWindow,
  window: WindowState,
  selection: Selection,
  refs: GridRefs,
): {
  elements: RefObject<GridElements | null>;
  shown: RefObject<{ from: number; to: number }>;
  onScroll: () => void;
} {
  const { scroller, sheet, editor, popup } = refs;
  const elements = useRef<GridElements | null>(null);
  const shown = useRef({ from: 0, to: 0 });

  useLayoutEffect(() => {
    elements.current = collect({ scroller, sheet, editor, popup });
  }, [scroller, sheet, editor, popup]);

  const place = useCallback(() => {
    if (elements.current) placeAll(store, elements.current, popup.current, shown.current);
  }, [store, popup]);

  const onScroll = useCallback(() => {
    if (scroller.current) rowWindow.look(scroller.current);
    place();
  }, [place, rowWindow, scroller]);

  useLayoutEffect(() => {
    shown.current = { from: window.from, to: window.to };
    if (scroller.current) rowWindow.measure(scroller.current);
    place();
  });

  useEffect(() => {
    const observer = new ResizeObserver(onScroll);
    const table = sheet.current?.querySelector('table');
    if (table) observer.observe(table);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [onScroll, scroller, sheet]);

  // The corner that moved is what the person looks at.
  const seen = useRef(selection);
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = selection;
    if (before === selection || selection === store.unmoved || !elements.current) return;
    if (selection.wholeRows && before.wholeRows) return;
    const cell = before.head === selection.head ? selection.active : selection.head;
    const rendered = cell.row >= shown.current.from && cell.row < shown.current.to;
    if (!rendered) rowWindow.scrollToRow(elements.current.scroller, cell.row);
    reveal(elements.current, cell.row, cell.column);
  }, [selection, rowWindow, store]);

  return { elements, shown, onScroll };
}
