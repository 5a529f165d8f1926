/** Time that persons gave in a year, from the rows that count (`rows.ts`). Minutes. */
import type { AttendanceRole } from '#shared/features/attendance.ts';
import { tuples, type ReadDb } from '../db/sql.ts';
import { countedRows } from './rows.ts';

export interface TimeGiven {
  /** 人次: signed rows. */
  personTimes: number;
  minutes: number;
  /** Of the rows: those whose length nobody has entered; they are in no minute. */
  unknown: number;
}

/**
 * Time by person (merged ones as one). A row without minutes of its own takes those of its activity.
 * @param roles as what they took part; empty = as anything.
 */
export function timeGiven(db: ReadDb, year: number, roles: readonly AttendanceRole[]): Map<number, TimeGiven> {
  const lengths = new Map(
    tuples(
      db,
      `SELECT t.id, coalesce(t.minutes, a.minutes) FROM attendance t JOIN activity a ON a.id = t.activity_id
       WHERE t.withdrawn = 0 AND t.date BETWEEN ? AND ?`,
      `${year}-01-01`,
      `${year}-12-31`,
    ).map(([id, minutes]) => [Number(id), minutes === null ? null : Number(minutes)]),
  );
  const given = new Map<number, TimeGiven>();
  for (const { id, person, role } of countedRows(db, { year }).rows) {
    if (roles.length > 0 && !roles.some((one) => one === role)) continue;
    const sum = given.get(person.id) ?? { personTimes: 0, minutes: 0, unknown: 0 };
    const minutes = lengths.get(id) ?? null;
    given.set(person.id, {
      personTimes: sum.personTimes + 1,
      minutes: sum.minutes + (minutes ?? 0),
      unknown: sum.unknown + (minutes === null ? 1 : 0),
    });
  }
  return given;
}
