/**
 * A workbook as it is read from a file, for import and for checking what was written. Invariant: row and column numbers,
 * merged areas, heights and page breaks are those of the file; nothing is moved, filled or rounded.
 */

export interface WorkbookCell {
  /** Text, number (a date is its serial number), truth value; null = a formula without a result. */
  value: string | number | boolean | null;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula';
  /** What a person sees in the cell (number-format.ts says for which formats). */
  text: string;
  /** ISO date of a cell that is formatted as a date, else null. */
  date: string | null;
}

export interface WorkbookRow {
  /** From 1. */
  number: number;
  /** Index 0 = column A; null = no content. Ends at the last cell with content. */
  cells: (WorkbookCell | null)[];
  hidden: boolean;
  /** Height in points where the file gives one. */
  heightPt: number | null;
}

/** Row and column numbers from 1, both ends included. */
export interface MergedArea {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface ColumnWidth {
  /** Column numbers from 1, both included. */
  first: number;
  last: number;
  /** In characters of the default font, as the file gives it; null where it gives none. */
  width: number | null;
  hidden: boolean;
}

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Rows with content, a height or a hidden mark, by ascending number. */
  rows: WorkbookRow[];
  merges: MergedArea[];
  columnWidths: ColumnWidth[];
  /** As in the file, such as `Sheet1!$1:$3`; null where the sheet has none. */
  printTitles: string | null;
  printArea: string | null;
  /** Attributes of pageSetup, printOptions, pageMargins and pageSetUpPr (ISO/IEC 29500-1, 18.3.1), as in the file. */
  pageSetup: Record<string, string>;
  /** Numbers of the rows that a manual page break follows. */
  rowBreaks: number[];
  /** Attributes and texts (oddHeader, oddFooter, evenFooter …), as in the file. */
  headerFooter: Record<string, string>;
}

export interface DefinedName {
  name: string;
  /** Index in `sheets` of the sheet that it belongs to; null = the whole workbook. */
  sheet: number | null;
  text: string;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  definedNames: DefinedName[];
}

/** 1 → A, 28 → AB. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `B12` → row 12, column 2; null for anything that is no cell of a sheet (1,048,576 rows, 16,384 columns). */
export function parseReference(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  const row = Number(digits);
  return column <= 16_384 && row <= 1_048_576 ? { row, column } : null;
}

/** `A1:C3` or `A1` → the area; null for anything else. */
export function parseArea(reference: string): MergedArea | null {
  const [from = '', to = from, more] = reference.split(':');
  const start = parseReference(from);
  const end = parseReference(to);
  if (!start || !end || more !== undefined) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}
