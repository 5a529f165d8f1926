/**
 * One life of a plan, told once and lived at three depths: in the same process, through the worker threads and from a
 * real window. It begins with an archive that holds the example of 2021.
 */
import { expect } from 'vitest';
import type { Call } from '#shared/client.ts';

export async function livePlan(call: Call): Promise<void> {
  const before = await call('schedule.list', { year: 2021 });
  expect(before.total).toBe(20);
  const [first, second] = before.rows;
  if (!first || !second) throw new Error('the example has rows');

  const edited = await call('schedule.edit', {
    year: 2021,
    step: { code: 'paste', params: { count: 2 } },
    changes: [
      { do: 'set', id: first.id, version: first.version, fields: { activity: '加强社区卫生工作' } },
      {
        do: 'insert',
        after: second.id,
        fields: { activity: '学雷锋志愿服务', units: [{ name: '中心校', role: 'lead', organisationId: null }] },
      },
    ],
  });
  expect(edited.rows.map(({ activity }) => activity)).toEqual(['加强社区卫生工作', '学雷锋志愿服务']);
  expect(edited.rows[1]?.units[0]?.organisationId).not.toBeNull();

  await expect(
    call('schedule.edit', {
      year: 2021,
      step: { code: 'type', params: {} },
      changes: [{ do: 'set', id: first.id, version: first.version, fields: { activity: '旧' } }],
    }),
  ).rejects.toMatchObject({ code: 'record/conflict', params: { id: first.id } });
  await expect(call('schedule.list', { year: 1 })).rejects.toMatchObject({ code: 'input/invalid' });

  expect((await call('history.state', {})).undo).toEqual({ code: 'paste', params: { count: 2 } });
  await call('history.undo', {});
  const undone = await call('schedule.list', { year: 2021 });
  expect(undone.rows.map(({ activity }) => activity)).toEqual(before.rows.map(({ activity }) => activity));
  await call('history.redo', {});
  expect((await call('schedule.list', { year: 2021 })).total).toBe(21);

  const reading = await call('schedule.read', {
    text: '2022年工作安排表\n月份\t工作安排\t主管单位\n3月\t植树活动\t中心校\n13月\t未知\t中心校\n',
  });
  expect(reading).toMatchObject({
    year: 2022,
    row_count: 1,
    rejected: [{ text: expect.stringContaining('13月') as unknown }],
  });
  await expect(call('schedule.read', { text: '今天食堂的菜很好吃。' })).rejects.toMatchObject({
    code: 'schedule/unreadable',
  });

  const { bytes, pages } = await call('schedule.preview', { year: 2021, fontScheme: 'shipped' });
  expect([pages, new TextDecoder('latin1').decode(bytes.slice(0, 5))]).toEqual([1, '%PDF-']);
  expect(await call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
}
