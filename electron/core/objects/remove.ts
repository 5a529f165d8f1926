/**
 * Takes away the content of objects whose rows say that they were destroyed. It runs after that row is safe on disk: a
 * crash in between leaves a file too many, never a row without its file, and the next opening takes it away.
 */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { objectPath } from './paths.ts';

/** Answers how many files were there and are gone now. */
export function removeContents(directory: string, hashes: readonly string[]): number {
  let removed = 0;
  for (const sha256 of hashes) {
    const path = objectPath(directory, sha256);
    if (!existsSync(path)) continue;
    // Objects are read-only, and Windows removes no read-only file.
    chmodSync(path, 0o600);
    rmSync(path);
    removed += 1;
  }
  return removed;
}
