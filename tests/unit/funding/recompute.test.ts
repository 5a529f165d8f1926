/**
 * The verdict against a second reckoning that shares nothing with the program: the table of domain C3 word by word over plain entries, with
 * reversals, corrections, late money, returns, red amounts and vouchers keyed twice.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NewFundEntry } from '#shared/features/funding.ts';
import { clock, testArchive } from '#tests/support/test-archive.ts';

const YEAR = 2021;
const PEOPLE = 28_563;
const VOUCHERS: Readonly<Record<string, string>> = { '': '', 记1: '1', '记-1': '1', 记字第001号: '1', 记2: '2' };

interface Entry {
  date: string;
  kind: string;
  amountFen: number;
  budgetYear: number | null;
  sourceKind: string;
  voucher: string;
}

const RETURNS = ['payment_return', 'expense_return'];
const entry = fc
  .record({
    date: fc.constantFrom('2020-12-31', '2021-01-01', '2021-06-15', '2021-12-31', '2022-01-10'),
    kind: fc.constantFrom(
      'approval',
      'payment',
      'payment_return',
      'carry_over',
      'donation',
      'fee',
      'in_kind',
      'expense',
      'expense_return',
    ),
    amountFen: fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 5_712_599, max: 5_712_601 }),
      fc.integer({ min: 1, max: 10 ** 10 }),
    ),
    red: fc.integer({ min: 0, max: 9 }),
    budgetYear: fc.constantFrom(2020, 2021, 2021, 2022, null),
    sourceKind: fc.constantFrom('subdistrict', 'subdistrict', 'higher', 'society', 'learner'),
    voucher: fc.constantFrom(...Object.keys(VOUCHERS)),
  })
  .map(
    ({ red, ...rest }): Entry => ({
      ...rest,
      amountFen: red === 0 && !RETURNS.includes(rest.kind) ? -rest.amountFen : rest.amountFen,
    }),
  );

const step = fc.oneof(
  fc.record({ what: fc.constant('enter' as const), entry }),
  fc.record({ what: fc.constant('enter' as const), entry }),
  fc.record({ what: fc.constantFrom('reverse' as const, 'correct' as const), of: fc.nat(20), entry }),
);

/** Same voucher number + kind + date + amount counts once; whose money it is called decides which. */
function withoutDoubles(entries: readonly Entry[]): Entry[] {
  const order = ['subdistrict', 'higher', 'society', 'learner'];
  const seen = new Set<string>();
  return entries
    .toSorted(
      (one, two) =>
        order.indexOf(one.sourceKind) - order.indexOf(two.sourceKind) ||
        (one.budgetYear ?? 9999) - (two.budgetYear ?? 9999),
    )
    .filter(({ voucher, date, kind, amountFen }) => {
      const key = VOUCHERS[voucher] ?? '';
      const said = `${key} ${date} ${kind} ${amountFen}`;
      if (key === '') return true;
      const first = !seen.has(said);
      seen.add(said);
      return first;
    });
}

function reckon(all: readonly Entry[]): Record<string, number> {
  const entries = withoutDoubles(all);
  const sum = (kinds: readonly string[], passes: (one: Entry) => boolean): number =>
    entries
      .filter((one) => kinds.includes(one.kind) && passes(one))
      .reduce((total, { amountFen }) => total + amountFen, 0);
  const street = ({ sourceKind }: Entry): boolean => sourceKind === 'subdistrict';
  const treasury = ({ sourceKind }: Entry): boolean => ['subdistrict', 'higher'].includes(sourceKind);
  const dated = ({ date }: Entry): boolean => date.startsWith(String(YEAR));
  const ofYear = (one: Entry): boolean => dated(one) && (one.budgetYear === null || one.budgetYear === YEAR);
  const forYear = ({ budgetYear }: Entry): boolean => budgetYear === YEAR;
  const received = (passes: (one: Entry) => boolean): number =>
    sum(['payment'], passes) - sum(['payment_return'], passes);
  return {
    budget: sum(['approval'], (one) => street(one) && forYear(one)),
    paid: received((one) => street(one) && ofYear(one)),
    byBudgetYear: received((one) => street(one) && forYear(one)),
    public: received((one) => treasury(one) && ofYear(one)),
    all: received(ofYear) + sum(['donation', 'fee'], ofYear),
    spent: sum(['expense'], dated) - sum(['expense_return'], dated),
    carried: sum(['carry_over'], (one) => (one.budgetYear ?? Number(one.date.slice(0, 4))) === YEAR),
    things: sum(['in_kind'], dated),
  };
}

it('agrees with a reckoning by the table of the domain alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 5, 1, 8)) });
      const census = { place: '某街道', kind: '常住', value: PEOPLE, referenceDate: '2020-11-01', source: '七普' };
      await archive.call('budgets.recordPopulation', census);
      const standing = new Map<number, Entry>();
      for (const one of steps) {
        const given = one.entry as NewFundEntry;
        const ids = [...standing.keys()];
        const id = one.what === 'enter' ? undefined : ids[one.of % Math.max(1, ids.length)];
        if (id === undefined) {
          const { ids: entered } = await archive.call('budgets.enter', { entries: [given] });
          standing.set(entered[0] ?? 0, one.entry);
          continue;
        }
        standing.delete(id);
        if (one.what === 'reverse') await archive.call('budgets.reverse', { id, version: 1, reason: '记错' });
        else {
          const corrected = await archive.call('budgets.correct', { id, version: 1, reason: '记错', entry: given });
          standing.set(corrected.id, one.entry);
        }
      }
      const check = await archive.call('budgets.check', { year: YEAR });
      const { spent, carried, things, ...views } = reckon([...standing.values()]);
      for (const [view, counted] of Object.entries(views)) {
        const required = PEOPLE * 200;
        expect([view, check.views[view as keyof typeof check.views]]).toMatchObject([
          view,
          {
            verdict: counted >= required ? 'PASS' : 'FAIL',
            requiredFen: required,
            countedFen: counted,
            shortfallFen: Math.max(0, required - counted),
            surplusFen: Math.max(0, counted - required),
          },
        ]);
      }
      expect([check.spending.netFen, check.carryOverFen, check.inKindFen]).toEqual([spent, carried, things]);
    }),
    { numRuns: 40 },
  );
});
