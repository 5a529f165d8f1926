/**
 * Brings an archive to the newest structure: refuse newer files → proven backup → one immediate transaction with the
 * version in it → foreign key check → commit. A failure leaves the file as it was and names the backup.
 * A migration uses its own SQL, never today's modules, so it means the same for ever.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { copyDatabase } from './backup.ts';
import type { WriteDb } from './sql.ts';

export interface Migration {
  version: number;
  name: string;
  up(db: WriteDb): void;
}

/** The structure's version of an open file. */
export function structureOf(db: Pick<WriteDb, 'pragma'>): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Applies what is missing. `backups` is the folder for the copy made first; null for a file that is being created. */
export function migrate(db: WriteDb, list: readonly Migration[], backups: string | null): void {
  list.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} is out of order`);
  });
  const found = structureOf(db);
  if (found > list.length) throw new AppError('archive/newer', { found, supported: list.length });
  const missing = list.slice(found);
  if (missing.length === 0) return;

  let backup: string | null = null;
  if (backups !== null) {
    mkdirSync(backups, { recursive: true });
    backup = join(backups, `before-structure-${list.length}-from-${found}-${Date.now()}.sqlite`);
    copyDatabase(db, backup);
  }
  // Foreign keys cannot be switched inside a transaction, and table rebuilds need them off.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of missing) migration.up(db);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error(`foreign keys broken: ${JSON.stringify(broken[0])}`);
      db.pragma(`user_version = ${list.length}`);
    }).immediate();
  } catch (error) {
    if (backup === null) throw error;
    throw new AppError('archive/migration_failed', { backup }, { cause: error });
  } finally {
    db.pragma('foreign_keys = ON');
  }
  db.pragma('optimize');
}
