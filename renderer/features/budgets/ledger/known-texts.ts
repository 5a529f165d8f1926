/** Sources, purposes and bases that the entries in view have, the frequent ones first: proposals for typing. Pure. */
import type { FundEntry } from '#shared/features/funding.ts';

/** Enough to choose from; the rest is typed. */
const MOST = 200;

function frequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([text]) => text);
}

export function knownTexts(rows: readonly FundEntry[]): Record<'source' | 'purpose' | 'basis', readonly string[]> {
  return {
    source: frequent(rows.map(({ source }) => source)),
    purpose: frequent(rows.map(({ purpose }) => purpose)),
    basis: frequent(rows.map(({ basis }) => basis)),
  };
}
