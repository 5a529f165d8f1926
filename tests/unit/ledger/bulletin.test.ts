/** Census bulletins: their figures are checked by each other. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type BulletinFacts, FundingReading } from '#shared/features/funding-reading.ts';
import type { z } from '#shared/lib/zod.ts';
import { quotientHolds } from '#core/ledger/bulletin-checks.ts';
import { testArchive } from '#tests/support/test-archive.ts';
import { folder, read } from './ledgers.ts';

const text = readFileSync(new URL('census-bulletin.txt', folder), 'utf8');
const factsOf = ({ facts }: FundingReading): z.infer<typeof BulletinFacts> => facts as never;
const failed = (reading: FundingReading): string[] =>
  factsOf(reading)
    .checks.filter(([, holds]) => !holds)
    .map(([equation]) => equation);

/** In the manner of bulletins of districts; the place and all figures are made up. */
const DISTRICT = `示例区第七次全国人口普查公报（第一号）
示例区统计局
根据全国统一安排，以2020年11月1日零时为标准时点进行了第七次全国人口普查。
一、常住人口
全区常住人口为1,000,000人，与2010年第六次全国人口普查的900,000人相比，十年共增加100,000人，增长11.11%，年平均增长率为1.06%。
二、户别人口
全区共有家庭户350,000户，集体户20,000户，家庭户人口为910,000人，集体户人口为90,000人。平均每个家庭户的人口为2.60人，比2010年减少0.31人。
三、性别构成
男性人口为512,000人，占51.20%；女性人口为488,000人，占48.80%。总人口性别比（以女性为100，男性对女性的比例）为104.92。
四、年龄构成
0—14岁人口为170,000人，占17.00%；15—59岁人口为630,000人，占63.00%；60岁及以上人口为200,000人，占20.00%，其中65岁及以上人口为140,000人，占14.00%。
五、城乡人口
居住在城镇的人口为600,000人，占60.00%；居住在乡村的人口为400,000人，占40.00%。
六、民族人口
汉族人口为990,000人，占99.00%；各少数民族人口为10,000人，占1.00%。
七、地区分布
在10个镇（街道）中，人口超过15万人的镇（街道）有2个，在5万人至15万人之间的有5个，少于5万人的有3个。`;

describe('a bulletin of a county', () => {
  it('gives the facts of the paper', async () => {
    const expected = JSON.parse(readFileSync(new URL('census-bulletin.facts.json', folder), 'utf8')) as object;
    const reading = await read({ bytes: new TextEncoder().encode(text), name: 'a.txt', locale: 'en' });
    expect(reading.kind).toBe('bulletin');
    expect(reading.facts).toEqual(expected);
    expect(reading.population).toEqual([
      {
        line: 2,
        place: '临澧县',
        kind: 'resident',
        value: 373043,
        referenceDate: '2020-11-01',
        source: '第七次全国人口普查',
        total: false,
        exact: true,
      },
    ]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['bulletin/no_town']);
    expect(FundingReading.safeParse(reading).error).toBeUndefined();
  });

  test.each([
    ['400839', '400838', '400838-27796=373043'],
    ['27796人', '27797人', '400839-27797=373043'],
    ['6.93%', '6.94%', '27796/400839=6.94%'],
    ['352384', '352385', '352385+20659=373043'],
    ['205833', '205832', '167210+205832=373043'],
    ['44.82%', '44.83%', '167210/373043=44.83%'],
    ['55.18%', '55.81%', '205833/373043=55.81%'],
    ['2.79', '2.78', '352384/126113=2.78'],
    ['3万至4万人4个', '3万至4万人5个', '1+1+5+5=11'],
    ['11个', '12个', '1+1+4+5=12'],
  ])('notices %s as %s', async (from, to, equation) => {
    const reading = await read({ text: text.replace(from, to) });
    expect(failed(reading)).toContain(equation);
    expect(reading.warnings.map(({ message }) => message).join('\n')).toContain(equation);
  });

  it('notices a class whose names are not as many as stated', async () => {
    const reading = await read({ text: text.replace('、烽火乡', '') });
    expect(reading.warnings.map(({ code }) => code)).toContain('bulletin/class_names');
  });
});

