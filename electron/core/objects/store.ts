/**
 * The store of an archive's files: content-addressed, written once, never changed.
 *
 * Invariant: under an object's name stands its whole content or nothing, at every instant and after a power cut; a
 * crash leaves at most a temporary file. Only when `putObject` has answered may a row name the object.
 * Source: reliability notes 2.1, attachment store.
 */
import { readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Progress } from '#shared/procedure.ts';
import { flushFolder, renameWithRetry } from '../files/durable.ts';
import { fileError, systemCode } from '../files/file-errors.ts';
import { type ByteSource, handleAsSource } from '../formats/byte-source.ts';
import { digest, examine, writeAll, type Digest, type Examined } from './digest.ts';
import { isTemporaryName, objectPath, OBJECTS, temporaryPath } from './paths.ts';
import { openSource, type ObjectSource, type OpenSource } from './source.ts';

export interface StoreOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Looks at the private copy, which nobody can change any more, before it gets its place; throws to refuse it. */
  look?: ((content: ByteSource, name: string) => Promise<void>) | undefined;
}

export interface StoredObject extends Digest {
  /** The archive had this content already. */
  existed: boolean;
}

/** A verified temporary file, to be put in place by `place` or removed. */
export interface Prepared extends Digest {
  temporary: string;
  /** The source's name, for messages. */
  name: string;
}

/** Reports bytes as steps of a stage. */
function counter(stage: string, total: number, { onProgress }: StoreOptions): (bytes: number) => void {
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress?.({ stage, done, total });
  };
}

async function copyInto(temporary: string, source: OpenSource, options: StoreOptions): Promise<Digest> {
  const target = await open(temporary, 'wx', 0o600);
  try {
    const written = await digest(source.read, {
      signal: options.signal,
      onBytes: counter('store', source.size, options),
      onPiece: (piece) => writeAll(target, piece),
    });
    await source.mustBeUnchanged(written.size);
    await target.sync();
    return written;
  } finally {
    await target.close();
  }
}

/**
 * Writes the source into a temporary file of the store, flushed and read back. Use it with `discard` in a `finally`.
 * Throws objects/source_…, file/…, program/cancelled.
 */
export async function prepare(directory: string, source: ObjectSource, options: StoreOptions): Promise<Prepared> {
  const opened = await openSource(source);
  const temporary = temporaryPath(directory);
  try {
    await mkdir(join(directory, OBJECTS), { recursive: true });
    const written = await copyInto(temporary, opened, options);
    const again = await examine(temporary, {
      signal: options.signal,
      onBytes: counter('verify', written.size, options),
    });
    if (again.state !== 'read' || again.sha256 !== written.sha256) {
      const detail = again.state === 'unreadable' ? again.detail : 'SHA-256';
      throw new AppError('file/io', { file: opened.name, folder: join(directory, OBJECTS), detail });
    }
    if (options.look) await lookAt(temporary, again.size, (content) => options.look?.(content, opened.name));
    await chmod(temporary, 0o444);
    return { ...written, temporary, name: opened.name };
  } catch (error) {
    await discard(temporary);
    throw fileError(error, join(directory, OBJECTS, opened.name));
  } finally {
    await opened.close();
  }
}

async function lookAt(
  path: string,
  size: number,
  look: (content: ByteSource) => Promise<void> | undefined,
): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await look(handleAsSource(handle, size));
  } finally {
    await handle.close();
  }
}

/** Removes a temporary file, if it is still there. */
export async function discard(temporary: string): Promise<void> {
  await rm(temporary, { force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
}

/** Renames a prepared file to its object's name and makes that durable. Throws file/…. */
export async function place(
  directory: string,
  { temporary, sha256, size, name }: Prepared,
  rename: (from: string, to: string) => Promise<void> = renameWithRetry,
): Promise<void> {
  const target = objectPath(directory, sha256);
  try {
    await mkdir(dirname(target)).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
    await rename(temporary, target).catch(async (error: unknown) => {
      // Windows renames onto no read-only file: the same content may have come by another way meanwhile.
      const rival = await examine(target);
      if (rival.state !== 'read' || damageOf(rival, { sha256, size }) !== null) throw error;
    });
    await flushPlace(target);
  } catch (error) {
    throw fileError(error, join(directory, OBJECTS, name), 'replace');
  }
}

/** A folder that was there already may have been made by a program that was killed before it could flush. */
async function flushPlace(target: string): Promise<void> {
  await flushFolder(dirname(target));
  await flushFolder(dirname(dirname(target)));
}

/** What an object's damage is called; null where the file is whole. */
export function damageOf(found: Examined, should: { sha256: string; size?: number }): string | null {
  if (found.state === 'missing') return null;
  if (found.state === 'unreadable') return found.detail;
  const sizeFits = should.size === undefined || found.size === should.size;
  return found.sha256 === should.sha256 && sizeFits ? null : 'SHA-256';
}

/**
 * Puts content into the store. What is there already is read and compared, never trusted by its name; if it is damaged,
 * nothing is replaced (see repair.ts).
 *
 * @returns The checksum and size (bytes) of the content that was read, and whether the archive had it.
 * @throws AppError objects/source_… (the source cannot be taken), objects/damaged, file/… (the archive's disk),
 *   program/cancelled. In each case the store is as it was.
 */
export async function putObject(
  directory: string,
  source: ObjectSource,
  options: StoreOptions = {},
): Promise<StoredObject> {
  const prepared = await prepare(directory, source, options);
  const { sha256, size, temporary } = prepared;
  try {
    const target = objectPath(directory, sha256);
    const found = await examine(target, { signal: options.signal });
    const damage = damageOf(found, { sha256, size });
    if (damage !== null) throw new AppError('objects/damaged', { sha256: sha256.slice(0, 12), detail: damage });
    if (found.state === 'missing') {
      await place(directory, prepared);
      return { sha256, size, existed: false };
    }
    await flushPlace(target);
    return { sha256, size, existed: true };
  } finally {
    await discard(temporary);
  }
}

/**
 * Removes what killed programs left; the caller holds the archive's lock, so nobody is writing now.
 * Answers how many files it removed.
 */
export function sweepTemporaries(directory: string): number {
  const folder = join(directory, OBJECTS);
  let names: string[];
  try {
    names = readdirSync(folder).filter(isTemporaryName);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw error;
  }
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names.length;
}
