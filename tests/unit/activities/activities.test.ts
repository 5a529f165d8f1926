/** Activities as a person keeps them: entering, evidence, categories, and what proves a row of the plan. */
import { describe, expect, it } from 'vitest';
import type { Activity, ActivityChange, ActivityFields, ActivityFile } from '#shared/features/activities.ts';
import { buildExample } from '#core/example.ts';
import { png } from '../objects/samples.ts';
import { clock, EXAMPLE, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const STEP = { code: 'type', params: { count: 1 } } as const;
const text = (content: string) => new TextEncoder().encode(content);

async function edit(archive: TestArchive, ...changes: ActivityChange[]): Promise<Activity[]> {
  const { ids } = await archive.call('activities.edit', { step: STEP, changes });
  return Promise.all(ids.map((id) => archive.call('activities.get', { id })));
}

async function entered(archive: TestArchive, fields: Partial<ActivityFields>): Promise<Activity> {
  const [activity] = await edit(archive, { do: 'insert', fields });
  if (!activity) throw new Error('one activity was entered');
  return activity;
}

async function set(archive: TestArchive, before: Activity, fields: Partial<ActivityFields>): Promise<Activity> {
  const [activity] = await edit(archive, { do: 'set', id: before.id, version: before.version, fields });
  if (!activity) throw new Error('one activity was changed');
  return activity;
}

async function sign(archive: TestArchive, activityId: number, name: string, fields: object = {}): Promise<number> {
  const { ids } = await archive.call('attendance.edit', {
    step: STEP,
    changes: [{ do: 'insert', activityId, person: { fields: { name } }, fields }],
  });
  return ids[0] ?? 0;
}

async function attach(archive: TestArchive, id: number, kind: ActivityFile['kind'], name: string, bytes: Uint8Array) {
  const { version } = await archive.call('activities.get', { id });
  return archive.call('activities.attach', { id, version, kind, name, bytes: Uint8Array.from(bytes) });
}

async function proveWhole(archive: TestArchive): Promise<void> {
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
}

describe('an activity', () => {
  it('is entered, changed, found, withdrawn and put back; each step is undone as a whole', async () => {
    const archive = await testArchive();
    await archive.call('organisations.create', { fullName: '某街道中心校', shortNames: ['中心校'] });
    const [unit] = await archive.call('organisations.list', {});
    const activity = await entered(archive, {
      title: '剪纸技艺培训',
      dateStart: '2021-05-04',
      dateEnd: '2021-05-04',
      place: '王齐村文化大院',
      hosts: [
        { name: '中心校', organisationId: null },
        { name: '某某社团', organisationId: null },
      ],
      headCount: 60,
      headCountMark: 'about',
      headCountPrinted: '六十人左右',
    });
    expect(activity).toMatchObject({ state: 'held', dateEnd: null, version: 1, findings: [], personTimes: 0 });
    expect(activity.hosts.map(({ organisationId }) => organisationId)).toEqual([unit?.id, null]);
    const found = await archive.call('search.find', { text: '剪纸' });
    expect(found.hits).toMatchObject([{ kind: 'activity', id: activity.id, year: 2021, state: 'held' }]);
    const counted = await set(archive, activity, { headCount: 58 });
    expect(counted).toMatchObject({ headCount: 58, headCountMark: 'about', headCountPrinted: null });
    expect(await set(archive, counted, { remark: '雨天' })).toMatchObject({ headCount: 58, version: 3 });
    await edit(archive, { do: 'withdraw', id: activity.id, version: 3, reason: '重复登记' });
    expect((await archive.call('activities.list', {})).total).toBe(0);
    expect((await archive.call('search.find', { text: '剪纸' })).total).toBe(0);
    await edit(archive, { do: 'restore', id: activity.id, version: 4 });
    expect((await archive.call('activities.list', { filter: { text: '王齐村' } })).total).toBe(1);
    for (let step = 0; step < 4; step += 1) await archive.call('history.undo', {});
    expect(await archive.call('activities.get', { id: activity.id })).toMatchObject({ headCount: 60, remark: '' });
    await proveWhole(archive);
  });

  it('refuses what cannot be, and says which rule it breaks', async () => {
    const archive = await testArchive();
    const activity = await entered(archive, { title: '讲座', dateStart: '2021-05-04' });
    const refused = (fields: Partial<ActivityFields>, code: string) =>
      expect(set(archive, activity, fields)).rejects.toMatchObject({ code });
    await refused({ dateEnd: '2021-05-03' }, 'activities/dates');
    await refused({ dateStart: null, dateEnd: '2021-05-03' }, 'activities/end_alone');
    await refused({ headCount: 30 }, 'activities/head_count');
    await refused({ categoryId: 999 }, 'record/not_found');
    await refused({ planRowId: 999 }, 'record/not_found');
    await refused({ hosts: [{ name: '某站', organisationId: 999 }] }, 'record/not_found');
    const stale = { ...activity, version: 9 };
    await expect(set(archive, stale, { title: '他' })).rejects.toMatchObject({ code: 'record/conflict' });
    expect(await archive.call('activities.get', { id: activity.id })).toEqual(activity);
  });

  it('never drops signatures from the numbers in silence', async () => {
    const archive = await testArchive();
    const activity = await entered(archive, { title: '讲座', dateStart: '2021-05-04', state: 'planned' });
    const row = await sign(archive, activity.id, '甲（示例）', { date: '2021-06-01' });
    const { id } = activity;
    const seen = await archive.call('activities.get', { id });
    expect(seen.findings.map(({ rule, params }) => [rule, params])).toEqual([
      ['rows_outside', { count: 1 }],
      ['not_held', { count: 1 }],
    ]);
    expect(seen.findings.every(({ message }) => message.includes('1'))).toBe(true);
    const held = await set(archive, seen, { state: 'held', dateStart: '2021-06-01' });
    expect(held.findings).toEqual([]);
    await expect(set(archive, held, { state: 'cancelled' })).rejects.toMatchObject({ code: 'activities/signed' });
    await expect(edit(archive, { do: 'withdraw', id, version: held.version, reason: '误录' })).rejects.toMatchObject({
      code: 'activities/has_attendance',
    });
    await archive.call('attendance.edit', {
      step: STEP,
      changes: [{ do: 'withdraw', id: row, version: 1, reason: '误录' }],
    });
    expect(await set(archive, held, { state: 'cancelled' })).toMatchObject({ state: 'cancelled', registered: 0 });
    const undated = await entered(archive, { title: '', headCount: 5, headCountMark: 'exact' });
    expect(undated.findings.map(({ rule }) => rule)).toEqual(['title_missing', 'date_missing']);
  });

  it('stands in every year and month that it touches', async () => {
    const archive = await testArchive();
    await entered(archive, { title: '跨年展演', dateStart: '2021-11-30', dateEnd: '2022-01-02' });
    await entered(archive, { title: '没有日期' });
    const titles = async (filter: object) =>
      (await archive.call('activities.list', { filter })).rows.map(({ title }) => title);
    expect(await titles({ year: 2021, month: 12 })).toEqual(['跨年展演']);
    expect(await titles({ year: 2022, month: 1 })).toEqual(['跨年展演']);
    expect(await titles({ year: 2022, month: 2 })).toEqual([]);
    expect(await titles({ year: 2021, month: 10 })).toEqual([]);
    expect(await titles({ year: 2021 })).toEqual(['跨年展演', '没有日期']);
    expect(await titles({ year: null })).toEqual(['没有日期']);
  });
});

describe('evidence', () => {
  it('is kept by its content, found by its text, checked, and taken off with a reason only', async () => {
    const archive = await testArchive();
    const { id } = await entered(archive, { title: '版画课', dateStart: '2021-05-04' });
    const plan = await attach(archive, id, 'plan', '方案.txt', text('沥粉与版画的学习安排'));
    expect(plan).toMatchObject({ duplicate: false, doubts: [] });
    const photo = await attach(archive, id, 'photo', '现场.png', png(4, 4));
    expect(photo.activity.files.map(({ kind, name }) => [kind, name])).toEqual([
      ['plan', '方案.txt'],
      ['photo', '现场.png'],
    ]);
    expect(photo.activity.checklist.map(({ kind, state }) => [kind, state])).toEqual([
      ['plan', 'present'],
      ['sign_in', 'missing'],
      ['photo', 'present'],
      ['summary', 'missing'],
      ['money', 'not_needed'],
    ]);
    expect(await attach(archive, id, 'photo', '又一张.png', png(4, 4))).toMatchObject({
      duplicate: true,
      activity: { version: photo.activity.version },
    });
    expect((await archive.call('search.find', { text: '沥粉' })).hits).toMatchObject([{ kind: 'activity', id }]);
    const [first, second] = photo.activity.files;
    if (!first || !second) throw new Error('two files');
    const arrange = (files: ActivityFile[], version: number, reason?: string) =>
      archive.call('activities.arrangeFiles', { id, version, files, ...(reason === undefined ? {} : { reason }) });
    await expect(arrange([second], photo.activity.version)).rejects.toMatchObject({ code: 'documents/detach_reason' });
    await expect(arrange([{ ...first, name: '方案.exe' }, second], photo.activity.version)).rejects.toMatchObject({
      code: 'objects/program',
    });
    const { activity } = await arrange(
      [
        { ...second, kind: 'other' },
        { ...first, name: '实施方案' },
      ],
      photo.activity.version,
    );
    expect(activity.files.map(({ kind, name }) => [kind, name])).toEqual([
      ['other', '现场.png'],
      ['plan', '实施方案.txt'],
    ]);
    await arrange([], activity.version, '挂错了');
    expect((await archive.call('search.find', { text: '沥粉' })).total).toBe(0);
    await archive.call('history.undo', {});
    expect((await archive.call('search.find', { text: '沥粉' })).total).toBe(1);
    expect(await archive.call('attendance.list', { activityId: id })).toEqual([]);
    const report = await archive.call('objects.check', {});
    expect(report).toMatchObject({ objects: 2, findings: [] });
    await proveWhole(archive);
  });

  it('may be a document of the archive, which proves nothing once it is withdrawn', async () => {
    const archive = await testArchive();
    const { id, version } = await entered(archive, { title: '讲座', dateStart: '2021-05-04' });
    const { document } = await archive.call('documents.create', { fields: { title: '讲座小结' } });
    const file = {
      kind: 'summary' as const,
      documentId: document.id,
      name: '小结',
      sha256: null,
      size: null,
      format: null,
      pageCount: null,
    };
    const { activity } = await archive.call('activities.arrangeFiles', { id, version, files: [file] });
    expect(activity.files).toMatchObject([{ documentId: document.id, name: '讲座小结' }]);
    expect(activity.checklist.find(({ kind }) => kind === 'summary')?.state).toBe('present');
    await expect(
      archive.call('activities.arrangeFiles', { id, version: activity.version, files: [] }),
    ).rejects.toMatchObject({ code: 'documents/detach_reason' });
    await archive.call('documents.edit', {
      step: STEP,
      changes: [{ do: 'withdraw', id: document.id, version: document.version, reason: '重复' }],
    });
    const after = await archive.call('activities.get', { id });
    expect(after.files).toHaveLength(1);
    expect(after.checklist.find(({ kind }) => kind === 'summary')?.state).toBe('missing');
    await proveWhole(archive);
  });
});

describe('a row of the plan', () => {
  it('is done only with evidence; the paper of the plan itself is none', async () => {
    const archive = await testArchive();
    const { year } = await buildExample(archive.call, EXAMPLE);
    const proofs = () => archive.call('activities.proofs', { year });
    const announced = await proofs();
    expect(announced).toHaveLength(20);
    expect(announced.every(({ evidence, planDocumentIds }) => !evidence && planDocumentIds.length === 1)).toBe(true);
    const { rows } = await archive.call('schedule.list', { year });
    const [row, other] = rows;
    if (!row || !other) throw new Error('the example has rows');
    const done = { status: 'done' as const };
    await archive.call('schedule.edit', {
      year,
      step: STEP,
      changes: [row, other].map(({ id, version }) => ({ do: 'set' as const, id, version, fields: done })),
    });
    const of = async (id: number) => (await proofs()).find(({ rowId }) => rowId === id);
    expect(await of(row.id)).toMatchObject({ status: 'done', evidence: false, proven: false, activityIds: [] });
    const activity = await entered(archive, { title: '防疫宣传', dateStart: '2021-01-20', planRowId: row.id });
    expect(await of(row.id)).toMatchObject({ proven: false, activityIds: [activity.id] });
    await attach(archive, activity.id, 'consent', '同意书.txt', text('同意'));
    expect(await of(row.id)).toMatchObject({ proven: false });
    const signed = await sign(archive, activity.id, '甲（示例）');
    expect(await of(row.id)).toMatchObject({ proven: true, personTimes: 1 });
    await archive.call('attendance.edit', {
      step: STEP,
      changes: [{ do: 'set', id: signed, version: 1, fields: { signed: false } }],
    });
    expect(await of(row.id)).toMatchObject({ proven: false, personTimes: 0 });
    await attach(archive, activity.id, 'photo', '现场.png', png(4, 4));
    const proven = await of(row.id);
    expect(proven).toMatchObject({ proven: true });
    expect(proven?.checklist.find(({ kind }) => kind === 'photo')).toMatchObject({ evidence: ['现场.png'] });
    // A paper that was linked with the one row is evidence of it; of no other.
    const { document } = await archive.call('documents.create', {
      fields: { title: '慰问情况小结', relations: [{ kind: 'plan_row', targetId: other.id }] },
    });
    expect(await of(other.id)).toMatchObject({ proven: true, documentIds: [document.id] });
    expect((await proofs()).filter(({ proven: yes }) => yes)).toHaveLength(2);
  });
});

describe('categories', () => {
  it('begin with the fifteen of the plan, grow into a tree without loops, and are chosen only while they stand', async () => {
    const archive = await testArchive();
    const categories = () => archive.call('activities.categories', {});
    const fifteen = await categories();
    expect(fifteen).toHaveLength(15);
    expect(fifteen.every(({ origin, parentId }) => origin === 'plan' && parentId === null)).toBe(true);
    const above = (await archive.call('activities.saveCategory', { name: '文化艺术' })).category;
    expect(above.origin).toBe('own');
    const below = (await archive.call('activities.saveCategory', { name: '书画', parentId: above.id })).category;
    const save = (given: { id?: number; version?: number; name: string; parentId?: number | null }) =>
      archive.call('activities.saveCategory', given);
    await expect(save({ name: '书画', parentId: above.id })).rejects.toMatchObject({
      code: 'activities/category_taken',
    });
    await expect(
      save({ id: above.id, version: above.version, name: '文化艺术', parentId: below.id }),
    ).rejects.toMatchObject({ code: 'activities/category_loop' });
    const activity = await entered(archive, { title: '书画课', dateStart: '2021-05-04', categoryId: below.id });
    const list = (categoryId: number) => archive.call('activities.list', { filter: { categoryId } });
    expect((await list(above.id)).total).toBe(1);
    const { breakdowns } = await archive.call('activities.statistics', { year: 2021 });
    expect(breakdowns.category?.lines).toMatchObject([{ label: '文化艺术 / 书画', activities: 1 }]);
    const withdraw = (id: number, version: number) =>
      archive.call('activities.withdrawCategory', { id, version, reason: '不用' });
    await expect(withdraw(above.id, 1)).rejects.toMatchObject({ code: 'activities/category_used' });
    await withdraw(below.id, 1);
    // The activity keeps what it has; nobody else gets it.
    expect(await set(archive, activity, { place: '甲村' })).toMatchObject({ categoryId: below.id });
    await expect(entered(archive, { title: '又一课', categoryId: below.id })).rejects.toMatchObject({
      code: 'record/not_found',
    });
    await archive.call('history.undo', {});
    await archive.call('history.undo', {});
    expect((await categories()).map(({ id }) => id)).toContain(below.id);
    await proveWhole(archive);
  });
});

describe('a list of destruction', () => {
  it('leaves content that an activity holds, and takes what nobody holds', async () => {
    const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });
    const { id } = await entered(archive, { title: '版画课', dateStart: '2011-03-01' });
    const shared = text('既是归档文件，又是活动的方案');
    await attach(archive, id, 'plan', '方案.txt', shared);
    const { document } = await archive.call('documents.create', {
      file: true,
      fields: { title: '方案', author: '某中心', signedDate: '2011-03-01', term: 'D10', pageCount: 1 },
    });
    const first = await archive.call('documents.attach', {
      id: document.id,
      version: document.version,
      name: '方案.txt',
      bytes: shared,
    });
    const { document: old } = await archive.call('documents.attach', {
      id: document.id,
      version: first.document.version,
      name: '底稿.txt',
      bytes: text('只在文件里'),
    });
    const opened = await archive.call('appraisals.open', {
      name: '鉴定',
      leader: '组长（示例）',
      startedOn: '2023-05-01',
      documentIds: [old.id],
    });
    const decided = await archive.call('appraisals.decide', {
      id: opened.appraisal.id,
      version: opened.appraisal.version,
      decisions: [{ documentId: old.id, decision: 'destroy', reason: '已无查考价值' }],
    });
    const { appraisal } = await archive.call('appraisals.close', {
      id: decided.appraisal.id,
      version: decided.appraisal.version,
      report: '逐件审查',
      closedOn: '2023-05-02',
    });
    const drafted = await archive.call('disposals.draft', { number: '2023-1', appraisalId: appraisal.id });
    const { disposal } = await archive.call('disposals.approve', {
      id: drafted.disposal.id,
      version: drafted.disposal.version,
      approver: '主任（示例）',
      approvedOn: '2023-05-05',
    });
    await archive.call('disposals.carryOut', {
      id: disposal.id,
      version: disposal.version,
      supervisors: ['甲（示例）', '乙（示例）'],
      method: '化浆',
      destroyedOn: '2023-05-06',
    });
    expect(await archive.call('disposals.removeContent', {})).toEqual({ removed: 1 });
    expect(await archive.call('objects.check', {})).toMatchObject({ objects: 1, findings: [] });
    const { hits } = await archive.call('search.find', { text: '活动的方案' });
    expect(hits.map(({ kind }) => kind)).toContain('activity');
    await archive.reopen();
    expect(await archive.call('objects.check', {})).toMatchObject({ objects: 1, findings: [] });
    await proveWhole(archive);
  });
});
