/**
 * Sign-in (签到): a person in an activity on a day. 人次 = rows that are signed, 人 = distinct persons among them; both are
 * counted in one place (electron/core/counting).
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { command, job, query } from '../procedure.ts';
import { PersonFields, PersonRoleName } from './participants.ts';
import { ReadWarning } from './reading.ts';
import { ActivityFields } from './activities.ts';
import { StepLabel } from './schedule.ts';

const line = (length: number) => z.string().trim().max(length);

/** 学员 · 志愿者 · 教师 · 工作人员 */
export const AttendanceRole = z.enum(['learner', 'volunteer', 'teacher', 'staff']);
export type AttendanceRole = z.infer<typeof AttendanceRole>;

export const AttendanceFields = z.object({
  date: z.iso.date(),
  /** 签到序号 as printed. */
  number: line(20).nullable(),
  signed: z.boolean(),
  role: AttendanceRole,
  /** null = as long as the activity. */
  minutes: z.int().min(1).max(100_000).nullable(),
  remark: line(500),
});
export type AttendanceFields = z.infer<typeof AttendanceFields>;

export const Attendance = AttendanceFields.extend({
  id: z.int(),
  activityId: z.int(),
  personId: z.int(),
  name: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  birthDate: z.string().nullable(),
  /** Age in whole years on the day; null where the birth date does not tell. */
  age: z.int().nullable(),
  village: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  /** Under 14 on the day and no guardian's consent is kept. */
  consentMissing: z.boolean(),
  sourceLine: z.int().nullable(),
  version: z.int(),
});
export type Attendance = z.infer<typeof Attendance>;

export const AttendanceChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), id: z.int(), version: z.int(), fields: AttendanceFields.partial() }),
  z.object({
    do: z.literal('insert'),
    activityId: z.int(),
    /** Somebody of the register, or a new person entered in place. */
    person: z.union([z.object({ id: z.int() }), z.object({ fields: PersonFields.partial().required({ name: true }) })]),
    fields: AttendanceFields.partial(),
  }),
  z.object({ do: z.literal('withdraw'), id: z.int(), version: z.int(), reason: line(2000).min(1) }),
]);
export type AttendanceChange = z.infer<typeof AttendanceChange>;

/** What a column of a sign-in sheet, a roster or a list of activities can mean. */
export const RosterField = z.enum([
  'number',
  'name',
  'sex',
  'birth',
  'age',
  'village',
  'phone',
  'activity',
  'date',
  'time',
  'place',
  'signed',
  'role',
  'hours',
  'unit',
  'subject',
  'certificate',
  'guardian',
  'guardian_phone',
  'consent',
  'identity',
  'head_count',
  'host',
  'category',
  'audience',
  'summary',
  'remark',
]);
export type RosterField = z.infer<typeof RosterField>;

/** Heading as printed → what its column means; null = the column is not read. */
export const RosterMapping = z.record(z.string(), RosterField.nullable());
export type RosterMapping = z.infer<typeof RosterMapping>;

/** One line of a sign-in sheet or roster as read; keys are snake_case because other programs exchange it as it is. */
export const RosterRecord = z.object({
  number: z.string().nullable(),
  name: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  birth: z.string().nullable(),
  birth_printed: z.string().optional(),
  village: z.string().nullable(),
  phone: z.string().nullable(),
  activity: z.string().nullable(),
  /** ISO date. */
  date: z.string().nullable(),
  date_printed: z.string().optional(),
  /** null = the sheet has no such column. */
  signed: z.boolean().nullable(),
  role: AttendanceRole.nullable(),
  /** What a register of persons says that they are. */
  person_role: PersonRoleName.nullable(),
  subject: z.string().nullable(),
  unit: z.string().nullable(),
  minutes: z.int().nullable(),
  guardian: z.string().nullable(),
  guardian_phone: z.string().nullable(),
  /** ISO date on which the guardian agreed. */
  consent: z.string().nullable(),
  /** What the guardian's column says where that is no date: a signature, 同意. */
  consent_printed: z.string().optional(),
  /** Age as printed, where the sheet has such a column: no birth date follows from it. */
  age: z.int().optional(),
  certificate: z.string().optional(),
  remark: z.string().nullable(),
  /** The marks that a matrix prints behind one name share this number: by the paper itself they are one person's. */
  entry: z.int().optional(),
  /** First and last source line, from 1. */
  line: z.int(),
  end_line: z.int(),
  needs_review: z.literal(true).optional(),
});
export type RosterRecord = z.infer<typeof RosterRecord>;

