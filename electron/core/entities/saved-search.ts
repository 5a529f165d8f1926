/** A search kept under a name. The query is canonical JSON, as the search box understands it. */
import { z } from '#shared/lib/zod.ts';
import { all, one } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

const SavedSearchImage = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  query: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type SavedSearchImage = z.infer<typeof SavedSearchImage>;

export const savedSearchEntity: Entity<SavedSearchImage> = {
  name: 'saved_search',
  read: (db, key) =>
    one(
      db,
      SavedSearchImage,
      'SELECT id, uid, name, query, withdrawn, withdrawn_reason, version FROM saved_search WHERE id = ?',
      key,
    ) ?? null,
  write: (db, image) => upsert(db, 'saved_search', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM saved_search ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
};
