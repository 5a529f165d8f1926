/**
 * The lines of a sheet under review: what the plan of the import says of them, what a person changes, and what
 * `attendance.accept` takes. Invariant: who a line is stays as the plan proposed it until a person says otherwise, for all
 * lines of that person alike. Pure.
 */
import { AppError } from '#shared/errors.ts';
import type { ActivityFields } from '#shared/features/activities.ts';
import {
  type AcceptedAttendance,
  type AttendanceFields,
  AttendanceRole,
  type PlannedImport,
} from '#shared/features/attendance.ts';
import type { PersonFields } from '#shared/features/participants.ts';
import { fieldProblem } from '#shared/features/document-texts.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { type Doubts, type Draft, newDraft, OF_NO_LINE, type ReviewRow, setRows } from '../import/review-draft.ts';
import { dayOf, sexOf } from './entry-draft.ts';

/** Zod's output has `undefined` where a field is left out. */
type Loose<Fields> = { [F in keyof Fields]?: Fields[F] | undefined };
type Known = Loose<PersonFields> & { name: string };

/** An activity of a list, which has no persons. */
interface ListedActivity {
  fields: Loose<ActivityFields>;
  existingId: number | null;
}

export interface RosterRow extends ReviewRow {
  person: AcceptedAttendance['person'];
  /** As the sheet says it; of a new person, what will be entered. */
  shown: Known;
  activity: AcceptedAttendance['activity'];
  /** As the sheet prints it, '' = nothing. */
  activityTitle: string;
  fields: Loose<AttendanceFields>;
  /** Left out: the archive has it, or an earlier line says the same. */
  duplicate: 'archive' | 'line' | null;
  listed: ListedActivity | null;
}

const EMPTY_ROW: Omit<RosterRow, 'id'> = {
  ...OF_NO_LINE,
  person: { key: '', fields: { name: '' } },
  shown: { name: '' },
  activity: null,
  activityTitle: '',
  fields: { signed: true, role: 'learner' },
  duplicate: null,
  listed: null,
};

export function rosterDoubts({ warnings, reading }: PlannedImport): Doubts {
  return { warnings, rejected: reading.rejected };
}

export function rosterDraft(plan: PlannedImport): Draft<RosterRow> {
  const { records, reading, duplicates } = plan;
  const left = new Map(duplicates.map(({ index, attendanceId }) => [index, attendanceId === 0 ? 'line' : 'archive']));
  const rows =
    reading.kind === 'activities'
      ? plan.listedActivities.map(({ fields, needsReview, existingId }, index): Partial<RosterRow> => {
          const read = reading.activities[index];
          return {
            listed: { fields, existingId },
            duplicate: existingId === null ? null : 'archive',
            needsReview,
            sourceLine: read?.line ?? null,
            sourceEndLine: read?.end_line ?? null,
          };
        })
      : records.map((record, index): Partial<RosterRow> => {
          const read = reading.records[index];
          const { person, activity, fields, needsReview, sourceLine, sourceText } = record;
          return {
            person,
            shown:
              'fields' in person
                ? person.fields
                : {
                    name: read?.name ?? '',
                    sex: read?.sex ?? null,
                    birthDate: read?.birth ?? null,
                    village: read?.village ?? null,
                    phone: read?.phone ?? null,
                  },
            activity,
            activityTitle: read?.activity ?? '',
            fields,
            duplicate: (left.get(index) as 'archive' | 'line' | undefined) ?? null,
            needsReview,
            sourceLine,
            sourceEndLine: read?.end_line ?? sourceLine,
            sourceText,
          };
        });
  return newDraft<RosterRow>(rows, EMPTY_ROW, rosterDoubts(plan));
}

/** Names one person among the rows. */
export function personKey(row: RosterRow): string {
  if ('id' in row.person) return `#${row.person.id}`;
  // A row that was put in by hand is somebody of its own.
  return row.person.key === '' ? `+${row.id}` : row.person.key;
}

function plain(title: string): string {
  return title.replaceAll(/[\s\u3000]/gu, '');
}

/** Names one activity among the rows; '' = none. */
export function activityKey({ activity }: RosterRow): string {
  if (activity === null) return '';
  return 'id' in activity ? `#${activity.id}` : activity.key;
}

function newActivity(
  title: string,
  date: string | undefined,
  fields: Loose<ActivityFields> = {},
): AcceptedAttendance['activity'] {
  if (title.trim() === '') return null;
  return {
    key: `${plain(title)}|${date ?? ''}`,
    fields: { ...fields, title: title.trim(), dateStart: date ?? null },
  };
}

/** The rows of one person become somebody else: of the register, or new. */
export function choosePerson(
  draft: Draft<RosterRow>,
  key: string,
  person: { id: number } | { key: string },
): Draft<RosterRow> {
  const changes = new Map<number, Partial<RosterRow>>();
  for (const row of draft.rows) {
    if (personKey(row) !== key) continue;
    const next = 'id' in person ? person : { key: person.key, fields: fieldsOfKey(draft, person.key) ?? row.shown };
    changes.set(row.id, { person: next, needsReview: false, duplicate: null });
  }
  return setRows(draft, changes);
}

