/** Lists of documents and the counts of the tree beside them. One condition serves list, count and export. */
import type { Document, DocumentFilter, DocumentSort } from '#shared/features/documents.ts';
import type { Output } from '#shared/contract.ts';
import { z } from '#shared/lib/zod.ts';
import { all, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import { DOCUMENT_COLUMNS, DocumentColumns, partsOf } from '../entities/document.ts';
import { documentOf } from './store.ts';

/** What the catalogue cannot do without, and what nobody has confirmed yet (spec R04). */
const INCOMPLETE = `(d.title = '' OR d.author IS NULL OR d.signed_date IS NULL OR d.filing_year IS NULL
  OR d.term IS NULL OR d.page_count IS NULL OR d.needs_review = 1)`;

/** SQL condition over `d` with its values. Names are fixed; only values vary. */
function condition(filter: DocumentFilter): { where: string; values: SqlValue[] } {
  const parts = [filter.withdrawn === true ? 'd.withdrawn = 1' : 'd.withdrawn = 0'];
  const values: SqlValue[] = [];
  const equals = (column: string, wanted: SqlValue | undefined): void => {
    if (wanted === undefined) return;
    parts.push(wanted === null ? `${column} IS NULL` : `${column} = ?`);
    if (wanted !== null) values.push(wanted);
  };
  equals('d.filing_year', filter.year);
  equals('d.term', filter.term);
  equals('d.section_id', filter.sectionId);
  equals('d.state', filter.state);
  equals('d.box_id', filter.boxId);
  equals('d.category', filter.category);
  equals('d.import_id', filter.importId);
  if (filter.text !== undefined && filter.text !== '') {
    const columns = ['d.title', 'd.author', 'd.document_number', 'd.reference_code', 'd.remark'];
    parts.push(`(${columns.map((column) => `instr(coalesce(${column}, ''), ?) > 0`).join(' OR ')})`);
    values.push(...columns.map(() => filter.text ?? ''));
  }
  if (filter.incomplete === true) parts.push(INCOMPLETE);
  if (filter.ids !== undefined) {
    parts.push('d.id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.ids));
  }
  return { where: parts.join(' AND '), values };
}

const ORDER: Record<DocumentSort, string> = {
  code: 'd.order_key',
  signedDate: 'd.signed_date',
  title: 'd.title',
  author: 'd.author',
  documentNumber: 'd.document_number',
  pageCount: 'd.page_count',
  entered: 'd.id',
};

export interface ListRequest {
  filter: DocumentFilter;
  sort: DocumentSort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** Documents of one page with the number of all that the filter lets through. */
export function listDocuments(db: ReadDb, request: ListRequest): { total: number; rows: Document[] } {
  const { where, values } = condition(request.filter);
  const direction = request.descending ? 'DESC' : 'ASC';
  const total = value(db, z.int(), `SELECT count(*) FROM document d WHERE ${where}`, ...values);
  const columns = all(
    db,
    DocumentColumns,
    `SELECT ${DOCUMENT_COLUMNS} FROM document d WHERE ${where}
     ORDER BY ${ORDER[request.sort]} ${direction}, d.id ${direction} LIMIT ? OFFSET ?`,
    ...values,
    request.limit,
    request.offset,
  );
  const parts = partsOf(
    db,
    columns.map(({ id }) => id),
  );
  return {
    total,
    rows: columns.map((row) => documentOf({ ...row, ...(parts.get(row.id) ?? { files: [], relations: [] }) })),
  };
}

/** The ids of all documents that the filter lets through, in order. */
export function documentIds(
  db: ReadDb,
  { filter, sort, descending }: Pick<ListRequest, 'filter' | 'sort' | 'descending'>,
): number[] {
  const { where, values } = condition(filter);
  const direction = descending ? 'DESC' : 'ASC';
  return all(
    db,
    z.object({ id: z.int() }),
    `SELECT d.id FROM document d WHERE ${where} ORDER BY ${ORDER[sort]} ${direction}, d.id ${direction}`,
    ...values,
  ).map(({ id }) => id);
}

/** Who has signed documents, the most frequent first. */
export function documentAuthors(db: ReadDb, limit: number): Output<'documents.authors'> {
  return all(
    db,
    z.object({ author: z.string(), count: z.int() }),
    `SELECT author, count(*) AS count FROM document WHERE author IS NOT NULL AND withdrawn = 0
     GROUP BY author ORDER BY count DESC, author LIMIT ?`,
    limit,
  );
}

const Node = z.object({
  year: z.int().nullable(),
  term: z.string().nullable(),
  sectionId: z.int().nullable(),
  state: z.enum(['draft', 'filed', 'transferred', 'destroyed']),
  count: z.int(),
});

/** Counts by year, term, section and state; their sum is the total. */
export function documentTree(db: ReadDb): Output<'documents.tree'> {
  const nodes = all(
    db,
    Node,
    `SELECT filing_year AS year, term, section_id AS sectionId, state, count(*) AS count FROM document
     WHERE withdrawn = 0 GROUP BY filing_year, term, section_id, state
     ORDER BY filing_year DESC, term, section_id, state`,
  );
  return {
    total: nodes.reduce((sum, { count }) => sum + count, 0),
    incomplete: value(db, z.int(), `SELECT count(*) FROM document d WHERE d.withdrawn = 0 AND ${INCOMPLETE}`),
    withdrawn: value(db, z.int(), 'SELECT count(*) FROM document WHERE withdrawn = 1'),
    nodes,
  };
}
