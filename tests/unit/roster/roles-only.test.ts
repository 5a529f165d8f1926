/** A roster of which only roles are taken: the step says so, and no import without rows is left. */
import { expect, it } from 'vitest';
import { value } from '#core/db/sql.ts';
import { z } from '#shared/lib/zod.ts';
import { inside } from '#tests/support/sign-in.ts';
import { testArchive } from '#tests/support/test-archive.ts';

const VOLUNTEERS = '2021年志愿者名册\n姓名,电话,服务方向\n甲秀英,13900000001,助老';

it('is named by the persons who were given a role', async () => {
  const archive = await testArchive();
  const { call } = archive;
  await call('participants.edit', {
    step: { code: 'personInsert', params: { count: 1 } },
    changes: [{ do: 'insert', fields: { name: '甲秀英', phone: '13900000001' } }],
  });
  const taken = await call('attendance.import', { text: VOLUNTEERS, takeRoles: true });
  expect(taken).toMatchObject({ added: 0, roles: 1, importId: null });
  expect((await call('history.list', { limit: 1 }))[0]).toMatchObject({
    records: 1,
    label: { code: 'attendanceRoles', params: { count: 1 } },
  });
  expect(inside(archive, (db) => value(db, z.int(), 'SELECT count(*) FROM attendance_import'))).toBe(0);
  await call('history.undo', {});
  expect((await call('participants.get', { id: 1 })).person.roles).toEqual([]);
  expect((await call('archive.verify', {})).ok).toBe(true);
});
