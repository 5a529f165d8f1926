/** An archive from before organisations had kinds: its log holds images without the later fields, and stays true. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DATABASE } from '#core/archive-folder.ts';
import { eventHash, genesis, imagesText } from '#core/audit/event.ts';
import type { Canonical } from '#core/audit/canonical.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { all, run, value, type WriteDb } from '#core/db/sql.ts';
import { z } from '#shared/lib/zod.ts';
import { takeBack } from '#tests/support/older-structure.ts';
import { inside } from '#tests/support/sign-in.ts';
import { testArchive, type TestArchive } from '#tests/support/test-archive.ts';

/** The structure before persons. */
const BEFORE = 6;
const LATER_FIELDS = ['kind', 'active_from', 'active_to', 'merged_into'];

const Stored = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  label: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  app_version: z.string(),
});

const Trigger = z.object({ name: z.string(), sql: z.string() });

type Images = { entity: string; key: number; image: Record<string, Canonical> | null }[];

/** Images as the program wrote them then. */
function older(text: string): string {
  // Kinds of records that it did not know yet it had not prepared either.
  const images = (JSON.parse(text) as Images).filter(({ entity }) => entity !== 'activity_category');
  return imagesText(
    images
      // Kinds of records that there were no tables for.
      .filter(({ entity }) => entity !== 'activity_category')
      .map((one) =>
        one.entity !== 'organisation' || one.image === null
          ? one
          : {
              ...one,
              image: Object.fromEntries(Object.entries(one.image).filter(([name]) => !LATER_FIELDS.includes(name))),
            },
      ),
  );
}

/** Chains the log anew over images without the later fields. */
function rewriteLog(db: WriteDb): void {
  let previous = genesis(value(db, z.string(), 'SELECT uid FROM archive'));
  for (const row of all(db, Stored, 'SELECT * FROM event ORDER BY sequence')) {
    const [beforeText, afterText] = [older(row.before), older(row.after)];
    const label = row.label === null ? null : (JSON.parse(row.label) as Canonical);
    const hash = eventHash(previous, { ...row, label, appVersion: row.app_version, beforeText, afterText });
    run(
      db,
      1,
      'UPDATE event SET before = ?, after = ?, previous = ?, hash = ? WHERE sequence = ?',
      beforeText,
      afterText,
      previous,
      hash,
      row.sequence,
    );
    previous = hash;
  }
}

/** Takes the closed archive back to what the older program had written. */
function makeOlder(archive: TestArchive): void {
  archive.runtime.close();
  const file = join(archive.directory, DATABASE);
  const db = new Database(file) as WriteDb;
  // The log's triggers keep its rows from changing.
  const triggers = all(
    db,
    Trigger,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'",
  );
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  rewriteLog(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  takeBack(file, BEFORE);
}

describe('an archive from before kinds of organisations', () => {
  it('verifies after it was brought to the new structure, and its steps are undone and done again', async () => {
    const archive = await testArchive();
    const { organisation } = await archive.call('organisations.create', {
      fullName: '旧名（示例）',
      shortNames: ['旧'],
    });
    await archive.call('organisations.update', {
      id: organisation.id,
      version: organisation.version,
      fullName: '新名（示例）',
      shortNames: ['旧', '新'],
    });
    const names = async () => (await archive.call('organisations.list', {})).map(({ fullName }) => fullName);
    const verified = () => archive.call('archive.verify', {});

    makeOlder(archive);
    const db = new Database(join(archive.directory, DATABASE), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(BEFORE);
    expect(db.prepare("SELECT count(*) FROM pragma_table_info('organisation') WHERE name = 'kind'").pluck().get()).toBe(
      0,
    );
    expect(
      db
        .prepare(`SELECT count(*) FROM event WHERE after LIKE '%"kind"%' AND after LIKE '%organisation%'`)
        .pluck()
        .get(),
    ).toBe(0);
    db.close();

    await archive.reopen();
    expect(inside(archive, (open) => open.pragma('user_version', { simple: true }))).toBe(migrations.length);
    expect(await verified()).toMatchObject({ ok: true, problems: [] });
    expect(await names()).toEqual(['新名（示例）']);
    expect(
      (await archive.call('history.ofRecord', { entity: 'organisation', key: 1 }))[0]?.changes.map(
        ({ field }) => field,
      ),
    ).toEqual(['fullName', 'shortNames']);

    await archive.call('history.undo', {});
    expect(await names()).toEqual(['旧名（示例）']);
    await archive.call('history.undo', {});
    expect(await names()).toEqual([]);
    await archive.call('history.redo', {});
    await archive.call('history.redo', {});
    expect(await names()).toEqual(['新名（示例）']);
    expect(await verified()).toMatchObject({ ok: true, problems: [] });

    // The kind is new to it; undo gives back what it was without one.
    const [unit] = await archive.call('organisations.list', {});
    expect(unit?.kind).toBe('unit');
    await archive.call('organisations.update', {
      id: organisation.id,
      version: unit?.version ?? 0,
      fullName: '新名（示例）',
      shortNames: ['旧', '新'],
      kind: 'village',
      activeFrom: '2001-01-01',
    });
    expect((await archive.call('organisations.list', { kind: 'village' })).length).toBe(1);
    await archive.call('history.undo', {});
    expect(await archive.call('organisations.list', {})).toMatchObject([{ kind: 'unit', activeFrom: null }]);
    expect(await verified()).toMatchObject({ ok: true, problems: [] });
  });
});
