/** Which entries a query means, as sorted rowids: what is written, and for typed letters what sounds like them. */
import { z } from '#shared/lib/zod.ts';
import { all, numbers, type ReadDb } from '../db/sql.ts';
import { findWay, type Piece } from './pinyin.ts';
import { expressionOf, expressionOfAll, type Part } from './query.ts';

/** Rowids that an FTS5 expression finds, ascending. */
export function written(db: ReadDb, expression: string): number[] {
  return numbers(db, 'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid', expression);
}

/** Every rowid, ascending. */
export function everything(db: ReadDb): number[] {
  return numbers(db, 'SELECT id FROM search_entry ORDER BY id');
}

const Spoken = z.object({ entry: z.int(), syllables: z.string() });

/** Entries whose title or names sound as one of the ways says. */
export function spokenIn(db: ReadDb, ways: readonly Piece[][]): Set<number> {
  const found = new Set<number>();
  for (const way of ways) {
    const initials = way.map(({ text }) => text.slice(0, 1)).join('');
    if (way.every(({ text }) => text.length === 1)) {
      for (const id of numbers(db, 'SELECT entry FROM search_spoken WHERE instr(initials, ?) > 0', initials)) {
        found.add(id);
      }
      continue;
    }
    // The longest piece thins the candidates out; which of them really sound so is decided on the syllables.
    const longest = way.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    const candidates = all(
      db,
      Spoken,
      'SELECT entry, syllables FROM search_spoken WHERE instr(initials, ?) > 0 AND instr(syllables, ?) > 0',
      initials,
      `|${longest.text}${longest.whole ? '|' : ''}`,
    );
    for (const { entry, syllables } of candidates) {
      if (found.has(entry)) continue;
      if (syllables.split(' ').some((line) => findWay(way, line.split('|').slice(1, -1)) >= 0)) found.add(entry);
    }
  }
  return found;
}

export interface Found {
  /** Ascending. */
  ids: number[];
  /** Those of `ids` that are hits as written; null = all of them. */
  exact: ReadonlySet<number> | null;
}

/** For each part what sounds like it; null where no part does, so that the index alone can answer. */
export function spokenParts(db: ReadDb, parts: readonly Part[]): Set<number>[] | null {
  const sets = parts.map(({ ways }) => (ways.length === 0 ? new Set<number>() : spokenIn(db, ways)));
  return sets.some((set) => set.size > 0) ? sets : null;
}

/** All entries that hold every part, as written or as it sounds. */
export function foundBy(db: ReadDb, parts: readonly Part[], spokenSets: readonly Set<number>[] | null): Found {
  if (parts.length === 0) return { ids: everything(db), exact: null };
  const exact = written(db, expressionOfAll(parts));
  if (!spokenSets) return { ids: exact, exact: null };
  const exactSet = new Set(exact);
  const ids = parts
    .map((part, index) => new Set([...written(db, expressionOf(part)), ...(spokenSets[index] ?? [])]))
    .reduce((left, right) => new Set([...left].filter((id) => right.has(id))));
  return { ids: [...ids].sort((a, b) => a - b), exact: exactSet };
}
