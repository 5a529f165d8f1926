/** What the Excel writer puts into the file, looked at part by part. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fontChain } from '#core/paper/fonts.ts';
import { layoutTable } from '#core/paper/table-layout.ts';
import { planSheet } from '#core/writers/xlsx-plan.ts';
import { compareXlsx } from '#core/writers/xlsx-readback.ts';
import { sheetName, writeXlsx, type XlsxOptions } from '#core/writers/xlsx.ts';
import type { TableLayout } from '#shared/report/layout.ts';
import { months, sampleLayout, sampleReport, text } from './sample-layout.ts';
import { unzip } from './zip.ts';

const continued = (label: string) => `${label}（续）`;

async function write(layout: TableLayout, options: Partial<XlsxOptions> = {}): Promise<Map<string, string>> {
  const sink = new PassThrough();
  const bytes = buffer(sink);
  await writeXlsx(layout.report, planSheet(layout, continued), sink, { fontScheme: 'official', ...options });
  return unzip(await bytes);
}

function part(parts: ReadonlyMap<string, string>, name: string): string {
  const content = parts.get(name);
  if (content === undefined) throw new Error(`${name} is missing`);
  return content;
}
const SHEET = 'xl/worksheets/sheet1.xml';

/** Two pages of five rows: 1月 ×2, 6月 ×5 (cut by the page end), 7月 ×3. */
const twoPages = sampleReport([...months('1月', 2), ...months('6月', 5), ...months('7月', 3)]);

