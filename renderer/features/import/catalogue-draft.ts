/** A catalogue's documents under review: what the reader's records become, and what `documents.accept` takes. Pure. */
import { AppError } from '#shared/errors.ts';
import type { CatalogueReading } from '#shared/features/catalogue.ts';
import {
  type AcceptedDocument,
  type ImportDefaults,
  type ImportOptions,
  printedDocuments,
  withDefaults,
} from '#shared/features/document-import.ts';
import {
  catalogueDate,
  type FieldReading,
  fieldText,
  isTextField,
  readCatalogueDate,
  readField,
  type SomeFields,
  type TextNames,
} from '#shared/features/document-texts.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { type Doubts, type Draft, newDraft, OF_NO_LINE, type ReviewRow } from './review-draft.ts';

export interface CatalogueRow extends ReviewRow {
  fields: SomeFields;
  /** 件号 as printed. */
  itemNumber: number | null;
  /** 档号 as printed. */
  printedCode: string | null;
  /** Taken in although the archive has a document that says the same. */
  evenIfThere: boolean;
}

const EMPTY_ROW: Omit<CatalogueRow, 'id'> = {
  ...OF_NO_LINE,
  fields: {},
  itemNumber: null,
  printedCode: null,
  evenIfThere: false,
};

export function catalogueDoubts({ warnings, rejected }: CatalogueReading): Doubts {
  return { warnings, rejected };
}

export function catalogueDraft(
  reading: CatalogueReading,
  options: ImportOptions,
  lines: readonly string[],
): Draft<CatalogueRow> {
  const rows = printedDocuments(reading, options, lines).map((document, index) => ({
    ...document,
    sourceEndLine: reading.records[index]?.end_line ?? document.sourceLine,
  }));
  return newDraft<CatalogueRow>(rows, EMPTY_ROW, catalogueDoubts(reading));
}

/** What a cell of the review shows. */
export function catalogueText(row: CatalogueRow, column: string, t: Translate, names: TextNames): string {
  if (column === 'printedCode') return row.printedCode ?? '';
  if (column === 'itemNumber') return row.itemNumber === null ? '' : String(row.itemNumber);
  if (column === 'signedDate') return catalogueDate(row.fields);
  return isTextField(column) ? fieldText(row.fields, column, t, names) : '';
}

/** What a typed text says of a cell; a reading that is not ok names the rule that is broken. */
export function readCatalogueCell(
  column: string,
  text: string,
  t: Translate,
  names: TextNames,
): FieldReading | { ok: true; row: Partial<CatalogueRow> } {
  const plain = text.trim();
  if (column === 'printedCode') {
    if (plain.length > 100) return { ok: false, rule: 'long', params: { limit: 100 } };
    return { ok: true, row: { printedCode: plain === '' ? null : plain } };
  }
  if (column === 'itemNumber') {
    if (plain === '') return { ok: true, row: { itemNumber: null } };
    const number = /^\d{1,5}$/u.test(plain) ? Number(plain) : 0;
    return number >= 1
      ? { ok: true, row: { itemNumber: number } }
      : { ok: false, rule: 'item_not_digits', params: { item: plain } };
  }
  if (column === 'signedDate') return readCatalogueDate(text);
  if (isTextField(column)) return readField(column, text, names, [t]);
  throw new AppError('input/invalid', { field: column, detail: text });
}

/** A row with one more cell set. Throws input/invalid where the text cannot be read. */
export function withCell(
  row: Partial<CatalogueRow>,
  column: string,
  text: string,
  t: Translate,
  names: TextNames,
): Partial<CatalogueRow> {
  const reading = readCatalogueCell(column, text, t, names);
  if (!reading.ok) throw new AppError('input/invalid', { field: column, detail: text });
  return 'row' in reading ? { ...row, ...reading.row } : { ...row, fields: { ...row.fields, ...reading.fields } };
}

export function emptyTitles(draft: Draft<CatalogueRow>): number {
  return draft.rows.filter(({ fields }) => (fields.title ?? '').trim() === '').length;
}

/** The rows as `documents.accept` takes them. */
export function documentsToAccept(draft: Draft<CatalogueRow>, defaults: ImportDefaults): AcceptedDocument[] {
  return draft.rows.map(({ id: _id, seen: _seen, sourceEndLine: _end, ...document }) =>
    withDefaults(document, defaults),
  );
}