function fieldsOfKey(draft: Draft<RosterRow>, key: string): Known | null {
  const row = draft.rows.find(({ person }) => 'key' in person && person.key === key);
  return row && 'fields' in row.person ? row.person.fields : null;
}

/** The rows of one activity go into another: of the archive, or a new one of the printed title. */
export function chooseActivity(draft: Draft<RosterRow>, key: string, id: number | null): Draft<RosterRow> {
  const changes = new Map<number, Partial<RosterRow>>();
  for (const row of draft.rows) {
    if (activityKey(row) !== key) continue;
    changes.set(row.id, {
      activity: id === null ? newActivity(row.activityTitle, row.fields.date) : { id },
      duplicate: null,
    });
  }
  return setRows(draft, changes);
}

const SIGNS = new Set(['√', '✓', '✔', '是', '已签', '已签到', '1', 'y', 'yes']);

export function rosterText(row: RosterRow, column: string, t: Translate): string {
  const { shown, fields, listed } = row;
  if (listed) {
    const { title, dateStart, dateEnd, place, headCountPrinted } = listed.fields;
    const texts: Record<string, string | null | undefined> = {
      title,
      dateStart,
      dateEnd,
      place,
      headCount: headCountPrinted,
    };
    return texts[column] ?? '';
  }
  switch (column) {
    case 'number':
      return fields.number ?? '';
    case 'name':
      return shown.name;
    case 'sex':
      return shown.sex ? t(`participants.sex.${shown.sex}`) : '';
    case 'birth':
      return shown.birthDate ?? '';
    case 'village':
      return shown.village ?? '';
    case 'phone':
      return shown.phone ?? '';
    case 'guardian':
      return shown.guardianName ?? '';
    case 'consent':
      return shown.consentOn ?? '';
    case 'activity':
      return row.activityTitle;
    case 'date':
      return fields.date ?? '';
    case 'signed':
      return fields.signed ? '√' : '';
    case 'role':
      return t(`activities.attendanceRole.${fields.role ?? 'learner'}`);
    case 'remark':
      return fields.remark ?? '';
    default:
      return '';
  }
}

export type RosterCell =
  | {
      ok: true;
      person?: Partial<PersonFields>;
      fields?: Loose<AttendanceFields>;
      activity?: string;
      listed?: Loose<ActivityFields>;
      noDate?: true;
    }
  | { ok: false; problem: string };

/** What a typed text says of a cell. */
export function readRosterCell(column: string, text: string, t: Translate): RosterCell {
  const typed = text.trim();
  const value = typed === '' ? null : typed;
  const limit = (most: number, cell: RosterCell): RosterCell =>
    typed.length > most ? { ok: false, problem: t('signIn.long', { limit: most }) } : cell;
  const day = (): string | null | undefined => (value === null ? null : (dayOf(value) ?? undefined));
  const badDate: RosterCell = { ok: false, problem: t('signIn.dateBad', { text: typed }) };
  switch (column) {
    case 'number':
      return limit(20, { ok: true, fields: { number: value } });
    case 'name':
      return limit(50, { ok: true, person: { name: typed } });
    case 'village':
      return limit(100, { ok: true, person: { village: value } });
    case 'phone':
      return limit(50, { ok: true, person: { phone: value } });
    case 'guardian':
      return limit(50, { ok: true, person: { guardianName: value } });
    case 'remark':
      return limit(500, { ok: true, fields: { remark: typed } });
    case 'activity':
      return limit(200, { ok: true, activity: typed });
    case 'title':
      return limit(200, { ok: true, listed: { title: typed } });
    case 'place':
      return limit(200, { ok: true, listed: { place: typed } });
    case 'sex': {
      const sex = value === null ? null : sexOf(value);
      return value !== null && sex === null
        ? { ok: false, problem: t('signIn.line.sexBad') }
        : { ok: true, person: { sex } };
    }
    case 'birth': {
      if (value === null) return { ok: true, person: { birthDate: null } };
      const birth = parseArchivalDate(value);
      if (birth.ok && !birth.bracketed) return { ok: true, person: { birthDate: birth.date } };
      return {
        ok: false,
        problem: fieldProblem(t, birth.ok ? { rule: 'unreadable', params: { text: value } } : birth),
      };
    }
    case 'consent': {
      const date = day();
      return date === undefined ? badDate : { ok: true, person: { consentOn: date } };
    }
    case 'date': {
      const date = day();
      if (date === undefined) return badDate;
      return date === null ? { ok: true, noDate: true } : { ok: true, fields: { date } };
    }
    case 'dateStart':
    case 'dateEnd': {
      const date = day();
      return date === undefined ? badDate : { ok: true, listed: { [column]: date } };
    }
    case 'signed':
      if (value === null) return { ok: true, fields: { signed: false } };
      return SIGNS.has(value.toLowerCase())
        ? { ok: true, fields: { signed: true } }
        : { ok: false, problem: t('signIn.review.signBad') };
    case 'role': {
      const role = AttendanceRole.options.find(
        (one) => one === value || t(`activities.attendanceRole.${one}`) === value,
      );
      return role === undefined ? { ok: false, problem: t('signIn.review.roleBad') } : { ok: true, fields: { role } };
    }
    default:
      throw new AppError('input/invalid', { field: column, detail: text });
  }
}

