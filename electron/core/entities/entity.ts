/**
 * An entity is a kind of record with a whole canonical image: what the log keeps, what undo restores and what the
 * verifier compares. A new kind of record is one file here and one line in the list.
 *
 * Invariant: `write(db, image)` followed by `read(db, key)` gives the image back.
 */
import { canonicalJson, type Canonical } from '../audit/canonical.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/sql.ts';
import { run } from '../db/sql.ts';
import type { SearchEntry } from '../search/entry.ts';

export type Image = { readonly [field: string]: Canonical };

export interface Entity<I extends Image = Image> {
  name: string;
  /** The record as it stands, or null. */
  read: (db: ReadDb, key: number) => I | null;
  /** Inserts or replaces the record by its image; `before` = what stands there now, null = nothing. */
  write: (db: WriteDb, image: I, before: I | null) => void;
  keyOf: (image: I) => number;
  /** Keys of all records, for the verifier. */
  keys: (db: ReadDb) => number[];
  /** The image that stands for “was not there”: the record withdrawn. */
  withdrawn: (image: I) => I;
  /** What the record is found by; null = not to be found (withdrawn). Kinds without it are no hits. */
  searchEntry?: (image: I, db: ReadDb) => SearchEntry | null;
}

/** `INSERT … ON CONFLICT DO UPDATE` of one record. Column names are the schema's own, never a user's. */
export function upsert(db: WriteDb, table: string, key: string, columns: Readonly<Record<string, SqlValue>>): void {
  // Sorted, because an image from the log has its keys in canonical order: one statement serves both.
  const names = Object.keys(columns).sort();
  const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${names
      .filter((name) => name !== key)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`;
  run(db, 1, text, ...names.map((name) => columns[name] ?? null));
}

/** Writes a record's list of dependent rows anew, but only where it differs from what stands there. */
export function replaceList<T extends Canonical>(
  db: WriteDb,
  before: readonly T[] | null,
  after: readonly T[],
  statements: { clear: string; key: number; insert: (item: T, position: number) => void },
): void {
  if (before !== null) {
    if (canonicalJson(before) === canonicalJson(after)) return;
    run(db, 'any', statements.clear, statements.key);
  }
  after.forEach(statements.insert);
}
