/** Documents as other registers name them. */
import { DocumentBrief } from '#shared/features/document-brief.ts';
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, type ReadDb } from '../db/sql.ts';

const SELECT = `SELECT id, reference_code AS referenceCode, title, author, document_number AS documentNumber,
  signed_date AS signedDate, filing_year AS filingYear, term, page_count AS pageCount, state FROM document`;

/** Briefs of many documents by id. */
export function briefsOf(db: ReadDb, ids: readonly number[]): Map<number, DocumentBrief> {
  const rows = all(
    db,
    DocumentBrief,
    `${SELECT} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The brief of a document that a record names; the record's foreign key says that it exists. */
export function briefIn(briefs: ReadonlyMap<number, DocumentBrief>, id: number): DocumentBrief {
  const brief = briefs.get(id);
  if (!brief) throw new AppError('record/not_found', { id });
  return brief;
}

/** What a sentence calls a document: its code, else its title. */
export function nameOf(document: { reference_code: string | null; title: string }): string {
  return document.reference_code ?? document.title;
}

/** Who has the document now; null where nobody has borrowed it. */
export function borrowerOf(db: ReadDb, id: number): string | null {
  const loan = one(
    db,
    z.object({ borrower: z.string() }),
    "SELECT borrower FROM loan WHERE document_id = ? AND kind = 'lend' AND returned_on IS NULL AND withdrawn = 0",
    id,
  );
  return loan?.borrower ?? null;
}

/** Is the document lent out now? */
export function isLentOut(db: ReadDb, id: number): boolean {
  return borrowerOf(db, id) !== null;
}