describe('a bulletin of a district', () => {
  it('is checked by everything that it states', async () => {
    const reading = await read({ text: DISTRICT });
    expect(factsOf(reading).checks.map(([equation]) => equation)).toEqual([
      '900000+100000=1000000',
      '910000+90000=1000000',
      '512000+488000=1000000',
      '600000+400000=1000000',
      '990000+10000=1000000',
      '170000+630000+200000=1000000',
      '100000/900000=11.11%',
      '512000/1000000=51.20%',
      '600000/1000000=60.00%',
      '990000/1000000=99.00%',
      '170000/1000000=17.00%',
      '630000/1000000=63.00%',
      '200000/1000000=20.00%',
      '17.00+63.00+20.00=100%',
      '140000/1000000=14.00%',
      '910000/350000=2.60',
      '512000*100/488000=104.92',
      '2+5+3=10',
    ]);
    expect(failed(reading)).toEqual([]);
    expect(reading.population[0]).toMatchObject({ place: '示例区', value: 1_000_000, referenceDate: '2020-11-01' });
    expect(factsOf(reading)).toMatchObject({
      reference_time: '2020-11-01T00:00',
      percapita_at_2yuan: { required_yuan: '2000000.00' },
    });
  });

  it('compares a table of its parts', async () => {
    const table = (second: string): string =>
      `${DISTRICT.replace(/七、地区分布[^]*$/u, '')}七、各街道人口\n地区 | 人口数 | 比重\n全区 | 1000000 | 100.00\n甲街道 | 400000 | 40.00\n乙街道 | ${second} | 60.00`;
    const whole = await read({ text: table('600000') });
    expect(whole.kind).toBe('bulletin');
    expect(factsOf(whole).checks.slice(-3)).toEqual([
      ['400000+600000=1000000', true],
      ['400000/1000000=40.00%', true],
      ['600000/1000000=60.00%', true],
    ]);
    expect(failed(await read({ text: table('600100') }))).toEqual(['400000+600100=1000000', '600100/1000000=60.00%']);
  });

  it('leaves open what is not printed', async () => {
    const reading = await read({
      text: DISTRICT.replace('示例区第七次全国人口普查公报（第一号）', '公报').replace(
        '以2020年11月1日零时为标准时点',
        '',
      ),
    });
    expect(reading.population).toEqual([]);
    expect(factsOf(reading).reference_time).toBeNull();
    expect(reading.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['bulletin/no_time', 'bulletin/no_place']),
    );
  });

  it('never changes a stated number in silence', async () => {
    // Numbers of persons that some equation holds.
    const numbers = [...DISTRICT.matchAll(/\d{2,3},\d{3}(?:,\d{3})?(?=[人户])/gu)].filter(
      ([number]) => number !== '20,000',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 9 }), async (match, step) => {
        const [number] = match;
        const changed = number.replace(/\d(?=,)/u, (digit) => String((Number(digit) + step) % 10));
        const broken = DISTRICT.slice(0, match.index) + changed + DISTRICT.slice(match.index + number.length);
        expect(failed(await read({ text: broken }))).not.toEqual([]);
      }),
    );
  });
});

/** In the manner of counties that publish in 万人; all figures are made up. */
const ROUNDED = `示例县第七次全国人口普查公报
以2020年11月1日零时为标准时点，全县常住人口42.35万人，与2010年第六次全国人口普查的40.12万人相比，增加2.23万人，增长5.56%。
城镇人口20.11万人，占47.49%；乡村人口22.25万人，占52.51%。
男性人口21.60万人，占51.00%；女性人口20.75万人，占49.00%。`;

