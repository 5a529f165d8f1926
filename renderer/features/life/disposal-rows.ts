/** What waits for a list of destruction, and how far a list is. Pure. */
import type { Appraisal } from '#shared/features/appraisals.ts';
import type { Disposal } from '#shared/features/disposals.ts';

/** Documents that a closed appraisal put up for destruction and that no standing list holds. */
export function waitingForList(appraisal: Appraisal, disposals: readonly Disposal[]): number {
  if (appraisal.state !== 'closed') return 0;
  const listed = new Set(
    disposals.flatMap(({ items }) =>
      items.flatMap(({ document, excludedReason }) => (excludedReason === null ? [document.id] : [])),
    ),
  );
  return appraisal.items.filter(
    ({ decision, document }) => decision === 'destroy' && document.state === 'filed' && !listed.has(document.id),
  ).length;
}

/** Place of the step at hand, from 0: approval, destruction, nothing more. */
export function stepOf({ state }: Disposal): number {
  return { draft: 1, approved: 2, done: 3 }[state];
}

export interface DisposalCounts {
  listed: number;
  excluded: number;
  /** Pages of what is to go; null where a document has none entered. */
  pages: number | null;
}

export function countsOf({ items }: Disposal): DisposalCounts {
  const going = items.filter(({ excludedReason }) => excludedReason === null);
  const counted = going.every(({ document }) => document.pageCount !== null);
  return {
    listed: going.length,
    excluded: items.length - going.length,
    pages: counted ? going.reduce((sum, { document }) => sum + (document.pageCount ?? 0), 0) : null,
  };
}