describe('the official paper as a workbook', async () => {
  const parts = await write(sampleLayout(twoPages, 5));
  const sheet = part(parts, SHEET);
  const workbook = part(parts, 'xl/workbook.xml');
  const styles = part(parts, 'xl/styles.xml');
  const strings = [...part(parts, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/gu)].map((match) => match[1]);
  const cell = (reference: string) => new RegExp(`<c r="${reference}"([^>]*?)(?:/>|>(.*?)</c>)`, 'u').exec(sheet);
  const value = (reference: string) => strings[Number(/<v>(\d+)<\/v>/u.exec(cell(reference)?.[2] ?? '')?.[1])];
  const style = (reference: string) => Number(/s="(\d+)"/u.exec(cell(reference)?.[1] ?? '')?.[1]);

  it('has head, header and rows in their places, texts as shared strings', () => {
    expect([value('A1'), value('A2'), value('A3'), value('B3'), value('C3')]).toEqual([
      '附件',
      twoPages.title,
      '月份',
      '工作安排',
      '主管单位',
    ]);
    expect([value('A4'), value('B4'), value('C13'), value('B13')]).toEqual([
      '1月',
      '家庭教育培训1',
      '示例街道中心校',
      '家庭教育培训3',
    ]);
    expect(sheet).not.toMatch(/<f>|t="str"|t="inlineStr"/u);
  });

  it('cuts a merged month at the page break and marks its continuation', () => {
    const merges = [...sheet.matchAll(/<mergeCell ref="([^"]+)"/gu)].map((match) => match[1]);
    expect(merges).toEqual(['A1:C1', 'A2:C2', 'A4:A5', 'A6:A8', 'A9:A10', 'A11:A13']);
    expect([value('A6'), value('A9'), value('A11')]).toEqual(['6月', '6月（续）', '7月']);
    expect(sheet).toMatch(/<rowBreaks count="1" manualBreakCount="1"><brk id="8" [^>]*man="1"/u);
  });

  it('repeats the header and prints exactly the table', () => {
    expect(workbook).toContain('!$A$1:$C$13<');
    expect(workbook).toContain('!$3:$3<');
    expect(sheet).toMatch(/<pane ySplit="3" topLeftCell="A4"[^>]*state="frozen"/u);
  });

  it('has the paper, margins and page numbers of the standard', () => {
    const margin = (side: string) => Number(new RegExp(` ${side}="([\\d.]+)"`, 'u').exec(sheet)?.[1]) * 25.4;
    expect([margin('left'), margin('right'), margin('top'), margin('bottom')].map(Math.round)).toEqual([
      28, 26, 37, 35,
    ]);
    expect(sheet).toMatch(
      /<pageSetup paperSize="9" orientation="portrait"[^>]*fitToWidth="1" fitToHeight="0" firstPageNumber="1" useFirstPageNumber="1"/u,
    );
    expect(sheet).toContain('<headerFooter differentOddEven="1">');
    expect(sheet).toContain('<oddFooter>&amp;R&amp;&quot;宋体,常规&quot;&amp;14— &amp;P —\u3000</oddFooter>');
    expect(sheet).toContain('<evenFooter>&amp;L&amp;&quot;宋体,常规&quot;&amp;14\u3000— &amp;P —</evenFooter>');
  });

  it('names the fonts of the standard, with 宋体 11 as the workbook’s own', () => {
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/gu)].map((match) => match[1] ?? '');
    const names = fonts.map(
      (font) => `${/name val="([^"]+)"/u.exec(font)?.[1]} ${/sz val="([^"]+)"/u.exec(font)?.[1]}`,
    );
    expect(names).toEqual(['宋体 11', '黑体 16', '方正小标宋简体 22', '黑体 12', '仿宋_GB2312 12']);
    expect(fonts.every((font) => font.includes('<charset val="134"/>'))).toBe(true);
  });

  it('frames every cell of the table, also those under a merge', () => {
    const formats = [...styles.replace(/.*<cellXfs/su, '').matchAll(/<xf [^>]*borderId="(\d+)"/gu)].map(
      (match) => match[1],
    );
    for (let row = 3; row <= 13; row += 1) {
      for (const column of 'ABC') expect(formats[style(`${column}${row}`)], `${column}${row}`).toBe('1');
    }
    expect(styles).toMatch(
      /<border><left style="thin">.*<right style="thin">.*<top style="thin">.*<bottom style="thin">/su,
    );
  });

  it('gives each row a height and keeps pages and columns within the type area', () => {
    const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)" customHeight="1"/gu)].map((match) =>
      Number(match[1]),
    );
    expect(heights).toHaveLength(13);
    const first = heights.slice(0, 8).reduce((sum, height) => sum + height, 0);
    expect(first).toBeLessThan((225 * 72) / 25.4);
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/gu)].map((match) => Number(match[1]));
    const used = (widths.reduce((sum, width) => sum + width, 0) * 8 * 25.4) / 96;
    expect(used).toBeLessThanOrEqual(156 * 0.95);
    expect(used).toBeGreaterThan(156 * 0.94);
  });

  it('carries fixed metadata', () => {
    const core = part(parts, 'docProps/core.xml');
    for (const expected of [
      '>示例单位</dc:creator>',
      `>${twoPages.title}</dc:title>`,
      '>社区教育 计划</cp:keywords>',
      '>2021-01-15T08:00:00Z</dcterms:created>',
      '>2021-01-15T08:00:00Z</dcterms:modified>',
    ]) {
      expect(core).toContain(expected);
    }
  });
});

