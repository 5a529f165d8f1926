/** Counts add up, and pages hold every hit once, in an order that does not depend on the way to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchFilters, SearchResult } from '#shared/features/search.ts';
import { find, type Question } from '#core/search/find.ts';
import { indexEntries, indexOf, searchEntries } from '#tests/support/search-corpus.ts';

const rows = searchEntries(3, 700);
const units = searchEntries(4, 60, 'organisation');
const db = indexOf([...rows, ...units]);

const FILTERS = { year: 'years', term: 'terms', unit: 'units', kind: 'kinds', state: 'states' } as const;
const FACETS = ['year', 'term', 'unit', 'kind', 'state'] as const;

const TEXT = fc.constantFrom('', '社', '教育', '社区教育', '街道 通知', 'sqjy', 'a', '2021年', '甲甲甲');
const SORT = fc.constantFrom('relevance' as const, 'date' as const, 'number' as const);

function someOf<T>(values: readonly T[]) {
  const distinct = [...new Set(values)];
  return fc.option(fc.subarray(distinct, { maxLength: Math.min(4, distinct.length) }), { nil: undefined });
}
const filters = fc.record({
  years: someOf(rows.map(({ year }) => year)),
  terms: someOf(rows.map(({ term }) => term)),
  units: someOf([...rows.map(({ unit }) => unit), '不存在的单位']),
  kinds: someOf(['schedule_row', 'organisation']),
  states: someOf(['not_started', 'done', 'cancelled']),
});
const scope = fc.constantFrom(undefined, ['schedule_row'], ['organisation'], ['schedule_row', 'organisation']);

function ask(changes: Partial<Question>): SearchResult {
  return find(db, { text: '', filters: {}, sort: 'date', limit: 1, counts: true, near: false, ...changes });
}

/** Every hit, page by page. */
function walk(question: Partial<Question>, limit: number): string[] {
  const hits: string[] = [];
  let cursor: string | undefined;
  do {
    const page = ask({ ...question, limit, cursor, counts: false });
    hits.push(...page.hits.map(({ kind, id }) => `${kind}/${id}`));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return hits;
}

describe('facets', { timeout: 60_000 }, () => {
  it('add up to the total without their own filter', () => {
    fc.assert(
      fc.property(TEXT, scope, filters, (text, kinds, chosen) => {
        const { facets } = ask({ text, kinds, filters: chosen });
        for (const facet of FACETS) {
          const { [FILTERS[facet]]: _own, ...others } = chosen;
          const sum = facets?.[facet].reduce((total, { count }) => total + count, 0);
          expect([facet, sum]).toEqual([facet, ask({ text, kinds, filters: others }).total]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count what choosing a value shows', () => {
    fc.assert(
      fc.property(TEXT, scope, filters, fc.constantFrom(...FACETS), fc.nat(), (text, kinds, chosen, facet, which) => {
        const listed = ask({ text, kinds, filters: chosen }).facets?.[facet] ?? [];
        fc.pre(listed.length > 0);
        const { value, count } = listed[which % listed.length] ?? { value: null, count: -1 };
        const filter: SearchFilters = { ...chosen, [FILTERS[facet]]: [value] };
        expect(ask({ text, kinds, filters: filter }).total).toBe(count);
        expect(walk({ text, kinds, filters: filter }, 50)).toHaveLength(count);
      }),
      { numRuns: 80 },
    );
  });

  it('are those of the entries themselves', () => {
    const byYear = new Map<number | null, number>();
    for (const { year } of [...rows, ...units]) byYear.set(year, (byYear.get(year) ?? 0) + 1);
    expect(new Map(ask({}).facets?.year.map(({ value, count }) => [value, count]))).toEqual(byYear);
  });

  it('follow single changes without being loaded anew, rolled back ones included', () => {
    const living = indexOf(rows);
    const done = (): number | undefined =>
      find(living, { text: '', filters: {}, sort: 'date', limit: 1, counts: true, near: false }).facets?.state.find(
        ({ value }) => value === 'done',
      )?.count;
    const before = done() ?? 0;
    const other = rows.find(({ state }) => state === 'cancelled');
    if (!other) throw new Error('no such entry');
    let within: number | undefined;
    const change = living.transaction((fail: boolean) => {
      indexEntries(living, [{ ...other, state: 'done' }]);
      within = done();
      if (fail) throw new Error('rolled back');
    });
    expect(() => change(true)).toThrow('rolled back');
    expect(within).toBe(before + 1);
    // The same revision number as the one rolled back, with another content.
    living.transaction(() => indexEntries(living, [{ ...other, title: '改名' }])).immediate();
    expect(done()).toBe(before);
    change(false);
    expect(done()).toBe(before + 1);
  });
});

describe('pages', { timeout: 60_000 }, () => {
  it('hold every hit once, whatever their size', () => {
    fc.assert(
      fc.property(TEXT, SORT, filters, fc.integer({ min: 1, max: 90 }), (text, sort, chosen, limit) => {
        const question = { text, sort, filters: chosen };
        const all = walk(question, 200);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(ask(question).total ?? -1);
        expect(walk(question, limit)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('come in one order, straight from the index or filtered', () => {
    fc.assert(
      fc.property(TEXT, SORT, (text, sort) => {
        expect(walk({ text, sort, filters: { kinds: ['schedule_row', 'organisation'] } }, 33)).toEqual(
          walk({ text, sort }, 33),
        );
      }),
    );
  });

  it('are sorted as asked', () => {
    const byDate = ask({ text: '教育', limit: 200 }).hits.map(({ date }) => date ?? '');
    expect(byDate).toEqual([...byDate].sort().reverse());
    const relevant = walk({ text: '教育', sort: 'relevance', kinds: ['schedule_row'] }, 40);
    const inTitle = relevant.map((name) => rows[Number(name.split('/')[1]) - 1]?.title.includes('教育'));
    expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false));
    const numbered = walk({ text: '', sort: 'number', kinds: ['schedule_row'] }, 40).map(
      (name) => rows[Number(name.split('/')[1]) - 1]?.numbers ?? '',
    );
    const firstWithout = numbered.indexOf('');
    expect(numbered.slice(firstWithout).every((number) => number === '')).toBe(true);
    const parsed = numbered
      .slice(0, firstWithout)
      .map((number) => (/(\d+)〕(\d+)/u.exec(number) ?? []).slice(1).map(Number));
    expect(parsed).toEqual([...parsed].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });

  it('go on where they ended when records come and go', () => {
    const living = indexOf(rows);
    const page = (cursor?: string) =>
      find(living, { text: '', filters: {}, sort: 'date', limit: 20, counts: false, near: false, cursor });
    const first = page();
    const second = page(first.next ?? '');
    const last = first.hits.at(-1);
    const gone = rows.find(({ id }) => id === last?.id);
    if (!gone) throw new Error('no such entry');
    living
      .transaction(() =>
        indexEntries(living, [
          { ...gone, date: '2099-01-01' },
          { ...gone, id: 9001, date: '2099' },
        ]),
      )
      .immediate();
    expect(page(first.next ?? '').hits.map(({ id }) => id)).toEqual(second.hits.map(({ id }) => id));
  });

  it.each(['x', '[]', '[0,"",1,2]', '{}', '[0,"","1"]'])('refuse the cursor %s', (cursor) => {
    expect(() => ask({ cursor })).toThrow('input/invalid');
  });
});
