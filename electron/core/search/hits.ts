/** Rowids of the index → hits as people see them, with marks and excerpts. */
import type { SearchHit } from '#shared/features/search.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { entityNamed } from '../entities/index.ts';
import { excerptOf, mark, NO_EXCERPT, type Finder } from './highlight.ts';

const Entry = z.object({
  kind: z.string(),
  record: z.int(),
  date: z.string().nullable(),
  title: z.string(),
  numbers: z.string(),
  people: z.string(),
  year: z.int().nullable(),
  term: z.string().nullable(),
  unit: z.string().nullable(),
  state: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** How to mark a part of the query, and the part as typed. */
export interface Marker {
  typed: string;
  find: Finder;
}

/** Entries by rowid, read at once; a rowid without one is missing in the answer. */
export function entriesAt(db: ReadDb, ids: readonly number[]): Map<number, Entry> {
  const entries = all(
    db,
    Entry.extend({ id: z.int() }),
    `SELECT id, kind, record, date, title, numbers, people, year, term, unit, state FROM search_entry
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(entries.map(({ id, ...entry }) => [id, entry]));
}

/** The text of a record that the index does not keep. */
export function bodyOf(db: ReadDb, kind: string, key: number): string {
  const entity = entityNamed(kind);
  const image = entity.read(db, key);
  return (image && entity.searchEntry?.(image, db)?.body) ?? '';
}

/** What the title leaves unsaid: a line of numbers or names, else a part of the other text. */
function excerpt(db: ReadDb, entry: Entry, markers: readonly Marker[]): ReturnType<typeof excerptOf> {
  if (markers.length === 0) return null;
  const finders = markers.map(({ find }) => find);
  for (const field of ['numbers', 'people'] as const) {
    for (const line of entry[field].split('\n')) {
      if (line !== '' && mark(line, finders).ranges.length > 0) return excerptOf(field, line, finders, []);
    }
  }
  return excerptOf(
    'body',
    bodyOf(db, entry.kind, entry.record),
    finders,
    markers.map(({ typed }) => typed),
  );
}

/** The hit of an entry. */
export function hitOf(db: ReadDb, entry: Entry, match: SearchHit['match'], markers: readonly Marker[]): SearchHit {
  const title = mark(
    entry.title,
    markers.map(({ find }) => find),
  );
  const unsaid = markers.filter((_, index) => title.found[index] !== true);
  return {
    kind: entry.kind,
    id: entry.record,
    title: entry.title,
    titleRanges: title.ranges,
    ...(excerpt(db, entry, unsaid) ?? NO_EXCERPT),
    date: entry.date,
    year: entry.year,
    term: entry.term,
    unit: entry.unit,
    state: entry.state,
    match,
  };
}
