/** Each tolerant match, planted: what must be found, what must not, and where the marks stand. */
import { describe, expect, it } from 'vitest';
import type { SearchHit, SearchResult } from '#shared/features/search.ts';
import { find } from '#core/search/find.ts';
import { waysToRead } from '#core/search/pinyin.ts';
import type { SearchEntry } from '#core/search/entry.ts';
import { indexOf } from '#tests/support/search-corpus.ts';
import { testArchive } from '#tests/support/test-archive.ts';

function entry(id: number, title: string, changes: Partial<SearchEntry> = {}): SearchEntry {
  return {
    kind: 'schedule_row',
    id,
    date: `2021-01-${String(id).padStart(2, '0')}`,
    title,
    numbers: '',
    people: '',
    body: '',
    year: 2021,
    term: null,
    unit: null,
    state: 'done',
    ...changes,
  };
}

const PLANTED = [
  entry(1, '社区教育工作总结'),
  entry(2, '版画展览与交流'),
  entry(3, '慰问困难群众', { people: '齐陵街道办事处' }),
  entry(4, '關於印發社區教育實施方案的通知'),
  entry(5, '二〇二一年度计划'),
  entry(6, '2021年度统计报表'),
  entry(7, 'ＯＦＤ文件转换'),
  entry(8, '第十二期简报', { numbers: '齐街字〔2021〕12号' }),
  entry(9, '校园乾淨整潔行動'),
  entry(10, '重庆银行对账'),
  entry(11, '社会教育取暖预案'),
  entry(12, '版、话'),
  entry(13, '绿色出行'),
];

const db = indexOf(PLANTED);

function ask(text: string, changes: Partial<Parameters<typeof find>[1]> = {}): SearchResult {
  return find(db, { text, filters: {}, sort: 'relevance', limit: 50, counts: true, near: true, ...changes });
}

