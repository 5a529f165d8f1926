/** The register of persons: what is entered, found, told and never shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Log } from '#core/log.ts';
import { all } from '#core/db/sql.ts';
import type { Person, PersonFields } from '#shared/features/participants.ts';
import { maskPhone } from '#shared/lib/phones.ts';
import { z } from '#shared/lib/zod.ts';
import { inside, signIn } from '#tests/support/sign-in.ts';
import { clock, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const testArchive = (log?: Log): Promise<TestArchive> =>
  archiveOf(undefined, { now: clock(Date.UTC(2021, 5, 30, 8)), ...(log && { log }) });

const insert = { code: 'personInsert', params: { count: 1 } } as const;
const edit = { code: 'personEdit', params: { count: 1 } } as const;

async function enter(
  archive: TestArchive,
  ...persons: (Partial<PersonFields> & { name: string })[]
): Promise<number[]> {
  const { ids } = await archive.call('participants.edit', {
    step: insert,
    changes: persons.map((fields) => ({ do: 'insert', fields })),
  });
  return ids;
}

async function person(archive: TestArchive, id = 0): Promise<Person> {
  return (await archive.call('participants.get', { id })).person;
}

async function set(archive: TestArchive, id: number, fields: Partial<PersonFields>): Promise<void> {
  const { version } = await person(archive, id);
  await archive.call('participants.edit', { step: edit, changes: [{ do: 'set', id, version, fields }] });
}

async function rulesOf(archive: TestArchive, id: number): Promise<string[]> {
  const { findings } = await archive.call('participants.get', { id });
  expect(
    findings.every(({ message }) => message !== '' && !message.includes('{{') && !message.includes('personFindings')),
  ).toBe(true);
  return findings.map(({ rule }) => rule);
}

async function found(archive: TestArchive, text: string, more: object = {}): Promise<string[]> {
  return (await archive.call('participants.candidates', { text, ...more })).map(({ name }) => name);
}

describe('persons', () => {
  it('are linked with the village that prints one of its names, at entry and when it is listed later', async () => {
    const archive = await testArchive();
    await archive.call('organisations.create', {
      fullName: '王齐村（示例）',
      shortNames: ['王齐'],
      kind: 'village',
    });
    const [first = 0, second = 0, third = 0] = await enter(
      archive,
      { name: '甲示例', village: '王 齐' },
      { name: '乙示例', village: '薛家村（示例）' },
      { name: '丙示例', village: '' },
    );
    expect(await person(archive, first)).toMatchObject({ village: '王 齐', villageId: 1 });
    expect(await person(archive, second)).toMatchObject({ village: '薛家村（示例）', villageId: null });
    expect(await person(archive, third)).toMatchObject({ village: null, villageId: null });
    const created = await archive.call('organisations.create', { fullName: '薛家村（示例）', kind: 'village' });
    expect(created.linkedRows).toBe(1);
    expect(await person(archive, second)).toMatchObject({ villageId: created.organisation.id });
    expect((await archive.call('organisations.list', { kind: 'village' })).map(({ id }) => id)).toEqual([1, 2]);
    expect(await archive.call('organisations.list', { kind: 'club' })).toEqual([]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('keep their whole number when the masked one comes back, and refuse any other masked one', async () => {
    const archive = await testArchive();
    const [id = 0] = await enter(archive, { name: '甲示例', phone: '139 0000 0001', guardianPhone: '0533-7012345' });
    const shown = await person(archive, id);
    expect(shown).toMatchObject({ phone: '139****0001', guardianPhone: '****-***2345' });
    await set(archive, id, { phone: shown.phone, guardianPhone: shown.guardianPhone, note: '改' });
    const refused = { code: 'participants/masked', params: {} };
    await expect(set(archive, id, { phone: '139****0002' })).rejects.toMatchObject(refused);
    await expect(set(archive, id, { guardianPhone: '139＊＊＊＊0001' })).rejects.toMatchObject(refused);
    await expect(enter(archive, { name: '乙示例', phone: '139****0001' })).rejects.toMatchObject(refused);
    const reveal = (field: 'phone' | 'guardianPhone') =>
      archive.call('participants.reveal', { id, field, reason: '通知活动改期' });
    expect(await reveal('phone')).toMatchObject({ value: '13900000001' });
    expect(await reveal('guardianPhone')).toMatchObject({ value: '0533-7012345' });
    const [last, before] = await archive.call('history.list', {});
    expect([before?.label?.code, last?.label?.code]).toEqual(['personRevealPhone', 'personRevealGuardianPhone']);
    expect(last).toMatchObject({ actor: 'local', reason: '通知活动改期', records: 0 });
    // Showing is no step that could be undone.
    expect((await archive.call('history.state', {})).undo?.code).toBe('personEdit');
    // Cleared stands as empty; what was set already makes no step.
    await set(archive, id, { phone: '' });
    expect((await person(archive, id)).phone).toBeNull();
    const { version } = await person(archive, id);
    await set(archive, id, { note: '改' });
    expect((await person(archive, id)).version).toBe(version);
  });

  it('tell what needs a look, by the age on each day', async () => {
    const archive = await testArchive();
    const [child = 0, grown = 0, odd = 0, good = 0, maybe = 0, late = 0] = await enter(
      archive,
      { name: '甲示例', birthDate: '2011-09-01' },
      { name: '乙示例', birthDate: '2007-06-20' },
      { name: '丙1\ue000', birthDate: '2031', phone: '1390000003' },
      { name: '丁示例·阿示例', birthDate: '1952-03-08', phone: '13900000001、0533-7012345 转 8' },
      { name: '戊示例', birthDate: '2007', guardianName: '己示例' },
      { name: '庚示例', birthDate: '2012-01-01', guardianName: '己示例', consentOn: '2021-06-20' },
    );
    expect(await rulesOf(archive, child)).toEqual(['guardian_missing', 'consent_missing']);
    expect(await rulesOf(archive, grown)).toEqual([]);
    expect(await rulesOf(archive, odd)).toEqual(['name_private', 'name_signs', 'birth_future', 'phone_digits']);
    expect(await rulesOf(archive, good)).toEqual([]);
    expect(await rulesOf(archive, maybe)).toEqual(['consent_maybe']);
    expect(await rulesOf(archive, late)).toEqual([]);
    await signIn(archive, [
      { activity: 1, person: grown, date: '2021-06-19' },
      { activity: 1, person: late, date: '2021-06-12' },
      { activity: 1, person: late, date: '2021-06-26' },
    ]);
    // Fourteen today, and not yet on the day.
    expect(await rulesOf(archive, grown)).toEqual(['guardian_missing', 'consent_missing']);
    expect((await archive.call('participants.get', { id: late })).findings).toMatchObject([
      { rule: 'consent_late', params: { count: 1, first: '2021-06-12' } },
    ]);
    const ids = async (filter: object) =>
      (await archive.call('participants.list', { filter, sort: 'entered' })).rows.map(({ id }) => id);
    // Born 2031 is a mistake, and told as one; as text it is younger than any child.
    expect(await ids({ minor: true })).toEqual([child, odd, maybe, late]);
    expect(await ids({ withoutConsent: true })).toEqual([child, odd, maybe]);
    expect(await ids({ withoutConsent: false })).toEqual([grown, good, late]);
  });

  it.each([
    [{ name: '王' }, 'name_short'],
    [{ name: '王a' }, 'name_mixed'],
    [{ name: '王示例', birthDate: '1890' }, 'birth_impossible'],
    [{ name: '王示例', birthDate: '2015', guardianName: '李示例', consentOn: '2022-01-01' }, 'consent_future'],
  ])('%o needs a look: %s', async (fields, rule) => {
    const archive = await testArchive();
    const [id = 0] = await enter(archive, fields);
    expect(await rulesOf(archive, id)).toContain(rule);
  });

  it('are refused without a visible name, and withdrawn only when no sign-in names them', async () => {
    const archive = await testArchive();
    await expect(enter(archive, { name: '\u2060\u200b' })).rejects.toMatchObject({ code: 'participants/name_empty' });
    const [id = 0] = await enter(archive, { name: '甲示例' });
    await signIn(archive, [{ activity: 1, person: id, date: '2021-06-12', signed: false }]);
    const withdraw = { do: 'withdraw', id, version: 1, reason: '录错' } as const;
    const step = { code: 'personWithdraw', params: { count: 1 } };
    await expect(archive.call('participants.edit', { step, changes: [withdraw] })).rejects.toMatchObject({
      code: 'participants/signed',
      params: { name: '甲示例', count: 1 },
    });
    const [other = 0] = await enter(archive, { name: '乙示例' });
    await archive.call('participants.edit', { step, changes: [{ ...withdraw, id: other }] });
    expect(await found(archive, '示例')).toEqual(['甲示例']);
    const gone = await archive.call('participants.list', { filter: { withdrawn: true } });
    expect(gone.rows).toMatchObject([{ id: other, withdrawn: true, withdrawnReason: '录错', mergedInto: null }]);
    const { version } = await person(archive, other);
    await archive.call('participants.edit', {
      step: { code: 'personRestore', params: { count: 1 } },
      changes: [{ do: 'restore', id: other, version }],
    });
    expect(await found(archive, '示例')).toEqual(['甲示例', '乙示例']);
  });

  it('are listed in the order of their sound, with 人次 of the year that is asked', async () => {
    const archive = await testArchive();
    const ids = await enter(
      archive,
      { name: '周示例', village: '乙村（示例）' },
      { name: '王示例', birthDate: '1950' },
      {
        name: '万示例',
        village: '甲村（示例）',
        roles: [{ role: 'volunteer', organisationId: null, subject: '剪纸', from: null, to: null }],
      },
      { name: '单示例' },
    );
    const [zhou = 0, wang = 0] = ids;
    // What is only planned counts for nobody yet.
    await archive.call('activities.edit', {
      step: { code: 'activityInsert', params: { count: 4 } },
      changes: (['held', 'held', 'held', 'planned'] as const).map((state) => ({
        do: 'insert',
        fields: { title: `示例活动（${state}）`, state, minutes: 90 },
      })),
    });
    await signIn(archive, [
      { activity: 1, person: zhou, date: '2020-06-12' },
      { activity: 1, person: wang, date: '2020-06-12' },
      { activity: 2, person: wang, date: '2021-06-12' },
      { activity: 3, person: wang, date: '2021-06-12', signed: false },
      { activity: 4, person: wang, date: '2021-06-12' },
    ]);
    const names = async (input: object) =>
      (await archive.call('participants.list', input)).rows.map(({ name, personTimes }) => `${name[0]}${personTimes}`);
    expect(await names({})).toEqual(['单0', '万0', '王2', '周1']);
    expect(await names({ descending: true })).toEqual(['周1', '王2', '万0', '单0']);
    expect(await names({ sort: 'personTimes', descending: true, timesYear: 2021 })).toEqual([
      '王1',
      '单0',
      '万0',
      '周0',
    ]);
    expect(await names({ filter: { year: 2020 } })).toEqual(['王1', '周1']);
    expect(await names({ sort: 'village', limit: 2 })).toEqual(['周1', '万0']);
    expect(await names({ filter: { role: 'volunteer' } })).toEqual(['万0']);
    expect(await names({ filter: { text: '剪纸' } })).toEqual(['万0']);
    expect(await names({ filter: { text: 'shan' } })).toEqual(['单0']);
    expect(await names({ filter: { ids: [wang, zhou] }, sort: 'entered' })).toEqual(['周1', '王2']);
    expect((await archive.call('participants.get', { id: wang })).years).toEqual([
      { year: 2021, personTimes: 1, activities: 1, minutes: 90 },
      { year: 2020, personTimes: 1, activities: 1, minutes: 90 },
    ]);
  });
});

describe('whom a typed name may mean', () => {
  it('is found by characters, sound, initials and phone, the closest first', async () => {
    const archive = await testArchive();
    await enter(
      archive,
      { name: '王秀示例', phone: '13900000001' },
      { name: '王秀示', phone: '13900000002' },
      { name: '小王秀示', phone: '0533-7010002' },
      { name: '单秀示例' },
      { name: '赵𬱖示例' },
    );
    expect(await found(archive, '王 秀示')).toEqual(['王秀示', '王秀示例', '小王秀示']);
    expect(await found(archive, 'wangxiushi')).toEqual(['王秀示例', '王秀示', '小王秀示']);
    expect(await found(archive, 'wang xiu')).toEqual(['王秀示例', '王秀示', '小王秀示']);
    expect(await found(archive, 'wxsl')).toEqual(['王秀示例']);
    expect(await found(archive, 'wangxsl')).toEqual(['王秀示例']);
    expect(await found(archive, 'x')).toContain('小王秀示');
    // A family name has a reading of its own; the usual one finds it too.
    expect(await found(archive, 'shanxiu')).toEqual(['单秀示例']);
    expect(await found(archive, 'danxiu')).toEqual(['单秀示例']);
    expect(await found(archive, '𬱖')).toEqual(['赵𬱖示例']);
    expect(await found(archive, '0002')).toEqual(['王秀示', '小王秀示']);
    expect(await found(archive, '13900000001')).toEqual(['王秀示例']);
    // What a mask hides cannot be guessed figure by figure.
    for (const guess of ['00001', '000001', '1390', '13900', '0']) expect(await found(archive, guess)).toEqual([]);
    const [first] = await archive.call('participants.candidates', { text: 'wxsl' });
    expect(first).toMatchObject({ by: 'initials', phone: '139****0001', lastDate: null });
  });

  it('prefers the same activity, then village and birth date, then who came last', async () => {
    const archive = await testArchive();
    await archive.call('organisations.create', { fullName: '淄水社区（示例）', shortNames: ['淄水'] });
    const [first = 0, second = 0, third = 0, fourth = 0] = await enter(
      archive,
      { name: '王示例', village: '王齐村（示例）', birthDate: '1968-11-20' },
      { name: '王示例', village: '淄水社区（示例）', birthDate: '1952-03-08' },
      { name: '王示例' },
      { name: '王示例' },
    );
    await signIn(archive, [
      { activity: 1, person: third, date: '2021-06-12' },
      { activity: 2, person: first, date: '2021-06-12' },
      { activity: 2, person: fourth, date: '2021-06-19' },
    ]);
    const ids = async (more: object) =>
      (await archive.call('participants.candidates', { text: '王示例', ...more })).map(({ id }) => id);
    expect(await ids({})).toEqual([fourth, first, third, second]);
    expect(await ids({ activityId: 1 })).toEqual([third, fourth, first, second]);
    expect(await ids({ village: '淄水' })).toEqual([second, fourth, third, first]);
    expect(await ids({ birthDate: '1952' })).toEqual([second, fourth, third, first]);
    expect(await ids({ birthDate: '1952', activityId: 2 })).toEqual([fourth, first, second, third]);
    expect(await ids({ limit: 1 })).toEqual([fourth]);
  });
});

describe('phones', () => {
  it('leave the archive by no way but the one that is logged', async () => {
    const lines: unknown[] = [];
    const keep = (event: string, fields?: object): void => void lines.push([event, fields]);
    const archive = await testArchive({ debug: keep, info: keep, warn: keep, error: keep });
    const phones = ['13912345678', '0533-7654321', '18800001111', '15098761234'];
    const answers: unknown[] = [];
    const call = async (name: string, input: unknown): Promise<void> => {
      answers.push(await archive.runtime.call(name, input));
    };
    await call('participants.edit', {
      step: insert,
      changes: [
        { do: 'insert', fields: { name: '甲示例', phone: phones[0], guardianPhone: phones[1] } },
        { do: 'insert', fields: { name: '甲示例', phone: phones[0] } },
        { do: 'insert', fields: { name: '乙示例', phone: phones[2] } },
      ],
    });
    await signIn(archive, [{ activity: 1, person: 1, date: '2021-06-12' }]);
    // What a sheet says is shown to whoever reads it in; afterwards its numbers are as hidden as all others.
    const imported = await archive.call('attendance.import', {
      text: `姓名,联系电话,活动,日期,签到\n丙示例,${phones[3]},示例活动2,2021-06-19,√\n`,
    });
    expect(imported).toMatchObject({ added: 1 });
    for (const [name, input] of [
      ['attendance.list', { activityId: 1 }],
      ['attendance.list', { activityId: 2 }],
      ['history.ofRecord', { entity: 'attendance', key: 2 }],
      ['history.ofRecord', { entity: 'person', key: 4 }],
      ['history.ofRecord', { entity: 'activity', key: 2 }],
      ['activities.list', {}],
      ['participants.list', {}],
      ['participants.get', { id: 1 }],
      ['participants.candidates', { text: '示例' }],
      ['participants.candidates', { text: '5678' }],
      ['participants.twins', {}],
      ['participants.edit', { step: edit, changes: [{ do: 'set', id: 1, version: 9, fields: { phone: phones[2] } }] }],
      [
        'participants.edit',
        { step: edit, changes: [{ do: 'set', id: 1, version: 1, fields: { phone: `${phones[2]}*` } }] },
      ],
      [
        'participants.edit',
        { step: edit, changes: [{ do: 'insert', fields: { name: '甲', phone: phones[0]?.repeat(9) } }] },
      ],
      ['participants.edit', { step: edit, changes: [{ do: 'insert', fields: { name: '甲', birthDate: phones[0] } }] }],
      [
        'participants.merge',
        { keep: { id: 1, version: 1 }, merge: [{ id: 2, version: 1 }], take: { phone: 2 }, reason: '同一人' },
      ],
      ['participants.merge', { keep: { id: 1, version: 1 }, merge: [{ id: 3, version: 1 }], reason: '同一人' }],
      ['history.ofRecord', { entity: 'person', key: 1 }],
      ['history.ofRecord', { entity: 'person', key: 3 }],
      ['history.list', {}],
      ['search.find', { text: '示例' }],
      ['search.find', { text: '5678' }],
      ['archive.verify', {}],
      ['history.undo', {}],
    ] as const) {
      await call(name, input);
    }
    const figures = phones.map((phone) => phone.replace('-', ''));
    const told = JSON.stringify([answers, lines]).replaceAll(/[-\s]/gu, '');
    for (const secret of figures) expect(told).not.toContain(secret);
    expect(told).toContain('139****5678');
    const kept = inside(archive, (db) =>
      JSON.stringify(['search_entry', 'search_spoken'].map((table) => all(db, z.unknown(), `SELECT * FROM ${table}`))),
    );
    expect(kept).toContain('甲示例');
    for (const secret of [...figures, '5678', '4321', '1111', '1234']) expect(kept).not.toContain(secret);
    expect((await archive.call('search.find', { text: phones[0] ?? '' })).hits).toEqual([]);
  });

  it('stay whole under any edit made out of what was shown', async () => {
    const archive = await testArchive();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
          fc
            .string({ unit: fc.constantFrom(...Array.from('0123456789- ')), minLength: 1, maxLength: 20 })
            .filter((text) => /\d/u.test(text)),
        ),
        async (phone) => {
          const [id = 0] = await enter(archive, { name: '甲示例', phone });
          const { age: _age, ...shown } = await person(archive, id);
          expect(shown.phone).toBe(maskPhone(phone));
          await set(archive, id, { phone: shown.phone, village: '乙村（示例）', name: shown.name });
          const { value } = await archive.call('participants.reveal', { id, field: 'phone', reason: '核对' });
          expect(maskPhone(value ?? '')).toBe(shown.phone);
          expect((value ?? '').replaceAll(/\D/gu, '')).toBe(phone.replaceAll(/\D/gu, ''));
        },
      ),
      { numRuns: 25 },
    );
  });
});
