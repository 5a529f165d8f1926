/**
 * Is every object what its name says (fixity)? Each fault is told apart, because each asks for another answer: a flipped
 * bit for a copy from a backup, a swap for a look at who touched the folder, a surplus file for a question.
 *
 * Invariant: without a fault the list is empty; one fault gives one finding, for the object that has it.
 * Source: DA/T 70-2018, 1-1 and 2-7 (digest and content of the record), 4-3 (surplus files); RFC 8493, 3 (complete, valid).
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Finding } from '#shared/features/objects.ts';
import { systemCode } from '../files/file-errors.ts';
import { examine, type Examined } from './digest.ts';
import { isTemporaryName, objectPath, OBJECTS, shardOf } from './paths.ts';
import type { ObjectRow } from './read.ts';
import type { StoreOptions } from './store.ts';

export interface FixityReport {
  /** Objects that were looked at. */
  objects: number;
  /** Bytes that were read. */
  bytes: number;
  findings: Finding[];
}

/** Files of the store that no row expects. */
async function surplus(directory: string, expected: ReadonlyMap<string, number>): Promise<Finding[]> {
  const root = join(directory, OBJECTS);
  const found: Finding[] = [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    // An archive whose whole store is gone: each object is missing, and nothing is too many.
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const folder = entry.parentPath === root ? '' : entry.parentPath.slice(root.length + 1).replaceAll('\\', '/');
    const isObject = expected.has(entry.name) && folder === shardOf(entry.name);
    // What stands under an object's own name was examined as that object.
    if (isObject || entry.isDirectory()) continue;
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const kind = folder === '' && isTemporaryName(entry.name) ? 'temporary' : 'extra';
    found.push({ kind, sha256: null, file, expectedSize: null, foundSize: null, foundSha256: null, detail: '' });
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The finding for one object, or null where it is whole; swaps are seen later, when all are known. */
function judge({ sha256, size }: ObjectRow, found: Examined): Finding | null {
  const base = {
    sha256,
    file: `${shardOf(sha256)}/${sha256}`,
    expectedSize: size,
    foundSize: null,
    foundSha256: null,
    detail: '',
  };
  if (found.state === 'missing') return { ...base, kind: 'missing' };
  if (found.state === 'unreadable') return { ...base, kind: 'unreadable', detail: found.detail };
  if (found.sha256 === sha256 && found.size === size) return null;
  const kind = found.size < size ? 'truncated' : found.size > size ? 'grown' : 'changed';
  return { ...base, kind, foundSize: found.size, foundSha256: found.sha256 };
}

/** Two objects that hold each other's content are both called swapped. */
function markSwaps(findings: readonly Finding[]): Finding[] {
  const holds = new Map(findings.map(({ sha256, foundSha256 }) => [sha256, foundSha256]));
  return findings.map((finding) =>
    finding.foundSha256 !== null &&
    finding.foundSha256 !== finding.sha256 &&
    holds.get(finding.foundSha256) === finding.sha256
      ? { ...finding, kind: 'swapped' }
      : finding,
  );
}

/**
 * Reads every expected object and looks for files that nobody expects. Nothing is changed.
 * Progress is in bytes. Throws program/cancelled.
 */
export async function checkObjects(
  directory: string,
  expected: Iterable<ObjectRow>,
  options: StoreOptions = {},
): Promise<FixityReport> {
  const rows = [...expected];
  const sizes = new Map(rows.map(({ sha256, size }) => [sha256, size]));
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  const faults: Finding[] = [];
  let bytes = 0;
  let reached = 0;
  for (const row of rows) {
    if (options.signal?.aborted) throw new AppError('program/cancelled');
    const found = await examine(objectPath(directory, row.sha256), {
      signal: options.signal,
      onBytes: (read) => {
        bytes += read;
      },
    });
    const fault = judge(row, found);
    if (fault) faults.push(fault);
    reached += row.size;
    options.onProgress?.({ stage: 'objects', done: reached, total });
  }
  return {
    objects: rows.length,
    bytes,
    findings: [...markSwaps(faults), ...(await surplus(directory, sizes))],
  };
}
