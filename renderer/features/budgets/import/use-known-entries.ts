/** What the ledger has in some years, for telling lines that are there already. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { asked } from '../../../app/api.ts';

const LIMIT = 50_000;

/** Entries that stand, dated in one of the years; the archive looks again when they are taken. */
export function useKnownEntries(years: readonly number[]): readonly FundEntry[] {
  const answers = useQueries({
    queries: years.map((year) => asked('budgets.entries', { filter: { year, withReversed: false }, limit: LIMIT })),
    combine: (results) => results.map(({ data }) => data?.rows),
  });
  return useMemo(() => {
    const byId = new Map<number, FundEntry>();
    // An entry of one year's budget paid in another is in both answers.
    for (const rows of answers) for (const entry of rows ?? []) byId.set(entry.id, entry);
    return [...byId.values()].toSorted((one, other) => one.id - other.id);
  }, [answers]);
}
