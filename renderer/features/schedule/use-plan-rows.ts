/**
 * All rows of a year in the window. They come in pages, so that the first ones show at once; after an edit the answer is
 * merged (`mergeEdit`) or, where the order changed, the pages are read again before the edit counts as shown.
 */
import { useQuery } from '@tanstack/react-query';
import type { EditOutput, ScheduleChange, ScheduleRow, StepLabel } from '#shared/features/schedule.ts';
import { call, queryClient, whileEditing } from '../../app/api.ts';
import { mergeEdit } from './row-merge.ts';

/** Small enough that writing and reading a page holds up neither side of the bridge. */
const PAGE = 1000;

export interface PlanRows {
  rows: ScheduleRow[];
  total: number;
  title: string | null;
}

// Comparing 20,000 rows field by field with those before holds up the page longer than drawing the few on screen.
queryClient.setQueryDefaults(['schedule', 'rows'], { structuralSharing: false });

const keyOf = (year: number) => ['schedule', 'rows', year] as const;

async function readAll(year: number, onFirst: (rows: PlanRows) => void): Promise<PlanRows> {
  const first = await call('schedule.list', { year, limit: PAGE });
  const rows = [...first.rows];
  if (rows.length < first.total) onFirst({ rows: first.rows, total: first.total, title: first.title });
  while (rows.length < first.total) {
    const next = await call('schedule.list', { year, offset: rows.length, limit: PAGE });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { rows, total: rows.length, title: first.title };
}

export function usePlanRows(year: number | null) {
  return useQuery({
    queryKey: ['schedule', 'rows', year],
    enabled: year !== null,
    queryFn: () => {
      if (year === null) throw new Error('no year');
      return readAll(year, (first) => {
        // Only when nothing is shown yet: rows already on screen must not shrink to a page.
        if (queryClient.getQueryData(keyOf(year)) === undefined) queryClient.setQueryData(keyOf(year), first);
      });
    },
  });
}

/** The rows at hand now, without waiting for a render. */
export function currentRows(year: number): readonly ScheduleRow[] {
  return queryClient.getQueryData<PlanRows>(keyOf(year))?.rows ?? [];
}

async function readAgain(year: number): Promise<void> {
  await queryClient.cancelQueries({ queryKey: keyOf(year) });
  queryClient.setQueryData<PlanRows>(keyOf(year), await readAll(year, () => undefined));
}

/** One edit: one transaction, one undo step. Resolves when the rows at hand show it. */
export async function editRows(year: number, step: StepLabel, changes: ScheduleChange[]): Promise<EditOutput> {
  return whileEditing('schedule', async () => {
    let output: EditOutput;
    try {
      output = await call('schedule.edit', { year, step, changes });
    } catch (error) {
      // Perhaps the rows at hand are old (record/conflict): show what the archive holds.
      await readAgain(year);
      throw error;
    }
    if (changes.every((change) => change.do === 'set' || change.do === 'withdraw')) {
      queryClient.setQueryData<PlanRows>(keyOf(year), (old) => {
        if (!old) return old;
        const rows = mergeEdit(old.rows, output);
        return { ...old, rows, total: old.total - (old.rows.length - rows.length) };
      });
    } else await readAgain(year);
    return output;
  });
}
