/** A file or bytes in memory, read at any place. What only looks at a file's beginning costs the same for any size. */
import type { FileHandle } from 'node:fs/promises';

export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `offset` on, fewer than `length` at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export function bytesAsSource(bytes: Uint8Array): ByteSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: all.length,
    read: (offset, length) => Promise.resolve(all.subarray(offset, offset + length)),
  };
}

/** The handle stays the caller's. */
export function handleAsSource(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
  };
}
