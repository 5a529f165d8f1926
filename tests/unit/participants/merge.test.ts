/** Joining persons and units: what counts before and after, and the way back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbers, value } from '#core/db/sql.ts';
import type { PersonFields } from '#shared/features/participants.ts';
import { z } from '#shared/lib/zod.ts';
import { inside, signIn } from '#tests/support/sign-in.ts';
import { testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const insert = { code: 'personInsert', params: { count: 1 } } as const;

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

const asked = async (archive: TestArchive, id: number) => {
  const { person } = await archive.call('participants.get', { id });
  return { id, version: person.version };
};

/** 人次 and 人 straight from the rows, as the rule says them; the statistics of the year must say the same. */
async function counted(archive: TestArchive): Promise<{ personTimes: number; people: number }> {
  const rows = 'FROM attendance a JOIN person p ON p.id = a.person_id WHERE a.signed = 1 AND a.withdrawn = 0';
  const plain = inside(archive, (db) => ({
    personTimes: value(db, z.int(), `SELECT count(*) ${rows}`),
    people: value(db, z.int(), `SELECT count(DISTINCT coalesce(p.merged_into, p.id)) ${rows}`),
  }));
  const { total } = await archive.call('activities.statistics', { year: 2021 });
  expect({ personTimes: total.personTimes, people: total.people }).toEqual(plain);
  return plain;
}

async function listed(archive: TestArchive): Promise<unknown> {
  const all = [
    ...(await archive.call('participants.list', { sort: 'entered' })).rows,
    ...(await archive.call('participants.list', { sort: 'entered', filter: { withdrawn: true } })).rows,
  ];
  return all.map(({ version: _version, ...person }) => person);
}

async function expectWhole(archive: TestArchive): Promise<void> {
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
}

describe('twins', () => {
  it('are told by name and birth, phone, village, and by phone alone, and nothing is done to them', async () => {
    const archive = await testArchive();
    await archive.call('organisations.create', { fullName: '甲村（示例）', shortNames: ['甲村'] });
    await enter(
      archive,
      { name: '王示例', birthDate: '1952-03-08' },
      { name: '王 示例', birthDate: '1952' },
      { name: '王示例', birthDate: '1968' },
      { name: '李示例', phone: '139 0000 0001' },
      { name: '李示例', phone: '13900000001', village: '甲村' },
      { name: '李示例', village: '甲村（示例）' },
      { name: '赵示例', phone: '13900000001' },
      { name: '孙示例', phone: '不详' },
      { name: '周示例', phone: '不详' },
    );
    const before = await listed(archive);
    const groups = await archive.call('participants.twins', {});
    expect(groups.map(({ reason, persons }) => [reason, ...persons.map(({ id }) => id)])).toEqual([
      ['name_and_birth', 1, 2],
      ['name_and_phone', 4, 5],
      ['name_and_village', 5, 6],
      ['phone', 4, 5, 7],
    ]);
    expect(await listed(archive)).toEqual(before);
    expect(await archive.call('participants.twins', { limit: 1 })).toHaveLength(1);
  });
});

