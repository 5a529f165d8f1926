/** Two persons who look alike and are not the same, the one with the smaller id first. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity } from './entity.ts';

export const PersonApartImage = z.object({
  id: z.int(),
  uid: z.string(),
  first_id: z.int(),
  second_id: z.int(),
  reason: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type PersonApartImage = z.infer<typeof PersonApartImage>;

export const personApartEntity = flatEntity('person_apart', PersonApartImage);
