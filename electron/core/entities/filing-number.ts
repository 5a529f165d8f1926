/** A 件号 as given once and for ever; withdrawn = void, with the document it was given to. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const FilingNumberImage = z.object({
  id: z.int(),
  uid: z.string(),
  fonds_id: z.int(),
  category: z.string(),
  year: z.int(),
  term: z.string(),
  section_id: z.int().nullable(),
  number: z.int(),
  document_id: z.int(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type FilingNumberImage = z.infer<typeof FilingNumberImage>;
export const filingNumberEntity = flatEntity('filing_number', FilingNumberImage);
