/** Evidence packages that this archive gave out, by what its log says of them. */
import { z } from '#shared/lib/zod.ts';
import { one, type ReadDb } from '../db/sql.ts';
import { localMinute } from '../local-day.ts';

const Row = z.object({ at: z.string(), seal: z.string() });

/** The newest package of a year: its seal, and when it was made by the clock of this machine; null where there is none. */
export function newestPackage(db: ReadDb, year: number): { seal: string; at: string } | null {
  const row = one(
    db,
    Row,
    `SELECT at, json_extract(label, '$.params.sha256') AS seal FROM event
     WHERE action = 'audit.package' AND json_extract(label, '$.params.year') = ? ORDER BY sequence DESC LIMIT 1`,
    year,
  );
  return row === undefined ? null : { seal: row.seal, at: localMinute(row.at) };
}
