/** Is a package still what its list of checksums says? Missing, changed and surplus files are told apart; nothing changes. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { FolderCheck } from '#shared/features/document-folders.ts';
import type { Progress } from '#shared/procedure.ts';
import { systemCode } from '../../files/file-errors.ts';
import { examine } from '../../objects/digest.ts';
import { parseManifest } from './manifest.ts';
import { ROOT } from './plan.ts';

/** Largest list that is read, in bytes: some hundred thousand files. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

export interface CheckOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Everything that is no folder, by paths with `/`; links are named, not followed. */
async function filesIn(directory: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(directory, path)));
    else found.push(path);
  }
  return found;
}

async function manifestIn(directory: string): Promise<string> {
  const file = join(directory, ROOT.manifest);
  try {
    const { size } = await stat(file);
    if (size > LARGEST_MANIFEST) throw new AppError('folders/manifest_damaged', { line: 1 });
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) throw new AppError('folders/manifest_damaged', { line: 1 }, { cause: error });
    if (systemCode(error) === null) throw error;
    throw new AppError('folders/no_manifest', { folder: basename(directory) }, { cause: error });
  }
}

/** Throws folders/no_manifest, folders/manifest_damaged, program/cancelled. */
export async function verifyFolders(asked: string, { signal, onProgress }: CheckOptions): Promise<FolderCheck> {
  const directory = resolve(asked);
  const listed = parseManifest(await manifestIn(directory));
  const check: FolderCheck = {
    directory,
    files: listed.length,
    bytes: 0,
    whole: false,
    missing: [],
    changed: [],
    surplus: [],
    unreadable: [],
  };
  for (const [index, { path, sha256 }] of listed.entries()) {
    onProgress({ stage: 'check', done: index, total: listed.length });
    const found = await examine(join(directory, ...path.split('/')), { signal });
    if (found.state === 'missing') check.missing.push(path);
    else if (found.state === 'unreadable') check.unreadable.push({ path, detail: found.detail });
    else {
      check.bytes += found.size;
      if (found.sha256 !== sha256) check.changed.push(path);
    }
  }
  // Some systems give names back in decomposed form.
  const known = new Set([ROOT.manifest, ...listed.map(({ path }) => path)].map((path) => path.normalize('NFC')));
  check.surplus = (await filesIn(directory)).filter((path) => !known.has(path.normalize('NFC'))).toSorted();
  onProgress({ stage: 'check', done: listed.length, total: listed.length });
  check.whole = check.missing.length + check.changed.length + check.surplus.length + check.unreadable.length === 0;
  return check;
}
