/** The counting engine against a naive count of the same data, whatever was entered, merged, withdrawn or left empty. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Breakdown, type Counts, type Statistics, type StatisticsFilter } from '#shared/features/activities.ts';
import type { AttendanceRole } from '#shared/features/attendance.ts';
import { testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const YEAR = 2021;
const STEP = { code: 'type', params: { count: 1 } } as const;
const ROLES: readonly AttendanceRole[] = ['learner', 'volunteer', 'teacher'];
const DAYS = ['2020-12-31', '2021-01-01', '2021-01-31', '2021-02-01', '2021-12-31', '2022-01-01'];

interface PersonData {
  sex: 'female' | 'male' | null;
  birthDate: string | null;
  village: string | null;
}
interface ActivityData {
  dateStart: string | null;
  state: 'planned' | 'held' | 'cancelled';
  category: number | null;
  audience: 'women' | 'elderly' | null;
  planRow: number | null;
  headCount: number | null;
  withdrawn: boolean;
}
interface RowData {
  activity: number;
  person: number;
  date: string;
  role: AttendanceRole;
  signed: boolean;
  withdrawn: boolean;
}
interface Data {
  persons: PersonData[];
  activities: ActivityData[];
  rows: RowData[];
  /** Pairs of places: the second is joined with the first. */
  merges: [number, number][];
}

