import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_SIDE } from '#core/paper/geometry.ts';
import { layoutTable } from '#core/paper/table-layout.ts';
import { lineWidth } from '#core/paper/line-breaking.ts';
import { breakTitle } from '#core/paper/title.ts';
import { printedText } from '#shared/report/text.ts';
import type { TableLayout, TablePage } from '#shared/report/layout.ts';
import type { TableReport } from '#shared/report/model.ts';
import { planReport, shippedFonts, YEAR } from './sample.ts';

const MM = 72 / 25.4;
const fonts = shippedFonts();
const lay = (report: TableReport) => layoutTable(report, fonts);
const EPS = 1e-4;

describe('the year plan on paper', () => {
  it('stands on one page in 四号 with the measures of GB/T 9704', () => {
    const layout = lay(planReport(YEAR));
    expect(layout.pages).toHaveLength(1);
    expect(layout.fontSize).toBe(14);
    expect(layout.pageWidth).toBeCloseTo(210 * MM);
    expect(layout.margins.left).toBeCloseTo(28 * MM);
    expect(layout.columnWidths.reduce((a, b) => a + b)).toBeCloseTo(156 * MM);
    const [page] = layout.pages;
    expect(page?.annexLabel).toMatchObject({ text: '附件', fontSize: 16 });
    expect(page?.titleLines).toMatchObject([{ text: '2021年示例社区教育中心工作配档表', fontSize: 22 }]);
    expect(page?.pageNumber).toMatchObject({ text: '— 1 —', fontSize: 14, rotation: 0 });
    expect(
      page?.rows.flatMap((row) =>
        row.cells.filter((cell) => cell.column === 0).map((cell) => [cell.text, cell.rowSpan]),
      ),
    ).toEqual([
      ['1-2月', 1],
      ['3月', 1],
      ['4月', 1],
      ['5月', 2],
      ['6月', 2],
      ['7月', 2],
      ['8月', 3],
      ['9月', 2],
      ['10月', 2],
      ['11月', 2],
      ['12月', 2],
    ]);
  });

  it('puts the page number on the outer side, at the same place of the sheet in landscape', () => {
    const rows = Array.from({ length: 60 }, (_, row) => [`${(row >> 3) + 1}月`, '社会实践活动', '示例中心校'] as const);
    const upright = lay(planReport(rows)).pages.map((page) => page.pageNumber);
    const turned = lay(planReport(rows, { orientation: 'landscape' })).pages.map((page) => page.pageNumber);
    expect(upright[0]?.x).toBeGreaterThan(105 * MM);
    expect(upright[1]?.x).toBeCloseTo(28 * MM + 14);
    for (const [index, number] of turned.slice(0, upright.length).entries()) {
      // Turning the sheet by 90° takes one place to the other.
      expect(number?.rotation).toBe(90);
      expect(number?.y).toBeCloseTo(upright[index]?.x ?? 0);
      expect(297 * MM - (number?.x ?? 0)).toBeCloseTo(upright[index]?.y ?? 0);
    }
  });

  it('prints money, dates and numbers', () => {
    expect(printedText({ kind: 'fen', value: 123_456_789 }, 'zh-CN')).toBe('1,234,567.89');
    expect(printedText({ kind: 'fen', value: -5 }, 'zh-CN')).toBe('-0.05');
    expect(printedText({ kind: 'fen', value: 100_000 }, 'zh-CN')).toBe('1,000.00');
    expect(printedText({ kind: 'date', value: '2021-03-01' }, 'zh-CN')).toBe('2021年3月1日');
    expect(printedText({ kind: 'integer', value: 8105 }, 'zh-CN')).toBe('8105');
    expect(printedText({ kind: 'text', text: 'a\tb\r\nc\u0007' }, 'zh-CN')).toBe('a b\nc');
  });

  it('breaks a long title between words, into lines of about one length', () => {
    const title = '2021年度示例社区教育中心关于进一步加强社区教育和终身学习服务能力建设的工作配档表';
    const em = (line: string) => lineWidth(line, (codePoint) => fonts.width('title', codePoint));
    const lines = breakTitle(title, (codePoint) => fonts.width('title', codePoint), 30);
    expect(lines.join('')).toBe(title);
    expect(lines).toHaveLength(2);
    expect(Math.abs(em(lines[0] ?? '') - em(lines[1] ?? ''))).toBeLessThan(6);
    expect(breakTitle('短标题', () => 1, 30)).toEqual(['短标题']);
  });

  it('lists characters that no font has, with their rows', () => {
    const layout = lay(
      planReport([
        ['1月', '走访䶮、㛃、𬭎、𠅤、𪚥', '甲'],
        ['2月', '无', '𪚥'],
      ]),
    );
    const unknown = layout.missingGlyphs.map(({ character }) => character);
    expect(layout.missingGlyphs.find(({ character }) => character === '𪚥')).toEqual({ character: '𪚥', rows: [1, 2] });
    for (const known of '䶮㛃𬭎') expect(unknown).not.toContain(known);
  });

  it('takes the last group along to the page of the notes, unless that needs more than a page', () => {
    for (let count = 10; count < 40; count++) {
      const rows = Array.from({ length: count }, (_, row) => [`${row >> 1}月`, '社会实践活动\n第二行', '甲'] as const);
      const layout = lay(planReport(rows, { notes: ['说明一', '说明二', '说明三', '说明四'] }));
      const last = layout.pages.at(-1);
      expect([count, last?.notes.length, last?.rows.length !== 0]).toEqual([count, 4, true]);
      const one = lay(
        planReport(
          rows.map(([, activity, unit]) => ['全年', activity, unit]),
          { notes: ['说明一', '说明二'] },
        ),
      );
      expect([count, one.pages.at(-1)?.rows.length !== 0]).toEqual([count, true]);
    }
  });

  it('starts a row that is higher than a page where three lines of it fit, else on the next page', () => {
    for (const before of [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]) {
      const rows = Array.from({ length: before }, (_, row) => [`${row}月`, '社会实践活动', '甲'] as const);
      const layout = lay(planReport([...rows, ['岁末', '开展社区教育活动，'.repeat(200), '乙']]));
      const start = layout.pages.flatMap((page) => page.rows).find(({ row }) => row === before);
      expect(start?.cells.find((cell) => cell.column === 1)?.lines.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('lays out a report without rows, and notes that need pages of their own', () => {
    const empty = lay(planReport([]));
    expect(empty.pages.map((page) => [page.rows.length, page.header.length])).toEqual([[0, 3]]);
    const notes = Array.from({ length: 90 }, (_, index) => `说明${index}`);
    const layout = lay(planReport(YEAR, { notes }));
    expect(layout.pages.flatMap((page) => page.notes.map((note) => note.text))).toEqual(notes);
    expect(layout.pages.at(-1)?.header).toEqual([]);
  });

  it('begins long notes below the last row, and leaves nobody to sign on a page that says nothing', () => {
    const date = { label: '日期', value: { kind: 'text', text: '' }, align: 'left', weight: 1 } as const;
    for (let count = 18; count < 60; count++) {
      const notes = Array.from({ length: count }, (_, index) => `说明${index}`);
      const { pages } = lay(planReport(YEAR, { notes, closingLines: [[date]] }));
      expect(pages.flatMap((page) => page.notes.map((note) => note.text))).toEqual(notes);
      const withRows = pages.findLast((page) => page.rows.length > 0);
      expect(withRows?.notes.length).toBeGreaterThanOrEqual(2);
      const signed = pages.find((page) => page.closingFields.length > 0);
      expect([signed?.number, (signed?.notes.length ?? 0) >= 2]).toEqual([pages.length, true]);
    }
  });

  it('has a running head with the page of how many on every page, in lines where it is long', () => {
    expect(lay(planReport(YEAR)).pages[0]?.runningHead).toEqual([]);
    for (const text of ['索引号 SJ-2021-R4', `索引号 SJ-2021-R4　${'示例街道社区教育中心'.repeat(10)}`]) {
      const { pages, margins, pageWidth } = lay(planReport([...YEAR, ...YEAR, ...YEAR], { runningHead: text }));
      expect(pages.length).toBeGreaterThan(1);
      for (const { number, runningHead } of pages) {
        expect(runningHead.map((line) => line.text).join('')).toBe(`${text}第${number}页 共${pages.length}页`);
        for (const line of runningHead) {
          const width = lineWidth(line.text, (codePoint) => fonts.width('body', codePoint)) * line.fontSize;
          expect(line.x).toBeGreaterThanOrEqual(margins.left - EPS);
          expect(line.x + width).toBeLessThanOrEqual(pageWidth - margins.right + EPS);
          expect(line.y).toBeGreaterThan(12);
          expect(line.y).toBeLessThan(margins.top);
        }
      }
    }
  });
});

describe('any report', () => {
  const phrase = fc.constantFrom(
    '培训',
    '按照《标准》（教职发〔2019〕12号）组织开展，',
    '形成材料归档；',
    '𬭎䶮',
    '12,345.67元',
    '第一行\n第二行',
  );
  const activity = fc.oneof(
    { weight: 6, arbitrary: fc.array(phrase, { maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 400 }).map((count) => '开展社区教育活动，'.repeat(count)) },
  );
  const row = fc.tuple(fc.boolean(), activity, fc.constantFrom('甲', '社区教育中心、街道办事处、中心校'));
  const report = fc
    .record({
      rows: fc.array(row, { maxLength: 70 }),
      orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
      notes: fc.array(fc.constant('填表单位：示例社区教育中心'), { maxLength: 3 }),
      annexLabel: fc.constantFrom(null, '附件1'),
      often: fc.integer({ min: 1, max: 12 }),
      // A label of several lines needs more room than a short row gives.
      label: fc.constantFrom('', '关于进一步加强社区教育和终身学习工作的第'),
    })
    .map(({ rows, orientation, notes, annexLabel, often, label }) => {
      let group = 0;
      const named = rows.map(([next, text, unit], index) => {
        if (next || index % often === 0) group++;
        return [`${label}${group}月`, text, unit] as const;
      });
      return planReport(named, { orientation, notes, annexLabel });
    });

  it('prints each row once, in order, with its text, on no overfull page, under a heading', () => {
    fc.assert(
      fc.property(report, (value) => {
        const layout = lay(value);
        expect(pageFindings(layout)).toEqual([]);
        expect(printedTexts(layout)).toEqual(
          value.rows.map((row) => row.cells.map((cell) => printedText(cell, value.locale))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('keeps groups whole unless longer than a page, and marks （续） only where they go on', () => {
    fc.assert(
      fc.property(report, (value) => {
        expect(groupFindings(lay(value))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Collects what is wrong with a layout, so that one expectation shows it all. */
class Findings {
  readonly list: string[] = [];
  check(right: boolean, what: string): void {
    if (!right) this.list.push(what);
  }
  near(found: number, expected: number, what: string): void {
    this.check(Math.abs(found - expected) < 1e-3, `${what}: ${found}, expected ${expected}`);
  }
}

function pageFindings(layout: TableLayout): string[] {
  const findings = new Findings();
  const bottom = layout.pageHeight - layout.margins.bottom + EPS;
  const printed = layout.pages.flatMap((page) => page.rows.map(({ row, part }) => ({ row, part })));
  let next = 0;
  for (const [index, { row, part }] of printed.entries()) {
    const before = printed[index - 1];
    const inOrder = part === 0 ? row === next++ : before?.row === row && before.part === part - 1;
    findings.check(inOrder, `row ${row} part ${part} is out of order`);
  }
  findings.check(next === layout.report.rows.length, 'rows are missing');
  for (const page of layout.pages) {
    const headed = page.header.map((cell) => cell.text).join() === '月份,工作安排,主管单位';
    findings.check(headed || page.rows.length === 0, `page ${page.number} has no heading`);
    let y = (page.header[0]?.y ?? 0) + (page.header[0]?.height ?? 0);
    for (const row of page.rows) {
      findings.near(row.y, y, `row ${row.row} begins`);
      y += row.height;
    }
    findings.check(y <= bottom, `page ${page.number} is overfull`);
    findings.check(
      page.notes.every((note) => note.y <= bottom),
      `notes of page ${page.number} stand too low`,
    );
    checkCells(layout, page, findings);
  }
  return findings.list;
}

function checkCells(layout: TableLayout, page: TablePage, findings: Findings): void {
  const right = layout.pageWidth - layout.margins.right + EPS;
  const covered = new Map<number, number>();
  for (const [index, row] of page.rows.entries()) {
    for (const cell of row.cells) {
      const name = `cell ${row.row}/${cell.column}`;
      const rows = page.rows.slice(index, index + cell.rowSpan);
      findings.near(
        cell.height,
        rows.reduce((sum, { height }) => sum + height, 0),
        `${name} height`,
      );
      findings.check(cell.lines.length * layout.lineHeight <= cell.height + EPS, `${name} is too low`);
      findings.check(cell.x + cell.width <= right, `${name} leaves the type area`);
      findings.check(cell.lines.join('') === cell.text, `${name} has other lines than text`);
      for (const line of cell.lines) {
        const width = lineWidth(line, (codePoint) => fonts.width('body', codePoint)) * layout.fontSize;
        findings.check(width <= cell.width - 2 * CELL_SIDE + EPS, `${name} has a line too wide`);
      }
      covered.set(cell.column, (covered.get(cell.column) ?? 0) + cell.rowSpan);
    }
  }
  for (const count of covered.values()) findings.check(count === page.rows.length, `page ${page.number} has gaps`);
}

/** The text of every cell, put together from the pages. */
function printedTexts(layout: TableLayout): string[][] {
  const texts = layout.report.rows.map(() => ['', '', '']);
  for (const page of layout.pages) {
    for (const [index, row] of page.rows.entries()) {
      for (const cell of row.cells) {
        const plain = cell.continued ? cell.text.replace(/（续）$/, '') : cell.text;
        for (const covered of page.rows.slice(index, index + cell.rowSpan)) {
          const target = texts[covered.row] ?? [];
          target[cell.column] = cell.column === 0 ? plain : (target[cell.column] ?? '') + plain;
        }
      }
    }
  }
  return texts;
}

function groupFindings(layout: TableLayout): string[] {
  const findings = new Findings();
  const pagesOf = new Map<string, { page: number; height: number; top: boolean }[]>();
  for (const page of layout.pages) {
    for (const [index, row] of page.rows.entries()) {
      const group = layout.report.rows[row.row]?.group ?? '';
      const places = pagesOf.get(group) ?? [];
      pagesOf.set(group, places);
      const place = places.at(-1);
      if (place?.page === page.number) place.height += row.height;
      else places.push({ page: page.number, height: row.height, top: index === 0 });
      const label = row.cells.find((cell) => cell.column === 0);
      const expected = places.length > 1 ? `${group}（续）` : group;
      findings.check(label === undefined || label.text === expected, `${label?.text} stands for ${expected}`);
      findings.check(label === undefined || label.continued === places.length > 1, `${expected} is marked wrongly`);
    }
  }
  const header = layout.pages[0]?.header[0]?.height ?? 0;
  const area = layout.pageHeight - layout.margins.top - layout.margins.bottom - header;
  for (const [group, places] of pagesOf) {
    const [first] = places;
    const onTitlePage = first?.page === 1 && first.top;
    const height = places.reduce((sum, place) => sum + place.height, 0);
    findings.check(places.length === 1 || onTitlePage || height > area - EPS, `${group} is divided without need`);
  }
  return findings.list;
}
