/** What a person decides of a sheet: roles of known persons, days of one activity, namesakes who are two. */
import { describe, expect, it } from 'vitest';
import { testArchive } from '#tests/support/test-archive.ts';

const VOLUNTEERS = '2021年志愿者名册\n姓名,电话,服务方向\n甲秀英,13900000001,助老\n乙玉兰,13900000002,环保';

describe('a role that a known person does not have yet', () => {
  it('is proposed, told, and added with its day only where it is taken', async () => {
    const { call } = await testArchive();
    await call('participants.edit', {
      step: { code: 'insert', params: { count: 1 } },
      changes: [
        {
          do: 'insert',
          fields: {
            name: '甲秀英',
            phone: '13900000001',
            roles: [{ role: 'learner', organisationId: null, subject: '', from: null, to: null }],
          },
        },
      ],
    });
    const rolesOf = async () => (await call('participants.get', { id: 1 })).person.roles.map(({ role }) => role);
    const plan = await call('attendance.import', { text: VOLUNTEERS, dryRun: true });
    expect(plan.proposedRoles).toMatchObject([{ personId: 1, role: 'volunteer', subject: '助老', name: '甲秀英' }]);
    expect(plan.warnings.map(({ code }) => code)).toContain('roster/role_not_added');
    expect(await call('attendance.import', { text: VOLUNTEERS })).toMatchObject({ roles: 0 });
    expect(await rolesOf()).toEqual(['learner']);
    const taken = await call('attendance.import', { text: VOLUNTEERS, takeRoles: true });
    expect(taken.roles).toBe(1);
    expect((await call('participants.get', { id: 1 })).person.roles[1]).toMatchObject({
      role: 'volunteer',
      subject: '助老',
      from: plan.proposedRoles[0]?.from,
    });
    expect(await call('attendance.import', { text: VOLUNTEERS, takeRoles: true })).toMatchObject({ roles: 0 });
    await call('history.undo', {});
    expect(await rolesOf()).toEqual(['learner']);
    expect((await call('archive.verify', {})).ok).toBe(true);
  });
});

