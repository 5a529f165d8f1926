/** Where rows came from: a file's name and checksum. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const scheduleImportEntity = flatEntity(
  'schedule_import',
  z.object({
    id: z.int(),
    uid: z.string(),
    year: z.int(),
    source_name: z.string().nullable(),
    source_sha256: z.string(),
    row_count: z.int(),
    withdrawn: z.int(),
    version: z.int(),
  }),
);
