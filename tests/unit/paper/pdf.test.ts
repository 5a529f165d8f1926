import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { layoutReport } from '#core/paper/layout.ts';
import { pdfBytes, writePdf } from '#core/writers/pdf.ts';
import { comparePdf } from '#core/writers/pdf-readback.ts';
import { PdfFile } from '#core/writers/pdf-file.ts';
import type { TableReport } from '#shared/report/model.ts';
import { planReport, shippedFonts, YEAR } from './sample.ts';

const fonts = shippedFonts();
const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG = '按照《标准》（教职发〔2019〕12号）组织开展系列培训，经费执行率达到1.5%-2.5%，合计￥12,345.67元。';
/** Rare characters, two code points with one glyph, selectors, XML marks, an overlong row, merged rows after it. */
const DIFFICULT: readonly (readonly [string, string, string])[] = [
  ['1月', `联系人：䶮、㛃、𬭎、𠅤、𪚥、葛\u{e0100}`, '甲 & 乙 <丙>'],
  ['1月', '康熙部首⼀与汉字一、半角·与间隔・', ''],
  ['2月', LONG.repeat(60), '示例社区教育中心'],
  ['2月', '第一行\n第二行\\(括号)', '示例中心校'],
  ...Array.from({ length: 60 }, (_, row) => ['3月', `${LONG}${row}`, '示例街道办事处'] as const),
];
const difficult = planReport(DIFFICULT, {
  title: '甲&乙<丙>“丁”计划𪚥',
  notes: ['填表单位：示例社区教育中心', LONG.repeat(3)],
  exampleLabel: '示例数据',
});

async function written(report: TableReport) {
  const layout = layoutReport(report, fonts);
  return { layout, bytes: await pdfBytes(layout, fonts) };
}

/** Of poppler-utils; another program's opinion where it is installed. */
const PDFFONTS = '/usr/bin/pdffonts';

