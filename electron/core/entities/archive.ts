/** The archive's own record: which unit keeps it. */
import { z } from '#shared/lib/zod.ts';
import { all, one, value } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

export const ArchiveImage = z.object({
  id: z.literal(1),
  uid: z.string(),
  unit_name: z.string(),
  is_example: z.int(),
  created_at: z.string(),
  version: z.int(),
});
export type ArchiveImage = z.infer<typeof ArchiveImage>;

export const archiveEntity: Entity<ArchiveImage> = {
  name: 'archive',
  read: (db, key) =>
    one(
      db,
      ArchiveImage,
      'SELECT id, uid, unit_name, is_example, created_at, version FROM archive WHERE id = ?',
      key,
    ) ?? null,
  write: (db, image) => upsert(db, 'archive', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM archive').map(({ id }) => id),
  withdrawn: (image) => image,
};

/** Identity of the open archive. */
export function archiveUid(db: Parameters<typeof value>[0]): string {
  return value(db, z.string(), 'SELECT uid FROM archive');
}
