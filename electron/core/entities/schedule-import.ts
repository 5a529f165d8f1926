/** Where rows came from: a file's name and checksum. */
import { z } from '#shared/lib/zod.ts';
import { all, one } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

export const ScheduleImportImage = z.object({
  id: z.int(),
  uid: z.string(),
  year: z.int(),
  source_name: z.string().nullable(),
  source_sha256: z.string(),
  row_count: z.int(),
  withdrawn: z.int(),
  version: z.int(),
});
export type ScheduleImportImage = z.infer<typeof ScheduleImportImage>;

export const scheduleImportEntity: Entity<ScheduleImportImage> = {
  name: 'schedule_import',
  read: (db, key) =>
    one(
      db,
      ScheduleImportImage,
      'SELECT id, uid, year, source_name, source_sha256, row_count, withdrawn, version FROM schedule_import WHERE id = ?',
      key,
    ) ?? null,
  write: (db, image) => upsert(db, 'schedule_import', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM schedule_import ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
};
