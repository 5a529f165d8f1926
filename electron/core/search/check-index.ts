/**
 * Does the index say what the records say? Every entry is made anew and compared by its fingerprint; FTS5 keeps no texts,
 * so there the number of rows is compared, and for a sample the first characters of each field are looked up.
 */
import { z } from '#shared/lib/zod.ts';
import { isIndexDamage } from '../errors.ts';
import { one, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import type { AnyEntity } from '../entities/index.ts';
import type { Image } from '../entities/entity.ts';
import { entryHash, type SearchEntry } from './entry.ts';
import { fold } from './fold.ts';
import { indexState, isCurrent } from './index-store.ts';
import { phraseOf } from './tokens.ts';

/** Every so many records one is looked up in FTS5, the first one included. */
const SAMPLE_EVERY = 50;
const SAMPLE_LENGTH = 24;
/** So many differences are told; the remedy is the same for one and for all. */
const MOST_TOLD = 20;

const Known = z.object({ id: z.int(), hash: z.string() });

function sampled(text: string): string {
  return Array.from(fold(text)).slice(0, SAMPLE_LENGTH).join('');
}

/** A number of rows; -1 where the index is too damaged to say. */
function countRows(db: ReadDb, text: string, ...values: SqlValue[]): number {
  try {
    return value(db, z.int(), text, ...values);
  } catch (error) {
    if (isIndexDamage(error)) return -1;
    throw error;
  }
}

/** Is the beginning of each field found in this row of FTS5? */
function isFound(db: ReadDb, id: number, entry: SearchEntry): boolean {
  const fields = {
    title: entry.title,
    numbers: entry.numbers.split('\n')[0] ?? '',
    people: entry.people.split('\n')[0] ?? '',
    body: entry.body,
  };
  return Object.entries(fields).every(([field, text]) => {
    const sample = sampled(text);
    if (sample === '') return true;
    const expression = `{${field}} : ${phraseOf(sample)}`;
    return (
      countRows(
        db,
        'SELECT count(*) FROM search_index WHERE search_index MATCH ? AND rowid = CAST(? AS INTEGER)',
        expression,
        id,
      ) === 1
    );
  });
}

export interface IndexCheck {
  /** Takes note of a record as the verifier read it. */
  see(entity: AnyEntity, key: number, image: Image): void;
  /** What disagrees: `kind/key` of records, or `index` for the whole. */
  finish(): string[];
}

/** Begins a check. An archive of an older structure has no index to be checked. */
export function checkIndex(db: ReadDb): IndexCheck {
  if (!indexState(db)) return { see: () => undefined, finish: () => [] };
  const differing: string[] = isCurrent(db) ? [] : ['index'];
  let entries = 0;
  return {
    see(entity, key, image) {
      const entry = entity.searchEntry?.(image, db) ?? null;
      const known = entity.searchEntry
        ? one(db, Known, 'SELECT id, hash FROM search_entry WHERE kind = ? AND record = ?', entity.name, key)
        : undefined;
      if (!entry && !known) return;
      const agrees =
        entry !== null &&
        known?.hash === entryHash(entry) &&
        (entries % SAMPLE_EVERY !== 0 || isFound(db, known.id, entry));
      if (!agrees) differing.push(`${entity.name}/${key}`);
      if (entry) entries += 1;
    },
    finish() {
      const whole = ['search_entry', 'search_index', 'search_spoken'].every(
        (table) => countRows(db, `SELECT count(*) FROM ${table}`) === entries,
      );
      if (!whole && !differing.includes('index')) differing.push('index');
      return differing.slice(0, MOST_TOLD);
    },
  };
}
