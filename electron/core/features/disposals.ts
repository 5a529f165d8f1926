/** Lists of destruction: drafted from a closed appraisal, approved by one, carried out under two others. */
import { AppError } from '#shared/errors.ts';
import type { Disposal } from '#shared/features/disposals.ts';
import { keptYears } from '#shared/lib/archives/retention.ts';
import { z } from '#shared/lib/zod.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { all, one, run } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { briefIn, briefsOf, isLentOut, nameOf } from '../documents/brief.ts';
import { endOf } from '../documents/term.ts';
import { readDocument } from '../documents/store.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { appraisalEntity, disposalEntity } from '../entities/life.ts';
import { objectEntity } from '../entities/object.ts';
import { removeContents } from '../objects/remove.ts';
import { removedObjects } from '../objects/rows.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';

type Image = NonNullable<ReturnType<typeof disposalEntity.read>>;

export function disposalOf(context: ReadContext | WriteContext, image: Image): Disposal {
  const { db } = context;
  const briefs = briefsOf(
    db,
    image.items.map(({ document_id }) => document_id),
  );
  const on = image.destroyed_on ?? today(context);
  const supervisors = [image.supervisor_one, image.supervisor_two].filter((name) => name !== null);
  return {
    id: image.id,
    number: image.number,
    appraisalId: image.appraisal_id,
    appraisalName: appraisalEntity.read(db, image.appraisal_id)?.name ?? '',
    state: image.state,
    approver: image.approver,
    approvedOn: image.approved_on,
    supervisors,
    method: image.method,
    place: image.place,
    destroyedOn: image.destroyed_on,
    items: image.items.map((item) => {
      const document = briefIn(briefs, item.document_id);
      return {
        document,
        reason: item.reason,
        excludedReason: item.excluded_reason,
        keptYears: document.filingYear === null ? 0 : keptYears(document.filingYear, on),
      };
    }),
    version: image.version,
  };
}

/** What must hold for a document to be on a list, when it is made and again when it is carried out (spec R18, R19). */
function refuseUnfit(context: WriteContext, document: DocumentImage, on: string): void {
  const name = nameOf(document);
  if (document.withdrawn === 1 || document.state !== 'filed') throw new AppError('disposals/not_in_place', { name });
  const end = endOf(document);
  if (end === null) throw new AppError('disposals/permanent', { name });
  if (end >= on) throw new AppError('disposals/not_ended', { name, end });
  if (isLentOut(context.db, document.id)) throw new AppError('loans/lent_out', { name });
}

const Held = z.object({ id: z.int() });

/** Contents that only destroyed documents hold are marked as gone; the files follow when this is safe on disk. */
function takeContentAway(context: WriteContext, list: Image, on: string): void {
  const { db, changes } = context;
  const ids = list.items
    .filter(({ excluded_reason }) => excluded_reason === null)
    .map(({ document_id }) => document_id);
  const objects = all(
    db,
    Held,
    `SELECT o.id FROM object o WHERE o.removed_on IS NULL
       AND o.sha256 IN (SELECT f.sha256 FROM document_file f WHERE f.document_id IN (SELECT value FROM json_each(?)))
       AND NOT EXISTS (SELECT 1 FROM document_file f JOIN document d ON d.id = f.document_id
         WHERE f.sha256 = o.sha256 AND d.state <> 'destroyed')
       AND NOT EXISTS (SELECT 1 FROM activity_file e WHERE e.sha256 = o.sha256)
       AND NOT EXISTS (SELECT 1 FROM fund_entry_file v WHERE v.sha256 = o.sha256)`,
    JSON.stringify(ids),
  );
  for (const { id } of objects) {
    const object = objectEntity.read(db, id);
    if (!object) continue;
    changes.update(objectEntity, object, { ...object, removed_on: on, version: object.version + 1 });
    run(db, 'any', 'DELETE FROM object_text WHERE sha256 = ?', object.sha256);
  }
}

