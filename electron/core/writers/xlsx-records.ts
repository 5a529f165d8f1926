/**
 * Writes records as a plain workbook to be edited and read back: one row a record, every cell text, fields that cannot be
 * changed in grey. Invariant: a text stands in its cell exactly, never as a formula, number or date.
 */
import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Style } from 'exceljs';
import { AppError } from '#shared/errors.ts';
import type { Progress } from '#shared/procedure.ts';
import { excelText, sheetName } from './xlsx.ts';
import { DEFAULT_FONT } from './xlsx-style.ts';

export interface RecordCell {
  text: string;
  /** Shown in grey: a change of it cannot be taken back in. */
  fixed: boolean;
}

export interface RecordSheet {
  title: string;
  author: string;
  /** ISO instant. */
  createdAt: string;
  /** Above the headings: what the table is for. */
  note: string;
  columns: readonly { heading: string /** Characters of the default font. */; width: number; fixed: boolean }[];
  rows: Iterable<readonly RecordCell[]>;
  count: number;
}

const ROWS_A_TURN = 250;
const GREY: Style['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER: Style['border'] = { top: LINE, left: LINE, bottom: LINE, right: LINE };

function style(fixed: boolean, head: boolean): Partial<Style> {
  return {
    numFmt: '@',
    font: { ...DEFAULT_FONT, bold: head, ...(fixed ? { color: { argb: 'FF595959' } } : {}) },
    alignment: { vertical: head ? 'middle' : 'top', wrapText: true },
    border: BORDER,
    ...(fixed ? { fill: GREY } : {}),
  };
}

/** Throws program/cancelled, export/text_too_long. */
export async function writeRecords(
  sheet: RecordSheet,
  sink: Writable,
  options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<void> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true });
  workbook.styles._addFont(DEFAULT_FONT);
  const created = new Date(sheet.createdAt);
  Object.assign(workbook, {
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    created,
    modified: created,
    title: sheet.title,
  });
  const page = workbook.addWorksheet(sheetName(sheet.title), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: 2, xSplit: 1 }],
  });
  page.columns = sheet.columns.map(({ width }) => ({ width }));
  const note = page.getRow(1);
  note.getCell(1).value = excelText(sheet.note);
  note.getCell(1).style = { numFmt: '@', font: DEFAULT_FONT, alignment: { vertical: 'middle' } };
  note.height = 24;
  note.commit();
  const styles = { plain: style(false, false), fixed: style(true, false) };
  const head = page.getRow(2);
  for (const [index, { heading, fixed }] of sheet.columns.entries()) {
    const cell = head.getCell(index + 1);
    cell.value = heading;
    cell.style = style(fixed, true);
  }
  head.commit();
  let number = 2;
  for (const cells of sheet.rows) {
    if ((number - 2) % ROWS_A_TURN === 0) {
      options.onProgress({ stage: 'write', done: number - 2, total: sheet.count });
      await turn();
      if (options.signal.aborted) throw new AppError('program/cancelled');
    }
    number += 1;
    const row = page.getRow(number);
    for (const [index, { text, fixed }] of cells.entries()) {
      const cell = row.getCell(index + 1);
      const value = excelText(text);
      if (value !== null) cell.value = value;
      cell.style = fixed ? styles.fixed : styles.plain;
    }
    row.commit();
  }
  await workbook.commit();
}
