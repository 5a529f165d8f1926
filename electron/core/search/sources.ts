/** Which entries a query means, as sorted rowids: what is written, and for typed letters what sounds like them. */
import { numbers, tuples, type ReadDb } from '../db/sql.ts';
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

/** Whole syllables from the first piece on, as they stand in the syllables of an entry; the last may be unfinished. */
function stretch(pieces: readonly Piece[]): string {
  return `|${pieces.map(({ text }) => text).join('|')}${pieces.at(-1)?.whole ? '|' : ''}`;
}

/** The longest run of whole pieces, one unfinished piece behind it included. */
function longestStretch(way: readonly Piece[]): Piece[] {
  let best: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of way) {
    run = [...run, piece];
    if (run.length > best.length) best = run;
    if (!piece.whole) run = [];
  }
  return best;
}

/** Entries whose title or names sound as one of the ways says. */
export function spokenIn(db: ReadDb, ways: readonly Piece[][]): Set<number> {
  const conditions: string[] = [];
  const values: string[] = [];
  const mixed: Piece[][] = [];
  for (const way of ways) {
    if (way.every(({ text }) => text.length === 1)) {
      conditions.push('instr(initials, ?) > 0');
      values.push(way.map(({ text }) => text).join(''));
    } else if (longestStretch(way).length === way.length) {
      conditions.push('instr(syllables, ?) > 0');
      values.push(stretch(way));
    } else mixed.push(way);
  }
  const found = new Set(
    conditions.length === 0
      ? []
      : numbers(db, `SELECT entry FROM search_spoken WHERE ${conditions.join(' OR ')}`, ...values),
  );
  for (const way of mixed) {
    // The initials and the longest stretch thin the candidates out; the syllables decide.
    const candidates = tuples(
      db,
      'SELECT entry, syllables FROM search_spoken WHERE instr(initials, ?) > 0 AND instr(syllables, ?) > 0',
      way.map(({ text }) => text.slice(0, 1)).join(''),
      stretch(longestStretch(way)),
    ) as [number, string][];
    for (const [entry, syllables] of candidates) {
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
