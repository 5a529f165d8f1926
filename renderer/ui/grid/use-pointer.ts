/**
 * The mouse: choosing cells and rows by pressing and dragging, the fill handle, scrolling along at the edges. Invariant:
 * a press inside the grid leaves the keyboard focus in the text field.
 */
import { type MouseEvent as ReactMouseEvent, type RefObject, useEffect, useRef } from 'react';
import { fillByHandle } from './actions.ts';
import { fillTarget } from './change-plan.ts';
import { leaveTo, openEditor } from './editing.ts';
import { boxOf, type GridElements, placeAt } from './placement.ts';
import { at, between, isSingle, type Place, type Range, rangeOf, wholeRows } from './selection.ts';
import type { GridStore } from './store.ts';

const EDGE = 24;
const EDGE_STEP = 20;

interface Options<Row> {
  store: GridStore<Row>;
  elements: RefObject<GridElements | null>;
  window: RefObject<{ from: number; to: number }>;
  focus: () => void;
  openMenu: (x: number, y: number) => void;
}

/** Follows the mouse until the button is let go; scrolls while it is held at an edge. */
function drag(elements: GridElements, follow: (place: Place) => void, done: () => void): () => void {
  let x = Number.NaN;
  let y = Number.NaN;
  const look = (): void => {
    if (Number.isNaN(x)) return;
    const view = elements.scroller.getBoundingClientRect();
    if (y > view.bottom - EDGE) elements.scroller.scrollTop += EDGE_STEP;
    if (y < view.top + EDGE) elements.scroller.scrollTop -= EDGE_STEP;
    if (x > view.right - EDGE) elements.scroller.scrollLeft += EDGE_STEP;
    if (x < view.left + EDGE) elements.scroller.scrollLeft -= EDGE_STEP;
    const place = placeAt(elements, x, y);
    if (place) follow(place);
  };
  const timer = setInterval(look, 50);
  const move = (event: MouseEvent): void => {
    x = event.clientX;
    y = event.clientY;
    const place = placeAt(elements, x, y);
    if (place) follow(place);
  };
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('mousemove', move);
    document.removeEventListener('mouseup', finish);
  };
  const finish = (): void => {
    stop();
    done();
  };
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', finish);
  return stop;
}

function samePlace(left: Place, right: Place): boolean {
  return left.row === right.row && left.column === right.column;
}

type MouseHandler = (event: ReactMouseEvent) => void;

export function usePointer<Row>(
  options: Options<Row>,
): Record<'onMouseDown' | 'onDoubleClick' | 'onContextMenu' | 'onHandleDown', MouseHandler> {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const { store, elements } = options;

  const target = (event: ReactMouseEvent): { place: Place; rowHead: boolean } | null => {
    const node = event.target;
    if (!elements.current || !(node instanceof Element) || node.closest('textarea, thead')) return null;
    const rowHead = node.closest('.grid-rownum') !== null;
    if (!rowHead && !node.closest('td[data-column]')) return null;
    const place = placeAt(elements.current, event.clientX, event.clientY);
    return place && { place, rowHead };
  };

  const chooseRows = (place: Place, extend: boolean): void => {
    const from = extend ? store.state.selection.anchor.row : place.row;
    const column = store.state.selection.active.column;
    store.select(wholeRows(from, place.row, store.size(), column));
  };

  return {
    onMouseDown(event) {
      if (event.target instanceof Element && event.target.closest('textarea')) return;
      if (event.target === elements.current?.scroller) return;
      event.preventDefault();
      const hit = target(event);
      if (!hit || !elements.current) {
        options.focus();
        return;
      }
      options.focus();
      if (event.button !== 0) return;
      const { place, rowHead } = hit;
      const moved = leaveTo(store, () => {
        if (rowHead) chooseRows(place, event.shiftKey);
        else if (event.shiftKey) store.select({ ...store.state.selection, head: place });
        else store.select(at(place));
      });
      if (!moved) return;
      const anchor = store.state.selection.anchor;
      let last = place;
      stop.current?.();
      stop.current = drag(
        elements.current,
        (now) => {
          if (rowHead ? now.row === last.row : samePlace(now, last)) return;
          last = now;
          if (rowHead) chooseRows(now, true);
          else store.select(between(anchor, now));
        },
        () => {
          const { selection } = store.state;
          if (!isSingle(selection)) {
            const range = rangeOf(selection);
            store.say(
              store.translate('grid.notice.selected', {
                rows: range.bottom - range.top + 1,
                columns: range.right - range.left + 1,
              }),
            );
          }
        },
      );
    },
    onDoubleClick(event) {
      const hit = target(event);
      if (hit && !hit.rowHead && !store.state.editing) openEditor(store, { mode: 'caret' });
    },
    onContextMenu(event) {
      const hit = target(event);
      if (!hit) return;
      event.preventDefault();
      const range = rangeOf(store.state.selection);
      const { row, column } = hit.place;
      const inside = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
      const inRows = hit.rowHead && store.state.selection.wholeRows && row >= range.top && row <= range.bottom;
      const moved = leaveTo(store, () => {
        if (hit.rowHead ? inRows : inside) return;
        if (hit.rowHead) chooseRows(hit.place, false);
        else store.select(at(hit.place));
      });
      options.focus();
      if (moved) options.openMenu(event.clientX, event.clientY);
    },
    onHandleDown(event) {
      event.preventDefault();
      event.stopPropagation();
      const parts = elements.current;
      if (!parts || event.button !== 0) return;
      const source: Range = store.workRange();
      let wanted = source;
      stop.current?.();
      stop.current = drag(
        parts,
        (place) => {
          const next = fillTarget(source, Math.min(place.row, store.props.rows.length - 1), place.column);
          if (JSON.stringify(next) === JSON.stringify(wanted)) return;
          wanted = next;
          const box = boxOf(parts, wanted, options.window.current);
          parts.preview.hidden = box === null;
          if (!box) return;
          Object.assign(parts.preview.style, {
            left: `${box.left - 1}px`,
            top: `${box.top - 1}px`,
            width: `${box.width + 1}px`,
            height: `${box.height + 1}px`,
          });
        },
        () => {
          parts.preview.hidden = true;
          if (JSON.stringify(wanted) !== JSON.stringify(source)) fillByHandle(store, source, wanted);
        },
      );
    },
  };
}
