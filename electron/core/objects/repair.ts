/**
 * Putting a missing or damaged object right from a good copy of it. The damaged file is kept aside in a folder of its
 * own: it may be all that is left of something, and an auditor may want to see it.
 */
import { chmod, copyFile, lstat, mkdir } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { flushFile, flushFolder, renameWithRetry } from '../files/durable.ts';
import { fileError } from '../files/file-errors.ts';
import { examine } from './digest.ts';
import { objectPath, SET_ASIDE } from './paths.ts';
import type { ObjectSource } from './source.ts';
import { damageOf, discard, place, prepare, type StoreOptions } from './store.ts';

export interface Repaired {
  /** Bytes of the content. */
  size: number;
  /** What the damage was: `missing`, `SHA-256`, a system code; null = the object was whole and nothing was done. */
  damage: string | null;
  /** Name of the damaged file in the folder where it is kept; null = there was none. */
  keptAs: string | null;
}

/**
 * Keeps what stands under the object's name and answers the name that it has now. A file is copied, so that something
 * stands in its place until the good one does; what is no readable file (a link, a folder, a bad sector) is moved.
 */
async function setAside(directory: string, sha256: string, isFile: boolean): Promise<string> {
  const folder = join(directory, SET_ASIDE);
  const from = objectPath(directory, sha256);
  await mkdir(folder, { recursive: true });
  let number = 1;
  while (await isThere(join(folder, `${sha256}-${number}`))) number += 1;
  const to = join(folder, `${sha256}-${number}`);
  if (isFile) {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await chmod(to, 0o644);
    await flushFile(to);
    await chmod(to, 0o444);
    // Windows renames onto no read-only file.
    await chmod(from, 0o644);
  } else {
    await renameWithRetry(from, to);
  }
  await flushFolder(folder);
  await flushFolder(directory);
  return `${sha256}-${number}`;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Replaces a missing or damaged object by a source with exactly its content.
 * Throws objects/other_content, objects/source_…, file/…, program/cancelled.
 */
export async function repairObject(
  directory: string,
  sha256: string,
  source: ObjectSource,
  options: StoreOptions = {},
): Promise<Repaired> {
  const prepared = await prepare(directory, source, options);
  const { size } = prepared;
  try {
    if (prepared.sha256 !== sha256) {
      throw new AppError('objects/other_content', { file: prepared.name, sha256: sha256.slice(0, 12) });
    }
    const found = await examine(objectPath(directory, sha256), { signal: options.signal });
    if (found.state === 'missing') {
      await place(directory, prepared);
      return { size, damage: 'missing', keptAs: null };
    }
    const damage = damageOf(found, { sha256, size });
    if (damage === null) return { size, damage: null, keptAs: null };
    const keptAs = await setAside(directory, sha256, found.state === 'read');
    await place(directory, prepared);
    return { size, damage, keptAs };
  } catch (error) {
    throw fileError(error, join(directory, SET_ASIDE, prepared.name));
  } finally {
    await discard(prepared.temporary);
  }
}
