/** Hand-overs: what still lacks its opinion on opening. Pure. */
import type { Transfer } from '#shared/features/transfers.ts';

export function unreviewed({ items }: Transfer): number[] {
  return items.flatMap(({ document, accessMark }) => (accessMark === 'unreviewed' ? [document.id] : []));
}

/** Place of the step at hand, from 0. */
export function transferStep(transfer: Transfer): number {
  if (transfer.state === 'done') return 3;
  return unreviewed(transfer).length > 0 ? 1 : 2;
}

/** Earliest and latest 归档年度 of the list; null where none is known. */
export function yearsOf({ items }: Transfer): { from: number; to: number } | null {
  const years = items.flatMap(({ document }) => document.filingYear ?? []);
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}
