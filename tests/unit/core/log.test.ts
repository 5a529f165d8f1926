import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExample } from '#core/example.ts';
import { openRuntime } from '#core/runtime.ts';
import { callOn } from '#core/runtime-call.ts';
import { TRAINING_CATEGORIES } from '#shared/lib/people/training-categories.ts';
import { RETENTION_PROPOSALS } from '#shared/lib/archives/retention-proposals.ts';
import { EXAMPLE, runtimeOptions, testArchive } from '#tests/support/test-archive.ts';

async function exampleArchive() {
  const archive = await testArchive();
  await buildExample(archive.call, EXAMPLE);
  const rows = (await archive.call('schedule.list', { year: 2021 })).rows;
  await archive.call('schedule.edit', {
    year: 2021,
    step: { code: 'type', params: {} },
    changes: rows
      .slice(0, 3)
      .map((row) => ({ do: 'set', id: row.id, version: row.version, fields: { remark: '核对' } })),
  });
  return archive;
}

describe('the log', () => {
  it('refuses to be changed, shortened or continued out of order', async () => {
    const archive = await exampleArchive();
    archive.runtime.close();
    const db = new Database(join(archive.directory, 'archive.sqlite'));
    expect(() => db.exec("UPDATE event SET actor = 'x' WHERE sequence = 1")).toThrow(/append-only/u);
    expect(() => db.exec('DELETE FROM event WHERE sequence = 2')).toThrow(/append-only/u);
    expect(() =>
      db.exec(
        `INSERT INTO event SELECT 99, at, actor, role, action, label, reason, before, after, app_version, algorithm, previous, '${'0'.repeat(64)}' FROM event WHERE sequence = 1`,
      ),
    ).toThrow(/continued at its end/u);
    db.close();
    await archive.reopen();
  });

  it('holds one event a command, in one chain, with whole images', async () => {
    const archive = await exampleArchive();
    const log = await archive.call('history.list', {});
    expect(log.map(({ action, records }) => [action, records])).toEqual([
      ['schedule.edit', 3],
      ['documents.linkPlan', 1],
      ['documents.create', 1],
      ['schedule.accept', 24],
      // The archive itself, its fonds, two forms of code, the rows of the retention table, the categories of training and the three rules of funding.
      ['archive.create', 4 + RETENTION_PROPOSALS.length + TRAINING_CATEGORIES.length + 3],
    ]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, events: 5, problems: [] });
  });

  it('finds every changed field, in the tables and in the log itself', async () => {
    const archive = await exampleArchive();
    archive.runtime.close();
    const file = join(archive.directory, 'archive.sqlite');
    const pristine = new Database(file).serialize();
    const cells: [string, string][] = [
      ['schedule_row', 'activity'],
      ['schedule_row', 'position'],
      ['schedule_row', 'month_start'],
      ['schedule_row', 'remark'],
      ['schedule_row_unit', 'name'],
      ['organisation', 'full_name'],
      ['organisation_short_name', 'name'],
      ['plan', 'title'],
      ['plan', 'signed_date'],
      ['archive', 'unit_name'],
      ['event', 'after'],
      ['event', 'before'],
      ['event', 'at'],
      ['event', 'actor'],
      ['event', 'label'],
      ['event', 'hash'],
      ['event', 'previous'],
    ];
    const { writeFileSync, rmSync } = await import('node:fs');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cells), fc.nat(100), async ([table, column], pick) => {
        for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
        writeFileSync(file, pristine);
        const db = new Database(file);
        db.exec('DROP TRIGGER event_no_update');
        db.pragma('ignore_check_constraints = ON');
        const keys = db.prepare(`SELECT * FROM ${table} WHERE ${column} IS NOT NULL`).all() as Record<
          string,
          string | number
        >[];
        const row = keys[pick % keys.length];
        const value = row?.[column];
        const changed =
          typeof value === 'number'
            ? column === 'month_start'
              ? null
              : value + 1
            : column === 'signed_date'
              ? '2021-03-02'
              : column === 'after' || column === 'before'
                ? String(value).replace(/\[\]|:1/u, (text) => (text === '[]' ? '[ ]' : ':2'))
                : column === 'hash' || column === 'previous'
                  ? String(value).replace(/./u, (digit) => (digit === '0' ? '1' : '0'))
                  : `${String(value)}x`;
        if (column === 'month_start')
          db.prepare('UPDATE schedule_row SET month_start = NULL, month_end = NULL WHERE id = ?').run(row?.['id'] ?? 0);
        else {
          const where = Object.keys(row ?? {}).filter((name) => row?.[name] !== null);
          db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where.map((name) => `${name} = ?`).join(' AND ')}`).run(
            changed,
            ...where.map((name) => row?.[name] ?? null),
          );
        }
        db.close();
        const runtime = await openRuntime(runtimeOptions(archive.directory));
        const result = await callOn(runtime)('archive.verify', {});
        runtime.close();
        expect([table, column, result.ok]).toEqual([table, column, false]);
      }),
      { numRuns: 40 },
    );
    writeFileSync(file, pristine);
    await archive.reopen();
  });
});
