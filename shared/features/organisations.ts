/** Units (单位): full name, short names, and the matching of printed names against both. */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';

const name = z.string().trim().min(1).max(100);

export const OrganisationFields = z.object({
  fullName: name,
  /** Names under which papers print the unit; each belongs to one unit only. */
  shortNames: z.array(name).max(20),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const Organisation = OrganisationFields.extend({
  id: z.int(),
  uid: z.string(),
  version: z.int(),
  /** Rows that name it, withdrawn ones left out. */
  mentions: z.int(),
});
export type Organisation = z.infer<typeof Organisation>;

const Changed = z.object({ organisation: Organisation, linkedRows: z.int(), event: z.int() });

export const organisations = {
  list: query('The unit list.', z.object({}), z.array(Organisation)),
  create: command(
    'Add a unit; rows that print one of its names are linked.',
    OrganisationFields.partial({ shortNames: true }),
    Changed,
    {
      touches: ['organisations', 'schedule', 'history'],
    },
  ),
  update: command(
    'Change a unit’s names; rows that print a new name are linked.',
    OrganisationFields.extend({ id: z.int(), version: z.int() }),
    Changed,
    { touches: ['organisations', 'schedule', 'history'] },
  ),
  withdraw: command(
    'Take a unit off the list with a reason; rows keep its printed name.',
    z.object({ id: z.int(), version: z.int(), reason: z.string().trim().min(1).max(2000) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches: ['organisations', 'schedule', 'history'] },
  ),
} as const;
