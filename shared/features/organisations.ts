/** Units (单位): full name, short names, and the matching of printed names against both. */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';

const name = z.string().trim().min(1).max(100);

/** 单位 · 街道（镇） · 村（居） · 学校 · 企业 · 部门 · 协会（社团） · 站点 */
export const OrganisationKind = z.enum([
  'unit',
  'subdistrict',
  'village',
  'school',
  'enterprise',
  'department',
  'club',
  'site',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const OrganisationFields = z.object({
  fullName: name,
  /** Names under which papers print the unit; each belongs to one unit only. */
  shortNames: z.array(name).max(100),
  kind: OrganisationKind,
  /** First and last day of its being; null = not known, or still there. */
  activeFrom: z.iso.date().nullable(),
  activeTo: z.iso.date().nullable(),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const Organisation = OrganisationFields.extend({
  id: z.int(),
  uid: z.string(),
  version: z.int(),
  /** Rows that name it, withdrawn ones left out. */
  mentions: z.int(),
  /** Persons of the register: who live in a village; who have, or had, a role in another unit. */
  members: z.int(),
});
export type Organisation = z.infer<typeof Organisation>;

const touches = ['organisations', 'schedule', 'participants', 'activities', 'history'] as const;

const Changed = z.object({
  organisation: Organisation,
  /** Records - plan rows, persons, activities - that are linked anew. */
  linkedRows: z.int(),
  event: z.int(),
});

export const organisations = {
  list: query(
    'The unit list; of one kind where that is given.',
    z.object({ kind: OrganisationKind.optional() }),
    z.array(Organisation),
  ),
  create: command(
    'Add a unit; rows that print one of its names are linked.',
    OrganisationFields.partial().required({ fullName: true }),
    Changed,
    {
      touches,
    },
  ),
  update: command(
    'Change a unit’s names; rows that print a new name are linked.',
    OrganisationFields.partial({ kind: true, activeFrom: true, activeTo: true }).extend({
      id: z.int(),
      version: z.int(),
    }),
    Changed,
    { touches },
  ),
  withdraw: command(
    'Take a unit off the list with a reason; rows keep its printed name.',
    z.object({ id: z.int(), version: z.int(), reason: z.string().trim().min(1).max(2000) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  merge: command(
    'Join units that are one: the names of the others and everything that refers to them go to the one that stays.',
    z.object({
      keep: z.object({ id: z.int(), version: z.int() }),
      merge: z
        .array(z.object({ id: z.int(), version: z.int() }))
        .min(1)
        .max(100),
      reason: z.string().trim().min(1).max(2000),
    }),
    Changed,
    { touches },
  ),
} as const;
