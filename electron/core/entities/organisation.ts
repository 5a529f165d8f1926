/** A unit with its names. */
import { OrganisationKind } from '#shared/features/organisations.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, run } from '../db/sql.ts';
import { replaceList, upsert, type Entity } from './entity.ts';

const OrganisationColumns = z.object({
  id: z.int(),
  uid: z.string(),
  full_name: z.string(),
  kind: OrganisationKind,
  active_from: z.string().nullable(),
  active_to: z.string().nullable(),
  merged_into: z.int().nullable(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type OrganisationImage = z.infer<typeof OrganisationColumns> & { short_names: string[] };

const COLUMNS = Object.keys(OrganisationColumns.shape).join(', ');

export const organisationEntity: Entity<OrganisationImage> = {
  name: 'organisation',
  read(db, key) {
    const columns = one(db, OrganisationColumns, `SELECT ${COLUMNS} FROM organisation WHERE id = ?`, key);
    if (!columns) return null;
    const names = all(
      db,
      z.object({ name: z.string() }),
      'SELECT name FROM organisation_short_name WHERE organisation_id = ? ORDER BY position',
      key,
    );
    return { ...columns, short_names: names.map(({ name }) => name) };
  },
  write(db, { short_names, ...columns }, before) {
    upsert(db, 'organisation', 'id', columns);
    replaceList(db, before?.short_names ?? null, short_names, {
      clear: 'DELETE FROM organisation_short_name WHERE organisation_id = ?',
      key: columns.id,
      insert: (name, position) =>
        run(
          db,
          1,
          'INSERT INTO organisation_short_name (organisation_id, position, name) VALUES (?, ?, ?)',
          columns.id,
          position,
          name,
        ),
    });
  },
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM organisation ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
  added: { kind: 'unit', active_from: null, active_to: null, merged_into: null },
  entriesWithIt: (image, db) =>
    all(
      db,
      z.object({ key: z.int() }),
      'SELECT DISTINCT person_id AS key FROM person_role WHERE organisation_id = ?',
      image.id,
    ).map(({ key }) => ({ entity: 'person', key })),
  searchEntry: (image) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'organisation',
          id: image.id,
          date: null,
          title: image.full_name,
          numbers: '',
          people: image.short_names.join('\n'),
          body: '',
          year: null,
          term: null,
          unit: image.full_name,
          state: 'listed',
        },
};
