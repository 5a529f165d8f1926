/** The store under faults that really happen: whatever fails, an object's name holds its whole content or nothing. */
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { objectPath, SET_ASIDE } from '#core/objects/paths.ts';
import { exportObject, readObject } from '#core/objects/read.ts';
import { repairObject } from '#core/objects/repair.ts';
import { discard, place, prepare, putObject, sweepTemporaries } from '#core/objects/store.ts';
import { canMount, failure, mounted } from '../files/faults.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), '档案 对象-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const from = (bytes: Uint8Array) => ({ bytes, name: '扫描件.pdf' });

/** Every file below the archive, by its path. */
async function files(): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

async function sourceFile(content: Uint8Array, name = '原件.pdf'): Promise<string> {
  const folder = await mkdtemp(join(directory, 'source-'));
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

function writeOver(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, 'changed', 0);
  closeSync(handle);
}

function replace(file: string): void {
  rmSync(file);
  writeFileSync(file, 'another');
}

const objectFiles = async (): Promise<string[]> => (await files()).filter((file) => file.startsWith('objects/'));

describe('putting', () => {
  it('lays content under its checksum, read-only, and gives it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const stored = await putObject(directory, from(bytes));
        expect(stored).toMatchObject({ sha256: sha256(bytes), size: bytes.length });
        const path = objectPath(directory, stored.sha256);
        expect(new Uint8Array(await readFile(path))).toEqual(bytes);
        expect((await stat(path)).mode & 0o777).toBe(0o444);
        expect(await readObject(directory, stored)).toEqual(bytes);
        expect(await putObject(directory, from(bytes))).toEqual({ ...stored, existed: true });
      }),
      { numRuns: 40 },
    );
    expect((await objectFiles()).every((file) => /^objects\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/u.test(file))).toBe(true);
  });

  it('streams a large file and reports both readings of it', async () => {
    const content = randomBytes(5 * 1024 * 1024 + 17);
    const stages = new Map<string, number[]>();
    const stored = await putObject(
      directory,
      { file: await sourceFile(content) },
      { onProgress: ({ stage, done }) => stages.set(stage, [...(stages.get(stage) ?? []), done]) },
    );
    expect(stored.sha256).toBe(sha256(content));
    for (const stage of ['store', 'verify']) expect(stages.get(stage)?.at(-1)).toBe(content.length);
  });

  it('takes the same content twice at once', async () => {
    const content = randomBytes(100_000);
    const results = await Promise.all(Array.from({ length: 5 }, () => putObject(directory, from(content))));
    expect(new Set(results.map((result) => result.sha256)).size).toBe(1);
    expect(await objectFiles()).toHaveLength(1);
  });

  it('is content with a rival that came first, and only with a whole one', async () => {
    const content = Buffer.from('同一内容');
    const prepared = await prepare(directory, from(content), {});
    const refused = (): Promise<void> => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }));
    expect((await failure(place(directory, prepared, refused))).code).toBe('file/locked');
    const { sha256: name } = await putObject(directory, from(content));
    await place(directory, prepared, refused);
    await chmod(objectPath(directory, name), 0o644);
    await writeFile(objectPath(directory, name), '不同');
    expect((await failure(place(directory, prepared, refused))).code).toBe('file/locked');
    await discard(prepared.temporary);
  });

  it('never makes a path of anything but a checksum', () => {
    for (const bad of ['', '..', 'ab/../../x', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      expect(() => objectPath(directory, bad)).toThrow(/SHA-256/u);
    }
  });

  it('compares what is there already, and replaces nothing that is damaged', async () => {
    const content = Buffer.from('收入时的内容');
    const stored = await putObject(directory, from(content));
    const path = objectPath(directory, stored.sha256);
    await chmod(path, 0o644);
    for (const damaged of ['收入时的内宻', '短', '收入时的内容加长']) {
      await writeFile(path, damaged);
      expect((await failure(putObject(directory, from(content)))).code).toBe('objects/damaged');
      expect(await readFile(path, 'utf8')).toBe(damaged);
    }
    expect(await objectFiles()).toHaveLength(1);
  });
});

