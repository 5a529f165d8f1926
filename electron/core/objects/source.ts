/**
 * What is put into the store: a file of a person, or bytes. A file is looked at before and after it is read; one that
 * another program changed, cut or took away meanwhile is refused, because its content belongs to no one moment.
 */
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BigIntStats } from 'node:fs';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { systemCode } from '../files/file-errors.ts';
import { READ_NO_LINK, readerOf } from './digest.ts';

/** Every object must fit on a FAT32 stick, which holds files below 4 GiB. */
export const LARGEST_OBJECT = 4 * 1024 ** 3 - 1;

export type ObjectSource = { file: string } | { bytes: Uint8Array; name: string };

export interface OpenSource {
  /** Name for messages. */
  name: string;
  /** Bytes that it has now. */
  size: number;
  read: (buffer: Uint8Array) => Promise<number>;
  /** Throws objects/source_changed or objects/source_vanished unless it is still what was opened. */
  mustBeUnchanged: (readBytes: number) => Promise<void>;
  close: () => Promise<void>;
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'objects/source_missing',
  ENOTDIR: 'objects/source_missing',
  EACCES: 'objects/source_denied',
  EPERM: 'objects/source_denied',
  EBUSY: 'objects/source_locked',
  ETXTBSY: 'objects/source_locked',
  EAGAIN: 'objects/source_locked',
  ELOOP: 'objects/source_link',
  EISDIR: 'objects/source_folder',
};

function sourceError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  return new AppError(CODES[code] ?? 'objects/source_io', { file, detail: code }, { cause: error });
}

function refuse(about: BigIntStats, file: string): void {
  if (about.isSymbolicLink()) throw new AppError('objects/source_link', { file });
  if (about.isDirectory()) throw new AppError('objects/source_folder', { file });
  if (!about.isFile()) throw new AppError('objects/source_special', { file });
  if (about.size > BigInt(LARGEST_OBJECT)) throw new AppError('objects/source_too_large', { file, limit: 4 });
}

function sameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

async function openFile(path: string): Promise<OpenSource> {
  const name = basename(path);
  let handle: FileHandle | null = null;
  try {
    // Looked at first, because opening a pipe would wait for its other end.
    refuse(await lstat(path, { bigint: true }), name);
    handle = await open(path, READ_NO_LINK);
    const before = await handle.stat({ bigint: true });
    refuse(before, name);
    const opened = handle;
    const read = readerOf(opened);
    return {
      name,
      size: Number(before.size),
      read: (buffer) =>
        read(buffer).catch((error: unknown) => {
          throw sourceError(error, name);
        }),
      async mustBeUnchanged(readBytes) {
        const after = await opened.stat({ bigint: true }).catch((error: unknown) => {
          throw sourceError(error, name);
        });
        if (BigInt(readBytes) !== before.size || !sameFile(before, after)) {
          throw new AppError('objects/source_changed', { file: name });
        }
        const named = await lstat(path, { bigint: true }).catch((error: unknown) => {
          throw new AppError('objects/source_vanished', { file: name }, { cause: error });
        });
        if (!sameFile(before, named)) throw new AppError('objects/source_changed', { file: name });
      },
      close: () => opened.close(),
    };
  } catch (error) {
    await handle?.close();
    throw sourceError(error, name);
  }
}

function openBytes(bytes: Uint8Array, name: string): OpenSource {
  let at = 0;
  return {
    name,
    size: bytes.length,
    read: (buffer) => {
      const piece = bytes.subarray(at, at + buffer.length);
      buffer.set(piece);
      at += piece.length;
      return Promise.resolve(piece.length);
    },
    mustBeUnchanged: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Opens for one reading from end to end; the caller closes it. Throws objects/source_…. */
export function openSource(source: ObjectSource): Promise<OpenSource> {
  return 'file' in source ? openFile(source.file) : Promise.resolve(openBytes(source.bytes, source.name));
}
