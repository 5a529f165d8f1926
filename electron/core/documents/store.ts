/** Documents in the database: reading them as people see them, and writing what people set. */
import { AppError } from '#shared/errors.ts';
import { Document, NUMBER_FIELDS, type DocumentFields } from '#shared/features/documents.ts';
import { parseSecrecy } from '#shared/lib/archives/secrecy.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { one, type ReadDb } from '../db/sql.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { theFonds } from '../fonds/rules.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;
type Fields = { [K in keyof DocumentFields]?: DocumentFields[K] | undefined } & { needsReview?: boolean | undefined };

/** A stored document as people see it. */
export function documentOf(image: DocumentImage): Document {
  return Document.parse({
    id: image.id,
    uid: image.uid,
    fondsId: image.fonds_id,
    state: image.state,
    category: image.category,
    filingYear: image.filing_year,
    yearReason: image.year_reason,
    term: image.term,
    sectionId: image.section_id,
    itemNumber: image.item_number,
    referenceCode: image.reference_code,
    previousCode: image.previous_code,
    filedDate: image.filed_date,
    title: image.title,
    documentNumber: image.document_number,
    author: image.author,
    signedDate: image.signed_date,
    signedDatePrinted: image.signed_date_printed,
    receivedDate: image.received_date,
    publishedDate: image.published_date,
    pageCount: image.page_count,
    marking: image.marking,
    documentType: image.document_type,
    urgency: image.urgency,
    draftKind: image.draft_kind,
    indexNumber: image.index_number,
    addressees: image.addressees,
    copiesTo: image.copies_to,
    annexes: image.annexes,
    keywords: image.keywords,
    abstract: image.abstract,
    accessMark: image.access_mark,
    disclosure: image.disclosure,
    retentionRowId: image.retention_row_id,
    medium: image.medium,
    boxId: image.box_id,
    termEnd: image.term_end,
    remark: image.remark,
    relations: image.relations.map(({ kind, target_id }) => ({ kind, targetId: target_id })),
    needsReview: image.needs_review === 1,
    sourceLine: image.source_line,
    sourceText: image.source_text,
    files: image.files.map(({ page_count, ...file }) => ({ ...file, pageCount: page_count })),
    withdrawn: image.withdrawn === 1,
    withdrawnReason: image.withdrawn_reason,
    version: image.version,
  });
}

