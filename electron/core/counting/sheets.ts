/**
 * Numbers of single sign-in sheets, for the lists and pages of activities. They follow the definition of
 * `electron/core/counting/rows.ts`, but say what stands on a sheet whatever the activity's state: a sheet of an activity that
 * is not marked as held has signatures that no statistics count, which its findings tell.
 */
import { CONSENT_AGE, isYounger } from '#shared/lib/ages.ts';
import { z } from '#shared/lib/zod.ts';
import { all, tuples, type ReadDb } from '../db/sql.ts';

export interface SheetNumbers {
  /** Rows, signed or not. */
  registered: number;
  /** 人次: rows signed. */
  personTimes: number;
  /** 人: distinct persons who signed, merged ones as one. */
  people: number;
  /** Rows whose day lies outside the days of the activity. */
  outside: number;
  /** Persons certainly under 14 on the day, without a guardian's consent. */
  minorsWithoutConsent: number;
}

export const EMPTY_SHEET: SheetNumbers = {
  registered: 0,
  personTimes: 0,
  people: 0,
  outside: 0,
  minorsWithoutConsent: 0,
};

const Counted = z.object({
  id: z.int(),
  registered: z.int(),
  signed: z.int(),
  people: z.int(),
  outside: z.int(),
});

/** Numbers of the sheets of some activities; an activity without rows is not in the map. */
export function sheetNumbers(db: ReadDb, ids: readonly number[]): Map<number, SheetNumbers> {
  const asked = JSON.stringify(ids);
  const counted = all(
    db,
    Counted,
    `SELECT t.activity_id AS id, count(*) AS registered, sum(t.signed) AS signed,
       count(DISTINCT CASE WHEN t.signed = 1 THEN coalesce(p.merged_into, p.id) END) AS people,
       sum(a.date_start IS NOT NULL AND t.date NOT BETWEEN a.date_start AND coalesce(a.date_end, a.date_start)) AS outside
     FROM attendance t JOIN person p ON p.id = t.person_id JOIN activity a ON a.id = t.activity_id
     WHERE t.withdrawn = 0 AND t.activity_id IN (SELECT value FROM json_each(?)) GROUP BY t.activity_id`,
    asked,
  );
  const found = new Map(
    counted.map(({ id, signed, ...numbers }) => [id, { ...numbers, personTimes: signed, minorsWithoutConsent: 0 }]),
  );
  const born = tuples(
    db,
    `SELECT DISTINCT t.activity_id, r.id, r.birth_date, t.date
     FROM attendance t JOIN person p ON p.id = t.person_id JOIN person r ON r.id = coalesce(p.merged_into, p.id)
     WHERE t.withdrawn = 0 AND r.consent_on IS NULL AND r.birth_date IS NOT NULL
       AND CAST(substr(r.birth_date, 1, 4) AS INTEGER) > CAST(substr(t.date, 1, 4) AS INTEGER) - 15
       AND t.activity_id IN (SELECT value FROM json_each(?))`,
    asked,
  );
  const children = new Map<number, Set<number>>();
  for (const [activity, person, birth, date] of born) {
    if (!isYounger(String(birth), String(date), CONSENT_AGE)) continue;
    const known = children.get(Number(activity)) ?? new Set();
    children.set(Number(activity), known.add(Number(person)));
  }
  for (const [activity, persons] of children) {
    const numbers = found.get(activity);
    if (numbers) found.set(activity, { ...numbers, minorsWithoutConsent: persons.size });
  }
  return found;
}
