/**
 * Puts the text field, the selection frame and the fill handle where the cells are, and scrolls cells into view. Works on
 * the document after rendering. Invariant: the text field always lies over the active cell, so that the window of an
 * input method opens there.
 */
import { isSingle, type Range, rangeOf } from './selection.ts';
import type { GridStore } from './store.ts';

export interface GridElements {
  scroller: HTMLElement;
  sheet: HTMLElement;
  editor: HTMLTextAreaElement;
  range: HTMLElement;
  active: HTMLElement;
  current: HTMLElement;
  handle: HTMLElement;
  preview: HTMLElement;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 4;

function rowElement(sheet: HTMLElement, row: number): HTMLElement | null {
  return sheet.querySelector<HTMLElement>(`tr[data-row="${row}"]`);
}

/** The rectangle of cells in the sheet's coordinates; rows that are not rendered count up to the window's edge. */
export function boxOf(elements: GridElements, range: Range, window: { from: number; to: number }): Box | null {
  const { sheet } = elements;
  const first = rowElement(sheet, Math.max(range.top, window.from));
  const last = rowElement(sheet, Math.min(range.bottom, window.to - 1));
  const left = sheet.querySelector<HTMLElement>(`th[data-heading="${range.left}"]`);
  const right = sheet.querySelector<HTMLElement>(`th[data-heading="${range.right}"]`);
  if (!first || !last || !left || !right || range.top >= window.to || range.bottom < window.from) return null;
  const origin = sheet.getBoundingClientRect();
  const top = first.getBoundingClientRect().top - origin.top;
  const start = left.getBoundingClientRect().left - origin.left;
  return {
    left: start,
    top,
    width: right.getBoundingClientRect().right - origin.left - start,
    height: last.getBoundingClientRect().bottom - origin.top - top,
  };
}

function put(element: HTMLElement, box: Box | null): void {
  element.hidden = box === null;
  if (!box) return;
  // One pixel up and left: the frame covers the lines of the neighbouring cells, as in spreadsheets.
  element.style.left = `${box.left - 1}px`;
  element.style.top = `${box.top - 1}px`;
  element.style.width = `${box.width + 1}px`;
  element.style.height = `${box.height + 1}px`;
}

export function placeAll<Row>(
  store: GridStore<Row>,
  elements: GridElements,
  popup: HTMLElement | null,
  window: { from: number; to: number },
): void {
  const { selection, editing } = store.state;
  const single = isSingle(selection);
  const place = editing?.place ?? selection.active;
  const around = rangeOf(selection);
  const merged = store.groupOf(place);
  const group = single
    ? merged
    : { first: Math.max(merged.first, around.top), end: Math.min(merged.end, around.bottom + 1) };
  const cell = { left: place.column, right: place.column };
  const whole = boxOf(elements, { ...cell, top: group.first, bottom: group.end - 1 }, window);
  const own = boxOf(elements, { ...cell, top: place.row, bottom: place.row }, window);
  const range = single ? whole : boxOf(elements, around, window);
  put(elements.range, single ? null : range);
  put(elements.active, whole);
  put(elements.current, single && group.end - group.first > 1 ? own : null);
  const handled = store.writable && !editing && range !== null && (single ? group.end - 1 : around.bottom) < window.to;
  elements.handle.hidden = !handled;
  if (range) {
    elements.handle.style.left = `${range.left + range.width - 4}px`;
    elements.handle.style.top = `${range.top + range.height - 4}px`;
  }
  const box = editing ? whole : (own ?? whole);
  const { editor } = elements;
  if (box) {
    editor.style.left = `${box.left - 1}px`;
    editor.style.top = `${box.top - 1}px`;
    editor.style.width = `${box.width + 1}px`;
    editor.style.minHeight = `${box.height + 1}px`;
    editor.style.maxHeight = `${Math.max(box.height + 1, Math.min(400, elements.scroller.clientHeight - 40))}px`;
  }
  if (popup) placePopup(editor, popup);
}

/** Under the text field, or above it where there is no room below. */
function placePopup(editor: HTMLElement, popup: HTMLElement): void {
  const field = editor.getBoundingClientRect();
  const size = popup.getBoundingClientRect();
  const view = document.documentElement;
  const below = field.bottom + GAP;
  const above = field.top - GAP - size.height;
  const top = below + size.height > view.clientHeight && above >= 0 ? above : below;
  const left = Math.max(GAP, Math.min(field.left, view.clientWidth - size.width - GAP));
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
  popup.style.minWidth = `${Math.min(field.width, 420)}px`;
}

/** Scrolls as little as needed so that a rendered cell is neither cut nor under the headings. */
export function reveal(elements: GridElements, row: number, column: number): void {
  const { scroller, sheet } = elements;
  const line = rowElement(sheet, row);
  const heading = sheet.querySelector<HTMLElement>(`th[data-heading="${column}"]`);
  const corner = sheet.querySelector<HTMLElement>('.grid-corner');
  if (!heading || !corner) return;
  const view = scroller.getBoundingClientRect();
  const fixed = corner.getBoundingClientRect();
  const across = heading.getBoundingClientRect();
  const left = view.left + fixed.width;
  const right = view.left + scroller.clientWidth;
  if (across.left < left) scroller.scrollLeft -= left - across.left;
  else if (across.right > right) scroller.scrollLeft += Math.min(across.right - right, across.left - left);
  if (!line) return;
  const down = line.getBoundingClientRect();
  const top = view.top + fixed.height;
  const bottom = view.top + scroller.clientHeight;
  if (down.top < top) scroller.scrollTop -= top - down.top;
  else if (down.bottom > bottom) scroller.scrollTop += Math.min(down.bottom - bottom, down.top - top);
}

/** The cell under a point of the view; points outside the cells count as the nearest rendered one. */
export function placeAt(elements: GridElements, x: number, y: number): { row: number; column: number } | null {
  const { sheet, scroller } = elements;
  const rows = [...sheet.querySelectorAll<HTMLElement>('tr[data-row]')];
  const headings = [...sheet.querySelectorAll<HTMLElement>('th[data-heading]')];
  const view = scroller.getBoundingClientRect();
  const low = Math.min(y, view.top + scroller.clientHeight - 1);
  const head = sheet.querySelector('.grid-corner')?.getBoundingClientRect();
  const high = Math.max(low, head?.bottom ?? view.top);
  const line = rows.find((row) => row.getBoundingClientRect().bottom > high) ?? rows.at(-1);
  const heading = headings.find((cell) => cell.getBoundingClientRect().right > x) ?? headings.at(-1);
  const row = Number(line?.dataset['row']);
  const column = Number(heading?.dataset['heading']);
  return Number.isInteger(row) && Number.isInteger(column) ? { row, column } : null;
}
