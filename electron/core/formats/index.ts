/**
 * Foreign files and pastes → `SourceDocument`. What a file is, its content says; the name is asked only where the content
 * leaves it open. Invariant: a document comes back whole or a typed error does, within the bounds of limits.ts.
 */
import { AppError } from '#shared/errors.ts';
import type { SourceDocument } from '../reading/source.ts';
import { docxDocument } from './docx.ts';
import { decodeText } from './encoding.ts';
import { hasTable, htmlDocument } from './html.ts';
import { importLimits, type ReadLimits } from './limits.ts';
import { sniff } from './sniff.ts';
import { textDocument } from './text-document.ts';
import type { Workbook } from './workbook.ts';
import { workbookDocument } from './workbook-document.ts';
import { readOldWorkbook } from './xls.ts';
import { readWorkbook } from './xlsx.ts';

/**
 * Decodes a file. `name` is its name without folder, null where it has none.
 * Throws format/… with a sentence that says what to do.
 */
export async function decode(bytes: Uint8Array, name: string | null): Promise<SourceDocument> {
  if (bytes.length > importLimits.fileBytes) {
    throw new AppError('format/too_large', { limit: importLimits.fileBytes / 1024 / 1024 });
  }
  const kind = await sniff(bytes, name);
  switch (kind) {
    case 'xlsx':
      return workbookDocument(await readWorkbook(bytes, { skipHidden: true }), 'xlsx', name);
    case 'xls':
      return workbookDocument(readOldWorkbook(bytes), 'xls', name);
    case 'docx':
      return await docxDocument(bytes, name);
    case 'table-text':
    case 'text':
    case 'html': {
      const { text, encoding } = decodeText(bytes);
      if (kind === 'html') return htmlDocument(text, { name, encoding });
      return textDocument(text, { name, encoding }, kind === 'table-text' ? 'table' : null);
    }
  }
}

/**
 * Reads a file as the workbook that it is, for tables that are known cell by cell.
 * Throws format/not_workbook for other files, format/….
 */
export async function decodeWorkbook(
  bytes: Uint8Array,
  name: string | null,
  limits: Partial<ReadLimits>,
): Promise<Pick<Workbook, 'sheets'>> {
  const kind = await sniff(bytes, name);
  if (kind === 'xlsx') return readWorkbook(bytes, { skipHidden: true, limits });
  if (kind === 'xls') return readOldWorkbook(bytes);
  throw new AppError('format/not_workbook');
}

/**
 * Decodes a paste: the tables of `text/html` where it has any, else the plain text.
 * Throws format/empty where neither holds anything, format/too_complex, format/table_rows, format/table_columns, format/cells.
 */
export function decodeClipboard(clipboard: { html: string | null; text: string }): SourceDocument {
  const source = { name: null, encoding: null };
  const { html, text } = clipboard;
  if (html !== null && hasTable(html)) {
    try {
      const document = htmlDocument(html, source);
      if (document.blocks.some(({ kind }) => kind === 'table')) return document;
    } catch (error) {
      // Markup that cannot be used is no loss where the same content lies beside it as text.
      if (!(error instanceof AppError) || text.trim() === '') throw error;
    }
  }
  if (text.trim() === '' && html !== null) return htmlDocument(html, source);
  return textDocument(text, source, null);
}
