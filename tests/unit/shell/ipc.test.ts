import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#core/log.ts';
import { packInput, type Notice, type Reply } from '#shared/bridge.ts';
import { AppError } from '#shared/errors.ts';
import type { Archives } from '../../../electron/main/archives.ts';
import { createGrants, type Grants } from '../../../electron/main/grants.ts';
import { createDoor, type Door } from '../../../electron/main/ipc.ts';
import { createNativeHandlers, type Desktop } from '../../../electron/main/native.ts';
import { createPreferences } from '../../../electron/main/preferences.ts';
import type { Host } from '../../../electron/worker/host.ts';

let folder = '';
let grants: Grants;
let door: Door;
let notices: Notice[];
let calls: { name: string; input: unknown; signal: AbortSignal | undefined }[];
let answer: Host['call'];
let opened: string[];
let chosen: string | null;

const unused = (): never => {
  throw new Error('not expected in this test');
};
const archives: Archives = {
  begin: unused,
  open: unused,
  openRecent: unused,
  create: unused,
  openExample: unused,
  close: unused,
  end: unused,
  current: async () => null,
  recent: () => [],
  call: unused,
  enterAudit: unused,
  leaveAudit: unused,
  mustNotAudit: unused,
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'door-'));
  grants = createGrants();
  notices = [];
  calls = [];
  opened = [];
  chosen = null;
  answer = async () => ({ reply: { ok: true, value: null }, touched: [] });
  const desktop: Desktop = {
    chooseFile: async () => chosen,
    chooseFiles: async () => (chosen === null ? [] : [chosen, `${chosen}2`]),
    chooseFolder: async () => chosen,
    chooseSave: async () => chosen,
    showInFolder: (file) => opened.push(`folder ${file}`),
    openWithSystem: async (file) => {
      opened.push(file);
      return !file.endsWith('.none');
    },
  };
  const native = createNativeHandlers({
    archives,
    grants,
    preferences: createPreferences(folder),
    desktop,
    profile: folder,
    version: '1.0.0',
    platform: 'linux',
    onPreferences: () => undefined,
  });
  door = createDoor({
    native,
    grants,
    call: async (name, input, options) => {
      calls.push({ name, input, signal: options?.signal as AbortSignal | undefined });
      return answer(name, input, options);
    },
    log: silentLog,
    notify: (notice) => notices.push(notice),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function codeOf(reply: Reply): string | undefined {
  return reply.ok ? undefined : reply.error.code;
}

describe('names', () => {
  it.each(['schedule.none', 'constructor.name', '__proto__.list', 'schedule', '', 'schedule.list.more', 5, null])(
    'refuses %j',
    async (name) => {
      expect(codeOf(await door.call(name, {}, 'c1'))).toBe('input/unknown_procedure');
      expect(calls).toHaveLength(0);
    },
  );
});

describe('paths', () => {
  it('replaces a grant by its path', async () => {
    const { grant, name } = grants.give(join(folder, '计划.txt'), 'open');
    expect(name).toBe('计划.txt');
    await door.call('schedule.read', { file: grant }, 'c1');
    expect(calls[0]?.input).toEqual({ file: join(folder, '计划.txt') });
  });

  it.each([['/etc/passwd'], ['../x'], [''], [5], [null], [{ grant: 'x' }]])(
    'refuses %j in place of a grant',
    async (file) => {
      expect(codeOf(await door.call('schedule.read', { file }, 'c1'))).toBe('access/path');
      expect(codeOf(await door.call('schedule.export', { file, year: 2021, format: 'pdf' }, 'c1'))).toBe('access/path');
      expect(calls).toHaveLength(0);
    },
  );

  it('never writes to what was chosen for reading, nor reads what was chosen for writing', async () => {
    const source = grants.give(join(folder, 'a'), 'open').grant;
    const target = grants.give(join(folder, 'b'), 'save').grant;
    expect(codeOf(await door.call('schedule.export', { file: source, year: 2021, format: 'pdf' }, 'c'))).toBe(
      'access/path',
    );
    expect(codeOf(await door.call('schedule.import', { file: target }, 'c'))).toBe('access/path');
    expect(codeOf(await door.call('archive.backup', { directory: target }, 'c'))).toBe('access/path');
    expect(codeOf(await door.call('window.createArchive', { directory: source, unitName: 'x' }, 'c'))).toBe(
      'access/path',
    );
  });

  it('opens outside only what this run has written', async () => {
    const file = join(folder, '配档表.pdf');
    writeFileSync(file, '%PDF-');
    const { grant } = grants.give(file, 'save');
    expect(codeOf(await door.call('window.openOutside', { file: grant }, 'c'))).toBe('access/path');
    expect(codeOf(await door.call('window.openOutside', { file }, 'c'))).toBe('access/path');
    answer = async () => ({ reply: { ok: true, value: { file } }, touched: [] });
    await door.call('schedule.export', { file: grant, year: 2021, format: 'pdf' }, 'c');
    expect(await door.call('window.openOutside', { file: grant }, 'c')).toEqual({ ok: true, value: {} });
    expect(await door.call('window.reveal', { file }, 'c')).toEqual({ ok: true, value: {} });
    expect(opened).toEqual([file, `folder ${file}`]);
  });

  it('does not count a failed export as written', async () => {
    const file = join(folder, 'x.pdf');
    const { grant } = grants.give(file, 'save');
    answer = async () => ({ reply: { ok: false, error: { code: 'program/cancelled', params: {} } }, touched: [] });
    await door.call('schedule.export', { file: grant, year: 2021, format: 'pdf' }, 'c');
    expect(codeOf(await door.call('window.openOutside', { file: grant }, 'c'))).toBe('access/path');
  });

  it('reads what was chosen where it goes into the store, and never counts it as written', async () => {
    const file = join(folder, '扫描件.pdf');
    writeFileSync(file, '%PDF-');
    const { grant } = grants.give(file, 'open');
    answer = async () => ({ reply: { ok: true, value: {} }, touched: [] });
    for (const name of ['objects.store', 'objects.inspect', 'documents.attach', 'objects.repair']) {
      expect(await door.call(name, { file: grant }, 'c')).toMatchObject({ ok: true });
      expect(calls.at(-1)?.input).toEqual({ file });
    }
    expect(codeOf(await door.call('window.openOutside', { file: grant }, 'c'))).toBe('access/path');
    const target = grants.give(join(folder, 'b'), 'save').grant;
    expect(codeOf(await door.call('objects.store', { file: target }, 'c'))).toBe('access/path');
  });

  it('give a place for a copy to be shown, by a safe name and for kinds that only show', async () => {
    const reply = await door.call('window.viewingPlace', { name: '../扫描:件.pdf' }, 'c');
    const { grant, display } = reply.ok
      ? (reply.value as { grant: string; display: string })
      : { grant: '', display: '' };
    expect(display.startsWith(join(folder, 'viewing'))).toBe(true);
    expect(display.slice(folder.length)).not.toContain('..');
    expect(codeOf(await door.call('window.openOutside', { file: grant }, 'c'))).toBe('access/path');
    writeFileSync(display, '%PDF-');
    answer = async () => ({ reply: { ok: true, value: { file: display } }, touched: [] });
    await door.call('objects.export', { sha256: 'a', file: grant }, 'c');
    expect(await door.call('window.openOutside', { file: grant }, 'c')).toEqual({ ok: true, value: {} });
    expect(opened).toEqual([display]);
    for (const name of ['a.html', 'a.docm', 'a.svg', 'a.exe', 'a', 'a.pdf.lnk', 'a.xlsm'])
      expect(codeOf(await door.call('window.viewingPlace', { name }, 'c'))).toBe('window/not_shown_outside');
  });

  it('follows links of folders when it compares', () => {
    symlinkSync(folder, join(folder, 'link'));
    writeFileSync(join(folder, 'x.pdf'), '');
    grants.markWritten(join(folder, 'link/x.pdf'));
    expect(grants.resolve(join(folder, 'x.pdf'), 'file', 'written')).toBe(join(folder, 'x.pdf'));
  });
});

describe('inputs as text', () => {
  it('are read here only where they name a file', async () => {
    const { grant } = grants.give(join(folder, '计划.txt'), 'open');
    await door.call('schedule.read', packInput({ file: grant }), 'c');
    await door.call('schedule.list', packInput({ year: 2021 }), 'c');
    expect(calls.map((call) => call.input)).toEqual([{ file: join(folder, '计划.txt') }, { json: '{"year":2021}' }]);
    expect(codeOf(await door.call('schedule.read', packInput({ file: '/etc/passwd' }), 'c'))).toBe('access/path');
    expect(await door.call('window.chooseFile', packInput({ purpose: 'plan' }), 'c')).toMatchObject({ ok: true });
    expect(codeOf(await door.call('window.chooseFile', { json: '{' }, 'c'))).toBe('input/not_json');
    expect(codeOf(await door.call('schedule.list', { json: 'x'.repeat(1 << 20) }, 'c'))).toBe('input/too_large');
  });

  it('go as they are with bytes', () => {
    const input = { name: 'x', bytes: new Uint8Array(3) };
    expect(packInput(input)).toBe(input);
  });
});

describe('what comes back', () => {
  it('passes progress and touched families on', async () => {
    answer = async (_name, _input, options) => {
      options?.onProgress?.({ stage: 'write', done: 1, total: 2 });
      return { reply: { ok: true, value: 1 }, touched: ['schedule'] };
    };
    expect(await door.call('schedule.list', { year: 2021 }, 'c7')).toEqual({ ok: true, value: 1 });
    expect(notices).toEqual([
      { kind: 'progress', call: 'c7', progress: { stage: 'write', done: 1, total: 2 } },
      { kind: 'touched', families: ['schedule'] },
    ]);
  });

  it('never throws: a fault becomes a number that stands in the log too', async () => {
    answer = async () => {
      throw new Error('broken');
    };
    const reply = await door.call('schedule.list', { year: 2021 }, 'c');
    expect(reply).toMatchObject({ ok: false, error: { code: 'program/internal' } });
    expect(reply.ok ? '' : reply.error.params['ref']).toMatch(/^[0-9a-f]{8}$/u);
  });

  it('cancels the call that is named, and no other', async () => {
    const release: (() => void)[] = [];
    answer = () =>
      new Promise((resolve) => release.push(() => resolve({ reply: { ok: true, value: null }, touched: [] })));
    const both = [door.call('schedule.list', { year: 1 }, 'a'), door.call('schedule.list', { year: 2 }, 'b')];
    door.cancel('b');
    door.cancel({ odd: true });
    expect(calls.map((call) => call.signal?.aborted)).toEqual([false, true]);
    for (const end of release) end();
    await Promise.all(both);
  });

  it('refuses messages beyond their size', async () => {
    expect(codeOf(await door.call('schedule.list', { year: 2021, pad: 'x'.repeat(1 << 20) }, 'c'))).toBe(
      'input/too_large',
    );
    expect(calls).toHaveLength(0);
  });
});

describe('native procedures', () => {
  it('give grants for what was chosen, and null for nothing', async () => {
    expect(await door.call('window.chooseFile', { purpose: 'plan' }, 'c')).toEqual({ ok: true, value: null });
    chosen = join(folder, 'a.txt');
    const reply = await door.call('window.chooseFile', { purpose: 'plan' }, 'c');
    expect(reply).toMatchObject({ ok: true, value: { name: 'a.txt', display: chosen } });
  });

  it('give one grant for each of several chosen files, and none for nothing', async () => {
    expect(await door.call('window.chooseFiles', {}, 'c')).toEqual({ ok: true, value: [] });
    chosen = join(folder, 'a');
    expect(await door.call('window.chooseFiles', {}, 'c')).toMatchObject({ value: [{ name: 'a' }, { name: 'a2' }] });
  });

  it('check their input', async () => {
    expect(codeOf(await door.call('window.chooseFile', { purpose: 'anything' }, 'c'))).toBe('input/invalid');
    expect(codeOf(await door.call('window.setPreferences', { theme: 'pink' }, 'c'))).toBe('input/invalid');
  });

  it('answer the state', async () => {
    await door.call('window.setPreferences', { theme: 'dark' }, 'c');
    expect(await door.call('window.state', {}, 'c')).toMatchObject({
      ok: true,
      value: { archive: null, version: '1.0.0', preferences: { theme: 'dark', locale: 'zh-CN' } },
    });
  });

  it('print the very bytes under a safe name', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 content');
    expect(await door.call('window.print', { name: '../2021年：配档表?', bytes }, 'c')).toEqual({
      ok: true,
      value: {},
    });
    const [file = ''] = opened;
    expect(file.startsWith(join(folder, 'print'))).toBe(true);
    expect(file).toMatch(/[^/\\]+\.pdf$/u);
    expect(file.slice(folder.length)).not.toContain('..');
    expect(readFileSync(file)).toEqual(Buffer.from(bytes));
  });

  it('print nothing but PDF', async () => {
    const bytes = new TextEncoder().encode('<script>');
    expect(codeOf(await door.call('window.print', { name: 'x', bytes }, 'c'))).toBe('window/not_a_pdf');
    expect(readdirSync(folder)).not.toContain('print');
  });

  it('say which file is gone, and that no program opens it', async () => {
    grants.markWritten(join(folder, 'gone.pdf'));
    expect(await door.call('window.reveal', { file: join(folder, 'gone.pdf') }, 'c')).toEqual({
      ok: false,
      error: new AppError('window/file_gone', { file: 'gone.pdf' }).toWire(),
    });
    const file = join(folder, 'x.none');
    writeFileSync(file, '');
    grants.markWritten(file);
    expect(codeOf(await door.call('window.openOutside', { file }, 'c'))).toBe('window/no_program');
  });
});
