/**
 * Joining persons who are one. The others are withdrawn and point at the one that stays, also those who had been merged
 * into them before: a chain never grows longer than one step. Their sign-in rows stay as they are and count for the one
 * that stays, so 人次 cannot change by it; undo, or restoring one of them, takes them apart again.
 */
import { AppError } from '#shared/errors.ts';
import type { PersonFields } from '#shared/features/participants.ts';
import { z } from '#shared/lib/zod.ts';
import { canonicalJson } from '../audit/canonical.ts';
import type { WriteContext } from '../context.ts';
import { numbers, type ReadDb } from '../db/sql.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { currentRecord } from '../records.ts';
import { pairKey, pairsApart } from './apart.ts';
import { personColumns, withoutMasks } from './store.ts';

type Asked = { id: number; version: number };

export interface PersonMerge {
  keep: Asked;
  merge: readonly Asked[];
  fields: { [F in keyof PersonFields]?: PersonFields[F] | undefined };
  take: { phone?: number | undefined; guardianPhone?: number | undefined };
  reason: string;
}

/** The number that is taken over from one of the persons; undefined = none is. Throws record/not_found for strangers. */
function taken<C extends 'phone' | 'guardian_phone'>(
  persons: readonly PersonImage[],
  column: C,
  id: number | undefined,
): Partial<Pick<PersonImage, C>> {
  if (id === undefined) return {};
  const person = persons.find((one) => one.id === id);
  if (!person) throw new AppError('record/not_found', { id });
  const number: Partial<PersonImage> = { [column]: person[column] };
  return number;
}

function joined<T extends PersonImage['roles'][number] | PersonImage['certificates'][number]>(
  own: readonly T[],
  others: readonly T[],
): T[] {
  const known = new Set(own.map((item) => canonicalJson(item)));
  return [...own, ...others.filter((item) => !known.has(canonicalJson(item)) && known.add(canonicalJson(item)))];
}

/**
 * What the one that stays does not know is taken from the others, the first of them first: nothing that was entered gets
 * lost because nobody chose it. What both know is the caller's to decide.
 */
function filled(kept: PersonImage, others: readonly PersonImage[]): PersonImage {
  const first = <F extends keyof PersonImage>(field: F): PersonImage[F] =>
    kept[field] ?? others.find((other) => other[field] !== null)?.[field] ?? kept[field];
  const villager = kept.village === null ? (others.find(({ village }) => village !== null) ?? kept) : kept;
  return {
    ...kept,
    sex: first('sex'),
    birth_date: first('birth_date'),
    village: villager.village,
    village_id: villager.village_id,
    phone: first('phone'),
    guardian_name: first('guardian_name'),
    guardian_phone: first('guardian_phone'),
    consent_on: first('consent_on'),
    consent_document_id: first('consent_document_id'),
    roles: joined(
      kept.roles,
      others.flatMap(({ roles }) => roles),
    ),
    certificates: joined(
      kept.certificates,
      others.flatMap(({ certificates }) => certificates),
    ),
  };
}

/** Nobody becomes one who was decided to be two. @throws AppError participants/apart_merge */
function refuseApart(db: ReadDb, persons: readonly PersonImage[]): void {
  const apart = pairsApart(db);
  const decided = persons.filter(({ id }) => persons.some((other) => apart.has(pairKey(id, other.id))));
  if (decided.length === 0) return;
  const name = [...new Set(decided.map((person) => person.name))].join('、');
  throw new AppError('participants/apart_merge', { name });
}

/**
 * Merges persons without naming the step.
 * @throws AppError participants/merge_self, participants/apart_merge, participants/masked, record/not_found,
 * record/conflict
 */
export function mergePersons(context: Pick<WriteContext, 'db' | 'changes'>, asked: PersonMerge): PersonImage {
  const { db, changes } = context;
  const ids = [asked.keep.id, ...asked.merge.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) throw new AppError('participants/merge_self');
  const kept = currentRecord(db, personEntity, asked.keep);
  const others = asked.merge.map((one) => currentRecord(db, personEntity, one));
  const persons = [kept, ...others];
  refuseApart(db, persons);
  const after: PersonImage = {
    ...filled(kept, others),
    ...personColumns(db, withoutMasks(asked.fields, kept)),
    ...taken(persons, 'phone', asked.take.phone),
    ...taken(persons, 'guardian_phone', asked.take.guardianPhone),
    version: kept.version + 1,
  };
  changes.update(personEntity, kept, after);
  for (const other of others) {
    for (const id of numbers(db, 'SELECT id FROM person WHERE merged_into = ? ORDER BY id', other.id)) {
      const before = z.custom<PersonImage>((image) => image !== null).parse(personEntity.read(db, id));
      changes.update(personEntity, before, { ...before, merged_into: kept.id, version: before.version + 1 });
    }
    changes.update(personEntity, other, {
      ...other,
      withdrawn: 1,
      withdrawn_reason: asked.reason,
      merged_into: kept.id,
      version: other.version + 1,
    });
  }
  return after;
}
