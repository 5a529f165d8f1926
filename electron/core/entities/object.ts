/**
 * A file that the archive holds. Its content never changes and the row stays for ever: undoing the step that took it in
 * leaves the object where it is, without anything that refers to it.
 */
import { z } from '#shared/lib/zod.ts';
import { all, one } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

export const ObjectImage = z.object({
  id: z.int(),
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  format: z.string(),
  added_at: z.string(),
  /** Day on which an approved list of destruction took the content away. */
  removed_on: z.string().nullable(),
  version: z.int(),
});
export type ObjectImage = z.infer<typeof ObjectImage>;

export const objectEntity: Entity<ObjectImage> = {
  name: 'object',
  read: (db, key) =>
    one(
      db,
      ObjectImage,
      'SELECT id, sha256, size, format, added_at, removed_on, version FROM object WHERE id = ?',
      key,
    ) ?? null,
  write: (db, image) => upsert(db, 'object', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM object ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => image,
};