describe('sources that cannot be taken', () => {
  const refusal = async (file: string): Promise<string> => {
    const { code } = await failure(putObject(directory, { file }));
    expect(await objectFiles()).toEqual([]);
    return code;
  };

  it('a missing file, a folder, a link, a pipe', async () => {
    const target = await sourceFile(Buffer.from('x'));
    const link = join(directory, '链接.pdf');
    await symlink(target, link);
    const pipe = join(directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await refusal(join(directory, '没有.pdf'))).toBe('objects/source_missing');
    expect(await refusal(directory)).toBe('objects/source_folder');
    expect(await refusal(link)).toBe('objects/source_link');
    expect(await refusal(pipe)).toBe('objects/source_special');
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const file = await sourceFile(Buffer.from('x'));
    await chmod(file, 0o000);
    expect(await refusal(file)).toBe('objects/source_denied');
  });

  it('a file beyond four gigabytes', async () => {
    const file = await sourceFile(Buffer.from(''));
    await truncate(file, 4 * 1024 ** 3);
    expect(await refusal(file)).toBe('objects/source_too_large');
  });

  it.each([
    ['grows', (file: string) => appendFileSync(file, 'more'), 'objects/source_changed'],
    ['is cut', (file: string) => truncateSync(file, 10), 'objects/source_changed'],
    ['is written over', writeOver, 'objects/source_changed'],
    ['vanishes', (file: string) => rmSync(file), 'objects/source_vanished'],
    ['is replaced', replace, 'objects/source_changed'],
  ] as const)('a file that %s while it is read', async (_name, act, code) => {
    const file = await sourceFile(randomBytes(3 * 1024 * 1024));
    // Time stamps are coarse: a file written this very moment could be changed without a sign.
    await utimes(file, 1_600_000_000, 1_600_000_000);
    let steps = 0;
    const onProgress = (): void => {
      steps += 1;
      // Between the first piece and the second.
      if (steps === 1) act(file);
    };
    expect((await failure(putObject(directory, { file }, { onProgress }))).code).toBe(code);
    expect(await objectFiles()).toEqual([]);
  });

  it('a cancel leaves nothing behind, at whichever piece it comes', async () => {
    const file = await sourceFile(randomBytes(2 * 1024 * 1024 + 5));
    for (let stop = 1; stop <= 6; stop += 1) {
      const controller = new AbortController();
      let steps = 0;
      const onProgress = (): void => {
        steps += 1;
        if (steps === stop) controller.abort();
      };
      const put = putObject(directory, { file }, { signal: controller.signal, onProgress });
      await expect(put).rejects.toMatchObject({ code: 'program/cancelled' });
      expect(await objectFiles()).toEqual([]);
    }
  });
});

describe.skipIf(!canMount())('the archive’s disk', () => {
  it('is full at any point: nothing is left, and after making room it works', async () => {
    const store = join(directory, 'objects');
    await mkdir(store);
    const content = randomBytes(3 * 1024 * 1024);
    for (const size of ['256k', '1m', '2500k']) {
      await mounted(store, `size=${size}`, async () => {
        const error = await failure(putObject(directory, from(content)));
        expect(error.code).toBe('file/full');
        expect(error.params['file']).toBe('扫描件.pdf');
        expect(await objectFiles()).toEqual([]);
        execFileSync('mount', ['-o', 'remount,size=8m', store]);
        expect((await putObject(directory, from(content))).existed).toBe(false);
      });
    }
  });

  it('has no room for one more name', async () => {
    const store = join(directory, 'objects');
    await mkdir(store);
    // Room for the folder itself and one more entry: the temporary file finds a place, the object's folder none.
    await mounted(store, 'size=1m,nr_inodes=2', async () => {
      expect((await failure(putObject(directory, from(Buffer.from('x'))))).code).toBe('file/full');
      expect(await objectFiles()).toEqual([]);
    });
  });

  it('can only be read', async () => {
    const store = join(directory, 'objects');
    await mkdir(store);
    await mounted(store, 'size=1m,ro', async () => {
      expect((await failure(putObject(directory, from(Buffer.from('x'))))).code).toBe('file/folder_read_only');
    });
  });
});

