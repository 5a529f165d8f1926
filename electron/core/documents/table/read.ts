/** Reads an edited table of documents from a foreign workbook: texts by uid, version and field; no archive is needed. */
import { AppError } from '#shared/errors.ts';
import type { DocumentTable, TableCell } from '#shared/features/document-table.ts';
import { LARGEST_TABLE } from '#shared/features/document-table.ts';
import { isTextField } from '#shared/features/document-texts.ts';
import { decodeWorkbook } from '../../formats/index.ts';
import type { ReadLimits } from '../../formats/limits.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '../../formats/workbook.ts';
import { type ForeignInput, foreignBytes } from '../../open-foreign.ts';
import { type ColumnKey, COLUMNS, columnOf } from './columns.ts';

/** A table of ours is larger than what is imported otherwise, and has no more columns than fields. */
export const TABLE_LIMITS: Partial<ReadLimits> = {
  rows: LARGEST_TABLE * 2,
  cells: LARGEST_TABLE * (COLUMNS.length + 8),
  columns: 256,
};
/** The headings stand near the top. */
const HEAD_ROWS = 50;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u;
/** From here on a number of a spreadsheet no longer holds every digit. */
const PRECISE = 1e15;

interface Head {
  row: WorkbookRow;
  /** Column index by what it holds. */
  columns: ReadonlyMap<ColumnKey, number>;
  ignored: string[];
}

function headOf(sheet: WorkbookSheet): Head | null {
  for (const row of sheet.rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<ColumnKey, number>();
    const ignored: string[] = [];
    for (const [index, cell] of row.cells.entries()) {
      const printed = cell?.text.trim() ?? '';
      if (printed === '') continue;
      const key = columnOf(printed);
      if (key === null) ignored.push(printed);
      else if (columns.has(key)) throw new AppError('documents/table_column_twice', { heading: printed });
      else columns.set(key, index);
    }
    if (columns.has('uid') && columns.has('version')) return { row, columns, ignored };
  }
  return null;
}

function tableCell(cell: WorkbookCell | null | undefined): TableCell {
  if (!cell) return { text: '', date: null, fault: null };
  const { kind, value, text, date } = cell;
  if (kind === 'error') return { text, date: null, fault: 'error' };
  if (kind === 'formula' && value === null) return { text, date: null, fault: 'formula' };
  if (typeof value === 'number' && date === null && Math.abs(value) >= PRECISE) {
    return { text, date: null, fault: 'precision' };
  }
  return { text, date, fault: null };
}

/** Throws documents/table_unknown, documents/table_column_twice, format/…, input/… */
export async function readTable(input: ForeignInput): Promise<DocumentTable> {
  const { bytes, name, sha256 } = await foreignBytes(input);
  const { sheets } = await decodeWorkbook(bytes, name, TABLE_LIMITS);
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const head = headOf(sheet);
    if (!head) continue;
    const above = sheet.rows.filter(({ number }) => number < head.row.number);
    const exportId = above.flatMap(({ cells }) => cells.map((cell) => UUID.exec(cell?.text ?? '')?.[0])).find(Boolean);
    const text = (row: WorkbookRow, key: ColumnKey): string =>
      row.cells[head.columns.get(key) ?? -1]?.text.trim() ?? '';
    const rows = sheet.rows
      .filter(({ number, cells }) => number > head.row.number && cells.some((cell) => (cell?.text ?? '').trim() !== ''))
      .map((row) => ({
        line: row.number,
        uid: text(row, 'uid'),
        version: text(row, 'version'),
        cells: Object.fromEntries(
          [...head.columns].flatMap(([key, index]) => (isTextField(key) ? [[key, tableCell(row.cells[index])]] : [])),
        ),
      }));
    return { name, sha256, exportId: exportId ?? null, ignored: head.ignored, rows };
  }
  throw new AppError('documents/table_unknown');
}
