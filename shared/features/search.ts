/**
 * The one search box: documents, plan rows, units and whatever else gives an entry, with facets and saved searches.
 *
 * A text is split at white space; a record is found when it contains every part, in any field, as a substring of the
 * folded text (one width, one case, 简 = 繁), from one character up. Letters are read as pinyin too, numbers in both
 * scripts. What merely resembles the text comes last, marked `near`, and is in no count.
 */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';

const facetText = z.string().max(2000).nullable();

/** Chosen facet values; null stands for “has none”. An empty list chooses nothing and filters nothing. */
export const SearchFilters = z.object({
  years: z.array(z.int().nullable()).max(1000).optional(),
  terms: z.array(facetText).max(1000).optional(),
  units: z.array(facetText).max(1000).optional(),
  kinds: z.array(z.string().max(100)).max(100).optional(),
  states: z.array(z.string().max(100)).max(100).optional(),
});
export type SearchFilters = z.infer<typeof SearchFilters>;

/** relevance: title hits first, then other fields, then pinyin; date: newest first; number: by 文号, unnumbered last. */
export const SearchSort = z.enum(['relevance', 'date', 'number']);

export const SearchQuery = z.object({
  /** Empty = every record. */
  text: z.string().max(500).default(''),
  /** Only these kinds of record, whatever the facets say; for a screen of one kind. */
  kinds: z.array(z.string().max(100)).max(100).optional(),
  filters: SearchFilters.default({}),
  sort: SearchSort.default('relevance'),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** `[start, end)` in UTF-16 units. */
const Ranges = z.array(z.tuple([z.int(), z.int()]));

export const SearchHit = z.object({
  kind: z.string(),
  id: z.int(),
  title: z.string(),
  titleRanges: Ranges,
  /** Where the text stands outside the title: that part of the field; empty where the title says it all. */
  excerpt: z.string(),
  excerptRanges: Ranges,
  /** Field of the excerpt, and whether the field goes on before and after it. */
  excerptField: z.enum(['numbers', 'people', 'body']).nullable(),
  excerptCut: z.object({ before: z.boolean(), after: z.boolean() }),
  /** `2021-03-05`, `2021-03`, `2021` or null. */
  date: z.string().nullable(),
  year: z.int().nullable(),
  term: z.string().nullable(),
  unit: z.string().nullable(),
  state: z.string(),
  match: z.enum(['exact', 'pinyin', 'near']),
});
export type SearchHit = z.infer<typeof SearchHit>;

const facet = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.int() }));

/**
 * Each facet counts the records that pass all filters but its own, so choosing value `v` shows exactly its count. The sum
 * over a facet is the total without that facet's filter.
 */
export const SearchFacets = z.object({
  year: facet(z.int().nullable()),
  term: facet(z.string().nullable()),
  unit: facet(z.string().nullable()),
  kind: facet(z.string()),
  state: facet(z.string()),
});
export type SearchFacets = z.infer<typeof SearchFacets>;

/** What was searched: each part of the text with the spellings and the syllables that it was taken for. */
export const SearchedPart = z.object({
  text: z.string(),
  readings: z.array(z.string()),
  pinyin: z.array(z.string()),
});

export const SearchResult = z.object({
  /** Exact and pinyin hits under the filters; null where counts were not asked for. */
  total: z.int().nullable(),
  /** Exact and pinyin hits of this page, then - on the last page, where hits are few - near misses. */
  hits: z.array(SearchHit),
  /** Near misses among `hits`; in no other number. Only a first page has them. */
  nearTotal: z.int(),
  facets: SearchFacets.nullable(),
  /** Asks for the page behind this one; null = this is the last one. */
  next: z.string().nullable(),
  searched: z.array(SearchedPart),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SavedSearch = z.object({ id: z.int(), name: z.string(), query: SearchQuery, version: z.int() });
export type SavedSearch = z.infer<typeof SavedSearch>;

export const FindInput = SearchQuery.extend({
  /** `next` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).default(50),
  /** false = no total and no facets: further pages need them no more. */
  counts: z.boolean().default(true),
  /** false = no near misses: for a list that follows each key. */
  near: z.boolean().default(true),
});

const name = z.string().trim().min(1).max(100);

export const search = {
  find: query(
    'Find records of every kind: {"text": "社区教育", "filters": {"years": [2021]}, "sort": "relevance"|"date"|"number"}.',
    FindInput,
    SearchResult,
  ),
  savedList: query('Saved searches, by name.', z.object({}), z.array(SavedSearch)),
  save: command(
    'Save a search under a name, or change a saved one (with its id and version).',
    z.object({ name, query: SearchQuery, id: z.int().optional(), version: z.int().optional() }),
    z.object({ saved: SavedSearch, event: z.int() }),
    { touches: ['search', 'history'] },
  ),
  withdrawSaved: command(
    'Take a saved search off the list.',
    z.object({ id: z.int(), version: z.int(), reason: z.string().trim().max(2000).default('') }),
    z.object({ id: z.int(), event: z.int() }),
    { touches: ['search', 'history'] },
  ),
  rebuild: command(
    'Make the search index anew from the records, e.g. after archive.verify found that they disagree.',
    z.object({}),
    z.object({ entries: z.int() }),
    { roles: ['archivist', 'clerk', 'administrator'], touches: ['search'] },
  ),
} as const;
