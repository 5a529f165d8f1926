/** Real faults for tests: small and read-only file systems, where this machine allows mounting them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';

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

/** The error that a promise fails with; its sentence must be complete and say what to do. */
export async function failure(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('expected an AppError', { cause: error });
  const { code, params } = error;
  const sentence = zhCN.errors[code].replaceAll(/\{\{(\w+)\}\}/gu, (mark, key: string) => String(params[key] ?? mark));
  if (!sentence.includes('请') || /\{\{|（）|“”/u.test(sentence)) throw new Error(`unfinished sentence: ${sentence}`);
  return error;
}
