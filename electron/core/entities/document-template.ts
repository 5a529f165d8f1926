/** A template of documents. The fields are canonical JSON, so that equal templates have equal images. */
import { z } from '#shared/lib/zod.ts';
import { all, one } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

export const DocumentTemplateImage = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  fields: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type DocumentTemplateImage = z.infer<typeof DocumentTemplateImage>;

const COLUMNS = Object.keys(DocumentTemplateImage.shape).join(', ');

export const documentTemplateEntity: Entity<DocumentTemplateImage> = {
  name: 'document_template',
  read: (db, key) =>
    one(db, DocumentTemplateImage, `SELECT ${COLUMNS} FROM document_template WHERE id = ?`, key) ?? null,
  write: (db, image) => upsert(db, 'document_template', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM document_template ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
};
