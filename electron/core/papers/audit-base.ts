/** What the readers of funding and audit papers are given beside their scope, and the evidence that records name. */
import { AppError } from '#shared/errors.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import type { FundEntry } from '#shared/features/funding.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { placePaths } from '../boxes/places.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { listEntries } from '../funding/entries.ts';
import { localMinute } from '../local-day.ts';
import type { AuditPaper } from '../reports/audit-paper.ts';
import { documentsById } from './documents.ts';
import type { PaperSource } from './source.ts';

export function auditBase({ base }: PaperSource, year: number): AuditPaper {
  return { ...base, year, printedAt: localMinute(base.createdAt) };
}

/** Entries read at a time. */
const PAGE = 5000;

/** Every entry that a filter lets through, by date and number. */
export function everyEntry(db: ReadDb, filter: ParsedInput<'budgets.entries'>['filter']): FundEntry[] {
  const entries: FundEntry[] = [];
  for (;;) {
    const page: Output<'budgets.entries'> = listEntries(
      { db },
      { filter, descending: false, offset: entries.length, limit: PAGE },
    );
    entries.push(...page.rows);
    if (page.rows.length === 0 || entries.length >= page.total) return entries;
  }
}

/** A document of the archive as evidence. */
export interface EvidenceDocument {
  id: number;
  /** 档号; of a draft its number in the register. */
  code: string;
  title: string;
  date: string | null;
  pages: number | null;
  files: readonly { name: string; sha256: string; pages: number | null }[];
  /** Box and place; empty where it lies in none. */
  place: string;
}

const Row = z.object({
  id: z.int(),
  state: z.string(),
  title: z.string(),
  signed_date: z.string().nullable(),
  page_count: z.int().nullable(),
  box_number: z.int().nullable(),
  place_id: z.int().nullable(),
});
const File = z.object({
  document_id: z.int(),
  name: z.string(),
  sha256: z.string(),
  page_count: z.int().nullable(),
});

/** Documents by their ids; those that were withdrawn or destroyed are left out: they can be shown no more. */
export function evidenceDocuments({ db, base }: PaperSource, ids: readonly number[]): Map<number, EvidenceDocument> {
  const t = translator(base.locale);
  const wanted = JSON.stringify([...new Set(ids)]);
  const rows = all(
    db,
    Row,
    `SELECT d.id, d.state, d.title, d.signed_date, d.page_count, b.number AS box_number, b.place_id
     FROM document d LEFT JOIN box b ON b.id = d.box_id
     WHERE d.withdrawn = 0 AND d.state <> 'destroyed' AND d.id IN (SELECT value FROM json_each(?))`,
    wanted,
  );
  const files = all(
    db,
    File,
    `SELECT f.document_id, f.name, f.sha256, f.page_count FROM document_file f
     JOIN object o ON o.sha256 = f.sha256 AND o.removed_on IS NULL
     WHERE f.document_id IN (SELECT value FROM json_each(?)) ORDER BY f.document_id, f.position`,
    wanted,
  );
  const paths = placePaths(db);
  const filed = documentsById(
    db,
    rows.filter(({ state }) => state !== 'draft').map(({ id }) => id),
    { withdrawn: false },
  );
  return new Map(
    rows.map((row) => {
      const place = row.place_id === null ? '' : (paths.get(row.place_id)?.path ?? '');
      const box = row.box_number === null ? '' : t('papers.boxOf', { number: row.box_number });
      return [
        row.id,
        {
          id: row.id,
          code: filed.get(row.id)?.code ?? t('fundingPapers.materials.drafts', { number: row.id }),
          title: row.title,
          date: row.signed_date,
          pages: row.page_count,
          files: files
            .filter(({ document_id: owner }) => owner === row.id)
            .map(({ name, sha256, page_count: pages }) => ({ name, sha256, pages })),
          place: [box, place].filter((text) => text !== '').join(t('papers.clauseSeparator')),
        },
      ];
    }),
  );
}

/** The same, each of them; @throws AppError record/not_found for one that is not there. */
export function chosenDocuments(source: PaperSource, ids: readonly number[]): EvidenceDocument[] {
  const found = evidenceDocuments(source, ids);
  return [...new Set(ids)].map((id) => {
    const document = found.get(id);
    if (!document) throw new AppError('record/not_found', { id });
    return document;
  });
}

/** Checksums of files that the archive still holds. */
export function heldObjects(db: ReadDb, checksums: readonly string[]): Set<string> {
  const rows = all(
    db,
    z.object({ sha256: z.string() }),
    'SELECT sha256 FROM object WHERE removed_on IS NULL AND sha256 IN (SELECT value FROM json_each(?))',
    JSON.stringify([...new Set(checksums)]),
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
