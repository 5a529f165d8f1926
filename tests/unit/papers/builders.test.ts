/** The builders by value: what each paper says, and where its boxes stand. */
import { describe, expect, it } from 'vitest';
import { type BoxNotePaper, boxNoteReport } from '#core/reports/box-note.ts';
import { boxCoverReport } from '#core/reports/box-cover.ts';
import { catalogueCoverReport } from '#core/reports/catalogue-cover.ts';
import { type CataloguePaper, catalogueReport } from '#core/reports/catalogue.ts';
import { disposalListReport } from '#core/reports/disposal.ts';
import { documentLabelReport } from '#core/reports/labels.ts';
import { loanFormReport } from '#core/reports/loan-register.ts';
import type { PaperDocument } from '#core/reports/paper-document.ts';
import { spineReport, type SpinePaper } from '#core/reports/spines.ts';
import { stampReport } from '#core/reports/stamps.ts';
import { stockEquationHolds, yearlyReport } from '#core/reports/yearly-report.ts';
import { STAMP, stampCells } from '#shared/lib/archives/stamp.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { printedText } from '#shared/report/text.ts';

const base = { unitName: '示例单位', isExample: false, locale: 'zh-CN', createdAt: '2024-01-15T08:00:00Z' } as const;
const fonds = { code: 'Q005', name: '示例街道社区教育中心' };

const document = (item: number, fields: Partial<PaperDocument> = {}): PaperDocument => ({
  id: item,
  state: 'filed',
  category: 'WS',
  code: `Q005-WS·2021-Y-${String(item).padStart(4, '0')}`,
  year: 2021,
  term: 'Y',
  section: null,
  item,
  itemDigits: 4,
  title: '[关于培训的方案]',
  documentNumber: '示教〔2021〕1号',
  author: '示例街道社区教育中心',
  signedDate: '2021-03-01',
  signedDatePrinted: null,
  pages: 3,
  marking: null,
  accessMark: 'open',
  medium: 'paper',
  remark: '',
  box: null,
  ...fields,
});

const cellsOf = (report: TableReport): string[][] =>
  report.rows.map((row) => row.cells.map((value) => printedText(value, report.locale)));
const textsOf = (report: FormReport, page = 0): string[] =>
  (report.pages[page]?.boxes ?? []).map(({ value }) => printedText(value, report.locale));

describe('归档文件目录', () => {
  const catalogue = (documents: PaperDocument[], changes: Partial<CataloguePaper> = {}): TableReport =>
    catalogueReport({ ...base, fonds, year: 2021, term: null, section: null, documents, gaps: [], ...changes });

  it('has the nine columns of the standard in their order and their share of 247 mm', () => {
    const report = catalogue([document(1)]);
    expect(report.columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '档号',
      '文号',
      '责任者',
      '题名',
      '日期',
      '密级',
      '页数',
      '备注',
    ]);
    expect(report.columns.map(({ weight }) => weight)).toEqual([10, 46, 34, 34, 68, 20, 11, 10, 14]);
    expect([report.orientation, report.margins]).toEqual(['landscape', 'register']);
  });

  it('keeps a composed title in brackets and leaves blank what is not there', () => {
    const [row] = cellsOf(catalogue([document(1, { documentNumber: null, marking: null, pages: null })]));
    expect(row).toEqual([
      '1',
      'Q005-WS·2021-Y-0001',
      '',
      '示例街道社区教育中心',
      '[关于培训的方案]',
      '20210301',
      '',
      '',
      '',
    ]);
  });

  it.each([
    ['2020-12', null, '20201200'],
    ['2020', null, '20200000'],
    ['1945-08-15', '[19450815]', '[19450815]'],
    [null, '年月不清', ''],
  ])('prints the date %s (%s) as %s', (signedDate, signedDatePrinted, printed) => {
    expect(cellsOf(catalogue([document(1, { signedDate, signedDatePrinted })]))[0]?.[5]).toBe(printed);
  });

  it('keeps entries of what has left, with a remark', () => {
    const rows = cellsOf(
      catalogue([
        document(1, { state: 'destroyed' }),
        document(2, { state: 'transferred', remark: '复印件' }),
        document(3, { remark: '一'.repeat(25), box: { id: 1, number: 1 } }),
        document(4, { remark: '一'.repeat(25) }),
      ]),
    );
    expect(rows.map((row) => row[8])).toEqual(['已销毁', '已移交；复印件', '*', '一'.repeat(25)]);
  });

  it('explains numbers without an entry, marks and a missing 全宗号 below the table', () => {
    const gap = {
      term: 'D30',
      section: null,
      from: '0002',
      to: '0002',
      reason: 'withdrawn',
      detail: '某通知：重复登记',
    } as const;
    const { notes } = catalogue([document(1, { remark: '一'.repeat(25), box: { id: 1, number: 1 } })], {
      fonds: { ...fonds, code: null },
      gaps: [gap, { ...gap, from: '0007', to: '0009', reason: 'unknown', detail: '' }],
    });
    expect(notes).toEqual([
      '备注栏标“*”的，说明见盒内备考表。',
      '全宗号尚未确定，档号中暂缺全宗号。',
      '30年 第 0002 号空缺：文件已撤下（某通知：重复登记）。',
      '30年 第 0007—0009 号空缺：没有登记。',
    ]);
    expect(catalogue([document(1)]).notes).toEqual([]);
  });

  it('has a cover that leaves out 机构（问题） where the fonds has no such level', () => {
    const cover = (documents: PaperDocument[]): string[] =>
      textsOf(catalogueCoverReport({ ...base, fonds, year: 2021, term: null, section: null, documents }));
    expect(cover([document(1), document(2, { term: 'D10' })])).toEqual([
      '归档文件目录',
      '全宗号',
      'Q005',
      '全宗名称',
      '示例街道社区教育中心',
      '年度',
      '2021',
      '保管期限',
      '永久、10年',
    ]);
    expect(cover([document(1, { section: { code: 'BGS', name: '办公室' } })]).slice(-2)).toEqual([
      '机构（问题）',
      '办公室',
    ]);
  });
});

