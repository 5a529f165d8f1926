/**
 * 不是同一人: pairs that are no longer proposed as one. A pair has one record for ever: taken back, it is withdrawn with a
 * reason; decided again, it stands again.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, numbers, one, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { personApartEntity, PersonApartImage } from '../entities/person-apart.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { currentRecord, withdrawRecord } from '../records.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

/** Names a pair, whichever of the two is said first. */
export const pairKey = (one_: number, other: number): string => `${Math.min(one_, other)}-${Math.max(one_, other)}`;

const Decision = PersonApartImage.pick({ id: true, version: true, reason: true, first_id: true, second_id: true });
type Decision = z.infer<typeof Decision>;

/**
 * Every decision not taken back, the newest first, of the persons as they stand today: whoever was merged is told as the
 * one that stays. Two who were merged all the same are no pair.
 */
function decisions(db: ReadDb): Decision[] {
  return all(
    db,
    Decision,
    `SELECT id, version, reason, min(one, other) AS first_id, max(one, other) AS second_id
     FROM (
       SELECT a.id, a.version, a.reason, coalesce(f.merged_into, f.id) AS one, coalesce(s.merged_into, s.id) AS other
       FROM person_apart a JOIN person f ON f.id = a.first_id JOIN person s ON s.id = a.second_id
       WHERE a.withdrawn = 0
     )
     WHERE one <> other ORDER BY id DESC`,
  );
}

/** Keys of all pairs that were decided to be two, by the persons that stay. */
export function pairsApart(db: ReadDb): ReadonlySet<string> {
  return new Set(decisions(db).map(({ first_id, second_id }) => pairKey(first_id, second_id)));
}

/** Every pair that stands apart, the newest first, with the persons that stay; decided twice, it is told once. */
export function listApart(db: ReadDb): Decision[] {
  const withdrawn = new Set(numbers(db, 'SELECT id FROM person WHERE withdrawn = 1'));
  const told = new Set<string>();
  return decisions(db).filter(({ first_id, second_id }) => {
    const key = pairKey(first_id, second_id);
    if (withdrawn.has(first_id) || withdrawn.has(second_id) || told.has(key)) return false;
    told.add(key);
    return true;
  });
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

/**
 * Takes a decision back, with every other one that has come to be of the same two by a merger: they may be proposed
 * again. Answers their names.
 * @throws AppError record/not_found, record/conflict
 */
export function takeBackApart(context: Writing, asked: { id: number; version: number }, reason: string): string[] {
  const { db } = context;
  const before = currentRecord(db, personApartEntity, asked);
  const standing = decisions(db);
  const pair = standing.find(({ id }) => id === before.id) ?? before;
  const same = standing.filter(
    ({ id, first_id, second_id }) => id !== before.id && first_id === pair.first_id && second_id === pair.second_id,
  );
  withdrawRecord(context, personApartEntity, before, reason);
  for (const { id } of same)
    withdrawRecord(context, personApartEntity, currentRecord(db, personApartEntity, { id }), reason);
  return [pair.first_id, pair.second_id].map((id) => personEntity.read(db, id)?.name ?? `#${id}`);
}
