import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduleChange, ScheduleRow } from '#shared/features/schedule.ts';
import { NO_TIME } from '#shared/features/schedule.ts';
import { testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const YEAR = 2021;

/** What a person sees of the year: everything but the counters of change. */
async function seen(archive: TestArchive): Promise<unknown> {
  const { rows, title } = await archive.call('schedule.list', { year: YEAR });
  const plans = await archive.call('plans.list', {});
  const units = await archive.call('organisations.list', {});
  return {
    title,
    rows: rows.map(({ version: _version, ...row }) => row),
    plans,
    units: units.map(({ version: _version, ...unit }) => unit),
  };
}

async function rowsOf(archive: TestArchive): Promise<ScheduleRow[]> {
  return (await archive.call('schedule.list', { year: YEAR })).rows;
}

type Action =
  | { do: 'set'; row: number; text: string }
  | { do: 'withdraw'; row: number; text: string }
  | { do: 'insert'; row: number; text: string; count: number }
  | { do: 'move'; row: number; to: number }
  | { do: 'unit'; text: string };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constantFrom('set' as const, 'withdraw' as const),
    row: fc.nat(30),
    text: fc.string({ unit: 'grapheme', maxLength: 8 }),
  }),
  fc.record({
    do: fc.constant('insert' as const),
    row: fc.nat(30),
    text: fc.string({ maxLength: 5 }),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ do: fc.constant('move' as const), row: fc.nat(30), to: fc.nat(30) }),
  fc.record({ do: fc.constant('unit' as const), text: fc.constantFrom('甲中心', '乙学校', '丙站') }),
);

async function perform(archive: TestArchive, step: Action): Promise<boolean> {
  if (step.do === 'unit') {
    const { reply } = await archive.runtime.call('organisations.create', { fullName: step.text });
    return reply.ok;
  }
  const rows = await rowsOf(archive);
  const row = rows[step.row % Math.max(1, rows.length)];
  const changes: ScheduleChange[] = [];
  if (step.do === 'insert') {
    for (let index = 0; index < step.count; index += 1) {
      changes.push({
        do: 'insert',
        after: row?.id ?? null,
        fields: { activity: `${step.text}${index}`, units: [{ name: '甲中心', role: 'lead', organisationId: null }] },
      });
    }
  } else if (!row) {
    return false;
  } else if (step.do === 'set') {
    changes.push({
      do: 'set',
      id: row.id,
      version: row.version,
      fields: { activity: step.text.toWellFormed(), time: { ...NO_TIME, monthStart: 3, monthEnd: 3 } },
    });
  } else if (step.do === 'move') {
    const target = rows[step.to % rows.length];
    if (!target || target.id === row.id) return false;
    changes.push({ do: 'move', ids: [row.id], after: target.id });
  } else {
    changes.push({ do: 'withdraw', id: row.id, version: row.version, reason: '重复' });
  }
  await archive.call('schedule.edit', { year: YEAR, step: { code: 'type', params: {} }, changes });
  return true;
}

describe('undo and redo', () => {
  it('lead back to every earlier view and forward again, across restarts, with an unbroken log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (steps) => {
        const archive = await testArchive();
        const views = [await seen(archive)];
        for (const step of steps) if (await perform(archive, step)) views.push(await seen(archive));
        await archive.reopen();
        for (let index = views.length - 2; index >= 0; index -= 1) {
          await archive.call('history.undo', {});
          expect(await seen(archive)).toEqual(views[index]);
        }
        expect((await archive.call('history.state', {})).undo).toBeNull();
        await archive.reopen();
        for (let index = 1; index < views.length; index += 1) {
          await archive.call('history.redo', {});
          expect(await seen(archive)).toEqual(views[index]);
        }
        expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
        archive.runtime.close();
      }),
      { numRuns: 15 },
    );
  });

  it('forget what was undone once something new is done, and say so', async () => {
    const archive = await testArchive();
    await archive.call('plans.create', { year: 2021 });
    await archive.call('history.undo', {});
    expect((await archive.call('plans.list', {})).length).toBe(0);
    await archive.call('plans.create', { year: 2022 });
    expect(await archive.call('history.state', {})).toEqual({
      undo: { code: 'planCreate', params: { year: 2022 } },
      redo: null,
    });
    await expect(archive.call('history.redo', {})).rejects.toMatchObject({ code: 'history/nothing_to_redo' });
  });

  it('keep both the step and its undoing in the log', async () => {
    const archive = await testArchive();
    await archive.call('plans.create', { year: 2021 });
    await archive.call('history.undo', {});
    const log = await archive.call('history.list', {});
    expect(log.map(({ action }) => action)).toEqual(['history.undo', 'plans.create', 'archive.create']);
  });
});
