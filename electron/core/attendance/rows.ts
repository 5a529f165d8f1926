/** Sign-in rows: seen, entered, changed, withdrawn. A new person may be entered in place, in the same step. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import {
  type Attendance,
  type AttendanceChange,
  type AttendanceFields,
  AttendanceRole,
} from '#shared/features/attendance.ts';
import { Sex } from '#shared/features/sex.ts';
import { ageOn, CONSENT_AGE, isYounger } from '#shared/lib/ages.ts';
import { maskPhone } from '#shared/lib/phones.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import { activityEntity } from '../entities/activity.ts';
import { attendanceEntity, type AttendanceImage } from '../entities/attendance.ts';
import { nextId } from '../entities/entity.ts';
import { personEntity } from '../entities/person.ts';
import { enterPerson } from '../participants/store.ts';
import { currentRecord, withdrawRecord } from '../records.ts';

const Row = z.object({
  id: z.int(),
  activity_id: z.int(),
  activity: z.string(),
  person_id: z.int(),
  date: z.string(),
  number: z.string().nullable(),
  signed: z.int(),
  role: AttendanceRole,
  minutes: z.int().nullable(),
  remark: z.string(),
  source_line: z.int().nullable(),
  version: z.int(),
  name: z.string(),
  sex: Sex.nullable(),
  birth_date: z.string().nullable(),
  village: z.string().nullable(),
  phone: z.string().nullable(),
  consent_on: z.string().nullable(),
});

/** Rows of an activity or a person; who was merged is shown as who he is now. */
export function listAttendance(
  db: ReadDb,
  { activityId, personId, date }: ParsedInput<'attendance.list'>,
): Output<'attendance.list'> {
  return all(
    db,
    Row,
    `SELECT t.id, t.activity_id, a.title AS activity, r.id AS person_id, t.date, t.number, t.signed, t.role, t.minutes,
       t.remark, t.source_line, t.version, r.name, r.sex, r.birth_date, r.village, r.phone, r.consent_on
     FROM attendance t JOIN activity a ON a.id = t.activity_id JOIN person p ON p.id = t.person_id
       JOIN person r ON r.id = coalesce(p.merged_into, p.id)
     WHERE t.withdrawn = 0 AND t.activity_id = coalesce(?, t.activity_id) AND r.id = coalesce(?, r.id) AND t.date = coalesce(?, t.date)
     ORDER BY t.date, a.id, CAST(t.number AS INTEGER), t.number, t.id`,
    activityId ?? null,
    personId ?? null,
    date ?? null,
  ).map((row): Attendance & { activity: string } => ({
    id: row.id,
    activityId: row.activity_id,
    activity: row.activity,
    personId: row.person_id,
    date: row.date,
    number: row.number,
    signed: row.signed === 1,
    role: row.role,
    minutes: row.minutes,
    remark: row.remark,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    age: ageOn(row.birth_date, row.date),
    village: row.village,
    phone: row.phone === null ? null : maskPhone(row.phone),
    consentMissing: row.consent_on === null && isYounger(row.birth_date, row.date, CONSENT_AGE),
    sourceLine: row.source_line,
    version: row.version,
  }));
}

type Fields = { [F in keyof AttendanceFields]?: AttendanceFields[F] | undefined };
type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

/** Everybody who is the same person, by any of the ids it ever had. */
const SAME = `SELECT o.id FROM (SELECT coalesce(merged_into, id) AS root FROM person WHERE id = ?) me
  CROSS JOIN person o ON o.id = me.root OR o.merged_into = me.root`;

/** The row that says already that the person was there, or null. */
export function twinOf(
  db: ReadDb,
  row: Pick<AttendanceImage, 'activity_id' | 'person_id' | 'date' | 'role'>,
  self: number | null = null,
): number | null {
  return (
    one(
      db,
      z.object({ id: z.int() }),
      `SELECT id FROM attendance WHERE activity_id = ? AND date = ? AND role = ? AND withdrawn = 0 AND id IS NOT ?
         AND person_id IN (${SAME})`,
      row.activity_id,
      row.date,
      row.role,
      self,
      row.person_id,
    )?.id ?? null
  );
}

function columnsOf(fields: Fields): Partial<AttendanceImage> {
  const set: Partial<AttendanceImage> = {};
  if (fields.date !== undefined) set.date = fields.date;
  if (fields.number !== undefined) set.number = fields.number === '' ? null : fields.number;
  if (fields.signed !== undefined) set.signed = fields.signed ? 1 : 0;
  if (fields.role !== undefined) set.role = fields.role;
  if (fields.minutes !== undefined) set.minutes = fields.minutes;
  if (fields.remark !== undefined) set.remark = fields.remark;
  return set;
}

function refuseTwin(db: ReadDb, image: AttendanceImage, self: number | null): void {
  if (twinOf(db, image, self) === null) return;
  const name = personEntity.read(db, image.person_id)?.name ?? '';
  throw new AppError('attendance/twice', { name, date: image.date });
}

interface NewRow {
  activityId: number;
  personId: number;
  fields: Fields;
  sourceLine?: number | null;
  sourceText?: string | null;
  importId?: number | null;
}

/** Enters a row without naming the step. @throws AppError attendance/no_date, attendance/twice, record/not_found */
export function enterAttendance({ db, changes, newUid }: Writing, row: NewRow): AttendanceImage {
  const activity = currentRecord(db, activityEntity, { id: row.activityId });
  const person = currentRecord(db, personEntity, { id: row.personId });
  const date = row.fields.date ?? activity.date_start;
  if (date === null) throw new AppError('attendance/no_date', { title: activity.title });
  const image: AttendanceImage = {
    id: nextId(db, 'attendance'),
    uid: newUid(),
    activity_id: activity.id,
    person_id: person.id,
    number: null,
    signed: 1,
    role: 'learner',
    minutes: null,
    remark: '',
    source_line: row.sourceLine ?? null,
    source_text: row.sourceText ?? null,
    import_id: row.importId ?? null,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    ...columnsOf(row.fields),
    date,
  };
  refuseTwin(db, image, null);
  changes.insert(attendanceEntity, image);
  return image;
}

/** Carries out one change; answers the row's id and whom it concerns. */
export function changeAttendance(context: Writing, change: AttendanceChange): { id: number; personId: number } {
  const { db, changes } = context;
  switch (change.do) {
    case 'insert': {
      const person = 'id' in change.person ? change.person.id : enterPerson(context, change.person.fields).id;
      const image = enterAttendance(context, {
        activityId: change.activityId,
        personId: person,
        fields: change.fields,
      });
      return { id: image.id, personId: person };
    }
    case 'set': {
      const before = currentRecord(db, attendanceEntity, change);
      const image = { ...before, ...columnsOf(change.fields), version: before.version + 1 };
      refuseTwin(db, image, before.id);
      changes.update(attendanceEntity, before, image);
      return { id: image.id, personId: image.person_id };
    }
    case 'withdraw': {
      const before = currentRecord(db, attendanceEntity, change);
      withdrawRecord(context, attendanceEntity, before, change.reason);
      return { id: before.id, personId: before.person_id };
    }
  }
}
