/** Use of documents: read, lent out, copied, excerpted. */
import { AppError } from '#shared/errors.ts';
import type { Loan, LoanFields } from '#shared/features/loans.ts';
import { countUse } from '#shared/lib/archives/use-counts.ts';
import { z } from '#shared/lib/zod.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { all, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { briefIn, briefsOf, isLentOut, nameOf } from '../documents/brief.ts';
import { readDocument } from '../documents/store.ts';
import { nextId } from '../entities/entity.ts';
import { loanEntity, LoanImage } from '../entities/life.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';

const COLUMNS = Object.keys(LoanImage.shape)
  .map((name) => `l.${name}`)
  .join(', ');

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function loansOf(db: ReadDb, images: readonly LoanImage[], on: string): Loan[] {
  const briefs = briefsOf(
    db,
    images.map(({ document_id }) => document_id),
  );
  return images.map((image) => ({
    id: image.id,
    document: briefIn(briefs, image.document_id),
    kind: image.kind,
    borrower: image.borrower,
    borrowerUnit: image.borrower_unit,
    contact: image.contact,
    outside: image.outside === 1,
    purpose: image.purpose,
    approver: image.approver,
    lentOn: image.lent_on,
    dueOn: image.due_on,
    returnedOn: image.returned_on,
    returnCheck: image.return_check,
    overdueDays:
      image.returned_on === null && image.due_on !== null && image.due_on < on ? daysBetween(image.due_on, on) : 0,
    copiedPages: image.copied_pages,
    handledBy: image.handled_by,
    effect: image.effect,
    remark: image.remark,
    version: image.version,
  }));
}

function loanSeen(context: ReadContext | WriteContext, id: number): Loan {
  const image = currentRecord(context.db, loanEntity, { id });
  const [loan] = loansOf(context.db, [image], today(context));
  if (!loan) throw new AppError('record/not_found', { id });
  return loan;
}

type Given = { [K in keyof LoanFields]?: LoanFields[K] | undefined };

