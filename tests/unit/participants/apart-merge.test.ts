/** 不是同一人 and joining: who was decided to be two is not merged, and stays two through a merger with a third. */
import { expect, it } from 'vitest';
import { testArchive } from '#tests/support/test-archive.ts';

async function namesakes() {
  const { call } = await testArchive();
  await call('participants.edit', {
    step: { code: 'personInsert', params: { count: 3 } },
    changes: [1, 2, 3].map(() => ({ do: 'insert', fields: { name: '甲秀英', village: '淄水社区' } })),
  });
  const asked = async (id: number) => ({ id, version: (await call('participants.get', { id })).person.version });
  return {
    call,
    groups: async () => (await call('participants.twins', {})).map(({ persons }) => persons.map(({ id }) => id).join()),
    listed: async () => (await call('participants.apart', {})).map(({ persons }) => persons.map(({ id }) => id).join()),
    merge: async (keep: number, other: number) =>
      call('participants.merge', { keep: await asked(keep), merge: [await asked(other)], reason: '同一人' }),
  };
}

const REFUSED = { code: 'participants/apart_merge', params: { name: '甲秀英' } };

it('refuses to merge two who were decided to be two, until that is taken back', async () => {
  const { call, listed, merge } = await namesakes();
  await call('participants.setApart', { ids: [2, 3], reason: '同名，已核对是两人' });
  await expect(merge(2, 3)).rejects.toMatchObject(REFUSED);
  await expect(merge(3, 2)).rejects.toMatchObject(REFUSED);
  const [pair] = await call('participants.apart', {});
  await call('participants.takeBackApart', { id: pair?.id ?? 0, version: pair?.version ?? 0, reason: '重新比较' });
  await merge(2, 3);
  expect(await listed()).toEqual([]);
  expect((await call('archive.verify', {})).ok).toBe(true);
});

it('keeps the decision when one of the two is merged into a third', async () => {
  const { call, groups, listed, merge } = await namesakes();
  await call('participants.setApart', { ids: [2, 3], reason: '同名，已核对是两人' });
  await merge(1, 2);
  expect(await groups()).toEqual([]);
  expect(await listed()).toEqual(['1,3']);
  await expect(merge(3, 1)).rejects.toMatchObject(REFUSED);
  // Said again of the one that stays, it is one pair all the same, and is taken back as one.
  await call('participants.setApart', { ids: [1, 3], reason: '再核对一次' });
  expect(await listed()).toEqual(['1,3']);
  const [pair] = await call('participants.apart', {});
  await call('participants.takeBackApart', { id: pair?.id ?? 0, version: pair?.version ?? 0, reason: '重新比较' });
  expect(await listed()).toEqual([]);
  expect(await groups()).toEqual(['1,3']);
  for (let step = 0; step < 3; step += 1) await call('history.undo', {});
  expect(await listed()).toEqual(['2,3']);
  expect(await groups()).toEqual(['1,2', '1,3']);
  expect((await call('archive.verify', {})).ok).toBe(true);
});
