/**
 * An entity is a kind of record with a whole canonical image: what the log keeps, what undo restores and what the
 * verifier compares. A new kind of record is one file here and one line in the list.
 *
 * Invariant: `write(db, image)` followed by `read(db, key)` gives the image back.
 */
import { z } from '#shared/lib/zod.ts';
import { canonicalJson, type Canonical } from '../audit/canonical.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/sql.ts';
import { all, one, run } from '../db/sql.ts';
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
  /**
   * Refuses a change that must not be, whoever wants it: command, import or undo. Called before the write.
   * @throws AppError
   */
  guard?: (db: ReadDb, before: I | null, after: I) => void;
  /** Fields that a later migration gave the record, with what they were until then: images of older events lack them. */
  added?: Image;
  /** What the record is found by; null = not to be found (withdrawn). Kinds without it are no hits. */
  searchEntry?: (image: I, db: ReadDb) => SearchEntry | null;
  /** Records of other kinds whose entries say something of this one (its name) and follow when it changes. */
  entriesWithIt?: (image: I, db: ReadDb) => { entity: string; key: number }[];
  /** Fields of which nobody is shown more than this, not even in the record's history. */
  masked?: Readonly<Record<string, (text: string) => string>>;
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

/** Image of a record that is one row of one table: every column but lists, with its key and the mark of withdrawal. */
type FlatShape = z.ZodObject<
  { id: z.ZodInt; withdrawn: z.ZodInt } & { [column: string]: z.ZodType<string | number | null> }
>;

/** A kind of record whose image is its row: table, columns and image carry the same names. */
export function flatEntity<S extends FlatShape>(table: string, shape: S): Entity<z.output<S>> {
  const columns = Object.keys(shape.shape).join(', ');
  return {
    name: table,
    read: (db, key) => one(db, shape, `SELECT ${columns} FROM ${table} WHERE id = ?`, key) ?? null,
    write: (db, image) => upsert(db, table, 'id', image),
    keyOf: ({ id }) => Number(id),
    keys: (db) => all(db, z.object({ id: z.int() }), `SELECT id FROM ${table} ORDER BY id`).map(({ id }) => id),
    withdrawn: (image) => ({ ...image, withdrawn: 1 }),
  };
}

/** A list of rows that belong to one record: its table, the column that names the record, and the row's own columns. */
export interface ListTable<S extends z.ZodObject> {
  table: string;
  parent: string;
  shape: S;
}

type Lists = {
  readonly [field: string]: ListTable<z.ZodObject<{ [column: string]: z.ZodType<string | number | null> }>>;
};
type WithLists<S extends FlatShape, L extends Lists> = z.output<S> & { [F in keyof L]: z.output<L[F]['shape']>[] };

/** A record with lists of dependent rows, which keep their order by `position`. */
export function parentEntity<S extends FlatShape, L extends Lists>(
  table: string,
  shape: S,
  lists: L,
): Entity<WithLists<S, L>> {
  const flat = flatEntity(table, shape);
  const fields = Object.entries(lists).map(([field, list]) => {
    const columns = Object.keys(list.shape.shape);
    return {
      field,
      shape: list.shape,
      select: `SELECT ${columns.join(', ')} FROM ${list.table} WHERE ${list.parent} = ? ORDER BY position`,
      clear: `DELETE FROM ${list.table} WHERE ${list.parent} = ?`,
      insert: `INSERT INTO ${list.table} (${list.parent}, position, ${columns.join(', ')})
        VALUES (?, ?${', ?'.repeat(columns.length)})`,
      columns,
    };
  });
  type Row = Readonly<Record<string, SqlValue>>;
  const rowsOf = (image: object, field: string): readonly Row[] =>
    (image as Record<string, readonly Row[]>)[field] ?? [];
  return {
    name: table,
    read(db, key) {
      const columns = flat.read(db, key);
      if (!columns) return null;
      const parts = fields.map(({ field, shape: row, select }) => [field, all(db, row, select, key)]);
      return { ...columns, ...Object.fromEntries(parts) } as WithLists<S, L>;
    },
    write(db, image, before) {
      const own = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, (image as Row)[name] ?? null]));
      upsert(db, table, 'id', own);
      const key = Number(image.id);
      for (const { field, clear, insert, columns } of fields) {
        replaceList(db, before === null ? null : rowsOf(before, field), rowsOf(image, field), {
          clear,
          key,
          insert: (row, position) => run(db, 1, insert, key, position, ...columns.map((name) => row[name] ?? null)),
        });
      }
    },
    keyOf: ({ id }) => Number(id),
    keys: flat.keys,
    withdrawn: (image) => ({ ...image, withdrawn: 1 }),
  };
}

/** The next free key of a table. */
export function nextId(db: ReadDb, table: string): number {
  return one(db, z.object({ id: z.int() }), `SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`)?.id ?? 1;
}
