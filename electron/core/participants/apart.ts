/**
 * 不是同一人: pairs that are no longer proposed as one. A pair has one record for ever: taken back, it is withdrawn with a
 * reason; decided again, it stands again.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { personApartEntity, PersonApartImage } from '../entities/person-apart.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { currentRecord, withdrawRecord } from '../records.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

/** Names a pair, whichever of the two is said first. */
export const pairKey = (one_: number, other: number): string => `${Math.min(one_, other)}-${Math.max(one_, other)}`;

/** Keys of all pairs that were decided to be two. */
export function pairsApart(db: ReadDb): ReadonlySet<string> {
  const Row = z.object({ first_id: z.int(), second_id: z.int() });
  return new Set(
    all(db, Row, 'SELECT first_id, second_id FROM person_apart WHERE withdrawn = 0').map(({ first_id, second_id }) =>
      pairKey(first_id, second_id),
    ),
  );
}

/** Every decision that stands, the newest first. */
export function listApart(db: ReadDb): PersonApartImage[] {
  return all(
    db,
    PersonApartImage,
    `SELECT a.id, a.uid, a.first_id, a.second_id, a.reason, a.withdrawn, a.withdrawn_reason, a.version
     FROM person_apart a JOIN person f ON f.id = a.first_id JOIN person s ON s.id = a.second_id
     WHERE a.withdrawn = 0 AND f.withdrawn = 0 AND s.withdrawn = 0 ORDER BY a.id DESC`,
  );
}

/**
 * Says of persons that no two of them are the same; answers them and the decisions that are new.
 * @throws AppError participants/apart_self (the same person twice), record/not_found
 */
export function setApart(
  context: Writing,
  ids: readonly number[],
  reason: string,
): { persons: PersonImage[]; made: number[] } {
  const { db, changes, newUid } = context;
  if (new Set(ids).size !== ids.length) throw new AppError('participants/apart_self');
  const persons = ids.map((id) => currentRecord(db, personEntity, { id }));
  const made: number[] = [];
  const sorted = [...ids].toSorted((first, second) => first - second);
  for (const [place, first_id] of sorted.entries()) {
    for (const second_id of sorted.slice(place + 1)) {
      const before = one(
        db,
        PersonApartImage,
        `SELECT id, uid, first_id, second_id, reason, withdrawn, withdrawn_reason, version
         FROM person_apart WHERE first_id = ? AND second_id = ?`,
        first_id,
        second_id,
      );
      if (before?.withdrawn === 0) continue;
      if (before) {
        const version = before.version + 1;
        changes.update(personApartEntity, before, { ...before, reason, withdrawn: 0, withdrawn_reason: null, version });
        made.push(before.id);
        continue;
      }
      const id = nextId(db, 'person_apart');
      const stands = { withdrawn: 0, withdrawn_reason: null, version: 1 };
      changes.insert(personApartEntity, { id, uid: newUid(), first_id, second_id, reason, ...stands });
      made.push(id);
    }
  }
  return { persons, made };
}

/** Takes a decision back: the two may be proposed again. @throws AppError record/not_found, record/conflict */
export function takeBackApart(context: Writing, asked: { id: number; version: number }, reason: string): string[] {
  const before = currentRecord(context.db, personApartEntity, asked);
  withdrawRecord(context, personApartEntity, before, reason);
  return [before.first_id, before.second_id].map((id) => personEntity.read(context.db, id)?.name ?? `#${id}`);
}
