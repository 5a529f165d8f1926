/** The index follows every command, is made where it is missing, and tells when it does not agree with the records. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildExample } from '#core/example.ts';
import { openRuntime } from '#core/runtime.ts';
import { takeBack } from '#tests/support/older-structure.ts';
import {
  EXAMPLE,
  runtimeOptions,
  temporaryFolder,
  testArchive,
  type TestArchive,
} from '#tests/support/test-archive.ts';

/** The structure that had no index yet. */
const BEFORE_SEARCH = 4;

/** Rowid of the first unit's entry. */
const UNIT = "(SELECT id FROM search_entry WHERE kind = 'organisation' AND record = 1)";
const FIND = { counts: true, limit: 200 } as const;

async function example(): Promise<TestArchive> {
  const archive = await testArchive();
  await buildExample(archive.call, EXAMPLE);
  return archive;
}

async function titles(archive: TestArchive, text: string): Promise<string[]> {
  const { hits } = await archive.call('search.find', { text, ...FIND });
  return hits.filter(({ match }) => match === 'exact').map(({ title }) => title);
}

async function expectWhole(archive: TestArchive): Promise<void> {
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
}

/** Changes the closed archive's file behind the program's back. */
function tamper(archive: TestArchive, sql: string): void {
  archive.runtime.close();
  const db = new Database(join(archive.directory, 'archive.sqlite'));
  db.unsafeMode(true);
  db.exec(sql);
  db.close();
}

