/** What is being searched for. Coming back shows what was found, in the same archive. */
import type { SearchFilters, SearchQuery } from '#shared/features/search.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';

export interface SearchState {
  text: string;
  filters: SearchFilters;
  sort: SearchQuery['sort'];
}

export const searchState = createArchiveStore<SearchState>({ text: '', filters: {}, sort: 'relevance' });

export function useSearchState<Part>(select: (state: SearchState) => Part): Part {
  return useStore(searchState, select);
}

export type FacetName = 'year' | 'term' | 'unit' | 'kind' | 'state';

/** The filter of each facet. */
export const FILTER_OF = {
  year: 'years',
  term: 'terms',
  unit: 'units',
  kind: 'kinds',
  state: 'states',
} as const satisfies Record<FacetName, keyof SearchFilters>;

/** Adds a value to a facet's filter, or takes it out. An empty filter is no filter. */
export function toggled(filters: SearchFilters, facet: FacetName, value: string | number | null): SearchFilters {
  const name = FILTER_OF[facet];
  const chosen: readonly (string | number | null)[] = filters[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [name]: _before, ...others } = filters;
  return next.length === 0 ? others : { ...others, [name]: next };
}

/** Is any facet chosen? */
export function isFiltered(filters: SearchFilters): boolean {
  return Object.values(filters).some((values) => values !== undefined && values.length > 0);
}