function loanColumns(fields: Given): Partial<LoanImage> {
  const columns: { [K in keyof LoanImage]?: LoanImage[K] | undefined } = {
    kind: fields.kind,
    borrower: fields.borrower,
    borrower_unit: fields.borrowerUnit,
    contact: fields.contact,
    outside: fields.outside === undefined ? undefined : fields.outside ? 1 : 0,
    purpose: fields.purpose,
    approver: fields.approver,
    lent_on: fields.lentOn,
    due_on: fields.dueOn,
    copied_pages: fields.copiedPages,
    handled_by: fields.handledBy,
    effect: fields.effect,
    remark: fields.remark,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

/** Lending out is the exception: approver and a day to come back; strangers need the unit's consent in any case. */
function checkRules(image: LoanImage): void {
  if (image.kind === 'lend' && image.approver === null) throw new AppError('loans/approver_needed');
  if (image.outside === 1 && image.approver === null) throw new AppError('loans/consent_needed');
  if (image.kind === 'lend' && image.due_on === null) throw new AppError('loans/due_needed');
  if (image.due_on !== null && image.due_on < image.lent_on) {
    throw new AppError('loans/due_before', { due: image.due_on, lent: image.lent_on });
  }
}

const Use = z.object({
  borrower: z.string(),
  borrowerUnit: z.string().nullable(),
  lentOn: z.string(),
  kind: LoanImage.shape.kind,
  copiedPages: z.int().nullable(),
});

const Borrower = z.object({
  borrower: z.string(),
  borrowerUnit: z.string().nullable(),
  contact: z.string().nullable(),
  outside: z.int(),
});

/** Names that stand in a column, the one entered last first. */
function namesIn(db: ReadDb, column: 'approver' | 'handled_by', limit: number): string[] {
  return all(
    db,
    z.object({ name: z.string() }),
    `SELECT ${column} AS name FROM loan WHERE withdrawn = 0 AND ${column} IS NOT NULL
     GROUP BY ${column} ORDER BY max(id) DESC LIMIT ?`,
    limit,
  ).map(({ name }) => name);
}

const OPEN = "l.kind = 'lend' AND l.returned_on IS NULL";

export const loans: HandlersOf<'loans'> = {
  list(context, { state, documentId, from, to, limit }) {
    const { db } = context;
    const on = today(context);
    const parts = ['l.withdrawn = 0'];
    const values: SqlValue[] = [];
    const add = (part: string, ...more: SqlValue[]): void => {
      parts.push(part);
      values.push(...more);
    };
    if (state !== 'all') add(OPEN);
    if (state === 'overdue') add('l.due_on < ?', on);
    if (documentId !== undefined) add('l.document_id = ?', documentId);
    if (from !== undefined) add('l.lent_on >= ?', from);
    if (to !== undefined) add('l.lent_on <= ?', to);
    const where = parts.join(' AND ');
    const images = all(
      db,
      LoanImage,
      `SELECT ${COLUMNS} FROM loan l WHERE ${where} ORDER BY l.lent_on DESC, l.id DESC LIMIT ?`,
      ...values,
      limit,
    );
    return {
      total: value(db, z.int(), `SELECT count(*) FROM loan l WHERE ${where}`, ...values),
      open: value(db, z.int(), `SELECT count(*) FROM loan l WHERE l.withdrawn = 0 AND ${OPEN}`),
      overdue: value(db, z.int(), `SELECT count(*) FROM loan l WHERE l.withdrawn = 0 AND ${OPEN} AND l.due_on < ?`, on),
      counts: countUse(
        all(
          db,
          Use,
          `SELECT l.borrower, l.borrower_unit AS borrowerUnit, l.lent_on AS lentOn, l.kind, l.copied_pages AS copiedPages
           FROM loan l WHERE ${where}`,
          ...values,
        ),
      ),
      rows: loansOf(db, images, on),
    };
  },

  people({ db }, { limit }) {
    const borrowers = all(
      db,
      Borrower,
      // SQLite takes the other columns from the row of max(id).
      `SELECT borrower, borrower_unit AS borrowerUnit, contact, outside, max(id) AS latest FROM loan
       WHERE withdrawn = 0 GROUP BY borrower, borrower_unit ORDER BY latest DESC LIMIT ?`,
      limit,
    );
    return {
      borrowers: borrowers.map((row) => ({ ...row, outside: row.outside === 1 })),
      approvers: namesIn(db, 'approver', limit),
      handlers: namesIn(db, 'handled_by', limit),
    };
  },

  enter(context, { documentIds, fields }) {
    const { db, changes } = context;
    let id = nextId(db, 'loan') - 1;
    const entered = documentIds.map((documentId) => {
      const document = readDocument(db, documentId);
      if (document.withdrawn === 1 || document.state !== 'filed') {
        throw new AppError('loans/not_in_place', { name: nameOf(document) });
      }
      if (isLentOut(db, documentId)) throw new AppError('loans/lent_out', { name: nameOf(document) });
      id += 1;
      const image: LoanImage = {
        id,
        uid: context.newUid(),
        document_id: documentId,
        kind: fields.kind,
        borrower: fields.borrower,
        borrower_unit: null,
        contact: null,
        outside: 0,
        purpose: '',
        approver: null,
        lent_on: fields.lentOn,
        due_on: null,
        returned_on: null,
        return_check: '',
        copied_pages: null,
        handled_by: null,
        effect: '',
        remark: '',
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
        ...loanColumns(fields),
      };
      checkRules(image);
      changes.insert(loanEntity, image);
      return image;
    });
    context.describe({ label: { code: 'loanEnter', params: { count: entered.length, name: fields.borrower } } });
    return { loans: loansOf(db, entered, today(context)), event: context.eventNumber };
  },

  giveBack(context, { ids, returnedOn, returnCheck }) {
    const { db, changes } = context;
    const back = ids.map((id) => {
      const before = currentRecord(db, loanEntity, { id });
      if (before.returned_on !== null) throw new AppError('loans/back_already', { date: before.returned_on });
      if (returnedOn < before.lent_on) throw new AppError('loans/back_before', { date: before.lent_on });
      const after = { ...before, returned_on: returnedOn, return_check: returnCheck, version: before.version + 1 };
      changes.update(loanEntity, before, after);
      return after;
    });
    context.describe({ label: { code: 'loanBack', params: { count: back.length } } });
    return { loans: loansOf(db, back, today(context)), event: context.eventNumber };
  },

  extend(context, { id, version, dueOn, approver, reason }) {
    const before = currentRecord(context.db, loanEntity, { id, version });
    if (before.returned_on !== null) throw new AppError('loans/back_already', { date: before.returned_on });
    if (before.due_on !== null && dueOn <= before.due_on)
      throw new AppError('loans/due_not_later', { date: before.due_on });
    const after = { ...before, due_on: dueOn, approver, version: version + 1 };
    checkRules(after);
    context.changes.update(loanEntity, before, after);
    context.describe({ label: { code: 'loanExtend', params: { date: dueOn } }, reason });
    return { loan: loanSeen(context, id), event: context.eventNumber };
  },

  update(context, { id, version, fields }) {
    const before = currentRecord(context.db, loanEntity, { id, version });
    const after = { ...before, ...loanColumns(fields), version: version + 1 };
    checkRules(after);
    context.changes.update(loanEntity, before, after);
    context.describe({ label: { code: 'loanUpdate', params: { name: after.borrower } } });
    return { loan: loanSeen(context, id), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, loanEntity, { id, version });
    withdrawRecord(context, loanEntity, before, reason);
    context.describe({ label: { code: 'loanWithdraw', params: { name: before.borrower } }, reason });
    return { id, event: context.eventNumber };
  },
};
