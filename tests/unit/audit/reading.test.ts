/** What an auditor reads leaves its trace in the log, once a minute, without names; nothing else of reading does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabel } from '#core/audit/trace.ts';
import { openRuntime } from '#core/runtime.ts';
import { contract, findProcedure, procedureNames } from '#shared/contract.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { runtimeOptions, temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const AUDITORS = '区审计局（示例）';
const asAuditor = { role: 'auditor', actor: AUDITORS } as const;

/** The log as the archivist sees it: reading it so leaves nothing. */
async function log(archive: TestArchive): Promise<{ action: string; actor: string; role: string; of: unknown }[]> {
  const { events } = await archive.call('audit.log', { limit: 5000 });
  return events
    .filter(({ label }) => label?.code === 'auditRead')
    .map(({ action, actor, role, label }) => ({ action, actor, role, of: label?.params['of'] }));
}

async function filled(now?: () => string): Promise<TestArchive> {
  const archive = await testArchive(undefined, now ? { now } : {});
  for (const title of ['甲文件', '乙文件']) await archive.call('documents.create', { fields: { title } });
  return archive;
}

describe('reading in the role of an auditor', () => {
  it('is one event under the auditors’ names, and the log stays whole', async () => {
    const archive = await filled();
    const { reply, touched } = await archive.runtime.call('documents.get', { id: 1 }, asAuditor);
    expect(reply).toMatchObject({ ok: true, value: { document: { title: '甲文件' } } });
    expect(touched).toEqual(['history']);
    expect(await log(archive)).toEqual([{ action: 'documents.get', actor: AUDITORS, role: 'auditor', of: '№1' }]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('leaves nothing where an archivist reads, a list is asked for, or the record is not there', async () => {
    const archive = await filled();
    await archive.call('documents.get', { id: 1 });
    await archive.runtime.call('documents.list', {}, asAuditor);
    expect((await archive.runtime.call('documents.get', { id: 99 }, asAuditor)).reply.ok).toBe(false);
    expect(await log(archive)).toEqual([]);
  });

  it('is logged once a minute for the same matter, and again after it', async () => {
    let seconds = 0;
    const archive = await filled(() => new Date(Date.UTC(2026, 2, 1, 8) + 1000 * seconds).toISOString());
    const read = (id: number, actor = AUDITORS) =>
      archive.runtime.call('documents.get', { id }, { role: 'auditor', actor });
    await read(1);
    await read(2);
    expect((await read(1)).touched).toEqual([]);
    seconds = 59;
    await read(1);
    expect((await log(archive)).map(({ of }) => of)).toEqual(['№2', '№1']);
    await read(1, '另一组（示例）');
    seconds = 61;
    await read(1);
    expect((await log(archive)).map(({ of }) => of)).toEqual(['№1', '№1', '№2', '№1']);
  });

  it('refuses every command, and leaves no trace of it', async () => {
    const archive = await filled();
    const before = (await archive.call('archive.info', {})).head;
    // Checks whose result an auditor keeps are the auditor's own work.
    const own = ['objects.recordCheck', 'checks.keep'];
    const commands = procedureNames().filter((name) => findProcedure(name)?.kind === 'command' && !own.includes(name));
    expect(commands.length).toBeGreaterThan(50);
    for (const name of commands) {
      const { reply } = await archive.runtime.call(name, {}, asAuditor);
      expect([name, reply]).toMatchObject([name, { error: { code: 'access/role', params: { role: 'auditor' } } }]);
    }
    expect((await archive.call('archive.info', {})).head).toEqual(before);
  });

  it('names a job by its trace, or by the entry that the job makes itself', async () => {
    const archive = await filled();
    await archive.call('plans.create', { year: 2021 });
    const run = async (name: string, input: unknown): Promise<unknown> =>
      (await archive.runtime.call(name, input, asAuditor)).event;
    const actor = { name: AUDITORS, role: 'auditor' };
    expect(await run('audit.verify', {})).toMatchObject({ action: 'audit.verify', actor });
    expect(await run('archive.backup', { directory: temporaryFolder() })).toMatchObject({
      label: { code: 'backup' },
      actor,
    });
    // Another program's reading connection hands the event over, as a job does.
    const reader = await openRuntime(runtimeOptions(archive.directory, { mode: 'read-only' }));
    const { event } = await reader.call('documents.get', { id: 1 }, asAuditor);
    reader.close();
    expect(event).toMatchObject({ action: 'documents.get', actor });
    if (event) await archive.runtime.record(event);
    expect((await log(archive)).map(({ action }) => action)).toEqual(['documents.get']);
  });

  it('is worded for every procedure that is traced, and only for those', () => {
    const traced = procedureNames().filter((name) => {
      const procedure = findProcedure(name);
      return (procedure?.kind === 'query' || procedure?.kind === 'job') && procedure.traced;
    });
    expect(Object.keys(zhCN.auditScreen.reads).toSorted()).toEqual(traced.toSorted());
    expect(contract.documents.get.traced && contract.budgets.check.traced && contract.objects.bytes.traced).toBe(true);
  });

  it('says which matter it was by numbers and fixed words alone', () => {
    const text = fc.string({ minLength: 1 }).map((some) => `某人${some}`);
    fc.assert(
      fc.property(
        fc.record({
          id: fc.option(fc.integer({ min: 1 })),
          text,
          filter: fc.record({ text }),
          reason: text,
          year: text,
        }),
        fc.constantFrom(...procedureNames()),
        (input, name) => {
          const { params } = readLabel(name, input);
          expect(params).toEqual({ what: name, kind: '', of: input.id === null ? '' : `№${input.id}` });
        },
      ),
    );
    expect(readLabel('papers.preview', { paper: 'catalogue', year: 2021 }).params).toEqual({
      what: 'papers.preview',
      kind: 'catalogue',
      of: '2021',
    });
  });
});