describe('the index', () => {
  it('holds rows, units and the plan of the example, with their month', async () => {
    const archive = await example();
    const { total, facets } = await archive.call('search.find', { ...FIND });
    expect(total).toBe(24);
    expect(facets?.kind).toEqual([
      { value: 'schedule_row', count: 20 },
      { value: 'organisation', count: 3 },
      { value: 'document', count: 1 },
    ]);
    expect(await titles(archive, '2021年12月 总结')).toEqual(['年度工作总结']);
    expect(await titles(archive, '中心校')).toContain('齐陵街道中心校');
    await expectWhole(archive);
  });

  it('follows edits, undo, redo and withdrawal, and says so', async () => {
    const archive = await example();
    const [row] = (await archive.call('schedule.list', { year: 2021 })).rows;
    if (!row) throw new Error('no row');
    const answer = await archive.runtime.call('schedule.edit', {
      year: 2021,
      step: { code: 'type', params: { count: 1 } },
      changes: [
        { do: 'set', id: row.id, version: row.version, fields: { activity: '木刻版画展', remark: '版画家到场' } },
      ],
    });
    expect(answer.touched).toContain('search');
    expect(await titles(archive, '版画')).toEqual(['木刻版画展']);
    expect(await titles(archive, row.activity)).toEqual([]);
    await expectWhole(archive);

    await archive.call('history.undo', {});
    expect(await titles(archive, '版画')).toEqual([]);
    expect(await titles(archive, row.activity)).toEqual([row.activity]);
    await archive.call('history.redo', {});
    expect(await titles(archive, '画家')).toEqual(['木刻版画展']);

    const again = (await archive.call('schedule.list', { year: 2021 })).rows[0];
    await archive.call('schedule.edit', {
      year: 2021,
      step: { code: 'withdraw', params: { count: 1 } },
      changes: [{ do: 'withdraw', id: row.id, version: again?.version ?? 0, reason: '重复' }],
    });
    expect(await titles(archive, '版画')).toEqual([]);
    await expectWhole(archive);
    await archive.call('history.undo', {});
    expect(await titles(archive, '版画')).toEqual(['木刻版画展']);

    await archive.call('organisations.create', { fullName: '版画协会', shortNames: ['画协'] });
    expect(await titles(archive, '画协')).toEqual(['版画协会']);
    await archive.call('history.undo', {});
    expect(await titles(archive, '画协')).toEqual([]);
    await expectWhole(archive);
  });

  it('is left alone by a change that it does not show', async () => {
    const archive = await example();
    const rows = (await archive.call('schedule.list', { year: 2021 })).rows;
    const moved = await archive.runtime.call('schedule.edit', {
      year: 2021,
      step: { code: 'move', params: { count: 1 } },
      changes: [{ do: 'move', ids: [rows[5]?.id ?? 0], after: null }],
    });
    expect([moved.reply.ok, moved.touched.includes('search')]).toEqual([true, false]);
    await expectWhole(archive);
  });

  it('is made anew to the same', async () => {
    const archive = await example();
    const before = await archive.call('search.find', { text: '活动', sort: 'number', ...FIND });
    expect(await archive.call('search.rebuild', {})).toEqual({ entries: 24 });
    const after = await archive.call('search.find', { text: '活动', sort: 'number', ...FIND });
    const sorted = (hits: typeof before.hits) => [...hits].sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
    expect(sorted(after.hits)).toEqual(sorted(before.hits));
    expect(after.facets).toEqual(before.facets);
    await expectWhole(archive);
  });

  it('is made when an archive without one is opened; read-only, that is said', async () => {
    const archive = await example();
    tamper(archive, 'DELETE FROM search_state');
    const reader = await openRuntime(runtimeOptions(archive.directory, { mode: 'read-only' }));
    expect((await reader.call('search.find', { text: '活动' })).reply).toMatchObject({
      error: { code: 'search/not_ready' },
    });
    reader.close();
    await archive.reopen();
    expect(await titles(archive, '年度工作总结')).toEqual(['年度工作总结']);
    await expectWhole(archive);
  });

  it('is made when an archive of the structure before it is opened', async () => {
    const archive = await example();
    archive.runtime.close();
    takeBack(join(archive.directory, 'archive.sqlite'), BEFORE_SEARCH);
    await archive.reopen();
    // The log still tells of records that the older structure had no table for; only the index is asked here.
    expect(await titles(archive, '年度工作总结')).toEqual(['年度工作总结']);
  });

  it.each([
    ['entries are missing', 'DELETE FROM search_entry WHERE record = 3'],
    ['it is of another version', 'UPDATE search_state SET version = 0'],
    ['it was never filled', 'DELETE FROM search_state'],
  ])('is made anew at opening when %s', async (_what, sql) => {
    const archive = await example();
    tamper(archive, sql);
    await archive.reopen();
    await expectWhole(archive);
    expect((await archive.call('search.find', { ...FIND })).total).toBe(24);
  });

  it.each([
    ['an entry', "UPDATE search_entry SET hash = 'x' WHERE kind = 'schedule_row' AND record = 7", 'schedule_row/7'],
    ['a row of FTS5', 'DELETE FROM search_index WHERE rowid = (SELECT max(id) FROM search_entry)', 'index'],
    [
      'the words of FTS5',
      `DELETE FROM search_index WHERE rowid = ${UNIT}; INSERT INTO search_index (rowid, title) VALUES (${UNIT}, '别')`,
      'organisation/1',
    ],
    ['the sounds', `DELETE FROM search_spoken WHERE entry = ${UNIT}`, 'index'],
  ])('is found wrong in %s, and healed', async (_what, sql, detail) => {
    const archive = await example();
    tamper(archive, sql);
    await archive.reopen();
    const { ok, problems } = await archive.call('archive.verify', {});
    expect([ok, problems]).toEqual([false, [{ code: 'search', sequence: null, detail }]]);
    await archive.call('search.rebuild', {});
    await expectWhole(archive);
  });

  it('is made anew by the next save where its pages are damaged; until then the search says so', async () => {
    const archive = await example();
    tamper(archive, 'DELETE FROM search_index_data');
    await archive.reopen();
    expect((await archive.runtime.call('search.find', { text: '活动' })).reply).toMatchObject({
      error: { code: 'search/index_damaged' },
    });
    expect((await archive.call('archive.verify', {})).ok).toBe(false);
    await archive.call('organisations.create', { fullName: '版画协会' });
    expect(await titles(archive, '版画')).toEqual(['版画协会']);
    expect(await titles(archive, '年度工作总结')).toEqual(['年度工作总结']);
    await expectWhole(archive);
  });

  it('comes along in a backup', async () => {
    const archive = await example();
    const folder = temporaryFolder();
    const { directory } = await archive.call('archive.backup', { directory: folder });
    copyFileSync(join(archive.directory, 'archive.json'), join(directory, 'archive.json'));
    const copy = await openRuntime(runtimeOptions(directory, { mode: 'read-only' }));
    expect((await copy.call('search.find', { text: '活动周' })).reply).toMatchObject({ ok: true, value: { total: 1 } });
    copy.close();
  });
});

describe('saved searches', () => {
  it('are kept, changed and withdrawn, each undone', async () => {
    const archive = await example();
    const query = { text: '活动', filters: { years: [2021, null] }, sort: 'date' as const };
    const { saved } = await archive.call('search.save', { name: '本年活动', query });
    expect(await archive.call('search.savedList', {})).toEqual([saved]);
    const changed = await archive.call('search.save', { id: saved.id, version: saved.version, name: '活动', query });
    expect(changed.saved).toMatchObject({ id: saved.id, name: '活动', version: 2, query });
    await expect(archive.call('search.save', { id: saved.id, version: 1, name: '旧', query })).rejects.toMatchObject({
      code: 'record/conflict',
    });
    await archive.call('search.withdrawSaved', { id: saved.id, version: 2 });
    expect(await archive.call('search.savedList', {})).toEqual([]);
    await archive.call('history.undo', {});
    await archive.call('history.undo', {});
    expect(await archive.call('search.savedList', {})).toMatchObject([{ name: '本年活动', query }]);
    await archive.call('history.undo', {});
    expect(await archive.call('search.savedList', {})).toEqual([]);
    await archive.call('history.redo', {});
    expect(await archive.call('search.savedList', {})).toMatchObject([{ name: '本年活动' }]);
    await expectWhole(archive);
  });
});
