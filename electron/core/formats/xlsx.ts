/**
 * Workbooks in .xlsx (ISO/IEC 29500) by an own bounded reader; exceljs only writes. It serves the import of foreign files
 * and the check of exported ones, so it reports exactly what lies in the file (see workbook.ts).
 */
import { AppError } from '#shared/errors.ts';
import { importLimits, type ReadLimits } from './limits.ts';
import { openPackage, relationshipsOf, targetOf } from './office-package.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { readIndex, readNumberFormats, readSharedStrings } from './xlsx-parts.ts';
import { readSheet, type SheetContext } from './xlsx-sheet.ts';

export interface WorkbookOptions {
  /** Bounds that differ from those of an import, such as more rows for the check of an export. */
  limits?: Partial<ReadLimits>;
  /** Hidden sheets come back with their name only. */
  skipHidden?: boolean;
}

function emptySheet(name: string, hidden: boolean): WorkbookSheet {
  return {
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

/**
 * Reads every worksheet; chart sheets are left out. Throws format/damaged, format/unsafe, format/password,
 * format/inflates, format/too_large, format/too_complex, format/sheets, format/rows, format/columns, format/cells,
 * format/text_length.
 */
export async function readWorkbook(bytes: Uint8Array, options: WorkbookOptions = {}): Promise<Workbook> {
  const limits: ReadLimits = { ...importLimits, ...options.limits };
  const { zip, mainPart } = await openPackage(bytes, limits);
  const relationships = await relationshipsOf(zip, mainPart, limits);
  const index = await readIndex(zip, mainPart, limits);
  const context: SheetContext = {
    limits,
    strings: await readSharedStrings(zip, targetOf(relationships, 'sharedStrings'), limits),
    formats: await readNumberFormats(zip, targetOf(relationships, 'styles'), limits),
    from1904: index.from1904,
    cells: 0,
  };
  const sheets: WorkbookSheet[] = [];
  for (const [position, entry] of index.sheets.entries()) {
    const relationship = relationships.get(entry.relationship);
    if (!relationship) throw new AppError('format/damaged');
    if (relationship.type !== 'worksheet') continue;
    const skipped = entry.hidden && options.skipHidden === true;
    const sheet = skipped ? emptySheet(entry.name, true) : await readSheet(zip, relationship.target, entry, context);
    const named = (name: string): string | null =>
      index.definedNames.find((one) => one.sheet === position && one.name === name)?.text ?? null;
    sheet.printTitles = named('_xlnm.Print_Titles');
    sheet.printArea = named('_xlnm.Print_Area');
    sheets.push(sheet);
  }
  return { sheets, definedNames: index.definedNames };
}
