/**
 * The search: typed text → hits, counts, what was searched. The list comes first and needs no count; counts walk over all
 * hits once; near misses are looked for only where a first page shows few hits, and stay out of every number.
 */
import { AppError } from '#shared/errors.ts';
import type { SearchFilters, SearchHit, SearchResult } from '#shared/features/search.ts';
import type { ReadDb } from '../db/sql.ts';
import { count, type Count } from './facets.ts';
import { partFinder } from './highlight.ts';
import { entriesAt, hitOf, type Marker } from './hits.ts';
import { readyRevision } from './index-store.ts';
import { nearMisses } from './near-miss.ts';
import { collectedPage, numberedPage, streamedPage, type Page } from './pages.ts';
import { partsOf, type Part } from './query.ts';
import { foundBy, spokenParts, type Found } from './sources.ts';

export interface Question {
  text: string;
  kinds?: readonly string[] | undefined;
  filters: SearchFilters;
  sort: 'relevance' | 'date' | 'number';
  cursor?: string | undefined;
  limit: number;
  counts: boolean;
  near: boolean;
}

/** Near misses are offered where fewer hits than this were found. */
const FEW = 5;

function isFiltered({ kinds, filters }: Question): boolean {
  return [kinds, ...Object.values(filters)].some((chosen) => chosen !== undefined && chosen.length > 0);
}

function markersOf(parts: readonly Part[]): Marker[] {
  return parts.map((part) => ({ typed: part.typed, find: partFinder(part) }));
}

/** Answers a question. Throws search/not_ready, search/index_damaged, input/invalid (cursor). */
export function find(db: ReadDb, question: Question): SearchResult {
  const revision = readyRevision(db);
  const { sort, cursor, limit } = question;
  const parts = partsOf(question.text);
  const sounding = spokenParts(db, parts);

  let found: Found | null = null;
  let counted: Count | null = null;
  const everyHit = (): Found => (found ??= foundBy(db, parts, sounding));
  const passingHits = (): Count => (counted ??= count(db, revision, everyHit().ids, question.kinds, question.filters));

  let page: Page;
  if (sort === 'number') page = numberedPage(db, passingHits().passing, cursor, limit);
  else if (sounding || isFiltered(question)) {
    page = collectedPage(db, parts, sort, everyHit(), passingHits().passing, cursor, limit);
  } else page = streamedPage(db, parts, sort, cursor, limit);

  const markers = markersOf(parts);
  const exact = sounding ? everyHit().exact : null;
  const entries = entriesAt(db, page.ids);
  const hits = page.ids.map((id): SearchHit => {
    const entry = entries.get(id);
    if (!entry) throw new AppError('search/index_damaged');
    return hitOf(db, entry, exact && !exact.has(id) ? 'pinyin' : 'exact', markers);
  });

  const few = question.near && cursor === undefined && page.next === null && hits.length < FEW;
  const near = few && parts.length > 0 ? nearHits(db, revision, question, parts, everyHit()) : [];
  const counts = question.counts ? passingHits() : null;
  return {
    total: counts?.total ?? null,
    hits: [...hits, ...near],
    nearTotal: near.length,
    facets: counts?.facets ?? null,
    next: page.next,
    searched: parts.map(({ typed, readings, ways }) => ({
      text: typed,
      readings: [...readings],
      pinyin: ways.map((way) => way.map(({ text }) => text).join(' ')),
    })),
  };
}

/** Near misses that pass the filters, best first. */
function nearHits(db: ReadDb, revision: number, question: Question, parts: readonly Part[], exact: Found): SearchHit[] {
  const misses = nearMisses(db, parts, new Set(exact.ids));
  const sorted = misses.map(({ id }) => id).sort((a, b) => a - b);
  const passing = new Set(count(db, revision, sorted, question.kinds, question.filters).passing);
  const entries = entriesAt(db, [...passing]);
  return misses.flatMap(({ id, markers }): SearchHit[] => {
    const entry = entries.get(id);
    return entry ? [hitOf(db, entry, 'near', markers)] : [];
  });
}
