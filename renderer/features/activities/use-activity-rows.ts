/** The year's activities in the window, in the order in which they were held; edits are shown when they resolve. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Activity, ActivityChange } from '#shared/features/activities.ts';
import type { StepLabel } from '#shared/features/schedule.ts';
import { call, queryClient, whileEditing } from '../../app/api.ts';
import { ui, useUi } from '../../app/ui-state.ts';
import { type ActivityChoice, filterOf } from './activity-filter.ts';
import { activityState, useActivityState } from './activity-state.ts';

/** The most that one reading holds; a center holds some hundreds a year. */
const LIMIT = 50_000;

interface ActivityRows {
  rows: readonly Activity[];
  total: number;
}

interface View {
  choice: ActivityChoice;
  descending: boolean;
  year: number | null;
}

function keyOf({ choice, descending, year }: View) {
  return ['activities', 'rows', choice, descending, year] as const;
}

function currentView(): View {
  const { choice, descending } = activityState.get();
  return { choice, descending, year: ui.get().year };
}

function readAll({ choice, descending, year }: View): Promise<ActivityRows> {
  return call('activities.list', { filter: filterOf(choice, year), descending, limit: LIMIT });
}

export interface ActivityList {
  rows: readonly Activity[];
  total: number;
  pending: boolean;
  error: unknown;
  retry: () => void;
}

const NOTHING: readonly Activity[] = [];

export function useActivityRows(): ActivityList {
  const choice = useActivityState((state) => state.choice);
  const descending = useActivityState((state) => state.descending);
  const year = useUi((state) => state.year);
  const view = useMemo<View>(() => ({ choice, descending, year }), [choice, descending, year]);
  const query = useQuery({ queryKey: keyOf(view), queryFn: () => readAll(view) });
  const { refetch } = query;
  return {
    rows: query.data?.rows ?? NOTHING,
    total: query.data?.total ?? 0,
    pending: query.isPending,
    error: query.error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/** Puts the list as it is now on screen. */
async function readAgain(): Promise<void> {
  const view = currentView();
  const key = keyOf(view);
  await queryClient.cancelQueries({ queryKey: key });
  const rows = await readAll(view);
  queryClient.setQueryData<ActivityRows>(key, rows);
  void queryClient.invalidateQueries({
    queryKey: ['activities', 'rows'],
    predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(key),
  });
}

/** Activities by id as the archive holds them, in that order. */
export async function activitiesById(ids: readonly number[]): Promise<Activity[]> {
  if (ids.length === 0) return [];
  const found: Activity[] = [];
  for (const withdrawn of [false, true]) {
    found.push(...(await call('activities.list', { filter: { ids: [...ids], withdrawn }, limit: LIMIT })).rows);
  }
  return ids.map((id) => {
    const activity = found.find((one) => one.id === id);
    if (!activity) throw new AppError('record/not_found', { id });
    return activity;
  });
}

/** Runs a command on activities. Resolves when the list shows what came of it. */
export function changing<T>(work: () => Promise<T>): Promise<T> {
  return whileEditing('activities', async () => {
    try {
      return await work();
    } finally {
      // After a failure too: perhaps the lines at hand are old (record/conflict).
      await readAgain();
    }
  });
}

/** One edit: one transaction, one undo step. */
export function editActivities(step: StepLabel, changes: ActivityChange[]): Promise<Output<'activities.edit'>> {
  return changing(() => call('activities.edit', { step, changes }));
}
