/** Takes a closed archive's file back to an older structure: tables and columns that came later go, with what they hold. */
import Database from 'better-sqlite3';
import type { WriteDb } from '#core/db/sql.ts';
import { migrations } from '#core/db/migrations/index.ts';

interface Table {
  name: string;
  columns: string[];
}

function tablesOf(db: Database.Database): Table[] {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  return names.map((name) => ({
    name,
    columns: db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[],
  }));
}

export function takeBack(file: string, structure: number): void {
  const old = new Database(':memory:') as WriteDb;
  for (const migration of migrations.slice(0, structure)) migration.up(old);
  const was = new Map(tablesOf(old).map(({ name, columns }) => [name, columns]));
  old.close();
  const db = new Database(file);
  db.unsafeMode(true);
  db.pragma('foreign_keys = OFF');
  for (const { name } of tablesOf(db)) {
    // The tables inside an FTS5 table go with it.
    const there = tablesOf(db).some((table) => table.name === name);
    if (there && !was.has(name)) db.exec(`DROP TABLE "${name}"`);
  }
  for (const { name, columns } of tablesOf(db)) {
    for (const column of columns.filter((column) => !was.get(name)?.includes(column))) {
      db.exec(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
    }
  }
  db.pragma(`user_version = ${structure}`);
  db.close();
}
