/** 名册 of persons by role (R11), and 公示名单 (U10), which reads nothing but name, unit and village. */
import type { AttendanceRole } from '#shared/features/attendance.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import type { PersonRoleName } from '#shared/features/participants.ts';
import { AppError } from '#shared/errors.ts';
import { maskPhone } from '#shared/lib/phones.ts';
import { afterWorkingDays } from '#shared/lib/working-days.ts';
import { z } from '#shared/lib/zod.ts';
import type { TableReport } from '#shared/report/model.ts';
import { timeGiven } from '../counting/minutes.ts';
import { all, numbers, type ReadDb } from '../db/sql.ts';
import { personEntity } from '../entities/person.ts';
import { personRegisterReport } from '../reports/person-register.ts';
import { publicNoticeReport } from '../reports/public-notice.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** As what somebody with a role takes part, where only that is the work of the role; others: all that they took part in. */
const WORK: Partial<Record<PersonRoleName, readonly AttendanceRole[]>> = {
  volunteer: ['volunteer'],
  part_time_teacher: ['teacher'],
  bearer: ['teacher'],
  full_time: ['teacher', 'staff'],
};

const Unit = z.object({ id: z.int(), full_name: z.string() });

function unitNames(db: ReadDb): Map<number, string> {
  return new Map(all(db, Unit, 'SELECT id, full_name FROM organisation').map((unit) => [unit.id, unit.full_name]));
}

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== undefined && text !== '')),
];

export function personRegister(source: PaperSource, scope: ScopeOf<'personRegister'>): TableReport {
  const { db, base } = source;
  const { role, year } = scope;
  const ids = numbers(
    db,
    `SELECT p.id FROM person p WHERE p.withdrawn = 0 AND EXISTS (SELECT 1 FROM person_role r
       WHERE r.person_id = p.id AND r.role = ? AND coalesce(r.from_date, '') <= ? AND coalesce(r.to_date, '9') >= ?)
     ORDER BY p.name_key, p.id`,
    role,
    `${year}-12-31`,
    `${year}-01-01`,
  );
  if (ids.length === 0) throw nothingToPrint(source, scope.paper, { year });
  const units = unitNames(db);
  const roles = WORK[role] ?? [];
  const given = timeGiven(db, year, roles);
  return personRegisterReport({
    ...base,
    role,
    year,
    countedRoles: roles,
    people: ids.flatMap((id) => {
      const person = personEntity.read(db, id);
      if (!person) return [];
      const held = person.roles.filter(
        (one) =>
          one.role === role && (one.from_date ?? '') <= `${year}-12-31` && (one.to_date ?? '9') >= `${year}-01-01`,
      );
      const begun = held.map(({ from_date: from }) => from).filter((from) => from !== null);
      return [
        {
          name: person.name,
          sex: person.sex,
          village: person.village,
          units: distinct(held.map(({ organisation_id: unit }) => (unit === null ? undefined : units.get(unit)))),
          subjects: distinct(held.map(({ subject }) => subject)),
          from: begun.toSorted()[0] ?? null,
          certificates: person.certificates.map(({ name, number }) => ({ name, number })),
          phone: person.phone === null || scope.phones === 'whole' ? person.phone : maskPhone(person.phone),
          ...(given.get(id) ?? { personTimes: 0, minutes: 0, unknown: 0 }),
        },
      ];
    }),
  });
}

const Named = z.object({ id: z.int(), name: z.string(), village: z.string().nullable(), unit: z.string().nullable() });

export function publicNotice(source: PaperSource, scope: ScopeOf<'publicNotice'>): TableReport {
  const { db, base } = source;
  const { personIds, award, days, on } = scope;
  const named = new Map(
    all(
      db,
      Named,
      `SELECT p.id, p.name, p.village, (SELECT o.full_name FROM person_role r JOIN organisation o ON o.id = r.organisation_id
         WHERE r.person_id = p.id AND o.withdrawn = 0 ORDER BY r.position LIMIT 1) AS unit
       FROM person p WHERE p.withdrawn = 0 AND p.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(personIds),
    ).map((person) => [person.id, person]),
  );
  return publicNoticeReport({
    ...base,
    award,
    from: on,
    // The first day counts where it is a working day.
    to: afterWorkingDays(dayBefore(on), days),
    days,
    people: [...new Set(personIds)].map((id) => {
      const person = named.get(id);
      if (!person) throw new AppError('record/not_found', { id });
      return { name: person.name, unit: person.unit ?? person.village };
    }),
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
