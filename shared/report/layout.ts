/**
 * A report laid out on pages: what the preview shows, what the PDF draws and where Excel breaks its pages. All measures
 * in pt (1/72 inch) from the page's top left corner. The `y` of running text (title, label, notes, page number) is its
 * base line; the `y` of a cell, row or box is its upper edge.
 */
import type { Align, FormBox, FormReport, TableReport } from './model.ts';

export interface LayoutCell {
  column: number;
  /** Source rows it covers on this page. */
  rowSpan: number;
  x: number;
  y: number;
  width: number;
  height: number;
  align: Align;
  /**
   * The whole text that the cell stands for (a continued group carries its mark, e.g. 6月（续）). In a row that is
   * printed in parts: the text of this part.
   */
  text: string;
  /**
   * The text broken into lines by the rules for Chinese composition. Joined they are `text`: spaces hang at the end of
   * their line, a forced break is a \n there.
   */
  lines: string[];
  /** The cell goes on with a merged group of the page before and says so. */
  continued: boolean;
}

export interface LayoutRow {
  /** Index in `report.rows`. */
  row: number;
  /** Which part of a row that is higher than a page, from 0. Almost always 0. */
  part: number;
  y: number;
  height: number;
  /** Cells that begin in this row, by column; followers of a merged cell are left out. */
  cells: LayoutCell[];
}

export interface LayoutText {
  text: string;
  x: number;
  /** Base line. */
  y: number;
  fontSize: number;
}

/** A label with its value above or below a table; `text` is both as printed. */
export interface LayoutField {
  text: string;
  lines: LayoutText[];
}

/** What every page has. */
interface PageBase {
  /** From 1. */
  number: number;
  /**
   * "— 1 —", right on odd pages, left on even pages (GB/T 9704-2012, 7.5). On a landscape page it keeps its place on the
   * bound sheet: it stands in the left margin, turned 90° clockwise about (x, y). null = the paper has no page numbers.
   */
  pageNumber: (LayoutText & { rotation: 0 | 90 }) | null;
  /** The running head and the page of how many; empty in papers without one. */
  runningHead: LayoutText[];
  /** Says that the data are an example; null in real papers. */
  exampleLabel: LayoutText | null;
}

export interface TablePage extends PageBase {
  /** Title, annex label and head fields stand on the first page only. */
  titleLines: (LayoutText & { width: number })[];
  annexLabel: LayoutText | null;
  headFields: LayoutField[];
  /** Repeated on each page that has rows; empty on a page with nothing but notes. */
  header: LayoutCell[];
  rows: LayoutRow[];
  notes: LayoutText[];
  closingFields: LayoutField[];
}

interface LayoutBase {
  pageWidth: number;
  pageHeight: number;
  /** Characters that no font at hand can draw, with the rows (of a form: pages) they stand in, counted from 1; none = title, heading or notes. */
  missingGlyphs: { character: string; rows: number[] }[];
}

export interface TableLayout extends LayoutBase {
  report: TableReport;
  margins: { top: number; right: number; bottom: number; left: number };
  /** Widths of the columns in pt; their sum is the type area's width. */
  columnWidths: number[];
  /** Type size of table text in pt. */
  fontSize: number;
  /** Distance of base lines in table text in pt. */
  lineHeight: number;
  /** Space between a cell's border and its text in pt. */
  cellSide: number;
  pages: TablePage[];
}

export interface PlacedBox {
  /** The box as the builder made it. */
  box: FormBox;
  /** Index in the form page's boxes. */
  index: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Size that the text is set in. */
  fontSize: number;
  /** The text of this page, or of this part of it. */
  text: string;
  /** As `LayoutCell.lines`; of a vertical box: lines from right to left. */
  lines: string[];
  /** Where each line begins; of a vertical box: where each character stands, line after line. */
  glyphs: LayoutText[];
  /** A repetition of what the page before shows already. */
  repeated: boolean;
}

export interface FormLayoutPage extends PageBase {
  /** Index in `report.pages`. */
  source: number;
  /** From 0; pages after the first of a source hold the rest of its continued texts. */
  part: number;
  boxes: PlacedBox[];
}

export interface FormLayout extends LayoutBase {
  report: FormReport;
  pages: FormLayoutPage[];
}

export type ReportLayout = TableLayout | FormLayout;

/** Tells the two apart; the kind is the report's. */
export function isTableLayout(layout: ReportLayout): layout is TableLayout {
  return layout.report.kind === 'table';
}
