import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createArchive } from '#core/archive-folder.ts';
import { migrate, type Migration } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { openForWriting } from '#core/db/open.ts';
import { schemaPicture } from '#core/db/schema-picture.ts';
import { temporaryFolder } from '#tests/support/test-archive.ts';

const db = resolve(import.meta.dirname, '../../../electron/core/db');

/** Released migrations are frozen: a changed one would leave old archives with another structure. */
const FROZEN: Record<string, string> = {
  '0001-initial.ts': 'cf50fe7d06c80734',
  '0002-documents.ts': '9bc7a53b88cac531',
  '0003-life-after-filing.ts': '26667c9b2a877c92',
  '0004-objects.ts': '151a08b85edbbd83',
  '0005-search.ts': 'bde2c36e225161d5',
  '0006-templates.ts': '2a5144e48ba5d292',
  '0007-participants.ts': 'af20d5d2ea6a3eb0',
  '0008-population.ts': 'd031412b3d7387cc',
  '0009-funding.ts': 'cfe683d1e326c1f1',
  '0010-identity-numbers.ts': '0698714447d19665',
  '0011-persons-apart.ts': '51fb1b528e7282ee',
};

function archiveFile(): { file: string; backups: string } {
  const directory = join(temporaryFolder(), 'archive');
  createArchive(directory, {
    unitName: '某中心',
    isExample: false,
    actor: 't',
    appVersion: '0',
    now: '2021-01-01T00:00:00.000Z',
  });
  return { file: join(directory, 'archive.sqlite'), backups: join(directory, 'backups') };
}

const next = (up: Migration['up']): Migration => ({ version: migrations.length + 1, name: 'next', up });

describe('migrations', () => {
  it('are drawn in schema.sql', () => {
    expect(readFileSync(join(db, 'schema.sql'), 'utf8')).toBe(schemaPicture());
  });

  it('are frozen once written', () => {
    const files = readdirSync(join(db, 'migrations')).filter((name) => /^\d/u.test(name));
    const hashes = files.map((name) => [
      name,
      // White space aside, so that the formatter may have its way.
      createHash('sha256')
        .update(readFileSync(join(db, 'migrations', name), 'utf8').replaceAll(/\s+/gu, ''))
        .digest('hex')
        .slice(0, 16),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(FROZEN);
  });

  it('prove a backup first, then move the structure on', () => {
    const { file, backups } = archiveFile();
    const open = openForWriting(file);
    migrate(
      open,
      [...migrations, next((target) => target.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT'))],
      backups,
    );
    expect(open.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    open.close();
    const [backup = ''] = readdirSync(backups);
    const copy = new Database(join(backups, backup), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(copy.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0);
    copy.close();
  });

  it.each<[string, Migration['up']]>([
    [
      'throws',
      () => {
        throw new Error('planted');
      },
    ],
    [
      'breaks a foreign key',
      (target) => target.exec("INSERT INTO schedule_row_unit VALUES (99, 0, 'lead', 'x', NULL)"),
    ],
  ])('leave the file as it was when one %s, and name the backup', (_what, up) => {
    const { file, backups } = archiveFile();
    const open = openForWriting(file);
    const before = open.prepare('SELECT group_concat(sql) FROM sqlite_schema').pluck().get();
    expect(() =>
      migrate(
        open,
        [
          ...migrations,
          next((target) => {
            target.exec('CREATE TABLE half (id INTEGER)');
            up(target);
          }),
        ],
        backups,
      ),
    ).toThrow(/archive\/migration_failed.*before-structure/u);
    expect(open.prepare('SELECT group_concat(sql) FROM sqlite_schema').pluck().get()).toBe(before);
    expect(open.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(open.pragma('foreign_keys', { simple: true })).toBe(1);
    open.close();
  });

  it('must be numbered without a gap', () => {
    const { file, backups } = archiveFile();
    const open = openForWriting(file);
    expect(() =>
      migrate(open, [...migrations, { version: migrations.length + 2, name: 'gap', up: () => undefined }], backups),
    ).toThrow(/out of order/u);
    open.close();
  });
});
