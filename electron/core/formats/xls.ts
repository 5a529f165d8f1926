/**
 * Old workbooks (.xls, .et: BIFF in an OLE file) by an own bounded reader ([MS-XLS]). Invariant: values are shown by the
 * same rules as those of .xlsx, and the same bounds hold; the format has no checksum, so only its structure proves it.
 */
import { AppError } from '#shared/errors.ts';
import { BiffCursor, type BiffRecord, codePageText, RECORD, recordsFrom } from './biff.ts';
import { importLimits } from './limits.ts';
import { builtInFormat, type NumberFormat, numberFormat } from './number-format.ts';
import { readOleStream } from './ole.ts';
import type { Workbook } from './workbook.ts';
import { readOldSheet } from './xls-sheet.ts';

/** What the sheets need of the workbook's first part. */
export interface OldWorkbook {
  stream: Buffer;
  /** BIFF8 holds UTF-16, older files the bytes of a code page. */
  unicode: boolean;
  codePage: number;
  from1904: boolean;
  strings: string[];
  formats: NumberFormat[];
  /** Cells with content so far. */
  cells: number;
}

interface SheetEntry {
  name: string;
  position: number;
  hidden: boolean;
}

function readStrings(record: BiffRecord): string[] {
  const count = record.data.readUInt32LE(4);
  // Each takes three bytes at least.
  const bytes = record.data.length + record.more.reduce((sum, part) => sum + part.length, 0);
  if (count > bytes / 3) throw new AppError('format/damaged');
  const cursor = new BiffCursor(record, 8);
  return Array.from({ length: count }, () => cursor.richText(cursor.word()));
}

function formatCode({ data, more, type }: BiffRecord, book: OldWorkbook): string {
  if (!book.unicode) return codePageText(data.subarray(3, 3 + (data[2] ?? 0)), book.codePage);
  return new BiffCursor({ data, more, type }, 4).richText(data.readUInt16LE(2));
}

function sheetEntry(record: BiffRecord, book: OldWorkbook): SheetEntry | null {
  const { data } = record;
  const length = data[6] ?? 0;
  const name = book.unicode
    ? new BiffCursor(record, 7).richText(length)
    : codePageText(data.subarray(7, 7 + length), book.codePage);
  // Only worksheets hold tables; macro sheets and charts do not.
  if (data[5] !== 0) return null;
  return { name, position: data.readUInt32LE(0), hidden: ((data[4] ?? 0) & 3) !== 0 };
}

function readGlobals(stream: Buffer): { book: OldWorkbook; entries: SheetEntry[] } {
  const book: OldWorkbook = {
    stream,
    unicode: true,
    codePage: 936,
    from1904: false,
    strings: [],
    formats: [],
    cells: 0,
  };
  const entries: SheetEntry[] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  for (const record of recordsFrom(stream, 0)) {
    const { data } = record;
    if (record.type === RECORD.beginning) book.unicode = data.readUInt16LE(0) >= 0x600;
    else if (record.type === RECORD.filePass) throw new AppError('format/password');
    else if (record.type === RECORD.codePage) book.codePage = data.readUInt16LE(0);
    else if (record.type === RECORD.dateMode) book.from1904 = data.readUInt16LE(0) === 1;
    else if (record.type === RECORD.format) codes.set(data.readUInt16LE(0), formatCode(record, book));
    else if (record.type === RECORD.cellFormat) styles.push(data.readUInt16LE(2));
    else if (record.type === RECORD.sharedStrings) book.strings = readStrings(record);
    else if (record.type === RECORD.boundSheet) {
      const entry = sheetEntry(record, book);
      if (entry) entries.push(entry);
    }
  }
  book.formats = styles.map((id) => numberFormat(codes.get(id) ?? builtInFormat(id)));
  return { book, entries };
}

/** Throws format/damaged, format/password, format/sheets, format/rows, format/columns, format/cells, format/text_length. */
export function readOldWorkbook(bytes: Uint8Array): Pick<Workbook, 'sheets'> {
  try {
    const { book, entries } = readGlobals(readOleStream(bytes, ['Workbook', 'Book']));
    if (entries.length > importLimits.sheets) throw new AppError('format/sheets', { limit: importLimits.sheets });
    return { sheets: entries.map(({ name, position, hidden }) => readOldSheet(book, position, name, hidden)) };
  } catch (error) {
    // A number that would lie beyond its record.
    if (error instanceof RangeError) throw new AppError('format/damaged', {}, { cause: error });
    throw error;
  }
}
