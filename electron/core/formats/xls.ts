/**
 * Old workbooks (.xls, .et: BIFF in an OLE file) through SheetJS, which is loaded only for them. Invariant: values are
 * shown by the same rules as those of .xlsx; whatever the library throws is a damaged file.
 */
import { AppError } from '#shared/errors.ts';
import { isoDate } from './date-format.ts';
import { importLimits } from './limits.ts';
import { builtInFormat, numberFormat, showGeneral } from './number-format.ts';
import type { Workbook, WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook.ts';
import { plainText } from './xlsx-parts.ts';

type Library = typeof import('@e965/xlsx');
type Book = ReturnType<Library['read']>;
type Sheet = Book['Sheets'][string];
type LibraryCell = import('@e965/xlsx').CellObject;

/** Code page of files that do not say theirs: simplified Chinese. */
const CODE_PAGE = 936;

/** Error values of BIFF ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

async function open(bytes: Uint8Array): Promise<Book> {
  const library = await import('@e965/xlsx');
  // Files before Excel 97 hold bytes of a code page instead of UTF-16.
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      sheetRows: importLimits.rows + 1,
      codepage: CODE_PAGE,
    });
  } catch (error) {
    const password = error instanceof Error && /password|encrypt/iu.test(error.message);
    throw new AppError(password ? 'format/password' : 'format/damaged', {}, { cause: error });
  }
}

function content(cell: LibraryCell, from1904: boolean): WorkbookCell | null {
  const { v: value, t: type, z: format } = cell;
  if (type === 'e') {
    const text = ERRORS[Number(value)] ?? '#ERROR';
    return { value: text, kind: 'error', text, date: null };
  }
  if (typeof value === 'number') {
    const code = typeof format === 'number' ? builtInFormat(format) : format;
    const shown = code === undefined ? null : numberFormat(code);
    const text = shown?.show(value, from1904) ?? showGeneral(value);
    const isDate = shown?.isDate === true;
    return { value, kind: isDate ? 'date' : 'number', text, date: isDate ? isoDate(value, from1904) : null };
  }
  if (typeof value === 'boolean') return { value, kind: 'boolean', text: value ? 'TRUE' : 'FALSE', date: null };
  const text = typeof value === 'string' ? plainText(value) : '';
  if (text.length > importLimits.textLength) {
    throw new AppError('format/text_length', { limit: importLimits.textLength });
  }
  return text === '' ? null : { value: text, kind: 'text', text, date: null };
}

function readRows(sheet: Sheet, name: string, from1904: boolean, count: { cells: number }): WorkbookRow[] {
  const rows: WorkbookRow[] = [];
  const { rows: mostRows, columns, cells: mostCells } = importLimits;
  for (const [index, line] of (sheet['!data'] ?? []).entries()) {
    const row: WorkbookRow = { number: index + 1, cells: [], hidden: false, heightPt: null };
    const properties = sheet['!rows']?.[index];
    row.hidden = properties?.hidden === true;
    row.heightPt = properties?.hpt ?? null;
    for (const [column, cell] of (line ?? []).entries()) {
      const read = cell ? content(cell, from1904) : null;
      if (!read) continue;
      if (index >= mostRows) throw new AppError('format/rows', { sheet: name, row: index + 1, limit: mostRows });
      if (column >= columns) throw new AppError('format/columns', { sheet: name, row: index + 1, limit: columns });
      count.cells += 1;
      if (count.cells > mostCells) throw new AppError('format/cells', { limit: mostCells });
      while (row.cells.length < column) row.cells.push(null);
      row.cells[column] = cell.f === undefined || read.kind === 'error' ? read : { ...read, kind: 'formula' };
    }
    if (row.cells.length > 0 || row.hidden) rows.push(row);
  }
  return rows;
}

/** Throws format/damaged, format/password, format/sheets, format/rows, format/columns, format/cells, format/text_length. */
export async function readOldWorkbook(bytes: Uint8Array): Promise<Pick<Workbook, 'sheets'>> {
  const book = await open(bytes);
  if (book.SheetNames.length > importLimits.sheets) throw new AppError('format/sheets', { limit: importLimits.sheets });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const count = { cells: 0 };
  const sheets = book.SheetNames.flatMap((name, index): WorkbookSheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet || sheet['!type'] === 'chart') return [];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [
      {
        name,
        hidden,
        rows: hidden ? [] : readRows(sheet, name, from1904, count),
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
          top: s.r + 1,
          left: s.c + 1,
          bottom: e.r + 1,
          right: e.c + 1,
        })),
        columnWidths: (sheet['!cols'] ?? []).flatMap((column, at) =>
          column ? [{ first: at + 1, last: at + 1, width: column.width ?? null, hidden: column.hidden === true }] : [],
        ),
        printTitles: null,
        printArea: null,
        pageSetup: {},
        rowBreaks: [],
        headerFooter: {},
      },
    ];
  });
  return { sheets };
}
