/**
 * A table as the rows of one worksheet: head, repeated header, body by pages, notes and fields.
 *
 * Invariant: the heights of a page's rows never add up to more than the page holds, so Excel has no cause to break a
 * page anywhere else; columns take at most 95 % of the type area (ux notes 3.2, trap 5).
 */
import type { TableLayout } from '#shared/report/layout.ts';
import { type Align, type ReportLine, textValue } from '#shared/report/model.ts';
import { fieldText, printableText } from '#shared/report/text.ts';
import { CLOSING_PITCH, NOTE_PITCH, NOTE_SIZE } from '../paper/geometry.ts';
import { type BodyBlock, type BodyMeasures, buildBlocks, fitHeights, sum, textHeight } from './xlsx-body.ts';
import { reflow } from './xlsx-reflow.ts';
import type { SheetCell, SheetPlan, SheetRow } from './xlsx-plan.ts';
import { CELL_PADDING_PX, DIGIT_WIDTH_PX, HIGHEST_ROW_PT, INDENT_PX, type Look, PX_PER_PT } from './xlsx-style.ts';
import { countLines } from './xlsx-text.ts';

const USED_WIDTH = 0.95;
/** Printers round heights to their dots; the page is filled to this share so that rounding never breaks it. */
const USED_HEIGHT = 0.985;
const ANNEX_LINE = 1.75;
const NOTE_PADDING_PT = 2;
/** Excel takes no more manual page breaks a sheet; later pages end where they are full. */
const MOST_BREAKS = 1026;
/** Between fields that share a cell. */
const FIELD_SEPARATOR = '\u3000\u3000';

function roundHeight(height: number): number {
  return Math.max(Math.floor(height * 4) / 4, 1);
}

export function planTable(layout: TableLayout, continued: (text: string) => string): SheetPlan {
  const columnPixels = layout.columnWidths.map((width) => Math.floor(width * USED_WIDTH * PX_PER_PT));
  const emPixels = layout.fontSize * PX_PER_PT;
  const capacities = columnPixels.map((pixels, index) => {
    const indent = layout.report.columns[index]?.align === 'center' ? 0 : INDENT_PX;
    return Math.max((pixels - CELL_PADDING_PX - indent) / emPixels, 1);
  });
  const groupColumn = layout.report.columns.findIndex((column) => column.merge);
  const measures: BodyMeasures = { capacities, fontSize: layout.fontSize, groupColumn, continued };
  const { report } = layout;
  const headFields = report.headLines.map((line) => planFields(layout, line, columnPixels, 0));
  const fieldsHeight = sum(headFields.map((row) => row.height));
  const head = [...planHead(layout, sum(columnPixels), fieldsHeight), ...headFields].flatMap(divideHigh);
  const header = planHeader(layout, capacities);
  const closing = report.closingLines.map((line) => planFields(layout, line, columnPixels, CLOSING_PITCH - NOTE_PITCH));
  const notes = [...planNotes(layout, sum(columnPixels)), ...closing].flatMap(divideHigh);

  const page = (layout.pageHeight - layout.margins.top - layout.margins.bottom) * USED_HEIGHT - header.height;
  const headHeight = sum(head.map((row) => row.height));
  const notesHeight = sum(notes.map((row) => row.height));
  const budgets = { first: page - headHeight, later: page };
  const printed = buildBlocks(layout, measures).filter((block) => block.lines.length > 0);
  const filled = reflow(printed, budgets, layout.report, measures);
  const body = filled.flatMap((block, index) => {
    const last = index === filled.length - 1;
    let budget = index === 0 ? budgets.first : budgets.later;
    if (last && notesHeight < budget / 2) budget -= notesHeight;
    return planBlock(block, budget, layout.fontSize, !last);
  });
  const lastHeight = sum(body.slice(body.findLastIndex((row) => row.breakAfter) + 1).map((row) => row.height));
  const room = (filled.length <= 1 ? budgets.first : budgets.later) - lastHeight;
  const lastRow = body.at(-1);
  const notesApart = notes.length > 0 && lastRow !== undefined && notesHeight > room;
  if (notesApart) lastRow.breakAfter = true;
  const rows = [...head, header, ...body, ...notes];
  for (const row of rows.filter(({ breakAfter }) => breakAfter).slice(MOST_BREAKS)) row.breakAfter = false;
  return {
    rows,
    headerRow: head.length + 1,
    columnWidths: columnPixels.map((pixels) => pixels / DIGIT_WIDTH_PX),
    boxes: [],
    page: {
      paper: 'A4',
      orientation: report.orientation,
      margins: layout.margins,
      foot: layout.margins.bottom,
      pageNumbers: true,
    },
    pages: Math.max(filled.length, 1) + (notesApart ? 1 : 0),
  };
}

