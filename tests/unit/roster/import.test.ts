/** Sheets against a real archive: the sample's facts, twice the same file, namesakes, children, one step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call } from '#shared/client.ts';
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { testArchive } from '#tests/support/test-archive.ts';

const folder = inputsFolder();

const SHEET = [
  '剪纸培训签到表',
  '活动名称：剪纸培训　　时间：2021年6月12日　　地点：淄水社区',
  '主办单位：街道办事处',
  '序号,姓名,性别,出生日期,村居,联系电话,签到',
  '1,甲秀英,女,1952-03-08,淄水社区,13900000001,√',
  '2,乙小兰,女,2012-01-01,淄水社区,,√',
  '3,丙建国,,,,,√',
].join('\n');

async function everybody(call: Call): Promise<string[]> {
  return (await call('participants.list', {})).rows.map(({ name }) => name).toSorted();
}

describe('importing', () => {
  it.skipIf(folder === null)('answers the facts of the sample', async () => {
    const { call } = await testArchive();
    const file = join(folder ?? '', 'activity/07-sign-in-sheet.csv');
    const expected = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(file.replace('.csv', '.expected.json'), 'utf8')));
    const answer: Record<string, unknown> = await call('attendance.import', { file, dryRun: true });
    const facts = Object.keys(expected).filter((key) => Object.hasOwn(answer, key));
    expect(facts).toHaveLength(10);
    for (const fact of facts) expect({ [fact]: answer[fact] }).toEqual({ [fact]: expected[fact] });
    expect(await everybody(call)).toEqual([]);
    const taken = await call('attendance.import', { file });
    expect(taken.added).toBe(9);
    // 李 明 is entered as 李明, rare characters as they are.
    expect(await everybody(call)).toEqual(
      ['周志强', '孙玉兰', '李明', '欧阳建国', '王秀英', '王秀英', '赵𬱖'].toSorted(),
    );
  });

  it('enters the same file once: the second time everything is there, and undo takes all of it back', async () => {
    const { call } = await testArchive();
    const first = await call('attendance.import', { text: SHEET });
    expect(first).toMatchObject({ added: 3, person_times: 3, distinct_people: 3 });
    const persons = await everybody(call);
    const second = await call('attendance.import', { text: SHEET });
    expect(second).toMatchObject({ added: 0, importId: null, event: null, person_times: 3, distinct_people: 3 });
    expect(second.duplicates).toHaveLength(3);
    expect(await everybody(call)).toEqual(persons);
    expect((await call('archive.verify', {})).ok).toBe(true);
    await call('history.undo', {});
    expect(await everybody(call)).toEqual([]);
    expect((await call('activities.list', {})).total).toBe(0);
  });

  it('knows a person of the register by birth or phone, proposes one by name alone, and never merges it', async () => {
    const { call } = await testArchive();
    await call('attendance.import', { text: SHEET });
    const other = [
      '活动名称：版画体验　　时间：2021年6月19日',
      '姓名,联系电话,签到',
      '甲秀英,13900000001,√',
      '丙建国,,√',
      '乙小兰,13900000009,√',
    ].join('\n');
    const planned = await call('attendance.plan', { text: other });
    expect(planned.records.map(({ person }) => 'id' in person)).toEqual([true, false, false]);
    expect(planned.records.map(({ needsReview }) => needsReview)).toEqual([false, true, true]);
    expect(planned.warnings.filter(({ code }) => code === 'roster/archive_candidate')).toHaveLength(2);
    const { people } = await call('attendance.accept', { sourceSha256: 'a'.repeat(64), records: planned.records });
    expect(people).toBe(2);
    expect((await everybody(call)).filter((name) => name === '丙建国')).toHaveLength(2);
  });

  it('brings the head of a sheet to its activity, and joins a second sheet of the same day to it', async () => {
    const { call } = await testArchive();
    await call('attendance.import', { text: SHEET });
    const again = SHEET.replace(/3,丙建国.*/u, '4,丁志强,男,1960-01-01,王齐村,,√');
    const second = await call('attendance.import', { text: again });
    expect(second.added).toBe(1);
    const { rows } = await call('activities.list', {});
    expect(
      rows.map(({ title, dateStart, place, personTimes, hosts }) => [
        title,
        dateStart,
        place,
        personTimes,
        hosts.map(({ name }) => name),
      ]),
    ).toEqual([['剪纸培训', '2021-06-12', '淄水社区', 4, ['街道办事处']]]);
  });

  it('names children without consent and still takes them in', async () => {
    const { call } = await testArchive();
    const planned = await call('attendance.import', { text: SHEET });
    expect(planned.minors_under_14).toEqual([
      '乙小兰 (born 2012-01-01, 9 years old on 2021-06-12): guardian consent needed, PIPL art. 31',
    ]);
    const agreed = SHEET.replace('签到\n', '签到,监护人同意\n')
      .replace('1,甲秀英,女,1952-03-08,淄水社区,13900000001,√', '1,甲秀英,女,1952-03-08,淄水社区,13900000001,√,')
      .replace(',,√\n3', ',,√,2021-06-01\n3')
      .replace(/丙建国,,,,,√$/u, '丙建国,,,,,√,');
    const { call: other } = await testArchive();
    expect((await other('attendance.import', { text: agreed, dryRun: true })).minors_under_14).toEqual([]);
    const aged = '活动名称：剪纸培训　　时间：2021年6月12日\n姓名,年龄,签到\n甲小英,9,√\n乙玉兰,69,√';
    expect((await other('attendance.import', { text: aged, dryRun: true })).minors_under_14).toEqual([
      '甲小英 (9 years old on 2021-06-12): guardian consent needed, PIPL art. 31',
    ]);
  });

  it('enters a roster as persons with roles, and a list as activities, each once', async () => {
    const { call } = await testArchive();
    const roster = '兼职教师名册\n姓名,任教科目,联系电话\n甲秀英,剪纸,13900000001\n乙玉兰,版画,';
    const list = '活动名称\t日期\t参加人数\n读书会\t2021-04-23\t近百人\n消防演练\t2021-05-04\t30人';
    for (const text of [roster, list, roster, list]) await call('attendance.import', { text });
    const persons = await call('participants.list', {});
    expect(
      persons.rows.map(({ name, roles }) => [name, roles[0]?.role, roles[0]?.subject].join(' ')).toSorted(),
    ).toEqual(['乙玉兰 part_time_teacher 版画', '甲秀英 part_time_teacher 剪纸'].toSorted());
    const activities = await call('activities.list', {});
    expect(
      activities.rows.map(({ title, headCount, headCountMark }) => `${title} ${headCount} ${headCountMark}`).toSorted(),
    ).toEqual(['消防演练 30 exact', '读书会 100 nearly'].toSorted());
  });

  it('counts a line that comes twice once, and says so', async () => {
    const { call } = await testArchive();
    const twice = `${SHEET}\n4,甲秀英,女,1952-03-08,淄水社区,13900000001,√`;
    const answer = await call('attendance.import', { text: twice });
    expect(answer).toMatchObject({ added: 3, person_times: 3, lines: 4 });
    expect(answer.warnings.map(({ code }) => code)).toContain('roster/listed_twice');
  });
});

describe('rows by hand', () => {
  it('refuses the same person twice in an activity on a day, and enters a new person in place', async () => {
    const { call } = await testArchive();
    await call('attendance.import', { text: SHEET });
    const [row] = await call('attendance.list', { activityId: 1 });
    const step = { code: 'type', params: { count: 1 } } as const;
    const insert = { do: 'insert', activityId: 1, person: { id: row?.personId ?? 0 }, fields: {} } as const;
    const error: unknown = await call('attendance.edit', { step, changes: [insert] }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('attendance/twice');
    await call('attendance.edit', {
      step,
      changes: [
        { ...insert, fields: { role: 'teacher' } },
        { ...insert, person: { fields: { name: '丁志强' } } },
      ],
    });
    expect((await call('attendance.list', { activityId: 1 })).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['丁志强']),
    );
    await call('history.undo', {});
    expect(await call('attendance.list', { activityId: 1 })).toHaveLength(3);
    expect((await call('archive.verify', {})).ok).toBe(true);
  });
});
