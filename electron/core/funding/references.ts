/** What money records refer to must be there when they are written. */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { value, type ReadDb } from '../db/sql.ts';

function mustHave(db: ReadDb, table: 'document' | 'activity' | 'schedule_row', id: number | null | undefined): void {
  if (id === null || id === undefined) return;
  const there = value(db, z.int(), `SELECT count(*) FROM ${table} WHERE id = ? AND withdrawn = 0`, id);
  if (there === 0) throw new AppError('record/not_found', { id });
}

/** @throws AppError record/not_found */
export function mustHaveDocument(db: ReadDb, id: number | null | undefined): void {
  mustHave(db, 'document', id);
}

/** The document, activity and row of the plan that an entry names. @throws AppError record/not_found */
export function mustHaveLinks(
  db: ReadDb,
  links: {
    documentId?: number | null | undefined;
    activityId?: number | null | undefined;
    planRowId?: number | null | undefined;
  },
): void {
  mustHaveDocument(db, links.documentId);
  mustHave(db, 'activity', links.activityId);
  mustHave(db, 'schedule_row', links.planRowId);
}
