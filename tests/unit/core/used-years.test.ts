/** Years that have money or activities and no plan are years of the archive; a year of a wrong entry goes with it. */
import { describe, expect, it } from 'vitest';
import { fundingArchive } from '#tests/support/funding-room.ts';

const entry = {
  kind: 'payment',
  amountFen: 100,
  source: '示例街道办事处',
  sourceKind: 'subdistrict',
  voucher: '',
  purpose: '',
} as const;

describe('the years of an archive', () => {
  it('are those of its plans, its money by date and by budget, and its activities', async () => {
    const { call } = await fundingArchive();
    const years = async (): Promise<[number, boolean][]> =>
      (await call('plans.list', {})).map(({ year, planned }) => [year, planned]);
    expect(await years()).toEqual([]);
    await call('plans.create', { year: 2021 });
    await call('budgets.enter', {
      entries: [
        { ...entry, date: '2022-01-10', budgetYear: 2021 },
        { ...entry, date: '2019-12-30', budgetYear: 2020 },
      ],
    });
    await call('activities.edit', {
      step: { code: 'type', params: { count: 2 } },
      changes: [
        { do: 'insert', fields: { title: '书画班', dateStart: '2023-12-31' } },
        { do: 'insert', fields: { title: '未定日期' } },
      ],
    });
    expect(await years()).toEqual([
      [2023, false],
      [2022, false],
      [2021, true],
      [2020, false],
      [2019, false],
    ]);
  });

  it('lose the year of an entry that is taken back', async () => {
    const { call } = await fundingArchive();
    const { ids } = await call('budgets.enter', { entries: [{ ...entry, date: '2012-03-05', budgetYear: null }] });
    expect((await call('plans.list', {})).map(({ year }) => year)).toEqual([2012]);
    await call('budgets.reverse', { id: ids[0] ?? 0, version: 1, reason: '年份有误' });
    expect(await call('plans.list', {})).toEqual([]);
  });

  it('say of a year without entries that nothing is recorded, beside the verdict', async () => {
    const { call } = await fundingArchive();
    await call('budgets.recordPopulation', {
      place: '示例街道',
      kind: '常住',
      value: 1000,
      referenceDate: '2020-11-01',
      source: '第七次全国人口普查',
    });
    const codes = async (): Promise<string[]> =>
      (await call('budgets.check', { year: 2021 })).flags.map(({ code }) => code);
    expect(await codes()).toContain('no_entries');
    await call('budgets.enter', { entries: [{ ...entry, date: '2021-03-05', budgetYear: 2021 }] });
    expect(await codes()).not.toContain('no_entries');
    const [before, year] = await call('budgets.compare', { from: 2020, to: 2021 });
    expect([before?.entries, year?.entries]).toEqual([0, 1]);
  });
});
