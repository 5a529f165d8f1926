/**
 * The register in the window: one reading of all persons that the filter lets through (a center has some thousands), kept
 * in the order in which the person sees them (person-lines.ts) until another list is asked for.
 */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/contract.ts';
import type { PersonChange } from '#shared/features/participants.ts';
import type { StepLabel } from '#shared/features/schedule.ts';
import { call, queryClient, whileEditing } from '../../app/api.ts';
import { ui, useUi } from '../../app/ui-state.ts';
import { filterOf, type PersonChoice } from './person-filter.ts';
import { editedLines, keptOrder } from './person-lines.ts';
import { personState, type PersonSort, usePersonState } from './person-state.ts';

/** The most that one reading holds. */
const LIMIT = 50_000;
/** Lines that show before all of them are read. */
const FIRST = 200;

/** A line of the list: a person with 人次 of the chosen year. */
export type PersonLine = Output<'participants.list'>['rows'][number];

interface PersonRows {
  lines: readonly PersonLine[];
  total: number;
}

interface View {
  choice: PersonChoice;
  sort: PersonSort;
  descending: boolean;
  year: number | null;
}

// Comparing thousands of lines with those before costs more than drawing the few on screen.
queryClient.setQueryDefaults(['participants', 'rows'], { structuralSharing: false });

function keyOf({ choice, sort, descending, year }: View) {
  return ['participants', 'rows', choice, sort, descending, year] as const;
}

function currentKey() {
  const { choice, sort, descending } = personState.get();
  return keyOf({ choice, sort, descending, year: ui.get().year });
}

function yearOf(year: number | null): { timesYear?: number } {
  return year === null ? {} : { timesYear: year };
}

async function read({ choice, sort, descending, year }: View, limit: number): Promise<PersonRows> {
  const request = { filter: filterOf(choice, year), sort, descending, limit, ...yearOf(year) };
  const { rows, total } = await call('participants.list', request);
  return { lines: rows, total };
}

async function readSome(ids: readonly number[]): Promise<PersonLine[]> {
  if (ids.length === 0) return [];
  const gone = personState.get().choice.attention === 'withdrawn';
  // Chosen ones are listed whatever became of them; here those count that stand in this list.
  const filter = { ids: [...ids], withdrawn: gone };
  return (await call('participants.list', { filter, limit: LIMIT, ...yearOf(ui.get().year) })).rows;
}

export interface PersonList {
  lines: readonly PersonLine[];
  total: number;
  pending: boolean;
  /** Lines are on their way. */
  reading: boolean;
  error: unknown;
  retry: () => void;
}

const NOTHING: readonly PersonLine[] = [];

export function usePersonRows(): PersonList {
  const choice = usePersonState((state) => state.choice);
  const sort = usePersonState((state) => state.sort);
  const descending = usePersonState((state) => state.descending);
  const year = useUi((state) => state.year);
  const view = useMemo<View>(() => ({ choice, sort, descending, year }), [choice, sort, descending, year]);
  const query = useQuery({
    queryKey: keyOf(view),
    queryFn: async () => {
      const key = keyOf(view);
      if (!queryClient.getQueryData(key)) {
        const first = await read(view, FIRST);
        if (first.lines.length === first.total) return first;
        queryClient.setQueryData<PersonRows>(key, (now) => now ?? first);
      }
      const fresh = await read(view, LIMIT);
      const old = queryClient.getQueryData<PersonRows>(key);
      return old ? { ...fresh, lines: keptOrder(old.lines, fresh.lines) } : fresh;
    },
    // Another list begins anew, in its true order.
    gcTime: 0,
  });
  const { refetch } = query;
  return {
    lines: query.data?.lines ?? NOTHING,
    total: query.data?.total ?? 0,
    pending: query.isPending,
    reading: query.isFetching,
    error: query.error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/** Persons by id as they stand, in the order asked for; what the list holds is not read again. */
export async function personsById(ids: readonly number[]): Promise<PersonLine[]> {
  const found = new Map<number, PersonLine>();
  for (const line of queryClient.getQueryData<PersonRows>(currentKey())?.lines ?? []) found.set(line.id, line);
  for (const line of await readSome(ids.filter((id) => !found.has(id)))) found.set(line.id, line);
  return ids.map((id) => {
    const line = found.get(id);
    if (!line) throw new AppError('record/not_found', { id });
    return line;
  });
}

/** One edit: one transaction, one undo step. Resolves when the list shows it. */
export function editPersons(step: StepLabel, changes: PersonChange[]): Promise<Output<'participants.edit'>> {
  return whileEditing('participants', async () => {
    try {
      const output = await call('participants.edit', { step, changes });
      await showEdited(output.ids);
      return output;
    } catch (error) {
      // Perhaps the lines at hand are old (record/conflict): show what the archive holds.
      await queryClient.invalidateQueries({ queryKey: ['participants', 'rows'] });
      throw error;
    }
  });
}

/** Puts persons as they are now into the list that is shown. */
async function showEdited(ids: readonly number[]): Promise<void> {
  const rows = await readSome(ids);
  queryClient.setQueryData<PersonRows>(currentKey(), (old) => {
    if (!old) return old;
    const lines = editedLines(old.lines, ids, rows);
    return { lines, total: old.total + lines.length - old.lines.length };
  });
}
