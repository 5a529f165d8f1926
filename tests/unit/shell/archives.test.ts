import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { silentLog } from '#core/log.ts';
import { contract } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { createArchives, type Archives } from '../../../electron/main/archives.ts';

// Threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let folder = '';
let all: Archives[] = [];
let changes = 0;

function make(): Archives {
  const archives = createArchives({
    profile: join(folder, 'profile'),
    fontsFolder: resolve('resources/fonts'),
    exampleFolder: resolve('resources/example'),
    appVersion: '0.0.0',
    actor: 'clerk',
    locale: () => 'zh-CN',
    log: silentLog,
    entry: inject('threads').core,
    onChange: () => changes++,
  });
  all.push(archives);
  return archives;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'));
  changes = 0;
});
afterEach(async () => {
  await Promise.all(all.splice(0).map((archives) => archives.end()));
  rmSync(folder, { recursive: true, force: true });
});

describe('the archive behind the window', () => {
  it('is created, closed, found in the recent list and opened again', async () => {
    const archives = make();
    const directory = join(folder, '档案');
    const info = await archives.create(directory, '示例单位');
    expect(info).toMatchObject({ unitName: '示例单位', isExample: false });
    expect(archives.recent()).toMatchObject([{ unitName: '示例单位', display: directory, available: true }]);
    await archives.close();
    expect(await archives.current()).toBeNull();
    expect((await archives.call('archive.info', {})).reply).toMatchObject({ error: { code: 'archive/closed' } });
    const again = await archives.openRecent(archives.recent()[0]?.id ?? '');
    expect(again.uid).toBe(info.uid);
    expect(changes).toBe(3);
  });

  it('opens again at the next start, unless it was closed on purpose', async () => {
    const directory = join(folder, 'a');
    const first = make();
    const { uid } = await first.create(directory, '示例单位');
    await first.end();
    const second = make();
    await second.begin(null);
    expect((await second.current())?.info.uid).toBe(uid);
    await second.close();
    const third = make();
    await third.begin(null);
    expect(await third.current()).toBeNull();
  });

  it('opens the archive that the program is started with, and starts although it cannot', async () => {
    const archives = make();
    await archives.begin(join(folder, 'none'));
    expect(await archives.current()).toBeNull();
  });

  it('keeps the one that is open when another cannot be opened', async () => {
    const archives = make();
    const { uid } = await archives.create(join(folder, 'a'), '示例单位');
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b/archive.sqlite'), 'not a database');
    await expect(archives.open(join(folder, 'b'))).rejects.toMatchObject({ code: 'archive/foreign' });
    expect((await archives.current())?.info.uid).toBe(uid);
  });

  it('never takes an archive or other files for an empty folder', async () => {
    const archives = make();
    await archives.create(join(folder, 'a'), '示例单位');
    await expect(archives.create(join(folder, 'a'), '另一单位')).rejects.toMatchObject({ code: 'archive/not_empty' });
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b/照片.jpg'), '');
    await expect(archives.create(join(folder, 'b'), '另一单位')).rejects.toMatchObject({ code: 'archive/not_empty' });
  });

  it('answers the same archive when it is opened twice, also at once', async () => {
    const archives = make();
    const { uid } = await archives.create(join(folder, 'a'), '示例单位');
    const both = await Promise.all([archives.open(join(folder, 'a')), archives.open(`${folder}/./a/`)]);
    expect(both.map((info) => info.uid)).toEqual([uid, uid]);
  });

  it('builds the example once, keeps what was done to it, and begins it anew on request', async () => {
    const archives = make();
    const first = await archives.openExample(false);
    expect(first).toMatchObject({ isExample: true, years: [2021] });
    expect(await archives.call('schedule.list', { year: 2021 })).toMatchObject({
      reply: { ok: true, value: { total: 20 } },
    });
    await archives.call('plans.create', { year: 2022 });
    await archives.close();
    expect((await archives.openExample(false)).years).toEqual([2022, 2021]);
    const anew = await archives.openExample(true);
    expect(anew.years).toEqual([2021]);
    expect(anew.uid).not.toBe(first.uid);
    expect(existsSync(join(folder, 'profile/example.old'))).toBe(false);
  });

  it('says that a recent archive is gone', async () => {
    const archives = make();
    await archives.create(join(folder, 'a'), '示例单位');
    await archives.close();
    rmSync(join(folder, 'a'), { recursive: true });
    const [entry] = archives.recent();
    expect(entry?.available).toBe(false);
    await expect(archives.openRecent(entry?.id ?? '')).rejects.toMatchObject({ code: 'archive/not_found' });
  });
});

describe('an audit of the open archive', () => {
  const logged = async (archives: Archives): Promise<unknown[]> => {
    const { reply } = await archives.call('audit.log', { limit: 20 });
    const { events } = contract.audit.log.output.parse(reply.ok ? reply.value : null);
    return events
      .filter(({ role }) => role === 'auditor')
      .map(({ actor, label }) => [label?.code, actor, label?.params['purpose']]);
  };

  it('makes every call an auditor’s, under the names given, and is logged from begin to end', async () => {
    const archives = make();
    await archives.create(join(folder, 'a'), '示例单位');
    const audit = await archives.enterAudit('审计组（示例）', '经费');
    expect((await archives.current())?.audit).toEqual(audit);
    expect(() => archives.mustNotAudit()).toThrow(AppError);
    await expect(archives.enterAudit('另一组（示例）', '')).rejects.toMatchObject({ code: 'access/role' });
    expect((await archives.call('plans.create', { year: 2021 })).reply).toMatchObject({
      error: { code: 'access/role' },
    });
    // What an auditor puts in front of a command does not run either: it would write into the store.
    const bytes = new TextEncoder().encode('text');
    const attach = { bytes, name: 'a.txt', id: 1, version: 1 };
    expect((await archives.call('documents.attach', attach)).reply).toMatchObject({ error: { code: 'access/role' } });
    expect((await archives.call('audit.verify', {})).reply.ok).toBe(true);
    await archives.leaveAudit();
    await archives.leaveAudit();
    expect((await archives.current())?.audit).toBeNull();
    archives.mustNotAudit();
    expect((await archives.call('plans.create', { year: 2021 })).reply.ok).toBe(true);
    expect(await logged(archives)).toEqual([
      ['auditEnd', '审计组（示例）', '经费'],
      ['auditRead', '审计组（示例）', undefined],
      ['auditBegin', '审计组（示例）', '经费'],
    ]);
  });

  it('ends with the archive, and another archive begins without it', async () => {
    const archives = make();
    await expect(archives.enterAudit('审计组（示例）', '')).rejects.toMatchObject({ code: 'archive/closed' });
    await archives.create(join(folder, 'a'), '示例单位');
    await archives.enterAudit('审计组（示例）', '');
    // An archive that cannot be opened changes nothing.
    await expect(archives.open(join(folder, 'none'))).rejects.toMatchObject({ code: 'archive/not_found' });
    expect((await archives.current())?.audit?.auditors).toBe('审计组（示例）');
    await archives.create(join(folder, 'b'), '示例单位');
    expect((await archives.current())?.audit).toBeNull();
    await archives.open(join(folder, 'a'));
    expect((await archives.current())?.audit).toBeNull();
    expect(await logged(archives)).toEqual([
      ['auditEnd', '审计组（示例）', ''],
      ['auditBegin', '审计组（示例）', ''],
    ]);
  });
});
