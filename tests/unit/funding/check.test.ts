/** The verdict of a year over a real archive: the worked examples of domain C5, and what must hold for any ledger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewFundEntry } from '#shared/features/funding.ts';
import { clock, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const later = { now: clock(Date.UTC(2023, 5, 1, 8)) };
const CENSUS = { place: '某街道', kind: '常住', value: 28_563, referenceDate: '2020-11-01', source: '七普' };

/** An archive with a population and some entries; amounts in fen. */
async function ledger(entries: readonly NewFundEntry[], population: object | null = CENSUS): Promise<TestArchive> {
  const archive = await testArchive(undefined, later);
  if (population) await archive.call('budgets.recordPopulation', { ...CENSUS, ...population });
  if (entries.length > 0) await archive.call('budgets.enter', { entries: [...entries] });
  return archive;
}

let voucher = 0;
const paid = (amountFen: number, more: Partial<NewFundEntry> = {}): NewFundEntry => ({
  date: '2021-04-12',
  kind: 'payment',
  amountFen,
  budgetYear: 2021,
  source: '街道财政',
  sourceKind: 'subdistrict',
  voucher: `记-${++voucher}`,
  ...more,
});

const codes = (check: { flags: readonly { code: string }[] }): string[] => check.flags.map(({ code }) => code);