describe('a bulletin in 万人', () => {
  it('gives what it rounds as a proposal, never as a basis', async () => {
    const reading = await read({ text: ROUNDED });
    expect(reading.population).toEqual([
      {
        line: 2,
        place: '示例县',
        kind: 'resident',
        value: 423_500,
        referenceDate: '2020-11-01',
        source: '第七次全国人口普查 42.35万人',
        total: false,
        exact: false,
      },
    ]);
    expect(factsOf(reading)).toMatchObject({
      resident_population: 423_500,
      resident_rounded_to: 100,
      percapita_at_2yuan: null,
    });
    expect(reading.warnings.find(({ code }) => code === 'bulletin/rounded')).toMatchObject({
      severity: 'doubt',
      line: 2,
      params: { text: '42.35万人', value: 423_500, unit: 100 },
    });
    // 20.11 + 22.25 = 42.36: a unit of the last digit, as rounding makes it.
    expect(failed(reading)).toEqual([]);
    expect(failed(await read({ text: ROUNDED.replace('22.25', '22.35') }))).toContain('201100+223500=423500');
    expect(FundingReading.safeParse(reading).error).toBeUndefined();
  });

  it('is not recorded by the headless import', async () => {
    const archive = await testArchive();
    const import_ = (text: string): Promise<{ populationAdded: number }> =>
      archive.call('budgets.import', { name: 'a.txt', bytes: new TextEncoder().encode(text) });
    expect((await import_(ROUNDED)).populationAdded).toBe(0);
    expect(
      (await import_('村,常住人口(万人),时点\n甲村,0.09,2020-11-01\n乙村,0.1018,2020-11-01')).populationAdded,
    ).toBe(1);
    expect(await archive.call('budgets.population', {})).toMatchObject([{ place: '乙村', value: 1018 }]);
  });

  test.each([
    ['42.3512万人', 423_512, undefined],
    ['423,512人（约42.35万人）', 423_512, undefined],
    ['42万人', 420_000, 10_000],
  ])('reads %s', async (printed, value, unit) => {
    const reading = await read({ text: ROUNDED.replace('42.35万人', printed) });
    expect(factsOf(reading).resident_population).toBe(value);
    expect(factsOf(reading).resident_rounded_to).toBe(unit);
    expect(reading.population.map(({ exact }) => exact)).toEqual([unit === undefined]);
  });

  it('of a year stands for the end of that year', async () => {
    const reading = await read({
      text: '2021年示例区国民经济和社会发展统计公报\n年末全区常住人口65.42万人，比上年末增加0.31万人。户籍人口61.2万人。',
    });
    expect(reading.population).toMatchObject([
      { place: '示例区', value: 654_200, referenceDate: '2021-12-31', exact: false },
    ]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['population/year_end', 'bulletin/rounded']),
    );
  });

  test.each([
    ['2020年末全区常住人口65.42万人。', '2020-12-31'],
    ['全区年底常住人口65.42万人。', '2021-12-31'],
    ['全区常住人口65.42万人，比上年末增加0.31万人。', null],
  ])('of a year says of which day it speaks: %s', async (line, date) => {
    const reading = await read({ text: `示例区2021年国民经济和社会发展统计公报\n${line}` });
    expect(reading.population).toMatchObject([{ place: '示例区', referenceDate: date }]);
  });

  test.each([
    [
      '2023年末全区常住人口120000人。\n注：2020年数据为第七次全国人口普查数据，以2020年11月1日零时为标准时点。',
      '2023-12-31',
    ],
    ['2023年末全区常住人口120000人（2020年人口以2020年11月1日零时为标准时点）。', '2023-12-31'],
    ['全区常住人口120000人。\n注：2020年数据为第七次全国人口普查数据，以2020年11月1日零时为标准时点。', null],
    ['全区常住人口120000人；普查以2020年11月1日零时为标准时点。', null],
    ['以2023年11月1日零时为标准时点，全区常住人口120000人。', '2023-11-01'],
  ])('of a year is neither a census nor of its day for a note: %s', async (lines, date) => {
    const reading = await read({ text: `示例区2023年国民经济和社会发展统计公报\n${lines}` });
    expect(reading.population).toMatchObject([
      { value: 120_000, referenceDate: date, source: '2023年国民经济和社会发展统计公报' },
    ]);
  });

  test.each([
    ['示例区2023年\n国民经济和社会发展统计公报', '2023-12-31'],
    ['国民经济和社会发展统计公报\n（2023年）', '2023-12-31'],
    ['国民经济和社会发展统计公报', 'budgets/unreadable'],
  ])('of a year with its year beside its title or nowhere is no census for a note: %s', async (title, date) => {
    const text = `${title}\n${DISTRICT.slice(DISTRICT.indexOf('全区常住人口')).replace('第六次', '第七次')}`;
    const time = await read({ text: text.replace('全区常住人口', '年末全区常住人口') }).then(
      (reading) => factsOf(reading).reference_time,
      (error: Error) => error.message,
    );
    expect(time).toContain(date);
  });

  it('refuses 约42万人, and keeps away from the figure of a former census', async () => {
    await expect(read({ text: ROUNDED.replace('42.35万人', '约42万人') })).rejects.toThrow('budgets/unreadable');
    const reading = await read({
      text: ROUNDED.replace(
        '全县常住人口42.35万人，与2010年第六次全国人口普查的40.12万人相比',
        '第六次全国人口普查常住人口401200人，全县常住人口42.35万人',
      ),
    });
    expect(factsOf(reading).resident_population).toBe(423_500);
  });

  it('of a town is an own figure', async () => {
    const reading = await read({ text: DISTRICT.replaceAll('示例区', '示例镇').replace(/七、地区分布[^]*$/u, '') });
    expect(reading.warnings).toEqual([]);
    expect(factsOf(reading).note).toContain('本街道（乡镇）');
  });
});

describe('printed quotients', () => {
  it('hold exactly where rounding to their digits gives them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 7 }),
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: 0, max: 3 }),
        (one, other, places) => {
          const scale = 10n ** BigInt(places);
          const scaled = (BigInt(one) * 100n * scale * 2n + BigInt(other)) / (BigInt(other) * 2n);
          const print = (value: bigint): string => {
            const digits = value.toString().padStart(places + 1, '0');
            return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
          };
          expect(quotientHolds(one, other, print(scaled), 100)).toBe(true);
          expect(quotientHolds(one, other, print(scaled + 2n), 100)).toBe(false);
        },
      ),
    );
  });
});
