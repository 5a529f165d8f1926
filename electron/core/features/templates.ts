/** Templates of documents. */
import { AppError } from '#shared/errors.ts';
import { type DocumentTemplate, TemplateFields } from '#shared/features/templates.ts';
import { z } from '#shared/lib/zod.ts';
import { canonicalJson, type Canonical } from '../audit/canonical.ts';
import { all, one } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { checkFields } from '../documents/store.ts';
import { documentTemplateEntity, type DocumentTemplateImage } from '../entities/document-template.ts';
import { nextId } from '../entities/entity.ts';
import { currentRecord, withdrawRecord } from '../records.ts';

const Row = z.object({ id: z.int(), name: z.string(), fields: z.string(), version: z.int() });

function templateOf({ id, name, fields, version }: z.infer<typeof Row>): DocumentTemplate {
  return { id, name, fields: TemplateFields.parse(JSON.parse(fields)), version };
}

export const templates: HandlersOf<'templates'> = {
  list: ({ db }) =>
    all(db, Row, 'SELECT id, name, fields, version FROM document_template WHERE withdrawn = 0 ORDER BY name, id').map(
      templateOf,
    ),

  save(context, { id, version, name, fields }) {
    const { db, changes } = context;
    checkFields(db, fields);
    const twin = one(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM document_template WHERE name = ? AND withdrawn = 0 AND id IS NOT ?',
      name,
      id ?? null,
    );
    if (twin) throw new AppError('templates/name_taken', { name });
    // Fields that were left out are undefined, which canonical JSON does not know.
    const text = canonicalJson(JSON.parse(JSON.stringify(fields)) as Canonical);
    let image: DocumentTemplateImage;
    if (id === undefined) {
      image = {
        id: nextId(db, 'document_template'),
        uid: context.newUid(),
        name,
        fields: text,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      };
      changes.insert(documentTemplateEntity, image);
    } else {
      const before = currentRecord(db, documentTemplateEntity, { id, version });
      image = { ...before, name, fields: text, version: before.version + 1 };
      changes.update(documentTemplateEntity, before, image);
    }
    context.describe({ label: { code: 'templateSave', params: { name } } });
    return { template: templateOf(image), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, documentTemplateEntity, { id, version });
    withdrawRecord(context, documentTemplateEntity, before, reason);
    context.describe({ label: { code: 'templateWithdraw', params: { name: before.name } }, reason });
    return { id, event: context.eventNumber };
  },
};
