/**
 * The three steps that make a file survive a power cut: its content flushed, its name put in place by a rename, the
 * folder that holds the name flushed. Every place that writes files goes through these.
 * Source: reliability notes 2.1 (renames are tried again on Windows, where virus scanners and indexers hold fresh files
 * for a moment).
 */
import { open, rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode } from './file-errors.ts';

const RETRY_AFTER_MS: readonly number[] = [5, 10, 20, 40, 80, 160, 320, 640];

/** Makes a file's content durable. */
export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself durable. Windows has no such call for folders. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and removable file systems cannot flush a folder; the file itself is flushed and in place.
    const code = systemCode(error);
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EBADF') throw error;
  } finally {
    await handle.close();
  }
}

/** Renames; on Windows again after 5, 10, 20 … 640 ms while another program holds one of the two files. */
export async function renameWithRetry(
  from: string,
  to: string,
  system: {
    rename: (from: string, to: string) => Promise<void>;
    wait: (ms: number) => Promise<unknown>;
    platform: NodeJS.Platform;
  } = { rename, wait, platform: process.platform },
): Promise<void> {
  for (const delay of RETRY_AFTER_MS) {
    try {
      await system.rename(from, to);
      return;
    } catch (error) {
      const code = systemCode(error);
      const passing = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (system.platform !== 'win32' || !passing) throw error;
      await system.wait(delay);
    }
  }
  await system.rename(from, to);
}
