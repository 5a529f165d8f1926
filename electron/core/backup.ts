/**
 * A copy of the whole archive in a folder of its own: database, marker, objects, and a list of checksums that any
 * computer can check (`sha256sum -c manifest-sha256.txt`; the form of RFC 8493, 2.1.3).
 *
 * Invariant: a folder under the copy's final name is proven: the database equals the source, and every object that the
 * database names is there with its checksum. Where objects are damaged, all else is copied, and the folder is called
 * `…-incomplete` and counts as no proof.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { BackupProblem } from '#shared/features/archive.ts';
import type { Progress } from '#shared/procedure.ts';
import { DATABASE, MARKER } from './archive-folder.ts';
import { head } from './audit/event.ts';
import { copyDatabase } from './db/backup.ts';
import { openForReading } from './db/open.ts';
import type { ReadDb } from './db/sql.ts';
import { writeAtomically } from './files/atomic-file.ts';
import { flushFile, flushFolder, renameWithRetry } from './files/durable.ts';
import { fileError } from './files/file-errors.ts';
import { examine } from './objects/digest.ts';
import { OBJECTS, objectPath, shardOf } from './objects/paths.ts';
import { exportObject } from './objects/read.ts';
import { type ArchivedObject, objectRows } from './objects/rows.ts';

const MANIFEST = 'manifest-sha256.txt';
const INCOMPLETE = '-incomplete';

export interface BackupReport {
  /** The folder that was written. */
  directory: string;
  /** Bytes of all its files. */
  bytes: number;
  objects: number;
  proven: boolean;
  /** Objects that could not be copied, by checksum. */
  problems: BackupProblem[];
  /** Newest entry of the copy's log. */
  head: { sequence: number; hash: string };
}

interface BackupOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

type Line = { sha256: string; size: number; path: string };

async function lineFor(directory: string, path: string): Promise<Line> {
  const found = await examine(join(directory, path));
  if (found.state === 'read') return { sha256: found.sha256, size: found.size, path };
  const detail = found.state === 'unreadable' ? found.detail : 'ENOENT';
  throw new AppError('file/io', { file: path, folder: directory, detail });
}

async function copyObjects(
  from: string,
  to: string,
  rows: readonly ArchivedObject[],
  { signal, onProgress }: BackupOptions,
): Promise<{ lines: Line[]; problems: BackupReport['problems'] }> {
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  const lines: Line[] = [];
  const problems: BackupReport['problems'] = [];
  let done = 0;
  await mkdir(join(to, OBJECTS));
  for (const row of rows) {
    if (signal.aborted) throw new AppError('program/cancelled');
    const { sha256, size } = row;
    const target = objectPath(to, sha256);
    await mkdir(dirname(target), { recursive: true });
    try {
      await exportObject(from, row, target, {
        signal,
        onProgress: (progress) => onProgress({ stage: 'objects', done: done + progress.done, total }),
      });
      lines.push({ sha256, size, path: `${OBJECTS}/${shardOf(sha256)}/${sha256}` });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, params } = error;
      if (code !== 'objects/damaged' && code !== 'objects/missing') throw error;
      problems.push({ sha256, code, params: { ...params } });
    }
    done += size;
    onProgress({ stage: 'objects', done, total });
  }
  return { lines, problems };
}

/** What the copy itself says: the archive may have gone on since. */
function contentsOf(database: string): { rows: ArchivedObject[]; head: BackupReport['head'] } {
  const copy = openForReading(database);
  try {
    return { rows: objectRows(copy), head: head(copy) };
  } finally {
    copy.close();
  }
}

async function fill(
  db: ReadDb,
  from: string,
  to: string,
  options: BackupOptions,
): Promise<Omit<BackupReport, 'directory'>> {
  options.onProgress({ stage: 'database', done: 0, total: 1 });
  copyDatabase(db, join(to, DATABASE));
  const { rows, head: newest } = contentsOf(join(to, DATABASE));
  await copyFile(join(from, MARKER), join(to, MARKER));
  await flushFile(join(to, MARKER));
  options.onProgress({ stage: 'database', done: 1, total: 1 });
  const { lines, problems } = await copyObjects(from, to, rows, options);
  const all = [await lineFor(to, DATABASE), await lineFor(to, MARKER), ...lines];
  await writeAtomically(join(to, MANIFEST), (temporary) =>
    writeFile(temporary, all.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')),
  );
  return {
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    objects: lines.length,
    proven: problems.length === 0,
    problems,
    head: newest,
  };
}

/**
 * Copies the archive in `from` to the new folder `target`.
 * Throws archive/…, file/…, program/cancelled; then nothing is left of the copy.
 */
export async function backUp(db: ReadDb, from: string, target: string, options: BackupOptions): Promise<BackupReport> {
  const incomplete = `${target}${INCOMPLETE}`;
  if (existsSync(target) || existsSync(incomplete)) throw new AppError('archive/not_empty', { directory: target });
  try {
    await mkdir(incomplete);
    const report = await fill(db, from, incomplete, options);
    if (!report.proven) return { ...report, directory: incomplete };
    await flushFolder(incomplete);
    await renameWithRetry(incomplete, target);
    await flushFolder(dirname(target));
    return { ...report, directory: target };
  } catch (error) {
    await rm(incomplete, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
    throw fileError(error, target);
  }
}
