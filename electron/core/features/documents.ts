/** The register of documents: entering, filing, numbering. */
import { AppError } from '#shared/errors.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { ReadCatalogueOutput } from '#shared/features/catalogue.ts';
import { DocumentTable } from '#shared/features/document-table.ts';
import type { Document, DocumentFinding } from '#shared/features/documents.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { acceptDocuments, importCatalogue, twinsOf } from '../documents/accept.ts';
import { arrangeFiles, attachFile } from '../documents/attach.ts';
import { isLentOut, nameOf } from '../documents/brief.ts';
import { checkCode } from '../documents/check-code.ts';
import { findingsOf, refuseUnready } from '../documents/findings.ts';
import { verifyFolders } from '../documents/folders/verify.ts';
import { exportFolders } from '../documents/folders/write.ts';
import { documentAuthors, documentIds, documentTree, listDocuments } from '../documents/list.ts';
import { nextNumber, Numbering, numberSeries } from '../documents/numbering.ts';
import { relationsOf } from '../documents/relations.ts';
import {
  documentFromFields,
  documentOf,
  insertDocuments,
  readDocument,
  restoreDocument,
  setDocument,
  withdrawDocument,
} from '../documents/store.ts';
import { compareTable } from '../documents/table/compare.ts';
import { readTable } from '../documents/table/read.ts';
import { exportTable } from '../documents/table/write.ts';
import { suggestTerm } from '../documents/suggest-term.ts';
import { readForeignCatalogue } from '../read-foreign-catalogue.ts';
import { archiveOf, type ReadContext, type WriteContext } from '../context.ts';
import { all } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { find } from '../search/find.ts';
import { today } from '../records.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';

function edit(context: WriteContext, changes: ParsedInput<'documents.edit'>['changes']): Output<'documents.edit'> {
  const touched = new Map<number, DocumentImage>();
  const withdrawn: number[] = [];
  for (const change of changes) {
    switch (change.do) {
      case 'set':
        touched.set(change.id, setDocument(context, change.id, change.version, change.fields));
        break;
      case 'insert':
        for (const image of insertDocuments(context, [{ fields: change.fields }])) touched.set(image.id, image);
        break;
      case 'withdraw':
        withdrawDocument(context, change.id, change.version, change.reason);
        touched.delete(change.id);
        withdrawn.push(change.id);
        break;
      case 'restore':
        touched.set(change.id, restoreDocument(context, change.id, change.version));
        break;
    }
  }
  return { documents: [...touched.values()].map(documentOf), withdrawn, event: context.eventNumber };
}

/** A document with what needs a look in it. */
function withFindings(
  context: Pick<ReadContext, 'db' | 'locale' | 'now'>,
  image: DocumentImage,
): { document: Document; findings: DocumentFinding[] } {
  const document = documentOf(image);
  return { document, findings: findingsOf(context.db, document, translator(context.locale), today(context)) };
}

