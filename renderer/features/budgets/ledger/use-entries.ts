/** The entries of the ledger in the window, page by page, so that the first ones show at once. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type FundEntry, FundEntryFilter } from '#shared/features/funding.ts';
import { call, queryClient, whileEditing } from '../../../app/api.ts';

/** Small enough that writing and reading a page holds up neither side of the bridge. */
const PAGE = 2000;

interface Entries {
  rows: readonly FundEntry[];
  /** How many there are; more than `rows` while pages are on their way. */
  total: number;
}

const keyOf = (filter: FundEntryFilter, descending: boolean) => ['budgets', 'rows', filter, descending] as const;

async function readAll(
  given: FundEntryFilter,
  descending: boolean,
  onPage: (entries: Entries) => void,
): Promise<Entries> {
  const rows: FundEntry[] = [];
  const filter = FundEntryFilter.parse(given);
  for (;;) {
    const page = await call('budgets.entries', { filter, descending, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return { rows, total: rows.length };
    onPage({ rows: [...rows], total: page.total });
  }
}

export interface EntryList extends Entries {
  pending: boolean;
  error: unknown;
  retry: () => void;
}

const NOTHING: readonly FundEntry[] = [];

export function useEntries(filter: FundEntryFilter, descending: boolean): EntryList {
  const key = keyOf(filter, descending);
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      readAll(filter, descending, (entries) => {
        // Only when fewer are shown: rows already on screen must not shrink to a page.
        const shown = queryClient.getQueryData<Entries>(key)?.rows.length ?? 0;
        if (shown < entries.rows.length) queryClient.setQueryData<Entries>(key, entries);
      }),
  });
  const { refetch } = query;
  return {
    rows: query.data?.rows ?? NOTHING,
    total: query.data?.total ?? 0,
    pending: query.isPending,
    error: query.error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/** Runs a command on entries. Resolves when the list shows what came of it. */
export function changing<T>(work: () => Promise<T>): Promise<T> {
  return whileEditing('budgets', async () => {
    try {
      return await work();
    } finally {
      // After a failure too: perhaps the lines at hand are old (record/conflict).
      await queryClient.invalidateQueries({ queryKey: ['budgets', 'rows'] });
    }
  });
}
