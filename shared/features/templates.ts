/** Templates of documents (著录模板): fields that are set beforehand where papers of one kind are entered again and again. */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { DocumentFields } from './document-fields.ts';

/** What a template can set: everything but links with other records, which belong to one document. */
export const TemplateFields = DocumentFields.omit({ relations: true }).partial();
export type TemplateFields = z.infer<typeof TemplateFields>;

export const DocumentTemplate = z.object({
  id: z.int(),
  name: z.string(),
  /** Fields that are left out say nothing. */
  fields: TemplateFields,
  version: z.int(),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

const touches = ['templates', 'history'] as const;

export const templates = {
  list: query('Templates of documents, by name.', z.object({}), z.array(DocumentTemplate)),
  save: command(
    'Keep a template under a name, or change one (with its id and version).',
    z.object({
      id: z.int().optional(),
      version: z.int().optional(),
      name: z.string().trim().min(1).max(100),
      fields: TemplateFields.refine((fields) => Object.values(fields).some((value) => value !== undefined), {
        error: 'a field is needed',
      }),
    }),
    z.object({ template: DocumentTemplate, event: z.int() }),
    { touches },
  ),
  withdraw: command(
    'Take a template off the list; documents made from it stay.',
    z.object({ id: z.int(), version: z.int(), reason: z.string().trim().max(2000).default('') }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