export const documents: HandlersOf<'documents'> = {
  list: ({ db }, request) => listDocuments(db, request),
  ids: ({ db }, request) => ({ ids: documentIds(db, request) }),
  tree: ({ db }) => documentTree(db),
  authors: ({ db }, { limit }) => documentAuthors(db, limit),
  nextNumber: ({ db }, input) => ({ next: nextNumber(db, input) }),
  relations: ({ db }, { id }) => relationsOf(db, id),
  check: (context, { fields }) => ({
    findings: findingsOf(
      context.db,
      documentFromFields(context.db, fields),
      translator(context.locale),
      today(context),
    ),
  }),
  unready(context, { ids }) {
    const { db, locale } = context;
    const unready = ids.flatMap((id) => {
      const document = documentOf(readDocument(db, id));
      const findings = findingsOf(db, document, translator(locale), today(context)).filter(
        ({ level }) => level === 'error',
      );
      return findings.length === 0 ? [] : [{ id, title: document.title, findings }];
    });
    return { unready };
  },
  get: (context, { id }) => withFindings(context, readDocument(context.db, id)),

  edit(context, { step, changes }) {
    const output = edit(context, changes);
    const [withdrawal] = changes.filter((change) => change.do === 'withdraw');
    context.describe({ label: step, ...(withdrawal?.do === 'withdraw' ? { reason: withdrawal.reason } : {}) });
    return output;
  },

  create(context, { fields, file }) {
    const [draft] = insertDocuments(context, [{ fields }]);
    if (!draft) throw new Error('one document was inserted');
    let image = draft;
    if (file) {
      refuseUnready(context.db, documentOf(draft), translator(context.locale), today(context));
      image = new Numbering(context).file(draft, today(context));
    }
    context.describe({
      label: file
        ? { code: 'documentFile', params: { count: 1, code: image.reference_code ?? String(image.item_number) } }
        : { code: 'documentCreate', params: { title: image.title } },
    });
    return { ...withFindings(context, image), event: context.eventNumber };
  },

  file(context, { ids, filedDate }) {
    const { db } = context;
    const t = translator(context.locale);
    const date = filedDate ?? today(context);
    const numbering = new Numbering(context);
    const filed = ids.map((id) => {
      const image = readDocument(db, id);
      if (image.withdrawn === 1) throw new AppError('record/not_found', { id });
      if (image.state !== 'draft')
        throw new AppError('documents/filed_already', { code: image.reference_code ?? image.title });
      refuseUnready(db, documentOf(image), t, date);
      const after = numbering.file(image, date);
      return { id, itemNumber: after.item_number ?? 0, referenceCode: after.reference_code };
    });
    const [first] = filed;
    context.describe({
      label: {
        code: 'documentFile',
        params: { count: filed.length, code: first?.referenceCode ?? String(first?.itemNumber ?? '') },
      },
    });
    return { filed, event: context.eventNumber };
  },

  renumber(context, input) {
    const before = readDocument(context.db, input.id, input.version);
    if (before.state === 'draft' || before.withdrawn === 1)
      throw new AppError('documents/not_filed', { title: before.title });
    if (before.state !== 'filed') throw new AppError('documents/gone', { code: before.reference_code ?? before.title });
    if (before.box_id !== null) throw new AppError('documents/in_box', { code: before.reference_code ?? before.title });
    if (isLentOut(context.db, before.id)) throw new AppError('loans/lent_out', { name: nameOf(before) });
    const moved: DocumentImage = {
      ...before,
      category: input.category ?? before.category,
      filing_year: input.filingYear ?? before.filing_year,
      term: input.term ?? before.term,
      section_id: input.sectionId === undefined ? before.section_id : input.sectionId,
    };
    const after = new Numbering(context).renumber(before, moved, input.reason);
    context.describe({
      label: {
        code: 'documentRenumber',
        params: {
          from: before.reference_code ?? String(before.item_number),
          to: after.reference_code ?? String(after.item_number),
        },
      },
      reason: input.reason,
    });
    return { document: documentOf(after), event: context.eventNumber };
  },

  numbering: ({ db }, { year }) => ({ series: numberSeries(db, year) }),

  checkNumber: (context, { code }) => Promise.resolve(checkCode(code, translator(context.locale))),

  suggestTerm: ({ db, locale }, { title, author }) => ({
    suggestion: suggestTerm(db, title, author, translator(locale)),
  }),

  twins: ({ db }, { documents: given }) => twinsOf(db, given),

  read: (context, input) => readForeignCatalogue(input, context.signal),

  accept: (context, input) => acceptDocuments(context, input),

  import: (context, input) => importCatalogue(context, input, ReadCatalogueOutput.parse(context.prepared)),

  attach: (context, input) => attachFile(context, input),

  arrangeFiles: (context, input) => arrangeFiles(context, input),

  exportTable: (context, input) => exportTable(context, input),

  readTable: (_context, input) => readTable(input),

  compareTable: (context, _input) =>
    Promise.resolve(compareTable(archiveOf(context), DocumentTable.parse(context.prepared), context)),

  exportFolders: (context, input) => exportFolders(context, input),

  verifyFolders: (context, { directory }) => verifyFolders(directory, context),

  search({ db }, input) {
    const found = find(db, { ...input, kinds: ['document'] });
    const ids = found.hits.map(({ id }) => id);
    const { rows } = listDocuments(db, {
      filter: { ids },
      sort: 'entered',
      descending: false,
      offset: 0,
      limit: 50_000,
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { ...found, documents: ids.flatMap((id) => byId.get(id) ?? []) };
  },

  linkPlan(context, { documents, year }) {
    const { db, changes } = context;
    const rows = all(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM schedule_row WHERE year = ? AND withdrawn = 0 ORDER BY position, id',
      year,
    );
    if (rows.length === 0) throw new AppError('schedule/year_empty', { year });
    let linked = 0;
    const linkedRows = new Set<number>();
    const answered = new Map(
      documents.map(({ id, version }) => {
        const before = readDocument(db, id, version);
        const own = before.relations.filter(({ kind }) => kind === 'plan_row');
        const known = new Set(own.map(({ target_id }) => target_id));
        const added = rows.filter((row) => !known.has(row.id)).map((row) => ({ kind: 'plan_row', target_id: row.id }));
        if (added.length === 0) return [id, before] as const;
        const after = { ...before, relations: [...before.relations, ...added], version: before.version + 1 };
        changes.update(documentEntity, before, after);
        linked += added.length;
        for (const { target_id } of added) linkedRows.add(target_id);
        return [id, after] as const;
      }),
    );
    if (linked > 0) {
      context.describe({ label: { code: 'documentLinkPlan', params: { year, count: linkedRows.size } } });
    }
    return {
      documents: [...answered.values()].map(documentOf),
      linked,
      event: linked === 0 ? context.eventNumber - 1 : context.eventNumber,
    };
  },
};
