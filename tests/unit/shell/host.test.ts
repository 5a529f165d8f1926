import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { silentLog } from '#core/log.ts';
import { packInput, replyValue } from '#shared/bridge.ts';
import { contract } from '#shared/contract.ts';
import { NO_TIME } from '#shared/features/schedule.ts';
import { AppError } from '#shared/errors.ts';
import { startHost, type Host, type HostOptions } from '../../../electron/worker/host.ts';
import { transferList } from '../../../electron/worker/transfer.ts';

// Threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** `unruly`: an entry whose thread misbehaves as the name of the call says. */
const { core, unruly } = inject('threads');
const folder = mkdtempSync(join(tmpdir(), 'host-'));
const hosts: Host[] = [];

async function start(name: string | null, more: Partial<HostOptions> = {}): Promise<Host> {
  const host = await startHost({
    directory: name === null ? null : join(folder, name),
    fontsFolder: resolve('resources/fonts'),
    appVersion: '0.0.0',
    log: silentLog,
    entry: core,
    ...(name === null ? {} : { createIfMissing: { unitName: '示例单位', isExample: true } }),
    ...more,
  });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the core in threads', () => {
  let host: Host;
  beforeAll(async () => {
    host = await start('shared');
    hosts.length = 0;
    return () => host.close();
  });

  it('runs commands and queries on the writer, and tells what was touched', async () => {
    const made = await host.call('plans.create', { year: 2031, title: '示例计划' });
    expect(made.reply.ok).toBe(true);
    expect(made.touched).toContain('plans');
    const { reply } = await host.call('plans.get', { year: 2031 });
    expect(reply).toMatchObject({ ok: true, value: { year: 2031, title: '示例计划' } });
  });

  it('takes and answers text on the way to a page', async () => {
    const { reply } = await host.call('plans.get', packInput({ year: 2031 }), { asText: true });
    expect(reply).toMatchObject({ ok: true, text: true, value: expect.any(String) });
    expect(reply.ok && replyValue(reply)).toMatchObject({ year: 2031, title: '示例计划' });
    expect((await host.call('plans.get', { json: '{' })).reply).toMatchObject({ error: { code: 'input/not_json' } });
  });

  it('answers errors as codes', async () => {
    const { reply } = await host.call('plans.get', { year: 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
    expect((await host.call('window.state', {})).reply).toMatchObject({ error: { code: 'input/unknown_procedure' } });
  });

  it('answers what cannot be sent to a thread without breaking', async () => {
    const { reply } = await host.call('plans.get', { year: () => 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'program/internal' } });
    expect((await host.call('archive.info', {})).reply.ok).toBe(true);
  });

  it('keeps the order of commands sent at once', async () => {
    await host.call('plans.create', { year: 2032 });
    const fields = {
      time: NO_TIME,
      activity: '',
      units: [],
      status: 'not_started',
      statusReason: '',
      doneOn: null,
      remark: '',
    };
    const sent = Array.from({ length: 20 }, (_, index) =>
      host.call('schedule.edit', {
        year: 2032,
        step: { code: 'insert', params: {} },
        changes: [{ do: 'insert', after: null, fields: { ...fields, activity: `第${index}项` } }],
      }),
    );
    const events = (await Promise.all(sent)).map(({ reply }) =>
      reply.ok ? contract.schedule.edit.output.parse(reply.value).event : -1,
    );
    expect(events.every((event, index) => index === 0 || event === (events[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('runs jobs beside the writer and hands their events to the log', async () => {
    const { reply } = await host.call('archive.verify', {});
    expect(reply).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
  });

  it('closes while calls are under way: each of them is settled', async () => {
    const busy = await start('busy');
    const calls = Array.from({ length: 30 }, (_, index) => busy.call('plans.create', { year: 2000 + index }));
    const jobs = [busy.call('archive.verify', {}), busy.call('archive.verify', {})];
    await busy.close();
    const replies = await Promise.all([...calls, ...jobs]);
    expect(replies).toHaveLength(32);
    expect((await busy.call('archive.info', {})).reply).toMatchObject({ error: { code: 'archive/closed' } });
    // What was answered with success is in the archive when it is opened again.
    const done = replies.slice(0, 30).filter(({ reply }) => reply.ok).length;
    const again = await start('busy');
    const { reply } = await again.call('plans.list', {});
    expect(reply.ok && contract.plans.list.output.parse(reply.value).length).toBe(done);
  });

  it('opens nothing that is not there', async () => {
    const directory = join(folder, 'missing');
    const options = { directory, fontsFolder: '', appVersion: '0.0.0', log: silentLog, entry: core };
    await expect(startHost(options)).rejects.toThrow(AppError);
    await expect(startHost(options)).rejects.toMatchObject({ code: 'archive/not_found' });
  });

  it('lets no second program write', async () => {
    await expect(start('shared')).rejects.toMatchObject({ code: 'archive/in_use' });
  });
});

describe('without an archive', () => {
  it('says so, and still reads files', async () => {
    const host = await start(null);
    expect((await host.call('archive.info', {})).reply).toMatchObject({ error: { code: 'archive/closed' } });
    expect((await host.call('archive.verify', {})).reply).toMatchObject({ error: { code: 'archive/closed' } });
    const { reply } = await host.call('schedule.read', { text: '?' });
    expect(reply.ok ? '' : reply.error.code).not.toBe('archive/closed');
  });
});

describe('threads that misbehave', () => {
  const read = (host: Host, text: string, signal?: AbortSignal) =>
    host.call('schedule.read', { text }, signal ? { signal } : {});

  it('stops reading a file after its time, and reads the next one', async () => {
    const host = await start(null, { entry: unruly, foreign: { seconds: 0.3, megabytes: 512 } });
    const [slow, next] = await Promise.all([read(host, 'hang'), read(host, 'answer')]);
    expect(slow.reply).toMatchObject({ ok: false, error: { code: 'reader/limit', params: { seconds: 0.3 } } });
    expect(next.reply).toEqual({ ok: true, value: 'answer' });
  });

  it('stops reading a file that fills the memory', async () => {
    const host = await start(null, { entry: unruly, foreign: { seconds: 20, megabytes: 32 } });
    expect((await read(host, 'fill')).reply).toMatchObject({ ok: false, error: { code: 'reader/limit' } });
    expect((await read(host, 'answer')).reply.ok).toBe(true);
  });

  it('starts the reader again after it died', async () => {
    const host = await start(null, { entry: unruly });
    expect((await read(host, 'die')).reply).toMatchObject({ ok: false, error: { code: 'program/internal' } });
    expect((await read(host, 'answer')).reply.ok).toBe(true);
  });

  it('cancels reading at once', async () => {
    const host = await start(null, { entry: unruly });
    await read(host, 'answer');
    const cancel = new AbortController();
    const reading = read(host, 'hang', cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    expect((await reading).reply).toMatchObject({ ok: false, error: { code: 'program/cancelled' } });
    expect((await read(host, 'answer')).reply.ok).toBe(true);
  });

  it('reports a dead writer as a fault of the disk, from then on', async () => {
    const host = await start('unruly', { entry: unruly });
    const replies = await Promise.all([host.call('plans.create', { year: 2021 }), host.call('plans.list', {})]);
    for (const { reply } of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'archive/io' } });
    expect((await host.call('plans.list', {})).reply).toMatchObject({ ok: false, error: { code: 'archive/io' } });
  });

  it('cancels a job and passes its progress', async () => {
    const host = await start('unruly', { entry: unruly });
    const cancel = new AbortController();
    const seen: number[] = [];
    const { reply } = await host.call(
      'archive.verify',
      {},
      {
        signal: cancel.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          cancel.abort();
        },
      },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'program/cancelled' } });
    expect(seen).toEqual([1]);
  });
});

describe('what may be moved to another thread', () => {
  it('is a whole large buffer, never a part of a shared one', () => {
    const whole = new Uint8Array(100_000);
    const part = new Uint8Array(new ArrayBuffer(200_000), 0, 100_000);
    expect(transferList({ ok: true, value: { bytes: whole, other: part, small: Buffer.from('x') } })).toEqual([
      whole.buffer,
    ]);
    expect(transferList({ a: whole, b: whole })).toHaveLength(1);
    expect(transferList(null)).toEqual([]);
  });
});
