import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { NO_TIME } from '#shared/features/schedule.ts';
import { z } from '#shared/lib/zod.ts';
import { temporaryFolder } from '#tests/support/test-archive.ts';
import { inputsFolder } from '#tests/support/inputs.ts';

const ENTRY = resolve(import.meta.dirname, '../../../electron/cli/index.ts');
const PLAN =
  '2021年某街道社区教育中心工作配档表\n月份\t工作安排\t主管单位\n1-2月\t加强社区防疫工作\t社区教育中心\n3月\t庆三八系列活动\t街道办事处\n\t学雷锋志愿服务\t社区教育中心\n';

/** Runs the program as a person would; stdout must be one JSON value. */
function cli(...args: string[]): { status: number | null; answer: unknown; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...args], {
    maxBuffer: 16 * 2 ** 20,
    encoding: 'utf8',
  });
  return { status, answer: stdout === '' ? undefined : JSON.parse(stdout), stderr };
}

describe('the command line', () => {
  it('prints the contract', { timeout: 20_000 }, () => {
    const { status, answer } = cli('--list');
    const names = z
      .array(z.object({ name: z.string(), kind: z.enum(['query', 'command', 'job']), input: z.unknown() }))
      .parse(answer);
    expect(status).toBe(0);
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['schedule.read', 'schedule.import', 'schedule.list', 'schedule.export']),
    );
    expect(names.find(({ name }) => name === 'schedule.export')?.input).toMatchObject({
      required: expect.arrayContaining(['year', 'format', 'file']) as unknown,
    });
  });

  it('reads a plan without touching an archive, imports it, lists it and writes both papers', {
    timeout: 60_000,
  }, () => {
    const folder = temporaryFolder();
    const file = join(folder, '计划.txt');
    const archive = join(folder, '档案');
    writeFileSync(file, PLAN);
    const read = cli(archive, 'schedule.read', JSON.stringify({ file }));
    expect(read).toMatchObject({
      status: 0,
      answer: { year: 2021, row_count: 3, rows: [{ month_start: 1, month_end: 2 }, {}, {}] },
    });
    expect(existsSync(archive)).toBe(false);

    expect(cli(archive, 'schedule.import', JSON.stringify({ file }))).toMatchObject({
      status: 0,
      answer: { year: 2021, added: 3, unknownUnits: ['社区教育中心', '街道办事处'] },
    });
    expect(cli(archive, 'schedule.import', JSON.stringify({ file }))).toMatchObject({
      status: 1,
      answer: { error: { code: 'schedule/year_taken', message: expect.stringContaining('请') as unknown } },
    });
    expect(cli(archive, 'schedule.list', '{"year":2021}')).toMatchObject({ status: 0, answer: { total: 3 } });
    for (const format of ['xlsx', 'pdf']) {
      const target = join(folder, `表.${format}`);
      expect(cli(archive, 'schedule.export', JSON.stringify({ year: 2021, format, file: target }))).toMatchObject({
        status: 0,
        answer: { rows: 3, pages: 1 },
      });
      expect(readFileSync(target).subarray(0, 2).toString('latin1')).toBe(format === 'pdf' ? '%P' : 'PK');
    }
    expect(cli(archive, 'archive.verify', '{}')).toMatchObject({ status: 0, answer: { ok: true, events: 4 } });
  });

  it.skipIf(process.platform === 'win32')(
    'ends an export when interrupted, leaving what was there',
    {
      timeout: 60_000,
    },
    async () => {
      const folder = temporaryFolder();
      const archive = join(folder, '档案');
      const row = { time: NO_TIME, activity: '社区教育培训'.repeat(40), units: [] };
      const rows = Array.from({ length: 4000 }, () => row);
      const input = JSON.stringify({ year: 2021, rows });
      expect(spawnSync(process.execPath, [ENTRY, archive, 'schedule.accept', '-'], { input }).status).toBe(0);
      const target = join(folder, '出', '表.xlsx');
      mkdirSync(join(folder, '出'));
      writeFileSync(target, 'old');
      const running = spawn(process.execPath, [
        ENTRY,
        archive,
        'schedule.export',
        JSON.stringify({ year: 2021, format: 'xlsx', file: target }),
      ]);
      let out = '';
      running.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      const ended = once(running, 'close');
      // The temporary file shows that writing has begun.
      while (readdirSync(join(folder, '出')).length < 2 && running.exitCode === null) await setTimeout(5);
      running.kill('SIGINT');
      expect(await ended).toEqual([1, null]);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'program/cancelled' } });
      expect(readdirSync(join(folder, '出'))).toEqual(['表.xlsx']);
      expect(readFileSync(target, 'utf8')).toBe('old');
    },
  );

  it('files a document and writes the catalogue of its year', { timeout: 60_000 }, () => {
    const folder = temporaryFolder();
    const archive = join(folder, '档案');
    const file = join(folder, '目录.pdf');
    const fields = { title: '示例通知', author: '示例中心', signedDate: '2021-03-01', term: 'Y', pageCount: 2 };
    expect(cli(archive, 'documents.create', JSON.stringify({ fields, file: true }))).toMatchObject({ status: 0 });
    const scope = { paper: 'catalogue', year: 2021, format: 'pdf', file };
    expect(cli(archive, 'papers.export', JSON.stringify(scope))).toMatchObject({
      status: 0,
      answer: { rows: 1, pages: 1 },
    });
    expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(cli(archive, 'papers.export', JSON.stringify({ ...scope, year: 1999 }))).toMatchObject({
      status: 1,
      answer: { error: { code: 'papers/empty', message: expect.stringContaining('请先归档') as unknown } },
    });
    expect(cli(archive, 'papers.export', JSON.stringify({ ...scope, paper: 'poster' }))).toMatchObject({
      status: 1,
      answer: { error: { code: 'input/invalid' } },
    });
  });

  it.each<[string, string[], number, string]>([
    ['an unknown procedure', ['x', 'schedule.fly', '{}'], 2, 'input/unknown_procedure'],
    ['a window’s procedure', ['x', 'window.state', '{}'], 2, 'input/unknown_procedure'],
    ['broken JSON', ['x', 'schedule.list', '{'], 2, 'input/not_json'],
    ['a wrong field', ['', 'schedule.read', '{}'], 1, 'input/invalid'],
    ['a missing archive', ['/nonexistent/archive', 'schedule.list', '{"year":2021}'], 2, 'archive/not_found'],
    ['a missing file', ['x', 'schedule.read', '{"file":"/nonexistent/plan.txt"}'], 1, 'input/file_unreadable'],
    ['a hopeless text', ['x', 'schedule.read', '{"text":"今天天气很好，我们去公园散步。"}'], 1, 'schedule/unreadable'],
  ])('answers %s with a code, a sentence and a status', { timeout: 20_000 }, (_what, args, status, code) => {
    const result = cli(...args);
    expect(result).toMatchObject({
      status,
      answer: { error: { code, message: expect.stringContaining('请') as unknown } },
    });
    expect(result.answer).not.toHaveProperty('rows');
  });

  it.skipIf(inputsFolder() === null)('reads the published 2021 plan to its 20 rows', { timeout: 20_000 }, () => {
    const file = join(inputsFolder() ?? '', 'schedule/00-seed-qiling-2021.txt');
    const { answer } = cli('unused', 'schedule.read', JSON.stringify({ file }));
    expect(answer).toMatchObject({
      title: '2021年齐陵街道社区教育中心工作配档表',
      row_count: 20,
      document: { index_no: '11370305004219456R/2021-None', doc_no: null },
    });
  });
});
