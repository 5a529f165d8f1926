/**
 * An archive is one folder: `archive.sqlite`, `objects/` for files by checksum, `backups/`, and a marker that tells
 * people and programs what the folder is. Creating never overwrites; opening never creates.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { appendEvent, head } from './audit/event.ts';
import { Changes } from './changes.ts';
import { uuidv7 } from './context.ts';
import { syncDirectory } from './db/backup.ts';
import { lockArchive, type ArchiveLock } from './db/lock.ts';
import { migrate, structureOf } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { createFile, inspectHeader, openForReading, openForWriting, quickCheck } from './db/open.ts';
import type { ReadDb, WriteDb } from './db/sql.ts';
import { archiveEntity } from './entities/archive.ts';
import { prepareCategories, writeCategories } from './activities/prepare.ts';
import { prepareFonds, writeFonds } from './fonds/prepare.ts';
import { prepareRules, writeRules } from './funding/prepare.ts';
import { OBJECTS } from './objects/paths.ts';
import { removeContents } from './objects/remove.ts';
import { removedObjects } from './objects/rows.ts';
import { sweepTemporaries } from './objects/store.ts';
import { ensureIndex } from './search/index-store.ts';

export const DATABASE = 'archive.sqlite';
export const MARKER = 'archive.json';
export const BACKUPS = 'backups';

/** Is there an archive in this folder? */
export function hasArchive(directory: string): boolean {
  return existsSync(join(directory, DATABASE));
}

/** May an archive be created here: the folder is missing or holds nothing visible. */
function mustBeEmpty(directory: string): void {
  if (!existsSync(directory)) return;
  const visible = readdirSync(directory).filter((name) => !name.startsWith('.'));
  if (visible.length > 0) throw new AppError('archive/not_empty', { directory });
}

export interface NewArchive {
  unitName: string;
  isExample: boolean;
  actor: string;
  appVersion: string;
  now: string;
}

/** Creates an archive in an empty or missing folder. Throws archive/not_empty. */
export function createArchive(directory: string, options: NewArchive): void {
  mustBeEmpty(directory);
  mkdirSync(join(directory, OBJECTS), { recursive: true });
  const temporary = join(directory, `.${DATABASE}.new`);
  rmSync(temporary, { force: true });
  const uid = uuidv7(Date.parse(options.now));
  try {
    createFile(temporary, (db) => {
      migrate(db, migrations, null);
      db.transaction(() => {
        const image = {
          id: 1 as const,
          uid,
          unit_name: options.unitName,
          is_example: options.isExample ? 1 : 0,
          created_at: options.now,
          version: 1,
        };
        const changes = new Changes(db);
        changes.insert(archiveEntity, image);
        const newUid = (): string => uuidv7(Date.parse(options.now));
        writeFonds(changes, options.unitName, newUid);
        writeCategories(changes, newUid);
        writeRules(changes, newUid);
        appendEvent(db, head(db), {
          at: options.now,
          actor: options.actor,
          role: 'administrator',
          action: 'archive.create',
          label: { code: 'create', params: { name: options.unitName } },
          reason: null,
          ...changes.images(),
          appVersion: options.appVersion,
        });
      }).immediate();
    });
    writeMarker(join(directory, MARKER), uid);
    renameSync(temporary, join(directory, DATABASE));
    syncDirectory(directory);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeMarker(file: string, uid: string): void {
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, `${JSON.stringify({ format: 'community-education-archive', uid })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export type OpenArchive =
  | {
      mode: 'read-write';
      db: WriteDb;
      /** Throws archive/moved when the file that is open no longer lies in its place. */
      mustBeInPlace(): void;
      close(): void;
    }
  | { mode: 'read-only'; db: ReadDb; close(): void };

/**
 * Watches that the file is still the one that was opened. Where a system lets an open file be deleted or moved, SQLite
 * goes on writing into what nobody will ever find again, and reports success.
 */
function placeOf(directory: string): () => void {
  const file = join(directory, DATABASE);
  const opened = statSync(file, { bigint: true });
  return () => {
    const now = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw new AppError('archive/moved', { directory });
  };
}

/**
 * Opens for writing: lock → header → pragmas → quick check → version → migration → what a register needs to begin →
 * search index; what killed programs left is removed.
 */
export function openArchive(
  directory: string,
  event: { at: string; actor: string; appVersion: string },
): Extract<OpenArchive, { mode: 'read-write' }> {
  const file = join(directory, DATABASE);
  if (!existsSync(file)) throw new AppError('archive/not_found', { directory });
  refuseNewer(file);
  const lock: ArchiveLock = lockArchive(directory);
  let db: WriteDb | undefined;
  try {
    db = openForWriting(file);
    quickCheck(db);
    migrate(db, migrations, join(directory, BACKUPS));
    prepareFonds(db, event);
    prepareCategories(db, event);
    prepareRules(db, event);
    sweepTemporaries(directory);
    removeContents(directory, removedObjects(db));
    ensureIndex(db);
    const opened = db;
    return {
      mode: 'read-write',
      db: opened,
      mustBeInPlace: placeOf(directory),
      close() {
        opened.pragma('wal_checkpoint(TRUNCATE)');
        opened.close();
        lock.release();
      },
    };
  } catch (error) {
    db?.close();
    lock.release();
    throw error;
  }
}

/** Opens for reading beside a writer or on a medium that cannot be written. */
export function openArchiveReadOnly(directory: string): Extract<OpenArchive, { mode: 'read-only' }> {
  const file = join(directory, DATABASE);
  if (!existsSync(file)) throw new AppError('archive/not_found', { directory });
  refuseNewer(file);
  const db = openForReading(file);
  const found = structureOf(db);
  if (found > migrations.length) {
    db.close();
    throw new AppError('archive/newer', { found, supported: migrations.length });
  }
  if (found < migrations.length) {
    db.close();
    throw new AppError('archive/older', { found, supported: migrations.length });
  }
  return { mode: 'read-only', db, close: () => db.close() };
}

function refuseNewer(file: string): void {
  const { structure } = inspectHeader(file);
  if (structure > migrations.length) {
    throw new AppError('archive/newer', { found: structure, supported: migrations.length });
  }
}
