/** Files of the archive through the door: taken in, listed, given out, checked, repaired, logged. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, inject, it } from 'vitest';
import { objectPath, SET_ASIDE } from '#core/objects/paths.ts';
import { openRuntime } from '#core/runtime.ts';
import { silentLog } from '#core/log.ts';
import { runtimeOptions, testArchive, temporaryFolder, type TestArchive } from '#tests/support/test-archive.ts';
import { startHost } from '../../../electron/worker/host.ts';
import { failure } from '../files/faults.ts';
import * as sample from './samples.ts';

function damage(archive: TestArchive, sha256: string, content: string): void {
  const path = objectPath(archive.directory, sha256);
  chmodSync(path, 0o644);
  writeFileSync(path, content);
}

const newest = async (archive: TestArchive) => (await archive.call('history.list', { limit: 1 }))[0];

describe('taking files in', () => {
  it('writes content, row and log entry; the same content again changes nothing', async () => {
    const archive = await testArchive();
    const file = join(temporaryFolder(), '通知.pdf');
    writeFileSync(file, await sample.pdf(['通知']));
    const added = await archive.call('objects.add', { file });
    expect(added).toMatchObject({ format: 'pdf', existed: false, damage: null, event: 2 });
    expect(readFileSync(objectPath(archive.directory, added.sha256))).toEqual(readFileSync(file));
    expect(await newest(archive)).toMatchObject({ action: 'objects.add', label: { code: 'objectAdd' }, records: 1 });

    const again = await archive.call('objects.add', { bytes: readFileSync(file), name: '副本.pdf' });
    expect(again).toEqual({ ...added, existed: true, event: null });
    expect(await newest(archive)).toMatchObject({ sequence: 2 });
    expect(await archive.call('objects.list', {})).toMatchObject([
      { sha256: added.sha256, size: added.size, format: 'pdf', checkedAt: null, checkResult: null },
    ]);
    await archive.reopen();
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('undone and redone, keeps the object: nothing is erased', async () => {
    const archive = await testArchive();
    const { sha256 } = await archive.call('objects.add', { bytes: sample.png(1, 1), name: 'a.png' });
    await archive.call('history.undo', {});
    expect(await archive.call('objects.list', {})).toMatchObject([{ sha256 }]);
    expect(await archive.call('objects.check', {})).toMatchObject({ findings: [] });
    await archive.call('history.redo', {});
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('keeps programs, empty files and unclear sources out, and leaves nothing of them', async () => {
    const archive = await testArchive();
    const add = async (bytes: Uint8Array, name: string): Promise<string> =>
      (await failure(archive.call('objects.add', { bytes, name }))).code;
    expect(await add(Buffer.from('MZ\0\0\0', 'latin1'), '通知.pdf')).toBe('objects/program');
    expect(await add(Buffer.from('x'), '通知.lnk')).toBe('objects/program');
    expect(await add(new Uint8Array(), '通知.pdf')).toBe('objects/source_empty');
    for (const input of [{}, { file: 'x', bytes: new Uint8Array(1), name: 'x' }, { bytes: new Uint8Array(1) }]) {
      expect((await failure(archive.call('objects.add', input))).code).toBe('input/invalid');
    }
    expect(readdirSync(join(archive.directory, 'objects'))).toEqual([]);
    expect(await newest(archive)).toMatchObject({ sequence: 1 });
  });

  it('asks for the role', async () => {
    const archive = await testArchive();
    const input = { bytes: sample.png(1, 1), name: 'a.png' };
    const answer = async (name: string, role: 'auditor' | 'clerk', more = {}) =>
      (await archive.runtime.call(name, { ...input, ...more }, { role })).reply;
    expect(await answer('objects.add', 'auditor')).toMatchObject({ error: { code: 'access/role' } });
    expect(await answer('objects.store', 'auditor')).toMatchObject({ error: { code: 'access/role' } });
    expect(await answer('objects.add', 'clerk')).toMatchObject({ ok: true });
    const { reply } = await archive.runtime.call('objects.list', {}, { role: 'auditor' });
    expect(reply).toMatchObject({ ok: true });
  });

  it('writes nothing into an archive that is open for reading', async () => {
    const archive = await testArchive();
    const reader = await openRuntime(runtimeOptions(archive.directory, { mode: 'read-only' }));
    const host = await startHost({
      directory: archive.directory,
      mode: 'read-only',
      fontsFolder: '',
      appVersion: '0',
      log: silentLog,
      entry: inject('threads').core,
    });
    const input = { bytes: sample.png(1, 1), name: 'a.png' };
    expect((await reader.call('objects.add', input)).reply).toMatchObject({ error: { code: 'archive/read_only' } });
    expect((await host.call('objects.add', input)).reply).toMatchObject({ error: { code: 'archive/read_only' } });
    expect(readdirSync(join(archive.directory, 'objects'))).toEqual([]);
    reader.close();
    await host.close();
  }, 30_000);

  it('has rows that can be neither deleted nor given another content', async () => {
    const archive = await testArchive();
    await archive.call('objects.add', { bytes: sample.png(1, 1), name: 'a.png' });
    archive.runtime.close();
    const db = new Database(join(archive.directory, 'archive.sqlite'));
    expect(() => db.exec('DELETE FROM object')).toThrow(/never deleted/u);
    expect(() => db.exec('UPDATE object SET size = 1')).toThrow(/is its content/u);
    expect(() =>
      db.exec(
        `INSERT INTO object (id, sha256, size, format, added_at, version) VALUES (9, '${'A'.repeat(64)}', 1, 'pdf', '2021-01-01T00:00:00.000Z', 1)`,
      ),
    ).toThrow(/CHECK/u);
    db.close();
  });
});

describe('looking at files', () => {
  it('works without an archive and through the thread for foreign files', async () => {
    const entry = inject('threads').core;
    const host = await startHost({ directory: null, fontsFolder: '', appVersion: '0', log: silentLog, entry });
    const bytes = await sample.pdf(['正文']);
    const { reply } = await host.call('objects.inspect', { bytes, name: '通知.doc' });
    expect(reply).toMatchObject({
      ok: true,
      value: { format: 'pdf', name: '通知.pdf', mismatch: true, pages: 1, size: bytes.length },
    });
    expect((await host.call('objects.text', { bytes, name: '通知.doc' })).reply).toMatchObject({
      ok: true,
      value: { text: '正文', readable: true },
    });
    await host.close();
  }, 30_000);
});

describe('giving out', () => {
  it('answers the bytes of what the archive holds, whole or not at all', async () => {
    const archive = await testArchive();
    const content = sample.png(4, 4);
    const { sha256 } = await archive.call('objects.add', { bytes: content, name: 'a.png' });
    const { bytes, format } = await archive.call('objects.bytes', { sha256 });
    expect([format, Buffer.from(bytes)]).toEqual(['png', content]);

    const target = join(temporaryFolder(), '导出.png');
    expect(await archive.call('objects.export', { sha256, file: target })).toMatchObject({ size: content.length });
    expect(readFileSync(target)).toEqual(content);
    expect(await newest(archive)).toMatchObject({ action: 'objects.export' });

    const unknown = 'f'.repeat(64);
    expect((await failure(archive.call('objects.bytes', { sha256: unknown }))).code).toBe('objects/unknown');
    damage(archive, sha256, 'x');
    expect((await failure(archive.call('objects.bytes', { sha256 }))).code).toBe('objects/damaged');
    expect((await failure(archive.call('objects.export', { sha256, file: target }))).code).toBe('objects/damaged');
    expect(readFileSync(target)).toEqual(content);
  });
});

describe('checking and repairing', () => {
  it('keeps the result of each object with its date, and the sum in the log', async () => {
    const archive = await testArchive();
    const good = sample.png(1, 1);
    const whole = await archive.call('objects.add', { bytes: sample.png(2, 2), name: 'b.png' });
    const bad = await archive.call('objects.add', { bytes: good, name: 'a.png' });
    damage(archive, bad.sha256, 'x');
    mkdirSync(join(archive.directory, 'objects', '00'), { recursive: true });
    writeFileSync(join(archive.directory, 'objects', '00', 'Thumbs.db'), 'x');

    const looked = await archive.call('objects.check', {});
    expect(looked.findings).toMatchObject([
      { kind: 'truncated', sha256: bad.sha256 },
      { kind: 'extra', file: '00/Thumbs.db' },
    ]);
    expect(await archive.call('objects.recordCheck', {})).toMatchObject(looked);
    expect(await newest(archive)).toMatchObject({
      action: 'objects.recordCheck',
      label: { code: 'objectsCheck', params: { count: 2, problems: 2 } },
    });
    const results = async () =>
      Object.fromEntries((await archive.call('objects.list', {})).map((row) => [row.sha256, row.checkResult]));
    expect(await results()).toEqual({ [whole.sha256]: 'whole', [bad.sha256]: 'truncated' });

    const wrong = archive.call('objects.repair', { sha256: bad.sha256, bytes: sample.png(9, 9), name: 'a.png' });
    expect((await failure(wrong)).code).toBe('objects/other_content');
    const unknown = archive.call('objects.repair', { sha256: 'f'.repeat(64), bytes: good, name: 'a.png' });
    expect((await failure(unknown)).code).toBe('objects/unknown');
    const repaired = await archive.call('objects.repair', { sha256: bad.sha256, bytes: good, name: 'a.png' });
    expect(repaired).toMatchObject({ damage: 'SHA-256', keptAs: `${bad.sha256}-1`, format: 'png' });
    expect(readFileSync(join(archive.directory, SET_ASIDE, `${bad.sha256}-1`), 'utf8')).toBe('x');
    expect(await newest(archive)).toMatchObject({ label: { code: 'objectRepair' } });
    expect(await results()).toEqual({ [whole.sha256]: 'whole', [bad.sha256]: 'whole' });

    rmSync(objectPath(archive.directory, bad.sha256));
    await archive.call('objects.recordCheck', {});
    expect((await results())[bad.sha256]).toBe('missing');
    // A check is no change of records: there is nothing of it to undo.
    expect(await archive.call('history.state', {})).toMatchObject({ undo: { code: 'objectAdd' } });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('removes what a killed program left when the archive is opened', async () => {
    const archive = await testArchive();
    const left = join(archive.directory, 'objects', '.~object-01234567-89ab-cdef-0123-456789abcdef.tmp');
    writeFileSync(left, 'half');
    expect((await archive.call('objects.check', {})).findings).toMatchObject([{ kind: 'temporary' }]);
    await archive.reopen();
    expect(await archive.call('objects.check', {})).toMatchObject({ findings: [] });
  });
});
