/** The rows of objects: what the archive says that it holds. */
import { z } from '#shared/lib/zod.ts';
import { AppError } from '#shared/errors.ts';
import { ObjectFormat, type StoredContent } from '#shared/features/objects.ts';
import { all, one, value, type ReadDb } from '../db/sql.ts';
import type { WriteContext } from '../context.ts';
import { objectEntity } from '../entities/object.ts';

const Row = z.object({ sha256: z.string(), size: z.int(), format: ObjectFormat });
export type ArchivedObject = z.infer<typeof Row>;

/** Every object that the archive holds, oldest first. */
export function objectRows(db: ReadDb): ArchivedObject[] {
  return all(db, Row, 'SELECT sha256, size, format FROM object WHERE removed_on IS NULL ORDER BY id');
}

/** Throws objects/unknown where the archive has no such object. */
export function objectRow(db: ReadDb, sha256: string): ArchivedObject {
  const row = one(db, Row, 'SELECT sha256, size, format FROM object WHERE sha256 = ? AND removed_on IS NULL', sha256);
  if (!row) throw new AppError('objects/unknown', { sha256: sha256.slice(0, 12) });
  return row;
}

/**
 * Writes the row of content that `objects.store` has put into the store; nothing where the archive has it already. Registers
 * that take a file call this in their own command, so that file and record are one step. Answers whether a row is new.
 */
export function recordObject(context: Pick<WriteContext, 'db' | 'changes' | 'now'>, stored: StoredContent): boolean {
  const { db, changes } = context;
  const known = one(db, z.object({ id: z.int() }), 'SELECT id FROM object WHERE sha256 = ?', stored.sha256);
  const before = known ? objectEntity.read(db, known.id) : null;
  if (before) {
    if (before.removed_on === null) return false;
    // Content that was destroyed once and is taken in again is held again.
    changes.update(objectEntity, before, { ...before, removed_on: null, version: before.version + 1 });
    return true;
  }
  changes.insert(objectEntity, {
    id: value(db, z.int(), 'SELECT coalesce(max(id), 0) + 1 FROM object'),
    sha256: stored.sha256,
    size: stored.size,
    format: stored.format,
    added_at: context.now(),
    removed_on: null,
    version: 1,
  });
  return true;
}

/** Checksums of contents that an approved list of destruction took away. */
export function removedObjects(db: ReadDb): string[] {
  return all(db, z.object({ sha256: z.string() }), 'SELECT sha256 FROM object WHERE removed_on IS NOT NULL').map(
    ({ sha256 }) => sha256,
  );
}
