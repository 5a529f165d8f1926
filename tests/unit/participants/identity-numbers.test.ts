/** ID-card numbers behind the door: none unless switched on, sealed at rest, masked everywhere, shown with a reason. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DATABASE } from '#core/archive-folder.ts';
import { value } from '#core/db/sql.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import type { Log } from '#core/log.ts';
import type { PersonFields } from '#shared/features/participants.ts';
import { z } from '#shared/lib/zod.ts';
import { identityNumber } from '#tests/support/identity-numbers.ts';
import { takeBack } from '#tests/support/older-structure.ts';
import { inside } from '#tests/support/sign-in.ts';
import { clock, temporaryFolder, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const BEFORE_IDENTITY = 8;
const PASSPHRASE = '示例口令 correct horse';
const REASON = '上级要求实名报送';
const ON = { on: true, reason: REASON, passphrase: PASSPHRASE };
const FIRST = identityNumber('1956-03-08', '002');
const SECOND = identityNumber('1970-05-01', '013');
const step = { code: 'personInsert', params: { count: 1 } } as const;

const testArchive = (log?: Log): Promise<TestArchive> =>
  archiveOf(undefined, { now: clock(Date.UTC(2021, 5, 30, 8)), ...(log && { log }) });

async function enter(
  archive: TestArchive,
  ...persons: (Partial<PersonFields> & { name: string })[]
): Promise<number[]> {
  const changes = persons.map((fields) => ({ do: 'insert' as const, fields }));
  return (await archive.call('participants.edit', { step, changes })).ids;
}

const setNumber = (archive: TestArchive, person: number, number: string | null) =>
  archive.call('participants.setIdentityNumber', { person, number });
const reveal = (archive: TestArchive, person: number, passphrase = PASSPHRASE) =>
  archive.call('participants.revealIdentityNumber', { person, passphrase, reason: '核对证件' });
const maskOf = async (archive: TestArchive, id: number): Promise<string | null> =>
  (await archive.call('participants.get', { id })).person.identityMask;
const setting = (archive: TestArchive) => archive.call('participants.identitySetting', {});
const refusal = (code: string) => ({ code: `participants/identity_${code}` });

/** Changes persons' rows in the closed file, as somebody who has it in hand might. */
async function tamper(archive: TestArchive, statement: string): Promise<void> {
  archive.runtime.close();
  const db = new Database(join(archive.directory, DATABASE));
  db.exec(statement);
  db.close();
  await archive.reopen();
}

