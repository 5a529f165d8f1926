import { describe, expect, it } from 'vitest';
import { testArchive } from '#tests/support/test-archive.ts';

const census = { place: '淄水社区', kind: '常住', value: 4388, referenceDate: '2020-11-01', source: '七普' };

describe('figures of population', () => {
  it('stand beside each other, with their kind, day and source, and never over one another', async () => {
    const archive = await testArchive();
    await archive.call('budgets.recordPopulation', census);
    await archive.call('budgets.recordPopulation', { ...census, kind: '户籍人口', value: 3120 });
    await archive.call('budgets.recordPopulation', {
      ...census,
      value: 4401,
      referenceDate: '2020-12-31',
      source: '村报表',
    });
    const figures = await archive.call('budgets.population', { place: '淄水社区' });
    expect(figures.map(({ kind, value, referenceDate }) => [kind, value, referenceDate])).toEqual([
      ['resident', 4401, '2020-12-31'],
      ['registered', 3120, '2020-11-01'],
      ['resident', 4388, '2020-11-01'],
    ]);
    const { reply } = await archive.runtime.call('budgets.recordPopulation', { ...census, value: 4389 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'budgets/population_twice', params: { value: 4388 } } });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('belong to the unit that the place names, also when it is listed later', async () => {
    const archive = await testArchive();
    const { population } = await archive.call('budgets.recordPopulation', census);
    expect(population.placeId).toBeNull();
    const { organisation } = await archive.call('organisations.create', { fullName: '淄水社区', kind: 'village' });
    const [figure] = await archive.call('budgets.population', { placeId: organisation.id });
    expect(figure?.value).toBe(4388);
  });

  it('are refused without a basis: 总人口, a day to come, a part of a person', async () => {
    const { runtime } = await testArchive();
    const code = async (change: object): Promise<unknown> => {
      const { reply } = await runtime.call('budgets.recordPopulation', { ...census, ...change });
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await code({ kind: '总人口' })).toBe('input/invalid');
    expect(await code({ value: 4388.5 })).toBe('input/invalid');
    expect(await code({ value: -1 })).toBe('input/invalid');
    expect(await code({ source: ' ' })).toBe('input/invalid');
    expect(await code({ referenceDate: '2999-01-01' })).toBe('budgets/population_future');
  });

  it('are taken back with a reason, and come back by undo', async () => {
    const archive = await testArchive();
    const { population } = await archive.call('budgets.recordPopulation', census);
    await archive.call('budgets.withdrawPopulation', { id: population.id, version: 1, reason: '抄错' });
    expect(await archive.call('budgets.population', {})).toEqual([]);
    await archive.call('history.undo', {});
    expect((await archive.call('budgets.population', {})).map(({ value }) => value)).toEqual([4388]);
  });
});
