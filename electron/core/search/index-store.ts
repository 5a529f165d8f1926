/**
 * The index itself: an FTS5 table without content (texts stay in the records), a narrow table beside it for what a list
 * of hits shows and counts, and how titles and names sound. Derived data: not in the log, rebuilt from the records.
 *
 * Rows go into FTS5 by a statement of their own inside the command's transaction; by trigger or savepoint they would cost
 * more than twice as much.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { isIndexDamage } from '../errors.ts';
import { one, run, value, type ReadDb, type WriteDb } from '../db/sql.ts';
import { entities, type AnyEntity } from '../entities/index.ts';
import type { Image } from '../entities/entity.ts';
import { dateKey, DATE_STEP, entryHash, numberKey, type SearchEntry } from './entry.ts';
import { fold } from './fold.ts';
import { spoken, spokenName } from './pinyin.ts';
import { tokensOf, tokensOfLines } from './tokens.ts';

/** Raised whenever the same records would be indexed differently; archives with another number are indexed anew. */
const INDEX_VERSION = 1;

const State = z.object({ version: z.int(), revision: z.int(), entries: z.int() });

/** How the index stands; null in an archive that has none yet. */
export function indexState(db: ReadDb): z.infer<typeof State> | null {
  const exists = value(db, z.int(), "SELECT count(*) FROM sqlite_schema WHERE name = 'search_state'");
  if (exists === 0) return null;
  return one(db, State, 'SELECT version, revision, entries FROM search_state') ?? null;
}

/** Revision of an index that can be asked. Throws search/not_ready. */
export function readyRevision(db: ReadDb): number {
  const state = indexState(db);
  if (state?.version !== INDEX_VERSION) throw new AppError('search/not_ready');
  return state.revision;
}

/** Is the index of this version, with as many entries as were written? Cheap enough for every opening. */
export function isCurrent(db: ReadDb): boolean {
  const state = indexState(db);
  return state?.version === INDEX_VERSION && state.entries === value(db, z.int(), 'SELECT count(*) FROM search_entry');
}

const Known = z.object({
  id: z.int(),
  date: z.string().nullable(),
  title: z.string(),
  people: z.string(),
  hash: z.string(),
});

/** The rowid of a new entry: behind the last one of its date, or in a gap where the date is full. */
function freeId(db: ReadDb, date: string | null): number {
  const from = dateKey(date) * DATE_STEP;
  const to = from + DATE_STEP - 1;
  const last = value(db, z.int().nullable(), 'SELECT max(id) FROM search_entry WHERE id BETWEEN ? AND ?', from, to);
  if (last === null) return from;
  if (last < to) return last + 1;
  const gap = value(
    db,
    z.int().nullable(),
    `SELECT min(e.id) + 1 FROM search_entry e WHERE e.id BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM search_entry n WHERE n.id = e.id + 1)`,
    from,
    to - 1,
  );
  if (gap === null) throw new Error(`more than ${DATE_STEP} records of one date: ${date}`);
  return gap;
}

function remove(db: WriteDb, id: number): void {
  run(db, 'any', 'DELETE FROM search_index WHERE rowid = CAST(? AS INTEGER)', id);
  run(db, 1, 'DELETE FROM search_spoken WHERE entry = ?', id);
  run(db, 1, 'DELETE FROM search_entry WHERE id = ?', id);
}

