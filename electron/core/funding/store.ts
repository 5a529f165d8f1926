/**
 * Entries of the ledger into the table: entering, linking, taking back. What an entry says of money is written once; a correction is a
 * linked reversal and a new entry (domain U11).
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { NewFundEntry } from '#shared/features/funding.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { voucherKey } from '#shared/lib/funding/voucher-key.ts';
import type { WriteContext } from '../context.ts';
import { fundEntryEntity, type FundEntryImage } from '../entities/funding.ts';
import { nextId } from '../entities/entity.ts';
import { currentRecord, today } from '../records.ts';
import { entrySeen } from './entries.ts';
import { mustHaveLinks } from './references.ts';

const RETURNS: ReadonlySet<string> = new Set(['payment_return', 'expense_return']);

interface Origin {
  importId?: number | null;
  sourceLine?: number | null;
  sourceText?: string | null;
}

/** The columns of a new entry, still without its key. */
export function columnsOf(entry: NewFundEntry): Omit<FundEntryImage, 'id' | 'uid'> {
  const source = entry.source ?? '';
  const voucher = entry.voucher ?? '';
  return {
    entry_date: entry.date,
    budget_year: entry.budgetYear ?? null,
    kind: entry.kind,
    source,
    source_kind: entry.sourceKind === undefined ? sourceKindOf(source, entry.kind) : entry.sourceKind,
    purpose: entry.purpose ?? '',
    amount: entry.amountFen,
    voucher,
    voucher_key: voucherKey(voucher),
    basis: entry.basis ?? '',
    document_id: entry.documentId ?? null,
    activity_id: entry.activityId ?? null,
    plan_row_id: entry.planRowId ?? null,
    remark: entry.remark ?? '',
    reverses_id: null,
    reversed_by_id: null,
    reversal_reason: null,
    import_id: null,
    source_line: null,
    source_text: null,
    evidence: entry.documentId === null || entry.documentId === undefined ? 0 : 1,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    files: [],
  };
}

/**
 * Enters one entry without naming the step.
 * @param proven an entry whose files, and whose document where none is named, prove the new one as well
 * @throws AppError budgets/date_future, budgets/return_sign, budgets/year_closed, record/not_found
 */
export function enterEntry(
  context: WriteContext,
  entry: NewFundEntry,
  id: number,
  origin: Origin = {},
  proven: Pick<FundEntryImage, 'files' | 'document_id'> | null = null,
): FundEntryImage {
  if (entry.date > today(context)) throw new AppError('budgets/date_future', { date: entry.date });
  // A return lowers by its kind; a minus before it could mean the one or the other.
  if (RETURNS.has(entry.kind) && entry.amountFen < 0) throw new AppError('budgets/return_sign', { date: entry.date });
  mustHaveLinks(context.db, entry);
  const columns = columnsOf(entry);
  const files = proven?.files ?? [];
  const documentId = entry.documentId === undefined ? (proven?.document_id ?? null) : columns.document_id;
  const image: FundEntryImage = {
    id,
    uid: context.newUid(),
    ...columns,
    document_id: documentId,
    files,
    evidence: files.length + (documentId === null ? 0 : 1),
    import_id: origin.importId ?? null,
    source_line: origin.sourceLine ?? null,
    source_text: origin.sourceText ?? null,
  };
  context.changes.insert(fundEntryEntity, image);
  return image;
}

export function enterEntries(context: WriteContext, input: ParsedInput<'budgets.enter'>): Output<'budgets.enter'> {
  const first = nextId(context.db, 'fund_entry');
  const ids = input.entries.map((entry, index) => enterEntry(context, entry, first + index).id);
  context.describe({ label: input.step ?? { code: 'fundEnter', params: { count: ids.length } } });
  return { ids, event: context.eventNumber };
}

/** Links, basis and remark. */
export function annotate(context: WriteContext, input: ParsedInput<'budgets.annotate'>): Output<'budgets.annotate'> {
  const { db, changes } = context;
  const before = currentRecord(db, fundEntryEntity, input);
  const { fields } = input;
  mustHaveLinks(db, {
    documentId: fields.documentId === before.document_id ? null : fields.documentId,
    activityId: fields.activityId === before.activity_id ? null : fields.activityId,
    planRowId: fields.planRowId === before.plan_row_id ? null : fields.planRowId,
  });
  const documentId = fields.documentId === undefined ? before.document_id : fields.documentId;
  changes.update(fundEntryEntity, before, {
    ...before,
    ...(fields.basis === undefined ? {} : { basis: fields.basis }),
    ...(fields.remark === undefined ? {} : { remark: fields.remark }),
    document_id: documentId,
    evidence: before.files.length + (documentId === null ? 0 : 1),
    ...(fields.activityId === undefined ? {} : { activity_id: fields.activityId }),
    ...(fields.planRowId === undefined ? {} : { plan_row_id: fields.planRowId }),
    version: before.version + 1,
  });
  context.describe({ label: { code: 'fundAnnotate', params: { number: before.id } } });
  return { entry: entrySeen(db, before.id), event: context.eventNumber };
}

/** Writes the reversal of an entry and answers both. @throws AppError budgets/reversed, budgets/is_reversal */
function takeBack(
  context: WriteContext,
  asked: { id: number; version: number },
  reason: string,
): { before: FundEntryImage; reversal: FundEntryImage } {
  const { db, changes } = context;
  const before = currentRecord(db, fundEntryEntity, asked);
  if (before.reversed_by_id !== null) throw new AppError('budgets/reversed', { number: before.id });
  if (before.reverses_id !== null) throw new AppError('budgets/is_reversal', { number: before.id });
  const reversal: FundEntryImage = {
    ...before,
    id: nextId(db, 'fund_entry'),
    uid: context.newUid(),
    amount: -before.amount,
    reverses_id: before.id,
    reversal_reason: reason,
    import_id: null,
    source_line: null,
    source_text: null,
    files: [],
    evidence: before.document_id === null ? 0 : 1,
    version: 1,
  };
  changes.insert(fundEntryEntity, reversal);
  changes.update(fundEntryEntity, before, { ...before, reversed_by_id: reversal.id, version: before.version + 1 });
  return { before, reversal };
}

export function reverseEntry(context: WriteContext, input: ParsedInput<'budgets.reverse'>): Output<'budgets.reverse'> {
  const { before, reversal } = takeBack(context, input, input.reason);
  context.describe({ label: { code: 'fundReverse', params: { number: before.id } }, reason: input.reason });
  return { id: reversal.id, event: context.eventNumber };
}

export function correctEntry(context: WriteContext, input: ParsedInput<'budgets.correct'>): Output<'budgets.correct'> {
  const { before, reversal } = takeBack(context, input, input.reason);
  const { id } = enterEntry(context, input.entry, reversal.id + 1, {}, input.keepEvidence ? before : null);
  context.describe({
    label: { code: 'fundCorrect', params: { number: input.id, by: id } },
    reason: input.reason,
  });
  return { reversalId: reversal.id, id, event: context.eventNumber };
}
