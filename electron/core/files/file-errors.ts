/**
 * What went wrong with a file, in words for the clerk: each system error becomes a code whose sentence says what to
 * do. A new place that writes files maps its errors here and nowhere else.
 */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError, type ErrorCode } from '#shared/errors.ts';

/** The system's code of an error (`ENOSPC` …), also where a library wrapped it; null if it is no system error. */
export function systemCode(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^E[A-Z0-9]+$/u.test(current.code))
      return current.code;
    current = current.cause;
  }
  return null;
}

/** What the file was being used for when it failed; Windows tells a lock and a missing permission by the same code. */
export type FileStep = 'write' | 'replace';

function codeFor(systemErrorCode: string, target: string, step: FileStep, platform: NodeJS.Platform): ErrorCode | null {
  switch (systemErrorCode) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      return existsSync(dirname(target)) ? 'file/vanished' : 'file/folder_missing';
    case 'EACCES':
    case 'EPERM':
      return platform === 'win32' && step === 'replace' ? 'file/locked' : 'file/folder_read_only';
    case 'EROFS':
      return 'file/folder_read_only';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file/locked';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'file/full';
    case 'EFBIG':
      return 'file/too_large';
    case 'ENAMETOOLONG':
      return 'file/path_too_long';
    case 'EINVAL':
    case 'EILSEQ':
      return 'file/name_invalid';
    case 'EISDIR':
      return 'file/is_folder';
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ENOTCONN':
    case 'EHOSTDOWN':
    case 'ETIMEDOUT':
      return 'file/io';
    default:
      return null;
  }
}

/**
 * The error to show for a failure while `target` was being written. Errors that already have a code, and errors that
 * do not come from the file system, pass unchanged.
 */
export function fileError(
  error: unknown,
  target: string,
  step: FileStep = 'write',
  platform: NodeJS.Platform = process.platform,
): unknown {
  if (error instanceof AppError) return error;
  const found = systemCode(error);
  if (found === null) return error;
  const params = { file: basename(target), folder: dirname(target), detail: found };
  return new AppError(codeFor(found, target, step, platform) ?? 'file/failed', params, { cause: error });
}