/** Columns of the given fields; fields that are not given stay out. */
export function documentColumns(fields: Fields): Partial<DocumentImage> {
  const columns: { [K in keyof DocumentImage]?: DocumentImage[K] | undefined } = {
    category: fields.category,
    filing_year: fields.filingYear,
    year_reason: fields.yearReason,
    term: fields.term,
    section_id: fields.sectionId,
    title: fields.title,
    document_number: fields.documentNumber,
    author: fields.author,
    signed_date: fields.signedDate,
    signed_date_printed: fields.signedDatePrinted,
    received_date: fields.receivedDate,
    published_date: fields.publishedDate,
    page_count: fields.pageCount,
    marking: fields.marking,
    document_type: fields.documentType,
    urgency: fields.urgency,
    draft_kind: fields.draftKind,
    index_number: fields.indexNumber,
    addressees: fields.addressees,
    copies_to: fields.copiesTo,
    annexes: fields.annexes,
    keywords: fields.keywords,
    abstract: fields.abstract,
    access_mark: fields.accessMark,
    disclosure: fields.disclosure,
    retention_row_id: fields.retentionRowId,
    medium: fields.medium,
    remark: fields.remark,
    needs_review: fields.needsReview === undefined ? undefined : fields.needsReview ? 1 : 0,
    relations: fields.relations?.map(({ kind, targetId }) => ({ kind, target_id: targetId })),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

/** A document that is there. Throws record/not_found, record/conflict. */
export function readDocument(db: ReadDb, id: number, version?: number): DocumentImage {
  const image = documentEntity.read(db, id);
  if (!image) throw new AppError('record/not_found', { id });
  if (version !== undefined && image.version !== version) throw new AppError('record/conflict', { id });
  return image;
}

/** A state secret must not be kept in this program, whatever field it is named in (保守国家秘密法; spec 6.5). */
function refuseSecrets(fields: Fields): void {
  for (const text of [fields.title, fields.remark, fields.abstract]) {
    const level =
      text === undefined ? null : /^\s*(?:密级[:：]\s*)?((?:绝密|机密|秘密)(?:★[^\s]*)?)\s*$/mu.exec(text)?.[1];
    if (level && parseSecrecy(level).kind === 'classified') throw new AppError('documents/classified', { level });
  }
}

function checkTargets(db: ReadDb, fields: Fields): void {
  const exists = (table: 'section' | 'retention_row' | 'schedule_row' | 'document', id: number): void => {
    if (!one(db, z.object({ id: z.int() }), `SELECT id FROM ${table} WHERE id = ?`, id)) {
      throw new AppError('record/not_found', { id });
    }
  };
  if (typeof fields.sectionId === 'number') exists('section', fields.sectionId);
  if (typeof fields.retentionRowId === 'number') exists('retention_row', fields.retentionRowId);
  for (const { kind, targetId } of fields.relations ?? [])
    exists(kind === 'plan_row' ? 'schedule_row' : 'document', targetId);
}

/** What the archive knows of a new document beside its fields. */
export interface NewDocument {
  fields: Fields;
  previousCode?: string | null;
  sourceLine?: number | null;
  sourceText?: string | null;
  importId?: number | null;
}

/** What no document may hold. Throws documents/classified, record/not_found for a section, row or record that is not there. */
export function checkFields(db: ReadDb, fields: Fields): void {
  refuseSecrets(fields);
  checkTargets(db, fields);
}

/** The filing year follows the signing date unless a person set another (DA/T 22-2015, 5.2). */
function withFilingYear(image: DocumentImage, fields: Fields): DocumentImage {
  if (fields.filingYear !== undefined || image.state !== 'draft' || image.year_reason !== 'signed') return image;
  if (fields.signedDate === undefined || fields.signedDate === null) return image;
  return { ...image, filing_year: Number(fields.signedDate.slice(0, 4)) };
}

/** A draft in which nothing is set yet. */
function emptyDocument(id: number, uid: string, fondsId: number, document: NewDocument): DocumentImage {
  return {
    id,
    uid,
    fonds_id: fondsId,
    state: 'draft',
    category: 'WS',
    filing_year: null,
    year_reason: 'signed',
    term: null,
    section_id: null,
    item_number: null,
    reference_code: null,
    previous_code: document.previousCode ?? null,
    filed_date: null,
    title: '',
    document_number: null,
    author: null,
    signed_date: null,
    signed_date_printed: null,
    received_date: null,
    published_date: null,
    page_count: null,
    marking: null,
    document_type: null,
    urgency: null,
    draft_kind: null,
    index_number: null,
    addressees: [],
    copies_to: [],
    annexes: [],
    keywords: [],
    abstract: '',
    access_mark: 'unreviewed',
    disclosure: null,
    retention_row_id: null,
    medium: 'paper',
    box_id: null,
    term_end: null,
    remark: '',
    needs_review: 0,
    source_line: document.sourceLine ?? null,
    source_text: document.sourceText ?? null,
    import_id: document.importId ?? null,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    files: [],
    relations: [],
  };
}

/** Id of a document that is not entered: no record has it. */
const NOT_ENTERED = 0;

/** The document that the fields would make if they were entered now. */
export function documentFromFields(db: ReadDb, fields: Fields): Document {
  const empty = emptyDocument(NOT_ENTERED, '', theFonds(db).id, { fields });
  return documentOf(withFilingYear({ ...empty, ...documentColumns(fields) }, fields));
}

/** Inserts drafts; answers their images in order. */
export function insertDocuments(context: Writing, documents: readonly NewDocument[]): DocumentImage[] {
  const { db, changes } = context;
  const fonds = theFonds(db);
  let id = nextId(db, 'document') - 1;
  return documents.map((document) => {
    checkFields(db, document.fields);
    id += 1;
    const empty = emptyDocument(id, context.newUid(), fonds.id, document);
    const image = withFilingYear({ ...empty, ...documentColumns(document.fields) }, document.fields);
    changes.insert(documentEntity, image);
    return image;
  });
}

/** Sets fields of a document at the version that the caller saw. */
export function setDocument(context: Writing, id: number, version: number, fields: Fields): DocumentImage {
  const { db, changes } = context;
  const before = readDocument(db, id, version);
  if (before.withdrawn === 1) throw new AppError('record/not_found', { id });
  if (before.state === 'destroyed') throw new AppError('documents/destroyed', { code: before.reference_code ?? '' });
  checkFields(db, fields);
  const columns = documentColumns(fields);
  const image = withFilingYear({ ...before, ...columns, version: before.version + 1 }, fields);
  if (before.state !== 'draft') {
    const moved = NUMBER_FIELDS.find((field) => {
      const name = (
        { category: 'category', filingYear: 'filing_year', term: 'term', sectionId: 'section_id' } as const
      )[field];
      return image[name] !== before[name];
    });
    if (moved)
      throw new AppError('documents/number_fixed', { code: before.reference_code ?? String(before.item_number) });
  }
  changes.update(documentEntity, before, image);
  return image;
}

/** Withdraws a document with a reason; it keeps its number and stays in the archive. */
export function withdrawDocument(context: Writing, id: number, version: number, reason: string): void {
  const before = readDocument(context.db, id, version);
  if (before.withdrawn === 1) throw new AppError('record/not_found', { id });
  context.changes.update(documentEntity, before, {
    ...before,
    withdrawn: 1,
    withdrawn_reason: reason,
    version: before.version + 1,
  });
}

/** Puts a withdrawn document back in its place. */
export function restoreDocument(context: Writing, id: number, version: number): DocumentImage {
  const before = readDocument(context.db, id, version);
  if (before.withdrawn === 0) return before;
  const image = { ...before, withdrawn: 0, withdrawn_reason: null, version: before.version + 1 };
  context.changes.update(documentEntity, before, image);
  return image;
}
