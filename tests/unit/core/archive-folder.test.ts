import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { createArchive, openArchive, openArchiveReadOnly } from '#core/archive-folder.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { APPLICATION_ID, openForWriting } from '#core/db/open.ts';
import { buildExample } from '#core/example.ts';
import { EXAMPLE, testArchive, temporaryFolder } from '#tests/support/test-archive.ts';

const OPENING = { at: '2021-03-02T08:00:00.000Z', actor: 'test', appVersion: '0.0.0-test' };

const options = {
  unitName: '某街道社区教育中心',
  isExample: false,
  actor: 'test',
  appVersion: '0',
  now: '2021-03-01T00:00:00.000Z',
};

function newArchive(): string {
  const directory = join(temporaryFolder(), 'archive');
  createArchive(directory, options);
  return directory;
}

/** Code of the error that something throws. */
function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('an archive folder', () => {
  it('is created complete, with marker and object folder, and says whose it is', () => {
    const directory = newArchive();
    expect(readdirSync(directory).sort()).toEqual(['archive.json', 'archive.sqlite', 'objects']);
    const opened = openArchiveReadOnly(directory);
    expect(opened.db.prepare('SELECT unit_name FROM archive').pluck().get()).toBe(options.unitName);
    opened.close();
  });

  it('is not created where other files lie', () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'letter.txt'), 'x');
    expect(() => createArchive(directory, options)).toThrow(/archive\/not_empty/u);
    expect(readdirSync(directory)).toEqual(['letter.txt']);
  });

  // Windows keeps an open file where it is.
  it.skipIf(process.platform === 'win32')(
    'takes no change while it is not in its place, and takes them again when it is back',
    async () => {
      const { call, directory } = await testArchive();
      renameSync(directory, `${directory}.away`);
      await expect(call('plans.create', { year: 2021 })).rejects.toMatchObject({ code: 'archive/moved' });
      cpSync(`${directory}.away`, directory, { recursive: true });
      await expect(call('plans.create', { year: 2021 })).rejects.toMatchObject({ code: 'archive/moved' });
      rmSync(directory, { recursive: true });
      renameSync(`${directory}.away`, directory);
      await call('plans.create', { year: 2021 });
      rmSync(directory, { recursive: true });
      await expect(call('plans.create', { year: 2022 })).rejects.toMatchObject({ code: 'archive/moved' });
      expect((await call('plans.list', {})).map(({ year }) => year)).toEqual([2021]);
    },
  );

  it('is never made by opening', () => {
    const directory = temporaryFolder();
    expect(() => openArchive(directory, OPENING)).toThrow(/archive\/not_found/u);
    expect(readdirSync(directory)).toEqual([]);
  });

  it.each([
    ['an empty file', ''],
    ['a text', '这不是档案'.repeat(50)],
  ])('refuses %s under its name and leaves it alone', (_name, content) => {
    const directory = temporaryFolder();
    const file = join(directory, 'archive.sqlite');
    writeFileSync(file, content);
    expect(() => openArchive(directory, OPENING)).toThrow(/archive\/foreign/u);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(directory)).toEqual(['archive.sqlite']);
  });

  it('refuses the database of another program', () => {
    const directory = temporaryFolder();
    const foreign = new Database(join(directory, 'archive.sqlite'));
    foreign.exec('CREATE TABLE notes (id INTEGER)');
    foreign.close();
    expect(() => openArchive(directory, OPENING)).toThrow(/archive\/foreign/u);
  });

  it('refuses a newer structure with both versions named, for writing and for reading', () => {
    const directory = newArchive();
    const db = new Database(join(directory, 'archive.sqlite'));
    db.pragma(`user_version = ${migrations.length + 3}`);
    db.close();
    const message = new RegExp(`archive/newer.*${migrations.length + 3}.*${migrations.length}`, 'u');
    expect(() => openArchive(directory, OPENING)).toThrow(message);
    expect(() => openArchiveReadOnly(directory)).toThrow(message);
  });

  it('has one writer at a time, names it, and lets readers in', () => {
    const directory = newArchive();
    const writer = openArchive(directory, OPENING);
    expect(() => openArchive(directory, OPENING)).toThrow(new RegExp(`archive/in_use.*${process.pid}`, 'u'));
    const reader = openArchiveReadOnly(directory);
    reader.close();
    writer.close();
    openArchive(directory, OPENING).close();
    expect(existsSync(join(directory, 'archive.lock.txt'))).toBe(false);
  });

  it('is opened with every durability setting in force', () => {
    const directory = newArchive();
    const db = openForWriting(join(directory, 'archive.sqlite'));
    const setting = (name: string): unknown => db.pragma(name, { simple: true });
    expect({
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreignKeys: setting('foreign_keys'),
      trustedSchema: setting('trusted_schema'),
      cellSizeCheck: setting('cell_size_check'),
      secureDelete: setting('secure_delete'),
      busy: setting('busy_timeout'),
      application: setting('application_id'),
      strict: db
        .prepare(
          "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
        )
        .pluck()
        .get(),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      secureDelete: 1,
      busy: 5000,
      application: APPLICATION_ID,
      strict: 0,
    });
    db.close();
  });

  it('is refused when a page of its tables is damaged, whatever table it is', async () => {
    const archive = await testArchive();
    await buildExample(archive.call, EXAMPLE);
    archive.runtime.close();
    const file = join(archive.directory, 'archive.sqlite');
    const pristine = readFileSync(file);
    const tables = ['event', 'organisation', 'schedule_row', 'schedule_row_unit', 'search_entry'];
    const refused: [string, string][] = [];
    for (const table of tables) {
      const db = new Database(file, { readonly: true });
      const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table));
      const size = Number(db.pragma('page_size', { simple: true }));
      db.close();
      writeFileSync(file, Buffer.from(pristine).fill(0xff, (page - 1) * size + 8, page * size));
      refused.push([table, codeOf(() => openArchive(archive.directory, OPENING))]);
      writeFileSync(file, pristine);
    }
    expect(refused).toEqual(tables.map((table) => [table, 'archive/damaged']));
    await archive.reopen();
  });

  it('is copied by a backup that opens by itself and holds the same log', async () => {
    const archive = await testArchive();
    await archive.call('plans.create', { year: 2021 });
    const place = join(temporaryFolder(), 'stick');
    mkdirSync(place);
    const backup = await archive.call('archive.backup', { directory: place });
    const copy = openArchiveReadOnly(backup.directory);
    expect(copy.db.prepare('SELECT hash FROM event ORDER BY sequence DESC').pluck().get()).toBe(backup.head.hash);
    copy.close();
  });
});
