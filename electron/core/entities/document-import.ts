/** Where documents came from: a catalogue's name and checksum. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const documentImportEntity = flatEntity(
  'document_import',
  z.object({
    id: z.int(),
    uid: z.string(),
    source_name: z.string().nullable(),
    source_sha256: z.string(),
    record_count: z.int(),
    withdrawn: z.int(),
    version: z.int(),
  }),
);