describe('merging persons', () => {
  it('never changes 人次, lowers 人 by as many as were merged among those who signed, and can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.nat(5), activity: fc.integer({ min: 1, max: 3 }), signed: fc.boolean() }), {
          minLength: 1,
          maxLength: 14,
        }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 6 }),
        async (rows, pairs) => {
          const archive = await testArchive();
          const ids = await enter(archive, ...Array.from({ length: 6 }, (_, index) => ({ name: `示例${index}` })));
          const once = new Map(rows.map((row) => [`${row.person}/${row.activity}`, row]));
          await signIn(
            archive,
            [...once.values()].map((row) => ({ ...row, person: ids[row.person] ?? 0, date: '2021-06-12' })),
          );
          const signers = new Set([...once.values()].filter(({ signed }) => signed).map(({ person }) => person));
          const begin = await counted(archive);
          expect(begin.people).toBe(signers.size);
          const beginList = await listed(archive);
          const root = ids.map((_, index) => index);
          let steps = 0;
          for (const [left, right] of pairs) {
            const [keep = 0, other = 0] = [root[left], root[right]];
            if (keep === other) continue;
            await archive.call('participants.merge', {
              keep: await asked(archive, ids[keep] ?? 0),
              merge: [await asked(archive, ids[other] ?? 0)],
              reason: '同一人',
            });
            steps += 1;
            root.forEach((one, index) => {
              if (one === other) root[index] = keep;
            });
            // Chains are flat: everybody points at the one that stays.
            const people = new Set([...signers].map((person) => root[person])).size;
            expect(await counted(archive)).toEqual({ personTimes: begin.personTimes, people });
            const { rows: persons } = await archive.call('participants.list', { filter: { ids }, sort: 'entered' });
            expect(persons.map(({ mergedInto, withdrawn }) => [mergedInto, withdrawn])).toEqual(
              root.map((one, index) => (one === index ? [null, false] : [ids[one], true])),
            );
            const total = persons.filter(({ withdrawn }) => !withdrawn).reduce((sum, one) => sum + one.personTimes, 0);
            expect(total).toBe(begin.personTimes);
          }
          const end = await listed(archive);
          await expectWhole(archive);
          for (let step = 0; step < steps; step += 1) await archive.call('history.undo', {});
          expect(await counted(archive)).toEqual(begin);
          expect(await listed(archive)).toEqual(beginList);
          await expectWhole(archive);
          for (let step = 0; step < steps; step += 1) await archive.call('history.redo', {});
          expect(await listed(archive)).toEqual(end);
          await expectWhole(archive);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps what was decided, takes a number over unseen, and shows who was merged', async () => {
    const archive = await testArchive();
    const [keep = 0, other = 0, third = 0] = await enter(
      archive,
      { name: '王示例', note: '甲' },
      { name: '王示例', phone: '13900000001', birthDate: '1952' },
      { name: '王示例', guardianPhone: '0533-7012345' },
    );
    const merge = async (more: object) =>
      archive.call('participants.merge', {
        keep: await asked(archive, keep),
        merge: [await asked(archive, other), await asked(archive, third)],
        reason: '核对身份后确认',
        ...more,
      });
    await expect(merge({ take: { phone: 99 } })).rejects.toMatchObject({ code: 'record/not_found' });
    await expect(merge({ fields: { phone: '139****0001' } })).rejects.toMatchObject({ code: 'participants/masked' });
    await expect(merge({ merge: [await asked(archive, keep)] })).rejects.toMatchObject({
      code: 'participants/merge_self',
    });
    await merge({ fields: { birthDate: '1952' }, take: { phone: other, guardianPhone: third } });
    const { person, merged } = await archive.call('participants.get', { id: keep });
    expect(person).toMatchObject({
      birthDate: '1952',
      phone: '139****0001',
      guardianPhone: '****-***2345',
      note: '甲',
    });
    expect(merged.map(({ id }) => id)).toEqual([other, third]);
    expect((await archive.call('participants.get', { id: other })).person).toMatchObject({
      withdrawn: true,
      withdrawnReason: '核对身份后确认',
      mergedInto: keep,
    });
    expect((await archive.call('history.list', { limit: 1 }))[0]).toMatchObject({
      reason: '核对身份后确认',
      records: 3,
      label: { code: 'personMerge', params: { count: 2, name: '王示例' } },
    });
    expect((await archive.call('search.find', { text: '王示例' })).total).toBe(1);
    // Restoring one of them later takes only that one out again.
    await archive.call('participants.edit', {
      step: { code: 'personRestore', params: { count: 1 } },
      changes: [{ do: 'restore', ...(await asked(archive, other)) }],
    });
    expect((await archive.call('participants.get', { id: keep })).merged.map(({ id }) => id)).toEqual([third]);
    expect((await archive.call('participants.get', { id: other })).person).toMatchObject({
      withdrawn: false,
      mergedInto: null,
    });
    await expectWhole(archive);
  });
});

