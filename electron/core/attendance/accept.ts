/** Takes reviewed lines into the archive: persons, activities and sign-in rows in one transaction and one undo step. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { nameKey } from '#shared/lib/names.ts';
import { enterActivity } from '../activities/store.ts';
import type { WriteContext } from '../context.ts';
import { attendanceImportEntity, type AttendanceImportImage } from '../entities/attendance.ts';
import { nextId } from '../entities/entity.ts';
import { enterPerson } from '../participants/store.ts';
import { addRoles } from './roles.ts';
import { enterAttendance, twinOf } from './rows.ts';

type Input = ParsedInput<'attendance.accept'>;

/** The entry of an import, made when the first of its records is entered: an import that brings nothing leaves none. */
class ImportRow {
  readonly #context: WriteContext;
  readonly #input: Input;
  #image: AttendanceImportImage | null = null;

  constructor(context: WriteContext, input: Input) {
    this.#context = context;
    this.#input = input;
  }

  id(): number {
    if (this.#image === null) {
      const { db, changes, newUid } = this.#context;
      this.#image = {
        id: nextId(db, 'attendance_import'),
        uid: newUid(),
        source_name: this.#input.sourceName,
        source_sha256: this.#input.sourceSha256,
        row_count: 0,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      };
      changes.insert(attendanceImportEntity, this.#image);
    }
    return this.#image.id;
  }

  /** Writes how many rows came; null = nothing was entered, and there is no entry. */
  close(rows: number): number | null {
    const before = this.#image;
    if (before && rows > 0)
      this.#context.changes.update(attendanceImportEntity, before, { ...before, row_count: rows });
    return before && before.id;
  }
}

/** Enters everything; lines that the archive has already are left out and counted. Names the step. */
export function acceptAttendance(context: WriteContext, input: Input): Output<'attendance.accept'> {
  const { db, changes } = context;
  const source = new ImportRow(context, input);
  const persons = new Map<string, number>();
  const activities = new Map<string, number>();
  let added = 0;
  let duplicates = 0;
  let newPersons = 0;
  let newActivities = 0;
  // Everybody who needs a look is marked, whichever of the lines says so.
  const unsure = new Set(
    input.records.flatMap(({ person, needsReview }) => ('key' in person && needsReview ? [person.key] : [])),
  );
  for (const { fields, needsReview } of input.activities) {
    if ((fields.title ?? '').trim() === '') throw new AppError('attendance/title_empty', { row: newActivities + 1 });
    enterActivity(context, fields, { needsReview, importId: source.id() });
    newActivities += 1;
  }
  for (const record of input.records) {
    let personId: number;
    if ('id' in record.person) personId = record.person.id;
    else {
      const { key, fields } = record.person;
      const known = persons.get(key);
      if (known === undefined) newPersons += 1;
      personId = known ?? enterPerson(context, fields, { needsReview: unsure.has(key), importId: source.id() }).id;
      persons.set(key, personId);
    }
    if (record.activity === null) continue;
    let activityId: number;
    if ('id' in record.activity) activityId = record.activity.id;
    else {
      const { key, fields } = record.activity;
      const known = activities.get(key);
      if (known === undefined) newActivities += 1;
      activityId = known ?? enterActivity(context, fields, { importId: source.id() }).id;
      activities.set(key, activityId);
    }
    const date = record.fields.date;
    const role = record.fields.role ?? 'learner';
    if (date !== undefined && twinOf(db, { activity_id: activityId, person_id: personId, date, role }) !== null) {
      duplicates += 1;
      continue;
    }
    enterAttendance(context, {
      activityId,
      personId,
      fields: record.fields,
      sourceLine: record.sourceLine,
      sourceText: record.sourceText,
      importId: source.id(),
    });
    added += 1;
  }
  let roles = 0;
  const given = new Set<number>();
  for (const role of input.roles) {
    if (addRoles(context, [role]) === 0) continue;
    roles += 1;
    given.add(role.personId);
  }
  if (changes.isEmpty) {
    return { added, people: 0, activities: 0, roles, duplicates, importId: null, event: null };
  }
  const importId = source.close(added);
  const name = nameKey(input.sourceName ?? '—');
  context.describe({
    label:
      importId === null
        ? { code: 'attendanceRoles', params: { count: given.size, name } }
        : { code: 'attendanceImport', params: { count: added, name } },
  });
  return {
    added,
    people: newPersons,
    activities: newActivities,
    roles,
    duplicates,
    importId,
    event: context.eventNumber,
  };
}
