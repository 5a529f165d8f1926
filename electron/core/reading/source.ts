/**
 * What every decoder hands to the reader of plans: the source's lines, numbered as a person would count them, and the
 * tables among them. A decoder knows a format and no plan; the reader knows plans and no format.
 */

import type { WarningCode } from '#shared/i18n/index.ts';

export type SourceNoteCode = Extract<WarningCode, `source/${string}`>;

/** A cell as the source holds it. Text keeps inner line breaks as \n; outer white space is kept too. */
export interface SourceCell {
  text: string;
  /** Columns it covers, from 1. */
  colSpan: number;
  /** Rows it covers, from 1. */
  rowSpan: number;
  /** The number that a spreadsheet keeps (15 digits), where its format shows another: rounded, scaled, without its sign. */
  number?: string;
}

export interface SourceRow {
  /** Line of `SourceDocument.lines` where the row begins, from 1. */
  line: number;
  /** One entry a grid column; null = covered by a cell above or to the left that spans. */
  cells: (SourceCell | null)[];
}

export type SourceBlock =
  /** Running text: lines `from` to `to` of the document, both included. */
  | { kind: 'text'; from: number; to: number }
  /** A table; `name` is the sheet's name or the table's caption, if any. */
  | { kind: 'table'; name: string | null; rows: SourceRow[] };

export interface SourceDocument {
  /** text = flattened or running text; the others carry real tables. */
  format: 'text' | 'csv' | 'tsv' | 'html' | 'docx' | 'xlsx' | 'xls';
  /** The file's name without folder, or null for a paste. */
  name: string | null;
  /** Encoding that was recognised, for text formats. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | null;
  /** Every line of the source, index 0 = line 1. For tables without lines of their own: one line a row, cells joined by tab. */
  lines: string[];
  blocks: SourceBlock[];
  /** What decoding had to leave out or could not tell (formula without value, hidden rows …), for the warnings. */
  notes: { code: SourceNoteCode; line: number | null; params: Record<string, string | number> }[];
}
