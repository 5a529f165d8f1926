/** What the parts of the screen of activities share: which list, what is selected, which dialog is open. */
import type { Breakdown, StatisticsFilter } from '#shared/features/activities.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';
import type { EvidenceToTake } from '../objects/evidence.ts';
import { type ActivityChoice, EVERYTHING } from './activity-filter.ts';

export const ACTIVITY_VIEWS = ['register', 'statistics'] as const;
export type ActivityView = (typeof ACTIVITY_VIEWS)[number];
export const INSPECTOR_TABS = ['data', 'signIn', 'evidence', 'summary', 'history'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];
export const MEASURES = ['activities', 'personTimes', 'people', 'estimated'] as const;
export type Measure = (typeof MEASURES)[number];

export type ActivityDialog =
  | { name: 'withdraw'; ids: readonly number[] }
  | { name: 'categories' }
  /** Files to be taken in as evidence, once their kind is said. */
  | { name: 'take'; id: number; title: string; sources: readonly EvidenceToTake[] }
  | { name: 'link'; id: number }
  /** Persons who stand in several lines of a breakdown. */
  | { name: 'repeated'; breakdown: Breakdown; year: number }
  /** The list behind a number of the statistics. */
  | { name: 'behind'; label: string; measure: Measure; filter: StatisticsFilter };

interface ActivityState {
  view: ActivityView;
  choice: ActivityChoice;
  descending: boolean;
  selection: GridSelection | null;
  inspector: boolean;
  tab: InspectorTab;
  /** The form of rapid entry is open; with the row of the plan that the next activity fulfils. */
  entering: { planRow: number | null } | null;
  dialog: ActivityDialog | null;
  show: { rowId: number; columnKey?: string } | null;
}

export const activityState = createArchiveStore<ActivityState>(
  {
    view: 'register',
    choice: EVERYTHING,
    descending: false,
    selection: null,
    tab: 'data',
    entering: null,
    dialog: null,
    show: null,
    // All columns need the room of a narrow window; F4 shows the panel.
    inspector: globalThis.innerWidth >= 1440,
  },
  ['inspector'],
);

export function useActivityState<Part>(select: (state: ActivityState) => Part): Part {
  return useStore(activityState, select);
}

export function choose(part: Partial<ActivityChoice>): void {
  activityState.set({ choice: { ...activityState.get().choice, ...part }, selection: null, show: null });
}

/** Opens the form of rapid entry. */
export function startEntering(): void {
  activityState.set({ view: 'register', entering: { planRow: null } });
  ui.set({ screen: 'activities' });
}

/** Opens the form for an activity of that row of the year's plan. */
export function enterForPlanRow(planRow: number): void {
  activityState.set({ view: 'register', entering: { planRow } });
  ui.set({ screen: 'activities' });
}

export function showStatistics(): void {
  activityState.set({ view: 'statistics' });
  ui.set({ screen: 'activities' });
}

export function showCategories(): void {
  activityState.set({ dialog: { name: 'categories' } });
  ui.set({ screen: 'activities' });
}

/** Goes to one activity, in the whole list of its year; `year` null = the one that is shown. */
export function showActivity(rowId: number, year: number | null = null, tab?: InspectorTab): void {
  ui.set({ screen: 'activities', ...(year === null ? {} : { year }) });
  activityState.set({
    choice: EVERYTHING,
    view: 'register',
    entering: null,
    selection: null,
    show: { rowId },
    inspector: true,
    ...(tab === undefined ? {} : { tab }),
  });
}
