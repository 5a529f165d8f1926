import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildExample } from '#core/example.ts';
import { positionsBetween } from '#core/schedule-store.ts';
import { NO_TIME, type ScheduleRow } from '#shared/features/schedule.ts';
import { failure } from '../files/faults.ts';
import { EXAMPLE, temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const step = { code: 'type', params: {} };

async function example(): Promise<TestArchive> {
  const archive = await testArchive();
  await buildExample(archive.call, EXAMPLE);
  return archive;
}

const rowsOf = async (archive: TestArchive, year = 2021): Promise<ScheduleRow[]> =>
  (await archive.call('schedule.list', { year })).rows;

const activities = async (archive: TestArchive): Promise<string[]> =>
  (await rowsOf(archive)).map((row) => row.activity);

describe('rows of the year plan', () => {
  it('keep the plan’s order through inserts, moves and withdrawals', async () => {
    const archive = await testArchive();
    await archive.call('schedule.edit', {
      year: 2021,
      step,
      changes: ['甲', '乙', '丙'].map((activity) => ({ do: 'insert', after: null, fields: { activity } })),
    });
    const [a, b, c] = await rowsOf(archive);
    expect(await activities(archive)).toEqual(['甲', '乙', '丙']);
    await archive.call('schedule.edit', {
      year: 2021,
      step,
      changes: [
        { do: 'move', ids: [c?.id ?? 0], after: null },
        { do: 'insert', after: a?.id ?? null, fields: { activity: '甲一' } },
        { do: 'insert', after: a?.id ?? null, fields: { activity: '甲二' } },
        { do: 'withdraw', id: b?.id ?? 0, version: b?.version ?? 0, reason: '重复' },
      ],
    });
    expect(await activities(archive)).toEqual(['丙', '甲', '甲一', '甲二']);
  });

  it('find room between two neighbours for ever', async () => {
    const archive = await testArchive();
    await archive.call('schedule.edit', {
      year: 2021,
      step,
      changes: [{ do: 'insert', after: null, fields: { activity: '0' } }],
    });
    const [first] = await rowsOf(archive);
    for (let index = 1; index <= 30; index += 1) {
      await archive.call('schedule.edit', {
        year: 2021,
        step,
        changes: [{ do: 'insert', after: first?.id ?? null, fields: { activity: String(index) } }],
      });
    }
    expect(await activities(archive)).toEqual(['0', ...Array.from({ length: 30 }, (_, index) => String(30 - index))]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
    expect(positionsBetween(4, 5, 1)).toBeNull();
  });

  it('refuse an edit of a version that is gone, and change nothing of the whole edit', async () => {
    const archive = await example();
    const [first, second] = await rowsOf(archive);
    const before = await rowsOf(archive);
    await expect(
      archive.call('schedule.edit', {
        year: 2021,
        step,
        changes: [
          { do: 'set', id: first?.id ?? 0, version: first?.version ?? 0, fields: { activity: '改' } },
          { do: 'set', id: second?.id ?? 0, version: 99, fields: { activity: '改' } },
        ],
      }),
    ).rejects.toMatchObject({ code: 'record/conflict', params: { id: second?.id } });
    expect(await rowsOf(archive)).toEqual(before);
    expect((await archive.call('history.list', {})).length).toBe(4);
  });

  it.each(['partly_done', 'postponed', 'cancelled'] as const)('need a reason for the status %s', async (status) => {
    const archive = await example();
    const [row] = await rowsOf(archive);
    const set = (fields: object) =>
      archive.call('schedule.edit', {
        year: 2021,
        step,
        changes: [{ do: 'set', id: row?.id ?? 0, version: row?.version ?? 0, fields }],
      });
    await expect(set({ status })).rejects.toMatchObject({ code: 'schedule/reason_needed' });
    expect((await set({ status, statusReason: '疫情原因' })).rows[0]).toMatchObject({
      status,
      statusReason: '疫情原因',
    });
  });

  it('are filtered by month, unit, status and text, and the filters agree with the rows', async () => {
    const archive = await example();
    const rows = await rowsOf(archive);
    const count = async (filter: object) => (await archive.call('schedule.list', { year: 2021, filter })).total;
    for (let month = 1; month <= 12; month += 1) {
      const expected = rows.filter(
        ({ time }) => (time.monthStart ?? 13) <= month && month <= (time.monthEnd ?? 0),
      ).length;
      expect([month, await count({ month })]).toEqual([month, expected]);
    }
    const units = await archive.call('organisations.list', {});
    expect(units.map(({ fullName, mentions }) => [fullName, mentions])).toEqual([
      ['齐陵街道社区教育中心', 8],
      ['齐陵街道办事处', 5],
      ['齐陵街道中心校', 7],
    ]);
    for (const unit of units) expect(await count({ organisationId: unit.id })).toBe(unit.mentions);
    expect(await count({ text: '活动' })).toBe(rows.filter(({ activity }) => activity.includes('活动')).length);
    expect(await count({ text: '%' })).toBe(0);
    expect(await count({ status: 'done' })).toBe(0);
  });

  it('come in pages that add up to the whole', async () => {
    const archive = await example();
    const pages = await Promise.all(
      [0, 7, 14].map((offset) => archive.call('schedule.list', { year: 2021, offset, limit: 7 })),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(await rowsOf(archive));
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([20]));
  });
});

describe('a year', () => {
  it('begins as a copy of another: same months, activities and units, fresh statuses, no dates', async () => {
    const archive = await example();
    const [row] = await rowsOf(archive);
    await archive.call('schedule.edit', {
      year: 2021,
      step,
      changes: [
        {
          do: 'set',
          id: row?.id ?? 0,
          version: row?.version ?? 0,
          fields: { status: 'done', remark: '已办', time: { ...(row?.time ?? NO_TIME), dateStart: '2021-01-05' } },
        },
      ],
    });
    const copy = await archive.call('plans.copyYear', { from: 2021, to: 2022 });
    expect(copy).toMatchObject({
      added: 20,
      plan: { title: '2022年齐陵街道社区教育中心工作配档表', documentTitle: null, signedDate: null },
    });
    const fresh = await rowsOf(archive, 2022);
    expect(fresh.map(({ activity, units }) => [activity, units])).toEqual(
      (await rowsOf(archive)).map(({ activity, units }) => [activity, units]),
    );
    expect(
      fresh.every(({ status, remark, time }) => status === 'not_started' && remark === '' && time.dateStart === null),
    ).toBe(true);
    await expect(archive.call('plans.copyYear', { from: 2021, to: 2022 })).rejects.toMatchObject({
      code: 'schedule/year_taken',
    });
    await archive.call('history.undo', {});
    expect((await archive.call('plans.list', {})).map(({ year }) => year)).toEqual([2021]);
  });

  it('keeps the head of the paper as printed, each date apart', async () => {
    const archive = await example();
    expect(await archive.call('plans.get', { year: 2021 })).toMatchObject({
      title: '2021年齐陵街道社区教育中心工作配档表',
      documentTitle: '2021年齐陵街道社区教育中心工作计划',
      signedDate: '2021-03-01',
      publishedDate: '2021-09-25',
      indexNumber: '11370305004219456R/2021-None',
      documentNumber: null,
      addressees: ['各委办', '各工作社区', '各村(居)', '有关部门'],
    });
  });

  it.each(['2021-02-29', '2021-13-01', '20210301', '2021-3-1'])('refuses %s as a date', async (signedDate) => {
    const archive = await example();
    const { version } = await archive.call('plans.get', { year: 2021 });
    const { reply } = await archive.runtime.call('plans.update', { year: 2021, version, fields: { signedDate } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });
});

describe('units', () => {
  it('are linked by full and short names only, proposed names stay as printed', async () => {
    const archive = await example();
    const mention = (name: string) => ({ name, role: 'lead' as const, organisationId: null });
    await archive.call('schedule.edit', {
      year: 2021,
      step,
      changes: [
        {
          do: 'insert',
          after: null,
          fields: { activity: '试', units: ['中心校', '教育中心', '派出所', '中心'].map(mention) },
        },
      ],
    });
    const [row] = await rowsOf(archive);
    expect(row?.units.map(({ name, organisationId }) => [name, organisationId !== null])).toEqual([
      ['中心校', true],
      ['教育中心', true],
      ['派出所', false],
      ['中心', false],
    ]);
    const { linkedRows } = await archive.call('organisations.create', {
      fullName: '齐陵派出所',
      shortNames: ['派出所'],
    });
    expect(linkedRows).toBe(1);
    expect((await rowsOf(archive))[0]?.units[2]?.organisationId).not.toBeNull();
    await archive.call('history.undo', {});
    expect((await rowsOf(archive))[0]?.units[2]).toEqual(mention('派出所'));
    expect((await archive.call('organisations.list', {})).length).toBe(3);
  });

  it('own their names alone', async () => {
    const archive = await example();
    await expect(archive.call('organisations.create', { fullName: '中心校' })).rejects.toMatchObject({
      code: 'organisation/name_taken',
      params: { owner: '齐陵街道中心校' },
    });
  });
});

describe('taking reviewed rows', () => {
  const rows = [
    { activity: '甲', units: [{ name: '新单位', role: 'lead' as const, organisationId: null }] },
    { activity: '乙' },
  ];

  it('is one event and one undo step, units included', async () => {
    const archive = await testArchive();
    const taken = await archive.call('schedule.accept', {
      year: 2021,
      rows,
      title: '表',
      createUnits: [{ fullName: '新单位' }],
      source: { name: 'a.txt', sha256: 'a'.repeat(64) },
    });
    expect(taken).toMatchObject({ added: 2, withdrawn: 0, unknownUnits: [] });
    expect((await archive.call('history.list', {})).length).toBe(2);
    await archive.call('history.undo', {});
    expect(await rowsOf(archive)).toEqual([]);
    expect(await archive.call('organisations.list', {})).toEqual([]);
    expect(await archive.call('plans.list', {})).toEqual([]);
  });

  it('never mixes with rows that are there, unless asked', async () => {
    const archive = await testArchive();
    await archive.call('schedule.accept', { year: 2021, rows });
    await expect(archive.call('schedule.accept', { year: 2021, rows })).rejects.toMatchObject({
      code: 'schedule/year_taken',
      params: { count: 2 },
    });
    expect(await archive.call('schedule.accept', { year: 2021, rows, mode: 'append' })).toMatchObject({
      added: 2,
      withdrawn: 0,
    });
    expect(await archive.call('schedule.accept', { year: 2021, rows, mode: 'replace' })).toMatchObject({
      added: 2,
      withdrawn: 4,
    });
    expect(await activities(archive)).toEqual(['甲', '乙']);
  });

  it('refuses a row without an activity and takes none', async () => {
    const archive = await testArchive();
    await expect(
      archive.call('schedule.accept', { year: 2021, rows: [...rows, { activity: ' ' }] }),
    ).rejects.toMatchObject({
      code: 'schedule/activity_empty',
      params: { row: 3 },
    });
    expect(await archive.call('plans.list', {})).toEqual([]);
  });
});

describe('the paper of a year', () => {
  const monthly = (monthStart: number, activity: string, more: object = {}) => ({
    time: { ...NO_TIME, monthStart, monthEnd: monthStart },
    activity,
    units: [{ name: `某${'名'.repeat(39)}`, role: 'lead' as const, organisationId: null }],
    ...more,
  });

  it('is written of difficult years: all rows postponed, long names, titles, texts and remarks', {
    timeout: 60_000,
  }, async () => {
    const archive = await testArchive();
    const folder = temporaryFolder();
    const late = { status: 'postponed' as const, statusReason: '因防疫要求推迟' };
    await archive.call('schedule.accept', {
      year: 2021,
      title: '题'.repeat(200),
      rows: [
        monthly(1, '培训', late),
        monthly(2, '长'.repeat(2000), late),
        { ...monthly(1, '跨月', late), time: { ...NO_TIME, monthStart: 1, monthEnd: 4 } },
        monthly(2, '培训', { ...late, remark: '备'.repeat(500) }),
      ],
    });
    for (const format of ['xlsx', 'pdf'] as const) {
      for (const orientation of ['portrait', 'landscape'] as const) {
        for (const form of ['official', 'progress'] as const) {
          const file = join(folder, `${orientation}-${form}.${format}`);
          const written = await archive.call('schedule.export', { year: 2021, format, orientation, form, file });
          expect(written).toMatchObject({ rows: 4, missingGlyphs: [] });
        }
      }
    }
    expect(readdirSync(folder)).toHaveLength(8);
  });

  it('is refused, in words that fit, without plan, without rows and where the filter leaves none', async () => {
    const archive = await testArchive();
    const file = join(temporaryFolder(), '表.pdf');
    const refusal = (year: number, filter: object = {}) =>
      failure(archive.call('schedule.export', { year, format: 'pdf', file, filter }));
    expect((await refusal(2020)).code).toBe('schedule/plan_missing');
    await archive.call('plans.create', { year: 2022 });
    expect((await refusal(2022)).code).toBe('schedule/year_empty');
    expect((await refusal(2022, { text: '培训' })).code).toBe('schedule/year_empty');
    await archive.call('schedule.accept', { year: 2021, rows: [monthly(1, '培训')] });
    expect((await refusal(2021, { text: '没有' })).code).toBe('schedule/filter_empty');
    expect(existsSync(file)).toBe(false);
  });
});
