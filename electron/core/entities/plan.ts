/** The head of a year's plan. Its key is the year. */
import { z } from '#shared/lib/zod.ts';
import { all, one, run } from '../db/sql.ts';
import { replaceList, upsert, type Entity } from './entity.ts';

const PlanColumns = z.object({
  year: z.int(),
  uid: z.string(),
  title: z.string(),
  document_title: z.string().nullable(),
  issuer: z.string().nullable(),
  signed_by: z.string().nullable(),
  signed_date: z.string().nullable(),
  published_date: z.string().nullable(),
  index_number: z.string().nullable(),
  document_number: z.string().nullable(),
  attachment: z.string().nullable(),
  withdrawn: z.int(),
  version: z.int(),
});
export type PlanImage = z.infer<typeof PlanColumns> & { addressees: string[] };

export const planEntity: Entity<PlanImage> = {
  name: 'plan',
  read(db, key) {
    const columns = one(
      db,
      PlanColumns,
      `SELECT year, uid, title, document_title, issuer, signed_by, signed_date, published_date, index_number,
              document_number, attachment, withdrawn, version
       FROM plan WHERE year = ?`,
      key,
    );
    if (!columns) return null;
    const names = all(
      db,
      z.object({ name: z.string() }),
      'SELECT name FROM plan_addressee WHERE year = ? ORDER BY position',
      key,
    );
    return { ...columns, addressees: names.map(({ name }) => name) };
  },
  write(db, { addressees, ...columns }, before) {
    upsert(db, 'plan', 'year', columns);
    replaceList(db, before?.addressees ?? null, addressees, {
      clear: 'DELETE FROM plan_addressee WHERE year = ?',
      key: columns.year,
      insert: (name, position) =>
        run(db, 1, 'INSERT INTO plan_addressee (year, position, name) VALUES (?, ?, ?)', columns.year, position, name),
    });
  },
  keyOf: (image) => image.year,
  keys: (db) => all(db, z.object({ year: z.int() }), 'SELECT year FROM plan ORDER BY year').map(({ year }) => year),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
};
