/**
 * Reading a file once from end to end: its checksum, its size and, where wanted, each piece for a second use. Memory
 * stays at one piece however large the file is.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { systemCode } from '../files/file-errors.ts';

/** Bytes that are read at once. */
const PIECE = 1024 * 1024;

/** Links are never followed: what lies behind one is not what the store, or a person, named. */
export const READ_NO_LINK = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW);

export interface Digest {
  /** Lower-case hexadecimal digits. */
  sha256: string;
  /** Bytes. */
  size: number;
}

export interface DigestOptions {
  signal?: AbortSignal | undefined;
  /** Called with the length of each piece in bytes. */
  onBytes?: ((bytes: number) => void) | undefined;
  /** Gets each piece before the next one is read. */
  onPiece?: ((piece: Uint8Array) => Promise<void>) | undefined;
}

/** Reads from the handle's place to its end. Throws program/cancelled and whatever reading throws. */
export async function digest(
  read: (buffer: Uint8Array) => Promise<number>,
  { signal, onBytes, onPiece }: DigestOptions,
): Promise<Digest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(PIECE);
  let size = 0;
  for (;;) {
    if (signal?.aborted) throw new AppError('program/cancelled');
    const length = await read(buffer);
    if (length === 0) return { sha256: hash.digest('hex'), size };
    const piece = buffer.subarray(0, length);
    hash.update(piece);
    await onPiece?.(piece);
    size += length;
    onBytes?.(length);
  }
}

/** A reader over an open file, from its present place on. */
export function readerOf(handle: FileHandle): (buffer: Uint8Array) => Promise<number> {
  return async (buffer) => (await handle.read(buffer, 0, buffer.length, null)).bytesRead;
}

/** Writes the whole piece; a system may take it in parts. */
export async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    done += (await handle.write(piece, done, piece.length - done, null)).bytesWritten;
  }
}

/** What stands under a name in the store. */
export type Examined =
  | ({ state: 'read' } & Digest)
  | { state: 'missing' }
  /** `detail` is the system's code, or what lies there in place of a file. */
  | { state: 'unreadable'; detail: string };

/** Reads a file that should be there and says what it found; only a cancel is thrown. */
export async function examine(path: string, options: DigestOptions = {}): Promise<Examined> {
  let handle: FileHandle | null = null;
  try {
    const about = await lstat(path);
    if (!about.isFile()) {
      const detail = about.isSymbolicLink() ? 'link' : about.isDirectory() ? 'folder' : 'special';
      return { state: 'unreadable', detail };
    }
    handle = await open(path, READ_NO_LINK);
    return { state: 'read', ...(await digest(readerOf(handle), options)) };
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' ? { state: 'missing' } : { state: 'unreadable', detail: code };
  } finally {
    await handle?.close();
  }
}
