/** Residents of a place on a day. */
import { PopulationKind } from '#shared/features/population.ts';
import { z } from '#shared/lib/zod.ts';
import { refuseBasisInUse } from '../funding/locks.ts';
import { type Entity, flatEntity } from './entity.ts';

export const PopulationImage = z.object({
  id: z.int(),
  uid: z.string(),
  place: z.string(),
  place_id: z.int().nullable(),
  kind: PopulationKind,
  value: z.int(),
  reference_date: z.string(),
  source: z.string(),
  document_id: z.int().nullable(),
  note: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type PopulationImage = z.infer<typeof PopulationImage>;
export const populationEntity: Entity<PopulationImage> = {
  ...flatEntity('population', PopulationImage),
  // A figure that a year is judged by stays as long as it is the basis.
  guard(db, before, after) {
    if (before !== null && after.withdrawn === 1) refuseBasisInUse(db, before);
  },
};
