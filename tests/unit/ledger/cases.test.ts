/** Files of cases: the worked examples of the domain, and what clerks do to such tables. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { CasesReading } from '#shared/features/funding-reading.ts';
import { fundingFlags as english } from '#shared/i18n/en/funding-flags.ts';
import { fundingFlags as chinese } from '#shared/i18n/zh-CN/funding-flags.ts';
import { readForeignCases } from '#core/read-foreign-cases.ts';

type Given = Parameters<typeof readForeignCases>[0];

function read(input: Partial<Given>): Promise<CasesReading> {
  return readForeignCases({ locale: 'zh-CN', withLines: false, rateFen: 200, ...input }, new AbortController().signal);
}

const briefly = ({ cases }: CasesReading): string[] =>
  cases.map(({ name, kind, verdict, requiredFen, countedFen, perHead, shortfallFen, flags }) =>
    [name, kind, verdict, requiredFen, countedFen, perHead, shortfallFen, flags.map(({ code }) => code).join('+')]
      .map((value) => (value === null || value === '' ? '-' : value))
      .join(' '),
  );

/** Verdicts of a table by their line, e.g. `PASS`, with the flags behind. */
const told = async (text: string, rateFen = 200): Promise<string[]> =>
  (await read({ text, rateFen })).cases.map(({ verdict, flags }) =>
    [verdict, ...flags.map(({ code }) => code)].join(' '),
  );

const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/ledger/worked-cases.csv', import.meta.url)));

describe('worked examples', () => {
  it('are judged to the fen', async () => {
    const reading = await read({ bytes, name: 'cases.csv' });
    expect(briefly(reading)).toEqual([
      '1 floor PASS 5700000 5700000 2.0000 0 -',
      '2 floor FAIL 5000000 4990000 1.9960 10000 -',
      '3 floor FAIL 5712600 5712599 1.9999 1 -',
      '4 floor PASS 5712600 5712601 2.0000 0 -',
      '5 floor NO_BASIS - 5000000 - - population_zero',
      '6 floor NO_BASIS - 5000000 - - population_missing',
      '9 floor FAIL 5712600 5650000 1.9780 62600 -',
      '12 floor FAIL 5712600 4500000 1.5754 1212600 -',
      '13 floor FAIL 5712600 4500000 1.5754 1212600 -',
      '14 floor FAIL 5712600 -20000 -0.0070 5732600 negative',
      '15 floor FAIL 5712600 4000000 1.4004 1712600 -',
      '16 floor FAIL 5712600 4800000 1.6804 912600 -',
      '17 floor PASS 5712600 571260000 200.0000 0 decimal_slip',
      '18 enterprise FAIL 18518519 18518518 - 1 -',
      '19 enterprise PASS 18518519 18518519 - 0 -',
      '20 enterprise PASS 6000000 11200000 - 0 above_band',
      '21 school FAIL 4300000 4299960 - 40 -',
      '22 school FAIL 1666667 1666666 - 1 -',
    ]);
    expect([reading.passed, reading.failed, reading.undecided]).toEqual([5, 11, 2]);
    expect(reading.cases.find(({ name }) => name === '17')?.flags[0]?.params).toEqual({ factor: 100 });
    expect(reading.cases.map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21,
    ]);
  });
});