/** A row higher than Excel can have as several, its cells merged over them. */
function divideHigh(row: SheetRow): SheetRow[] {
  const count = Math.ceil(row.height / HIGHEST_ROW_PT);
  if (count <= 1) return [row];
  const height = roundHeight(row.height / count);
  const cells = row.cells.map((cell) => ({ ...cell, rowSpan: count }));
  return Array.from({ length: count }, (_, index) => ({ ...row, height, cells: index === 0 ? cells : [] }));
}

function wideRow(
  layout: TableLayout,
  look: Look,
  align: Align,
  fontSize: number,
  text: string,
  height: number,
): SheetRow {
  const value = textValue(printableText(text));
  const cell: SheetCell = {
    column: 0,
    columnSpan: layout.report.columns.length,
    rowSpan: 1,
    look,
    align,
    fontSize,
    value,
  };
  return { height: roundHeight(height), source: null, cells: [cell], breakAfter: false };
}

/**
 * 附件 in the first line, the title centred below it in the room that the layout gives the head. `fields` = height of the
 * lines of fields that follow.
 */
function planHead(layout: TableLayout, widthPixels: number, fields: number): SheetRow[] {
  const first = layout.pages[0];
  const rows: SheetRow[] = [];
  const { report } = layout;
  const room = (first?.header[0]?.y ?? 0) - layout.margins.top - fields;
  let annexHeight = 0;
  if (report.annexLabel !== null && report.annexLabel !== '') {
    const size = first?.annexLabel?.fontSize ?? 16;
    annexHeight = size * ANNEX_LINE;
    rows.push(wideRow(layout, 'annex', 'left', size, report.annexLabel, annexHeight));
  }
  const size = first?.titleLines[0]?.fontSize ?? 22;
  const capacity = (widthPixels - CELL_PADDING_PX) / (size * PX_PER_PT);
  const title = titleText(layout, capacity);
  const lines = countLines(title, capacity);
  const height = Math.max(textHeight(lines, size).wanted, room - annexHeight);
  rows.push(wideRow(layout, 'title', 'center', size, title, height));
  return rows;
}

/** The title in the lines of the layout, which end between words; whole where Excel, whose columns are narrower, would break them again. */
function titleText(layout: TableLayout, capacity: number): string {
  const lines = (layout.pages[0]?.titleLines ?? []).map((line) => line.text.trim());
  const whole = printableText(layout.report.title);
  const blank = /\s/gu;
  const same = lines.join('').replaceAll(blank, '') === whole.replaceAll(blank, '');
  return same && lines.every((line) => countLines(line, capacity) === 1) ? lines.join('\n') : whole;
}

function planHeader(layout: TableLayout, capacities: readonly number[]): SheetRow {
  const lines = layout.report.columns.map((column, index) => countLines(column.heading, capacities[index] ?? 1));
  const needed = textHeight(Math.max(1, ...lines), layout.fontSize).wanted;
  const drawn = Math.max(0, ...(layout.pages[0]?.header.map((cell) => cell.height) ?? []));
  return {
    height: roundHeight(Math.max(needed, drawn)),
    source: null,
    breakAfter: false,
    cells: layout.report.columns.map((column, index) => ({
      column: index,
      columnSpan: 1,
      rowSpan: 1,
      look: 'header',
      align: 'center',
      fontSize: layout.fontSize,
      value: { kind: 'text', text: printableText(column.heading) },
    })),
  };
}

