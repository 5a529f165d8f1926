/** Residents of a place on a day (domain C2). Only 常住人口 satisfies the per-capita rule; 户籍人口 is kept beside it. */
import { z } from '../lib/zod.ts';

/** 常住人口 · 户籍人口 */
export const PopulationKind = z.enum(['resident', 'registered']);
export type PopulationKind = z.infer<typeof PopulationKind>;

export const Population = z.object({
  id: z.int(),
  place: z.string(),
  /** The unit that the place's name means; null where it is not in the list. */
  placeId: z.int().nullable(),
  kind: PopulationKind,
  /** Persons. */
  value: z.int(),
  referenceDate: z.iso.date(),
  /** 七普, 年度推算, a certificate, a village's own sheet. */
  source: z.string(),
  documentId: z.int().nullable(),
  note: z.string(),
  version: z.int(),
});
export type Population = z.infer<typeof Population>;
