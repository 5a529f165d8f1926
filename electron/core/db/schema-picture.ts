/** The newest structure as SQL text: what running every migration on an empty database leaves. */
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openInMemory } from './open.ts';

export function schemaPicture(): string {
  const db = openInMemory();
  try {
    migrate(db, migrations, null);
    const statements = db
      .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`)
      .pluck()
      .all()
      .map((text) => `${String(text)};\n`);
    return `-- Made by \`npm run schema\` from the migrations; not edited by hand.\n-- user_version ${migrations.length}\n\n${statements.join('\n')}`;
  } finally {
    db.close();
  }
}
