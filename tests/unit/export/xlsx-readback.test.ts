/** The read-back accepts what the writer wrote and nothing else. */
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontChain } from '#core/paper/fonts.ts';
import { layoutTable } from '#core/paper/table-layout.ts';
import { compareXlsx } from '#core/writers/xlsx-readback.ts';
import { planSheet } from '#core/writers/xlsx-plan.ts';
import { writeXlsx } from '#core/writers/xlsx.ts';
import type { TableReport } from '#shared/report/model.ts';
import { months, sampleLayout, sampleReport, text } from './sample-layout.ts';
import { unzip, zip } from './zip.ts';

const continued = (label: string) => `${label}（续）`;

async function written(report: TableReport) {
  const layout = sampleLayout(report, 5);
  const plan = planSheet(layout, continued);
  const sink = new PassThrough();
  const bytes = buffer(sink);
  await writeXlsx(layout.report, plan, sink, { fontScheme: 'official' });
  return { plan, bytes: await bytes };
}

describe('reading a workbook back', async () => {
  const report = sampleReport(
    [
      ...months('1月', 2),
      ...months('6月', 5),
      {
        group: '7月',
        cells: [text('7月'), text(' 前后空格 \n第二行 _x0041_ <&>"\'𠅤'), { kind: 'fen', value: 1_234_505 }],
      },
      { group: '7月', cells: [text('7月'), { kind: 'date', value: '2021-03-01' }, { kind: 'integer', value: 0 }] },
      { group: '8月', cells: [text('8月'), text(''), text('001')] },
    ],
    { notes: ['说明'] },
  );
  const { plan, bytes } = await written(report);
  const parts = await unzip(bytes);

  it('accepts the file as written, and put together again', async () => {
    await expect(compareXlsx(bytes, plan, report, continued)).resolves.toBeUndefined();
    await expect(compareXlsx(zip(parts), plan, report, continued)).resolves.toBeUndefined();
  });

  const SHEET = 'xl/worksheets/sheet1.xml';
  const planted: [name: string, part: string, find: string | RegExp, put: string][] = [
    ['a changed text', 'xl/sharedStrings.xml', '家庭教育培训3', '家庭教育培训8'],
    ['a lost blank', 'xl/sharedStrings.xml', ' 前后空格', '前后空格'],
    ['a lost mark of continuation', 'xl/sharedStrings.xml', '6月（续）', '6月'],
    ['a changed title', 'xl/sharedStrings.xml', report.title, '2022年工作配档表'],
    ['a changed note', 'xl/sharedStrings.xml', '<t>说明</t>', '<t>说 明</t>'],
    ['a changed amount', SHEET, '<v>12345.05</v>', '<v>12345.5</v>'],
    ['a day off', SHEET, '<v>44256</v>', '<v>44255</v>'],
    ['a text that became a number', SHEET, /<c r="C13" s="(\d+)" t="s"><v>\d+<\/v>/u, '<c r="C13" s="$1"><v>1</v>'],
    ['a number that became a date', SHEET, /(<c r="B12" s="(\d+)">.*?<c r="C12" s=")\d+/u, '$1$2'],
    ['a formula', SHEET, '<v>44256</v>', '<f>1+1</f><v>44256</v>'],
    ['a cell that nobody asked for', SHEET, /(<row r="4".*?)<\/row>/u, '$1<c r="D4"><v>1</v></c></row>'],
    ['a lost cell', SHEET, /<c r="B6"[^>]*>.*?<\/c>/u, ''],
    ['a lost row', SHEET, /<row r="6".*?<\/row>/u, ''],
    ['a lost merge', SHEET, '<mergeCell ref="A4:A5"/>', ''],
    ['a wider merge', SHEET, 'ref="A4:A5"', 'ref="A4:A6"'],
    ['a lost page break', SHEET, /<rowBreaks.*?<\/rowBreaks>/u, ''],
    ['a page break elsewhere', SHEET, /<brk id="8"/u, '<brk id="7"'],
    ['another height', SHEET, /(<row r="6" ht=")[\d.]+"/u, '$115"'],
    ['a print area that ends early', 'xl/workbook.xml', '$A$1:$C$14', '$A$1:$C$13'],
    ['a header that is not repeated', 'xl/workbook.xml', '!$3:$3', '!$2:$2'],
  ];
  it.each(planted)('finds %s', async (_, part, find, put) => {
    const before = parts.get(part) ?? '';
    const after = before.replace(find, put);
    expect(after).not.toBe(before);
    const bad = zip(new Map(parts).set(part, after));
    await expect(compareXlsx(bad, plan, report, continued)).rejects.toMatchObject({ code: 'export/differs' });
  });

  it('finds a plan that left something out, although the file follows it', async () => {
    const shorter = { ...report, rows: report.rows.slice(0, -1) };
    const other = await written(shorter);
    await compareXlsx(other.bytes, other.plan, shorter, continued);
    await expect(compareXlsx(other.bytes, other.plan, report, continued)).rejects.toMatchObject({
      code: 'export/differs',
      params: { where: '第10行“月份”栏', expected: '8月', found: '' },
    });
  });

  it.each([
    ['cut off', () => bytes.subarray(0, bytes.length - 100)],
    ['empty', () => Buffer.alloc(0)],
    ['no workbook', () => zip(new Map([['a.txt', 'x']]))],
  ])('refuses a file that is %s', async (_, make) => {
    await expect(compareXlsx(make(), plan, report, continued)).rejects.toMatchObject({ code: 'export/unreadable' });
  });

  it('says where in the words of the paper, and in which kind where only that differs', async () => {
    const strings = (parts.get('xl/sharedStrings.xml') ?? '').replace('家庭教育培训3', '家庭教育培训8');
    const changed = zip(new Map(parts).set('xl/sharedStrings.xml', strings));
    await expect(compareXlsx(changed, plan, report, continued)).rejects.toMatchObject({
      params: { where: '第5行“工作安排”栏', expected: '家庭教育培训3', found: '家庭教育培训8' },
    });
    const retyped = (parts.get(SHEET) ?? '').replace(/(<c r="C12" s="\d+")><v>0/u, '$1 t="b"><v>0');
    await expect(compareXlsx(zip(new Map(parts).set(SHEET, retyped)), plan, report, continued)).rejects.toMatchObject({
      params: { where: '第9行“主管单位”栏', expected: '0', found: 'false' },
    });
  });

  it('follows a text through the pages that it is divided over', async () => {
    const activity = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const long = sampleReport([
      ...months('5月', 2),
      { group: '6月', cells: [text('6月'), text(activity), text('示例街道中心校')] },
    ]);
    const file = await written(long);
    await compareXlsx(file.bytes, file.plan, long, continued);
    const content = await unzip(file.bytes);
    const strings = (content.get('xl/sharedStrings.xml') ?? '').replace('一丁', '丁一');
    await expect(
      compareXlsx(zip(new Map(content).set('xl/sharedStrings.xml', strings)), file.plan, long, continued),
    ).rejects.toMatchObject({ code: 'export/differs' });
  });

  it('accepts real layouts whatever the months, units and lengths', { timeout: 60_000 }, async () => {
    const fonts = fontChain({ scheme: 'shipped', folder: resolve(import.meta.dirname, '../../../resources/fonts') });
    const length = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 }));
    const unit = fc.oneof(fc.constantFrom('示例中心校', ''), fc.constant('示例单位、'.repeat(300)));
    const row = fc.tuple(fc.constantFrom('1月', '1月', '2月', ''), length, unit);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, landscape) => {
        const any = sampleReport(
          rows.map(([month, times, name], index) => ({
            group: month,
            cells: [
              text(month),
              text('组织开展系列培训，经费执行率达到1.5%。'.repeat(times) || `活动${index}`),
              text(name),
            ],
          })),
          { orientation: landscape ? 'landscape' : 'portrait', notes: landscape ? ['说明'] : [] },
        );
        const layout = layoutTable(any, fonts);
        const itsPlan = planSheet(layout, continued);
        const sink = new PassThrough();
        const itsBytes = buffer(sink);
        await writeXlsx(any, itsPlan, sink, { fontScheme: 'shipped' });
        await compareXlsx(await itsBytes, itsPlan, any, continued);
      }),
      { numRuns: 60 },
    );
  });
});
