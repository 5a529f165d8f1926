/** Papers of what happens after filing: loans, appraisal, destruction, hand-over. */
import { AppError } from '#shared/errors.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { termEnd } from '#shared/lib/archives/retention.ts';
import { z } from '#shared/lib/zod.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import { appraisalEntity, disposalEntity, LoanImage, transferEntity } from '../entities/life.ts';
import { appraisalOpinionsReport } from '../reports/appraisal-opinions.ts';
import { disposalCoverReport, disposalListReport, type DisposalPaper } from '../reports/disposal.ts';
import { expiredListReport } from '../reports/expired-list.ts';
import { loanFormReport, loanRegisterReport } from '../reports/loan-register.ts';
import type { PaperDocument } from '../reports/paper-document.ts';
import { transferListReport } from '../reports/transfer-list.ts';
import { documentsById, filedDocuments } from './documents.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** A record that is there. */
function present<Image extends { withdrawn: number }>(image: Image | null, id: number): Image {
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  return image;
}

/** Pairs each item with its document, in the order of the list. */
function withDocuments<Item extends { document_id: number }>(
  db: ReadDb,
  items: readonly Item[],
): (Item & { document: PaperDocument })[] {
  const byId = documentsById(
    db,
    items.map(({ document_id: id }) => id),
    { withdrawn: true },
  );
  return items.map((item) => {
    const document = byId.get(item.document_id);
    if (!document) throw new AppError('record/not_found', { id: item.document_id });
    return { ...item, document };
  });
}

const LOAN_COLUMNS = Object.keys(LoanImage.shape).join(', ');

export function loanRegister(source: PaperSource, { paper, from, to }: ScopeOf<'loanRegister'>): TableReport {
  const { db, base } = source;
  const loans = all(
    db,
    LoanImage,
    `SELECT ${LOAN_COLUMNS} FROM loan WHERE withdrawn = 0 AND lent_on BETWEEN ? AND ? ORDER BY lent_on, id`,
    from,
    to,
  );
  if (loans.length === 0) throw nothingToPrint(source, paper, { from, to });
  return loanRegisterReport({
    ...base,
    from,
    to,
    loans: withDocuments(db, loans).map((loan) => ({
      lentOn: loan.lent_on,
      unit: loan.borrower_unit,
      borrower: loan.borrower,
      code: loan.document.code,
      title: loan.document.title,
      pages: loan.document.pages,
      kind: loan.kind,
      purpose: loan.purpose,
      approver: loan.approver,
      dueOn: loan.due_on,
      returnedOn: loan.returned_on,
      returnCheck: loan.return_check,
      copiedPages: loan.copied_pages,
      handledBy: loan.handled_by,
      effect: loan.effect,
      remark: loan.remark,
    })),
  });
}

export function loanForm({ base }: PaperSource, { lines }: ScopeOf<'loanForm'>): TableReport {
  return loanFormReport({ ...base, lines });
}

const Names = z.array(z.string());

export function appraisalOpinions(source: PaperSource, scope: ScopeOf<'appraisalOpinions'>): TableReport {
  const { db, base } = source;
  const appraisal = present(appraisalEntity.read(db, scope.appraisalId), scope.appraisalId);
  if (appraisal.items.length === 0) throw nothingToPrint(source, scope.paper);
  return appraisalOpinionsReport({
    ...base,
    name: appraisal.name,
    leader: appraisal.leader,
    members: Names.parse(JSON.parse(appraisal.members)),
    startedOn: appraisal.started_on,
    closedOn: appraisal.closed_on,
    items: withDocuments(db, appraisal.items).map((item) => ({
      document: item.document,
      oldEnd: item.old_end,
      decision: item.decision,
      newEnd: item.new_end,
      reason: item.reason,
      appraiser: item.appraiser,
    })),
  });
}

const TermEnd = z.object({ id: z.int(), term_end: z.string().nullable() });

/** Documents in place whose term is over before a day, the one that ended first on top. */
export function expiredList(source: PaperSource, { paper, on = source.today }: ScopeOf<'expiredList'>): TableReport {
  const { db, base, fonds } = source;
  const own = new Map(
    all(db, TermEnd, "SELECT id, term_end FROM document WHERE state = 'filed' AND withdrawn = 0").map((row) => [
      row.id,
      row.term_end,
    ]),
  );
  const items = filedDocuments(db)
    .flatMap((document) => {
      const endsOn = own.get(document.id) ?? termEnd(document.year, document.term);
      return endsOn !== null && endsOn < on ? [{ document, endsOn }] : [];
    })
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0));
  if (items.length === 0) throw nothingToPrint(source, paper, { on });
  return expiredListReport({ ...base, fonds, on, items });
}

function disposalPaper(source: PaperSource, scope: ScopeOf<'disposalCover' | 'disposalList'>): DisposalPaper {
  const { db, base, fonds, today } = source;
  const disposal = present(disposalEntity.read(db, scope.disposalId), scope.disposalId);
  const items = withDocuments(db, disposal.items);
  if (items.every(({ excluded_reason: reason }) => reason !== null)) throw nothingToPrint(source, scope.paper);
  return {
    ...base,
    fonds,
    number: disposal.number,
    leader: present(appraisalEntity.read(db, disposal.appraisal_id), disposal.appraisal_id).leader,
    approver: disposal.approver,
    approvedOn: disposal.approved_on,
    supervisors: [disposal.supervisor_one, disposal.supervisor_two],
    method: disposal.method,
    place: disposal.place,
    destroyedOn: disposal.destroyed_on,
    countedOn: disposal.destroyed_on ?? disposal.approved_on ?? today,
    items: items.filter(({ excluded_reason: reason }) => reason === null),
    excluded: items.flatMap(({ document, excluded_reason: reason }) => (reason === null ? [] : [{ document, reason }])),
  };
}

export function disposalCover(source: PaperSource, scope: ScopeOf<'disposalCover'>): FormReport {
  return disposalCoverReport(disposalPaper(source, scope));
}

export function disposalList(source: PaperSource, scope: ScopeOf<'disposalList'>): TableReport {
  return disposalListReport(disposalPaper(source, scope));
}

const Files = z.object({ count: z.int(), bytes: z.int() });

export function transferList(source: PaperSource, { paper, transferId }: ScopeOf<'transferList'>): TableReport {
  const { db, base, fonds } = source;
  const transfer = present(transferEntity.read(db, transferId), transferId);
  if (transfer.items.length === 0) throw nothingToPrint(source, paper);
  const files = one(
    db,
    Files,
    `SELECT count(*) AS count, coalesce(sum(f.size), 0) AS bytes
     FROM transfer_item i JOIN document_file f ON f.document_id = i.document_id WHERE i.transfer_id = ?`,
    transferId,
  );
  return transferListReport({
    ...base,
    fonds,
    number: transfer.number,
    receiver: transfer.receiver,
    transferredOn: transfer.transferred_on,
    documents: withDocuments(db, transfer.items).map(({ document }) => document),
    files: files ?? { count: 0, bytes: 0 },
    giverHead: transfer.giver_head,
    giverClerk: transfer.giver_clerk,
    receiverHead: transfer.receiver_head,
    receiverClerk: transfer.receiver_clerk,
    note: transfer.note,
    opinion: transfer.opinion,
  });
}