describe('worked examples of domain C5', () => {
  it.each([
    ['1 exactly 2.00', 28_500, 5_700_000, 'PASS', 5_700_000, '2.0000', 0],
    ['2 rounds to 2.00 and fails', 25_000, 4_990_000, 'FAIL', 5_000_000, '1.9960', 10_000],
    ['3 one fen short', 28_563, 5_712_599, 'FAIL', 5_712_600, '1.9999', 1],
    ['4 one fen over', 28_563, 5_712_601, 'PASS', 5_712_600, '2.0000', 0],
    ['17 decimal slip', 28_563, 571_260_000, 'PASS', 5_712_600, '200.0000', 0],
  ])('%s', async (_name, people, fen, verdict, requiredFen, perHead, shortfallFen) => {
    const archive = await ledger([paid(fen)], { value: people });
    const check = await archive.call('budgets.check', { year: 2021 });
    expect(check.views.paid).toMatchObject({ verdict, requiredFen, countedFen: fen, perHead, shortfallFen });
    // 17: exactly a hundred times the standard.
    const slip = check.flags.find(({ code }) => code === 'decimal_slip');
    expect(slip?.params).toEqual(fen === 571_260_000 ? { times: 100 } : undefined);
  });

  it('5, 6: population 0 or missing is no basis', async () => {
    const zero = await (await ledger([paid(5_000_000)], { value: 0 })).call('budgets.check', { year: 2021 });
    expect(zero.views.paid).toMatchObject({
      verdict: 'NO_BASIS',
      requiredFen: null,
      countedFen: 5_000_000,
      perHead: null,
    });
    expect(codes(zero)).toContain('population_zero');
    const none = await (await ledger([paid(5_000_000)], null)).call('budgets.check', { year: 2021 });
    expect(none.views.paid).toMatchObject({ verdict: 'NO_BASIS', countedFen: 5_000_000, shortfallFen: null });
    expect(codes(none)).toContain('population_missing');
  });

  it('7: the basis is fixed once; the other one stands beside it and a change needs a reason', async () => {
    const archive = await ledger([paid(5_750_000)]);
    const before = await archive.call('budgets.population', {});
    const { population: later2021 } = await archive.call('budgets.recordPopulation', {
      ...CENSUS,
      value: 28_910,
      referenceDate: '2021-12-31',
      source: '年度推算',
    });
    const proposed = await archive.call('budgets.check', { year: 2021 });
    expect(proposed.basis).toMatchObject({ fixed: false, population: { value: 28_563 } });
    await archive.call('budgets.fixBasis', { year: 2021, populationId: before[0]?.id ?? 0 });
    const check = await archive.call('budgets.check', { year: 2021 });
    expect(check.views.paid).toMatchObject({ verdict: 'PASS', requiredFen: 5_712_600, perHead: '2.0130' });
    expect(check.otherBases).toMatchObject([
      {
        population: { value: 28_910 },
        figures: { verdict: 'FAIL', requiredFen: 5_782_000, perHead: '1.9889', shortfallFen: 32_000 },
      },
    ]);
    expect(codes(check)).toContain('basis_other_verdict');
    const change = { year: 2021, populationId: later2021.id };
    const { reply } = await archive.runtime.call('budgets.fixBasis', change);
    expect(reply).toMatchObject({ ok: false, error: { code: 'budgets/basis_reason' } });
    await archive.call('budgets.fixBasis', { ...change, reason: '区统计局改按年末数核定' });
    expect((await archive.call('budgets.check', { year: 2021 })).views.paid.verdict).toBe('FAIL');
    const log = await archive.call('history.list', {});
    expect(log[0]).toMatchObject({ action: 'budgets.fixBasis', reason: '区统计局改按年末数核定' });
  });

  it('8: several sources', async () => {
    const archive = await ledger([
      paid(4_000_000),
      paid(2_000_000, { source: '区财政补助', sourceKind: 'higher' }),
      paid(500_000, { kind: 'donation', source: '示例企业', sourceKind: 'society' }),
      paid(300_000, { kind: 'fee', source: '学员', sourceKind: 'learner' }),
    ]);
    const { views } = await archive.call('budgets.check', { year: 2021 });
    expect(views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: 4_000_000,
      perHead: '1.4004',
      shortfallFen: 1_712_600,
    });
    expect(views.public).toMatchObject({ verdict: 'PASS', countedFen: 6_000_000, perHead: '2.1006' });
    expect(views.all).toMatchObject({ verdict: 'PASS', countedFen: 6_800_000, perHead: '2.3807' });
    // Where the district lets its grants count, the rule says so.
    const [rule] = await archive.call('budgets.rules', { year: 2021 });
    if (!rule) throw new Error('no rule');
    const { id, version, origin: _origin, ...fields } = rule;
    await archive.call('budgets.saveRule', {
      id,
      version,
      fields: { ...fields, countedSources: ['subdistrict', 'higher'] },
      reason: '区里同意计入补助',
    });
    expect((await archive.call('budgets.check', { year: 2021 })).views.paid).toMatchObject({
      verdict: 'PASS',
      countedFen: 6_000_000,
    });
  });

  it('9, 10, 11, 15: money taken back, refunds, carry-over, things', async () => {
    const back = await ledger([paid(6_000_000), paid(350_000, { kind: 'payment_return' })]);
    expect((await back.call('budgets.check', { year: 2021 })).views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: 5_650_000,
      perHead: '1.9780',
      shortfallFen: 62_600,
    });
    const refund = await ledger([
      paid(5_712_600),
      paid(1_568_880, { kind: 'expense', date: '2021-06-01' }),
      paid(68_880, { kind: 'expense_return', date: '2021-06-20' }),
    ]);
    const refunded = await refund.call('budgets.check', { year: 2021 });
    expect(refunded.views.paid).toMatchObject({ verdict: 'PASS', countedFen: 5_712_600, perHead: '2.0000' });
    expect(refunded.spending).toEqual({ grossFen: 1_568_880, returnedFen: 68_880, netFen: 1_500_000 });
    const carried = await ledger([paid(800_000, { kind: 'carry_over', date: '2021-01-01' }), paid(5_000_000)]);
    const memo = await carried.call('budgets.check', { year: 2021 });
    expect(memo.views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: 5_000_000,
      perHead: '1.7505',
      shortfallFen: 712_600,
    });
    expect(memo.carryOverFen).toBe(800_000);
    const things = await ledger([paid(3_000_000, { kind: 'in_kind' }), paid(4_000_000)]);
    const desks = await things.call('budgets.check', { year: 2021 });
    expect(desks.views.paid).toMatchObject({ verdict: 'FAIL', countedFen: 4_000_000, shortfallFen: 1_712_600 });
    expect(desks.views.all.countedFen).toBe(4_000_000);
    expect(codes(desks)).toContain('in_kind_memo');
  });

  it('12, 13: budgeted, paid, and paid late', async () => {
    const budgeted = await ledger([paid(6_000_000, { kind: 'approval', date: '2021-03-01' }), paid(4_500_000)]);
    const check = await budgeted.call('budgets.check', { year: 2021 });
    expect(check.views.budget).toMatchObject({ verdict: 'PASS', countedFen: 6_000_000 });
    expect(check.views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: 4_500_000,
      perHead: '1.5754',
      shortfallFen: 1_212_600,
    });
    expect(check.arrivalRate).toBe('75.00');
    const late = await ledger([
      paid(6_000_000, { kind: 'approval', date: '2021-03-01' }),
      paid(4_500_000),
      paid(1_500_000, { date: '2022-01-10' }),
    ]);
    const judged = await late.call('budgets.check', { year: 2021 });
    expect(judged.views.paid).toMatchObject({ verdict: 'FAIL', countedFen: 4_500_000, shortfallFen: 1_212_600 });
    expect(judged.views.byBudgetYear).toMatchObject({ verdict: 'PASS', countedFen: 6_000_000, perHead: '2.1006' });
    expect(codes(judged)).toContain('late_money');
    // The same money is not counted for the next year a second time.
    const next = await late.call('budgets.check', { year: 2022 });
    expect(next.views.paid.countedFen).toBe(0);
    expect(codes(next)).toContain('former_year_money');
  });

  it('14, 16: a negative sum, and a voucher keyed twice', async () => {
    const negative = await ledger([paid(20_000, { kind: 'payment_return' })]);
    const minus = await negative.call('budgets.check', { year: 2021 });
    expect(minus.views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: -20_000,
      perHead: '-0.0070',
      shortfallFen: 5_732_600,
    });
    expect(codes(minus)).toContain('negative_total');
    const twice = await ledger([
      paid(3_000_000, { voucher: '记字第8号' }),
      paid(1_800_000, { voucher: '记字第012号' }),
      paid(1_800_000, { voucher: '记-12' }),
    ]);
    const check = await twice.call('budgets.check', { year: 2021 });
    expect(check.views.paid).toMatchObject({
      verdict: 'FAIL',
      countedFen: 4_800_000,
      perHead: '1.6804',
      shortfallFen: 912_600,
    });
    const flag = check.flags.find(({ code }) => code === 'duplicate');
    expect(flag?.entryIds).toEqual([3]);
    expect((await twice.call('budgets.entry', { id: 3 })).duplicateOf).toBe(2);
  });

  it('18–22: enterprises and schools', async () => {
    const archive = await ledger([]);
    const units = [
      ['甲企业（示例）', 'enterprise', 1_234_567_890, 18_518_518],
      ['乙企业（示例）', 'enterprise', 1_234_567_890, 18_518_519],
      ['丙企业（示例）', 'enterprise', 400_000_000, 11_200_000],
      ['甲学校（示例）', 'school', 86_000_000, 4_299_960],
      ['乙学校（示例）', 'school', 33_333_333, 1_666_666],
      ['丙学校（示例）', 'school', null, 100],
    ] as const;
    for (const [unit, kind, baseFen, spentFen] of units) {
      await archive.call('budgets.recordBase', { year: 2021, unit, kind, baseFen, spentFen });
    }
    const { units: checked, counts } = await archive.call('budgets.checkUnits', { year: 2021 });
    const by = new Map(checked.map((one) => [one.base.unit, one]));
    const of = (unit: string): unknown[] => {
      const one = by.get(unit);
      return [one?.figures.verdict, one?.figures.requiredFen, one?.figures.shortfallFen, one?.withinUpper];
    };
    expect(of('甲企业（示例）')).toEqual(['FAIL', 18_518_519, 1, true]);
    expect(of('乙企业（示例）')).toEqual(['PASS', 18_518_519, 0, true]);
    expect(of('丙企业（示例）')).toEqual(['PASS', 6_000_000, 0, false]);
    expect(of('甲学校（示例）')).toEqual(['FAIL', 4_300_000, 40, null]);
    expect(of('乙学校（示例）')).toEqual(['FAIL', 1_666_667, 1, null]);
    expect(of('丙学校（示例）')).toEqual(['NO_BASIS', null, null, null]);
    expect(counts).toEqual({ PASS: 2, FAIL: 3, NO_BASIS: 1 });
    expect(by.get('乙企业（示例）')?.upperFen).toBe(30_864_197);
  });
});

