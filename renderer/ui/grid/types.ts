/**
 * What a caller tells the grid and what the grid asks of the caller. The grid knows no domain: a cell is a text, a row
 * is whatever the columns can read, and every change is handed out as one step that the caller makes durable.
 */
import type { ReactNode } from 'react';

export interface GridOption {
  /** What a chosen cell hands over in `CellEdit.text`. */
  value: string;
  /** What is shown, typed against and copied. */
  label: string;
}

export interface GridSuggestion {
  text: string;
  hint?: string;
}

export interface GridColumn<Row> {
  key: string;
  heading: string;
  /** CSS pixels at first; the user may change it. */
  width: number;
  minWidth?: number;
  /** Takes the room that is left when the grid is wider than its columns. */
  grow?: boolean;
  align?: 'left' | 'center' | 'right';
  editable: boolean;
  /** The heading has a button that asks for rows in the order of this column (see `GridProps.onSort`). */
  sortable?: boolean;
  /** Alt+Enter makes a new line. Not for `merge` columns: there it means “only this row”. */
  multiline?: boolean;
  /** What is shown, copied and edited. */
  text: (row: Row) => string;
  /** Rows that follow each other with the same text (not the empty one) appear as one cell. */
  merge?: boolean;
  /** The cell is chosen from this list; `row` is null for a row that does not exist yet. */
  options?: (row: Row | null) => readonly GridOption[];
  /** Candidates for the piece being typed (pieces are parted by 、，,；; or a line break); free text is never blocked. */
  suggestions?: (query: string) => readonly GridSuggestion[];
  renderCell?: (row: Row) => ReactNode;
  /** Null = fine, else the sentence to show; `row` is null for a row that does not exist yet. */
  check?: (text: string, row: Row | null) => string | null;
}

export interface CellEdit {
  rowId: number;
  columnKey: string;
  /** As typed or pasted; in a column with `options` the option's `value`. */
  text: string;
}

export interface GridInsert {
  /** Null = before the first row. */
  afterRowId: number | null;
  /** One entry a new row: texts by column key; absent = not given. */
  texts: Record<string, string>[];
}

export interface GridChange {
  edits: CellEdit[];
  insert: GridInsert | null;
}

/** What the person did, for the name of the undo step. */
export interface GridStep {
  code: 'type' | 'paste' | 'fill' | 'clear' | 'cut' | 'insert';
  cells: number;
}

export interface GridSelection {
  /** Null in the blank row at the end. */
  activeRowId: number | null;
  activeColumnKey: string;
  rowIds: number[];
  columnKeys: string[];
  /** Whole rows were chosen by their numbers. */
  wholeRows: boolean;
}

export type GridRowMark = 'error' | 'doubt' | null;

export interface GridProps<Row> {
  /** Accessible name of the table. */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => number;
  /** Keep the array stable between renders (module constant or useMemo). */
  columns: readonly GridColumn<Row>[];
  readOnly?: boolean;
  /** The blank row at the end, inserting and pasting beyond the last row. Default: true. */
  canInsert?: boolean;
  /** New rows come at the end only: no inserting between others. */
  insertAtEnd?: boolean;
  /** False = the row's content is still on its way; until then its cells are neither written nor copied. */
  rowReady?: (row: Row) => boolean;
  /** The order that the rows have, where a column gives it. */
  sort?: { columnKey: string; descending: boolean } | null;
  onSort?: (columnKey: string, descending: boolean) => void;
  /**
   * One call = one undo step, all or nothing. Resolve when `rows` show the result; reject with any error, which
   * `describeError` turns into the sentence shown. Calls never overlap: the next one starts after the last has settled.
   */
  onChange: (change: GridChange, step: GridStep) => Promise<void>;
  /** Absent = rows cannot be taken out here. */
  onWithdraw?: (rowIds: number[]) => Promise<void>;
  /** Absent = rows have no order of their own. */
  onMove?: (rowIds: number[], afterRowId: number | null) => Promise<void>;
  onSplit?: (rowId: number, columnKey: string, parts: string[]) => Promise<void>;
  onMerge?: (rowIds: number[]) => Promise<void>;
  /** Space on a chosen cell; absent = it begins a text. */
  onPreview?: () => void;
  onUndo: () => void | Promise<void>;
  onRedo: () => void | Promise<void>;
  describeError: (error: unknown) => string;
  onSelectionChange?: (selection: GridSelection) => void;
  /** Asks the host to paste as Ctrl+V does; without it the menu entry only names the keys. */
  onRequestPaste?: () => void;
  rowMark?: (row: Row) => GridRowMark;
  /** The printed number of a row; default: its place, from 1. */
  rowNumber?: (row: Row, index: number) => string;
  /** One sentence under the blank row when there are no rows. */
  emptyText: string;
  /** A cell to go to: each new object moves there once, as soon as the row is among `rows`. */
  showRow?: { readonly rowId: number; readonly columnKey?: string } | null;
  /** What Ctrl+; writes; default: today as 2021-03-01. */
  today?: () => string;
  /** Rows on screen, or rows that a command needs, by place, from 0, `to` exclusive. */
  onNeedRows?: (from: number, to: number) => void;
}
