/** Hand-over to the archive. */
import { AppError } from '#shared/errors.ts';
import type { Transfer } from '#shared/features/transfers.ts';
import { isTermCode, transferDue } from '#shared/lib/archives/retention.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { briefIn, briefsOf, isLentOut, nameOf } from '../documents/brief.ts';
import { readDocument } from '../documents/store.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { transferEntity } from '../entities/life.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';

type Image = NonNullable<ReturnType<typeof transferEntity.read>>;

const ItemRow = z.object({
  id: z.int(),
  box: z.int().nullable(),
  access_mark: z.string(),
  disclosure: z.string().nullable(),
});

export function transferOf(db: ReadDb, image: Image): Transfer {
  const ids = image.items.map(({ document_id }) => document_id);
  const briefs = briefsOf(db, ids);
  const rows = new Map(
    all(
      db,
      ItemRow,
      `SELECT d.id, b.number AS box, d.access_mark, d.disclosure FROM document d LEFT JOIN box b ON b.id = d.box_id
       WHERE d.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    ).map((row) => [row.id, row]),
  );
  return {
    id: image.id,
    number: image.number,
    receiver: image.receiver,
    nature: image.nature,
    state: image.state,
    giverHead: image.giver_head,
    giverClerk: image.giver_clerk,
    receiverHead: image.receiver_head,
    receiverClerk: image.receiver_clerk,
    transferredOn: image.transferred_on,
    note: image.note,
    opinion: image.opinion,
    items: ids.map((id) => ({
      document: briefIn(briefs, id),
      boxNumber: rows.get(id)?.box ?? null,
      accessMark: rows.get(id)?.access_mark ?? 'unreviewed',
      disclosure: rows.get(id)?.disclosure ?? null,
    })),
    version: image.version,
  };
}

function refuseUnfit(db: ReadDb, document: DocumentImage): void {
  const name = nameOf(document);
  if (document.withdrawn === 1 || document.state !== 'filed') throw new AppError('transfers/not_in_place', { name });
  if (isLentOut(db, document.id)) throw new AppError('loans/lent_out', { name });
}

const Candidate = z.object({ id: z.int(), signed_date: z.string(), term: z.string() });

export const transfers: HandlersOf<'transfers'> = {
  due(context, { on = today(context), limit }) {
    const { db } = context;
    const due = all(
      db,
      Candidate,
      `SELECT d.id, d.signed_date, d.term FROM document d
       WHERE d.state = 'filed' AND d.withdrawn = 0 AND d.signed_date IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM transfer_item i JOIN transfer t ON t.id = i.transfer_id
           WHERE i.document_id = d.id AND t.withdrawn = 0)
       ORDER BY d.order_key, d.id`,
    ).flatMap(({ id, signed_date, term }) => {
      const day = isTermCode(term) ? transferDue(signed_date, term) : null;
      return day !== null && day <= on ? [{ id, due: day }] : [];
    });
    const shown = due.slice(0, limit);
    const briefs = briefsOf(
      db,
      shown.map(({ id }) => id),
    );
    return { total: due.length, rows: shown.map(({ id, due: day }) => ({ document: briefIn(briefs, id), due: day })) };
  },

  list: ({ db }) =>
    all(db, z.object({ id: z.int() }), 'SELECT id FROM transfer WHERE withdrawn = 0 ORDER BY id DESC').map(({ id }) =>
      transferOf(db, currentRecord(db, transferEntity, { id })),
    ),

  draft(context, { number, receiver, nature, documentIds, note }) {
    const { db, changes } = context;
    const taken = one(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM transfer WHERE number = ? AND withdrawn = 0',
      number,
    );
    if (taken) throw new AppError('transfers/number_taken', { number });
    const items = [...new Set(documentIds)].map((id) => {
      refuseUnfit(db, readDocument(db, id));
      return { document_id: id };
    });
    const image: Image = {
      id: nextId(db, 'transfer'),
      uid: context.newUid(),
      number,
      receiver,
      nature,
      state: 'draft',
      giver_head: null,
      giver_clerk: null,
      receiver_head: null,
      receiver_clerk: null,
      transferred_on: null,
      note,
      opinion: '',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
      items,
    };
    changes.insert(transferEntity, image);
    context.describe({ label: { code: 'transferDraft', params: { number, count: items.length } } });
    return { transfer: transferOf(db, image), event: context.eventNumber };
  },

  complete(context, { id, version, transferredOn, giverHead, giverClerk, receiverHead, receiverClerk, opinion }) {
    const { db, changes } = context;
    const before = currentRecord(db, transferEntity, { id, version });
    if (before.state !== 'draft') throw new AppError('transfers/done', { number: before.number });
    if (transferredOn > today(context)) throw new AppError('transfers/in_future', { date: transferredOn });
    for (const { document_id } of before.items) {
      const document = readDocument(db, document_id);
      refuseUnfit(db, document);
      // Before a hand-over the giving unit reviews each document for opening (档案法 第三十条).
      if (document.access_mark === 'unreviewed')
        throw new AppError('transfers/not_reviewed', { name: nameOf(document) });
      const gone: DocumentImage = { ...document, state: 'transferred', version: document.version + 1 };
      changes.update(documentEntity, document, gone);
    }
    const after: Image = {
      ...before,
      state: 'done',
      giver_head: giverHead,
      giver_clerk: giverClerk,
      receiver_head: receiverHead,
      receiver_clerk: receiverClerk,
      transferred_on: transferredOn,
      opinion,
      version: version + 1,
    };
    changes.update(transferEntity, before, after);
    context.describe({ label: { code: 'transferDone', params: { number: before.number } }, undoable: false });
    return { transfer: transferOf(db, after), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, transferEntity, { id, version });
    if (before.state === 'done') throw new AppError('transfers/done', { number: before.number });
    withdrawRecord(context, transferEntity, before, reason);
    context.describe({ label: { code: 'transferWithdraw', params: { number: before.number } }, reason });
    return { id, event: context.eventNumber };
  },
};
