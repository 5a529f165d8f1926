/** Taking documents in from a catalogue: one transaction, one event, one undo step. */
import { AppError } from '#shared/errors.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import type { ReadCatalogueOutput } from '#shared/features/catalogue.ts';
import { acceptedDocuments, type AcceptedDocument } from '#shared/features/document-import.ts';
import { translator } from '#shared/i18n/index.ts';
import { normalReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { documentImportEntity } from '../entities/document-import.ts';
import type { DocumentImage } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { fondsRules } from '../fonds/rules.ts';
import { today } from '../records.ts';
import { findingsOf } from './findings.ts';
import { Numbering } from './numbering.ts';
import { documentOf, insertDocuments } from './store.ts';

type AcceptInput = ParsedInput<'documents.accept'>;

const Twin = z.object({ id: z.int(), referenceCode: z.string().nullable(), title: z.string() });

type TwinFields = Pick<AcceptedDocument['fields'], 'title' | 'signedDate' | 'author' | 'documentNumber' | 'pageCount'>;

/** A document that is there already with the same title, date, author, 文号 and 页数; null where none is. */
function findTwin(db: ReadDb, fields: TwinFields): z.infer<typeof Twin> | null {
  const [twin] = all(
    db,
    Twin,
    `SELECT id, reference_code AS referenceCode, title FROM document
     WHERE title = ? AND signed_date IS ? AND author IS ? AND document_number IS ?
       AND page_count IS ? AND withdrawn = 0 LIMIT 1`,
    fields.title ?? '',
    fields.signedDate ?? null,
    fields.author ?? null,
    fields.documentNumber ?? null,
    fields.pageCount ?? null,
  );
  return twin ?? null;
}

/** Of records that are not taken yet, those that the archive has already. */
export function twinsOf(db: ReadDb, documents: readonly TwinFields[]): Output<'documents.twins'> {
  return documents.flatMap((fields, index) => {
    const twin = findTwin(db, fields);
    return twin ? [{ index, ...twin }] : [];
  });
}

/**
 * Takes documents in. With `numbers: keep` each complete document is filed under the 件号 that its catalogue prints, with
 * `next` under the next one; what lacks something stays a draft, marked for review.
 *
 * @throws AppError documents/number_taken where a printed number belongs to another document; nothing is taken in then.
 */
export function acceptDocuments(context: WriteContext, input: AcceptInput): Output<'documents.accept'> {
  const { db, changes } = context;
  const t = translator(context.locale);
  const date = today(context);
  const duplicates: { index: number; documentId: number }[] = [];
  const fresh: { document: AcceptedDocument; index: number }[] = [];
  input.documents.forEach((document, index) => {
    if ((document.fields.title ?? '').trim() === '') throw new AppError('documents/title_empty', { row: index + 1 });
    const twin =
      input.duplicates === 'skip' && !document.evenIfThere ? (findTwin(db, document.fields)?.id ?? null) : null;
    if (twin === null) fresh.push({ document, index });
    else duplicates.push({ index, documentId: twin });
  });
  const importId = input.source && fresh.length > 0 ? nextId(db, 'document_import') : null;
  if (importId !== null && input.source) {
    changes.insert(documentImportEntity, {
      id: importId,
      uid: context.newUid(),
      source_name: input.source.name,
      source_sha256: input.source.sha256,
      record_count: fresh.length,
      withdrawn: 0,
      version: 1,
    });
  }
  const drafts = insertDocuments(
    context,
    fresh.map(({ document }) => ({
      fields: { ...document.fields, needsReview: document.needsReview },
      previousCode: document.printedCode,
      sourceLine: document.sourceLine,
      sourceText: document.sourceText,
      importId,
    })),
  );
  const numbering = new Numbering(context);
  const incomplete: { index: number; message: string }[] = [];
  let filed = 0;
  const images = drafts.map((draft, place): DocumentImage => {
    const source = fresh[place];
    if (!source || input.numbers === 'draft') return draft;
    const errors = findingsOf(db, documentOf(draft), t, date).filter(({ level }) => level === 'error');
    const number = input.numbers === 'keep' ? source.document.itemNumber : null;
    if (errors.length > 0 || (input.numbers === 'keep' && number === null)) {
      const message =
        errors.length > 0 ? errors.map((error) => error.message).join('') : t('documents.import.noNumber');
      incomplete.push({ index: source.index, message });
      return draft;
    }
    filed += 1;
    const image = numbering.file(draft, date, number);
    // The printed code is the 原档号 only where it is another than the one the document has now.
    if (image.reference_code === null || image.previous_code === null) return image;
    return normalReferenceCode(image.previous_code) === image.reference_code ? numbering.withoutPrevious(image) : image;
  });
  if (fresh.length > 0) {
    context.describe({
      label: { code: 'documentAccept', params: { count: fresh.length, name: input.source?.name ?? '' } },
    });
  }
  return {
    added: images.length,
    filed,
    ids: images.map(({ id }) => id),
    duplicates,
    incomplete,
    importId,
    event: fresh.length > 0 ? context.eventNumber : null,
  };
}

/** The headless import: what was read, and what became of it. */
export function importCatalogue(
  context: WriteContext,
  input: ParsedInput<'documents.import'>,
  read: ReadCatalogueOutput,
): Output<'documents.import'> {
  const reading = input.table === undefined ? read : (read.tables ?? [read])[input.table - 1];
  if (!reading) throw new AppError('input/invalid', { field: 'table', detail: String(input.table) });
  const { columns, mapping, records, pages_total, year, term, head, rejected, skipped, warnings } = reading;
  const seen = { columns, mapping, records, pages_total, year, term, head, rejected, skipped, warnings };
  const nothing = { added: 0, filed: 0, ids: [], duplicates: [], incomplete: [], importId: null, event: null };
  if (input.dryRun) return { ...seen, ...nothing };
  const { sections } = fondsRules(context.db);
  // A source with several catalogues is taken one by one: each has a head of its own.
  const parts = input.table === undefined && read.tables ? read.tables : [reading];
  const documents = parts.flatMap((part) =>
    acceptedDocuments(part, { year: input.year, term: input.term, sections }, read.source.lines),
  );
  if (documents.length === 0) return { ...seen, ...nothing };
  const accepted = acceptDocuments(context, {
    documents,
    numbers: input.numbers,
    duplicates: input.duplicates,
    source: { name: read.source.name, sha256: read.source.sha256 },
  });
  return { ...seen, ...accepted };
}
