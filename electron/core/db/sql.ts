/**
 * Plain SQL, checked rows. Two nominal types stand for one connection: a function that takes a `ReadDb` says that it
 * does not write. Rows leave through a zod schema, so a column that drifted is found where it is read.
 */
import type { Database, Statement as BetterStatement } from 'better-sqlite3';
import type { z } from '#shared/lib/zod.ts';

declare const writable: unique symbol;

export type ReadDb = Pick<Database, 'prepare' | 'pragma' | 'readonly' | 'name' | 'inTransaction'>;
export type WriteDb = Database & { readonly [writable]: true };

export type SqlValue = string | number | null;

/** All rows of a query, each parsed. */
export function all<T extends z.ZodType>(db: ReadDb, schema: T, text: string, ...values: SqlValue[]): z.output<T>[] {
  return prepared(db, text)
    .all(...values)
    .map((row) => schema.parse(row));
}

/** The one row of a query, or undefined. */
export function one<T extends z.ZodType>(
  db: ReadDb,
  schema: T,
  text: string,
  ...values: SqlValue[]
): z.output<T> | undefined {
  const row = prepared(db, text).get(...values);
  return row === undefined ? undefined : schema.parse(row);
}

/** The single value of a query that always answers one row, e.g. a count. */
export function value<T extends z.ZodType>(db: ReadDb, schema: T, text: string, ...values: SqlValue[]): z.output<T> {
  return schema.parse(
    prepared(db, text)
      .pluck()
      .get(...values),
  );
}

/** The single column of a query as numbers, unparsed: for the hits of a search, which may be every record. */
export function numbers(db: ReadDb, text: string, ...values: SqlValue[]): number[] {
  const found = prepared(db, text)
    .pluck()
    .all(...values);
  if (found.length > 0 && typeof found[0] !== 'number') throw new Error(`not a column of numbers: ${text}`);
  return found as number[];
}

/** Rows as lists of values, unparsed: for tables that are read as a whole. */
export function tuples(db: ReadDb, text: string, ...values: SqlValue[]): SqlValue[][] {
  return prepared(db, text)
    .raw()
    .all(...values) as SqlValue[][];
}

/** Runs a writing statement and asserts how many rows it changed. */
export function run(db: WriteDb, expected: number | 'any', text: string, ...values: SqlValue[]): void {
  const { changes } = prepared(db, text).run(...values);
  if (expected !== 'any' && changes !== expected) {
    throw new Error(`expected ${expected} changed rows, got ${changes}: ${text}`);
  }
}

type Statement = BetterStatement<SqlValue[]>;
const statements = new WeakMap<object, Map<string, Statement>>();

/** Statements are compiled once a connection and text. */
function prepared(db: ReadDb, text: string): Statement {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(text);
  if (!statement) {
    statement = db.prepare<SqlValue[]>(text);
    known.set(text, statement);
  }
  // `pluck` and `raw` stick to a statement: begin each use from the plain state.
  return statement.reader ? statement.pluck(false).raw(false) : statement;
}
