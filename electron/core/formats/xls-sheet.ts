/**
 * One worksheet of an old workbook: its records → rows, merged areas and hidden columns ([MS-XLS] 2.4). Invariant: the
 * type of a cell is the record's; a string that the workbook does not hold makes the file damaged.
 */
import { AppError } from '#shared/errors.ts';
import { BiffCursor, type BiffRecord, codePageText, decodeRk, RECORD, recordsFrom } from './biff.ts';
import { isoDate } from './date-format.ts';
import { importLimits } from './limits.ts';
import { showGeneral } from './number-format.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook.ts';
import type { OldWorkbook } from './xls.ts';

/** [MS-XLS] 2.5.10 */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function textCell(text: string): WorkbookCell | null {
  const plain = text.replace(/\r\n?/gu, '\n');
  if (plain.length > importLimits.textLength) {
    throw new AppError('format/text_length', { limit: importLimits.textLength });
  }
  return plain === '' ? null : { value: plain, kind: 'text', text: plain, date: null };
}

function booleanOrError(value: number, isError: boolean): WorkbookCell {
  const text = isError ? (ERRORS[value] ?? '#ERROR') : value === 0 ? 'FALSE' : 'TRUE';
  return isError
    ? { value: text, kind: 'error', text, date: null }
    : { value: value !== 0, kind: 'boolean', text, date: null };
}

class OldSheetReader {
  readonly sheet: WorkbookSheet;
  readonly #book: OldWorkbook;
  readonly #rows = new Map<number, WorkbookRow>();
  /** The formula whose text result is the next record. */
  #formula: { row: number; column: number } | null = null;

  constructor(book: OldWorkbook, name: string, hidden: boolean) {
    this.#book = book;
    this.sheet = {
      name,
      hidden,
      rows: [],
      merges: [],
      columnWidths: [],
      printTitles: null,
      printArea: null,
      pageSetup: {},
      rowBreaks: [],
      headerFooter: {},
    };
  }

  read(record: BiffRecord): void {
    const { type, data } = record;
    if (type === RECORD.row) this.#readRow(data);
    else if (type === RECORD.number) this.#put(data, this.#number(data.readDoubleLE(6), data.readUInt16LE(4)));
    else if (type === RECORD.rk) this.#put(data, this.#number(decodeRk(data.readInt32LE(6)), data.readUInt16LE(4)));
    else if (type === RECORD.multipleRk) this.#readMultiple(data);
    else if (type === RECORD.labelShared) this.#put(data, textCell(this.#shared(data.readUInt32LE(6))));
    else if (type === RECORD.label || type === RECORD.richString) this.#put(data, textCell(this.#text(record, 6)));
    else if (type === RECORD.booleanOrError)
      this.#put(data, booleanOrError(data.readUInt8(6), data.readUInt8(7) === 1));
    else if (type === RECORD.formula) this.#readFormula(data);
    else if (type === RECORD.string) this.#readResult(record);
    else if (type === RECORD.mergedCells) this.#readMerges(data);
    else if (type === RECORD.columnInfo) {
      const first = data.readUInt16LE(0) + 1;
      const last = data.readUInt16LE(2) + 1;
      const hidden = (data.readUInt16LE(8) & 1) === 1;
      if (this.sheet.columnWidths.length > 1000) throw new AppError('format/damaged');
      this.sheet.columnWidths.push({ first, last, width: data.readUInt16LE(4) / 256, hidden });
    }
  }

