/** Certificates of residents: letters in words. */
import { expect, it, test } from 'vitest';
import { read } from './ledgers.ts';

const letter = (body: string): string => `证明\n${body}\n特此证明。\n示例区统计局\n2021年3月2日`;

test.each([
  ['兹证明，截至2020年11月1日零时，齐陵街道常住人口为28563人。', '齐陵街道 28563 2020-11-01'],
  [
    '根据第七次全国人口普查结果，截至2020年11月1日，示例市示例区齐陵街道常住人口为28,563人。',
    '示例市示例区齐陵街道 28563 2020-11-01',
  ],
  ['示例镇2021年末常住人口31205人，户籍人口30000人。', '示例镇 31205 2021-12-31'],
  ['齐陵街道常住人口共有28563人。', '齐陵街道 28563 null'],
  ['截至2020年11月1日，齐陵街道常住人口2.86万人。', '齐陵街道 28600 2020-11-01 rounded'],
  ['截至2020年11月1日，全域常住人口28563人。', null],
])('%s', async (body, expected) => {
  const { kind, population, warnings } = await read({ text: letter(body) });
  expect(kind).toBe('bulletin');
  expect(
    population.map(
      ({ place, value, referenceDate, exact }) => `${place} ${value} ${referenceDate}${exact ? '' : ' rounded'}`,
    ),
  ).toEqual(expected === null ? [] : [expected]);
  expect(warnings.map(({ code }) => code)).toContain('bulletin/certificate');
  for (const { source } of population) expect(source).toContain('示例区统计局 证明');
});

it('leaves two numbers, guesses and other letters to a person', async () => {
  for (const text of [
    letter('截至2020年11月1日，甲村常住人口902人，乙村常住人口1018人。'),
    letter('齐陵街道常住人口约2.9万人。'),
    letter('齐陵街道户籍人口28449人。'),
    '工作总结\n齐陵街道常住人口28563人。',
  ])
    await expect(read({ text })).rejects.toThrow('budgets/unreadable');
});