describe('tables as clerks write them', () => {
  test.each([
    ['编号,人口数（常住）,经费(万元)\n1,28563,5.7126\n2,28563,5.71259', ['PASS', 'FAIL']],
    ['编号,常住人口(万人),计入经费(元)\n1,2.8563,57126\n2,2.86,57200', ['PASS', 'PASS population_coarse']],
    [
      '编号,常住人口,计入经费,标准(元/人)\n1,100,250,2.5\n2,100,249.99,2.5元/人\n3,100,200,\n4,100,200,高',
      ['PASS', 'FAIL', 'PASS', 'NO_BASIS rate_unreadable'],
    ],
    [
      '编号,2020年常住人口,2021年末常住人口,经费\n7,28563,28910,57500\n8,28563,,57500',
      ['NO_BASIS population_several', 'PASS'],
    ],
    ["编号,常住人口,标准,经费\n1,'28563,每人2元,'57126\n2,28563,二元,57126", ['PASS', 'NO_BASIS rate_unreadable']],
    ['编号,总人口,计入经费\n1,28563,99999', ['NO_BASIS population_not_resident']],
    ['编号,户籍人口,计入经费\n1,28563,99999', ['NO_BASIS population_not_resident']],
    [
      '编号,常住人口,计入经费\n1,约28000,99999\n2,-5,99999\n3,28563.5,99999\n4,"285,63",99999\n5,２８５６３人,57126.00',
      [
        'NO_BASIS population_approximate',
        'NO_BASIS population_negative',
        'NO_BASIS population_fraction',
        'NO_BASIS population_unreadable',
        'PASS',
      ],
    ],
    [
      '编号,常住人口,计入经费\n1,28563,\n2,28563,约五万\n3,28563,57126.005\n4,28563,"57,12"\n5,28563,0',
      [
        'NO_BASIS amount_missing',
        'NO_BASIS amount_unreadable',
        'NO_BASIS amount_unreadable',
        'NO_BASIS amount_unreadable',
        'FAIL',
      ],
    ],
    [
      '编号,常住人口,计入经费\n1,28563,"(1,000.00)"\n2,28563,伍万柒仟壹佰贰拾陆元整\n3,28563,5.7126万元',
      ['FAIL negative', 'PASS', 'PASS amount_doubtful'],
    ],
    [
      '企业名称,工资总额(元),培训支出(元)\n某厂,1000000,15000\n乙厂,1000000,14999.99\n丙厂,1000000,80000.01',
      ['PASS', 'FAIL', 'PASS above_band above_tax_limit'],
    ],
    [
      '学校名称,年度公用经费预算总额(万元),教师培训支出(元)\n某小学,86,43000\n某中学,0,5\n某园,,5',
      ['PASS', 'NO_BASIS base_zero', 'NO_BASIS base_missing'],
    ],
    [
      '单位,类型,基数,培训支出\n某部门,机关,100,10\n某厂,企业,100,1.5\n某校,,100,5',
      ['NO_BASIS kind_unknown', 'PASS', 'NO_BASIS kind_unknown'],
    ],
    [
      '编号,类型,常住人口,计入经费,基数,培训支出\n1,街道,100,200,,\n2,企业,,,1000,15\n3,学校,,,1000,49.99\n4,,100,199.99,,',
      ['PASS', 'PASS', 'FAIL', 'FAIL'],
    ],
    ['编号,常住人口,计入经费\n1,100,4000\n2,100,3999.99\n合计,200,7999.99', ['PASS decimal_slip', 'PASS']],
    [
      '编号,常住人口,计入经费,备注\n1,28563,57,126,\n2,28563,57,126.00,',
      ['NO_BASIS amount_unreadable', 'NO_BASIS amount_unreadable'],
    ],
    ['编号,常住人口,计入经费\n1,28,563,57126\n2,100,200\n3,100,200', ['NO_BASIS cells_shifted', 'PASS', 'PASS']],
    ['编号,常住人口,计入经费(美元)\n1,100,4000', ['NO_BASIS amount_unreadable']],
    ['编号,常住人口,计入经费(千元)\n1,28563,57.126\n2,28563,57.12599', ['PASS', 'FAIL']],
    ['编号,常住人口,计入经费(亿元)\n1,28563,0.00057126\n2,28563,0.0005712599', ['PASS', 'FAIL']],
    [
      '编号,常住人口,拨款（元）,收回（元）\n1,28563,60000,3500\n2,28563,60000,-3500\n3,28563,60000,\n4,28563,60000,若干',
      ['FAIL', 'FAIL', 'PASS', 'NO_BASIS amount_unreadable'],
    ],
    [
      '编号,类型,基数,培训支出,比例\n1,企业,1000000,25000,2.5%\n2,企业,1000000,24999.99,2.5%\n3,学校,860000,43000,5%\n4,企业,1000000,15000,1.5%-2.5%\n5,企业,1000000,15000,不详\n6,企业,1000000,12500,12.5‰',
      ['PASS share_own', 'FAIL share_own', 'PASS', 'PASS', 'NO_BASIS share_unreadable', 'PASS share_own'],
    ],
    ['企业名称,职工人数,工资总额（元）,培训支出（元）\n某厂,120,1000000,15000', ['PASS']],
    ['Case,Residents,Funding (yuan)\n1,28563,57126.00\n2,28563,57125.99', ['PASS', 'FAIL']],
    ['编号\t常住人口\t计入经费\n1\t100\t200\n\n2\t\t5', ['PASS', 'NO_BASIS population_missing']],
    ['编号 | 常住人口 | 计入经费\n1 | 100 | 200\n2 | 100 | 1', ['PASS', 'FAIL']],
  ])('%#: %s', async (text, verdicts) => {
    expect(await told(text)).toEqual(verdicts);
  });

  test.each([
    ['规定比例(%)', '0.015', '200', 'NO_BASIS error share_unreadable'],
    ['规定比例(%)', '1.5', '15000', 'PASS'],
    ['规定比例(%)', '0.5', '5000', 'PASS warning share_own'],
    ['规定比例(‰)', '15', '14999.99', 'FAIL'],
    ['规定比例(‰)', '0.015', '200', 'NO_BASIS error share_unreadable'],
    ['规定比例', '0.015', '15000', 'PASS warning share_doubtful'],
    ['规定比例', '0.5-1%', '5000', 'PASS warning share_own'],
    ['规定比例', '15-25‰', '15000', 'PASS'],
    ['规定比例', '2.5%', '25000', 'PASS hint share_own'],
  ])('reads a share under %s: %s', async (heading, share, spent, told) => {
    const text = `企业名称,工资总额(元),培训支出(元),${heading}\n某厂,1000000,${spent},${share}`;
    const [judged] = (await read({ text })).cases;
    expect([judged?.verdict, ...(judged?.flags ?? []).map(({ code, level }) => `${level} ${code}`)].join(' ')).toBe(
      told,
    );
  });

  test.each([
    ['企业名称,工资总额,培训支出', ['ledger/unit_absent']],
    ['企业名称,工资总额(元),培训支出(元)', []],
    ['单位：元\n企业名称,工资总额,培训支出', []],
  ])('tells that no unit is printed: %s', async (headings, codes) => {
    const reading = await read({ text: `${headings}\n某厂,1000000,15000` });
    expect(reading.cases.map(({ verdict }) => verdict)).toEqual(['PASS']);
    expect(reading.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('takes another rate, and refuses what holds no cases', async () => {
    expect(await told('编号,常住人口,计入经费\n1,100,400', 401)).toEqual(['FAIL']);
    const error: unknown = await read({ text: '姓名,电话\n甲,1' }).catch((thrown: unknown) => thrown);
    expect((error as AppError).code).toBe('budgets/unreadable');
  });

  it('keeps a line that lost its cells before another table begins', async () => {
    const text = '编号,常住人口,计入经费\n1,100,200\n2,,\n单位,类型,基数,培训支出\n某厂,企业,100,1.5';
    expect(await told(text)).toEqual(['PASS', 'NO_BASIS population_missing amount_missing', 'PASS']);
  });

  it('has a whole sentence for every flag in both languages', async () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    const reading = await read({ text: '编号,常住人口,计入经费\n1,约3,x\n2,,-1\n3,0,\n4,1.5,5万\n5,1,999' });
    for (const { flags } of reading.cases) for (const { message } of flags) expect(message).toMatch(/^[^{]+。$/u);
  });
});
