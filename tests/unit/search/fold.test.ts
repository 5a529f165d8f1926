import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithPositions } from '#core/search/fold.ts';
import { numberKey } from '#core/search/entry.ts';
import { readingsOf } from '#core/search/readings.ts';

const SAMPLE = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('社區教育学習Ａｂ１㎡①ﬁéＫ〔〕—·“𠀀𬭎⻬⼀ 　\u200b\u0301\n')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('the folded text', () => {
  it.each([
    ['社區教育', '社区教育'],
    ['ＡＢＣ１２', 'abc12'],
    ['齐街字﹝２０２１﹞１２號', '齐街字(2021)12号'],
    ['〔2021〕', '[2021]'],
    ['后來於裏面', '後来于里面'],
    ['“引”', '「引」'],
    ['1—2', '1－2'],
    ['阿·甲', '阿•甲'],
    ['社 区\n教　育\u200b', '社区教育'],
    ['⻬陵⼀', '齐陵一'],
    ['二○二一', '二〇二一'],
    ['e\u0301', 'É'],
    ['㎡', 'm2'],
  ])('is the same for %j and %j', (left, right) => expect(fold(left)).toBe(fold(right)));

  it.each([
    ['乾坤', '干坤'],
    ['著作', '着作'],
    ['2021', '二〇二一'],
    ['〇', '零'],
    ['哪吒', '哪咤'],
  ])('tells %j from %j', (left, right) => expect(fold(left)).not.toBe(fold(right)));

  it('is found by the fold of each part that keeps marks with their characters', () => {
    fc.assert(
      fc.property(SAMPLE, fc.nat(40), fc.nat(40), (text, from, length) => {
        const characters = Array.from(text);
        const part = characters.slice(from, from + length).join('');
        const next = characters[from + length] ?? '';
        fc.pre(!/^[\p{M}\u1160-\u11ff\uff9e\uff9f]/u.test(part) && !/^[\p{M}\u1160-\u11ff\uff9e\uff9f]/u.test(next));
        expect(fold(text)).toContain(fold(part));
      }),
      { numRuns: 2000 },
    );
  });

  it('is folded again to itself', () => {
    fc.assert(
      fc.property(SAMPLE, (text) => {
        const once = fold(text);
        fc.pre(!/\p{M}/u.test(once));
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows of each unit where it came from, in order', () => {
    fc.assert(
      fc.property(SAMPLE, (text) => {
        const { text: folded, starts, ends } = foldWithPositions(text);
        expect(folded).toBe(fold(text));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        let before = 0;
        starts.forEach((start, unit) => {
          const end = ends[unit] ?? -1;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end))).toContain(folded[unit]);
          before = start;
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readings', () => {
  it.each([
    ['2021', '二〇二一'],
    ['2021', '二零二一'],
    ['二零二一年', '2021年'],
    ['二〇二一年', '二零二一年'],
    ['12月', '十二月'],
    ['第二十期', '第20期'],
    ['三十年', '30年'],
    ['2021年5月1日', '二〇二一年五月一日'],
    ['干净', '乾净'],
    ['看著', '看着'],
  ])('of %s are also %s', (query, reading) => {
    expect(readingsOf(query)[0]).toBe(query);
    expect(readingsOf(query)).toContain(reading);
  });

  it.each(['5', '12', '一', '著', '一般', '十分', '202', '20211', '13800000000', '社区教育'])(
    'of %s are no other',
    (query) => expect(readingsOf(query)).toEqual([query]),
  );

  it('stay few, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('一二〇零十0129年月第干着a')), maxLength: 60 }),
        (text) => {
          const readings = readingsOf(text);
          expect(readings.length).toBeLessThanOrEqual(16);
          expect(readings[0]).toBe(text);
        },
      ),
    );
  });
});

it('numbers sort by value, not by digit', () => {
  const sorted = ['齐街字〔2021〕2号', '齐街字〔2021〕12号', '齐街字〔2021〕100号', '齐街字〔2022〕1号'];
  expect([...sorted].sort((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1))).toEqual(sorted);
});
