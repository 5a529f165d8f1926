/** Appraisal at the end of the term: nothing is kept longer or put up for destruction without a person's decision. */
import { AppError } from '#shared/errors.ts';
import type { Appraisal } from '#shared/features/appraisals.ts';
import { z } from '#shared/lib/zod.ts';
import { all, value, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { briefIn, briefsOf, nameOf } from '../documents/brief.ts';
import { endOf, END_SQL, PERMANENT_END } from '../documents/term.ts';
import { readDocument } from '../documents/store.ts';
import { documentEntity } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { appraisalEntity } from '../entities/life.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';

type Image = NonNullable<ReturnType<typeof appraisalEntity.read>>;

export function appraisalOf(db: ReadDb, image: Image): Appraisal {
  const briefs = briefsOf(
    db,
    image.items.map(({ document_id }) => document_id),
  );
  return {
    id: image.id,
    name: image.name,
    leader: image.leader,
    members: z.array(z.string()).parse(JSON.parse(image.members)),
    startedOn: image.started_on,
    closedOn: image.closed_on,
    report: image.report,
    state: image.state,
    items: image.items.map((item) => ({
      document: briefIn(briefs, item.document_id),
      oldEnd: item.old_end,
      decision: item.decision,
      newEnd: item.new_end,
      reason: item.reason,
      appraiser: item.appraiser,
    })),
    version: image.version,
  };
}

/** Filed, not withdrawn, with an end; not in an open appraisal and not on a list of destruction that still stands. */
const WAITING = `d.state = 'filed' AND d.withdrawn = 0 AND (d.term <> 'Y' OR d.term_end IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM appraisal_item i JOIN appraisal a ON a.id = i.appraisal_id
    WHERE i.document_id = d.id AND a.state = 'open' AND a.withdrawn = 0)
  AND NOT EXISTS (SELECT 1 FROM disposal_item i JOIN disposal s ON s.id = i.disposal_id
    WHERE i.document_id = d.id AND i.excluded_reason IS NULL AND s.state <> 'done' AND s.withdrawn = 0)`;

function waits(db: ReadDb, id: number): boolean {
  return value(db, z.int(), `SELECT count(*) FROM document d WHERE d.id = ? AND ${WAITING}`, id) === 1;
}

function isLater(newEnd: string, oldEnd: string): boolean {
  return newEnd === 'permanent' || newEnd > oldEnd;
}

function nameIn(db: ReadDb, item: { document_id: number }): string {
  return nameOf(readDocument(db, item.document_id));
}

export const appraisals: HandlersOf<'appraisals'> = {
  due(context, { on = today(context), limit }) {
    const { db } = context;
    const where = `${WAITING} AND ${END_SQL} < ?`;
    const rows = all(
      db,
      z.object({ id: z.int(), end: z.string() }),
      `SELECT d.id, ${END_SQL} AS end FROM document d WHERE ${where} ORDER BY d.order_key, d.id LIMIT ?`,
      on,
      limit,
    );
    const briefs = briefsOf(
      db,
      rows.map(({ id }) => id),
    );
    return {
      total: value(db, z.int(), `SELECT count(*) FROM document d WHERE ${where}`, on),
      rows: rows.map(({ id, end }) => ({ document: briefIn(briefs, id), end })),
    };
  },

  list: ({ db }) =>
    all(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM appraisal WHERE withdrawn = 0 ORDER BY started_on DESC, id DESC',
    ).map(({ id }) => appraisalOf(db, currentRecord(db, appraisalEntity, { id }))),

  open(context, { name, leader, members, startedOn, documentIds }) {
    const { db, changes } = context;
    const items = [...new Set(documentIds)].map((id) => {
      const document = readDocument(db, id);
      const end = endOf(document);
      if (end === null || end >= startedOn || !waits(db, id)) {
        throw new AppError('appraisals/not_due', { name: nameOf(document), end: end ?? '' });
      }
      return { document_id: id, old_end: end, decision: null, new_end: null, reason: '', appraiser: null };
    });
    const image: Image = {
      id: nextId(db, 'appraisal'),
      uid: context.newUid(),
      name,
      leader,
      members: JSON.stringify(members),
      started_on: startedOn,
      closed_on: null,
      report: '',
      state: 'open',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
      items,
    };
    changes.insert(appraisalEntity, image);
    context.describe({ label: { code: 'appraisalOpen', params: { name, count: items.length } } });
    return { appraisal: appraisalOf(db, image), event: context.eventNumber };
  },

  decide(context, { id, version, decisions }) {
    const { db, changes } = context;
    const before = currentRecord(db, appraisalEntity, { id, version });
    if (before.state !== 'open') throw new AppError('appraisals/closed', { name: before.name });
    const byDocument = new Map(decisions.map((decision) => [decision.documentId, decision]));
    const known = new Set(before.items.map(({ document_id }) => document_id));
    for (const documentId of byDocument.keys()) {
      if (!known.has(documentId)) throw new AppError('record/not_found', { id: documentId });
    }
    const items = before.items.map((item) => {
      const decision = byDocument.get(item.document_id);
      if (!decision) return item;
      if (decision.newEnd !== null && !isLater(decision.newEnd, item.old_end)) {
        throw new AppError('appraisals/end_not_later', { name: nameIn(db, item), end: item.old_end });
      }
      if (decision.newEnd !== null && decision.decision === 'destroy') {
        throw new AppError('appraisals/end_of_destroyed', { name: nameIn(db, item) });
      }
      return {
        ...item,
        decision: decision.decision,
        new_end: decision.newEnd,
        reason: decision.reason,
        appraiser: decision.appraiser,
      };
    });
    const after = { ...before, items, version: version + 1 };
    changes.update(appraisalEntity, before, after);
    context.describe({ label: { code: 'appraisalDecide', params: { name: before.name, count: byDocument.size } } });
    return { appraisal: appraisalOf(db, after), event: context.eventNumber };
  },

  close(context, { id, version, report, closedOn }) {
    const { db, changes } = context;
    const before = currentRecord(db, appraisalEntity, { id, version });
    if (before.state !== 'open') throw new AppError('appraisals/closed', { name: before.name });
    if (closedOn < before.started_on) throw new AppError('appraisals/closed_before', { date: before.started_on });
    const open = before.items.filter(({ decision }) => decision === null).length;
    if (open > 0) throw new AppError('appraisals/undecided', { name: before.name, count: open });
    for (const item of before.items) {
      if (item.reason === '') throw new AppError('appraisals/reason_needed', { name: nameIn(db, item) });
      if (item.decision === 'keep' && item.new_end === null) {
        throw new AppError('appraisals/end_needed', { name: nameIn(db, item) });
      }
    }
    for (const item of before.items) {
      if (item.decision !== 'keep' || item.new_end === null) continue;
      const document = readDocument(db, item.document_id);
      const end = item.new_end === 'permanent' ? PERMANENT_END : item.new_end;
      changes.update(documentEntity, document, { ...document, term_end: end, version: document.version + 1 });
    }
    const after: Image = { ...before, state: 'closed', report, closed_on: closedOn, version: version + 1 };
    changes.update(appraisalEntity, before, after);
    context.describe({ label: { code: 'appraisalClose', params: { name: before.name } } });
    return { appraisal: appraisalOf(db, after), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, appraisalEntity, { id, version });
    if (before.state !== 'open') throw new AppError('appraisals/closed', { name: before.name });
    withdrawRecord(context, appraisalEntity, before, reason);
    context.describe({ label: { code: 'appraisalWithdraw', params: { name: before.name } }, reason });
    return { id, event: context.eventNumber };
  },
};
