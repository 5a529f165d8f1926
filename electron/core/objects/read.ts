/**
 * Reading objects. Invariant: no byte of an object leaves the store as its content unless the whole file has the size and
 * the checksum that it must have.
 */
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { systemCode } from '../files/file-errors.ts';
import { digest, examine, READ_NO_LINK, readerOf, writeAll, type Digest } from './digest.ts';
import { objectPath } from './paths.ts';
import type { StoreOptions } from './store.ts';

/** The object as the archive's row knows it. */
export type ObjectRow = Pick<Digest, 'sha256' | 'size'>;

function damaged({ sha256 }: ObjectRow, detail: string, cause?: unknown): AppError {
  return new AppError('objects/damaged', { sha256: sha256.slice(0, 12), detail }, { cause });
}

/** Opens the file if it is a file of the right size; its content is not looked at yet. */
async function openFile(directory: string, row: ObjectRow): Promise<FileHandle> {
  const path = objectPath(directory, row.sha256);
  let handle: FileHandle | null = null;
  try {
    if (!(await lstat(path)).isFile()) throw damaged(row, 'link');
    handle = await open(path, READ_NO_LINK);
    const { size } = await handle.stat();
    if (size !== row.size) throw damaged(row, `${size} / ${row.size}`);
    return handle;
  } catch (error) {
    await handle?.close();
    if (systemCode(error) === 'ENOENT') {
      throw new AppError('objects/missing', { sha256: row.sha256.slice(0, 12) }, { cause: error });
    }
    throw readError(error, row);
  }
}

function readError(error: unknown, row: ObjectRow): unknown {
  const code = systemCode(error);
  if (error instanceof AppError || code === null) return error;
  return damaged(row, code, error);
}

/**
 * An object's content in memory. Throws objects/missing, objects/damaged, program/cancelled.
 * The caller has to bound the size by the row.
 */
export async function readObject(directory: string, row: ObjectRow, options: StoreOptions = {}): Promise<Uint8Array> {
  const handle = await openFile(directory, row);
  try {
    const content = new Uint8Array(row.size);
    let done = 0;
    const found = await digest(readerOf(handle), {
      signal: options.signal,
      onPiece: async (piece) => {
        if (done + piece.length > row.size) throw damaged(row, 'SHA-256');
        content.set(piece, done);
        done += piece.length;
        options.onProgress?.({ stage: 'read', done, total: row.size });
      },
    });
    if (found.sha256 !== row.sha256 || found.size !== row.size) throw damaged(row, 'SHA-256');
    return content;
  } catch (error) {
    throw readError(error, row);
  } finally {
    await handle.close();
  }
}

/**
 * Copies an object to a file of a person's choice, whole or not at all: the content is checked while it is copied, and
 * the copy is read back before it gets its name.
 * Throws objects/missing, objects/damaged, file/…, program/cancelled.
 */
export async function exportObject(
  directory: string,
  row: ObjectRow,
  targetFile: string,
  options: StoreOptions = {},
): Promise<void> {
  await writeAtomically(
    targetFile,
    async (temporary) => {
      const from = await openFile(directory, row);
      const to = await open(temporary, 'r+').catch(async (error: unknown) => {
        await from.close();
        throw error;
      });
      try {
        let done = 0;
        const read = readerOf(from);
        const found = await digest(
          (buffer) =>
            read(buffer).catch((error: unknown) => {
              throw readError(error, row);
            }),
          {
            signal: options.signal,
            onPiece: (piece) => writeAll(to, piece),
            onBytes: (bytes) => options.onProgress?.({ stage: 'copy', done: (done += bytes), total: row.size }),
          },
        );
        if (found.sha256 !== row.sha256) throw damaged(row, 'SHA-256');
      } finally {
        await from.close();
        await to.close();
      }
    },
    async (temporary) => {
      const copy = await examine(temporary, { signal: options.signal });
      if (copy.state === 'read' && copy.sha256 === row.sha256) return;
      throw new AppError('file/io', {
        file: row.sha256.slice(0, 12),
        folder: targetFile,
        detail: copy.state === 'unreadable' ? copy.detail : 'SHA-256',
      });
    },
    { signal: options.signal },
  );
}
