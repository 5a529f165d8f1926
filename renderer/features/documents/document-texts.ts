/**
 * The cells of the register and of rapid entry: which fields they hold, and what a text in them says. The texts themselves
 * are those of every grid and spreadsheet (shared/features/document-texts.ts); here the one date stands for both of its
 * fields. Pure.
 */
import { AppError } from '#shared/errors.ts';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import {
  dateText,
  type FieldReading,
  fieldProblem,
  fieldText,
  readCatalogueDate,
  readField,
  type SectionName,
} from '#shared/features/document-texts.ts';
import type { Translate } from '#shared/i18n/index.ts';

export const CELL_FIELDS = [
  'documentNumber',
  'author',
  'title',
  'signedDate',
  'term',
  'pageCount',
  'sectionId',
  'remark',
] as const satisfies (keyof DocumentFields)[];
export type CellField = (typeof CELL_FIELDS)[number];

export function isCellField(key: string): key is CellField {
  return (CELL_FIELDS as readonly string[]).includes(key);
}

export function cellText(document: Document, field: CellField, t: Translate, sections: readonly SectionName[]): string {
  return field === 'signedDate' ? dateText(document) : fieldText(document, field, t, { sections, retention: [] });
}

/** What a typed or pasted text says. */
export function readCell(field: CellField, text: string, sections: readonly SectionName[]): FieldReading {
  // A date found by research is typed in its brackets: 20210301, 2021年3月1日, [1945].
  if (field === 'signedDate') return readCatalogueDate(text);
  return readField(field, text, { sections, retention: [] }, []);
}

/** Fields that decide the 档号 are fixed once it is given (DA/T 13-2022, 4: 稳定性). */
export function isFixed(document: Document, field: string): boolean {
  return document.state !== 'draft' && (field === 'term' || field === 'sectionId');
}

/** Null = the cell may take the text, else why not. */
export function checkCell(
  t: Translate,
  field: CellField,
  text: string,
  document: Document | null,
  sections: readonly SectionName[],
): string | null {
  if (document && isFixed(document, field)) {
    return t('errors.documents/number_fixed', { code: document.referenceCode ?? String(document.itemNumber) });
  }
  const reading = readCell(field, text, sections);
  return reading.ok ? null : fieldProblem(t, reading);
}

/** All texts of a new row as fields. Throws input/invalid where one cannot be read. */
export function fieldsFromTexts(
  texts: Readonly<Record<string, string>>,
  sections: readonly SectionName[],
): Partial<DocumentFields> {
  let fields: Partial<DocumentFields> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (!isCellField(key) || text === '') continue;
    const reading = readCell(key, text, sections);
    if (!reading.ok) throw new AppError('input/invalid', { field: key, detail: text });
    fields = { ...fields, ...reading.fields };
  }
  return fields;
}
