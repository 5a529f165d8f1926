/**
 * Widths of the columns: as the caller gave them, narrower where the window has no room for that (shared-room.ts), until
 * a person drags or fits one. Invariant: widths are kept for text
 * of 14 px and given to the document in rem, so that they grow with the size of the text.
 */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { fittingWidth } from './fit-column.ts';
import { sharedRoom } from './shared-room.ts';
import type { GridStore } from './store.ts';
import type { GridColumn } from './types.ts';

const TEXT_SIZE = 14;
const NUMBER_ROOM = 28;
const DIGIT = 8;
const MARK = 14;
const SMALLEST = 48;

/** How much larger than 14 px the text is. */
function scale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / TEXT_SIZE || 1;
}

function rem(width: number): string {
  return `${width / TEXT_SIZE}rem`;
}

/** Width of the scroller around the sheet, without its scroll bar, for text of 14 px. */
function useRoom(sheet: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const scroller = sheet.current?.parentElement;
    if (!scroller) return;
    const measure = (): void => setRoom(Math.floor(scroller.clientWidth / scale()));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [sheet]);
  return room;
}

export interface ColumnWidths {
  /** CSS widths of the row numbers and the columns; undefined = takes the room that is left. */
  numbers: string;
  columns: (string | undefined)[];
  total: string;
  /** A column takes the room that is left. */
  grows: boolean;
  /** `width` as measured on screen, in CSS pixels. */
  resize: (index: number, width: number) => void;
  fit: (index: number) => void;
}

export function useColumnWidths<Row>(
  store: GridStore<Row>,
  columns: readonly GridColumn<Row>[],
  rows: number,
  marked: boolean,
  sheet: RefObject<HTMLElement | null>,
): ColumnWidths {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const resize = useCallback(
    (index: number, width: number) => {
      const column = columns[index];
      if (!column) return;
      const next = Math.max(column.minWidth ?? SMALLEST, Math.round(width / scale()));
      setChosen((old) => ({ ...old, [column.key]: next }));
    },
    [columns],
  );
  const fit = useCallback(
    (index: number) => {
      const column = columns[index];
      const table = sheet.current?.querySelector('table');
      if (!column || !table) return;
      const style = getComputedStyle(table);
      const texts = store.props.rows.map((_row, row) => store.shown(row, index));
      resize(index, fittingWidth(texts, column.heading, `${style.fontSize} ${style.fontFamily}`));
    },
    [columns, resize, sheet, store],
  );
  const numbers = NUMBER_ROOM + DIGIT * String(rows).length + (marked ? MARK : 0);
  const room = useRoom(sheet);
  const widths = sharedRoom(
    columns.map((column) => ({
      width: chosen[column.key] ?? column.width,
      minWidth: column.minWidth ?? SMALLEST,
      fixed: chosen[column.key] !== undefined,
    })),
    room - numbers,
  );
  const total = widths.reduce((sum, width) => sum + width, numbers);
  return {
    numbers: rem(numbers),
    columns: columns.map((column, index) =>
      column.grow && chosen[column.key] === undefined ? undefined : rem(widths[index] ?? column.width),
    ),
    total: rem(total),
    grows: columns.some((column) => column.grow && chosen[column.key] === undefined),
    resize,
    fit,
  };
}
