/**
 * One writer an archive, across processes and across users of the computer. The lock is a second tiny SQLite file with
 * an exclusive transaction held for as long as the archive is open: the system frees it when the process ends, however
 * it ends, and the archive itself keeps its normal locking, so readers work beside the writer.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

export interface ArchiveLock {
  release(): void;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}

/** Takes the lock or throws archive/in_use with the holder's name. */
export function lockArchive(directory: string): ArchiveLock {
  const note = join(directory, 'archive.lock.txt');
  const db = new Database(join(directory, 'archive.lock'), { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      let holder = '?';
      try {
        holder = readFileSync(note, 'utf8').trim();
      } catch {
        // The holder has not written its note yet: the message then names nobody.
      }
      throw new AppError('archive/in_use', { holder }, { cause: error });
    }
    throw error;
  }
  writeFileSync(note, `${userName()}@${hostname()} (${process.pid})\n`);
  return {
    release() {
      rmSync(note, { force: true });
      db.exec('ROLLBACK');
      db.close();
    },
  };
}