/** One activity as a list of activities, a report or the head of a sheet prints it. */
export const ReadActivity = z.object({
  title: z.string(),
  date_start: z.string().nullable(),
  date_end: z.string().nullable(),
  date_printed: z.string().optional(),
  time: z.string().nullable(),
  place: z.string().nullable(),
  hosts: z.array(z.string()),
  category: z.string().nullable(),
  audience: z.string().nullable(),
  head_count: z.int().nullable(),
  head_count_mark: z.enum(['exact', 'nearly', 'about', 'over']).nullable(),
  head_count_printed: z.string().nullable(),
  summary: z.string().nullable(),
  line: z.int(),
  end_line: z.int(),
  needs_review: z.literal(true).optional(),
});
export type ReadActivity = z.infer<typeof ReadActivity>;

const place = z.object({ line: z.int(), text: z.string(), reason: z.string() });

export const RosterReading = z.object({
  /** `attendance`: persons in activities; `persons`: a roster without activities; `activities`: a list or report of activities. */
  kind: z.enum(['attendance', 'persons', 'activities']),
  title: z.string().nullable(),
  columns: z.array(z.string()),
  mapping: RosterMapping,
  records: z.array(RosterRecord),
  activities: z.array(ReadActivity),
  rejected: z.array(place),
  skipped: z.array(place),
  warnings: z.array(ReadWarning),
});
export type RosterReading = z.infer<typeof RosterReading>;

const source = {
  file: z.string().optional(),
  name: z.string().max(255).optional(),
  bytes: bytesSchema.optional(),
  text: z.string().max(5_000_000).optional(),
  html: z.string().max(20_000_000).optional(),
  mapping: RosterMapping.optional(),
  /** The days of one title are one activity of several days, not an activity a day. */
  joinDays: z.boolean().default(false),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
};
const oneSource = (input: { file?: unknown; bytes?: unknown; text?: unknown; html?: unknown }) =>
  [input.file, input.bytes, input.text, input.html].some((part) => part !== undefined);
const SOURCE = { error: 'file, bytes, text or html is needed' };

export const ReadRosterInput = z.object({ ...source, withLines: z.boolean().default(true) }).refine(oneSource, SOURCE);
export type ReadRosterInput = z.infer<typeof ReadRosterInput>;

const RosterSource = z.object({
  format: z.string(),
  name: z.string().nullable(),
  encoding: z.string().nullable(),
  sha256: z.string(),
  lines: z.array(z.string()).optional(),
});

export const ReadRosterOutput = RosterReading.extend({ source: RosterSource });
export type ReadRosterOutput = z.infer<typeof ReadRosterOutput>;

/** What a review decided about one line: who it is, in which activity. */
export const AcceptedAttendance = z.object({
  person: z.union([
    z.object({ id: z.int() }),
    /** The same key in several lines is one new person. */
    z.object({ key: z.string().max(200), fields: PersonFields.partial().required({ name: true }) }),
  ]),
  activity: z
    .union([
      z.object({ id: z.int() }),
      z.object({ key: z.string().max(400), fields: ActivityFields.partial().required({ title: true }) }),
    ])
    .nullable(),
  fields: AttendanceFields.partial(),
  needsReview: z.boolean().default(false),
  sourceLine: z.int().nullable().default(null),
  sourceText: z.string().max(20_000).nullable().default(null),
});
export type AcceptedAttendance = z.infer<typeof AcceptedAttendance>;

/** A role of the register that a roster gives to a person known without it; added only where somebody takes it. */
export const ProposedRole = z.object({
  personId: z.int(),
  role: PersonRoleName,
  subject: line(100),
  /** The day from which it counts: the sheet's, else the day of the import. */
  from: z.iso.date(),
});
export type ProposedRole = z.infer<typeof ProposedRole>;

