/** Papers other than the 配档表 go through the same pipeline: laid out, written twice, read back, refused if they differ. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportReport } from '#core/export/index.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { fontChain } from '#core/paper/fonts.ts';
import { layoutForm } from '#core/paper/form-layout.ts';
import { layoutTable } from '#core/paper/table-layout.ts';
import { pdfBytes } from '#core/writers/pdf.ts';
import { PdfFile } from '#core/writers/pdf-file.ts';
import { comparePdf } from '#core/writers/pdf-readback.ts';
import { planSheet } from '#core/writers/xlsx-plan.ts';
import { compareXlsx } from '#core/writers/xlsx-readback.ts';
import { formBox, type FormReport, type ReportDocument, textValue } from '#shared/report/model.ts';
import { failure } from '../files/faults.ts';
import { catalogue, labels, reviewForm, spines, stamps } from './sample-papers.ts';

const fontsFolder = resolve(import.meta.dirname, '../../../resources/fonts');
const fonts = fontChain({ scheme: 'shipped', folder: fontsFolder });
const MM = 72 / 25.4;
const continued = (text: string) => `${text}（续）`;
const EXPLANATION = '第 5 件缺附件 1，原件由办公室（示教字〔2021〕12号）于2022年3月1日借出。';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '表 '));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function written(report: ReportDocument, format: 'xlsx' | 'pdf') {
  const file = join(folder, `表.${format}`);
  const answer = await exportReport({ report, format, file, fontsFolder, fontScheme: 'shipped' });
  return { ...answer, content: await readFile(file) };
}

const PAPERS: [name: string, report: ReportDocument, pages: number][] = [
  ['a catalogue', catalogue(45), 5],
  ['an upright catalogue without rows', catalogue(0, 'portrait'), 1],
  ['a form', reviewForm(EXPLANATION), 1],
  ['a form that goes on', reviewForm(`${EXPLANATION}\n`.repeat(40)), 2],
  [
    'stamps',
    stamps([
      ['J001', '2021', '0001', '办公室', '永久', '12'],
      ['', '2021', '0002', '', 'D30', '3'],
    ]),
    2,
  ],
  ['spines', spines([{ unit: '示例街道社区教育中心', year: '2021', first: '0001', last: '0120' }]), 1],
  ['labels', labels(Array.from({ length: 30 }, (_, index) => `J001-WS·2021·Y-${index}\n示例`)), 2],
];

describe.each(PAPERS)('%s', (_, report, pages) => {
  it.each(['xlsx', 'pdf'] as const)('is written as %s and read back', async (format) => {
    expect((await written(report, format)).pages).toBe(pages);
  });
});

describe('a table', () => {
  it('prints its fields on the first page above the header and the lines to sign below the last row', () => {
    const { pages } = layoutTable(catalogue(45), fonts);
    const [first] = pages;
    const last = pages.at(-1);
    expect(first?.headFields.map(({ text }) => text)).toEqual([
      '全宗号：J001',
      '年度：2021',
      '保管期限：永久',
      '全宗名称：示例街道社区教育中心',
    ]);
    const header = first?.header[0]?.y ?? 0;
    expect(first?.headFields.every(({ lines }) => lines.every(({ y }) => y < header))).toBe(true);
    expect(pages.slice(1).every(({ headFields }) => headFields.length === 0)).toBe(true);
    expect(last?.closingFields.map(({ text }) => text)).toEqual(['整理人：', '检查人：', '2024年1月15日']);
    expect(last?.rows.length).toBeGreaterThan(0);
    const bottom = Math.max(...(last?.rows.map(({ y, height }) => y + height) ?? []));
    expect(last?.closingFields.every(({ lines }) => lines.every(({ y }) => y > bottom))).toBe(true);
  });

  it('breaks rows without group anywhere and marks nothing as continued', () => {
    const { pages, fontSize } = layoutTable(catalogue(200), fonts);
    expect(fontSize).toBe(10.5);
    expect(pages.flatMap(({ rows }) => rows.map(({ row }) => row))).toEqual(
      Array.from({ length: 200 }, (_, row) => row),
    );
    expect(JSON.stringify(pages)).not.toContain('（续）');
    // Pages are filled: no page of equal rows holds less than two thirds of the fullest.
    const counts = pages.slice(1, -1).map(({ rows }) => rows.length);
    expect(Math.min(...counts) * 3).toBeGreaterThanOrEqual(Math.max(...counts) * 2);
  });

  it('keeps one row with the lines to sign, however many rows there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const last = layoutTable(catalogue(count), fonts).pages.at(-1);
        return last?.rows.length !== 0 && last?.closingFields.length === 3;
      }),
      { numRuns: 30 },
    );
  });

  it('leaves 247 mm of a landscape page in a register, and its page number at the foot', () => {
    const { columnWidths, pages } = layoutTable({ ...catalogue(45), margins: 'register' }, fonts);
    expect(columnWidths.reduce((sum, width) => sum + width, 0) / MM).toBeCloseTo(247, 6);
    for (const { number, pageNumber } of pages) {
      expect(pageNumber?.rotation).toBe(0);
      const middle = (pageNumber?.x ?? 0) < (297 * MM) / 2;
      expect(middle).toBe(number % 2 === 0);
    }
  });

  it('gives every row the height to write into, and no more to a row that is higher', () => {
    const usual = layoutTable({ ...catalogue(45), leastRowHeight: 0 }, fonts).pages.flatMap(({ rows }) => rows);
    const roomy = layoutTable({ ...catalogue(45), leastRowHeight: 10 }, fonts).pages.flatMap(({ rows }) => rows);
    expect(roomy.map(({ height }) => height)).toEqual(usual.map(({ height }) => Math.max(height, 10 * MM)));
  });

  it('differs where a field was changed or left out', async () => {
    const report = catalogue(3);
    const layout = layoutTable(report, fonts);
    const bytes = await pdfBytes(layout, fonts);
    const change = (edit: (copy: typeof report) => void) => {
      const copy = structuredClone(report);
      edit(copy);
      return copy;
    };
    const others = [
      change((copy) => copy.headLines[0]?.pop()),
      change((copy) => Object.assign(copy.headLines[0]?.[1] ?? {}, { value: textValue('2022') })),
      change((copy) => copy.closingLines.pop()),
      change((copy) => Object.assign(copy.closingLines[0]?.[0] ?? {}, { label: '检查人' })),
    ];
    const workbook = (await written(report, 'xlsx')).content;
    for (const other of others) {
      await expect(comparePdf(bytes, other, layout.pages.length)).rejects.toMatchObject({ code: 'export/differs' });
      await expect(compareXlsx(workbook, planSheet(layout, continued), other, continued)).rejects.toMatchObject({
        code: 'export/differs',
      });
    }
  });

  it('puts more fields than columns into one cell', async () => {
    const report = catalogue(1);
    const narrow = {
      ...report,
      columns: report.columns.slice(0, 2),
      rows: report.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) })),
    };
    const { sheets } = await readWorkbook((await written(narrow, 'xlsx')).content);
    const texts = sheets[0]?.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : [])));
    expect(texts).toContain('全宗号：J001\u3000\u3000年度：2021\u3000\u3000保管期限：永久');
  });
});

describe('a form', () => {
  it('draws a stamp of 45 × 16 mm in red where the builder put it', async () => {
    const report = stamps([['J001', '2021', '0001', '办公室', '永久', '12']]);
    const file = new PdfFile((await written(report, 'pdf')).content);
    const [kid] = file.array(file.dictionary(file.dictionary(file.trailer.get('Root')).get('Pages')).get('Kids'));
    const content = file.streamText(file.dictionary(kid).get('Contents'));
    expect(content).toContain('0.85 0 0 RG');
    const numbers = [...content.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l/gu)].map((line) =>
      line.slice(1).map(Number),
    );
    const xs = numbers.flatMap(([x1 = 0, , x2 = 0]) => [x1, x2]);
    const ys = numbers.flatMap(([, y1 = 0, , y2 = 0]) => [y1, y2]);
    expect((Math.max(...xs) - Math.min(...xs)) / MM).toBeCloseTo(45, 1);
    expect((Math.max(...ys) - Math.min(...ys)) / MM).toBeCloseTo(16, 1);
    expect(Math.min(...xs) / MM).toBeCloseTo(82.5, 1);
    expect(Math.min(...ys) / MM).toBeCloseTo(10, 1);
  });

  it('gives the worksheet the same measures to the pixel', async () => {
    const { sheets } = await readWorkbook(
      (await written(stamps([['J001', '2021', '0001', '', '永久', '12']]), 'xlsx')).content,
    );
    const [sheet] = sheets;
    const widths = sheet?.columnWidths.map(({ width }) => (width ?? 0) * 8) ?? [];
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round((45 / 25.4) * 96));
    const heights = sheet?.rows.map(({ heightPt }) => heightPt ?? 0) ?? [];
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeCloseTo(16 * MM, 0);
    expect(Number(sheet?.pageSetup['left']) * 25.4).toBeCloseTo(82.5, 1);
    expect(Number(sheet?.pageSetup['top']) * 25.4).toBeCloseTo(10, 1);
  });

  it('goes on on further pages with the rest of a text, all of it once, under a marked title', () => {
    const report = reviewForm(`${EXPLANATION}\n`.repeat(100));
    const { pages } = layoutForm(report, fonts);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.map(({ boxes }) => boxes[2]?.text).join('')).toBe(`${EXPLANATION}\n`.repeat(100));
    expect(pages.map(({ boxes }) => boxes[0]?.text)).toEqual(['备考表', ...pages.slice(1).map(() => '备考表（续）')]);
    for (const { boxes } of pages) {
      for (const { glyphs, x, y, width, height, fontSize } of boxes) {
        for (const glyph of glyphs) {
          expect(glyph.x).toBeGreaterThanOrEqual(x);
          expect(glyph.x).toBeLessThan(x + width);
          expect(glyph.y).toBeGreaterThan(y);
          expect(glyph.y + fontSize * 0.12).toBeLessThanOrEqual(y + height + 1e-6);
        }
      }
    }
  });

  it('sets a long text smaller, then refuses it and writes nothing', async () => {
    const stamp = (unit: string) => stamps([['J001', '2021', '0001', unit, '永久', '12']]);
    expect(layoutForm(stamp('办公室'), fonts).pages[0]?.boxes[3]?.fontSize).toBe(12);
    expect(layoutForm(stamp('党政办公室'), fonts).pages[0]?.boxes[3]?.fontSize).toBeLessThan(12);
    for (const format of ['xlsx', 'pdf'] as const) {
      const error = await failure(written(stamp('党政综合办公室及社区教育办公室'), format));
      expect(error).toMatchObject({ code: 'export/text_does_not_fit', params: { box: '机构（问题）', page: 1 } });
    }
  });

  it('refuses boxes that overlap or leave the page', () => {
    const box = { name: '甲', x: 10, y: 10, width: 20, height: 10, value: textValue('') };
    const form = (...boxes: FormReport['pages'][number]['boxes']) => ({ ...stamps([]), pages: [{ boxes }] });
    const lay = (report: FormReport) => () => layoutForm(report, fonts);
    expect(lay(form(formBox(box), formBox({ ...box, name: '乙', x: 29 })))).toThrow('甲 and 乙 overlap');
    expect(lay(form(formBox(box), formBox({ ...box, name: '乙', x: 30 })))).not.toThrow();
    expect(lay(form(formBox({ ...box, x: 195 })))).toThrow('leaves the page');
    expect(lay(stamps([]))).toThrow('no page');
  });

  it('names missing characters with their pages', async () => {
    const error = await failure(
      written(
        stamps([
          ['J001', '2021', '1', '', '永久', '1'],
          ['\u{10fff0}', '', '', '', '', ''],
        ]),
        'pdf',
      ),
    );
    expect(error.code).toBe('export/missing_glyphs');
    expect(error.params['characters']).toMatch(/第 2 页/u);
  });

  it('differs where a box was changed, left out or added', async () => {
    const report = stamps([['J001', '2021', '0001', '办公室', '永久', '12']]);
    const layout = layoutForm(report, fonts);
    const bytes = await pdfBytes(layout, fonts);
    const workbook = (await written(report, 'xlsx')).content;
    for (const cells of [
      ['J001', '2021', '0002', '办公室', '永久', '12'],
      ['J001', '2021', '0001', '', '永久', '12'],
      ['J001', '2021', '0001', '办公室', '永久', ''],
    ]) {
      const other = stamps([cells]);
      await expect(comparePdf(bytes, other, 1)).rejects.toMatchObject({ code: 'export/differs' });
      await expect(compareXlsx(workbook, planSheet(layout, continued), other, continued)).rejects.toMatchObject({
        code: 'export/differs',
      });
    }
    await expect(comparePdf(bytes, { ...report, paper: 'A3' }, 1)).rejects.toMatchObject({
      params: { where: '纸张大小' },
    });
  });
});
