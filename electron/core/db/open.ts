/**
 * The one place that opens SQLite. Order: header check without SQLite → open → pragmas → quick check. A file that is
 * not ours, or newer than this program, is refused before SQLite could touch it. Nothing is ever recreated in place of
 * a file that was expected.
 *
 * `synchronous=FULL` because better-sqlite3's WAL default (NORMAL) loses acknowledged commits on a power cut.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb, type WriteDb } from './sql.ts';

/** 'CEAR' as a 32-bit number, at byte 68 of the file (SQLite file format, 1.3.18). */
export const APPLICATION_ID = 0x43454152;

const MAGIC = 'SQLite format 3\u0000';

/** What the file says of itself. Throws archive/foreign. */
export function inspectHeader(file: string): { structure: number } {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  let length: number;
  try {
    length = readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (length < 100 || header.toString('latin1', 0, 16) !== MAGIC || header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new AppError('archive/foreign', { file });
  }
  return { structure: header.readUInt32BE(60) };
}

/** Settings of a writing connection; a test reads each of them back. */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('journal_size_limit = 4194304');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('mmap_size = 0');
  db.pragma('busy_timeout = 5000');
  db.pragma('secure_delete = ON');
}

/** A writing connection to an existing archive file. */
export function openForWriting(file: string): WriteDb {
  inspectHeader(file);
  const db = new Database(file, { fileMustExist: true });
  try {
    configure(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteDb;
}

/** A connection that cannot write, for queries and jobs beside the writer. */
export function openForReading(file: string): ReadDb & { close(): void } {
  inspectHeader(file);
  const db = new Database(file, { fileMustExist: true, readonly: true });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('busy_timeout = 5000');
  return db;
}

/**
 * Makes a new archive file under a temporary name with a rollback journal, so that the finished file appears at once
 * and complete when the caller renames it.
 */
export function createFile(file: string, build: (db: WriteDb) => void): void {
  const db = new Database(file) as WriteDb;
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = EXTRA');
    db.pragma('foreign_keys = ON');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    build(db);
  } finally {
    db.close();
  }
}

const TableName = z.object({ name: z.string() });

/**
 * Quick structural check of every table with its indexes. Throws archive/damaged. The search index is left to
 * archive.verify: it is derived, can be made anew, and its own check takes longer than all others together.
 */
export function quickCheck(db: ReadDb): void {
  const tables = all(db, TableName, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'");
  for (const { name } of tables) {
    const answer: unknown = db.pragma(`quick_check("${name.replaceAll('"', '""')}")`, { simple: true });
    if (answer !== 'ok') throw new AppError('archive/damaged', { detail: String(answer) });
  }
}

/** A memory database with the settings of an archive file, for the schema picture and for tests of rules. */
export function openInMemory(): WriteDb {
  const db = new Database(':memory:') as WriteDb;
  db.pragma('foreign_keys = ON');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  return db;
}
