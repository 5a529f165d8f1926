import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, lineWidth, NO_LINE_END, NO_LINE_START } from '#core/paper/line-breaking.ts';
import { breakList } from '#core/paper/list-breaking.ts';

/** Ideographs and full-width marks 1 em, ASCII half an em, accents nothing. */
const measure = (codePoint: number) => (codePoint === 0x301 ? 0 : codePoint < 0x2000 ? 0.5 : 1);
const lines = (text: string, width: number) => breakLines(text, measure, width);

describe('line breaking', () => {
  it('keeps closing marks off the start and opening marks off the end of a line', () => {
    expect(lines('组织开展培训，形成材料', 6)).toEqual(['组织开展培', '训，形成材料']);
    expect(lines('按照评估标准《社区》办', 7)).toEqual(['按照评估标准', '《社区》办']);
    expect(lines('活动（一）召开（二）验收', 7)).toEqual(['活动（一）召开', '（二）验收']);
  });

  it('keeps numbers, ranges, dates, document numbers and words whole', () => {
    expect(lines('合计经费12,345.67元整', 6)).toEqual(['合计经费', '12,345.67元', '整']);
    expect(lines('比例占到1.5%-2.5%之间', 6)).toEqual(['比例占到', '1.5%-2.5%之', '间']);
    expect(lines('于2021年3月1日前完成', 6.5)).toEqual(['于', '2021年3月1日', '前完成']);
    expect(lines('请按鲁教职发〔2019〕12号办', 11)).toEqual(['请按', '鲁教职发〔2019〕12号办']);
    expect(lines('使用Community平台', 6)).toEqual(['使用', 'Community平', '台']);
  });

  it('does not divide dashes, ellipses, characters beyond the BMP and combining marks', () => {
    expect(lines('试运行——包括', 4)).toEqual(['试运行', '——包括']);
    expect(lines('三个环节……等', 5)).toEqual(['三个环', '节……等']);
    expect(lines('𬭎𠅤𪚥𬭎', 2)).toEqual(['𬭎𠅤', '𪚥𬭎']);
    expect(lines('教e\u0301e\u0301', 1)).toEqual(['教', 'e\u0301e\u0301']);
  });

  it('divides an address that no line holds at its joints', () => {
    expect(lines('见https://example.org/plan/index.html页', 8)).toEqual([
      '见https://',
      'example.org/',
      'plan/index.html',
      '页',
    ]);
  });

  it('keeps the items of a list whole', () => {
    expect(breakList('教育中心、办事处、中心校', measure, 8)).toEqual(['教育中心、', '办事处、中心校']);
    expect(breakList('甲,乙,合计12,345.67元', measure, 7)).toEqual(['甲,乙,', '合计', '12,345.67元']);
  });

  it('divides a name longer than the line between its words, no character alone', () => {
    expect(breakList('某街道社区教育中心', measure, 8)).toEqual(['某街道', '社区教育中心']);
    expect(breakList('中心校、某街道社区教育中心、办事处', measure, 8)).toEqual([
      '中心校、',
      '某街道',
      '社区教育中心、',
      '办事处',
    ]);
    expect(breakList('12345678901234567890123', measure, 6)).toEqual(['123456789012', '34567890123']);
  });

  it('lets spaces hang and keeps forced breaks', () => {
    expect(lines('ab cd ', 1)).toEqual(['ab ', 'cd ']);
    expect(lines('一\n\n二', 9)).toEqual(['一\n', '\n', '二']);
    expect(lines('', 9)).toEqual(['']);
  });

  const text = fc
    .array(
      fc.constantFrom(
        ...Array.from('社区教育培训，。；：（）《》“”……——1230.,%-aZ \n𬭎䶮'),
        '12,345.67',
        '1.5%-2.5%',
        '2021年3月1日',
        'e\u0301',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(''));
  const width = fc.integer({ min: 1, max: 24 });

  it('joins to the text again, with no line wider than the column', () => {
    fc.assert(
      fc.property(text, width, fc.boolean(), (value, em, list) => {
        const broken = (list ? breakList : breakLines)(value, measure, em);
        expect(broken.join('')).toBe(value);
        for (const line of broken) {
          const clusters = [...new Intl.Segmenter('zh').segment(line.trimEnd())].length;
          expect(clusters < 2 || lineWidth(line, measure) <= em + 1e-6).toBe(true);
          expect(line.isWellFormed()).toBe(true);
          expect(line).not.toMatch(/^\p{M}/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begins and ends no line with a forbidden mark where the line before offers another place', () => {
    const bad = (before: string, after: string) =>
      NO_LINE_START.has(after) ||
      NO_LINE_END.has(before) ||
      after === ' ' ||
      ('—…'.includes(after) && after === before);
    fc.assert(
      fc.property(text, width, (value, em) => {
        const broken = breakLines(value, measure, em);
        for (const [index, line] of broken.slice(0, -1).entries()) {
          if (line.endsWith('\n')) continue;
          if (!bad(line.at(-1) ?? '', broken[index + 1]?.[0] ?? '')) continue;
          // Only a line without any permitted place inside may end badly.
          const places = Array.from(line)
            .slice(1)
            .filter((after, at) => !bad(Array.from(line)[at] ?? '', after));
          expect(places.filter((after) => !/\p{M}/u.test(after))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
