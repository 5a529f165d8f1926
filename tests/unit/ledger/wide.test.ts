/** Wide tables: one line holds what was budgeted, paid and spent. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FundingReading } from '#shared/features/funding-reading.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { read } from './ledgers.ts';

const csv = (text: string): Promise<FundingReading> => read({ bytes: new TextEncoder().encode(text), name: 'a.csv' });
const money = ({ entries }: FundingReading): string[] =>
  entries.map(({ line, entry, printed }) =>
    entry === null
      ? `${line} ? ${printed.kind} ${printed.amount} ${printed.budget_year ?? '-'}`
      : `${line} ${entry.date} ${entry.kind} ${entry.amountFen} ${entry.budgetYear}`,
  );
const doubts = ({ warnings }: FundingReading): string[] =>
  warnings
    .filter(({ severity }) => severity !== 'note')
    .map(({ line, code }) => `${line} ${code.replace('ledger/', '')}`);

describe('a wide table', () => {
  it('without days gives kind, amount and year for a person to date, and no entry', async () => {
    const reading = await csv(
      '2021年经费拨付情况表\n资金来源,预算数(元),到账数(元),未到账数(元)\n街道财政所,60000,45000,15000',
    );
    expect(money(reading)).toEqual(['3 ? 预算批复 60000 2021', '3 ? 拨款 45000 2021']);
    expect(doubts(reading)).toEqual(['3 date_empty', '3 wide_year']);
  });

  test.each([
    ['结余', '15000', []],
    ['结余', '15000.01', ['2 wide_differs']],
    ['未到账数', '15000', []],
    ['未到账数', '14999.99', ['2 wide_differs']],
    ['到位率', '75.00%', []],
    ['到位率', '75.01%', ['2 wide_differs']],
    ['执行率', '66.67%', []],
    ['执行率', '50%', []],
    ['执行率', '66.7', []],
    ['执行率', '66%', ['2 wide_differs']],
    ['执行率', '三分之二', ['2 wide_differs']],
  ])('compares %s %s', async (heading, printed, told) => {
    const reading = await csv(
      `资金来源,预算年度,批复日期,预算数,到账日期,到账数,支出日期,支出数,${heading}\n街道财政所,2021,2021-01-20,60000,2021-04-12,45000,2021-11-30,30000,${printed}`,
    );
    expect(money(reading)).toEqual([
      '2 2021-01-20 approval 6000000 2021',
      '2 2021-04-12 payment 4500000 2021',
      '2 2021-11-30 expense 3000000 2021',
    ]);
    expect(doubts(reading)).toEqual(told);
    expect(reading.entries.map(({ needsReview }) => needsReview)).toEqual(Array(3).fill(told.length > 0));
  });

  it('tells a sum that differs, a part of another line and a second column of the same money', async () => {
    const reading = await csv(
      '资金来源,用途,预算年度,批复日期,预算数,计划数,到账日期,到账数\n街道,甲,2021,2021-01-20,100,100,2021-02-01,90\n街道,其中:乙,2021,2021-01-20,50,50,2021-02-01,40\n合计,,,,101,100,,90',
    );
    expect(money(reading)).toEqual(['2 2021-01-20 approval 10000 2021', '2 2021-02-01 payment 9000 2021']);
    expect(doubts(reading)).toEqual(['1 column_twice', '3 part_left_out', '4 total_differs']);
  });

  it('compares each of several columns of the same money with its own sum', async () => {
    const table = (second: string): Promise<FundingReading> =>
      csv(
        `单位：元\n资金来源,用途,预算年度,预算数,一季度拨款,二季度拨款\n街道,甲,2021,100,30,40\n街道,乙,2021,200,50,\n合计,,,300,80,${second}`,
      );
    const right = await table('40');
    expect(right.totals.map(({ field, sumFen, agrees }) => [field, sumFen, agrees])).toEqual([
      ['budgeted', 30_000, true],
      ['paid', 8000, true],
      ['paid', 4000, true],
    ]);
    expect(doubts(right).filter((one) => one.includes('total'))).toEqual([]);
    const wrong = await table('120');
    expect(wrong.totals.map(({ agrees }) => agrees)).toEqual([true, true, false]);
  });

  it('leaves a ledger of income and spending what it is, and does as the reviewer says', async () => {
    const text = '日期,类型,来源,摘要,拨入金额,支付金额\n2021-03-05,拨款,街道财政所,经费,100,';
    expect(money(await csv(text))).toEqual(['2 2021-03-05 payment 10000 null']);
    const said = await read({
      bytes: new TextEncoder().encode('资金来源,年度,日期,上会数,到账数\n街道财政所,2021,2021-03-05,100,90'),
      name: 'a.csv',
      mapping: { 上会数: 'budgeted' },
    });
    expect(money(said)).toEqual(['2 2021-03-05 approval 10000 2021', '2 2021-03-05 payment 9000 2021']);
    expect(doubts(said)).toEqual(['2 wide_one_day']);
  });

  it('gives each amount exactly, in every unit, and agrees with its own sums', async () => {
    const fen = fc.integer({ min: 1, max: 10 ** 10 });
    const places = { 元: 2, 万元: 6, 千元: 5, 亿元: 10 } as const;
    const printed = (amount: number, unit: keyof typeof places): string => {
      if (unit === '元') return `"${moneyText(amount)}"`;
      const digits = String(amount).padStart(places[unit] + 1, '0');
      return `${digits.slice(0, -places[unit])}.${digits.slice(-places[unit])}`;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fen, fen, fen), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('元', '万元', '千元', '亿元'),
        async (lines, unit) => {
          const cells = (values: readonly number[]): string =>
            values.map((value, at) => `2021-0${at + 1}-15,${printed(value, unit)}`).join(',');
          const sums = [0, 1, 2].map((at) => lines.reduce((sum, line) => sum + (line[at] ?? 0), 0));
          const reading = await csv(
            [
              `单位：${unit}`,
              '资金来源,项目,预算年度,批复日期,预算数,拨付日期,拨付数,支出日期,支出数',
              ...lines.map((line, index) => `街道财政所,第${index}项,2021,${cells(line)}`),
              `合计,,,${sums.map((sum) => `,${printed(sum, unit)}`).join(',')}`,
            ].join('\n'),
          );
          expect(reading.entries.map(({ entry }) => entry?.amountFen)).toEqual(lines.flat());
          expect(reading.totals.map(({ agrees }) => agrees)).toEqual([true, true, true]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
