/** Evidence of an entry of the ledger. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import type { WriteContext } from '../context.ts';
import { fundEntryEntity, type FundEntryImage } from '../entities/funding.ts';
import { arranged, withTaken } from '../objects/evidence.ts';
import { takeIn } from '../objects/take-in.ts';
import { currentRecord } from '../records.ts';
import { entrySeen } from './entries.ts';

function withFiles(before: FundEntryImage, files: FundEntryImage['files']): FundEntryImage {
  const evidence = files.length + (before.document_id === null ? 0 : 1);
  return { ...before, files, evidence, version: before.version + 1 };
}

/** @throws AppError record/not_found, record/conflict, budgets/year_closed */
export function attachVoucher(context: WriteContext, input: ParsedInput<'budgets.attach'>): Output<'budgets.attach'> {
  const { changes, db } = context;
  const before = currentRecord(db, fundEntryEntity, input);
  const taken = takeIn(context);
  const files = withTaken(before.files, input.kind, taken);
  if (files !== null) changes.update(fundEntryEntity, before, withFiles(before, files));
  const changed = !changes.isEmpty;
  if (changed) context.describe({ label: { code: 'fundAttach', params: { number: before.id, name: taken.name } } });
  return {
    entry: entrySeen(db, before.id),
    duplicate: files === null,
    doubts: taken.doubts,
    event: changed ? context.eventNumber : context.eventNumber - 1,
  };
}

/** @throws AppError record/not_found, objects/unknown, documents/detach_reason, budgets/year_closed */
export function arrangeVouchers(
  context: WriteContext,
  input: ParsedInput<'budgets.arrangeFiles'>,
): Output<'budgets.arrangeFiles'> {
  const { db, changes } = context;
  const before = currentRecord(db, fundEntryEntity, input);
  const files = arranged(db, before.files, input.files, input.reason);
  changes.update(fundEntryEntity, before, withFiles(before, files));
  context.describe({
    label: { code: 'fundFiles', params: { number: before.id } },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  });
  return { entry: entrySeen(db, before.id), event: context.eventNumber };
}