function keys(result: SearchResult, match: SearchHit['match']): number[] {
  return result.hits
    .filter((hit) => hit.match === match)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

const marked = ({ title, titleRanges }: SearchHit): string[] =>
  titleRanges.map(([start, end]) => title.slice(start, end));

describe('what is written in another way', () => {
  it.each([
    ['社區教育', [1, 4]],
    ['社区教育', [1, 4]],
    ['關於', [4]],
    ['关于', [4]],
    ['2021年', [5, 6]],
    ['二〇二一年', [5, 6]],
    ['二零二一年', [5, 6]],
    ['２０２１年度', [5, 6]],
    ['ofd', [7]],
    ['ＯＦＤ', [7]],
    ['[2021]12号', [8]],
    ['〔二〇二一〕十二号', [8]],
    ['第12期', [8]],
    ['干净', [9]],
    ['乾淨', [9]],
  ])('%s is found as written', (text, expected) => {
    const result = ask(text);
    expect(keys(result, 'exact')).toEqual(expected);
    expect(result.total).toBe(expected.length + keys(result, 'pinyin').length);
  });

  it('does not mix 干 and 乾, 著 and 着, one by one', () => {
    expect(keys(ask('干'), 'exact')).toEqual([]);
    expect(keys(ask('乾'), 'exact')).toEqual([9]);
  });

  it('is marked in the original', () => {
    expect(marked(ask('社区教育', { text: '社区教育 实施' }).hits[0] as SearchHit)).toEqual(['社區教育實施']);
    expect(marked(ask('2021年').hits.find(({ id }) => id === 5) as SearchHit)).toEqual(['二〇二一年']);
    expect(marked(ask('ofd').hits[0] as SearchHit)).toEqual(['ＯＦＤ']);
    const [numbered] = ask('〔2021〕12').hits;
    expect(numbered).toMatchObject({
      excerpt: '齐街字〔2021〕12号',
      excerptField: 'numbers',
      excerptRanges: [[3, 11]],
    });
  });
});

describe('pinyin', () => {
  it.each([
    ['sqjy', [1, 4]],
    ['SQJY', [1, 4]],
    ['shequjiaoyu', [1, 4]],
    ['she qu jiao yu', [1, 4]],
    ["she'qu'jiao'yu", [1, 4]],
    ['shequ jiaoyu', [1, 4]],
    ['shequjy', [1, 4]],
    ['shequjiaoy', [1, 4]],
    ['qljd', [3]],
    ['qiling', [3]],
    ['chongqing', [10]],
    ['zhongqing', []],
    ['lvse', [13]],
    ['banhua', [2, 12]],
    ['2021nd', [6]],
    ['shjy', [11]],
    ['sqjy zongjie', [1]],
  ])('%s finds %j and nothing else', (text, expected) => expect(keys(ask(text), 'pinyin')).toEqual(expected));

  it('is marked in the original, signs between the syllables included', () => {
    expect(marked(ask('sqjy').hits.find(({ id }) => id === 4) as SearchHit)).toEqual(['社區教育']);
    expect(marked(ask('banhua').hits.find(({ id }) => id === 12) as SearchHit)).toEqual(['版、话']);
    expect(ask('qljd').hits[0]).toMatchObject({
      excerpt: '齐陵街道办事处',
      excerptRanges: [[0, 4]],
      excerptField: 'people',
    });
  });

  it('stands behind what is written, and is counted', () => {
    const both = indexOf([entry(1, 'OFD文件'), entry(2, '欧方的来信')]);
    const result = find(both, { text: 'ofd', filters: {}, sort: 'relevance', limit: 9, counts: true, near: true });
    expect(result.hits.map(({ id, match }) => [id, match])).toEqual([
      [1, 'exact'],
      [2, 'pinyin'],
    ]);
    expect(result.total).toBe(2);
  });

  it('reads letters in few ways, and says how', () => {
    expect(ask('shequjiaoyu').searched).toEqual([
      { text: 'shequjiaoyu', readings: ['shequjiaoyu'], pinyin: ['she qu jiao yu', 'she qu ji ao yu'] },
    ]);
    expect(waysToRead('uvi')).toEqual([]);
    expect(waysToRead('s')).toEqual([]);
    expect(waysToRead('12')).toEqual([]);
    expect(waysToRead('a'.repeat(40)).length).toBeLessThanOrEqual(20);
  });
});

describe('near misses', () => {
  it.each([
    ['版话', [2]],
    ['板画', [2]],
    ['齐凌', [3]],
    ['齐凌街道', [3]],
    ['社区叫育', [1, 4]],
    ['社教育工作', [1]],
    ['社区的教育', [1, 4]],
    ['工作总接', [1]],
    ['困难群', []],
    ['统计x报表', [6]],
    ['2022年度统计', []],
    ['二〇二二年度', []],
  ])('%s offers %j', (text, expected) => {
    const result = ask(text);
    expect(keys(result, 'near').filter((id) => id !== 12)).toEqual(expected);
  });

  it('are in no count and no facet, behind every other hit, and marked', () => {
    const result = ask('版话');
    expect(result).toMatchObject({ total: 0, nearTotal: 2, next: null });
    expect(result.facets?.year).toEqual([]);
    expect(marked(result.hits.find(({ id }) => id === 2) as SearchHit)).toEqual(['版画']);
    const few = ask('社区教');
    expect(few.hits.map(({ match }) => match).sort()).toEqual(few.hits.map(({ match }) => match));
    expect(few.total).toBe(few.hits.length - few.nearTotal);
  });

  it('pass the same filters', () => {
    expect(ask('版话', { filters: { years: [2020] } }).nearTotal).toBe(0);
    expect(ask('版话', { filters: { years: [2021] } }).nearTotal).toBe(2);
  });

  it('are not offered where there are hits enough, nor to a list alone', () => {
    const many = indexOf([
      ...Array.from({ length: 6 }, (_, index) => entry(index + 1, `版画${index}`)),
      entry(9, '版话'),
    ]);
    const question = { text: '版画', filters: {}, sort: 'date' as const, limit: 50, near: true };
    expect(find(many, { ...question, counts: true }).nearTotal).toBe(0);
    expect(ask('版话', { counts: false, near: false })).toMatchObject({
      hits: [],
      nearTotal: 0,
      total: null,
      facets: null,
    });
  });

  it('are found in the other texts of a record, by one character', async () => {
    const archive = await testArchive();
    await archive.call('schedule.edit', {
      year: 2021,
      step: { code: 'insert', params: { count: 1 } },
      changes: [
        { do: 'insert', after: null, fields: { activity: '交流', remark: `前言${'略'.repeat(200)}组织版画展览一次` } },
      ],
    });
    for (const text of ['版话', '版化展览', '画展览一次的']) {
      const { hits } = await archive.call('search.find', { text });
      expect(hits).toMatchObject([
        { match: 'near', title: '交流', excerptField: 'body', excerptCut: { before: true } },
      ]);
      const [{ excerpt, excerptRanges } = { excerpt: '', excerptRanges: [] }] = hits;
      const [[start, end] = [0, 0]] = excerptRanges;
      expect('组织版画展览一次').toContain(excerpt.slice(start, end));
      expect(end - start).toBeGreaterThanOrEqual(Array.from(text).length - 1);
    }
  });
});