export const disposals: HandlersOf<'disposals'> = {
  list: (context) =>
    all(context.db, z.object({ id: z.int() }), 'SELECT id FROM disposal WHERE withdrawn = 0 ORDER BY id DESC').map(
      ({ id }) => disposalOf(context, currentRecord(context.db, disposalEntity, { id })),
    ),

  draft(context, { number, appraisalId }) {
    const { db, changes } = context;
    const appraisal = currentRecord(db, appraisalEntity, { id: appraisalId });
    if (appraisal.state !== 'closed') throw new AppError('disposals/appraisal_open', { name: appraisal.name });
    const taken = one(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM disposal WHERE number = ? AND withdrawn = 0',
      number,
    );
    if (taken) throw new AppError('disposals/number_taken', { number });
    const listed = new Set(
      all(
        db,
        z.object({ document_id: z.int() }),
        `SELECT i.document_id FROM disposal_item i JOIN disposal s ON s.id = i.disposal_id
         WHERE s.withdrawn = 0 AND i.excluded_reason IS NULL`,
      ).map(({ document_id }) => document_id),
    );
    const items = appraisal.items
      .filter(({ decision, document_id }) => decision === 'destroy' && !listed.has(document_id))
      .map(({ document_id, reason }) => ({ document_id, reason, excluded_reason: null }));
    if (items.length === 0) throw new AppError('disposals/nothing', { name: appraisal.name });
    for (const { document_id } of items) refuseUnfit(context, readDocument(db, document_id), today(context));
    const image: Image = {
      id: nextId(db, 'disposal'),
      uid: context.newUid(),
      number,
      appraisal_id: appraisalId,
      state: 'draft',
      approver: null,
      approved_on: null,
      supervisor_one: null,
      supervisor_two: null,
      method: null,
      place: null,
      destroyed_on: null,
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
      items,
    };
    changes.insert(disposalEntity, image);
    context.describe({ label: { code: 'disposalDraft', params: { number, count: items.length } } });
    return { disposal: disposalOf(context, image), event: context.eventNumber };
  },

  approve(context, { id, version, approver, approvedOn, excluded }) {
    const before = currentRecord(context.db, disposalEntity, { id, version });
    if (before.state !== 'draft') throw new AppError('disposals/not_draft', { number: before.number });
    const reasons = new Map(excluded.map(({ documentId, reason }) => [documentId, reason]));
    const known = new Set(before.items.map(({ document_id }) => document_id));
    for (const documentId of reasons.keys()) {
      if (!known.has(documentId)) throw new AppError('record/not_found', { id: documentId });
    }
    const items = before.items.map((item) => ({ ...item, excluded_reason: reasons.get(item.document_id) ?? null }));
    if (items.every(({ excluded_reason }) => excluded_reason !== null)) {
      throw new AppError('disposals/all_excluded', { number: before.number });
    }
    const after: Image = {
      ...before,
      state: 'approved',
      approver,
      approved_on: approvedOn,
      items,
      version: version + 1,
    };
    context.changes.update(disposalEntity, before, after);
    context.describe({ label: { code: 'disposalApprove', params: { number: before.number } }, undoable: false });
    return { disposal: disposalOf(context, after), event: context.eventNumber };
  },

  carryOut(context, { id, version, supervisors, method, place, destroyedOn }) {
    const { db, changes } = context;
    const before = currentRecord(db, disposalEntity, { id, version });
    if (before.state !== 'approved') throw new AppError('disposals/not_approved', { number: before.number });
    const [first = '', second = ''] = supervisors;
    if (first === second) throw new AppError('disposals/same_supervisor', { name: first });
    if (supervisors.includes(before.approver ?? '')) {
      throw new AppError('disposals/approver_supervises', { name: before.approver ?? '' });
    }
    if (destroyedOn < (before.approved_on ?? '')) {
      throw new AppError('disposals/before_approval', { date: before.approved_on ?? '' });
    }
    if (destroyedOn > today(context)) throw new AppError('disposals/in_future', { date: destroyedOn });
    for (const { document_id, excluded_reason } of before.items) {
      if (excluded_reason !== null) continue;
      const document = readDocument(db, document_id);
      refuseUnfit(context, document, destroyedOn);
      changes.update(documentEntity, document, {
        ...document,
        state: 'destroyed',
        box_id: null,
        version: document.version + 1,
      });
    }
    takeContentAway(context, before, destroyedOn);
    const after: Image = {
      ...before,
      state: 'done',
      supervisor_one: first,
      supervisor_two: second,
      method,
      place,
      destroyed_on: destroyedOn,
      version: version + 1,
    };
    changes.update(disposalEntity, before, after);
    context.describe({ label: { code: 'disposalDone', params: { number: before.number } }, undoable: false });
    return { disposal: disposalOf(context, after), event: context.eventNumber };
  },

  removeContent(context) {
    if (!context.db) throw new AppError('archive/closed');
    const removed = removeContents(context.directory, removedObjects(context.db));
    if (removed > 0) {
      context.record({
        action: 'disposals.removeContent',
        label: { code: 'contentRemoved', params: { count: removed } },
      });
    }
    return Promise.resolve({ removed });
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, disposalEntity, { id, version });
    if (before.state === 'done') throw new AppError('disposals/done', { number: before.number });
    withdrawRecord(context, disposalEntity, before, reason);
    context.describe({ label: { code: 'disposalWithdraw', params: { number: before.number } }, reason });
    return { id, event: context.eventNumber };
  },
};
