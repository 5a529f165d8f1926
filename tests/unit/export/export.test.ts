/** The export pipeline as a whole, on disks that fail: a file is whole and right, or nothing has happened. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportReport, type ExportRequest, previewPdf } from '#core/export/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { canMount, failure, mounted } from '../files/faults.ts';
import { months, sampleReport, text } from './sample-layout.ts';

const fontsFolder = resolve(import.meta.dirname, '../../../resources/fonts');
const plan = sampleReport([...months('1-2月', 2), ...months('6月', 4), ...months('7月', 3)]);
/** Too large for a small disk, and random enough that packing does not help. */
const large = sampleReport(
  Array.from({ length: 500 }, (_, index) => {
    const digest = createHash('sha512').update(String(index)).digest();
    const characters = Array.from(digest, (byte, at) => String.fromCodePoint(0x4e00 + ((byte * 37 + at * 101) % 6000)));
    return { group: `${index}`, cells: [text(`${index}`), text(characters.join('')), text('示例街道中心校')] };
  }),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '导出 '));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function request(format: 'xlsx' | 'pdf', change: Partial<ExportRequest> = {}): ExportRequest {
  const file = join(folder, `配档表.${format}`);
  return { report: plan, format, file, fontsFolder, fontScheme: 'shipped', ...change };
}

describe.each(['xlsx', 'pdf'] as const)('%s', { timeout: 30_000 }, (format) => {
  const name = `配档表.${format}`;

  it('answers what lies on the disk', async () => {
    const stages: string[] = [];
    const answer = await exportReport(request(format, { onProgress: ({ stage }) => stages.push(stage) }));
    const bytes = await readFile(answer.file);
    expect(answer).toEqual({
      file: join(folder, name),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: 1,
      rows: 9,
      missingGlyphs: [],
    });
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\x03\x04');
    expect([...new Set(stages)]).toEqual(['layout', 'write', 'verify']);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('refuses a name that says another format', async () => {
    const error = await failure(exportReport(request(format, { file: join(folder, '配档表.txt') })));
    expect(error.code).toBe('export/wrong_extension');
    expect(await readdir(folder)).toEqual([]);
  });

  it('names characters that no font has, with their rows, before anything is written', async () => {
    const rare: TableReport = { ...plan, rows: [...plan.rows, ...months('8月', 1, '\u{10fff0}')] };
    const error = await failure(exportReport(request(format, { report: rare })));
    expect(error.code).toBe('export/missing_glyphs');
    expect(error.params['characters']).toMatch(/U\+10FFF0.*第 10 行/u);
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops when cancelled and leaves the old file', async () => {
    await writeFile(join(folder, name), 'old');
    for (const at of ['layout', 'write', 'verify']) {
      const controller = new AbortController();
      const cancelled = exportReport(
        request(format, {
          report: large,
          signal: controller.signal,
          onProgress: ({ stage }) => {
            if (stage === at) controller.abort();
          },
        }),
      );
      await expect(cancelled).rejects.toMatchObject({ code: 'program/cancelled' });
    }
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name), 'utf8')).toBe('old');
  });

  it('says that the folder is gone, before and in the middle', async () => {
    const inner = join(folder, '工作');
    const inside = { file: join(inner, name) };
    expect((await failure(exportReport(request(format, inside)))).code).toBe('file/folder_missing');
    await mkdir(inner);
    const removals: Promise<void>[] = [];
    const onProgress: ExportRequest['onProgress'] = ({ stage }) => {
      if (stage === 'write') removals.push(rm(inner, { recursive: true, force: true }));
    };
    const error = await failure(exportReport(request(format, { ...inside, report: large, onProgress })));
    await Promise.all(removals);
    expect(error.code).toBe('file/folder_missing');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the file is read-only, or open in an office program', async () => {
    const file = join(folder, name);
    await writeFile(file, 'old');
    await chmod(file, 0o444);
    expect((await failure(exportReport(request(format)))).code).toBe('file/read_only');
    await chmod(file, 0o644);
    await writeFile(join(folder, `~$${name}`), '');
    expect((await failure(exportReport(request(format)))).code).toBe('file/owner_file');
    await rm(join(folder, `~$${name}`));
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it.skipIf(!canMount())('says that the disk is full or read-only (needs the right to mount)', async () => {
    const file = join(folder, name);
    await mounted(folder, 'size=32k', async () => {
      await writeFile(file, 'old');
      expect((await failure(exportReport(request(format, { report: large })))).code).toBe('file/full');
      expect(await readdir(folder)).toEqual([name]);
      expect(await readFile(file, 'utf8')).toBe('old');
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      expect((await failure(exportReport(request(format)))).code).toBe('file/folder_read_only');
      expect(await readFile(file, 'utf8')).toBe('old');
      execFileSync('mount', ['-o', 'remount,rw,size=8m', folder]);
      await exportReport(request(format, { report: large }));
      expect((await stat(file)).size).toBeGreaterThan(32_768);
      expect(await readdir(folder)).toEqual([name]);
    });
  });
});

it('prints characters without a glyph on request and lists them', async () => {
  const rare: TableReport = { ...plan, rows: months('8月', 1, '\u{10fff0}') };
  const answer = await exportReport(request('xlsx', { report: rare, allowMissingGlyphs: true }));
  expect(answer.missingGlyphs).toEqual([{ character: '\u{10fff0}', rows: [1] }]);
});

it('shows on the screen the bytes that it would write', async () => {
  const preview = await previewPdf(request('pdf'));
  const { file, pages } = await exportReport(request('pdf'));
  expect(preview.pages).toBe(pages);
  expect(Buffer.compare(preview.bytes, await readFile(file))).toBe(0);
});
