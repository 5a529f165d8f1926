/**
 * One page of hits in a stable order. The order is a list of tiers, each by date, newest first; a cursor names the last
 * hit by its place in that order (not by its number), so records that come or go between two pages shift nothing.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { numbers, tuples, type ReadDb } from '../db/sql.ts';
import { expressionOfAll, titleExpression, type Part } from './query.ts';
import { written, type Found } from './sources.ts';

/** Place of a hit in the order: its tier, its number's key where numbers sort, its rowid. */
const Place = z.tuple([z.int(), z.string(), z.int()]);
type Place = z.infer<typeof Place>;

export interface Page {
  ids: number[];
  next: string | null;
}

const FIRST: Place = [0, '', -1];

/** The place behind which a page begins. Throws input/invalid for a text that is no cursor. */
function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return FIRST;
  try {
    return Place.parse(JSON.parse(cursor));
  } catch (error) {
    throw new AppError('input/invalid', { field: 'cursor', detail: cursor.slice(0, 80) }, { cause: error });
  }
}

function pageOf(places: readonly Place[], limit: number): Page {
  const last = places[limit - 1];
  return {
    ids: places.slice(0, limit).map(([, , id]) => id),
    next: places.length > limit && last ? JSON.stringify(last) : null,
  };
}

/** A page straight from the index, which stops after the hits it needs. For queries without filters and pinyin hits. */
export function streamedPage(
  db: ReadDb,
  parts: readonly Part[],
  sort: 'relevance' | 'date',
  cursor: string | undefined,
  limit: number,
): Page {
  const [fromTier, , last] = placeOf(cursor);
  if (parts.length === 0) {
    const ids = numbers(db, 'SELECT id FROM search_entry WHERE id > ? ORDER BY id LIMIT ?', last, limit + 1);
    return pageOf(
      ids.map((id) => [0, '', id]),
      limit,
    );
  }
  const expression = expressionOfAll(parts);
  const title = titleExpression(parts);
  const tiers = sort === 'date' ? [expression] : [title, `(${expression}) NOT (${title})`];
  const places: Place[] = [];
  for (let tier = fromTier; tier < tiers.length && places.length <= limit; tier += 1) {
    const ids = numbers(
      db,
      'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid > CAST(? AS INTEGER) ORDER BY rowid LIMIT ?',
      tiers[tier] ?? '',
      tier === fromTier ? last : -1,
      limit + 1 - places.length,
    );
    for (const id of ids) places.push([tier, '', id]);
  }
  return pageOf(places, limit);
}

/** Hits that pass, split into the tiers of the order; each ascending. */
function tiersOf(
  db: ReadDb,
  parts: readonly Part[],
  sort: 'relevance' | 'date',
  found: Found,
  passing: readonly number[],
): (readonly number[])[] {
  if (sort === 'date' || parts.length === 0) return [passing];
  const inTitle = new Set(written(db, titleExpression(parts)));
  const exact = (id: number): boolean => found.exact === null || found.exact.has(id);
  return [
    passing.filter((id) => inTitle.has(id)),
    passing.filter((id) => !inTitle.has(id) && exact(id)),
    passing.filter((id) => !inTitle.has(id) && !exact(id)),
  ];
}

/** A page of hits that are known already, because filters or sounds had to be looked at. */
export function collectedPage(
  db: ReadDb,
  parts: readonly Part[],
  sort: 'relevance' | 'date',
  found: Found,
  passing: readonly number[],
  cursor: string | undefined,
  limit: number,
): Page {
  const [fromTier, , last] = placeOf(cursor);
  const places: Place[] = [];
  tiersOf(db, parts, sort, found, passing).forEach((ids, tier) => {
    if (tier < fromTier) return;
    for (const id of ids) {
      if (places.length > limit) return;
      if (tier > fromTier || id > last) places.push([tier, '', id]);
    }
  });
  return pageOf(places, limit);
}

/** A page by number: numbered entries by their first number, then the others by date. */
export function numberedPage(db: ReadDb, passing: readonly number[], cursor: string | undefined, limit: number): Page {
  const [fromTier, fromKey, last] = placeOf(cursor);
  const wanted = new Set(passing);
  const numbered = tuples(db, "SELECT id, number_key FROM search_entry WHERE number_key <> '' ORDER BY number_key, id");
  const places: Place[] = [];
  const hasNumber = new Set<number>();
  for (const [id, key] of numbered as [number, string][]) {
    if (!wanted.has(id)) continue;
    hasNumber.add(id);
    if (fromTier > 0 || places.length > limit) continue;
    if (key > fromKey || (key === fromKey && id > last)) places.push([0, key, id]);
  }
  for (const id of passing) {
    if (places.length > limit) break;
    if (!hasNumber.has(id) && (fromTier === 0 || id > last)) places.push([1, '', id]);
  }
  return pageOf(places, limit);
}
