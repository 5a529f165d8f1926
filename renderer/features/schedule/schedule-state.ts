/** What the schedule screens share: the filter and the selected rows. */
import type { GridSelection } from '#ui/grid/types.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';
import { NO_FILTER, type RowFilter } from './row-filter.ts';

interface ScheduleState {
  filter: RowFilter;
  selection: GridSelection | null;
}

export const scheduleState = createArchiveStore<ScheduleState>({ filter: NO_FILTER, selection: null });

// A filter is about one year's plan: in another year it would hide rows that nobody meant to hide.
let filteredYear = ui.get().year;
ui.subscribe(() => {
  const { year } = ui.get();
  if (year === filteredYear) return;
  filteredYear = year;
  scheduleState.set({ filter: NO_FILTER, selection: null });
});

export function useScheduleState<Part>(select: (state: ScheduleState) => Part): Part {
  return useStore(scheduleState, select);
}
