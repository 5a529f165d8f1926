/** The log as auditors read it: filters, pages, changes field by field, and what stays masked. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { localDay } from '#core/local-day.ts';
import { clock, temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const PHONE = '13805330017';
const HOUR = 3_600_000;

async function kept(now = clock(Date.UTC(2022, 2, 1, 8))): Promise<TestArchive> {
  const archive = await testArchive(undefined, { now, actor: '示例甲' });
  await archive.call('budgets.enter', {
    entries: [
      { date: '2021-04-01', kind: 'payment', amountFen: 3_000_000, source: '街道办事处', voucher: '记1' },
      { date: '2021-04-02', kind: 'payment', amountFen: 1, source: '街道办事处', voucher: '记2' },
    ],
  });
  await archive.call('participants.edit', {
    step: { code: 'personInsert', params: { count: 1 } },
    changes: [{ do: 'insert', fields: { name: '示例乙', phone: PHONE } }],
  });
  const { id, version } = await archive.call('budgets.entry', { id: 2 });
  await archive.call('budgets.reverse', { id, version, reason: '记错' });
  return archive;
}

describe('the log for auditors', () => {
  it('tells each event with who, when, why, and every record it changed, field by field', async () => {
    const { call } = await kept();
    const { total, events } = await call('audit.log', {});
    expect(total).toBe(4);
    expect(events.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
    expect(events[0]).toMatchObject({ actor: '示例甲', role: 'archivist', action: 'budgets.reverse', reason: '记错' });
    expect(events[0]?.recordCount).toBe(2);
    const changes = (key: number) => events[0]?.records.find((one) => one.key === key)?.changes;
    expect(changes(2)).toEqual([{ field: 'reversedById', before: 'null', after: '3' }]);
    expect(changes(3)).toContainEqual({ field: 'reversalReason', before: null, after: '"记错"' });
    const own = await call('history.ofRecord', { entity: 'fund_entry', key: 2 });
    expect(own[0]?.changes).toEqual(changes(2));
  });

  it('shows no phone', async () => {
    const { call } = await kept();
    const { events } = await call('audit.log', { filter: { entity: 'person', key: 1 } });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain(PHONE);
    expect(events[0]?.records[0]?.changes).toContainEqual({ field: 'phone', before: null, after: '"138****0017"' });
  });

  it('is cut by action, actor and record', async () => {
    const { call } = await kept();
    const sequences = async (filter: object): Promise<number[]> =>
      (await call('audit.log', { filter })).events.map(({ sequence }) => sequence);
    expect(await sequences({ action: 'budgets' })).toEqual([4, 2]);
    expect(await sequences({ action: 'budgets.e' })).toEqual([2]);
    // No pattern: a per cent sign stands for itself.
    expect(await sequences({ action: '%' })).toEqual([]);
    expect(await sequences({ actor: '示例甲' })).toEqual([4, 3, 2, 1]);
    expect(await sequences({ actor: '示例' })).toEqual([]);
    expect(await sequences({ entity: 'fund_entry' })).toEqual([4, 2]);
    expect(await sequences({ entity: 'fund_entry', key: 1 })).toEqual([2]);
    expect(await sequences({ entity: 'fund_entry', key: 9 })).toEqual([]);
    expect(await sequences({ key: 3 })).toContain(4);
    expect(await sequences({ entity: '"' })).toEqual([]);
  });

  it('is cut by days of this machine', async () => {
    let at = new Date(2022, 2, 1, 23, 59, 59, 0).getTime();
    const archive = await kept(() => new Date(at).toISOString());
    const last = localDay(new Date(at).toISOString());
    at += HOUR;
    await archive.call('budgets.enter', { entries: [{ date: '2021-05-01', kind: 'expense', amountFen: 5 }] });
    const sequences = async (filter: object): Promise<number[]> =>
      (await archive.call('audit.log', { filter })).events.map(({ sequence }) => sequence);
    expect(last).toBe('2022-03-01');
    expect(await sequences({ from: '2022-03-02' })).toEqual([5]);
    expect(await sequences({ to: '2022-03-01' })).toEqual([4, 3, 2, 1]);
    expect(await sequences({ from: '2022-03-01', to: '2022-03-02' })).toEqual([5, 4, 3, 2, 1]);
    expect(await sequences({ from: '2022-03-03' })).toEqual([]);
  });

  it('comes in pages, and of a large import the records that were asked for first', async () => {
    const { call } = await kept();
    const page = await call('audit.log', { offset: 1, limit: 2 });
    expect(page.total).toBe(4);
    expect(page.events.map(({ sequence }) => sequence)).toEqual([3, 2]);
    const entries = Array.from({ length: 300 }, (_, index) => ({
      date: '2021-06-01',
      kind: 'expense' as const,
      amountFen: index + 1,
    }));
    await call('budgets.enter', { entries });
    const { events } = await call('audit.log', { filter: { entity: 'fund_entry', key: 303 } });
    expect(events[0]?.recordCount).toBe(300);
    expect(events[0]?.records).toHaveLength(200);
    expect(events[0]?.records[0]).toMatchObject({ entity: 'fund_entry', key: 303 });
  });

  it('that somebody changed is found out, by the own check and by every package made of it', async () => {
    const archive = await kept();
    expect(await archive.call('audit.verify', {})).toMatchObject({ ok: true, events: 4, files: 0, problems: [] });
    archive.runtime.close();
    const db = new Database(join(archive.directory, 'archive.sqlite'));
    db.exec('DROP TRIGGER event_no_update');
    db.exec(`UPDATE event SET after = replace(after, '"amount":3000000', '"amount":3000001') WHERE sequence = 2`);
    db.close();
    await archive.reopen();
    const { ok, problems } = await archive.call('audit.verify', {});
    expect(ok).toBe(false);
    expect(problems.map(({ code, sequence }) => [code, sequence])).toEqual([
      ['hash', 2],
      ['state', 2],
    ]);
    const directory = join(temporaryFolder(), '资料包');
    const written = await archive.call('audit.package', { year: 2021, directory });
    expect(written.problems.join('\n')).toMatch(/第 3 条与前一条不相连[\s\S]*台账 1 号与日志不一致：金额/u);
    expect(await archive.call('audit.verify', { directory })).toMatchObject({ ok: false });
  });

  it('that cannot be read any more makes no package', async () => {
    const archive = await kept();
    archive.runtime.close();
    const db = new Database(join(archive.directory, 'archive.sqlite'));
    db.exec('DROP TRIGGER event_no_update');
    db.exec(`UPDATE event SET after = '[' WHERE sequence = 2`);
    db.close();
    await archive.reopen();
    const parent = temporaryFolder();
    const call = archive.call('audit.package', { year: 2021, directory: join(parent, '资料包') });
    await expect(call).rejects.toMatchObject({ code: 'archive/damaged' });
    expect(readdirSync(parent)).toEqual([]);
  });
});
