/**
 * A report laid out on pages: what the preview shows, what the PDF draws and where Excel breaks its pages. All measures
 * in pt (1/72 inch) from the page's top left corner.
 */
import type { Align, ReportDocument } from './model.ts';

export interface LayoutCell {
  column: number;
  /** Source rows it covers on this page. */
  rowSpan: number;
  x: number;
  y: number;
  width: number;
  height: number;
  align: Align;
  /** The whole text that the cell stands for (a continued group carries its mark, e.g. 6月（续）). */
  text: string;
  /** The text broken into lines by the rules for Chinese composition. */
  lines: string[];
}

export interface LayoutRow {
  /** Index in `report.rows`. */
  row: number;
  /** Which part of a row that is higher than a page, from 0. Almost always 0. */
  part: number;
  y: number;
  height: number;
  /** Cells that begin in this row; followers of a merged cell are left out. */
  cells: LayoutCell[];
}

export interface LayoutPage {
  /** From 1. */
  number: number;
  /** Title and annex label stand on the first page only. */
  titleLines: { text: string; x: number; y: number; width: number; fontSize: number }[];
  annexLabel: { text: string; x: number; y: number; fontSize: number } | null;
  /** Repeated on each page. */
  header: LayoutCell[];
  rows: LayoutRow[];
  notes: { text: string; x: number; y: number; fontSize: number }[];
  /** "— 1 —", right on odd pages, left on even pages (GB/T 9704-2012, 7.5). */
  pageNumber: { text: string; x: number; y: number; fontSize: number };
}

export interface ReportLayout {
  report: ReportDocument;
  pageWidth: number;
  pageHeight: number;
  margins: { top: number; right: number; bottom: number; left: number };
  /** Widths of the columns in pt; their sum is the type area's width. */
  columnWidths: number[];
  /** Type size of table text in pt. */
  fontSize: number;
  /** Distance of base lines in table text in pt. */
  lineHeight: number;
  pages: LayoutPage[];
  /** Characters that no font at hand can draw, with the rows they stand in. */
  missingGlyphs: { character: string; rows: number[] }[];
}
