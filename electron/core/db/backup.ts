/**
 * A copy of the database that is proven before it counts: VACUUM INTO a temporary name, opened read-only, checked, its
 * log head and counts compared with the source, then renamed. A plain file copy of a live WAL database is not a copy.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { ReadDb } from './sql.ts';

/** Flushes a folder's entries to disk; Windows has no such call and does it by itself. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Tables with their row counts, and the newest log entry if there is a log: what must be equal in the copy. */
function fingerprint(db: ReadDb): string {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
    .map(String);
  const counts = names.map((name) => {
    const count: unknown = db
      .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get();
    return `${name}=${String(count)}`;
  });
  const head: unknown = names.includes('event')
    ? db.prepare('SELECT hash FROM event ORDER BY sequence DESC LIMIT 1').pluck().get()
    : null;
  const version: unknown = db.pragma('user_version', { simple: true });
  return [...counts, `head=${String(head)}`, `version=${String(version)}`].join('\n');
}

/** Writes a proven copy to `target` and answers its size in bytes. Throws archive/damaged if copy and source differ. */
export function copyDatabase(db: ReadDb, target: string): number {
  const temporary = `${target}.tmp`;
  rmSync(temporary, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    const copy = new Database(temporary, { readonly: true, fileMustExist: true });
    try {
      const answer: unknown = copy.pragma('quick_check(1)', { simple: true });
      if (answer !== 'ok') throw new AppError('archive/damaged', { detail: String(answer) });
      if (fingerprint(copy) !== fingerprint(db)) throw new AppError('archive/damaged', { detail: 'backup differs' });
    } finally {
      copy.close();
    }
    syncFile(temporary);
    renameSync(temporary, target);
    syncDirectory(dirname(target));
    return statSync(target).size;
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_FULL')) {
      const params = { file: basename(target), folder: dirname(target), detail: error.code };
      throw new AppError('file/full', params, { cause: error });
    }
    throw error;
  }
}