function planNotes(layout: TableLayout, widthPixels: number): SheetRow[] {
  const size = layout.pages.find((page) => page.notes.length > 0)?.notes[0]?.fontSize ?? layout.fontSize;
  const capacity = (widthPixels - CELL_PADDING_PX) / (size * PX_PER_PT);
  return layout.report.notes.map((note) => {
    const height = textHeight(countLines(note, capacity), size).wanted + NOTE_PADDING_PT;
    return wideRow(layout, 'note', 'left', size, note, height);
  });
}

/**
 * A line of fields: each in a run of columns as near to its share of the width as their edges allow; more fields than
 * columns stand in one cell. `above` = room kept free above the line, pt.
 */
function planFields(layout: TableLayout, line: ReportLine, columnPixels: readonly number[], above: number): SheetRow {
  const { locale } = layout.report;
  const runs = line.length > columnPixels.length ? [columnPixels.length] : columnRuns(line, columnPixels);
  const cells: SheetCell[] = [];
  let column = 0;
  let lines = 1;
  for (const [index, columnSpan] of runs.entries()) {
    const fields = runs.length === line.length ? line.slice(index, index + 1) : line;
    const text = fields.map((field) => fieldText(field, locale)).join(FIELD_SEPARATOR);
    const pixels = sum(columnPixels.slice(column, column + columnSpan));
    lines = Math.max(lines, countLines(text, (pixels - CELL_PADDING_PX) / (NOTE_SIZE * PX_PER_PT)));
    const align = fields[0]?.align ?? 'left';
    cells.push({ column, columnSpan, rowSpan: 1, look: 'field', align, fontSize: NOTE_SIZE, value: textValue(text) });
    column += columnSpan;
  }
  return { height: roundHeight(textHeight(lines, NOTE_SIZE).wanted + above), source: null, cells, breakAfter: false };
}

/** How many columns each field of a line takes, at least one. */
function columnRuns(line: ReportLine, columnPixels: readonly number[]): number[] {
  const weights = sum(line.map((field) => field.weight));
  const total = sum(columnPixels);
  const runs: number[] = [];
  let first = 0;
  let share = 0;
  for (const [index, field] of line.entries()) {
    share += (field.weight / weights) * total;
    const most = columnPixels.length - (line.length - 1 - index);
    let end = first + 1;
    const distance = (edge: number) => Math.abs(sum(columnPixels.slice(0, edge)) - share);
    while (end < most && distance(end + 1) <= distance(end)) end += 1;
    if (index === line.length - 1) end = columnPixels.length;
    runs.push(end - first);
    first = end;
  }
  return runs;
}

/** The worksheet rows of one page. */
function planBlock(block: BodyBlock, budget: number, fontSize: number, breakAfter: boolean): SheetRow[] {
  const heights = fitHeights(block.lines, budget);
  const counts = heights.map((height) => Math.ceil(height / HIGHEST_ROW_PT));
  const rows: SheetRow[] = [];
  const starts: number[] = [];
  for (const [index, line] of block.lines.entries()) {
    starts.push(rows.length);
    const count = counts[index] ?? 1;
    for (let part = 0; part < count; part += 1) {
      const height = roundHeight((heights[index] ?? 0) / count);
      rows.push({ height, source: { row: line.row, part: line.part }, cells: [], breakAfter: false });
    }
  }
  for (const cell of block.cells) {
    rows[starts[cell.from] ?? 0]?.cells.push({
      column: cell.column,
      columnSpan: 1,
      rowSpan: sum(counts.slice(cell.from, cell.to)),
      look: 'body',
      align: cell.align,
      fontSize,
      value: cell.value,
    });
  }
  const last = rows.at(-1);
  if (last) last.breakAfter = breakAfter;
  return rows;
}
