/** Real faults for tests: small and read-only file systems, where this machine allows mounting them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let mountable: boolean | null = null;

/** Tried once with an empty folder; false without the rights of the superuser. */
export function canMount(): boolean {
  if (mountable !== null) return mountable;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    mountable = false;
    return mountable;
  }
  const probe = mkdtempSync(join(tmpdir(), 'mount-probe-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    mountable = true;
  } catch {
    mountable = false;
  }
  rmdirSync(probe);
  return mountable;
}

/** Runs `act` while a memory file system with these options lies over `folder`. */
export async function mounted(folder: string, options: string, act: () => Promise<void>): Promise<void> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  try {
    await act();
  } finally {
    execFileSync('umount', [folder]);
  }
}
