/**
 * Workbook → document: one table a visible sheet with content. Invariant: while there is one such sheet, line numbers are
 * the sheet's row numbers; what the person cannot see in the sheet, or sees otherwise, is told in the notes.
 */
import { AppError } from '#shared/errors.ts';
import type { SourceBlock, SourceCell, SourceDocument } from '../reading/source.ts';
import { rowLine } from './flow.ts';
import { showGeneral } from './number-format.ts';
import { columnName, type MergedArea, type Workbook, type WorkbookCell, type WorkbookSheet } from './workbook.ts';

type Notes = SourceDocument['notes'];

/** Cells of one table, the empty ones included. */
const LARGEST_TABLE = 2_000_000;
const MOST_NOTES = 200;

interface Area {
  rows: number;
  columns: number;
}

/** Up to the last row and column with content. */
function contentOf(sheet: WorkbookSheet): Area {
  let rows = 0;
  let columns = 0;
  for (const { number, cells } of sheet.rows) {
    if (cells.length === 0) continue;
    rows = Math.max(rows, number);
    columns = Math.max(columns, cells.length);
  }
  return { rows, columns };
}

/** Cells that are looked at for merged areas; overlapping areas without number would cost more. */
const MERGE_WORK = 20_000_000;

/**
 * Marks what merged areas cover, clipped to the content; of overlapping areas the first one holds.
 * Throws format/too_complex.
 */
function placeMerges(grid: (SourceCell | null)[][], merges: readonly MergedArea[], area: Area): void {
  let work = 0;
  const isFree = (row: number, column: number): boolean => {
    work += 1;
    if (work > MERGE_WORK) throw new AppError('format/too_complex');
    const cell = grid[row]?.[column];
    return cell !== null && cell?.rowSpan === 1 && cell.colSpan === 1;
  };
  for (const { top, left, bottom, right } of merges) {
    const lastRow = Math.min(bottom, area.rows);
    const lastColumn = Math.min(right, area.columns);
    const master = grid[top - 1]?.[left - 1];
    if (!master) continue;
    let free = true;
    for (let row = top - 1; free && row < lastRow; row += 1) {
      for (let column = left - 1; free && column < lastColumn; column += 1) free = isFree(row, column);
    }
    if (!free) continue;
    for (let row = top - 1; row < lastRow; row += 1) grid[row]?.fill(null, left - 1, lastColumn);
    grid[top - 1]?.fill({ ...master, rowSpan: lastRow - top + 1, colSpan: lastColumn - left + 1 }, left - 1, left);
  }
}

/** Month and day without a year: what typing 1-2 into a cell turns into. */
const SHORT_DATE = /^\d{1,2}[-/月.]\d{1,2}日?$|^\d{1,2}-[A-Z]/u;

function cellNotes(cell: WorkbookCell, sheet: string, reference: string, line: number): Notes {
  const params = { sheet, cell: reference, text: cell.text };
  if (cell.kind === 'error') return [{ code: 'source/error_cell', line, params }];
  if (cell.kind === 'formula' && cell.value === null) return [{ code: 'source/formula_without_value', line, params }];
  if (cell.date !== null && SHORT_DATE.test(cell.text)) {
    return [{ code: 'source/date_cell', line, params: { ...params, date: cell.date } }];
  }
  if (typeof cell.value === 'number' && cell.date === null && Math.abs(cell.value) >= 1e15) {
    return [{ code: 'source/number_precision', line, params }];
  }
  if (/^#{3,}$/u.test(cell.text)) return [{ code: 'source/hash_cell', line, params: { line, text: cell.text } }];
  return [];
}

/** The number of a cell whose text shows another one. */
function hiddenNumber({ value, date, text }: WorkbookCell): string | null {
  if (typeof value !== 'number' || date !== null) return null;
  const number = showGeneral(value);
  return Number(text.replaceAll(',', '')) === Number(number) ? null : number;
}

function sheetTable(sheet: WorkbookSheet, area: Area, lines: string[], notes: Notes): SourceBlock {
  if (area.rows * area.columns > LARGEST_TABLE) throw new AppError('format/cells', { limit: LARGEST_TABLE });
  const offset = lines.length;
  const grid = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, (): SourceCell | null => ({ text: '', colSpan: 1, rowSpan: 1 })),
  );
  for (const { number, cells, hidden } of sheet.rows) {
    const line = offset + number;
    for (const [column, cell] of cells.entries()) {
      if (!cell) continue;
      const target = grid[number - 1]?.[column];
      // A formula's error is no content of a plan; the note names it.
      if (target && cell.kind !== 'error') {
        target.text = cell.text;
        const number = hiddenNumber(cell);
        if (number !== null) target.number = number;
      }
      notes.push(...cellNotes(cell, sheet.name, `${columnName(column + 1)}${number}`, line));
    }
    if (hidden && cells.some((cell) => cell !== null)) {
      notes.push({ code: 'source/hidden_row', line, params: { sheet: sheet.name, row: number } });
    }
  }
  placeMerges(grid, sheet.merges, area);
  for (const { number, cells } of sheet.rows) {
    for (const [column, cell] of cells.entries()) {
      if (!cell || cell.text === '' || grid[number - 1]?.[column] !== null) continue;
      const params = { sheet: sheet.name, cell: `${columnName(column + 1)}${number}`, text: cell.text.slice(0, 100) };
      notes.push({ code: 'source/covered_value', line: offset + number, params });
    }
  }
  const hiddenColumns = sheet.columnWidths.filter(({ first, hidden }) => hidden && first <= area.columns);
  if (hiddenColumns.length > 0) {
    const columns = hiddenColumns
      .map(({ first, last }) => [columnName(first), columnName(Math.min(last, area.columns))])
      .map(([first, last]) => (first === last ? first : `${first}–${last}`))
      .join(' ');
    notes.push({ code: 'source/hidden_column', line: null, params: { sheet: sheet.name, columns } });
  }
  const rows = grid.map((cells) => ({ line: lines.push(rowLine(cells)), cells }));
  return { kind: 'table', name: sheet.name, rows };
}

/** Throws format/empty where no visible sheet has content, format/cells. */
export function workbookDocument(
  workbook: Pick<Workbook, 'sheets'>,
  format: 'xlsx' | 'xls',
  name: string | null,
): SourceDocument {
  const lines: string[] = [];
  const notes: Notes = [];
  const blocks: SourceBlock[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) {
      notes.push({ code: 'source/hidden_sheet', line: null, params: { sheet: sheet.name } });
      continue;
    }
    const area = contentOf(sheet);
    if (area.rows > 0) blocks.push(sheetTable(sheet, area, lines, notes));
  }
  if (blocks.length === 0) throw new AppError('format/empty');
  return { format, name, encoding: null, lines, blocks, notes: notes.slice(0, MOST_NOTES) };
}
