/** Text for the search: whole where it can be, cut where a bound says so, refused with a reason. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, inject, it } from 'vitest';
import { silentLog } from '#core/log.ts';
import { extractText } from '#core/extract/index.ts';
import { textLimits } from '#core/extract/limits.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { temporaryFolder } from '#tests/support/test-archive.ts';
import { startHost } from '../../../electron/worker/host.ts';
import * as sample from '../objects/samples.ts';

const { signal } = new AbortController();
const extract = (bytes: Uint8Array, name: string, limits = {}) =>
  extractText(bytes, name, signal, { ...textLimits, ...limits });

describe('PDF', () => {
  it('comes page by page, with empty pages in their place', async () => {
    const bytes = await sample.pdf(['关于印发工作计划的通知', '', '第三页 2021']);
    expect(await extract(bytes, 'a.pdf')).toEqual({
      text: '关于印发工作计划的通知\n第三页 2021',
      pages: [
        { page: 1, text: '关于印发工作计划的通知' },
        { page: 2, text: '' },
        { page: 3, text: '第三页 2021' },
      ],
      truncated: false,
      readable: true,
      reason: null,
    });
  });

  it('with fonts that are not embedded is read by the character maps of the package', async () => {
    const bytes = sample.pdfWithoutFont(iconv.encode('社区教育中心', 'gbk'));
    expect((await extract(bytes, 'a.pdf')).text).toBe('社区教育中心');
  });

  it('without text is a scan: readable and empty', async () => {
    expect(await extract(await sample.pdf(['', '']), '扫描.pdf')).toMatchObject({
      text: '',
      truncated: false,
      readable: true,
      reason: null,
    });
  });

  it('is cut between pages and inside a page, and says so', async () => {
    const bytes = await sample.pdf(['一一一一', '二二二二', '三三三三']);
    expect(await extract(bytes, 'a.pdf', { pages: 2 })).toMatchObject({ text: '一一一一\n二二二二', truncated: true });
    expect(await extract(bytes, 'a.pdf', { pages: 3 })).toMatchObject({ truncated: false });
    expect(await extract(bytes, 'a.pdf', { characters: 6 })).toMatchObject({ text: '一一一一\n二二', truncated: true });
    expect(await extract(bytes, 'a.pdf', { milliseconds: -1 })).toMatchObject({ pages: [], truncated: true });
  });

  it('that is locked or damaged is not readable, with the reason', async () => {
    const locked = await sample.pdf(['x'], { userPassword: 'x' });
    const cut = (await sample.pdf(['x'])).subarray(0, 400);
    expect(await extract(locked, 'a.pdf')).toMatchObject({ readable: false, reason: { code: 'format/password' } });
    expect(await extract(cut, 'a.pdf')).toMatchObject({ readable: false, reason: { code: 'format/damaged' } });
  });

  it('can be cancelled', async () => {
    const cancelled = extractText(await sample.pdf(['x']), 'a.pdf', AbortSignal.abort());
    await expect(cancelled).rejects.toMatchObject({ code: 'program/cancelled' });
  });

  it('is read where no text may become code', async () => {
    const file = join(temporaryFolder(), 'a.pdf');
    writeFileSync(file, await sample.pdf(['文字']));
    const script = `import { readFileSync } from 'node:fs';
      import { extractText } from '#core/extract/index.ts';
      const { text } = await extractText(readFileSync(process.argv[1]), 'a.pdf', new AbortController().signal);
      let code = 'refused';
      try { code = new Function('return "run"')(); } catch {}
      process.stdout.write(text + ' ' + code);`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module'];
    const said = execFileSync(process.execPath, [...flags, '-e', script, file], { encoding: 'utf8' });
    expect(said).toBe('文字 refused');
  }, 30_000);
});

describe('other files', () => {
  it.each([
    ['通知.docx', () => sample.docx('关于通知'), '关于通知'],
    ['表.xlsx', () => sample.xlsx('单位'), '单位'],
    ['表.xls', () => sample.xls('单位'), '单位'],
    ['名单.csv', () => iconv.encode('姓名,单位\n示例,中心', 'gb18030'), '姓名,单位\n示例,中心'],
    ['说明.txt', () => Buffer.from('\uFEFF说明\n\n第二行\n'), '说明\n\n第二行'],
    ['网页.html', () => Buffer.from('<html><p>标题</p><script>x</script>正文'), '标题\n正文'],
  ])('%s', async (name, make, text) => {
    expect(await extract(make(), name)).toEqual({
      text,
      pages: [{ page: 1, text }],
      truncated: false,
      readable: true,
      reason: null,
    });
  });

  it('long ones are cut at a whole character', async () => {
    const found = await extract(Buffer.from(`${'字'.repeat(9)}𠅤`), 'a.txt', { characters: 10 });
    expect(found).toMatchObject({ text: `${'字'.repeat(9)}\uFFFD`, truncated: true });
    expect(found.text.isWellFormed()).toBe(true);
  });

  it('what has no reader says what to do', async () => {
    const files: [string, Uint8Array][] = [
      ['a.png', sample.png(1, 1)],
      ['a.ofd', sample.ofd()],
      ['a.doc', sample.doc()],
      ['a.zip', sample.plainZip()],
      ['a.mp3', sample.mp3()],
      ['a.bin', Buffer.from([1, 0, 2, 0])],
      ['a.docx', sample.docx('x').subarray(0, 99)],
      ['a.txt', new Uint8Array()],
    ];
    for (const [name, bytes] of files) {
      const { readable, reason, text } = await extract(bytes, name);
      expect([name, readable, text]).toEqual([name, false, '']);
      expect(Object.keys(zhCN.errors)).toContain(reason?.code);
    }
    expect(await extract(await sample.pdf(['x']), 'a.pdf', { fileBytes: 100 })).toMatchObject({
      readable: false,
      reason: { code: 'format/too_large' },
    });
  });
});

describe('a hostile PDF in the thread for foreign files', () => {
  it('is stopped before it takes the machine’s memory, and the next file is read', async () => {
    const folder = join(temporaryFolder(), '来件');
    mkdirSync(folder);
    const bomb = sample.pdfWithContent(Buffer.alloc(400 * 1024 * 1024, ' '), 2);
    expect(bomb.length).toBeLessThan(5000);
    writeFileSync(join(folder, 'bomb.pdf'), bomb);
    writeFileSync(join(folder, '通知.pdf'), await sample.pdf(['通知正文']));
    const host = await startHost({
      directory: null,
      fontsFolder: resolve('resources/fonts'),
      appVersion: '0',
      log: silentLog,
      entry: inject('threads').core,
      foreign: { seconds: 60, megabytes: 100 },
    });
    try {
      expect((await host.call('objects.text', { file: join(folder, 'bomb.pdf') })).reply).toMatchObject({
        ok: false,
        error: { code: 'reader/limit' },
      });
      // The first reading left little; what the limit counts begins anew.
      const { reply } = await host.call('objects.text', { file: join(folder, '通知.pdf') });
      expect(reply).toMatchObject({ ok: true, value: { text: '通知正文' } });
    } finally {
      await host.close();
    }
  }, 90_000);
});
