/** Documents as papers print them: of a class, or chosen one by one, in the order of the catalogue. */
import { AppError } from '#shared/errors.ts';
import { Document } from '#shared/features/documents.ts';
import { compareTerms, isTermCode } from '#shared/lib/archives/retention.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb, type SqlValue } from '../db/sql.ts';
import { codeOf } from '../documents/numbering.ts';
import { schemeFor, schemesOf, theFonds } from '../fonds/rules.ts';
import type { PaperDocument } from '../reports/paper-document.ts';

const Row = z.object({
  id: z.int(),
  state: z.enum(['draft', 'filed', 'transferred', 'destroyed']),
  category: Document.shape.category,
  filing_year: z.int().nullable(),
  term: z.string().nullable(),
  section_id: z.int().nullable(),
  section_code: z.string().nullable(),
  section_name: z.string().nullable(),
  item_number: z.int().nullable(),
  reference_code: z.string().nullable(),
  title: z.string(),
  document_number: z.string().nullable(),
  author: z.string().nullable(),
  signed_date: z.string().nullable(),
  signed_date_printed: z.string().nullable(),
  page_count: z.int().nullable(),
  marking: Document.shape.marking,
  access_mark: Document.shape.accessMark,
  medium: Document.shape.medium,
  remark: z.string(),
  box_id: z.int().nullable(),
  box_number: z.int().nullable(),
});

/** Written in place of a 全宗号 that is not known yet, and taken off again. */
const NO_FONDS = '0000';

/** Which documents of a class; what is left out is not asked for. */
export interface ClassScope {
  category: string;
  year: number;
  term?: string | undefined;
  sectionId?: number | undefined;
}

/** SQL condition over `document d` for a class. */
function ofClass({ category, year, term, sectionId }: ClassScope): { where: string; values: SqlValue[] } {
  return {
    where: `d.withdrawn = 0 AND d.category = ? AND d.filing_year = ?
      ${term === undefined ? '' : 'AND d.term = ?'} ${sectionId === undefined ? '' : 'AND d.section_id = ?'}`,
    values: [category, year, ...(term === undefined ? [] : [term]), ...(sectionId === undefined ? [] : [sectionId])],
  };
}

/** Every document of a class that has a number, those that have left too. */
export function documentsOfClass(db: ReadDb, scope: ClassScope): PaperDocument[] {
  const { where, values } = ofClass(scope);
  return read(db, `${where} AND d.state <> 'draft'`, values);
}

/**
 * Documents by their ids. A list of what was done keeps a document that was withdrawn since (`withdrawn: true`); nothing
 * is stamped or labelled for one.
 * @throws AppError record/not_found; papers/not_filed where one has no number yet.
 */
export function documentsById(
  db: ReadDb,
  ids: readonly number[],
  { withdrawn }: { withdrawn: boolean },
): Map<number, PaperDocument> {
  const wanted = [...new Set(ids)];
  const where = `d.id IN (SELECT value FROM json_each(?)) ${withdrawn ? '' : 'AND d.withdrawn = 0'}`;
  const found = read(db, where, [JSON.stringify(wanted)]);
  const byId = new Map(found.map((document) => [document.id, document]));
  const missing = wanted.find((id) => !byId.has(id));
  if (missing !== undefined) throw new AppError('record/not_found', { id: missing });
  return byId;
}

/** Documents that have their place in one of the boxes, by box. */
export function documentsOfBoxes(db: ReadDb, boxIds: readonly number[]): Map<number, PaperDocument[]> {
  const documents = read(
    db,
    "d.withdrawn = 0 AND d.state <> 'draft' AND d.box_id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(boxIds)],
  );
  const byBox = new Map<number, PaperDocument[]>(boxIds.map((id) => [id, []]));
  for (const document of documents) if (document.box) byBox.get(document.box.id)?.push(document);
  return byBox;
}

/** Documents in place. */
export function filedDocuments(db: ReadDb): PaperDocument[] {
  return read(db, "d.withdrawn = 0 AND d.state = 'filed'", []);
}

function read(db: ReadDb, where: string, values: readonly SqlValue[]): PaperDocument[] {
  const fonds = theFonds(db);
  const schemes = schemesOf(db, fonds.id);
  const rules = { fonds: { ...fonds, code: NO_FONDS }, schemes };
  const rows = all(
    db,
    Row,
    `SELECT d.id, d.state, d.category, d.filing_year, d.term, d.section_id, s.code AS section_code,
       s.name AS section_name, d.item_number, d.reference_code, d.title, d.document_number, d.author, d.signed_date,
       d.signed_date_printed, d.page_count, d.marking, d.access_mark, d.medium, d.remark, d.box_id, b.number AS box_number
     FROM document d LEFT JOIN section s ON s.id = d.section_id LEFT JOIN box b ON b.id = d.box_id
     WHERE ${where}`,
    ...values,
  );
  return rows
    .map((row): PaperDocument => {
      const { state, filing_year: year, term, item_number: item } = row;
      if (state === 'draft' || year === null || term === null || item === null || !isTermCode(term)) {
        throw new AppError('papers/not_filed', { title: row.title });
      }
      const scheme = schemeFor(schemes, row.category, year);
      const hasSection = scheme.has_section === 1 && row.section_id !== null;
      const run = {
        fonds_id: fonds.id,
        category: row.category,
        year,
        term,
        section_id: hasSection ? row.section_id : null,
      };
      return {
        id: row.id,
        state,
        category: row.category,
        code: row.reference_code ?? codeOf(db, rules, run, item)?.slice(NO_FONDS.length + 1) ?? '',
        year,
        term,
        section: hasSection ? { code: row.section_code ?? '', name: row.section_name ?? '' } : null,
        item,
        itemDigits: scheme.item_digits,
        title: row.title,
        documentNumber: row.document_number,
        author: row.author,
        signedDate: row.signed_date,
        signedDatePrinted: row.signed_date_printed,
        pages: row.page_count,
        marking: row.marking,
        accessMark: row.access_mark,
        medium: row.medium,
        remark: row.remark,
        box: row.box_id === null || row.box_number === null ? null : { id: row.box_id, number: row.box_number },
      };
    })
    .sort(inCatalogueOrder);
}

/** 门类, 年度, 保管期限 (the longest first), 机构(问题), 件号: the order of the shelf (DA/T 13-2022). */
function inCatalogueOrder(one: PaperDocument, other: PaperDocument): number {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return (
    text(one.category, other.category) ||
    one.year - other.year ||
    compareTerms(one.term, other.term) ||
    text(one.section?.code ?? '', other.section?.code ?? '') ||
    one.item - other.item ||
    one.id - other.id
  );
}
