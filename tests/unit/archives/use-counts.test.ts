/** 人次 and 件次 by the rule of the yearly statistics; working days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUse, type UseEntry } from '#shared/lib/archives/use-counts.ts';
import { afterWorkingDays } from '#shared/lib/working-days.ts';

const entry = fc.record({
  borrower: fc.constantFrom('甲', '乙'),
  borrowerUnit: fc.constantFrom(null, '某校', '某站'),
  lentOn: fc.constantFrom('2023-04-03', '2023-04-04'),
  kind: fc.constantFrom<UseEntry['kind'][]>('read', 'lend', 'copy', 'excerpt'),
  copiedPages: fc.option(fc.integer({ min: 0, max: 50 })),
});

describe('figures of use', () => {
  it('count one user on one day once, whatever the order and the number of documents', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const counts = countUse(entries);
        const users = new Set(entries.map((one) => `${one.borrower}|${one.borrowerUnit}`));
        let visits = 0;
        for (const user of users) {
          const own = entries.filter((one) => `${one.borrower}|${one.borrowerUnit}` === user);
          visits += new Set(own.map(({ lentOn }) => lentOn)).size;
        }
        expect(counts.visits).toBe(visits);
        expect(counts.items).toBe(entries.length);
        expect(countUse(entries.toReversed())).toEqual(counts);
        expect(countUse([...entries, ...entries]).visits).toBe(visits);
      }),
    );
  });

  it('leave no copy without pages unsaid', () => {
    const copy = { borrower: '甲', borrowerUnit: null, lentOn: '2023-04-03', kind: 'copy' } as const;
    expect(
      countUse([
        { ...copy, copiedPages: 3 },
        { ...copy, copiedPages: 0 },
        { ...copy, copiedPages: null },
      ]),
    ).toEqual({ visits: 1, items: 3, copiedPages: 3, copiesWithoutPages: 1 });
  });
});

describe('working days', () => {
  it.each([
    ['2023-05-08', 0, '2023-05-08'],
    ['2023-05-08', 10, '2023-05-22'],
    ['2023-05-12', 1, '2023-05-15'],
    ['2023-05-13', 1, '2023-05-15'],
    ['2023-12-29', 2, '2024-01-02'],
  ])('%s + %i → %s', (from, days, to) => expect(afterWorkingDays(from, days)).toBe(to));

  it('are Monday to Friday, as many as asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60 }), (start, days) => {
        const from = new Date(start * 86_400_000).toISOString().slice(0, 10);
        const to = afterWorkingDays(from, days);
        let count = 0;
        for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000) {
          if (![0, 6].includes(new Date(time).getUTCDay())) count += 1;
        }
        expect(count).toBe(days);
        expect([0, 6]).not.toContain(new Date(to).getUTCDay());
      }),
    );
  });
});
