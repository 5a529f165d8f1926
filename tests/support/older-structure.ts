/**
 * Takes a closed archive's file back to an older structure: tables and columns that came later go, with what they hold, and
 * the log never heard of the kinds of record that were not yet known.
 */
import Database from 'better-sqlite3';
import { canonicalJson, type Canonical } from '#core/audit/canonical.ts';
import { eventHash } from '#core/audit/event.ts';
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

interface StoredEvent {
  sequence: number;
  at: string;
  actor: string;
  role: string;
  action: string;
  label: string | null;
  reason: string | null;
  before: string;
  after: string;
  app_version: string;
  previous: string;
  hash: string;
}

type Images = { entity: string; key: number; image: Record<string, Canonical> | null }[];

/**
 * Writes the log anew without the images of some kinds of record, and without the fields that others got later; the chain
 * is whole again afterwards.
 */
function forget(
  db: Database.Database,
  kinds: ReadonlySet<string>,
  fields: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'");
  const guards = triggers.all() as { name: string; sql: string }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`);
  const known = (text: string): string =>
    canonicalJson(
      (JSON.parse(text) as Images)
        .filter(({ entity }) => !kinds.has(entity))
        .map(({ entity, image, ...record }) => {
          const known = Object.entries(image ?? {}).filter(([field]) => fields.get(entity)?.has(field) !== true);
          return { ...record, entity, image: image && Object.fromEntries(known) };
        }),
    );
  const events = db.prepare('SELECT * FROM event ORDER BY sequence').all() as StoredEvent[];
  let previous = events[0]?.previous ?? '';
  for (const event of events) {
    const beforeText = known(event.before);
    const afterText = known(event.after);
    const label = event.label === null ? null : (JSON.parse(event.label) as Canonical);
    const hash = eventHash(previous, { ...event, label, appVersion: event.app_version, beforeText, afterText });
    db.prepare('UPDATE event SET before = ?, after = ?, previous = ?, hash = ? WHERE sequence = ?').run(
      beforeText,
      afterText,
      previous,
      hash,
      event.sequence,
    );
    previous = hash;
  }
  for (const { sql } of guards) db.exec(sql);
}

export function takeBack(file: string, structure: number): void {
  const old = new Database(':memory:') as WriteDb;
  for (const migration of migrations.slice(0, structure)) migration.up(old);
  const was = new Map(tablesOf(old).map(({ name, columns }) => [name, columns]));
  old.close();
  const db = new Database(file);
  db.unsafeMode(true);
  db.pragma('foreign_keys = OFF');
  const tables = tablesOf(db);
  forget(
    db,
    new Set(tables.flatMap(({ name }) => (was.has(name) ? [] : [name]))),
    new Map(
      tables.map(({ name, columns }) => [name, new Set(columns.filter((column) => !was.get(name)?.includes(column)))]),
    ),
  );
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
