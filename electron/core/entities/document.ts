/**
 * A document with its files and relations. Two columns are derived when a record is written and are no part of its
 * image: `order_key`, so that the catalogue's order is one index, and `number_key`, the 文号 in the form it is compared in.
 */
import { z } from '#shared/lib/zod.ts';
import { normalDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { all, one, run, type ReadDb } from '../db/sql.ts';
import { fileTexts } from '../objects/texts.ts';
import { replaceList, upsert, type Entity } from './entity.ts';

const List = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

/** Columns as stored: lists of names are JSON text. */
export const DocumentColumns = z.object({
  id: z.int(),
  uid: z.string(),
  fonds_id: z.int(),
  state: z.enum(['draft', 'filed', 'transferred', 'destroyed']),
  category: z.string(),
  filing_year: z.int().nullable(),
  year_reason: z.string(),
  term: z.string().nullable(),
  section_id: z.int().nullable(),
  item_number: z.int().nullable(),
  reference_code: z.string().nullable(),
  previous_code: z.string().nullable(),
  filed_date: z.string().nullable(),
  title: z.string(),
  document_number: z.string().nullable(),
  author: z.string().nullable(),
  signed_date: z.string().nullable(),
  signed_date_printed: z.string().nullable(),
  received_date: z.string().nullable(),
  published_date: z.string().nullable(),
  page_count: z.int().nullable(),
  marking: z.string().nullable(),
  document_type: z.string().nullable(),
  urgency: z.string().nullable(),
  draft_kind: z.string().nullable(),
  index_number: z.string().nullable(),
  addressees: List,
  copies_to: List,
  annexes: List,
  keywords: List,
  abstract: z.string(),
  access_mark: z.string(),
  disclosure: z.string().nullable(),
  retention_row_id: z.int().nullable(),
  medium: z.string(),
  box_id: z.int().nullable(),
  term_end: z.string().nullable(),
  remark: z.string(),
  needs_review: z.int(),
  source_line: z.int().nullable(),
  source_text: z.string().nullable(),
  import_id: z.int().nullable(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type DocumentColumns = z.infer<typeof DocumentColumns>;

/** Columns of document in the order of the schema above. */
export const DOCUMENT_COLUMNS = Object.keys(DocumentColumns.shape).join(', ');

export const FileColumns = z.object({
  role: z.string(),
  name: z.string(),
  sha256: z.string(),
  size: z.int(),
  format: z.string(),
  page_count: z.int().nullable(),
});
export const RelationColumns = z.object({ kind: z.string(), target_id: z.int() });
export type FileColumns = z.infer<typeof FileColumns>;
export type RelationColumns = z.infer<typeof RelationColumns>;
export type DocumentImage = DocumentColumns & { files: FileColumns[]; relations: RelationColumns[] };

/** 永久 before 定期, longer before shorter (spec: Y, D30, D10). */
export function termRank(term: string): number {
  return term === 'Y' ? 0 : 1000 - Number(term.slice(1));
}

/** Newest year first, then term, section and number; drafts without a place stand above, those in a class at its end. */
export function orderKey(image: Pick<DocumentColumns, 'filing_year' | 'term' | 'section_id' | 'item_number'>): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return [
    image.filing_year === null ? '0000' : pad(9999 - image.filing_year, 4),
    image.term === null ? '000' : pad(termRank(image.term) + 1, 4),
    pad(image.section_id ?? 0, 6),
    pad(image.item_number ?? 99_999, 5),
  ].join('.');
}

/** Files and relations of many documents at once. */
export function partsOf(
  db: ReadDb,
  ids: readonly number[],
): Map<number, { files: FileColumns[]; relations: RelationColumns[] }> {
  const parts = new Map<number, { files: FileColumns[]; relations: RelationColumns[] }>();
  const of = (id: number): { files: FileColumns[]; relations: RelationColumns[] } => {
    const found = parts.get(id) ?? { files: [], relations: [] };
    parts.set(id, found);
    return found;
  };
  const list = JSON.stringify(ids);
  for (const { document_id, ...file } of all(
    db,
    FileColumns.extend({ document_id: z.int() }),
    `SELECT document_id, role, name, sha256, size, format, page_count FROM document_file
     WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, position`,
    list,
  )) {
    of(document_id).files.push(file);
  }
  for (const { document_id, ...relation } of all(
    db,
    RelationColumns.extend({ document_id: z.int() }),
    `SELECT document_id, kind, target_id FROM document_relation
     WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, position`,
    list,
  )) {
    of(document_id).relations.push(relation);
  }
  return parts;
}

export const documentEntity: Entity<DocumentImage> = {
  name: 'document',
  read(db, key) {
    const columns = one(db, DocumentColumns, `SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ?`, key);
    if (!columns) return null;
    const files = all(
      db,
      FileColumns,
      'SELECT role, name, sha256, size, format, page_count FROM document_file WHERE document_id = ? ORDER BY position',
      key,
    );
    const relations = all(
      db,
      RelationColumns,
      'SELECT kind, target_id FROM document_relation WHERE document_id = ? ORDER BY position',
      key,
    );
    return { ...columns, files, relations };
  },
  write(db, { files, relations, ...columns }, before) {
    upsert(db, 'document', 'id', {
      ...columns,
      addressees: JSON.stringify(columns.addressees),
      copies_to: JSON.stringify(columns.copies_to),
      annexes: JSON.stringify(columns.annexes),
      keywords: JSON.stringify(columns.keywords),
      order_key: orderKey(columns),
      number_key: columns.document_number === null ? null : normalDocumentNumber(columns.document_number),
    });
    replaceList(db, before?.files ?? null, files, {
      clear: 'DELETE FROM document_file WHERE document_id = ?',
      key: columns.id,
      insert: (file, position) =>
        run(
          db,
          1,
          `INSERT INTO document_file (document_id, position, role, name, sha256, size, format, page_count)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          columns.id,
          position,
          file.role,
          file.name,
          file.sha256,
          file.size,
          file.format,
          file.page_count,
        ),
    });
    replaceList(db, before?.relations ?? null, relations, {
      clear: 'DELETE FROM document_relation WHERE document_id = ?',
      key: columns.id,
      insert: (relation, position) =>
        run(
          db,
          1,
          'INSERT INTO document_relation (document_id, position, kind, target_id) VALUES (?, ?, ?, ?)',
          columns.id,
          position,
          relation.kind,
          relation.target_id,
        ),
    });
  },
  searchEntry: (image, db) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'document',
          id: image.id,
          date: image.signed_date,
          title: image.title,
          numbers: [image.reference_code, image.previous_code, image.document_number, image.index_number]
            .filter((text) => text !== null)
            .join('\n'),
          people: [image.author ?? '', ...image.addressees, ...image.copies_to]
            .filter((text) => text !== '')
            .join('\n'),
          body: [...image.annexes, ...image.keywords, image.abstract, image.remark, ...fileTexts(db, image.files)]
            .filter((text) => text !== '')
            .join('\n'),
          year: image.filing_year,
          term: image.term,
          unit: image.author,
          state: image.state,
        },
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM document ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
};