describe('a matrix of days', () => {
  const MATRIX = '班级：太极拳班\n姓名,2021-09-04,2021-09-11,2021-09-18\n甲秀英,√,√,\n乙玉兰,√,,√';
  it('is an activity a day, or one of several days where somebody says so; 人次 are the same', async () => {
    const apart = await testArchive();
    const together = await testArchive();
    await apart.call('attendance.import', { text: MATRIX });
    await together.call('attendance.import', { text: MATRIX, joinDays: true });
    expect((await apart.call('activities.list', {})).total).toBe(3);
    const joined = await together.call('activities.list', {});
    expect(joined.rows).toMatchObject([{ title: '太极拳班', dateStart: '2021-09-04', dateEnd: '2021-09-18' }]);
    const times = async ({ call }: typeof apart) =>
      (await call('participants.list', {})).rows.map(({ name, personTimes }) => `${name} ${personTimes}`);
    expect(await times(together)).toEqual(await times(apart));
    const again = await together.call('attendance.import', { text: MATRIX, joinDays: true });
    expect(again).toMatchObject({ added: 0, event: null });
  });

  it('counts the marks behind one name as one person’s, and those behind the same name elsewhere as another’s', async () => {
    const { call } = await testArchive();
    const one = await call('attendance.import', { text: MATRIX, dryRun: true });
    expect(one).toMatchObject({ person_times: 4, distinct_people: 2, same_name_different_person: [], same_person: [] });
    expect(one.warnings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const other = MATRIX.replace('太极拳班', '书画班');
    const two = await call('attendance.import', { text: `${MATRIX}\n\n${other}`, dryRun: true });
    expect(two).toMatchObject({ person_times: 8, distinct_people: 4 });
    expect(two.warnings.map(({ code }) => code)).toContain('roster/twin_doubt');
  });
});

describe('persons who look alike and are two', () => {
  it('are not proposed again, until it is undone or taken back', async () => {
    const { call } = await testArchive();
    const fields = { phone: '13900000001', village: '淄水社区' };
    await call('participants.edit', {
      step: { code: 'insert', params: { count: 1 } },
      changes: ['甲秀英', '甲秀英', '甲秀英', '丁志强'].map((name) => ({ do: 'insert', fields: { name, ...fields } })),
    });
    const groups = async () =>
      (await call('participants.twins', {})).map(({ persons }) => persons.map(({ id }) => id).join());
    expect(await groups()).toEqual(['1,2,3', '1,2,3,4']);
    await call('participants.setApart', { ids: [4, 1], reason: '同一家人，共用电话' });
    await call('participants.setApart', { ids: [4, 2], reason: '同一家人，共用电话' });
    await call('participants.setApart', { ids: [3, 4], reason: '同一家人，共用电话' });
    expect(await groups()).toEqual(['1,2,3']);
    await call('participants.setApart', { ids: [1, 2, 3], reason: '同名，已核对是三人' });
    expect(await groups()).toEqual([]);
    expect(await call('participants.setApart', { ids: [2, 1], reason: '再说一次' })).toEqual({ ids: [], event: null });
    expect(await call('participants.apart', {})).toHaveLength(6);
    await call('history.undo', {});
    expect(await groups()).toEqual(['1,2,3']);
    const pair = (await call('participants.apart', {})).find(({ persons }) => persons[0].id === 1);
    await call('participants.takeBackApart', { id: pair?.id ?? 0, version: pair?.version ?? 0, reason: '重新比较' });
    expect(await groups()).toEqual(['1,2,3', '1,4']);
    await call('participants.setApart', { ids: [1, 4], reason: '还是两人' });
    expect(await groups()).toEqual(['1,2,3']);
    await expect(call('participants.setApart', { ids: [1, 1], reason: '错' })).rejects.toMatchObject({
      code: 'participants/apart_self',
    });
    expect((await call('archive.verify', {})).ok).toBe(true);
  });
});

describe('marks, signs and hours', () => {
  const read = async (text: string) => {
    const { call } = await testArchive();
    return call('attendance.import', { text, dryRun: true });
  };
  const codes = (output: Awaited<ReturnType<typeof read>>): string[] => output.warnings.map(({ code }) => code);

  it('of a person explain no sign, however they stand side by side', async () => {
    const days = '2021-09-04,2021-09-05,2021-09-06,2021-09-07,2021-09-08';
    const output = await read(
      `班级：太极拳班\n姓名,${days}\n甲秀英,√,√,√,√,√\n李小红,√,请假,√,事假,√\n乙玉兰,√,迟到,√,早退,√`,
    );
    // Late and early leavers were there; two of the marks are leave.
    expect(output).toMatchObject({ lines: 15, person_times: 13, not_signed: ['李小红', '李小红'] });
  });

  it('explained twice explain nothing', async () => {
    const output = await read('班级：太极拳班\n姓名,2021-09-04,2021-09-05\n甲秀英,√,○\n注：√出勤 ○请假 ○迟到,,');
    expect(codes(output)).toContain('roster/signature_differs');
  });

  it('for the morning and leave for the afternoon are a doubt', async () => {
    const output = await read('活动名称：剪纸培训\n日期：2021-03-05\n姓名,上午,下午\n甲秀英,√,请假\n乙玉兰,√,√');
    expect(output.person_times).toBe(2);
    expect(output.warnings.filter(({ code }) => code === 'roster/signed_but_absent')).toMatchObject([{ row: 0 }]);
  });

  it('under a heading with an hour belong to it', async () => {
    const output = await read(
      '姓名,签到\n一、2024年3月5日 亲子烘焙培训,\n甲秀英,√\n二、2024年3月6日 14:00 合唱排练,\n乙玉兰,√\n丁志强,√',
    );
    expect(output.reading.records.map(({ name, activity, date }) => [name, activity, date])).toEqual([
      ['甲秀英', '亲子烘焙培训', '2024-03-05'],
      ['乙玉兰', '合唱排练', '2024-03-06'],
      ['丁志强', '合唱排练', '2024-03-06'],
    ]);
  });
});
