/**
 * Constructed plans, one for each way of setting a plan out that papers use, and texts that are none.
 * The expected answers were checked line by line against the text; doubts are named by code and line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { readPlan, sourceFromText } from '#core/reading/index.ts';
import type { SourceDocument } from '#core/reading/source.ts';

const folder = join(import.meta.dirname, '../../fixtures/reading');
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const OPTIONS = { locale: 'zh-CN', units: [] } as const;

function read(source: SourceDocument): unknown {
  try {
    return readPlan(source, { ...OPTIONS, units: [] }).map((reading) => ({
      title: reading.title,
      year: reading.year,
      rows: reading.rows,
      doubts: reading.warnings.filter((one) => one.severity !== 'note').map((one) => `${one.code}@${one.line ?? '-'}`),
    }));
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, reason: error.params['reason'] };
    throw error;
  }
}

describe('layouts', () => {
  it.each(names)('%s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/txt$/u, 'expected.json')), 'utf8'));
    expect(read(sourceFromText(readFileSync(join(folder, name), 'utf8'), name))).toEqual(expected);
  });
});

describe('hopeless sources', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n\u3000'],
    ['a header without rows', '月份\n工作安排\n主管单位\n'],
    ['binary', String.fromCharCode(...Array.from({ length: 400 }, (_, index) => index % 32))],
    ['one month', '3月份：开展学雷锋活动'],
    ['an address', 'https://www.example.com/plan/2021/3月'],
  ])('%s is refused with a sentence', (_, text) => {
    expect(read(sourceFromText(text))).toMatchObject({ refused: 'schedule/unreadable' });
  });
});

describe('size', () => {
  it('reads 20,000 rows and refuses 20,000 lines of prose without hanging', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const month = 1 + Math.floor((index * 12) / 20_000);
      return `${month}月\t开展第${index + 1}次社区教育培训活动\t中心校`;
    });
    const [reading] = readPlan(sourceFromText(['月份\t工作安排\t主管单位', ...rows].join('\n')), {
      ...OPTIONS,
      units: [],
    });
    expect(reading?.rows).toHaveLength(20_000);
    const story = Array.from({ length: 20_000 }, (_, index) => `三月里他走过了${index}条街道，看见了很多人。`).join(
      '\n',
    );
    expect(read(sourceFromText(story))).toMatchObject({ refused: 'schedule/unreadable' });
  }, 60_000);

  it.each(['一、', '（', '1月、', '责任单位：', '确定工作站', '| ', '\t"', '一\n', '3月8日-', '第一季度（'])(
    'stands %j repeated',
    (piece) => {
      expect(() => read(sourceFromText(piece.repeat(20_000)))).not.toThrow();
    },
  );
});