const entryOf = fc.record({
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
  amountFen: fc.integer({ min: 1, max: 10 ** 12 }),
  budgetYear: fc.constantFrom(2020, 2021, 2022, null),
  sourceKind: fc.constantFrom('subdistrict', 'higher', 'society', 'learner', null),
  voucher: fc.constantFrom('', '记1', '记2', '记3'),
}) as fc.Arbitrary<NewFundEntry>;

/** What a year says in numbers, whatever the entries' keys. */
async function figures(archive: TestArchive): Promise<unknown> {
  const { views, spending, carryOverFen, inKindFen, balanceFen } = await archive.call('budgets.check', { year: 2021 });
  return { views, spending, carryOverFen, inKindFen, balanceFen };
}

describe('for any ledger', () => {
  it('the order of entry changes no figure, and each figure is the sum of the entries behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entryOf, { minLength: 1, maxLength: 25 }), fc.integer(), async (entries, seed) => {
        const shuffled = entries.toSorted(
          (a, b) => ((a.amountFen * (seed | 1)) % 97) - ((b.amountFen * (seed | 1)) % 97),
        );
        const one = await ledger(entries);
        const other = await ledger(shuffled);
        expect(await figures(other)).toEqual(await figures(one));
        const check = await one.call('budgets.check', { year: 2021 });
        for (const figure of ['budget', 'paid', 'byBudgetYear', 'public', 'all'] as const) {
          const { rows, total } = await one.call('budgets.entries', { filter: { year: 2021, figure }, limit: 1000 });
          const sum = rows.reduce(
            (all, { amountFen, kind }) => all + (kind === 'payment_return' ? -amountFen : amountFen),
            0,
          );
          expect([figure, sum, total]).toEqual([figure, check.views[figure].countedFen, check.views[figure].entries]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a reversal returns every view to where it was, and both entries stay', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entryOf, { minLength: 1, maxLength: 12 }), entryOf, async (entries, extra) => {
        const archive = await ledger(entries);
        const before = await figures(archive);
        const { ids } = await archive.call('budgets.enter', { entries: [extra] });
        const id = ids[0] ?? 0;
        await archive.call('budgets.reverse', { id, version: 1, reason: '记错' });
        expect(await figures(archive)).toEqual(before);
        const both = await archive.call('budgets.entries', { filter: { withReversed: true }, limit: 100 });
        expect(both.total).toBe(entries.length + 2);
        expect(both.rows.find((row) => row.reversesId === id)).toMatchObject({
          amountFen: -extra.amountFen,
          reversalReason: '记错',
        });
        await archive.call('history.undo', {});
        await archive.call('history.undo', {});
        expect(await figures(archive)).toEqual(before);
        expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 15 },
    );
  });

  it('there is no verdict without a basis', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entryOf, { maxLength: 10 }), async (entries) => {
        const archive = await ledger(entries, { kind: '户籍' });
        const { views, basis } = await archive.call('budgets.check', { year: 2021 });
        expect(basis).toBeNull();
        expect(new Set(Object.values(views).map(({ verdict }) => verdict))).toEqual(new Set(['NO_BASIS']));
      }),
      { numRuns: 10 },
    );
  });
});
