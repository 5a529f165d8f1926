import { describe, expect, it } from 'vitest';
import { longerTerms, parseNewEnd } from '#shared/lib/archives/new-end.ts';

describe('the new end of a term', () => {
  it.each([
    ['永久', 2011, 'permanent'],
    ['Y', null, 'permanent'],
    ['30年', 2011, '2041-12-31'],
    ['定期30年', 2011, '2041-12-31'],
    ['D20', 2011, '2031-12-31'],
    ['2031', 2011, '2031-12-31'],
    ['2031年底', 2011, '2031-12-31'],
    ['2031-06-30', 2011, '2031-06-30'],
    ['2031年6月30日', null, '2031-06-30'],
    ['30年', null, null],
    ['2031-06', 2011, null],
    ['30', 2011, null],
    ['以后再说', 2011, null],
    ['', 2011, null],
  ])('%s of %s → %s', (text, year, end) => expect(parseNewEnd(text, year)).toBe(end));

  it('offers the longer terms alone', () => {
    expect(longerTerms(2011, '2021-12-31').map(({ name, end }) => [name, end])).toEqual([
      ['30年', '2041-12-31'],
      ['永久', 'permanent'],
    ]);
    expect(longerTerms(1990, '2020-12-31').map(({ name }) => name)).toEqual(['永久']);
    expect(longerTerms(null, '2020-12-31').map(({ name }) => name)).toEqual(['永久']);
  });
});