const data: fc.Arbitrary<Data> = fc.record({
  persons: fc.array(
    fc.record({
      sex: fc.constantFrom('female' as const, 'male' as const, null),
      birthDate: fc.constantFrom(
        null,
        '1950',
        '1961-05',
        '1962-01-01',
        '1986',
        '2003-12-31',
        '2004',
        '2008-01-01',
        '2021',
      ),
      village: fc.constantFrom(null, '甲村', '乙村', '丙村'),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  activities: fc.array(
    fc.record({
      dateStart: fc.constantFrom(null, ...DAYS),
      state: fc.constantFrom(
        'held' as const,
        'held' as const,
        'held' as const,
        'planned' as const,
        'cancelled' as const,
      ),
      category: fc.constantFrom(null, 0, 3),
      audience: fc.constantFrom('women' as const, 'elderly' as const, null),
      planRow: fc.constantFrom(null, 0, 1),
      headCount: fc.option(fc.nat(500)),
      withdrawn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  rows: fc.array(
    fc.record({
      activity: fc.nat(4),
      person: fc.nat(6),
      date: fc.constantFrom(...DAYS),
      role: fc.constantFrom(...ROLES),
      signed: fc.constantFrom(true, true, false),
      withdrawn: fc.constantFrom(false, false, true),
    }),
    { minLength: 6, maxLength: 40, size: 'max' },
  ),
  merges: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 }),
});

/** The data as they can be entered: places that exist, and a row once only. */
function sound(given: Data): Data {
  const rows = given.rows
    .map((row) => ({
      ...row,
      activity: row.activity % given.activities.length,
      person: row.person % given.persons.length,
    }))
    .filter(
      (row, index, all) =>
        all.findIndex(
          (other) =>
            other.activity === row.activity &&
            other.person === row.person &&
            other.date === row.date &&
            other.role === row.role,
        ) === index,
    );
  const used = new Set(rows.filter(({ withdrawn }) => !withdrawn).map(({ activity }) => activity));
  return {
    ...given,
    rows,
    // An activity whose sheet has rows cannot be withdrawn.
    activities: given.activities.map((one, index) => ({ ...one, withdrawn: one.withdrawn && !used.has(index) })),
    merges: given.merges.filter(([keep, gone]) => keep < given.persons.length && gone < given.persons.length),
  };
}

interface Made {
  personIds: number[];
  activityIds: number[];
  planRowIds: number[];
  categoryIds: number[];
}

/** Enters the data; `backwards` enters rows, persons and activities in the opposite order. */
async function enter(archive: TestArchive, given: Data, backwards = false): Promise<Made> {
  const { call } = archive;
  const order = <T>(list: readonly T[]): T[] => (backwards ? [...list].reverse() : [...list]);
  await call('organisations.create', { fullName: '丙村（居）', shortNames: ['丙村'] });
  const { rows: planRows } = await call('schedule.edit', {
    year: YEAR,
    step: STEP,
    changes: ['培训', '走访'].map((activity) => ({ do: 'insert' as const, after: null, fields: { activity } })),
  });
  const planRowIds = ['培训', '走访'].map((name) => planRows.find(({ activity }) => activity === name)?.id ?? 0);
  const categoryIds = (await call('activities.categories', {})).map(({ id }) => id);
  const persons = await call('participants.edit', {
    step: STEP,
    changes: order(given.persons).map((fields, index) => ({
      do: 'insert' as const,
      fields: { name: `人员${backwards ? given.persons.length - 1 - index : index}`, ...fields },
    })),
  });
  const activities = await call('activities.edit', {
    step: STEP,
    changes: order(given.activities.map((one, index) => ({ one, index }))).map(({ one, index }) => ({
      do: 'insert' as const,
      fields: {
        title: `活动${index}`,
        dateStart: one.dateStart,
        state: one.state,
        categoryId: one.category === null ? null : (categoryIds[one.category] ?? null),
        audience: one.audience,
        planRowId: one.planRow === null ? null : (planRowIds[one.planRow] ?? null),
        headCount: one.headCount,
        headCountMark: one.headCount === null ? null : ('about' as const),
      },
    })),
  });
  const personIds = order(persons.ids);
  const activityIds = order(activities.ids);
  const rows = order(given.rows);
  if (rows.length > 0) {
    const { ids } = await call('attendance.edit', {
      step: STEP,
      changes: rows.map(({ activity, person, date, role, signed }) => ({
        do: 'insert' as const,
        activityId: activityIds[activity] ?? 0,
        person: { id: personIds[person] ?? 0 },
        fields: { date, role, signed },
      })),
    });
    const gone = ids.filter((_, index) => rows[index]?.withdrawn === true);
    if (gone.length > 0) {
      await call('attendance.edit', {
        step: STEP,
        changes: gone.map((id) => ({ do: 'withdraw' as const, id, version: 1, reason: '重复' })),
      });
    }
  }
  for (const [index, { withdrawn }] of given.activities.entries()) {
    if (!withdrawn) continue;
    const change = { do: 'withdraw' as const, id: activityIds[index] ?? 0, version: 1, reason: '误录' };
    await call('activities.edit', { step: STEP, changes: [change] });
  }
  return { personIds, activityIds, planRowIds, categoryIds };
}

/** Joins persons as the data say; answers the root of each and what is known of it. */
function rootsOf({ persons, merges }: Data): { root: number[]; known: PersonData[]; done: [number, number][] } {
  const root = persons.map((_, index) => index);
  const known = persons.map((one) => ({ ...one }));
  const done: [number, number][] = [];
  for (const [a, b] of merges) {
    const keep = root[a] ?? 0;
    const gone = root[b] ?? 0;
    const [kept, other] = [known[keep], known[gone]];
    if (keep === gone || !kept || !other) continue;
    done.push([keep, gone]);
    known[keep] = {
      sex: kept.sex ?? other.sex,
      birthDate: kept.birthDate ?? other.birthDate,
      village: kept.village ?? other.village,
    };
    for (const [index, of] of root.entries()) if (of === gone) root[index] = keep;
  }
  return { root, known, done };
}

async function mergeAll(archive: TestArchive, given: Data, made: Made): Promise<void> {
  for (const [keep, gone] of rootsOf(given).done) {
    const asked = async (place: number) => {
      const { person } = await archive.call('participants.get', { id: made.personIds[place] ?? 0 });
      return { id: person.id, version: person.version };
    };
    await archive.call('participants.merge', { keep: await asked(keep), merge: [await asked(gone)], reason: '同一人' });
  }
}

type Key = string | number | null;

function groupOf(birth: string | null): string | null {
  if (birth === null) return null;
  const age = YEAR - Number(birth.slice(0, 4));
  return age < 14 ? '0-13' : age < 18 ? '14-17' : age < 35 ? '18-34' : age < 60 ? '35-59' : '60+';
}

/** The definition, written down a second time and without any speed. */
function naive(given: Data, made: Made): { total: Counts; lines: Record<Breakdown, Map<Key, Counts>> } {
  const { root, known } = rootsOf(given);
  const held = (index: number): boolean =>
    given.activities[index]?.state === 'held' && given.activities[index].withdrawn === false;
  const stands = given.rows.filter(({ withdrawn, signed, activity }) => !withdrawn && signed && held(activity));
  const counted = stands.filter(({ date }) => date.startsWith(`${YEAR}-`));
  const unsigned = given.activities.flatMap(({ dateStart }, index) =>
    held(index) && dateStart?.startsWith(`${YEAR}-`) === true && stands.every(({ activity }) => activity !== index)
      ? [index]
      : [],
  );
  const count = (rows: readonly RowData[], estimates: readonly number[]): Counts => ({
    activities: new Set([...rows.map(({ activity }) => activity), ...estimates]).size,
    personTimes: rows.length,
    people: new Set(rows.map(({ person }) => root[person])).size,
    estimated: estimates.reduce((sum, index) => sum + (given.activities[index]?.headCount ?? 0), 0),
  });
  const cut = (ofRow: (row: RowData) => Key, ofActivity: ((index: number) => Key) | null): Map<Key, Counts> => {
    const estimates = ofActivity ? unsigned : [];
    const keys = new Set([...counted.map(ofRow), ...estimates.map((index) => ofActivity?.(index) ?? null)]);
    return new Map(
      [...keys].map((key) => [
        key,
        count(
          counted.filter((row) => ofRow(row) === key),
          estimates.filter((index) => (ofActivity?.(index) ?? null) === key),
        ),
      ]),
    );
  };
  const byActivity = (of: (index: number) => Key) => cut(({ activity }) => of(activity), of);
  const person = (of: (one: PersonData) => Key) =>
    cut(({ person: place }) => of(known[root[place] ?? 0] ?? { sex: null, birthDate: null, village: null }), null);
  const idOf = (ids: readonly number[], place: number | null | undefined): Key =>
    place === null || place === undefined ? null : (ids[place] ?? null);
  return {
    total: count(counted, unsigned),
    lines: {
      activity: byActivity((index) => made.activityIds[index] ?? null),
      category: byActivity((index) => idOf(made.categoryIds, given.activities[index]?.category)),
      audience: byActivity((index) => given.activities[index]?.audience ?? null),
      planRow: byActivity((index) => idOf(made.planRowIds, given.activities[index]?.planRow)),
      month: cut(
        ({ date }) => Number(date.slice(5, 7)),
        (index) => Number(given.activities[index]?.dateStart?.slice(5, 7)),
      ),
      village: person(({ village }) => (village === '丙村' ? '丙村（居）' : village)),
      sex: person(({ sex }) => sex),
      ageGroup: person(({ birthDate }) => groupOf(birthDate)),
      role: cut(({ role }) => role, null),
    },
  };
}

/** The field by which a line of a breakdown opens its list. */
const FIELD = {
  activity: 'activityId',
  category: 'categoryId',
  audience: 'audience',
  village: 'village',
  month: 'month',
  sex: 'sex',
  ageGroup: 'ageGroup',
  role: 'role',
  planRow: 'planRowId',
} as const satisfies Record<Breakdown, keyof StatisticsFilter>;

const countsIn = ({ activities, personTimes, people, estimated }: Counts): Counts => ({
  activities,
  personTimes,
  people,
  estimated,
});

function linesIn(statistics: Statistics, name: Breakdown): Map<Key, Counts> {
  return new Map(
    (statistics.breakdowns[name]?.lines ?? []).map((line) => [line.filter[FIELD[name]] ?? null, countsIn(line)]),
  );
}

/** What a person reads: labels and numbers, in an order of their own. */
function read({ total, breakdowns }: Statistics): unknown {
  return {
    total,
    breakdowns: Breakdown.options.map((name) => ({
      name,
      repeated: breakdowns[name]?.repeated,
      lines: (breakdowns[name]?.lines ?? []).map((line) => JSON.stringify([line.label, countsIn(line)])).sort(),
    })),
  };
}

const ask = (archive: TestArchive): Promise<Statistics> => archive.call('activities.statistics', { year: YEAR });

describe('the numbers of a year', () => {
  it('are those of a naive count, add up in every breakdown, and open exactly what they count', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (given) => {
        const entered = sound(given);
        const archive = await testArchive();
        const made = await enter(archive, entered);
        await mergeAll(archive, entered, made);
        const statistics = await ask(archive);
        const expected = naive(entered, made);
        expect(statistics.total).toEqual(expected.total);
        for (const name of Breakdown.options) {
          const { lines, repeated } = statistics.breakdowns[name] ?? { lines: [], repeated: -1 };
          expect([name, linesIn(statistics, name)]).toEqual([name, expected.lines[name]]);
          const times = lines.reduce((sum, line) => sum + line.personTimes, 0);
          const people = lines.reduce((sum, line) => sum + line.people, 0);
          expect([name, times, people - repeated]).toEqual([name, expected.total.personTimes, expected.total.people]);
          expect(repeated).toBeGreaterThanOrEqual(0);
          // A person is in one village, of one sex and age: such lines have nobody in common.
          expect(['village', 'sex', 'ageGroup'].includes(name) ? repeated : 0).toBe(0);
          for (const line of lines) {
            const behind = await archive.call('activities.behind', { filter: line.filter, limit: 50_000 });
            expect([name, line.label, behind.counts]).toEqual([name, line.label, countsIn(line)]);
            expect(behind.rows).toHaveLength(line.personTimes);
            expect(new Set(behind.rows.map(({ personId }) => personId)).size).toBe(line.people);
            expect(behind.activities).toHaveLength(line.activities);
          }
          // Looking closer at one line breaks down that line, and nothing else.
          const [first] = lines;
          if (!first) continue;
          const { year: _year, ...filter } = first.filter;
          const closer = await archive.call('activities.statistics', { year: YEAR, filter });
          expect([name, closer.total]).toEqual([name, countsIn(first)]);
          for (const { lines: parts } of Object.values(closer.breakdowns)) {
            expect(parts.reduce((sum, line) => sum + line.personTimes, 0)).toBe(first.personTimes);
            for (const part of parts) expect(part.filter).toMatchObject(first.filter);
          }
        }
        archive.runtime.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('do not depend on the order of entry', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (given) => {
        const entered = { ...sound(given), merges: [] };
        const one = await testArchive();
        const other = await testArchive();
        await enter(one, entered);
        await enter(other, entered, true);
        expect(read(await ask(other))).toEqual(read(await ask(one)));
        one.runtime.close();
        other.runtime.close();
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('keep 人次 at a merge, lose one of 人 for each joined who signed, and come back by undo, one step after the other', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (given) => {
        const entered = sound(given);
        const archive = await testArchive();
        const made = await enter(archive, entered);
        const before = await ask(archive);
        await mergeAll(archive, entered, made);
        const after = await ask(archive);
        expect(after.total).toEqual({ ...before.total, people: naive(entered, made).total.people });
        const { done } = rootsOf(entered);
        for (const _ of done) await archive.call('history.undo', {});
        expect(read(await ask(archive))).toEqual(read(before));
        for (const _ of done) await archive.call('history.redo', {});
        expect(read(await ask(archive))).toEqual(read(after));
        expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
        archive.runtime.close();
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
