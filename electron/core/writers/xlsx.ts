/**
 * Writes a report as an Excel workbook that prints like the official paper. exceljs is loaded at the first use, and
 * only its streaming writer, so that 20 rows start fast and 20,000 rows need little memory.
 *
 * Invariant: text is written as text and never as a formula, numbers as numbers, dates without a time zone.
 * Source: GB/T 9704-2012 (5.2 type, 7.5 page numbers); ux notes 3.2 (what Excel, WPS and LibreOffice make of it).
 */
import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Row, Style, Worksheet } from 'exceljs';
import { AppError } from '#shared/errors.ts';
import type { Progress } from '#shared/procedure.ts';
import type { ReportDocument, ReportValue } from '#shared/report/model.ts';
import type { FontScheme } from '../paper/fonts.ts';
import { pageLines, pageSetup } from './xlsx-page.ts';
import type { SheetCell, SheetPlan, SheetRow } from './xlsx-plan.ts';
import { createStyles, DEFAULT_FONT, type NumberFormat, type StyleOf, textFormat } from './xlsx-style.ts';

export interface XlsxOptions {
  fontScheme: FontScheme;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Rows between two looks at the outside world: progress, cancel. */
const ROWS_A_TURN = 250;
/** Longest text of a cell in Excel. */
const LONGEST_TEXT = 32_767;

/**
 * Writes the planned worksheet of `report` into `sink` and ends it.
 *
 * @throws AppError `program/cancelled`, `export/text_too_long`
 */
export async function writeXlsx(
  report: ReportDocument,
  plan: SheetPlan,
  sink: Writable,
  options: XlsxOptions,
): Promise<void> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true });
  // The first font is the workbook's normal font; without this exceljs puts Calibri there, which UOS and Kylin lack.
  workbook.styles._addFont(DEFAULT_FONT);
  const created = new Date(report.metadata.createdAt);
  Object.assign(workbook, {
    creator: report.metadata.author,
    lastModifiedBy: report.metadata.author,
    created,
    modified: created,
    title: report.title,
    subject: report.metadata.subject,
    keywords: report.metadata.keywords.join(' '),
    ...(report.exampleLabel === null ? {} : { description: report.exampleLabel }),
  });
  const sheet = workbook.addWorksheet(sheetName(report.title), {
    pageSetup: pageSetup(plan),
    headerFooter: pageLines(plan, report),
    properties: { dyDescent: 0.25 },
    views: [
      plan.headerRow === null
        ? { state: 'normal', showGridLines: false }
        : { state: 'frozen', ySplit: plan.headerRow, showGridLines: false },
    ],
  });
  sheet.columns = plan.columnWidths.map((width) => ({ width }));
  await writeRows(sheet, plan, options);
  await workbook.commit();
}

/** A worksheet's name: at most 31 characters, none of `\ / ? * [ ] :`, no quotation mark at either end. */
export function sheetName(title: string): string {
  const cleaned = title.replaceAll(/[\\/?*[\]:]|\p{Cc}/gu, ' ').replaceAll(/^[\s']+|[\s']+$/gu, '');
  let name = '';
  for (const character of cleaned) {
    if (name.length + character.length > 31) break;
    name += character;
  }
  // A title that is cut within brackets loses them.
  if (name.length < cleaned.length) name = name.replace(/(?<=.)[（(〔【《][^）)〕】》]*$/u, '');
  return name.replaceAll(/[\s']+$/gu, '') || 'Sheet1';
}

async function writeRows(sheet: Worksheet, plan: SheetPlan, options: XlsxOptions): Promise<void> {
  const styleOf = createStyles(options.fontScheme);
  // Rows leave memory once no merged cell reaches below them.
  let openUntil = 0;
  for (const [index, planned] of plan.rows.entries()) {
    if (index % ROWS_A_TURN === 0) {
      options.onProgress?.({ stage: 'write', done: index, total: plan.rows.length });
      await turn();
      if (options.signal?.aborted) throw new AppError('program/cancelled');
    }
    openUntil = Math.max(openUntil, writeRow(sheet, index + 1, planned, styleOf));
    if (openUntil === index + 1) sheet.getRow(index + 1).commit();
  }
  options.onProgress?.({ stage: 'write', done: plan.rows.length, total: plan.rows.length });
}

/** Writes one row and answers the last row that its merged cells reach. */
function writeRow(sheet: Worksheet, number: number, planned: SheetRow, styleOf: StyleOf): number {
  const row = sheet.getRow(number);
  row.height = planned.height;
  let last = number;
  for (const cell of planned.cells) last = Math.max(last, writeCell(sheet, row, cell, styleOf));
  if (planned.breakAfter) row.addPageBreak();
  return last;
}

function writeCell(sheet: Worksheet, row: Row, planned: SheetCell, styleOf: StyleOf): number {
  const top = row.number;
  const left = planned.column + 1;
  const bottom = top + planned.rowSpan - 1;
  const right = left + planned.columnSpan - 1;
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
  const { value, format } = cellContent(planned.value);
  const style: Partial<Style> = styleOf(planned, format);
  if (value !== null) row.getCell(left).value = value;
  // Merging makes the cells share one style object, so each cell is given its style afterwards.
  for (let line = top; line <= bottom; line += 1) {
    for (let column = left; column <= right; column += 1) sheet.getRow(line).getCell(column).style = style;
  }
  return bottom;
}

function cellContent(value: ReportValue | null): { value: string | number | Date | null; format: NumberFormat } {
  switch (value?.kind) {
    case 'text':
      return { value: excelText(value.text), format: textFormat(value.text) };
    case 'integer':
      return { value: value.value, format: 'integer' };
    case 'fen':
      return { value: value.value / 100, format: 'fen' };
    case 'date':
      // Excel's days know no time zone; a local Date would be stored as the evening before in China.
      return { value: new Date(`${value.value}T00:00:00Z`), format: 'date' };
    case undefined:
      return { value: null, format: 'text' };
  }
}

/** Text as the file holds it: `_x0041_` is guarded, which Excel would read as a character. */
export function excelText(text: string): string | null {
  if (text.length > LONGEST_TEXT) {
    throw new AppError('export/text_too_long', { text: text.slice(0, 20), length: text.length, limit: LONGEST_TEXT });
  }
  const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, '_x005F_x$1_');
  return plain === '' ? null : plain;
}