describe('the PDF', () => {
  it('says what the report says, cell by cell', async () => {
    for (const report of [
      planReport(YEAR),
      difficult,
      { ...difficult, orientation: 'landscape' as const },
      planReport([]),
    ]) {
      const { layout, bytes } = await written(report);
      await expect(comparePdf(bytes, report, layout.pages.length)).resolves.toBeUndefined();
    }
  });

  it('says so too where a row higher than a page stands amid the rows of its month', async () => {
    const report = planReport([
      ['1月', '冬季防疫宣传', '示例中心校'],
      ['2月', '第一项', '示例中心校'],
      ['2月', LONG.repeat(60), '示例社区教育中心'],
      ['2月', '第三项', '示例中心校'],
      ['2月', LONG.repeat(120), '示例社区教育中心'],
      ['2月', '第五项', '示例中心校'],
      ['3月', '“三八”系列活动', '示例街道办事处'],
    ]);
    const { layout, bytes } = await written(report);
    await expect(comparePdf(bytes, report, layout.pages.length)).resolves.toBeUndefined();
  });

  it('says so whatever the months, units and lengths', { timeout: 60_000 }, async () => {
    const length = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 }));
    const unit = fc.oneof(fc.constantFrom('示例中心校', ''), fc.constant('示例单位、'.repeat(300)));
    const row = fc.tuple(fc.constantFrom('1月', '1月', '2月', ''), length, unit);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, landscape) => {
        const report = planReport(
          rows.map(([month, times, name], index) => [month, LONG.repeat(times) || `活动${index}`, name]),
          { orientation: landscape ? 'landscape' : 'portrait', notes: landscape ? ['说明'] : [] },
        );
        const { layout, bytes } = await written(report);
        await comparePdf(bytes, report, layout.pages.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same report', async () => {
    expect((await written(difficult)).bytes.equals((await written(difficult)).bytes)).toBe(true);
  });

  it('is tagged PDF/A-2b with its title shown, and names no font that is not inside', async () => {
    const file = new PdfFile((await written(difficult)).bytes);
    const root = file.dictionary(file.trailer.get('Root'));
    const packet = file.streamText(root.get('Metadata'));
    expect(packet).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(Buffer.from(packet, 'latin1').toString()).toContain('甲&amp;乙&lt;丙&gt;');
    expect(file.dictionary(root.get('MarkInfo')).get('Marked')).toBe(true);
    expect(file.dictionary(root.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true);
    expect(file.array(root.get('OutputIntents'))).toHaveLength(1);
  });

  it('gives another program the same text', async () => {
    const { bytes } = await written(planReport(YEAR));
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const document = await task.promise;
    const page = await document.getPage(1);
    const content = await page.getTextContent();
    const texts = content.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
    const months = new Set<string>();
    const cells = YEAR.flatMap(([month, activity, unit]) => {
      const first = !months.has(month);
      months.add(month);
      return first ? [month, activity, unit] : [activity, unit];
    });
    expect(texts).toEqual([
      '附件',
      '2021年示例社区教育中心工作配档表',
      '月份',
      '工作安排',
      '主管单位',
      ...cells,
      '— 1 —',
    ]);
    await task.destroy();
  });

  it.skipIf(!existsSync(PDFFONTS))('has every font embedded as a subset with its text map', async () => {
    const file = join(folder, 'fonts.pdf');
    writeFileSync(file, (await written(difficult)).bytes);
    const lines = execFileSync(PDFFONTS, [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  });
});

describe('the comparison after writing', () => {
  const change = (report: TableReport, edit: (copy: TableReport) => void) => {
    const copy = structuredClone(report);
    edit(copy);
    return copy;
  };
  const setCell = (row: number, column: number, text: string) => (copy: TableReport) => {
    const cells = copy.rows[row]?.cells;
    if (cells) cells[column] = { kind: 'text', text };
  };

  it('finds any difference and says where', async () => {
    const { layout, bytes } = await written(difficult);
    const cases: [string, TableReport][] = [
      ['第1行“工作安排”栏', change(difficult, setCell(0, 1, '联系人：䶮、㛃、𬭎、𠅤、龘、葛'))],
      ['第2行“工作安排”栏', change(difficult, setCell(1, 1, '康熙部首一与汉字一、半角·与间隔・'))],
      ['第3行“工作安排”栏', change(difficult, setCell(2, 1, LONG.repeat(59)))],
      ['第40行“主管单位”栏', change(difficult, setCell(39, 2, '示例街道办事外'))],
      ['第4行“月份”栏', change(difficult, (copy) => Object.assign(copy.rows[3] ?? {}, { group: '另一组' }))],
      ['行数', change(difficult, (copy) => copy.rows.pop())],
      ['标题', { ...difficult, title: '甲&乙<丙>“丁”计划' }],
      ['附件标识', { ...difficult, annexLabel: null }],
      ['表后说明', { ...difficult, notes: [] }],
      ['第3列的表头', change(difficult, (copy) => Object.assign(copy.columns[2] ?? {}, { heading: '单位' }))],
    ];
    for (const [where, other] of cases) {
      await expect(comparePdf(bytes, other, layout.pages.length)).rejects.toMatchObject({
        code: 'export/differs',
        params: { where },
      });
    }
    const headed = { ...difficult, runningHead: '索引号 SJ-2021-R4' };
    const { bytes: withHead } = await written(headed);
    await comparePdf(withHead, headed, layout.pages.length);
    for (const [file, other] of [
      [bytes, headed],
      [withHead, { ...headed, runningHead: '索引号 SJ-2022-R4' }],
    ] as const) {
      await expect(comparePdf(file, other, layout.pages.length)).rejects.toMatchObject({
        code: 'export/differs',
        params: { where: '第1页的页眉' },
      });
    }
    await expect(comparePdf(bytes, difficult, layout.pages.length + 1)).rejects.toMatchObject({
      params: { where: '页数' },
    });
  });

  it('refuses a file that ends early or is damaged', async () => {
    const { layout, bytes } = await written(planReport(YEAR));
    const damaged = Buffer.from(bytes);
    damaged.fill(0, 2000, 2400);
    for (const broken of [bytes.subarray(0, bytes.length - 300), damaged, Buffer.from('%PDF-1.7')]) {
      await expect(comparePdf(broken, planReport(YEAR), layout.pages.length)).rejects.toMatchObject({
        code: 'export/unreadable',
      });
    }
  });
});

describe('writing in steps', () => {
  const long = planReport(
    Array.from({ length: 1500 }, (_, row) => [`${row >> 3}月`, `活动${row}`, '示例中心校'] as const),
  );

  it('tells its progress and writes the same file as at once', async () => {
    const layout = layoutReport(long, fonts);
    const file = join(folder, 'long.pdf');
    const seen: number[] = [];
    await writePdf(layout, fonts, createWriteStream(file), { onProgress: (page) => seen.push(page) });
    expect(seen).toEqual(layout.pages.map((page) => page.number));
    expect(readFileSync(file).equals(await pdfBytes(layout, fonts))).toBe(true);
    await comparePdf(readFileSync(file), long, layout.pages.length);
  });

  it('stops when cancelled and when the stream fails', async () => {
    const layout = layoutReport(long, fonts);
    const controller = new AbortController();
    const cancelled = writePdf(layout, fonts, new PassThrough().resume(), {
      signal: controller.signal,
      onProgress: (page) => page === 20 && controller.abort(new Error('cancelled')),
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const failed = writePdf(layout, fonts, full);
    await expect(failed).rejects.toThrow('disk full');
  });
});