/** A row with one more cell set, and what of it holds for all rows of the person. Throws input/invalid. */
export function withRosterCell(row: RosterRow, column: string, text: string, t: Translate): RosterRow {
  const cell = readRosterCell(column, text, t);
  if (!cell.ok) throw new AppError('input/invalid', { field: column, detail: text });
  let next: RosterRow = { ...row, needsReview: false };
  if (cell.listed && row.listed) next.listed = { ...row.listed, fields: { ...row.listed.fields, ...cell.listed } };
  if (cell.fields) next.fields = { ...row.fields, ...cell.fields };
  if (cell.noDate) {
    const { date: _gone, ...rest } = row.fields;
    next.fields = rest;
  }
  if (cell.person) {
    const shown = { ...row.shown, ...cell.person };
    next = {
      ...next,
      shown,
      person: 'id' in row.person ? row.person : { ...row.person, fields: { ...row.person.fields, ...cell.person } },
    };
  }
  if (cell.activity !== undefined) next.activityTitle = cell.activity;
  const renamed =
    cell.activity !== undefined &&
    (row.activity === null || !('id' in row.activity) || cell.activity !== row.activityTitle);
  const redated = next.fields.date !== row.fields.date && row.activity !== null && 'key' in row.activity;
  if (renamed || redated) {
    const before: Loose<ActivityFields> = row.activity !== null && 'key' in row.activity ? row.activity.fields : {};
    const { date } = next.fields;
    const inside =
      !renamed && date !== undefined && date >= (before.dateStart ?? '9') && date <= (before.dateEnd ?? '');
    // Another day of an activity of several days is still that activity.
    if (!inside)
      next.activity = newActivity(next.activityTitle, date, { ...before, ...(redated && { dateEnd: null }) });
  }
  if (cell.person || cell.activity !== undefined || next.fields.date !== row.fields.date) next.duplicate = null;
  return next;
}

/** Edited rows in the draft; what was said of a new person holds for all rows of that person. */
export function withEdited(draft: Draft<RosterRow>, edited: ReadonlyMap<number, RosterRow>): Draft<RosterRow> {
  const persons = new Map<string, Known>();
  for (const row of edited.values()) {
    if ('fields' in row.person && row.person.key !== '') persons.set(row.person.key, row.person.fields);
  }
  const changes = new Map<number, Partial<RosterRow>>(edited);
  for (const row of draft.rows) {
    const fields = 'fields' in row.person ? persons.get(row.person.key) : undefined;
    if (fields === undefined || edited.has(row.id) || !('fields' in row.person)) continue;
    changes.set(row.id, { person: { ...row.person, fields }, shown: fields });
  }
  return setRows(draft, changes);
}

export interface Lacks {
  names: number;
  dates: number;
  activities: number;
}

/** Rows that cannot be taken as they are. */
export function lacksOf(draft: Draft<RosterRow>, kind: PlannedImport['reading']['kind']): Lacks {
  const taken = draft.rows.filter(({ duplicate }) => duplicate === null);
  if (kind === 'activities') {
    return { names: taken.filter(({ listed }) => (listed?.fields.title ?? '') === '').length, dates: 0, activities: 0 };
  }
  const sheet = kind === 'attendance' ? taken : [];
  return {
    names: taken.filter(({ shown }) => shown.name.trim() === '').length,
    dates: sheet.filter(({ activity, fields }) => activity !== null && 'key' in activity && fields.date === undefined)
      .length,
    activities: sheet.filter(({ activity }) => activity === null).length,
  };
}

/** Rows as `attendance.accept` takes them; what is left out is not among them. */
export function recordsToAccept(draft: Draft<RosterRow>): AcceptedAttendance[] {
  return draft.rows
    .filter(({ duplicate, listed }) => duplicate === null && listed === null)
    .map((row) => ({
      person: 'fields' in row.person ? { key: personKey(row), fields: row.person.fields } : row.person,
      activity: row.activity,
      fields: row.fields,
      needsReview: row.needsReview,
      sourceLine: row.sourceLine,
      sourceText: row.sourceText,
    }));
}

/** Listed activities that the archive does not have. */
export function activitiesToAccept(draft: Draft<RosterRow>): { fields: Loose<ActivityFields>; needsReview: boolean }[] {
  return draft.rows.flatMap(({ listed, duplicate, needsReview }) =>
    listed && duplicate === null ? [{ fields: listed.fields, needsReview }] : [],
  );
}
