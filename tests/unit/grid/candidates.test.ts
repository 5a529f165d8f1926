import { describe, expect, it } from 'vitest';
import { findOption, optionCandidates, suggestionCandidates, withSuggestion } from '#ui/grid/candidates.ts';

const options = [
  { value: 'not_started', label: '未开始' },
  { value: 'done', label: '已完成' },
  { value: 'partly_done', label: '部分完成' },
];

describe('choices', () => {
  it('are narrowed by typing, the first is marked', () => {
    expect(optionCandidates(options, '未开始', '完成')).toEqual({
      kind: 'options',
      items: [
        { text: '已完成', hint: null },
        { text: '部分完成', hint: null },
      ],
      marked: 0,
    });
    expect(optionCandidates(options, '未开始', '无')).toBeNull();
  });

  it('opened without typing show all, marked at the current one', () => {
    expect(optionCandidates(options, '部分完成', null)).toMatchObject({ marked: 2, items: { length: 3 } });
  });

  it('are meant by label or value only', () => {
    expect(findOption(options, ' 已完成 ')?.value).toBe('done');
    expect(findOption(options, 'DONE')?.value).toBe('done');
    expect(findOption(options, '完成')).toBeNull();
  });
});

describe('suggestions', () => {
  const suggest = (query: string) => (query === '' ? [] : [{ text: `${query}街道办事处`, hint: '单位' }]);

  it('are for the piece at the caret and replace only it', () => {
    const text = '教育中心、齐陵；学校';
    expect(suggestionCandidates(suggest, text, 7)?.items[0]?.text).toBe('齐陵街道办事处');
    expect(withSuggestion(text, 7, '齐陵街道办事处')).toEqual({ text: '教育中心、齐陵街道办事处；学校', caret: 12 });
  });

  it('mark nothing, and vanish when the piece is already one', () => {
    expect(suggestionCandidates(suggest, '甲', 1)?.marked).toBe(-1);
    expect(suggestionCandidates(() => [{ text: '甲' }], '甲', 1)).toBeNull();
  });
});