describe('giving out', () => {
  it('copies whole files and refuses damaged and missing ones, leaving the target as it was', async () => {
    const content = randomBytes(2 * 1024 * 1024);
    const row = await putObject(directory, from(content));
    const target = join(directory, '导出.pdf');
    await exportObject(directory, row, target);
    expect(sha256(await readFile(target))).toBe(row.sha256);

    const path = objectPath(directory, row.sha256);
    await chmod(path, 0o644);
    const flipped = Buffer.from(content);
    flipped[1_500_000] = (flipped[1_500_000] ?? 0) ^ 0x10;
    for (const damaged of [flipped, content.subarray(1), Buffer.concat([content, Buffer.from('x')])]) {
      await writeFile(path, damaged);
      expect((await failure(exportObject(directory, row, target))).code).toBe('objects/damaged');
      expect((await failure(readObject(directory, row))).code).toBe('objects/damaged');
    }
    await rm(path);
    expect((await failure(exportObject(directory, row, target))).code).toBe('objects/missing');
    expect((await failure(readObject(directory, row))).code).toBe('objects/missing');
    await symlink(target, path);
    expect((await failure(readObject(directory, row))).code).toBe('objects/damaged');
    expect(sha256(await readFile(target))).toBe(row.sha256);
    expect((await readdir(directory)).filter((name) => name.startsWith('.~'))).toEqual([]);
  });
});

describe('repair', () => {
  it('puts the content back and keeps what was there, each time under a new name', async () => {
    const content = Buffer.from('原来的内容');
    const { sha256: name } = await putObject(directory, from(content));
    const path = objectPath(directory, name);
    expect(await repairObject(directory, name, from(content))).toEqual({ size: 15, damage: null, keptAs: null });
    for (const [number, damaged] of ['坏一', '坏二'].entries()) {
      await chmod(path, 0o644);
      await writeFile(path, damaged);
      const repaired = await repairObject(directory, name, from(content));
      expect(repaired).toEqual({ size: 15, damage: 'SHA-256', keptAs: `${name}-${number + 1}` });
      expect(await readFile(join(directory, SET_ASIDE, `${name}-${number + 1}`), 'utf8')).toBe(damaged);
      expect(await readFile(path, 'utf8')).toBe('原来的内容');
    }
    await rm(path);
    expect(await repairObject(directory, name, from(content))).toMatchObject({ damage: 'missing', keptAs: null });
    await rm(path);
    await mkdir(path);
    expect(await repairObject(directory, name, from(content))).toMatchObject({
      damage: 'folder',
      keptAs: `${name}-3`,
    });
    expect(await objectFiles()).toEqual([`objects/${name.slice(0, 2)}/${name}`]);
  });

  it('follows no link that stands in an object’s place', async () => {
    const content = Buffer.from('原来的内容');
    const { sha256: name } = await putObject(directory, from(content));
    const path = objectPath(directory, name);
    const elsewhere = join(directory, 'elsewhere');
    await writeFile(elsewhere, 'mine', { mode: 0o600 });
    await rm(path);
    await symlink(elsewhere, path);
    expect(await repairObject(directory, name, from(content))).toMatchObject({ damage: 'link' });
    expect(await readFile(elsewhere, 'utf8')).toBe('mine');
    expect((await stat(elsewhere)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe('原来的内容');
  });

  it('takes nothing but exactly the content', async () => {
    const { sha256: name } = await putObject(directory, from(Buffer.from('one')));
    await rm(objectPath(directory, name));
    expect((await failure(repairObject(directory, name, from(Buffer.from('two'))))).code).toBe('objects/other_content');
    expect(await objectFiles()).toEqual([]);
  });
});

describe('sweeping', () => {
  it('removes temporary files of the store and nothing else', async () => {
    const row = await putObject(directory, from(Buffer.from('x')));
    const store = join(directory, 'objects');
    await writeFile(join(store, '.~object-01234567-89ab-cdef-0123-456789abcdef.tmp'), 'half');
    await writeFile(join(store, '.~object-notes.tmp'), 'kept');
    expect(sweepTemporaries(directory)).toBe(1);
    expect(await objectFiles()).toEqual([
      'objects/.~object-notes.tmp',
      `objects/${row.sha256.slice(0, 2)}/${row.sha256}`,
    ]);
    expect(sweepTemporaries(join(directory, 'nowhere'))).toBe(0);
  });
});
