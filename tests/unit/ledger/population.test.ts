/** Tables of population: what can be recorded, what is missing, and what a total means. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FundingReading, type PopulationFacts } from '#shared/features/funding-reading.ts';
import type { z } from '#shared/lib/zod.ts';
import { readPersons } from '#core/ledger/persons.ts';
import { folder, read, readFixture } from './ledgers.ts';

const figures = ({ population }: FundingReading): string[] =>
  population.map(({ line, place, kind, value, referenceDate, source, total }) =>
    [line, place, kind, value, referenceDate ?? '-', source, total ? 'total' : '']
      .filter((part) => part !== '')
      .join(' '),
  );
const told = ({ warnings }: FundingReading): string[] =>
  warnings
    .filter(({ severity }) => severity !== 'note')
    .map(({ line, code }) => `${line} ${code.replace('population/', '')}`);
const factsOf = ({ facts }: FundingReading): Partial<z.infer<typeof PopulationFacts>> => facts as never;

describe('the table of a subdistrict', () => {
  it('gives every figure, names what is missing and keeps the total apart', async () => {
    const reading = await readFixture('population-by-village.csv');
    const { warnings: _sentences, ...facts } = JSON.parse(
      readFileSync(new URL('population-by-village.facts.json', folder), 'utf8'),
    ) as Record<string, unknown>;
    expect(reading.kind).toBe('population');
    expect(reading.facts).toEqual({ ...facts, resident_ok: null });
    expect(reading.population).toHaveLength(15);
    expect(figures(reading).slice(8)).toEqual([
      '6 薛家村 registered 1102 2020-11-01 缺报',
      '7 小交流村 registered 655 2021-12-31 村报表',
      '7 小交流村 resident 671 2021-12-31 村报表',
      '8 其余31村合计 registered 19842 2020-11-01 七普',
      '8 其余31村合计 resident 18905 2020-11-01 七普',
      '9 街道合计 registered 28449 2020-11-01 街道统计站 total',
      '9 街道合计 resident 28563 2020-11-01 街道统计站 total',
    ]);
    expect(told(reading)).toEqual(['6 value_empty', '6 implied', '7 mixed_dates']);
    expect(FundingReading.safeParse(reading).error).toBeUndefined();
  });
});

describe('tables as offices print them', () => {
  test.each([
    [
      'a title with day, unit and source; households beside; parts of the area',
      `齐陵街道各村常住人口情况
统计时点：2020年11月1日,,,,数据来源：七普
片区,村名,户数,常住人口（人）,备注
东片区,甲村,300,"1,000人",
,乙村,200,500,
,东片小计,500,1500,
西片区,丙村,100,250,
,西片小计,100,251,
,总计,600,1750,
填表人：,,,,`,
      [
        '4 甲村 resident 1000 2020-11-01 七普',
        '5 乙村 resident 500 2020-11-01 七普',
        '6 东片小计 resident 1500 2020-11-01 七普 total',
        '7 丙村 resident 250 2020-11-01 七普',
        '8 西片小计 resident 251 2020-11-01 七普 total',
        '9 总计 resident 1750 2020-11-01 七普 total',
      ],
      ['8 part_differs'],
      { data_lines: 6, resident_ok: true, missing: [], required_if_total_used_yuan: '3500.00' },
    ],
    [
      '总人口 is neither',
      '村居,总人口,统计时点\n甲村,100,2020-11-01\n乙村,200,2020-11-01',
      [],
      ['1 neither', '1 no_resident'],
      { resident_sum_without_missing: null, required_if_total_used_yuan: null },
    ],
    [
      '人口数 beside 户籍',
      '村居,人口数,户籍人口,统计时点\n甲村,100,90,2020-11-01',
      ['2 甲村 registered 90 2020-11-01'],
      ['1 neither', '1 no_resident'],
      { registered_sum: 90 },
    ],
    [
      '万人',
      '街道,常住人口（万人）,时点\n甲街道,2.8563,2020-11-01\n乙街道,2.9,2020-11-01\n丙街道,2.85631,2020-11-01',
      ['2 甲街道 resident 28563 2020-11-01', '3 乙街道 resident 29000 2020-11-01 2.9万人'],
      ['4 value_fraction', '3 coarse'],
      { missing: ['丙街道'] },
    ],
    [
      'what is not exact',
      '村,常住人口,时点\n甲村,约900,2020-11-01\n乙村,近千人,2020-11-01\n丙村,"12,34",2020-11-01\n丁村,-5,2020-11-01\n戊村,100.5,2020-11-01\n己村,0,2020-11-01\n庚村,—,2020-11-01\n合计,100,2020-11-01',
      ['7 己村 resident 0 2020-11-01', '9 合计 resident 100 2020-11-01 total'],
      [
        '2 value_approximate',
        '3 value_approximate',
        '4 value_unreadable',
        '5 value_negative',
        '6 value_fraction',
        '7 zero',
        '8 value_empty',
      ],
      { missing: ['甲村', '乙村', '丙村', '丁村', '戊村', '庚村'], implied_missing: null, resident_ok: null },
    ],
    [
      'days of headings, ends of years, none at all',
      '村,常住人口（2020年11月1日）,户籍人口\n甲村,100,90\n乙村,50,60',
      [
        '2 甲村 resident 100 2020-11-01',
        '2 甲村 registered 90 -',
        '3 乙村 resident 50 2020-11-01',
        '3 乙村 registered 60 -',
      ],
      [],
      {},
    ],
    [
      '年末',
      '村,常住人口,时点\n甲村,100,2021年末\n乙村,50,2021年',
      ['2 甲村 resident 100 2021-12-31', '3 乙村 resident 50 -'],
      ['2 year_end', '3 date_unreadable'],
      {},
    ],
    [
      'the same kind in two years',
      '统计时点：2020年11月1日\n地区,2010年常住人口,2020年常住人口,常住人口（2021年末）\n甲街道,27000,28563,28910\n合计,27000,28563,28911',
      [
        '3 甲街道 resident 27000 - 2010年常住人口',
        '3 甲街道 resident 28563 2020-11-01 2020年常住人口',
        '3 甲街道 resident 28910 2021-12-31',
        '4 合计 resident 27000 - 2010年常住人口 total',
        '4 合计 resident 28563 2020-11-01 2020年常住人口 total',
        '4 合计 resident 28911 2021-12-31 total',
      ],
      ['3 date_unreadable', '4 date_unreadable', '4 resident_differs'],
      { resident_sum_without_missing: 28910, resident_total_stated: 28911, resident_ok: false },
    ],
    [
      'men and women that do not make the people beside them',
      '村居,户籍人口,其中：男,其中：女,常住人口,男性,女性,时点\n甲村,980,490,490,902,450,450,2020-11-01\n乙村,1206,600,606,1018,509,509,2020-11-01',
      [
        '2 甲村 registered 980 2020-11-01',
        '2 甲村 resident 902 2020-11-01',
        '3 乙村 registered 1206 2020-11-01',
        '3 乙村 resident 1018 2020-11-01',
      ],
      ['2 sexes_differ'],
      {},
    ],
    [
      'parts of the residents, and changes of them',
      '村居,常住人口,常住少数民族人口,常住人口增加数,农村常住人口,时点\n甲村,902,10,5,800,2020-11-01',
      ['2 甲村 resident 902 2020-11-01'],
      [],
      {},
    ],
    [
      'a total on top',
      '地区,常住人口,时点\n合计,150,2020-11-01\n甲村,100,2020-11-01\n乙村,51,2020-11-01',
      ['2 合计 resident 150 2020-11-01 total', '3 甲村 resident 100 2020-11-01', '4 乙村 resident 51 2020-11-01'],
      ['2 resident_differs'],
      { resident_ok: false },
    ],
    [
      'a total under another name',
      '村,常住人口,时点\n甲村,100,2020-11-01\n乙村,50,2020-11-01\n本处,150,2020-11-01',
      ['2 甲村 resident 100 2020-11-01', '3 乙村 resident 50 2020-11-01', '4 本处 resident 150 2020-11-01'],
      ['4 like_total'],
      {},
    ],
    [
      'villages across',
      '村居,甲村,乙村,合计\n常住人口,100,50,150\n统计时点,2020-11-01,2020-11-01,2020-11-01',
      ['1 甲村 resident 100 2020-11-01', '1 乙村 resident 50 2020-11-01', '1 合计 resident 150 2020-11-01 total'],
      [],
      { resident_ok: true },
    ],
    [
      'cells beyond the headings',
      '村,常住人口,时点\n甲村,1,000,2020-11-01\n乙村,50,2020-11-01\n丙村,60,2020-11-01',
      ['3 乙村 resident 50 2020-11-01', '4 丙村 resident 60 2020-11-01'],
      ['2 ledger/row_unplaced'],
      { missing: ['甲村'] },
    ],
  ])('%s', async (_what, text, records, doubts, facts) => {
    const reading = await read({ bytes: new TextEncoder().encode(text), name: 'a.csv' });
    expect(figures(reading)).toEqual(records);
    expect(told(reading)).toEqual(doubts);
    expect(factsOf(reading)).toMatchObject(facts);
    for (const { message } of reading.warnings) expect(message).not.toMatch(/\{\{|population\//u);
  });

  it('reads a workbook and a copied web table alike', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('人口');
    sheet.addRows([
      ['村（居）', '人口', null, '统计时点'],
      [null, '户籍人口', '常住人口', null],
      ['甲村', 90, 100, new Date('2020-11-01T00:00:00Z')],
      ['乙村', 60, 50.4, new Date('2020-11-01T00:00:00Z')],
    ]);
    for (const area of ['A1:A2', 'B1:C1', 'D1:D2']) sheet.mergeCells(area);
    for (const cell of ['D3', 'D4']) sheet.getCell(cell).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('C4').numFmt = '0';
    const reading = await read({ bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: 'a.xlsx' });
    expect(figures(reading)).toEqual([
      '3 甲村 registered 90 2020-11-01',
      '3 甲村 resident 100 2020-11-01',
      '4 乙村 registered 60 2020-11-01',
    ]);
    expect(told(reading)).toEqual(['4 value_fraction']);
    const html =
      '<table><tr><td>村</td><td>常住人口</td><td>时点</td></tr><tr><td>甲村</td><td>1,000</td><td rowspan="2">2020-11-01</td></tr><tr><td>乙村</td><td>２０</td></tr></table>';
    expect(figures(await read({ html, text: '' }))).toEqual([
      '2 甲村 resident 1000 2020-11-01',
      '3 乙村 resident 20 2020-11-01',
    ]);
  });

  it('reads whole numbers exactly, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (value) => {
        const thousands = String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
        for (const text of [String(value), thousands, `${value}人`, ` ${thousands} `])
          expect(readPersons(text)).toEqual({ ok: true, value, coarse: false });
        const ten = `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`;
        expect(readPersons(ten, true)).toEqual({ ok: true, value, coarse: false });
        expect(readPersons(`${ten}万人`)).toEqual({ ok: true, value, coarse: false });
        for (const text of [`约${value}`, `${value}余`, `${value}.5`, `${value} 1`, `${value}+`])
          expect(readPersons(text).ok).toBe(false);
      }),
    );
  });
});