const ENTRY_COLUMNS = [
  'id',
  'kind',
  'record',
  'date',
  'title',
  'numbers',
  'people',
  'number_key',
  'year',
  'term',
  'unit',
  'state',
  'hash',
  'revision',
];
// An entry that keeps its place is changed in it: indexes whose values stay are left alone.
const WRITE_ENTRY = `INSERT INTO search_entry (${ENTRY_COLUMNS.join(', ')})
  VALUES (${ENTRY_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${ENTRY_COLUMNS.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

/** Writes an entry at its place; `before` = what stands there now. */
function write(
  db: WriteDb,
  id: number,
  entry: SearchEntry,
  hash: string,
  revision: number,
  before: z.infer<typeof Known> | null,
): void {
  run(
    db,
    1,
    WRITE_ENTRY,
    id,
    entry.kind,
    entry.id,
    entry.date,
    entry.title,
    entry.numbers,
    entry.people,
    numberKey(entry.numbers),
    entry.year,
    entry.term,
    entry.unit,
    entry.state,
    hash,
    revision,
  );
  if (before?.title !== entry.title || before.people !== entry.people) {
    const { initials, syllables } =
      entry.kind === 'person'
        ? spokenName(fold(entry.title))
        : spoken([entry.title, ...entry.people.split('\n')].map(fold));
    run(
      db,
      1,
      `INSERT INTO search_spoken (entry, initials, syllables) VALUES (?, ?, ?)
       ON CONFLICT (entry) DO UPDATE SET initials = excluded.initials, syllables = excluded.syllables`,
      id,
      initials,
      syllables,
    );
  }
  if (before) run(db, 'any', 'DELETE FROM search_index WHERE rowid = CAST(? AS INTEGER)', id);
  run(
    db,
    'any',
    'INSERT INTO search_index (rowid, title, numbers, people, body) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?)',
    id,
    tokensOf(fold(entry.title)),
    tokensOfLines(entry.numbers),
    tokensOfLines(entry.people),
    tokensOf(fold(entry.body)),
  );
}

/** Makes one record's entry true. Answers by how much the number of entries changed, or null where nothing did. */
function put(db: WriteDb, kind: string, key: number, entry: SearchEntry | null, revision: number): number | null {
  const known = one(
    db,
    Known,
    'SELECT id, date, title, people, hash FROM search_entry WHERE kind = ? AND record = ?',
    kind,
    key,
  );
  if (!entry) {
    if (!known) return null;
    remove(db, known.id);
    return -1;
  }
  if (entry.kind !== kind || entry.id !== key) throw new Error(`entry of ${kind}/${key} names another record`);
  const hash = entryHash(entry);
  if (known?.hash === hash) return null;
  const stays = known?.date === entry.date ? known : null;
  if (known && !stays) remove(db, known.id);
  write(db, stays?.id ?? freeId(db, entry.date), entry, hash, revision, stays);
  return known ? 0 : 1;
}

/** A record as it was written. */
export interface WrittenRecord {
  entity: AnyEntity;
  key: number;
  image: Image;
}

function putAll(db: WriteDb, records: Iterable<WrittenRecord>): boolean {
  let revision: number | null = null;
  let changed = false;
  let difference = 0;
  for (const { entity, key, image } of records) {
    if (!entity.searchEntry) continue;
    revision ??= readyRevision(db) + 1;
    const step = put(db, entity.name, key, entity.searchEntry(image, db), revision);
    if (step === null) continue;
    changed = true;
    difference += step;
  }
  if (changed) run(db, 1, 'UPDATE search_state SET revision = ?, entries = entries + ?', revision, difference);
  return changed;
}

/**
 * Makes the entries of written records true, in the transaction that wrote them. Answers whether any changed. A damaged
 * index does not keep anyone from saving: it is made anew there and then.
 */
export function indexRecords(db: WriteDb, records: Iterable<WrittenRecord>): boolean {
  try {
    return putAll(db, records);
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    rebuildIndex(db);
    return true;
  }
}

/** Indexes every record anew, in the caller's transaction. Answers the number of entries. */
export function rebuildIndex(db: WriteDb): number {
  const revision = (indexState(db)?.revision ?? 0) + 1;
  run(db, 'any', 'DELETE FROM search_spoken');
  run(db, 'any', 'DELETE FROM search_entry');
  run(db, 'any', "INSERT INTO search_index (search_index) VALUES ('delete-all')");
  let entries = 0;
  for (const entity of entities) {
    if (!entity.searchEntry) continue;
    for (const key of entity.keys(db)) {
      const image = entity.read(db, key);
      const entry = image && entity.searchEntry(image, db);
      if (!entry) continue;
      write(db, freeId(db, entry.date), entry, entryHash(entry), revision, null);
      entries += 1;
    }
  }
  // One segment: the fewest reads for each search.
  run(db, 'any', "INSERT INTO search_index (search_index) VALUES ('optimize')");
  run(db, 'any', 'DELETE FROM search_state');
  run(
    db,
    1,
    'INSERT INTO search_state (id, version, revision, entries) VALUES (1, ?, ?, ?)',
    INDEX_VERSION,
    revision,
    entries,
  );
  return entries;
}

/** Indexes an archive whose index is missing, of another version or incomplete; called when it is opened for writing. */
export function ensureIndex(db: WriteDb): void {
  if (isCurrent(db)) return;
  db.transaction(() => rebuildIndex(db)).immediate();
}
