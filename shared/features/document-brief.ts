/** A document as other registers name it. */
import { z } from '../lib/zod.ts';

export const DocumentBrief = z.object({
  id: z.int(),
  referenceCode: z.string().nullable(),
  title: z.string(),
  author: z.string().nullable(),
  documentNumber: z.string().nullable(),
  signedDate: z.string().nullable(),
  filingYear: z.int().nullable(),
  term: z.string().nullable(),
  pageCount: z.int().nullable(),
  state: z.enum(['draft', 'filed', 'transferred', 'destroyed']),
});
export type DocumentBrief = z.infer<typeof DocumentBrief>;
