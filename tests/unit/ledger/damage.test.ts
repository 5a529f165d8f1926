/**
 * Damage: characters, separators and lines are lost, doubled, exchanged. The same result must come out, or at least one warning
 * more than the whole paper has, or a refusal; never another amount in silence. The papers carry sums or balances: without them no
 * reader could notice an exchanged digit.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { CasesReading, FundingReading } from '#shared/features/funding-reading.ts';
import { readForeignCases } from '#core/read-foreign-cases.ts';
import { folder, read } from './ledgers.ts';

/** Small seeded generator (mulberry32): the same damages on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function damaged(text: string, random: (below: number) => number): string {
  const lines = text.split('\n');
  const line = random(lines.length);
  const at = random(text.length);
  const insert = '0159.,-元万"\t x合计'[random(15)] ?? '';
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + insert + text.slice(at);
    case 2:
      return text.slice(0, at) + insert + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    case 4:
      return [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
    case 5:
      return [...lines.slice(0, line), lines[line] ?? '', ...lines.slice(line)].join('\n');
    case 6:
      return [...lines.slice(0, line), (lines[line] ?? '') + (lines[line + 1] ?? ''), ...lines.slice(line + 2)].join(
        '\n',
      );
    default:
      return text.slice(0, at);
  }
}

const CLEAN_TWO_COLUMNS = `金额单位：元,,,,,,,
日期,凭证号,预算年度,类型,来源,摘要,收入,支出,余额
2021-01-05,记-1,2021,拨款,街道财政所,一季度经费,"20,000.00",,"20,000.00"
2021-01-20,记-2,2021,支出,,剪纸材料,,688.80,"19,311.20"
2021-02-03,记-3,2021,支出,,讲师费,,"1,200.00","18,111.20"
2021-02-08,记-4,2021,捐赠,某某有限公司,图书,500.00,,"18,611.20"
,,,,,合计,"20,500.00","1,888.80",
`;

const CLEAN_POPULATION = `村(居),户籍人口,常住人口,统计时点,来源
淄水社区,3120,4388,2020-11-01,七普
齐家终村,1206,1018,2020-11-01,七普
王齐村,980,902,2020-11-01,七普
东龙池村,1544,1397,2020-11-01,七普
街道合计,6850,7705,2020-11-01,街道统计站
`;

/** What may not change in silence: the amounts that would be entered, by kind, giver and year. */
const money = ({ entries, population }: FundingReading): string =>
  JSON.stringify([
    entries.map(({ entry }) => entry && [entry.kind, entry.amountFen, entry.sourceKind]),
    population.map(({ kind, value, total }) => [kind, value, total]),
  ]);

/** Warnings by code: a damage has to bring one that the whole paper has not. */
function tells(whole: readonly { code: string }[], now: readonly { code: string }[]): boolean {
  const count = (list: readonly { code: string }[], code: string): number =>
    list.filter((one) => one.code === code).length;
  return now.some(({ code }) => count(now, code) > count(whole, code));
}

const ledgers: readonly (readonly [string, string, string])[] = [
  ['nine columns', readFileSync(new URL('nine-columns.csv', folder), 'utf8'), 'a.csv'],
  ['two columns', CLEAN_TWO_COLUMNS, 'a.csv'],
  ['pipes', readFileSync(new URL('pipes.md', folder), 'utf8'), 'a.md'],
  ['population', CLEAN_POPULATION, 'a.csv'],
  [
    'pasted',
    readFileSync(new URL('page-carried.csv', folder), 'utf8')
      .replaceAll(/"(\d+),([\d.]+)"/gu, '$1$2')
      .replaceAll(',', '\t'),
    'a.txt',
  ],
];

describe('a damaged paper', () => {
  test.each(ledgers)('%s', async (_what, text, name) => {
    const encoder = new TextEncoder();
    const whole = await read({ bytes: encoder.encode(text), name });
    const random = generator(20210305);
    const silent: string[] = [];
    let changed = 0;
    for (let round = 0; round < 400; round += 1) {
      const broken = damaged(text, random);
      const reading = await read({ bytes: encoder.encode(broken), name }).catch((error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
      if (reading === null || money(reading) === money(whole)) continue;
      changed += 1;
      if (!tells(whole.warnings, reading.warnings)) silent.push(difference(text, broken));
    }
    expect(silent).toEqual([]);
    expect(changed).toBeGreaterThan(20);
  });

  test('cases', async () => {
    const text = readFileSync(new URL('worked-cases.csv', folder), 'utf8');
    const random = generator(7);
    const judge = (bytes: Uint8Array): Promise<CasesReading | null> =>
      readForeignCases(
        { bytes, name: 'a.csv', locale: 'zh-CN', withLines: false, rateFen: 200 },
        new AbortController().signal,
      ).catch((error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
    for (let round = 0; round < 300; round += 1) {
      const reading = await judge(new TextEncoder().encode(damaged(text, random)));
      for (const one of reading?.cases ?? []) {
        // Whatever a damage makes of a line, its verdict follows from the figures that are shown, or a flag says why there is none.
        const explained = one.flags.some(({ level }) => level === 'error');
        const passes = (one.countedFen ?? 0) >= (one.requiredFen ?? Infinity);
        expect(one.verdict === 'NO_BASIS' ? explained : (one.verdict === 'PASS') === passes).toBe(true);
      }
    }
  });
});

/** Where a text was damaged, for the report of a failure. */
function difference(text: string, broken: string): string {
  const before = text.split('\n');
  const after = broken.split('\n');
  const at = before.findIndex((line, index) => line !== after[index]);
  return `${at + 1}: ${before[at] ?? ''} → ${after[at] ?? ''} (${after.length - before.length})`;
}
