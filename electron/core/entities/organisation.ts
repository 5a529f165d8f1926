/** A unit with its names. */
import { z } from '#shared/lib/zod.ts';
import { all, one, run } from '../db/sql.ts';
import { replaceList, upsert, type Entity } from './entity.ts';

const OrganisationColumns = z.object({
  id: z.int(),
  uid: z.string(),
  full_name: z.string(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type OrganisationImage = z.infer<typeof OrganisationColumns> & { short_names: string[] };

export const organisationEntity: Entity<OrganisationImage> = {
  name: 'organisation',
  read(db, key) {
    const columns = one(
      db,
      OrganisationColumns,
      'SELECT id, uid, full_name, withdrawn, withdrawn_reason, version FROM organisation WHERE id = ?',
      key,
    );
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
