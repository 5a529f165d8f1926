/**
 * What a person can do with entries, each as one command. The version is looked up when the command runs, so that quick
 * edits one after the other never meet an old one.
 */
import type { Input } from '#shared/contract.ts';
import type { FundEntry, NewFundEntry, VoucherFile, VoucherKind } from '#shared/features/funding.ts';
import { call } from '../../../app/api.ts';
import type { EvidenceSource } from '../../objects/evidence.ts';
import { changing } from './use-entries.ts';

/** What may be set without touching the money. */
export type EntryLinks = Input<'budgets.annotate'>['fields'];

async function current(id: number): Promise<FundEntry> {
  return call('budgets.entry', { id });
}

/** Answers the id of the new entry. */
export async function enterEntry(entry: NewFundEntry): Promise<number> {
  const { ids } = await changing(() => call('budgets.enter', { entries: [entry] }));
  const [id] = ids;
  if (id === undefined) throw new Error('an entry that was entered is answered');
  return id;
}

export async function annotateEntry(id: number, fields: EntryLinks): Promise<void> {
  await changing(async () => {
    const { version } = await current(id);
    await call('budgets.annotate', { id, version, fields });
  });
}

/** Answers the entry that takes it back. */
export async function reverseEntry(id: number, reason: string): Promise<number> {
  const { id: reversal } = await changing(async () => {
    const { version } = await current(id);
    return call('budgets.reverse', { id, version, reason });
  });
  return reversal;
}

/** Answers the right entry. */
export async function correctEntry(
  id: number,
  entry: NewFundEntry,
  { reason, keepEvidence }: { reason: string; keepEvidence: boolean },
): Promise<number> {
  const { id: right } = await changing(async () => {
    const { version } = await current(id);
    return call('budgets.correct', { id, version, reason, entry, keepEvidence });
  });
  return right;
}

export async function attachVoucher(id: number, kind: VoucherKind, source: EvidenceSource): Promise<void> {
  await changing(async () => {
    const { version } = await current(id);
    await call('budgets.attach', { id, version, kind, ...source });
  });
}

/** Puts the evidence in this order, under these kinds; files left out are taken off, with the reason. */
export async function arrangeVouchers(
  id: number,
  change: (files: readonly VoucherFile[]) => VoucherFile[],
  reason = '',
): Promise<void> {
  await changing(async () => {
    const { version, files } = await current(id);
    await call('budgets.arrangeFiles', { id, version, files: change(files), reason });
  });
}
