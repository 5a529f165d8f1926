/** From cells of the appraisal's table to decisions. Pure. */
import type { Input } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Appraisal, type AppraisalItem, lackOf } from '#shared/features/appraisals.ts';
import { parseNewEnd } from '#shared/lib/archives/new-end.ts';
import type { CellEdit } from '#ui/grid/types.ts';

type Decision = Input<'appraisals.decide'>['decisions'][number];

function decisionOf(item: AppraisalItem): Decision {
  const { document, decision, newEnd, reason, appraiser } = item;
  return { documentId: document.id, decision, newEnd, reason, appraiser };
}

/** Whether a text can stand as the new end of a row; an empty one can. */
export function readNewEnd(item: AppraisalItem, text: string): string | null | undefined {
  if (text.trim() === '') return null;
  return parseNewEnd(text, item.document.filingYear) ?? undefined;
}

/**
 * The rows that edits change, each whole. A decision to destroy takes the new end away with it.
 * @throws AppError record/not_found, appraisals/end_unreadable
 */
export function decisionsOf(items: readonly AppraisalItem[], edits: readonly CellEdit[]): Decision[] {
  const byId = new Map(items.map((item) => [item.document.id, item]));
  const changed = new Map<number, Decision>();
  for (const { rowId, columnKey, text } of edits) {
    const item = byId.get(rowId);
    if (!item) throw new AppError('record/not_found', { id: rowId });
    const row = changed.get(rowId) ?? decisionOf(item);
    if (columnKey === 'decision') {
      row.decision = text === 'keep' || text === 'destroy' ? text : null;
      if (row.decision === 'destroy') row.newEnd = null;
    } else if (columnKey === 'newEnd') {
      const end = readNewEnd(item, text);
      if (end === undefined) throw new AppError('appraisals/end_unreadable', { text });
      row.newEnd = end;
    } else if (columnKey === 'reason') row.reason = text.trim();
    else if (columnKey === 'appraiser') row.appraiser = text.trim();
    changed.set(rowId, row);
  }
  return [...changed.values()];
}

export interface AppraisalProgress {
  total: number;
  /** Rows without an opinion. */
  undecided: number;
  /** Rows with an opinion that still lack a reason or a new end. */
  incomplete: number;
  keep: number;
  destroy: number;
}

export function progressOf({ items }: Pick<Appraisal, 'items'>): AppraisalProgress {
  const progress = { total: items.length, undecided: 0, incomplete: 0, keep: 0, destroy: 0 };
  for (const item of items) {
    if (item.decision === null) progress.undecided += 1;
    else {
      progress[item.decision] += 1;
      if (lackOf(item) !== null) progress.incomplete += 1;
    }
  }
  return progress;
}
