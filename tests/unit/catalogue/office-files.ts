/** Builds Office files from the plain descriptions among the fixtures: cells, merged areas, lines around a table. */
import * as spreadsheets from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { z } from '#shared/lib/zod.ts';
import { officePackage, zip } from '../formats/zip-writer.ts';

const Cell = z.union([
  z.string(),
  z.number(),
  z.null(),
  /** A day as the spreadsheet holds it, with the format that shows it. */
  z.object({ day: z.string(), format: z.string() }),
]);

export const OfficeFile = z.object({
  format: z.enum(['xlsx', 'xls', 'docx']),
  tables: z.array(
    z.object({
      name: z.string().optional(),
      above: z.array(z.string()).default([]),
      rows: z.array(z.array(Cell)),
      /** A3:A5 */
      merges: z.array(z.string()).default([]),
      below: z.array(z.string()).default([]),
    }),
  ),
});
type OfficeFile = z.infer<typeof OfficeFile>;
type Table = OfficeFile['tables'][number];

async function xlsx(file: OfficeFile): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [index, { name, rows, merges }] of file.tables.entries()) {
    const sheet = book.addWorksheet(name ?? `Sheet${index + 1}`);
    for (const [place, row] of rows.entries()) {
      for (const [column, value] of row.entries()) {
        const cell = sheet.getCell(place + 1, column + 1);
        if (typeof value === 'object' && value !== null) {
          cell.value = new Date(`${value.day}T00:00:00Z`);
          cell.numFmt = value.format;
        } else cell.value = value;
      }
    }
    for (const area of merges) sheet.mergeCells(area);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function xls(file: OfficeFile): Uint8Array {
  const book = spreadsheets.utils.book_new();
  for (const [index, { name, rows, merges }] of file.tables.entries()) {
    const sheet = spreadsheets.utils.aoa_to_sheet(
      rows.map((row) =>
        row.map((value) =>
          typeof value === 'object' && value !== null
            ? {
                t: 'n',
                v: (Date.parse(`${value.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000,
                z: value.format,
              }
            : value,
        ),
      ),
    );
    sheet['!merges'] = merges.map((area) => spreadsheets.utils.decode_range(area));
    spreadsheets.utils.book_append_sheet(book, sheet, name ?? `Sheet${index + 1}`);
  }
  const bytes: unknown = spreadsheets.write(book, { type: 'array', bookType: 'biff8' });
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('the library wrote no bytes');
  return new Uint8Array(bytes);
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function wordTable({ rows, merges }: Table): string {
  const areas = merges.map((area) => spreadsheets.utils.decode_range(area));
  const made = rows.map((row, place) => {
    const cells = row.map((value, column) => {
      const area = areas.find(
        ({ s, e }) => s.r <= place && place <= e.r && s.c <= column && column <= e.c && (s.r !== e.r || s.c !== e.c),
      );
      if (area && column > area.s.c) return '';
      const span = area && area.e.c > area.s.c ? `<w:gridSpan w:val="${area.e.c - area.s.c + 1}"/>` : '';
      const merge =
        area && area.e.r > area.s.r ? (place === area.s.r ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
      const text = value === null ? '' : typeof value === 'object' ? value.day : String(value);
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${made.join('')}</w:tbl>`;
}

function docx(file: OfficeFile): Uint8Array {
  const body = file.tables
    .map((table) => [...table.above.map(paragraph), wordTable(table), ...table.below.map(paragraph)].join(''))
    .join('');
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  return zip(officePackage('word/document.xml', document));
}

/** The bytes of a described file. */
export async function officeBytes(file: OfficeFile): Promise<Uint8Array> {
  switch (file.format) {
    case 'xlsx':
      return await xlsx(file);
    case 'xls':
      return xls(file);
    case 'docx':
      return docx(file);
  }
}
