/**
 * One way to put a file into a folder: written beside its target under a name of its own, flushed, read back, and
 * only then renamed into place.
 *
 * Invariant: under the target's name stands the old file or the whole new one, at every instant and after a power
 * cut; whatever fails, the temporary file is removed and the old file untouched.
 * Source: reliability notes 2.1 (temporary file in the same folder, fsync of file and folder, rename with retries on
 * Windows, where virus scanners and indexers hold fresh files for a moment).
 */
import { randomUUID } from 'node:crypto';
import { access, chmod, constants, open, readdir, readlink, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { flushFile, flushFolder, renameWithRetry } from './durable.ts';
import { type FileStep, fileError, systemCode } from './file-errors.ts';
import { findHolder } from './file-lock.ts';
import { refusedInName } from './file-name.ts';

/** Excel refuses to open a longer path on Windows, although the system could hold it. */
const MAXIMUM_PATH_ON_WINDOWS = 218;
const TEMPORARY = /^\.~export-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

export interface AtomicOptions {
  signal?: AbortSignal | undefined;
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('program/cancelled');
}

/**
 * Writes `target` whole or not at all.
 *
 * @param write Creates the content of the temporary file, which exists and is empty.
 * @param verify Reads the flushed temporary file back and throws if it is not what was meant.
 * @throws AppError `file/…` with a sentence that says what to do; `program/cancelled`; whatever `verify` throws.
 */
export async function writeAtomically(
  target: string,
  write: (temporaryPath: string) => Promise<void>,
  verify?: (temporaryPath: string) => Promise<void>,
  options: AtomicOptions = {},
): Promise<void> {
  const asked = resolve(target);
  let temporary: string | null = null;
  let step: FileStep = 'write';
  try {
    stopIfCancelled(options.signal);
    const { path, mode } = await checkTarget(asked);
    const folder = dirname(path);
    await removeAbandoned(folder);
    const candidate = join(folder, `.~export-${randomUUID()}.tmp`);
    await (await open(candidate, 'wx')).close();
    temporary = candidate;
    await write(temporary);
    stopIfCancelled(options.signal);
    await flushFile(temporary);
    await verify?.(temporary);
    stopIfCancelled(options.signal);
    if (mode !== null) await chmod(temporary, mode);
    step = 'replace';
    await renameWithRetry(temporary, path);
    temporary = null;
    await flushFolder(folder);
  } catch (error) {
    if (temporary) await rm(temporary, { force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
    throw fileError(error, asked, step);
  }
}

/**
 * Refuses a target before any byte is written. Answers the real path (behind a symbolic link) and the permissions of
 * the file that is to be replaced.
 */
async function checkTarget(asked: string): Promise<{ path: string; mode: number | null }> {
  const file = basename(asked);
  const folder = dirname(asked);
  const refused = refusedInName(file, process.platform);
  if (refused !== null) throw new AppError('file/name_invalid', { file, folder, detail: refused });
  if (process.platform === 'win32' && asked.length > MAXIMUM_PATH_ON_WINDOWS) {
    throw new AppError('file/path_too_long', { file, folder });
  }
  const about = await stat(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  });
  if (!about?.isDirectory()) throw new AppError('file/folder_missing', { file, folder });

  const existing = await stat(asked).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (!existing) return { path: await behindLink(asked), mode: null };
  if (existing.isDirectory()) throw new AppError('file/is_folder', { file, folder });
  if (!existing.isFile()) throw new AppError('file/not_a_file', { file, folder });
  const path = await realpath(asked);
  await checkWritable(path, existing.mode);
  await checkNotHeld(path);
  return { path, mode: existing.mode & 0o777 };
}

/** The file that a symbolic link names although nothing is there yet; the path itself where it is no link. */
async function behindLink(asked: string): Promise<string> {
  const named = await readlink(asked).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'EINVAL') return null;
    throw error;
  });
  return named === null ? asked : (await checkTarget(resolve(dirname(asked), named))).path;
}

async function checkNotHeld(path: string): Promise<void> {
  const held = await findHolder(path);
  if (!held) return;
  const { holder, ownerFile } = held;
  const params = { file: basename(path), folder: dirname(path), holder, ownerFile };
  if (ownerFile) throw new AppError(holder ? 'file/owner_file_by' : 'file/owner_file', params);
  throw new AppError(holder ? 'file/locked_by' : 'file/locked', params);
}

/**
 * A rename replaces a read-only file on Linux without asking, so the mark is honoured here. The mode is looked at as
 * well, because for the superuser `access` allows everything.
 */
async function checkWritable(path: string, mode: number): Promise<void> {
  const file = basename(path);
  const folder = dirname(path);
  if ((mode & 0o222) === 0) throw new AppError('file/read_only', { file, folder });
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EROFS') throw new AppError('file/folder_read_only', { file, folder }, { cause: error });
    if (code === 'EACCES' || code === 'EPERM') throw new AppError('file/read_only', { file, folder }, { cause: error });
    throw error;
  }
}

/** A killed program cannot clean up, so the next export into the folder removes what an earlier one left there. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const now = Date.now();
  for (const name of names.filter((candidate) => TEMPORARY.test(candidate))) {
    const path = join(folder, name);
    const about = await stat(path).catch(() => null);
    if (about && now - about.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true }).catch(() => undefined);
  }
}
