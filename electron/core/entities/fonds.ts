/** The fonds (全宗) with its rules: forms of the reference code, sections, retention table. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const FondsImage = z.object({
  id: z.int(),
  uid: z.string(),
  /** 全宗号; null until the archive has given one (DA/T 22-2015, 5.4). */
  code: z.string().nullable(),
  name: z.string(),
  withdrawn: z.int(),
  version: z.int(),
});
export type FondsImage = z.infer<typeof FondsImage>;
export const fondsEntity = flatEntity('fonds', FondsImage);

export const CodeSchemeImage = z.object({
  id: z.int(),
  uid: z.string(),
  fonds_id: z.int(),
  category: z.string(),
  year_from: z.int(),
  year_to: z.int().nullable(),
  form: z.enum(['A', 'B']),
  item_digits: z.int(),
  has_section: z.int(),
  withdrawn: z.int(),
  version: z.int(),
});
export type CodeSchemeImage = z.infer<typeof CodeSchemeImage>;
export const codeSchemeEntity = flatEntity('code_scheme', CodeSchemeImage);

export const SectionImage = z.object({
  id: z.int(),
  uid: z.string(),
  fonds_id: z.int(),
  code: z.string(),
  name: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type SectionImage = z.infer<typeof SectionImage>;
export const sectionEntity = flatEntity('section', SectionImage);

export const RetentionRowImage = z.object({
  id: z.int(),
  uid: z.string(),
  number: z.string(),
  scope: z.string(),
  /** Terms to choose from, the longest first, as a JSON array. */
  terms: z.string(),
  category: z.string(),
  origin: z.enum(['own', 'received', 'any']),
  basis: z.enum(['township_2021', 'organ_2006', 'proposal', 'own']),
  /** Words that point to this row, as a JSON array. */
  words: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type RetentionRowImage = z.infer<typeof RetentionRowImage>;
export const retentionRowEntity = flatEntity('retention_row', RetentionRowImage);
