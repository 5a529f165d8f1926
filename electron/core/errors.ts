/** The one place where foreign errors become codes: SQLite, the file system, validation, cancelling. */
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { z } from '#shared/lib/zod.ts';
import { AppError } from '#shared/errors.ts';
import type { Log } from './log.ts';

/** A damaged virtual table: the search index, which is derived and can be made anew. */
export function isIndexDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CORRUPT_VTAB';
}

function fromSqlite(error: InstanceType<typeof Database.SqliteError>): AppError | undefined {
  const { code } = error;
  const cause = { cause: error };
  if (isIndexDamage(error)) return new AppError('search/index_damaged', {}, cause);
  if (code.startsWith('SQLITE_FULL')) return new AppError('archive/full', {}, cause);
  if (code.startsWith('SQLITE_IOERR')) return new AppError('archive/io', {}, cause);
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new AppError('archive/damaged', { detail: error.message }, cause);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('archive/in_use', { holder: '?' }, cause);
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError('archive/read_only', {}, cause);
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) return new AppError('record/constraint', { detail: error.message }, cause);
  return undefined;
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT']);
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS']);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Validation errors name the field by its path, e.g. `changes.0.fields.activity`. */
export function invalidInput(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') || 'input';
  return new AppError('input/invalid', { field, detail: issue?.message ?? '' }, { cause: error });
}

/** Any error as an AppError. What nobody foresaw becomes program/internal with a reference to the log line. */
export function toAppError(error: unknown, log: Log): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Database.SqliteError) {
    const known = fromSqlite(error);
    if (known) return known;
  }
  if (error instanceof Error && error.name === 'AbortError')
    return new AppError('program/cancelled', {}, { cause: error });
  const code = codeOf(error);
  if (code !== undefined && DISK_FULL.has(code)) return new AppError('archive/full', {}, { cause: error });
  if (code !== undefined && NOT_WRITABLE.has(code)) return new AppError('archive/read_only', {}, { cause: error });
  const ref = randomBytes(4).toString('hex');
  log.error('program.internal', { ref, stack: error instanceof Error ? error.stack : String(error) });
  return new AppError('program/internal', { ref }, { cause: error, ref });
}
