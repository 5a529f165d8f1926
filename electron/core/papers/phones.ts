/** Phones as they are, for papers that were asked to print them whole; the job that writes the file puts the reason into the log. */
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';

const Phone = z.object({ id: z.int(), phone: z.string() });

export function wholePhones(db: ReadDb, personIds: readonly number[]): Map<number, string> {
  const rows = all(
    db,
    Phone,
    'SELECT id, phone FROM person WHERE phone IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
    JSON.stringify(personIds),
  );
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}