describe('the switch for ID-card numbers', () => {
  it('is off at first: no number is taken, and nothing of one is kept', async () => {
    const archive = await testArchive();
    const [id = 0] = await enter(archive, { name: '甲示例' });
    expect(await setting(archive)).toEqual({ on: false, stored: 0, passphraseNeeded: true });
    await expect(setNumber(archive, id, FIRST)).rejects.toMatchObject(refusal('off'));
    await expect(reveal(archive, id)).rejects.toMatchObject(refusal('off'));
    expect(await maskOf(archive, id)).toBeNull();
    expect(await archive.call('participants.clearIdentityNumbers', { reason: REASON })).toMatchObject({ cleared: 0 });
    expect(await archive.call('participants.switchIdentityNumbers', { on: false, reason: REASON })).toMatchObject({
      on: false,
    });
    expect((await archive.call('history.list', {}))[0]?.action).toBe('participants.edit');
  });

  it('asks for a long passphrase and a reason that holds no secret', async () => {
    const archive = await testArchive();
    const on = (more: object) => archive.call('participants.switchIdentityNumbers', { ...ON, ...more });
    await expect(on({ passphrase: '九个字符的口令示例' })).rejects.toMatchObject({
      ...refusal('passphrase_short'),
      params: { least: 10, count: 9 },
    });
    await expect(
      archive.call('participants.switchIdentityNumbers', { on: true, reason: REASON }),
    ).rejects.toMatchObject(refusal('passphrase_short'));
    await expect(on({ reason: ' ' })).rejects.toMatchObject({ code: 'input/invalid' });
    await expect(on({ reason: `口令是 ${PASSPHRASE}` })).rejects.toMatchObject(refusal('in_reason'));
    await expect(on({ reason: `登记 ${FIRST}` })).rejects.toMatchObject(refusal('in_reason'));
    expect(await setting(archive)).toMatchObject({ on: false });
    expect(await on({})).toEqual({ on: true, stored: 0, passphraseNeeded: true });
    expect((await archive.call('history.list', {}))[0]).toMatchObject({
      action: 'participants.switchIdentityNumbers',
      label: { code: 'identitySwitchOn' },
      reason: REASON,
    });
    // It is only switched back; undo goes to the step before.
    expect((await archive.call('history.state', {})).undo).toBeNull();
    expect(await on({})).toMatchObject({ on: true });
  });

  it('switched off keeps what is stored and its keys; all cleared, a new passphrase begins', async () => {
    const archive = await testArchive();
    const [id = 0, other = 0] = await enter(archive, { name: '甲示例' }, { name: '乙示例' });
    await archive.call('participants.switchIdentityNumbers', ON);
    await setNumber(archive, id, FIRST);
    expect(await archive.call('participants.switchIdentityNumbers', { on: false, reason: REASON })).toEqual({
      on: false,
      stored: 1,
      passphraseNeeded: false,
    });
    await expect(setNumber(archive, other, SECOND)).rejects.toMatchObject(refusal('off'));
    await expect(reveal(archive, id)).rejects.toMatchObject(refusal('off'));
    const another = { on: true, reason: REASON, passphrase: '另一个口令，也够长' };
    await expect(
      archive.call('participants.switchIdentityNumbers', { ...another, passphrase: '另一个口令，也是够长的' }),
    ).rejects.toMatchObject(refusal('passphrase_wrong'));
    await archive.call('participants.switchIdentityNumbers', { on: true, reason: REASON });
    expect(await reveal(archive, id)).toMatchObject({ number: FIRST });

    // A number whose entry is undone comes back by redo after the keys were changed: it is told, not guessed at.
    await archive.call('history.undo', {});
    expect(await setting(archive)).toMatchObject({ stored: 0, passphraseNeeded: true });
    await archive.call('participants.switchIdentityNumbers', { on: false, reason: REASON });
    const next = '更换以后的口令，足够长';
    await archive.call('participants.switchIdentityNumbers', { ...another, passphrase: next });
    await archive.call('history.redo', {});
    await expect(reveal(archive, id, next)).rejects.toMatchObject(refusal('other_keys'));
    await setNumber(archive, id, FIRST);
    expect(await reveal(archive, id, next)).toMatchObject({ number: FIRST });
    await expect(reveal(archive, id, PASSPHRASE)).rejects.toMatchObject(refusal('passphrase_wrong'));

    expect(await archive.call('participants.clearIdentityNumbers', { reason: '不再需要' })).toMatchObject({
      cleared: 1,
    });
    expect(await maskOf(archive, id)).toBeNull();
    await expect(reveal(archive, id, next)).rejects.toMatchObject(refusal('none'));
    expect((await archive.call('history.list', {}))[0]).toMatchObject({
      label: { code: 'identityClear', params: { count: 1 } },
      reason: '不再需要',
    });
    // What was cleared comes back by no undo.
    await expect(archive.call('history.undo', {})).rejects.toMatchObject({ code: 'history/changed_since' });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('is nothing that an auditor may touch or see behind', async () => {
    const archive = await testArchive();
    const [id = 0] = await enter(archive, { name: '甲示例' });
    await archive.call('participants.switchIdentityNumbers', ON);
    await setNumber(archive, id, FIRST);
    for (const [name, input] of [
      ['participants.revealIdentityNumber', { person: id, passphrase: PASSPHRASE, reason: '查看' }],
      ['participants.setIdentityNumber', { person: id, number: SECOND }],
      ['participants.switchIdentityNumbers', { on: false, reason: '关闭' }],
      ['participants.clearIdentityNumbers', { reason: '清除' }],
    ] as const) {
      const { reply } = await archive.runtime.call(name, input, { role: 'auditor' });
      expect(reply).toMatchObject({ ok: false, error: { code: 'access/role' } });
    }
    const { reply } = await archive.runtime.call('participants.identitySetting', {}, { role: 'auditor' });
    expect(reply).toMatchObject({ ok: true, value: { on: true, stored: 1 } });
  });
});

describe('an ID-card number', () => {
  it('is kept sealed, shown masked, whole with passphrase and reason, and goes by undo', async () => {
    const archive = await testArchive();
    const [id = 0] = await enter(archive, { name: '甲示例', birthDate: '1956' });
    await archive.call('participants.switchIdentityNumbers', ON);
    const mask = `${'*'.repeat(16)}${FIRST.slice(-2)}`;
    // It says what it says; nothing is filled in by itself.
    expect(await setNumber(archive, id, ` ${FIRST.toLowerCase()} `)).toMatchObject({
      mask,
      says: { birthDate: '1956-03-08', sex: 'female' },
    });
    expect((await archive.call('participants.get', { id })).person).toMatchObject({
      birthDate: '1956',
      sex: null,
      identityMask: mask,
    });
    await archive.reopen();
    expect(await reveal(archive, id)).toMatchObject({ number: FIRST });
    expect((await archive.call('history.list', {}))[0]).toMatchObject({
      label: { code: 'identityReveal', params: { name: '甲示例' } },
      reason: '核对证件',
      records: 0,
    });
    const before = await archive.call('history.list', {});
    await expect(reveal(archive, id, `${PASSPHRASE}!`)).rejects.toMatchObject(refusal('passphrase_wrong'));
    expect(await archive.call('history.list', {})).toEqual(before);
    await archive.call('history.undo', {});
    expect(await maskOf(archive, id)).toBeNull();
    await archive.call('history.redo', {});
    expect(await reveal(archive, id)).toMatchObject({ number: FIRST });
    expect(await setNumber(archive, id, null)).toMatchObject({ mask: null, says: { birthDate: null, sex: null } });
    expect(await maskOf(archive, id)).toBeNull();
    const { length } = await archive.call('history.list', {});
    await setNumber(archive, id, null);
    expect(await archive.call('history.list', {})).toHaveLength(length);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('is refused by the rule that it breaks, and where the person is another', async () => {
    const archive = await testArchive();
    const [id = 0, born = 0, man = 0, same = 0] = await enter(
      archive,
      { name: '甲示例' },
      { name: '乙示例', birthDate: '1956-03' },
      { name: '丙示例', sex: 'male' },
      { name: '丁示例', birthDate: '1956-03-08', sex: 'female' },
    );
    await archive.call('participants.switchIdentityNumbers', ON);
    await expect(setNumber(archive, id, '')).rejects.toMatchObject(refusal('empty'));
    await expect(setNumber(archive, id, '110105491231002')).rejects.toMatchObject(refusal('old_form'));
    await expect(setNumber(archive, id, identityNumber('2021-07-01', '002'))).rejects.toMatchObject(refusal('future'));
    await expect(setNumber(archive, born, SECOND)).rejects.toMatchObject({
      ...refusal('birth_differs'),
      params: { name: '乙示例', birthDate: '1956-03' },
    });
    await expect(setNumber(archive, man, FIRST)).rejects.toMatchObject(refusal('sex_differs'));
    await expect(setNumber(archive, 99, FIRST)).rejects.toMatchObject({ code: 'record/not_found' });
    expect(await setNumber(archive, same, FIRST)).toMatchObject({ says: { birthDate: null, sex: null } });
    expect(await setting(archive)).toMatchObject({ stored: 1 });
  });

  it('put to another person or changed in the file opens no more, and the verifier finds it', async () => {
    const archive = await testArchive();
    const [first = 0, second = 0] = await enter(archive, { name: '甲示例' }, { name: '乙示例' });
    await archive.call('participants.switchIdentityNumbers', ON);
    await setNumber(archive, first, FIRST);
    await setNumber(archive, second, SECOND);
    await tamper(
      archive,
      `UPDATE person SET identity_sealed = (SELECT identity_sealed FROM person WHERE id = ${first}) WHERE id = ${second}`,
    );
    await expect(reveal(archive, second)).rejects.toMatchObject(refusal('damaged'));
    await tamper(
      archive,
      `UPDATE person SET identity_sealed = substr(identity_sealed, 1, 100) || 'AAAA' || substr(identity_sealed, 105) WHERE id = ${first}`,
    );
    await expect(reveal(archive, first)).rejects.toMatchObject(refusal('damaged'));
    const { problems } = await archive.call('archive.verify', {});
    expect(problems.map(({ detail }) => detail)).toEqual([`person/${first}`, `person/${second}`]);
  });

  it('stays with its own person when two are merged', async () => {
    const archive = await testArchive();
    const [first = 0, second = 0] = await enter(archive, { name: '甲示例' }, { name: '甲示例' });
    await archive.call('participants.switchIdentityNumbers', ON);
    await setNumber(archive, second, FIRST);
    await archive.call('participants.merge', {
      keep: { id: first, version: 1 },
      merge: [{ id: second, version: 2 }],
      reason: '同一人',
    });
    expect(await maskOf(archive, first)).toBeNull();
    expect(await reveal(archive, second)).toMatchObject({ number: FIRST });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('stands in the open nowhere: not in the file, nor in an answer, error, log, search or paper', async () => {
    const lines: unknown[] = [];
    const keep = (event: string, fields?: object): void => void lines.push([event, fields]);
    const archive = await testArchive({ debug: keep, info: keep, warn: keep, error: keep });
    const told: unknown[] = [];
    const call = async (name: string, input: unknown): Promise<void> => {
      told.push(await archive.runtime.call(name, input));
    };
    const [id = 0, man = 0] = await enter(
      archive,
      {
        name: '甲示例',
        roles: [{ role: 'volunteer', organisationId: null, subject: '', from: '2020-01-01', to: null }],
      },
      { name: '乙示例', sex: 'male', birthDate: '1956-03-08' },
    );
    const paper = join(temporaryFolder(), 'register.xlsx');
    for (const [name, input] of [
      ['participants.switchIdentityNumbers', ON],
      ['participants.setIdentityNumber', { person: id, number: FIRST }],
      ['participants.setIdentityNumber', { person: man, number: FIRST }],
      ['participants.setIdentityNumber', { person: 99, number: FIRST }],
      ['participants.setIdentityNumber', { person: id, number: `${FIRST}1` }],
      ['participants.setIdentityNumber', { person: id, number: FIRST.repeat(9) }],
      ['participants.setIdentityNumber', { person: id, number: SECOND }],
      ['participants.revealIdentityNumber', { person: id, passphrase: `${PASSPHRASE}1`, reason: '核对' }],
      ['participants.revealIdentityNumber', { person: id, passphrase: PASSPHRASE.repeat(20), reason: '核对' }],
      ['participants.revealIdentityNumber', { person: id, passphrase: PASSPHRASE, reason: `核对${SECOND}` }],
      ['history.undo', {}],
      ['history.redo', {}],
      ['participants.list', {}],
      ['participants.get', { id }],
      ['participants.candidates', { text: '示例' }],
      ['participants.candidates', { text: SECOND }],
      ['participants.twins', {}],
      ['history.ofRecord', { entity: 'person', key: id }],
      ['history.ofRecord', { entity: 'identity_setting', key: 1 }],
      ['history.list', {}],
      ['search.find', { text: '示例' }],
      ['search.find', { text: SECOND.slice(-4) }],
      [
        'papers.export',
        {
          paper: 'personRegister',
          role: 'volunteer',
          year: 2021,
          phones: 'whole',
          reason: '报送',
          format: 'xlsx',
          file: paper,
          fontScheme: 'shipped',
        },
      ],
      ['archive.verify', {}],
    ] as const) {
      await call(name, input);
    }
    // Shown once whole, to see that it is there.
    expect(await reveal(archive, id)).toMatchObject({ number: SECOND });
    await call('participants.clearIdentityNumbers', { reason: '不再需要' });
    const { sheets } = await readWorkbook(readFileSync(paper));
    const texts = JSON.stringify([told, lines, sheets]);
    expect(texts).toContain(`${'*'.repeat(16)}${SECOND.slice(-2)}`);
    const bytes = ['', '-wal', '-shm']
      .map((end) => join(archive.directory, DATABASE + end))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file));
    expect(bytes.length).toBeGreaterThan(1);
    const written = Buffer.concat(bytes);
    expect(written.includes(Buffer.from('identityReveal'))).toBe(true);
    for (const secret of [FIRST, SECOND, FIRST.slice(6, 17), SECOND.slice(6, 17), PASSPHRASE]) {
      expect(texts).not.toContain(secret);
      for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/u, '')]) {
        expect(written.includes(Buffer.from(form))).toBe(false);
      }
    }
    // Not even the sealed text leaves the file.
    const sealed = inside(archive, (db) =>
      value(db, z.string(), "SELECT after FROM event WHERE action = 'participants.setIdentityNumber' LIMIT 1"),
    );
    const [, text = ''] = /"identity_sealed":"([^"]+)"/u.exec(sealed) ?? [];
    expect(text).not.toBe('');
    expect(texts).not.toContain(text.slice(0, 12));
  });
});

it('an archive from before ID-card numbers is brought on, whole, with its steps', async () => {
  const archive = await testArchive();
  const [id = 0] = await enter(archive, { name: '甲示例' });
  const { version } = (await archive.call('participants.get', { id })).person;
  await archive.call('participants.edit', {
    step: { code: 'personEdit', params: { count: 1 } },
    changes: [{ do: 'set', id, version, fields: { note: '改' } }],
  });
  archive.runtime.close();
  const file = join(archive.directory, DATABASE);
  takeBack(file, BEFORE_IDENTITY);
  const older = new Database(file, { readonly: true });
  expect(older.prepare("SELECT count(*) FROM event WHERE after LIKE '%identity%'").pluck().get()).toBe(0);
  older.close();
  await archive.reopen();
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  expect(await maskOf(archive, id)).toBeNull();
  expect(await setting(archive)).toEqual({ on: false, stored: 0, passphraseNeeded: true });
  await archive.call('history.undo', {});
  await archive.call('participants.switchIdentityNumbers', ON);
  await setNumber(archive, id, FIRST);
  expect(await reveal(archive, id)).toMatchObject({ number: FIRST });
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
});
