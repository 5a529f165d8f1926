/** Units: the list, and the links from rows that print one of their names. */
import { AppError } from '#shared/errors.ts';
import { type Organisation, OrganisationKind } from '#shared/features/organisations.ts';
import { matchUnit } from '#shared/lib/units.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, value, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { organisationEntity, type OrganisationImage } from '../entities/organisation.ts';
import { mergeOrganisations } from '../organisations/merge.ts';
import { linkPrinted } from '../organisations/references.ts';
import { unitDirectory } from '../unit-directory.ts';

const Row = z.object({
  id: z.int(),
  uid: z.string(),
  full_name: z.string(),
  kind: OrganisationKind,
  active_from: z.string().nullable(),
  active_to: z.string().nullable(),
  version: z.int(),
  mentions: z.int(),
  members: z.int(),
  short_names: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});

function list(db: ReadDb, id: number | null = null, kind: Organisation['kind'] | null = null): Organisation[] {
  const rows = all(
    db,
    Row,
    `SELECT o.id, o.uid, o.full_name, o.kind, o.active_from, o.active_to, o.version,
       (SELECT count(DISTINCT u.row_id) FROM schedule_row_unit u JOIN schedule_row r ON r.id = u.row_id
        WHERE u.organisation_id = o.id AND r.withdrawn = 0) AS mentions,
       CASE WHEN o.kind = 'village' THEN (SELECT count(*) FROM person WHERE village_id = o.id AND withdrawn = 0)
         ELSE (SELECT count(DISTINCT p.id) FROM person_role m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = o.id AND p.withdrawn = 0) END AS members,
       (SELECT json_group_array(name ORDER BY position) FROM organisation_short_name WHERE organisation_id = o.id) AS short_names
     FROM organisation o WHERE o.withdrawn = 0 AND (? IS NULL OR o.id = ?) AND (? IS NULL OR o.kind = ?) ORDER BY o.id`,
    id,
    id,
    kind,
    kind,
  );
  return rows.map((row) => ({
    id: row.id,
    uid: row.uid,
    fullName: row.full_name,
    shortNames: row.short_names,
    kind: row.kind,
    activeFrom: row.active_from,
    activeTo: row.active_to,
    version: row.version,
    mentions: row.mentions,
    members: row.members,
  }));
}

function get(db: ReadDb, id: number): Organisation {
  const [organisation] = list(db, id);
  if (!organisation) throw new AppError('record/not_found', { id });
  return organisation;
}

/** A name belongs to one unit only. */
function refuseTakenNames(db: ReadDb, names: readonly string[], self: number | null): void {
  const others = unitDirectory(db).units.filter((unit) => unit.id !== self);
  for (const name of names) {
    const index = matchUnit(name, others);
    const owner = index === null ? undefined : others[index];
    if (owner) throw new AppError('organisation/name_taken', { name, owner: owner.name });
  }
}

/** Links what prints one of the listed names and is not linked yet. Answers how many records changed. */
export function linkMentions(context: Pick<WriteContext, 'db' | 'changes'>): number {
  const directory = unitDirectory(context.db);
  return linkPrinted(context, (name) => directory.find(name));
}

type OrganisationFacts = { [F in 'kind' | 'activeFrom' | 'activeTo']?: Organisation[F] | undefined };

/** Adds a unit to the list without naming the step; for the commands that do so among other things. */
export function addOrganisation(
  context: Pick<WriteContext, 'db' | 'changes' | 'newUid'>,
  fullName: string,
  shortNames: readonly string[],
  facts: OrganisationFacts = {},
): OrganisationImage {
  const { db, changes } = context;
  refuseTakenNames(db, [fullName, ...shortNames], null);
  const image: OrganisationImage = {
    id: value(db, z.int(), 'SELECT coalesce(max(id), 0) + 1 FROM organisation'),
    uid: context.newUid(),
    full_name: fullName,
    kind: facts.kind ?? 'unit',
    active_from: facts.activeFrom ?? null,
    active_to: facts.activeTo ?? null,
    merged_into: null,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    short_names: [...shortNames],
  };
  changes.insert(organisationEntity, image);
  return image;
}

/** The unit as stored, at the version that the caller saw. */
function current(db: ReadDb, id: number, version: number): OrganisationImage {
  const image = organisationEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  if (image.version !== version) throw new AppError('record/conflict', { id });
  return image;
}

/** Replaces a unit's names without naming the step. */
export function renameOrganisation(
  context: Pick<WriteContext, 'db' | 'changes'>,
  before: OrganisationImage,
  fullName: string,
  shortNames: readonly string[],
  facts: OrganisationFacts = {},
): void {
  refuseTakenNames(context.db, [fullName, ...shortNames], before.id);
  context.changes.update(organisationEntity, before, {
    ...before,
    full_name: fullName,
    short_names: [...shortNames],
    kind: facts.kind ?? before.kind,
    active_from: facts.activeFrom === undefined ? before.active_from : facts.activeFrom,
    active_to: facts.activeTo === undefined ? before.active_to : facts.activeTo,
    version: before.version + 1,
  });
}

export const organisations: HandlersOf<'organisations'> = {
  list: ({ db }, { kind }) => list(db, null, kind ?? null),

  create(context, { fullName, shortNames = [], ...facts }) {
    const image = addOrganisation(context, fullName, shortNames, facts);
    const linkedRows = linkMentions(context);
    context.describe({ label: { code: 'organisationCreate', params: { name: fullName } } });
    return { organisation: get(context.db, image.id), linkedRows, event: context.eventNumber };
  },

  update(context, { id, version, fullName, shortNames, ...facts }) {
    renameOrganisation(context, current(context.db, id, version), fullName, shortNames, facts);
    const linkedRows = linkMentions(context);
    context.describe({ label: { code: 'organisationUpdate', params: { name: fullName } } });
    return { organisation: get(context.db, id), linkedRows, event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = current(context.db, id, version);
    context.changes.update(organisationEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: version + 1,
    });
    context.describe({ label: { code: 'organisationWithdraw', params: { name: before.full_name } }, reason });
    return { id, event: context.eventNumber };
  },

  merge(context, asked) {
    const { kept, moved } = mergeOrganisations(context, asked);
    // Their names are the kept one's now: what printed one of them without a link finds it.
    const linkedRows = moved + linkMentions(context);
    context.describe({
      label: { code: 'organisationMerge', params: { count: asked.merge.length, name: kept.full_name } },
      reason: asked.reason,
    });
    return { organisation: get(context.db, kept.id), linkedRows, event: context.eventNumber };
  },
};