  #shared(index: number): string {
    const text = this.#book.strings[index];
    if (text === undefined) throw new AppError('format/damaged');
    return text;
  }

  #text(record: BiffRecord, at: number): string {
    const length = record.data.readUInt16LE(at);
    if (this.#book.unicode) return length === 0 ? '' : new BiffCursor(record, at + 2).richText(length);
    return codePageText(new BiffCursor(record, at + 2).bytes(length), this.#book.codePage);
  }

  #number(value: number, style: number): WorkbookCell {
    if (!Number.isFinite(value)) throw new AppError('format/damaged');
    const format = this.#book.formats[style];
    const text = format ? format.show(value, this.#book.from1904) : showGeneral(value);
    if (!format?.isDate) return { value, kind: 'number', text, date: null };
    return { value, kind: 'date', text, date: isoDate(value, this.#book.from1904) };
  }

  #readRow(data: Buffer): void {
    const row = this.#row(data.readUInt16LE(0) + 1);
    row.hidden = (data.readUInt8(12) & 0x20) !== 0;
    row.heightPt = (data.readUInt16LE(6) & 0x7fff) / 20;
  }

  #readMultiple(data: Buffer): void {
    const row = data.readUInt16LE(0);
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 8 <= data.length; at += 6, column += 1) {
      this.#place(row, column, this.#number(decodeRk(data.readInt32LE(at + 2)), data.readUInt16LE(at)));
    }
  }

  #readFormula(data: Buffer): void {
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)];
    this.#formula = null;
    if (data.readUInt16LE(12) !== 0xffff) {
      this.#place(row, column, { ...this.#number(data.readDoubleLE(6), data.readUInt16LE(4)), kind: 'formula' });
      return;
    }
    const kind = data.readUInt8(6);
    if (kind === 0) this.#formula = { row, column };
    else if (kind === 1) this.#place(row, column, { ...booleanOrError(data.readUInt8(8), false), kind: 'formula' });
    else if (kind === 2) this.#place(row, column, booleanOrError(data.readUInt8(8), true));
  }

  #readResult(record: BiffRecord): void {
    const result = this.#formula ? textCell(this.#text(record, 0)) : null;
    if (this.#formula && result) this.#place(this.#formula.row, this.#formula.column, { ...result, kind: 'formula' });
    this.#formula = null;
  }

  #readMerges(data: Buffer): void {
    const count = data.readUInt16LE(0);
    if (this.sheet.merges.length > importLimits.cells) throw new AppError('format/damaged');
    for (let at = 0; at < count; at += 1) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map(
        (to) => data.readUInt16LE(2 + at * 8 + to) + 1,
      );
      if (bottom < top || right < left) throw new AppError('format/damaged');
      this.sheet.merges.push({ top, left, bottom, right });
    }
  }

  #row(number: number): WorkbookRow {
    const known = this.#rows.get(number);
    if (known) return known;
    const row: WorkbookRow = { number, cells: [], hidden: false, heightPt: null };
    this.#rows.set(number, row);
    return row;
  }

  /** Most cell records begin with row and column. */
  #put(data: Buffer, cell: WorkbookCell | null): void {
    this.#place(data.readUInt16LE(0), data.readUInt16LE(2), cell);
  }

  #place(rowIndex: number, column: number, cell: WorkbookCell | null): void {
    if (!cell) return;
    const { rows, columns, cells } = importLimits;
    const { name } = this.sheet;
    if (rowIndex >= rows) throw new AppError('format/rows', { sheet: name, row: rowIndex + 1, limit: rows });
    if (column >= columns) throw new AppError('format/columns', { sheet: name, row: rowIndex + 1, limit: columns });
    this.#book.cells += 1;
    if (this.#book.cells > cells) throw new AppError('format/cells', { limit: cells });
    const row = this.#row(rowIndex + 1);
    if (row.cells[column]) throw new AppError('format/damaged');
    while (row.cells.length < column) row.cells.push(null);
    row.cells[column] = cell;
  }

  finish(): WorkbookSheet {
    this.sheet.rows = [...this.#rows.values()].sort((a, b) => a.number - b.number);
    return this.sheet;
  }
}

/** Throws format/damaged, format/rows, format/columns, format/cells, format/text_length; RangeError for a short record. */
export function readOldSheet(book: OldWorkbook, position: number, name: string, hidden: boolean): WorkbookSheet {
  const reader = new OldSheetReader(book, name, hidden);
  if (!hidden) for (const record of recordsFrom(book.stream, position)) reader.read(record);
  return reader.finish();
}