describe('merging units', () => {
  it('moves names and everything that refers to them, in one step that can be undone', async () => {
    const archive = await testArchive();
    const create = async (fullName: string, shortNames: string[] = []) =>
      (await archive.call('organisations.create', { fullName, shortNames })).organisation;
    const kept = await create('新村（示例）', ['新村']);
    const old = await create('旧村（示例）', ['旧村', '旧']);
    const older = await create('老村（示例）', ['老村']);
    await archive.call('schedule.edit', {
      year: 2021,
      step: { code: 'insert', params: { count: 1 } },
      changes: [
        {
          do: 'insert',
          after: null,
          fields: {
            activity: '示例',
            units: [
              { role: 'lead', name: '旧村', organisationId: null },
              { role: 'support', name: '新村', organisationId: null },
            ],
          },
        },
      ],
    });
    const [id = 0] = await enter(archive, {
      name: '甲示例',
      village: '旧 村',
      roles: [{ role: 'club_head', organisationId: old.id, subject: '剪纸', from: null, to: null }],
    });
    await archive.call('activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '示例活动', hosts: [{ name: '旧' }, { name: '某单位（示例）' }] } }],
    });
    const before = await archive.call('organisations.list', {});
    const seen = async () => ({
      units: (await archive.call('schedule.list', { year: 2021 })).rows[0]?.units,
      person: (await archive.call('participants.get', { id })).person,
      hosts: (await archive.call('activities.list', {})).rows[0]?.hosts,
      found: (await archive.call('search.find', { text: '新村（示例）', kinds: ['person'] })).total,
    });
    const first = await seen();
    expect(first).toMatchObject({
      person: { villageId: old.id, roles: [{ organisationId: old.id }] },
      hosts: [{ organisationId: old.id }, {}],
      found: 0,
    });
    const merge = (keep: { id: number; version: number }, other: { id: number; version: number }) =>
      archive.call('organisations.merge', {
        keep: { id: keep.id, version: keep.version },
        merge: [{ id: other.id, version: other.version }],
        reason: '并村',
      });
    await expect(merge(kept, kept)).rejects.toMatchObject({ code: 'organisation/merge_self' });
    await merge(old, older);
    const { organisation, linkedRows } = await merge(kept, { ...old, version: old.version + 1 });
    expect(linkedRows).toBe(3);
    expect(organisation.shortNames).toEqual(['新村', '旧村（示例）', '旧村', '旧', '老村（示例）', '老村']);
    expect(organisation.mentions).toBe(1);
    expect(await seen()).toMatchObject({
      units: [
        { name: '旧村', organisationId: kept.id },
        { name: '新村', organisationId: kept.id },
      ],
      hosts: [
        { name: '旧', organisationId: kept.id },
        { name: '某单位（示例）', organisationId: null },
      ],
      // The village stays as printed; the club in which the person is something is found under its name of today.
      person: { village: '旧 村', villageId: kept.id, roles: [{ organisationId: kept.id }] },
      found: 1,
    });
    expect(inside(archive, (db) => numbers(db, 'SELECT merged_into FROM organisation WHERE withdrawn = 1'))).toEqual([
      kept.id,
      kept.id,
    ]);
    // A paper that prints an old name means the one that stayed.
    const [later = 0] = await enter(archive, { name: '乙示例', village: '老村' });
    expect((await archive.call('participants.get', { id: later })).person.villageId).toBe(kept.id);
    await expect(archive.call('organisations.create', { fullName: '老村' })).rejects.toMatchObject({
      code: 'organisation/name_taken',
    });
    await expectWhole(archive);
    for (let step = 0; step < 3; step += 1) await archive.call('history.undo', {});
    const plain = (list: typeof before) => list.map(({ version: _version, ...unit }) => unit);
    expect(plain(await archive.call('organisations.list', {}))).toEqual(plain(before));
    const { person, ...rest } = await seen();
    expect({ ...rest, person: { ...person, version: first.person.version } }).toEqual(first);
    await expectWhole(archive);
  });

  it('are found with the persons in them under a new name at once', async () => {
    const archive = await testArchive();
    const { organisation } = await archive.call('organisations.create', { fullName: '剪纸社（示例）', kind: 'club' });
    await enter(archive, {
      name: '甲示例',
      roles: [{ role: 'club_member', organisationId: organisation.id, subject: '', from: null, to: null }],
    });
    await archive.call('organisations.update', {
      id: organisation.id,
      version: 1,
      fullName: '版画社（示例）',
      shortNames: [],
    });
    const hits = async (text: string) =>
      (await archive.call('search.find', { text, kinds: ['person'] })).hits.filter(({ match }) => match === 'exact')
        .length;
    expect([await hits('剪纸社'), await hits('版画社')]).toEqual([0, 1]);
    await expectWhole(archive);
  });
});