/** What an import holds, counted as the archive will count it. */
export const ImportSummary = z.object({
  lines: z.int(),
  person_times: z.int(),
  distinct_people: z.int(),
  /** Activity → person-times: lines that are signed, each person once a day and role. */
  activities: z.record(z.string(), z.int()),
  not_signed: z.array(z.string()),
  distinct_people_counted: z.array(z.string()),
  same_name_different_person: z.array(z.string()),
  same_person: z.array(z.string()),
  minors_under_14: z.array(z.string()),
  errors: z.array(z.string()),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const PlannedImport = ImportSummary.extend({
  warnings: z.array(ReadWarning),
  reading: RosterReading,
  source: RosterSource,
  records: z.array(AcceptedAttendance),
  /** Activities of a list or report, which has no persons. */
  listedActivities: z.array(
    z.object({ fields: ActivityFields.partial(), needsReview: z.boolean(), existingId: z.int().nullable() }),
  ),
  /** Lines that the archive has already; `attendanceId` 0 = the line repeats another of the same sheet. */
  duplicates: z.array(z.object({ index: z.int(), attendanceId: z.int() })),
  proposedRoles: z.array(ProposedRole.extend({ name: z.string(), index: z.int() })),
});
export type PlannedImport = z.infer<typeof PlannedImport>;

const touches = ['attendance', 'participants', 'activities', 'search', 'history'] as const;

export const attendance = {
  list: query(
    'The sign-in rows of an activity or of a person.',
    z
      .object({ activityId: z.int().optional(), personId: z.int().optional(), date: z.iso.date().optional() })
      .refine((input) => input.activityId !== undefined || input.personId !== undefined, {
        error: 'activityId or personId is needed',
      }),
    z.array(Attendance.extend({ activity: z.string() })),
    { traced: true },
  ),
  edit: command(
    'Enter, change or withdraw sign-in rows; new persons are entered in place, all in one step.',
    z.object({ step: StepLabel, changes: z.array(AttendanceChange).min(1).max(50_000) }),
    z.object({ ids: z.array(z.int()), personIds: z.array(z.int()), event: z.int() }),
    { touches },
  ),
  read: job(
    'Read a sign-in sheet, a roster or a list of activities without touching the archive.',
    ReadRosterInput,
    ReadRosterOutput,
    {
      zone: 'foreign',
      paths: ['file'],
    },
  ),
  plan: job(
    'Read a source and compare it with the archive: who is who, what is there already, what needs a look.',
    ReadRosterInput,
    PlannedImport,
    { preparedBy: 'attendance.read', paths: ['file'] },
  ),
  accept: command(
    'Take reviewed lines into the archive: one transaction, one undo step.',
    z.object({
      sourceName: z.string().max(255).nullable().default(null),
      sourceSha256: z.string().regex(/^[0-9a-f]{64}$/u),
      records: z.array(AcceptedAttendance).max(50_000),
      activities: z
        .array(z.object({ fields: ActivityFields.partial(), needsReview: z.boolean().default(false) }))
        .max(5000)
        .default([]),
      /** Proposed roles that are taken; what the person has already is no change. */
      roles: z.array(ProposedRole).max(50_000).default([]),
    }),
    z.object({
      added: z.int(),
      people: z.int(),
      activities: z.int(),
      /** Roles that were added to known persons. */
      roles: z.int(),
      /** Lines that were there already. */
      duplicates: z.int(),
      importId: z.int().nullable(),
      event: z.int().nullable(),
    }),
    { touches },
  ),
  import: command(
    'Read a sign-in sheet, roster or list of activities and take it in; with "dryRun": true nothing is written. {"file": …, "dryRun": true}',
    z
      .object({
        ...source,
        dryRun: z.boolean().default(false),
        /** Take the proposed roles of known persons too. */
        takeRoles: z.boolean().default(false),
      })
      .refine(oneSource, SOURCE),
    PlannedImport.extend({
      added: z.int(),
      roles: z.int(),
      importId: z.int().nullable(),
      event: z.int().nullable(),
    }),
    { preparedBy: 'attendance.read', paths: ['file'], touches },
  ),
} as const;
