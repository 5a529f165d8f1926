/**
 * A reading against the archive: who is who, which activities are there already, what was taken in before. Nothing is
 * written; `accept` takes what this answers, after a person has looked at it or at once.
 */
import { AppError } from '#shared/errors.ts';
import type { ActivityFields } from '#shared/features/activities.ts';
import {
  type AcceptedAttendance,
  type PlannedImport,
  type ReadActivity,
  ReadRosterOutput,
  type RosterRecord,
} from '#shared/features/attendance.ts';
import type { PersonFields } from '#shared/features/participants.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import { type Locale, translator, type WarningCode } from '#shared/i18n/index.ts';
import { ageSpan, CONSENT_AGE } from '#shared/lib/ages.ts';
import { nameKey } from '#shared/lib/names.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import { readAudience } from '../roster/activity-rows.ts';
import { sentence } from '../reading/wording.ts';
import { personsOf, type SheetPerson } from './identity.ts';
import { matchPersons, type Match } from './register-match.ts';
import { twinOf } from './rows.ts';
import { spansOf } from './spans.ts';
import { enteredName, summaryOf } from './summary.ts';

type Params = Record<string, string | number>;

class Told {
  readonly warnings: ReadWarning[] = [];
  readonly locale: Locale;

  constructor(locale: Locale) {
    this.locale = locale;
  }

  tell(code: WarningCode, severity: ReadWarning['severity'], line: number, row: number | null, given: Params): void {
    const params = { line, ...given };
    this.warnings.push({ code, severity, line, row, params, message: sentence(this.locale, code, params) });
  }
}

