/** Boxes (档案盒) and the places where they stand. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const PlaceImage = z.object({
  id: z.int(),
  uid: z.string(),
  parent_id: z.int().nullable(),
  kind: z.enum(['room', 'cabinet', 'shelf']),
  name: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type PlaceImage = z.infer<typeof PlaceImage>;
export const placeEntity = flatEntity('place', PlaceImage);

export const BoxImage = z.object({
  id: z.int(),
  uid: z.string(),
  fonds_id: z.int(),
  number: z.int(),
  category: z.string(),
  year: z.int(),
  term: z.string(),
  section_id: z.int().nullable(),
  spine_mm: z.int(),
  place_id: z.int().nullable(),
  note: z.string(),
  arranged_by: z.string().nullable(),
  arranged_on: z.string().nullable(),
  checked_by: z.string().nullable(),
  checked_on: z.string().nullable(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type BoxImage = z.infer<typeof BoxImage>;
export const boxEntity = flatEntity('box', BoxImage);