describe('values', async () => {
  const report = sampleReport(
    [
      { group: '', cells: [text('=1+1'), { kind: 'integer', value: 12 }, { kind: 'date', value: '2021-03-01' }] },
      {
        group: '',
        cells: [text('_x0041_ <&> "引号"'), { kind: 'fen', value: 123_456 }, { kind: 'date', value: '2020-02-29' }],
      },
      { group: '', cells: [{ kind: 'fen', value: -5 }, text('字'.repeat(300)), text('第一行\n第二行')] },
      { group: '', cells: [text(''), { kind: 'integer', value: 0 }, text('001')] },
    ],
    {
      annexLabel: null,
      exampleLabel: '示例 A&B',
      runningHead: '索引号 R&D',
      notes: ['说明：本表为示例。'],
      orientation: 'landscape',
    },
  );
  const parts = await write(sampleLayout(report, 10), { fontScheme: 'shipped' });
  const sheet = part(parts, SHEET);
  const strings = part(parts, 'xl/sharedStrings.xml');
  const styles = part(parts, 'xl/styles.xml');

  it('writes numbers as numbers, money in yuan, dates without a time zone', () => {
    const number = (reference: string) =>
      new RegExp(`<c r="${reference}" s="\\d+"><v>([^<]*)</v>`, 'u').exec(sheet)?.[1];
    expect([number('B3'), number('B4'), number('A5'), number('B6')]).toEqual(['12', '1234.56', '-0.05', '0']);
    expect([number('C3'), number('C4')]).toEqual(['44256', '43890']);
    expect(styles).toContain('formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"');
  });

  it('writes text as text: no formula, no lost digit, no misread escape; an empty text leaves the cell empty', () => {
    for (const expected of [
      '<t>=1+1</t>',
      '<t>001</t>',
      '_x005F_x0041_ &lt;&amp;&gt; &quot;引号&quot;',
      '第一行\n第二行',
    ]) {
      expect(strings).toContain(expected);
    }
    expect(sheet).toMatch(/<c r="A6" s="\d+"\/>/u);
  });

  it('marks text cells as text, but not those longer than Excel shows so', () => {
    const format = (reference: string) => Number(new RegExp(`<c r="${reference}" s="(\\d+)"`, 'u').exec(sheet)?.[1]);
    const formats = [...styles.replace(/.*<cellXfs/su, '').matchAll(/<xf numFmtId="(\d+)"/gu)].map((match) => match[1]);
    expect([formats[format('A3')], formats[format('B5')]]).toEqual(['49', '0']);
  });

  it('uses the fonts of every Windows on request, landscape, notes below, the example named in the foot', () => {
    expect(styles).toMatch(/<font><b\/>(?:(?!<\/font>).)*<name val="宋体"\/><\/font>/u);
    expect(styles).toContain('<name val="仿宋"/>');
    expect(styles).not.toMatch(/GB2312|小标宋/u);
    expect(sheet).toContain('orientation="landscape"');
    expect(sheet).toContain('<mergeCell ref="A7:C7"/>');
    expect(strings).toContain('说明：本表为示例。');
    expect(sheet).toContain('&amp;10 示例 A&amp;&amp;B&amp;R');
    const face = '&amp;&quot;宋体,常规&quot;&amp;9 ';
    for (const name of ['oddHeader', 'evenHeader']) {
      expect(sheet).toContain(`<${name}>&amp;L${face}索引号 R&amp;&amp;D&amp;R${face}第&amp;P页 共&amp;N页</${name}>`);
    }
  });
});

describe('a very long table', () => {
  it('has no more page breaks than Excel takes', () => {
    const report = sampleReport(Array.from({ length: 1100 }, (_, index) => months(`${index}`, 1)).flat());
    const layout = sampleLayout(report, 1);
    expect(layout.pages).toHaveLength(1100);
    const plan = planSheet(layout, continued);
    expect(plan.rows.filter(({ breakAfter }) => breakAfter)).toHaveLength(1026);
    expect(plan.rows.filter(({ source }) => source)).toHaveLength(1100);
  });
});