/** A title as it is compared: white space and quotation marks do not count. */
const plainTitle = (title: string): string => title.normalize('NFKC').replaceAll(/[\s“”"'《》「」]/gu, '');

/** Activities of the archive by title and day; each is looked up once. */
class KnownActivities {
  readonly #db: ReadDb;
  readonly #sha256: string;
  readonly #days = new Map<string, { id: number; title: string; exact: boolean }[]>();

  constructor(db: ReadDb, sha256: string) {
    this.#db = db;
    this.#sha256 = sha256;
  }

  /** The activity of that title on that day; null where there is none, or several. Without a day only the same file's own. */
  find(title: string, date: string | null): number | null {
    const wanted = plainTitle(title);
    const found = this.#on(date).filter((activity) => plainTitle(activity.title) === wanted);
    const exact = found.filter((activity) => activity.exact);
    const [only, second] = exact.length > 0 ? exact : found;
    return only && !second ? only.id : null;
  }

  #on(date: string | null): { id: number; title: string; exact: boolean }[] {
    const key = date ?? '';
    const known = this.#days.get(key);
    if (known) return known;
    const Row = z.object({ id: z.int(), title: z.string(), exact: z.int() });
    const rows =
      date === null
        ? all(
            this.#db,
            Row,
            `SELECT a.id, a.title, 1 AS exact FROM activity a JOIN attendance_import i ON i.id = a.import_id
             WHERE a.withdrawn = 0 AND a.date_start IS NULL AND i.source_sha256 = ?`,
            this.#sha256,
          )
        : all(
            this.#db,
            Row,
            `SELECT id, title, date_start = ? AS exact FROM activity
             WHERE withdrawn = 0 AND date_start <= ? AND coalesce(date_end, date_start) >= ?`,
            date,
            date,
            date,
          );
    const made = rows.map(({ exact, ...row }) => ({ ...row, exact: exact === 1 }));
    this.#days.set(key, made);
    return made;
  }
}

/** Facts of a person as a new entry of the register; what the sheet does not say is left out. */
function fieldsOf(person: SheetPerson, records: readonly RosterRecord[]): Partial<PersonFields> & { name: string } {
  const own = person.records.flatMap((index) => records[index] ?? []);
  const first = <F extends keyof RosterRecord>(field: F): RosterRecord[F] | null =>
    own.map((record) => record[field]).find((value) => value !== null && value !== undefined) ?? null;
  const role = first('person_role');
  const subject = first('subject');
  const certificate = first('certificate') ?? null;
  const { sex, birth, village, phone } = person.known;
  return {
    name: enteredName(person.known.name),
    sex,
    birthDate: birth,
    village,
    phone,
    guardianName: first('guardian'),
    guardianPhone: first('guardian_phone'),
    consentOn: first('consent'),
    note: first('unit') ?? '',
    roles:
      role === null && subject === null
        ? []
        : [{ role: role ?? 'learner', organisationId: null, subject: subject ?? '', from: null, to: null }],
    ...(certificate === null
      ? {}
      : { certificates: [{ name: certificate, number: '', issuer: '', issuedOn: null, validUntil: null }] }),
  };
}

function activityFields(
  db: ReadDb,
  read: ReadActivity,
  told: Told,
  row: number | null,
): Partial<ActivityFields> & { title: string } {
  const category =
    read.category === null
      ? null
      : one(
          db,
          z.object({ id: z.int() }),
          'SELECT id FROM activity_category WHERE withdrawn = 0 AND name = ?',
          read.category,
        );
  if (read.category !== null && !category)
    told.tell('roster/category', 'doubt', read.line, row, { text: read.category });
  const audience = read.audience === null ? null : readAudience(read.audience);
  if (read.audience !== null && audience === null)
    told.tell('roster/audience', 'doubt', read.line, row, { text: read.audience });
  const left = [category ? null : read.category, audience === null ? read.audience : null].filter(
    (text) => text !== null,
  );
  return {
    title: read.title,
    dateStart: read.date_start,
    dateEnd: read.date_end,
    timeText: (read.time ?? '').slice(0, 50),
    place: (read.place ?? '').slice(0, 200),
    hosts: read.hosts.slice(0, 50).map((name) => ({ name, organisationId: null })),
    categoryId: category?.id ?? null,
    audience,
    headCount: read.head_count,
    headCountMark: read.head_count_mark,
    headCountPrinted: read.head_count_printed,
    summary: read.summary ?? '',
    remark: left.join('；').slice(0, 2000),
  };
}

/** Key of an activity within a sheet: the same title on the same day is the same activity. */
const activityKey = (title: string, date: string | null): string => `${plainTitle(title)}|${date ?? ''}`;

/** Whether a list without a column of signatures names those who came; the reading has told that it lacks one. */
function namesThoseWhoCame(title: string | null): boolean {
  const text = title ?? '';
  return /签到|出勤|考勤|到会|到场|参训|参加/u.test(text) || !/报名|名单|登记|预约|花名册|名册/u.test(text);
}

/** Tells who is who within the sheet and against the register. Answers whom each person is entered as. */
function decide(
  persons: readonly SheetPerson[],
  matches: readonly Match[],
  records: readonly RosterRecord[],
  told: Told,
  today: string,
): {
  whom: AcceptedAttendance['person'][];
  doubtful: Set<number>;
  proposedRoles: PlannedImport['proposedRoles'];
} {
  const t = translator(told.locale);
  const doubtful = new Set<number>();
  const proposedRoles: PlannedImport['proposedRoles'] = [];
  const whom = persons.map((person, index): AcceptedAttendance['person'] => {
    const match = matches[index];
    const first = person.records[0] ?? 0;
    const line = records[first]?.line ?? 0;
    const name = enteredName(person.known.name);
    const doubt = (): void => {
      for (const record of person.records) doubtful.add(record);
    };
    if (match?.kind === 'known') {
      const { listed } = match;
      const differs = [
        listed.rootVillage !== null && person.known.village !== null && listed.rootVillage !== person.known.village
          ? t('participants.field.village')
          : null,
        listed.rootPhone !== null && person.known.phone !== null && listed.rootPhone !== person.known.phone
          ? t('participants.field.phone')
          : null,
      ].filter((field) => field !== null);
      if (differs.length > 0) told.tell('roster/differs', 'doubt', line, first, { name, fields: differs.join('、') });
      const naming = person.records.flatMap((place) => {
        const record = records[place];
        return record && record.person_role !== null ? [{ record, role: record.person_role, place }] : [];
      });
      for (const [role, [given]] of Map.groupBy(naming, (one_) => one_.role)) {
        if (!given || match.roles.includes(role)) continue;
        const subject = (given.record.subject ?? '').slice(0, 100);
        proposedRoles.push({
          personId: match.id,
          role,
          subject,
          from: given.record.date ?? today,
          name,
          index: given.place,
        });
        told.tell('roster/role_not_added', 'doubt', given.record.line, given.place, {
          name,
          role: t(`participants.role.${role}`),
        });
      }
      return { id: match.id };
    }
    if (match && match.why !== 'nobody') {
      const candidate = match.candidates
        .slice(0, 3)
        .map(({ birth, village }) => [birth, village].filter((fact) => fact !== null).join(' ') || name)
        .join('；');
      if (match.why === 'other') told.tell('roster/archive_apart', 'note', line, first, { name, candidate });
      else {
        told.tell(match.why === 'open' ? 'roster/archive_candidate' : 'roster/archive_several', 'doubt', line, first, {
          name,
          candidate,
        });
        doubt();
      }
    }
    if (person.namesake !== null) {
      const other = records[person.namesake.record]?.line ?? 0;
      if (person.namesake.how === 'other') told.tell('roster/same_name_apart', 'note', line, first, { name, other });
      else {
        told.tell(
          person.namesake.how === 'open' ? 'roster/twin_doubt' : 'roster/twin_contradiction',
          'doubt',
          line,
          first,
          { name, other },
        );
        doubt();
      }
    }
    return { key: `${nameKey(person.known.name)}#${first + 1}`.slice(-200), fields: fieldsOf(person, records) };
  });
  for (const person of persons) {
    const [first = 0, second] = person.records;
    if (second === undefined || records[second]?.line === records[first]?.line) continue;
    const reason =
      told.locale === 'zh-CN'
        ? t(person.by === 'birth' ? 'participants.field.birthDate' : 'participants.field.phone')
        : (person.by ?? '');
    told.tell('roster/same_person', 'note', records[second]?.line ?? 0, second, {
      name: enteredName(person.known.name),
      other: records[first]?.line ?? 0,
      reason,
    });
  }
  return { whom, doubtful, proposedRoles };
}

/** Children under 14 on the day of whom no guardian's consent is known (PIPL, art. 28 and 31). */
function tellMinors(
  persons: readonly SheetPerson[],
  matches: readonly Match[],
  records: readonly RosterRecord[],
  today: string,
  told: Told,
): string[] {
  return persons.flatMap((person, index): string[] => {
    const match = matches[index];
    const own = person.records.flatMap((place) => (records[place] ? [{ place, record: records[place] }] : []));
    if (own.some(({ record }) => record.consent !== null)) return [];
    if (match?.kind === 'known' && match.listed.consent !== null) return [];
    const days = own.toSorted((one, two) => (one.record.date ?? today).localeCompare(two.record.date ?? today));
    const [young] = days.flatMap(({ place, record }) => {
      const day = record.date ?? today;
      const birth = person.known.birth ?? (match?.kind === 'known' ? match.listed.birth : null);
      const span = ageSpan(birth, day);
      const age = span?.least ?? record.age ?? null;
      return age !== null && age < CONSENT_AGE ? [{ place, record, day, birth, age, span }] : [];
    });
    if (!young) return [];
    const name = enteredName(person.known.name);
    const { record, day, birth, age } = young;
    const years =
      young.span !== null && young.span.least !== young.span.most
        ? `${young.span.least}–${young.span.most}`
        : String(age);
    told.tell('roster/minor', 'doubt', record.line, young.place, { name, date: day, age: years });
    if (record.consent_printed !== undefined)
      told.tell('roster/minor_printed', 'doubt', record.line, young.place, { name, text: record.consent_printed });
    const born = birth === null ? '' : `born ${birth}, `;
    return [`${name} (${born}${years} years old on ${day}): guardian consent needed, PIPL art. 31`];
  });
}

/** Compares a reading with the archive; `today` is the day (ISO) on which it is done. */
export function planImport(
  db: ReadDb,
  reading: ReadRosterOutput,
  { locale, joinDays }: { locale: Locale; joinDays: boolean },
  today: string,
): PlannedImport {
  const told = new Told(locale);
  const { records, kind } = reading;
  const persons = personsOf(records);
  const matches = matchPersons(db, persons, reading.source.sha256);
  const { whom, doubtful, proposedRoles } = decide(persons, matches, records, told, today);
  const minors = tellMinors(persons, matches, records, today, told);
  const personOf = new Map<number, number>();
  for (const [index, person] of persons.entries()) for (const record of person.records) personOf.set(record, index);

  const known = new KnownActivities(db, reading.source.sha256);
  const listed = reading.activities.map((read, row) => {
    const fields = activityFields(db, read, told, kind === 'activities' ? row : null);
    return { read, fields, existingId: known.find(fields.title, fields.dateStart ?? null) };
  });
  for (const [row, { read, existingId }] of listed.entries())
    if (existingId !== null)
      told.tell('roster/activity_there', 'note', read.line, kind === 'activities' ? row : null, {
        name: read.title,
        date: read.date_start ?? '',
      });
  const heads = new Map(
    listed.map((entry) => [activityKey(entry.fields.title, entry.fields.dateStart ?? null), entry]),
  );
  const joined = joinDays ? spansOf(records, plainTitle) : null;
  const activityOf = (record: RosterRecord): AcceptedAttendance['activity'] => {
    if (kind === 'persons' || record.activity === null) return null;
    const span = joined?.get(plainTitle(record.activity));
    const day = span?.first ?? record.date;
    const existing = known.find(record.activity, day);
    if (existing !== null) return { id: existing };
    const key = activityKey(record.activity, day);
    return {
      key: key.slice(0, 400),
      fields: {
        ...heads.get(key)?.fields,
        title: record.activity,
        dateStart: day,
        ...(span && span.last !== span.first ? { dateEnd: span.last } : {}),
      },
    };
  };

  const came = namesThoseWhoCame(reading.title);
  const signed = records.map((record) => record.signed ?? came);
  const duplicates: PlannedImport['duplicates'] = [];
  const repeated = new Set<number>();
  const seen = new Map<string, number>();
  const accepted = records.map((record, index): AcceptedAttendance => {
    const person = whom[personOf.get(index) ?? -1] ?? { key: String(index), fields: { name: record.name } };
    const activity = activityOf(record);
    const role = record.role ?? 'learner';
    const name = enteredName(record.name);
    if (activity !== null && record.date !== null) {
      const who = 'id' in person ? `#${person.id}` : person.key;
      const what = 'id' in activity ? `#${activity.id}` : activity.key;
      const key = `${who}|${what}|${record.date}|${role}`;
      const earlier = seen.get(key);
      const there =
        'id' in person && 'id' in activity
          ? twinOf(db, { activity_id: activity.id, person_id: person.id, date: record.date, role })
          : null;
      if (earlier !== undefined) {
        repeated.add(index);
        duplicates.push({ index, attendanceId: there ?? 0 });
        told.tell('roster/listed_twice', 'doubt', record.line, index, { name, other: records[earlier]?.line ?? 0 });
      } else {
        seen.set(key, index);
        if (there !== null) {
          duplicates.push({ index, attendanceId: there });
          told.tell('roster/there_already', 'note', record.line, index, { name });
        }
      }
    }
    return {
      person,
      activity,
      fields: {
        ...(record.date === null ? {} : { date: record.date }),
        number: record.number,
        signed: signed[index] ?? false,
        role,
        minutes: record.minutes,
        remark: record.remark ?? '',
      },
      needsReview: record.needs_review === true || doubtful.has(index),
      sourceLine: record.line,
      sourceText:
        reading.source.lines
          ?.slice(record.line - 1, record.end_line)
          .join('\n')
          .slice(0, 20_000) ?? null,
    };
  });

  const rank = { error: 0, doubt: 1, note: 2 };
  const warnings = [...reading.warnings, ...told.warnings].toSorted(
    (one_, two) => rank[one_.severity] - rank[two.severity] || (one_.line ?? 0) - (two.line ?? 0),
  );
  const { source: _source, ...read } = reading;
  return {
    ...summaryOf({
      reading,
      persons,
      signed,
      repeated,
      identities: whom.map((person) => ('id' in person ? `#${person.id}` : person.key)),
      minors,
      warnings,
    }),
    warnings,
    reading: { ...read, warnings },
    records: accepted,
    listedActivities: listed.map(({ read: { needs_review }, fields, existingId }) => ({
      fields,
      needsReview: needs_review === true,
      existingId,
    })),
    duplicates,
    proposedRoles,
    source: reading.source,
  };
}

/** The output of `attendance.read` that prepared a job or command. @throws AppError attendance/unreadable */
export function preparedReading(prepared: unknown): ReadRosterOutput {
  if (prepared === null || typeof prepared !== 'object') throw new AppError('attendance/unreadable', { reason: '' });
  return ReadRosterOutput.parse(prepared);
}
