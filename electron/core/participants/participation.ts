/**
 * Sign-in rows as they count for a person, by the rule of electron/core/counting/rows.ts (a test holds both against each
 * other): signed, not withdrawn, of an activity that was held and stands. Rows of persons who were
 * merged count for the one that stays; the rows themselves keep whom they name.
 */
import { z } from '#shared/lib/zod.ts';
import { all, value, type ReadDb } from '../db/sql.ts';

/** Condition on table `t` (activity). */
const HELD = "t.withdrawn = 0 AND t.state = 'held'";

/**
 * Tables `a` (attendance), `t` (activity) and `s` (the person named by the row), without rows that do not count. CROSS
 * holds the order: SQLite would go through every pair of person and activity.
 */
export const COUNTED_ROWS = `attendance a
  CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
  CROSS JOIN person s ON s.id = a.person_id
  WHERE a.withdrawn = 0 AND a.signed = 1`;

/** The person for whom a row of COUNTED_ROWS counts. */
export const COUNTED_PERSON = 'coalesce(s.merged_into, s.id)';

/** Condition on `a.date` for a year; binds nothing, for the year is a number. */
export function inYear(year: number | undefined): string {
  return year === undefined ? '' : ` AND a.date BETWEEN '${Math.trunc(year)}-01-01' AND '${Math.trunc(year)}-12-31'`;
}

/** 人次 of the person of a table's alias as an SQL value: a look at the index for each, where a join would count all. */
export function timesOf(alias: string, year: number | undefined): string {
  return `(SELECT count(*) FROM person m
    CROSS JOIN attendance a ON a.person_id = m.id AND a.withdrawn = 0
    CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
    WHERE (m.id = ${alias}.id OR m.merged_into = ${alias}.id) AND a.signed = 1${inYear(year)})`;
}

/** The persons of a list with all who were merged into them, as table `m` (id, root). Binds a JSON list of ids twice. */
const WITH_MERGED = `WITH m (id, root) AS (
  SELECT value, value FROM json_each(?)
  UNION ALL SELECT p.id, p.merged_into FROM json_each(?) j JOIN person p ON p.merged_into = j.value)`;

const Times = z.object({ root: z.int(), times: z.int() });

/** 人次 of persons, of one year or of all; persons without a row are left out. */
export function personTimesOf(db: ReadDb, ids: readonly number[], year?: number): Map<number, number> {
  const list = JSON.stringify(ids);
  const rows = all(
    db,
    Times,
    `${WITH_MERGED}
     SELECT m.root, count(*) AS times
     FROM m CROSS JOIN attendance a ON a.person_id = m.id AND a.withdrawn = 0
     CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
     WHERE a.signed = 1${inYear(year)} GROUP BY m.root`,
    list,
    list,
  );
  return new Map(rows.map(({ root, times }) => [root, times]));
}

const Last = z.object({ root: z.int(), last: z.string() });

/** The last day on which persons took part; persons without a row are left out. One look at the index for each. */
export function lastDaysOf(db: ReadDb, ids: readonly number[]): Map<number, string> {
  const list = JSON.stringify(ids);
  const rows = all(
    db,
    Last,
    `${WITH_MERGED},
     l (root, last) AS (
       SELECT m.root, (SELECT a.date FROM attendance a CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
         WHERE a.person_id = m.id AND a.withdrawn = 0 AND a.signed = 1 ORDER BY a.date DESC LIMIT 1) FROM m)
     SELECT root, max(last) AS last FROM l WHERE last IS NOT NULL GROUP BY root`,
    list,
    list,
  );
  return new Map(rows.map(({ root, last }) => [root, last]));
}

const YearRow = z.object({ year: z.int(), personTimes: z.int(), activities: z.int(), minutes: z.int() });

/** What each year holds of a person, newest first. Minutes are the row's own, else the activity's; unknown ones are 0. */
export function yearsOf(db: ReadDb, id: number): z.infer<typeof YearRow>[] {
  const list = JSON.stringify([id]);
  return all(
    db,
    YearRow,
    `${WITH_MERGED}
     SELECT CAST(substr(a.date, 1, 4) AS INTEGER) AS year, count(*) AS personTimes,
       count(DISTINCT a.activity_id) AS activities, coalesce(sum(coalesce(a.minutes, t.minutes)), 0) AS minutes
     FROM m CROSS JOIN attendance a ON a.person_id = m.id AND a.withdrawn = 0
     CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
     WHERE a.signed = 1 GROUP BY 1 ORDER BY 1 DESC`,
    list,
    list,
  );
}

/** Days on which a person took part, first to last. */
export function daysOf(db: ReadDb, id: number): string[] {
  const list = JSON.stringify([id]);
  return all(
    db,
    z.object({ date: z.string() }),
    `${WITH_MERGED}
     SELECT DISTINCT a.date FROM m CROSS JOIN attendance a ON a.person_id = m.id AND a.withdrawn = 0
     CROSS JOIN activity t ON t.id = a.activity_id AND ${HELD}
     WHERE a.signed = 1 ORDER BY a.date`,
    list,
    list,
  ).map(({ date }) => date);
}

/** Sign-in rows, signed or not, that name the person or somebody merged into it. */
export function rowsNaming(db: ReadDb, id: number): number {
  return value(
    db,
    z.int(),
    `SELECT count(*) FROM attendance a JOIN person s ON s.id = a.person_id
     WHERE a.withdrawn = 0 AND (s.id = ? OR s.merged_into = ?)`,
    id,
    id,
  );
}

/** Those of the persons who stand in an activity's sign-in sheet. */
export function personsOfActivity(db: ReadDb, activityId: number): Set<number> {
  return new Set(
    all(
      db,
      z.object({ person: z.int() }),
      `SELECT DISTINCT coalesce(s.merged_into, s.id) AS person FROM attendance a JOIN person s ON s.id = a.person_id
       WHERE a.activity_id = ? AND a.withdrawn = 0`,
      activityId,
    ).map(({ person }) => person),
  );
}
