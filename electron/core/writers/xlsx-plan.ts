/**
 * A report as the rows of one worksheet, each with its height and page break. The writer carries it out; the read-back
 * holds the file against it and against the report.
 */
import { isTableLayout, type ReportLayout } from '#shared/report/layout.ts';
import type { Align, FormBox, ReportValue } from '#shared/report/model.ts';
import { planForm } from './xlsx-form-plan.ts';
import type { Look } from './xlsx-style.ts';
import { planTable } from './xlsx-table-plan.ts';

/** What a box of a form looks like beyond its size and alignment. */
export type BoxLook = Pick<FormBox, 'font' | 'verticalAlign' | 'direction' | 'borders' | 'ink' | 'borderInk'>;

export interface SheetCell {
  /** From 0. */
  column: number;
  columnSpan: number;
  rowSpan: number;
  look: Look | BoxLook;
  align: Align;
  fontSize: number;
  value: ReportValue | null;
}

export interface SheetRow {
  /** pt */
  height: number;
  /** The report's row that it prints (a part of), else null. */
  source: { row: number; part: number } | null;
  /** Cells that begin in this row. */
  cells: SheetCell[];
  breakAfter: boolean;
}

/** The sheet on paper; measures in pt. */
interface SheetPage {
  paper: 'A4' | 'A3';
  orientation: 'portrait' | 'landscape';
  margins: { top: number; right: number; bottom: number; left: number };
  /** Foot of the type area, which the page number keeps its distance from. */
  foot: number;
  pageNumbers: boolean;
}

export interface SheetPlan {
  rows: SheetRow[];
  /** Row that is repeated on each page, from 1; null = none. */
  headerRow: number | null;
  /** Widths in characters of the workbook's default font. */
  columnWidths: number[];
  /** Where the boxes of a form stand, part by part; row from 1, column from 0. Empty for tables. */
  boxes: { page: number; box: number; row: number; column: number }[];
  page: SheetPage;
  pages: number;
}

/** Plans the worksheet of a layout. `continued` makes a group's label into that of its continuation. */
export function planSheet(layout: ReportLayout, continued: (text: string) => string): SheetPlan {
  return isTableLayout(layout) ? planTable(layout, continued) : planForm(layout);
}
