/** 题名: composed parts, damage, and what a broken system left behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTitle, composedParts, TITLE_LIMIT } from '#shared/lib/archives/title.ts';
import { expectSentence } from './words.ts';

const found = (title: string) => checkTitle(title).map(({ rule, level }) => `${rule} ${level}`);

describe('checkTitle', () => {
  it.each([
    ['2021年齐陵街道社区教育中心工作计划', []],
    ['关于无偿献血的通知', []],
    ['𠮷林社区读本', []],
    ['[关于印发]2021年工作计划[的通知]', ['title_composed info']],
    ['[社区教育会议记录]', ['title_composed info']],
    ['[关于印发2021年工作计划', ['title_brackets warning']],
    ['关于印发]2021年工作计划', ['title_brackets warning']],
    ['[关于[印发]]工作计划', ['title_brackets warning']],
    ['[]工作计划', ['title_brackets_empty warning']],
    ['', ['title_empty error']],
    [' \u3000', ['title_empty error']],
    ['无', ['title_null_word error']],
    ['None', ['title_null_word error']],
    ['undefined', ['title_null_word error']],
    ['2021年None工作计划', ['title_null_word warning']],
    ['工作计划NaN', ['title_null_word warning']],
    ['工作\n计划', ['title_line_break error']],
    ['工作\u2028计划', ['title_line_break error']],
    ['工作\u0007计划', ['title_control_character error']],
    ['工作\u202E计划', ['title_control_character error']],
    ['工作\u0000\r\n计划', ['title_line_break error', 'title_control_character error']],
    ['工作\uFFFD计划', ['title_broken_character error']],
    ['工作\uD800计划', ['title_broken_character error']],
    ['工作\uE000计划', ['title_private_use warning']],
    ['工作\u{F0000}计划', ['title_private_use warning']],
    ['计'.repeat(121), ['title_long warning']],
    ['计'.repeat(TITLE_LIMIT + 1), ['title_too_long error']],
  ])('%j', (title, expected) => {
    expect(found(title)).toEqual(expected);
    checkTitle(title).forEach(expectSentence);
  });

  it('counts characters as a person does', () => {
    expect(checkTitle('𠮷𠮷\uFFFD')).toMatchObject([{ rule: 'title_broken_character', params: { place: 3 } }]);
  });

  it('finds every kind of damage wherever it stands', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...Array.from('社区教育中心工作计划2021年的')),
      minLength: 1,
      maxLength: 20,
    });
    const damage = fc.constantFrom('\n', '\u0001', '\uFFFD', '\uE123', '[', 'None', '\uDC00');
    fc.assert(
      fc.property(plain, damage, plain, (before, sign, after) => {
        expect(found(before + after)).toEqual([]);
        expect(found(before + sign + after).length).toBeGreaterThan(0);
      }),
    );
  });

  it('gives the composed parts back in their order', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('关于印发的通知工作计划')) });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pieces) => {
        const title = pieces.map(([quoted, composed]) => `${quoted}[${composed}]`).join('');
        expect(composedParts(title)).toEqual(pieces.map(([, composed]) => composed));
      }),
    );
  });
});