describe('备考表', () => {
  const box: BoxNotePaper['boxes'][number] = {
    number: 3,
    year: 2021,
    term: 'Y',
    section: null,
    documents: [],
    gaps: [],
    note: '',
    arrangedBy: null,
    arrangedOn: null,
    checkedBy: null,
    checkedOn: null,
  };
  const explanation = (changes: Partial<typeof box>): string => {
    const report = boxNoteReport({ ...base, fonds, boxes: [{ ...box, ...changes }] });
    return textsOf(report).find((text) => text.startsWith('本盒')) ?? '';
  };

  it('counts what lies in the box and names what is missing, has left or is marked', () => {
    const gap = { term: 'Y', section: null, from: '0003', to: '0003', detail: '' } as const;
    const text = explanation({
      note: '装订线已更换。',
      documents: [
        document(1, { pages: 4 }),
        document(2, { state: 'destroyed', pages: 9 }),
        document(5, { pages: null }),
        document(6, { pages: 2, remark: '说明'.repeat(15), box: { id: 3, number: 3 } }),
      ],
      gaps: [
        { ...gap, reason: 'loose' },
        { ...gap, from: '0004', to: '0004', reason: 'otherBox', detail: '7' },
      ],
    });
    expect(text.split('\n')).toEqual([
      '本盒装归档文件共 3 件 6 页，件号 0001—0006。',
      '其中第 0005 号没有登记页数，页数未计入。',
      '装订线已更换。',
      '第 0003 号没有装盒。',
      '第 0004 号装在 7 号盒。',
      '第 0002 号已销毁，共 1 件。',
      `第 0006 号备注：${'说明'.repeat(15)}`,
    ]);
  });

  it('says that a box is empty, and has a page for every box', () => {
    expect(explanation({})).toBe('本盒现无文件。');
    const report = boxNoteReport({ ...base, fonds, boxes: [box, { ...box, number: 4, arrangedOn: '2022-05-20' }] });
    expect(report.pages).toHaveLength(2);
    expect(textsOf(report, 1)).toContain('2022年5月20日');
    expect(textsOf(report, 0).filter((text) => /^(整理|检查)/u.test(text))).toEqual([
      '整理人',
      '整理日期',
      '检查人',
      '检查日期',
    ]);
  });
});

describe('归档章', () => {
  const { cells } = stampCells({
    fonds: 'Q005',
    year: 2021,
    item: 7,
    itemDigits: 4,
    organisation: null,
    term: 'D30',
    pages: 12,
  });
  const stamps = (count: number, form: 'leaf' | 'sheet'): FormReport =>
    stampReport({ ...base, stamps: Array.from({ length: count }, () => cells), form });

  it('is 45 × 16 mm in six cells of 15 × 8 mm, red with black entries, in the middle of the leaf’s top', () => {
    const [page] = stamps(1, 'leaf').pages;
    const boxes = page?.boxes ?? [];
    expect(boxes.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 6 }, () => [15, 8]));
    expect(boxes.map(({ value }) => printedText(value, 'zh-CN'))).toEqual(['Q005', '2021', '0007', '', '30年', '12']);
    expect(boxes.every(({ ink, borderInk }) => ink === 'black' && borderInk === 'red')).toBe(true);
    const left = Math.min(...boxes.map(({ x }) => x));
    const right = Math.max(...boxes.map(({ x, width }) => x + width));
    expect([left + right, right - left]).toEqual([210, STAMP.width]);
  });

  it('stands once on a leaf and 48 times on a sheet', () => {
    expect(stamps(3, 'leaf').pages.map(({ boxes }) => boxes.length)).toEqual([6, 6, 6]);
    expect(stamps(50, 'sheet').pages.map(({ boxes }) => boxes.length)).toEqual([48 * 6, 2 * 6]);
  });
});

