/** Atomic files under faults that really happen: each leaves the folder as it was and says what to do. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '#core/files/atomic-file.ts';
import { renameWithRetry } from '#core/files/durable.ts';
import { fileError } from '#core/files/file-errors.ts';
import { writeThroughSink } from '#core/files/file-sink.ts';
import { canMount, failure, mounted } from './faults.ts';
import { AppError } from '#shared/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '原子 文件-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const content = (text: string) => (path: string) => writeFile(path, text);

describe('writing', () => {
  it('puts a new file in place and replaces an old one, keeping its permissions', async () => {
    const target = join(folder, '表.xlsx');
    await writeAtomically(target, content('one'));
    await chmod(target, 0o640);
    await writeAtomically(target, content('two'));
    expect(await readFile(target, 'utf8')).toBe('two');
    expect((await stat(target)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['表.xlsx']);
  });

  it('shows nothing under the name before the file has been verified', async () => {
    const target = join(folder, 'a.pdf');
    await writeAtomically(target, content('whole'), async (temporary) => {
      expect(await readFile(temporary, 'utf8')).toBe('whole');
      await expect(stat(target)).rejects.toThrow(/ENOENT/u);
    });
    expect(await readFile(target, 'utf8')).toBe('whole');
  });

  it('makes the file that a symbolic link names, or says that its folder is missing', async () => {
    const link = join(folder, 'link.pdf');
    await mkdir(join(folder, '盘'));
    await symlink(join('盘', 'real.pdf'), link);
    await writeAtomically(link, content('new'));
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, '盘', 'real.pdf'), 'utf8')).toBe('new');
    await rm(join(folder, '盘'), { recursive: true });
    expect((await failure(writeAtomically(link, content('new')))).code).toBe('file/folder_missing');
    expect(await readdir(folder)).toEqual(['link.pdf']);
  });

  it('writes through a symbolic link to the file behind it', async () => {
    await writeFile(join(folder, 'real.pdf'), 'old');
    await symlink(join(folder, 'real.pdf'), join(folder, 'link.pdf'));
    await writeAtomically(join(folder, 'link.pdf'), content('new'));
    expect(await readFile(join(folder, 'real.pdf'), 'utf8')).toBe('new');
  });

  it('removes what a killed program left, and nothing else', async () => {
    const abandoned = join(folder, '.~export-01234567-89ab-cdef-0123-456789abcdef.tmp');
    const running = join(folder, '.~export-11234567-89ab-cdef-0123-456789abcdef.tmp');
    const foreign = join(folder, '.~export-notes.tmp');
    for (const path of [abandoned, running, foreign]) await writeFile(path, 'x');
    for (const path of [abandoned, foreign]) await utimes(path, 1, 1);
    await writeAtomically(join(folder, 'a.pdf'), content('a'));
    expect((await readdir(folder)).sort()).toEqual([
      '.~export-11234567-89ab-cdef-0123-456789abcdef.tmp',
      '.~export-notes.tmp',
      'a.pdf',
    ]);
  });
});

describe('each failure leaves the folder as it was', () => {
  async function expectUntouched(target: string, act: Promise<unknown>): Promise<AppError> {
    const error = await failure(act);
    expect(await readdir(folder)).toEqual(['old.xlsx']);
    expect(await readFile(target, 'utf8')).toBe('old');
    return error;
  }
  async function oldFile(): Promise<string> {
    const target = join(folder, 'old.xlsx');
    await writeFile(target, 'old');
    return target;
  }

  it('a writer that fails half way', async () => {
    const target = await oldFile();
    const act = writeAtomically(target, async (path) => {
      await writeFile(path, 'half');
      throw new AppError('program/cancelled');
    });
    await expect(act).rejects.toMatchObject({ code: 'program/cancelled' });
    expect(await readdir(folder)).toEqual(['old.xlsx']);
    expect(await readFile(target, 'utf8')).toBe('old');
  });

  it('a verification that finds a difference', async () => {
    const target = await oldFile();
    const verify = () => Promise.reject(new AppError('file/io', { file: 'f', folder: 'd', detail: 'x' }));
    expect((await expectUntouched(target, writeAtomically(target, content('new'), verify))).code).toBe('file/io');
  });

  it('a cancel during verification', async () => {
    const target = await oldFile();
    const controller = new AbortController();
    const verify = async () => controller.abort();
    await expect(writeAtomically(target, content('new'), verify, { signal: controller.signal })).rejects.toMatchObject({
      code: 'program/cancelled',
    });
    expect(await readdir(folder)).toEqual(['old.xlsx']);
    expect(await readFile(target, 'utf8')).toBe('old');
  });

  it('a read-only file', async () => {
    const target = await oldFile();
    await chmod(target, 0o444);
    expect((await expectUntouched(target, writeAtomically(target, content('new')))).code).toBe('file/read_only');
  });

  it('an owner file of WPS or Excel, or of LibreOffice with the name of the person', async () => {
    const target = await oldFile();
    await writeFile(join(folder, '~$old.xlsx'), 'x');
    const office = await failure(writeAtomically(target, content('new')));
    expect(office).toMatchObject({ code: 'file/owner_file', params: { ownerFile: '~$old.xlsx' } });
    await rm(join(folder, '~$old.xlsx'));
    await writeFile(join(folder, '.~lock.old.xlsx#'), ',wang,PC-02,23.11.2026 10:00,file:///home/wang;');
    const libre = await failure(writeAtomically(target, content('new')));
    expect(libre).toMatchObject({ code: 'file/owner_file_by', params: { holder: 'wang @ PC-02' } });
    await rm(join(folder, '.~lock.old.xlsx#'));
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['old.xlsx']);
  });

  it.skipIf(process.platform !== 'linux')('a lock that another running program holds', async () => {
    const target = await oldFile();
    const locker = spawn('flock', ['--exclusive', target, 'sh', '-c', 'echo locked; read line'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      await new Promise((resolve, reject) => {
        locker.stdout.once('data', resolve);
        locker.once('error', reject);
      });
      const error = await expectUntouched(target, writeAtomically(target, content('new')));
      expect(error.code).toBe('file/locked_by');
    } finally {
      locker.stdin.end();
      await new Promise((resolve) => locker.once('close', resolve));
    }
    await writeAtomically(target, content('new'));
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('a folder in place of the file, and a device', async () => {
    await mkdir(join(folder, 'plan.pdf'));
    expect((await failure(writeAtomically(join(folder, 'plan.pdf'), content('x')))).code).toBe('file/is_folder');
    expect(await readdir(folder)).toEqual(['plan.pdf']);
    expect((await failure(writeAtomically('/dev/full', content('x')))).code).toBe('file/not_a_file');
  });

  it('a name that is too long', async () => {
    const target = join(folder, `${'长'.repeat(100)}.pdf`);
    expect((await failure(writeAtomically(target, content('x')))).code).toBe('file/path_too_long');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the folder goes away', () => {
  it('before', async () => {
    const error = await failure(writeAtomically(join(folder, 'gone', 'a.pdf'), content('x')));
    expect(error).toMatchObject({ code: 'file/folder_missing', params: { folder: join(folder, 'gone') } });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['write', 'verify'])('in the middle of %s', async (step) => {
    const inner = join(folder, 'inner');
    await mkdir(inner);
    const remove = () => rm(inner, { recursive: true });
    const act = writeAtomically(
      join(inner, 'a.pdf'),
      async (path) => {
        await writeThroughSink(path, async (sink) => {
          sink.write('half');
          if (step === 'write') await remove();
          sink.end('whole');
        });
      },
      async () => {
        if (step === 'verify') await remove();
      },
    );
    expect((await failure(act)).code).toBe('file/folder_missing');
    expect(await readdir(folder)).toEqual([]);
  });

  it('a temporary file that another program removes is told apart', async () => {
    const act = writeAtomically(join(folder, 'a.pdf'), content('x'), (path) => rm(path));
    expect((await failure(act)).code).toBe('file/vanished');
  });
});

describe.skipIf(!canMount())('file systems at their limits (needs the right to mount)', () => {
  it('a full disk: the old file stays and the next export works again once there is space', async () => {
    await mounted(folder, 'size=64k', async () => {
      const target = join(folder, 'old.xlsx');
      await writeFile(target, 'old');
      const large = (path: string) =>
        writeThroughSink(path, async (sink) => {
          for (let part = 0; part < 40; part += 1) sink.write(Buffer.alloc(8192, part));
        });
      expect((await failure(writeAtomically(target, large))).code).toBe('file/full');
      expect(await readdir(folder)).toEqual(['old.xlsx']);
      expect(await readFile(target, 'utf8')).toBe('old');
      execFileSync('mount', ['-o', 'remount,size=4m', folder]);
      await writeAtomically(target, large);
      expect((await stat(target)).size).toBe(40 * 8192);
    });
  });

  it('a read-only file system', async () => {
    await mounted(folder, 'size=64k', async () => {
      await writeFile(join(folder, 'old.xlsx'), 'old');
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      expect((await failure(writeAtomically(join(folder, 'old.xlsx'), content('new')))).code).toBe(
        'file/folder_read_only',
      );
      expect((await failure(writeAtomically(join(folder, 'new.xlsx'), content('new')))).code).toBe(
        'file/folder_read_only',
      );
      expect(await readdir(folder)).toEqual(['old.xlsx']);
      expect(await readFile(join(folder, 'old.xlsx'), 'utf8')).toBe('old');
    });
  });
});

describe('Windows', () => {
  const refusal = (code: string) => Object.assign(new Error(code), { code });

  it('renames again while a virus scanner holds the file, for about 1.3 seconds', async () => {
    const waits: number[] = [];
    let calls = 0;
    const system = {
      platform: 'win32' as const,
      wait: async (ms: number) => waits.push(ms),
      rename: async () => {
        calls += 1;
        if (calls <= 3) throw refusal('EPERM');
      },
    };
    await renameWithRetry('a', 'b', system);
    expect(waits).toEqual([5, 10, 20]);

    const stuck = renameWithRetry('a', 'b', { ...system, rename: () => Promise.reject(refusal('EBUSY')) });
    await expect(stuck).rejects.toThrow('EBUSY');
    expect(waits.slice(3).reduce((sum, ms) => sum + ms, 0)).toBe(1275);
  });

  it('does not try again on other systems or for other errors', async () => {
    const wait = () => Promise.reject(new Error('waited'));
    for (const [platform, code] of [
      ['linux', 'EPERM'],
      ['win32', 'ENOSPC'],
    ] as const) {
      const rename = () => Promise.reject(refusal(code));
      await expect(renameWithRetry('a', 'b', { rename, wait, platform })).rejects.toThrow(code);
    }
  });

  it('tells a locked target from a folder without permission', () => {
    const at = (step: 'write' | 'replace') => fileError(refusal('EPERM'), join(folder, 'a.pdf'), step, 'win32');
    expect(at('replace')).toMatchObject({ code: 'file/locked' });
    expect(at('write')).toMatchObject({ code: 'file/folder_read_only' });
  });
});