describe('long texts', () => {
  const page = (225 * 72) / 25.4;

  /** Heights of the pages, the repeated header included. */
  function pageHeights(layout: TableLayout): number[] {
    const plan = planSheet(layout, continued);
    const header = plan.rows[(plan.headerRow ?? 0) - 1]?.height ?? 0;
    const heights = [0];
    for (const row of plan.rows) {
      heights.push((heights.pop() ?? 0) + row.height);
      if (row.breakAfter) heights.push(header);
    }
    return heights;
  }

  it('flow onto more pages than the layout has where Excel needs more room, and no page is overfull', () => {
    const report = sampleReport([...months('5月', 3, '甲'.repeat(150)), ...months('6月', 7, '乙'.repeat(150))]);
    const layout = sampleLayout(report, 10);
    const heights = pageHeights(layout);
    expect(heights.length).toBeGreaterThan(1);
    for (const height of heights) expect(height).toBeLessThanOrEqual(page);
    const labels = planSheet(layout, continued).rows.flatMap((row) =>
      row.cells.filter((cell) => cell.column === 0 && cell.look === 'body').map((cell) => cell.value),
    );
    expect(labels).toContainEqual(text('6月'));
    expect(labels.filter((label) => label?.kind === 'text' && label.text === '5月')).toHaveLength(1);
  });

  it('are divided over pages without losing a character, no row higher than Excel can', () => {
    const activity = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const report = sampleReport([
      ...months('5月', 1),
      { group: '6月', cells: [text('6月'), text(activity), text('示例街道中心校')] },
    ]);
    const plan = planSheet(sampleLayout(report, 10), continued);
    const pieces = plan.rows.flatMap((row) => row.cells.filter((cell) => cell.column === 1 && row.source?.row === 1));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.map(({ value }) => (value?.kind === 'text' ? value.text : '')).join('')).toBe(activity);
    for (const row of plan.rows) expect(row.height).toBeLessThanOrEqual(409);
    for (const height of pageHeights(sampleLayout(report, 10))) expect(height).toBeLessThanOrEqual(page);
  });

  it('name their month on every page that they go on to', () => {
    const report = sampleReport([...months('5月', 1), ...months('6月', 1, '乙'.repeat(3000)), ...months('7月', 1)]);
    const plan = planSheet(sampleLayout(report, 10), continued);
    const labels = plan.rows.flatMap((row) =>
      row.cells.flatMap(({ column, look, value }) =>
        column === 0 && look === 'body' && value?.kind === 'text' ? [value.text] : [],
      ),
    );
    const continuations = labels.filter((label) => label === '6月（续）');
    expect(continuations.length).toBeGreaterThan(2);
    expect(labels).toEqual(['5月', '6月', ...continuations, '7月']);
    // The first row of each page begins a cell in the month's column.
    const body = plan.rows.filter(({ source }) => source);
    const firstRows = body.filter((_, index) => body[index - 1]?.breakAfter);
    expect(firstRows).toHaveLength(plan.pages - 1);
    expect(firstRows.every(({ cells }) => cells.some(({ column }) => column === 0))).toBe(true);
  });

  it('of titles, notes and fields take several rows, none higher than Excel can, no word broken over', async () => {
    const field = { label: '全宗名称', value: text('名'.repeat(900)), align: 'left', weight: 1 } as const;
    const report = sampleReport(months('5月', 1), {
      title: '题'.repeat(200),
      notes: ['说'.repeat(900)],
      headLines: [[field]],
      closingLines: [[field]],
    });
    const layout = layoutTable(report, fontChain({ scheme: 'shipped', folder: 'resources/fonts' }));
    const plan = planSheet(layout, continued);
    for (const row of plan.rows) expect(row.height).toBeLessThanOrEqual(409);
    const [title] = plan.rows.flatMap(({ cells }) => cells.filter(({ look }) => look === 'title'));
    // Lines that Excel would break again are left to Excel.
    expect(title?.value).toEqual(text('题'.repeat(200)));
    const sink = new PassThrough();
    const bytes = buffer(sink);
    await writeXlsx(report, plan, sink, { fontScheme: 'official' });
    await compareXlsx(await bytes, plan, report, continued);
  });

  it('refuse a layout that says something else than the report', () => {
    const layout = sampleLayout(twoPages, 5);
    const [cell] = layout.pages[1]?.rows[0]?.cells ?? [];
    if (cell) cell.text = '7月（续）';
    expect(() => planSheet(layout, continued)).toThrow(/export\/differs/u);
  });

  it('refuse what no cell of Excel can hold', async () => {
    const layout = sampleLayout(
      sampleReport([{ group: '', cells: [text(''), text(''), text('')] }], { notes: ['长'.repeat(40_000)] }),
      5,
    );
    await expect(write(layout)).rejects.toMatchObject({ code: 'export/text_too_long' });
  });
});

describe('running', () => {
  it('tells how far it is and stops when cancelled', async () => {
    const layout = sampleLayout(
      sampleReport(Array.from({ length: 300 }, (_, index) => months(`${index}月`, 2)).flat()),
      20,
    );
    const seen: number[] = [];
    await write(layout, { onProgress: ({ stage, done, total }) => seen.push(stage === 'write' ? done / total : -1) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));

    const controller = new AbortController();
    const stopped = write(layout, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'program/cancelled' });
  });

  it.each([
    ['2021年[初稿]计划/配档表: A?*', '2021年 初稿 计划 配档表  A'],
    ["'引号'", '引号'],
    ['𠅤'.repeat(20), '𠅤'.repeat(15)],
    [
      '2021年某街道社区教育中心社区教育工作配档表（含全民终身学习活动周）',
      '2021年某街道社区教育中心社区教育工作配档表',
    ],
    ['///', 'Sheet1'],
  ])('names the worksheet %j', (title, name) => expect(sheetName(title)).toBe(name));
});