describe('盒脊', () => {
  const box = {
    number: 12,
    year: 2021,
    term: 'D30',
    section: null,
    firstItem: '0001',
    lastItem: '0045',
    width: 30,
  } as const;
  const spines = (changes: Partial<SpinePaper> = {}): FormReport =>
    spineReport({ ...base, fonds, boxes: [box], sheet: 'A3', ...changes });

  it('is 310 mm high and as wide as the box, the first 件号 above the last', () => {
    const [page] = spines({ boxes: [box, { ...box, width: 50, section: '党政综合办公室' }] }).pages;
    for (const width of [30, 50]) {
      const own = page?.boxes.filter((part) => part.width === width) ?? [];
      expect(Math.min(...own.map(({ y }) => y))).toBe(20);
      expect(Math.max(...own.map(({ y, height }) => y + height))).toBeCloseTo(330, 9);
    }
    expect(textsOf(spines())).toEqual([
      '全宗号',
      'Q005',
      '年度',
      '2021',
      '保管期限',
      '30年',
      '起止件号',
      '0001',
      '0045',
      '盒号',
      '12',
    ]);
    expect(page?.boxes.filter(({ name }) => name === '机构（问题）').map(({ direction }) => direction)).toEqual([
      'horizontal',
      'vertical',
    ]);
  });

  it('is cut between two fields into strips of 155 mm on A4, both on one sheet', () => {
    const report = spines({ sheet: 'A4', boxes: [box, box, box, box] });
    expect(report.paper).toBe('A4');
    for (const { boxes } of report.pages) {
      expect(boxes.length % 11).toBe(0);
      expect(Math.max(...boxes.map(({ y, height }) => y + height))).toBeCloseTo(175, 9);
    }
  });
});

describe('other papers', () => {
  it('put a double line below the name on the cover of 310 × 220 mm', () => {
    const report = boxCoverReport({ ...base, fonds, sheet: 'A3' });
    const boxes = report.pages[0]?.boxes ?? [];
    expect(boxes.find(({ value }) => printedText(value, 'zh-CN') === fonds.name)?.borders.bottom).toBe('double');
    const extent = (low: number[], high: number[]): number => Math.max(...high) - Math.min(...low);
    expect(
      extent(
        boxes.map(({ x }) => x),
        boxes.map(({ x, width }) => x + width),
      ),
    ).toBe(220);
    expect(
      extent(
        boxes.map(({ y }) => y),
        boxes.map(({ y, height }) => y + height),
      ),
    ).toBe(310);
  });

  it('set labels 3 × 8 a page', () => {
    const report = documentLabelReport({
      ...base,
      documents: Array.from({ length: 25 }, (_, index) => document(index + 1)),
    });
    expect(report.pages.map(({ boxes }) => boxes.length)).toEqual([24 * 3, 3]);
    expect(textsOf(report, 1)).toEqual(['Q005-WS·2021-Y-0025', '[关于培训的方案]', '永久　件号：0025　3 页']);
  });

  it('count the years kept up to the day of destruction and name what was taken off', () => {
    const old = document(1, { year: 2011, term: 'D10', code: 'Q005-WS·2011-D10-0001' });
    const report = disposalListReport({
      ...base,
      fonds,
      number: '2023-01',
      leader: '示例甲',
      approver: null,
      approvedOn: null,
      supervisors: [null, null],
      method: null,
      place: null,
      destroyedOn: null,
      countedOn: '2023-04-28',
      items: [{ document: old, reason: '保管期满' }],
      excluded: [{ document: { ...old, code: 'Q005-WS·2011-D10-0002' }, reason: '尚有未了事项' }],
    });
    expect(cellsOf(report)[0]).toEqual([
      '1',
      '[关于培训的方案]',
      '2011',
      'Q005-WS·2011-D10-0001',
      '示例街道社区教育中心',
      '示教〔2021〕1号',
      '10年',
      '11年',
      '3',
      '保管期满',
    ]);
    expect(report.notes).toEqual([
      '未予销毁，已从清册中剔除：Q005-WS·2011-D10-0002 [关于培训的方案]（尚有未了事项）。',
    ]);
  });

  it('give an empty form its lines of fifteen columns', () => {
    const report = loanFormReport({ ...base, lines: 12 });
    expect(report.columns).toHaveLength(15);
    expect(cellsOf(report)).toEqual(Array.from({ length: 12 }, () => Array.from({ length: 15 }, () => '')));
  });

  it('refuse numbers of a year that do not add up', () => {
    const stock = {
      opening: 5,
      received: 3,
      transferred: 1,
      destroyed: 2,
      closing: 5,
      closingPages: 9,
      closingElectronic: 0,
    };
    expect(stockEquationHolds(stock)).toBe(true);
    const report = (closing: number) => () =>
      yearlyReport({
        ...base,
        fonds,
        year: 2021,
        terms: [{ term: 'Y', stock: { ...stock, closing } }],
        shelf: new Map([['Y', 150]]),
        use: { visits: 0, items: 0, copiedPages: 0 },
        undated: 0,
        countedTo: null,
      });
    const rows = cellsOf(report(5)());
    expect(rows[7]).toEqual(['档案排架长度', '米', '0.15', '0.15']);
    expect(rows.at(-1)).toEqual(['档案人员参加培训', '人次', '', '']);
    expect(report(6)).toThrow('does not hold');
  });
});
