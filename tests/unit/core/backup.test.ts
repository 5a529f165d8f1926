/** Copies of the whole archive: proven, or called by another name. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openRuntime } from '#core/runtime.ts';
import { callOn } from '#core/runtime-call.ts';
import { objectPath } from '#core/objects/paths.ts';
import { runtimeOptions, testArchive, temporaryFolder, type TestArchive } from '#tests/support/test-archive.ts';
import { canMount, failure, mounted } from '../files/faults.ts';

async function archiveWith(count: number): Promise<{ archive: TestArchive; place: string; objects: string[] }> {
  const archive = await testArchive();
  await archive.call('plans.create', { year: 2021 });
  const objects: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { sha256 } = await archive.call('objects.add', { bytes: randomBytes(200_000), name: `${number}.bin` });
    objects.push(sha256);
  }
  const place = join(temporaryFolder(), 'U盘');
  mkdirSync(place);
  return { archive, place, objects };
}

/** What the system's own tool says of a copy. */
function sha256sum(directory: string): string[] {
  const text = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: directory, encoding: 'utf8' });
  return text.trim().split('\n');
}

const newest = async ({ call }: TestArchive) => (await call('history.list', { limit: 1 }))[0];

describe('a backup', () => {
  it('holds everything, is checked by any computer, and opens as an archive', async () => {
    const { archive, place, objects } = await archiveWith(3);
    // A file that no row names is not the archive's.
    writeFileSync(join(archive.directory, 'objects', 'Thumbs.db'), 'x');
    const steps: string[] = [];
    const backup = await archive.call(
      'archive.backup',
      { directory: place },
      { onProgress: ({ stage, done, total }) => steps.push(`${stage} ${done}/${total}`) },
    );
    expect(backup).toMatchObject({ objects: 3, proven: true, problems: [] });
    expect(steps.at(-1)).toBe('objects 600000/600000');
    expect(readdirSync(place)).toEqual([backup.directory.slice(place.length + 1)]);
    expect(sha256sum(backup.directory).every((line) => line.endsWith(': OK'))).toBe(true);
    const lines = readFileSync(join(backup.directory, 'manifest-sha256.txt'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines).toContain(`${objects[0]}  objects/${objects[0]?.slice(0, 2)}/${objects[0]}`);
    const files = readdirSync(backup.directory, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    expect(files).toHaveLength(6);

    const copy = await openRuntime(runtimeOptions(backup.directory, { mode: 'read-only' }));
    const call = callOn(copy);
    expect(await call('archive.verify', {})).toMatchObject({ ok: true, head: backup.head });
    expect(await call('objects.check', {})).toMatchObject({ objects: 3, findings: [] });
    copy.close();
    expect(await newest(archive)).toMatchObject({ label: { code: 'backup', params: { problems: 0 } } });
  });

  it('with damaged and missing objects says so and does not count as proven', async () => {
    const { archive, place, objects } = await archiveWith(4);
    const [whole = '', flipped = '', cut = '', gone = ''] = objects;
    for (const sha256 of [flipped, cut]) {
      const path = objectPath(archive.directory, sha256);
      const content = readFileSync(path);
      content[777] = (content[777] ?? 0) ^ 1;
      chmodSync(path, 0o644);
      writeFileSync(path, sha256 === cut ? content.subarray(1) : content);
    }
    rmSync(objectPath(archive.directory, gone));
    const backup = await archive.call('archive.backup', { directory: place });
    expect(backup).toMatchObject({
      objects: 1,
      proven: false,
      problems: [
        { sha256: flipped, code: 'objects/damaged' },
        { sha256: cut, code: 'objects/damaged' },
        { sha256: gone, code: 'objects/missing' },
      ],
    });
    expect(backup.directory).toMatch(/-incomplete$/u);
    expect(existsSync(objectPath(backup.directory, whole))).toBe(true);
    expect(existsSync(objectPath(backup.directory, flipped))).toBe(false);
    expect(sha256sum(backup.directory)).toHaveLength(3);
    expect(await newest(archive)).toMatchObject({ label: { code: 'backupIncomplete', params: { problems: 3 } } });
  });

  it('that is cancelled leaves nothing, at whichever step', async () => {
    const { archive, place } = await archiveWith(2);
    for (let stop = 1; stop <= 5; stop += 1) {
      const controller = new AbortController();
      let steps = 0;
      const onProgress = (): void => {
        steps += 1;
        if (steps === stop) controller.abort();
      };
      const backup = archive.call('archive.backup', { directory: place }, { signal: controller.signal, onProgress });
      await expect(backup).rejects.toMatchObject({ code: 'program/cancelled' });
      expect(readdirSync(place)).toEqual([]);
    }
    expect(await newest(archive)).toMatchObject({ action: 'objects.add' });
  });

  it.skipIf(!canMount())('that finds the stick full leaves nothing and says so', async () => {
    const { archive, place } = await archiveWith(4);
    for (const size of ['100k', '400k', '800k']) {
      await mounted(place, `size=${size}`, async () => {
        const error = await failure(archive.call('archive.backup', { directory: place }));
        expect(error.code).toBe('file/full');
        expect(readdirSync(place)).toEqual([]);
      });
    }
  });
});
