/**
 * Persons (人员): who they are, what they are to the center, and for children under 14 who agreed (PIPL, art. 28 and 31).
 * Phones leave the archive masked; `participants.reveal` shows one of them, with a reason, into the log. ID-card numbers
 * are kept only where a center switches that on: `./participant-identity.ts`.
 */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';
import { ArchivalDate } from './archival-terms.ts';
import { identityProcedures } from './participant-identity.ts';
import { StepLabel } from './schedule.ts';
import { Sex } from './sex.ts';

const line = (length: number) => z.string().trim().max(length);
/** Empty is a value, and it is null: a cell that was cleared stands as empty, never as ''. */
const optional = (length: number) =>
  line(length)
    .transform((text) => (text === '' ? null : text))
    .nullable();

/** 学员 · 志愿者 · 专职 · 兼职教师 · 管理者 · 传承人 · 社团负责人 · 社团成员 */
export const PersonRoleName = z.enum([
  'learner',
  'volunteer',
  'full_time',
  'part_time_teacher',
  'manager',
  'bearer',
  'club_head',
  'club_member',
]);
export type PersonRoleName = z.infer<typeof PersonRoleName>;

export const PersonRole = z.object({
  role: PersonRoleName,
  /** The unit or club in which the person has it. */
  organisationId: z.int().nullable(),
  /** What is taught or done. */
  subject: line(100),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type PersonRole = z.infer<typeof PersonRole>;

export const Certificate = z.object({
  name: line(100).min(1),
  number: line(100),
  issuer: line(100),
  issuedOn: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** What a person who enters may set. */
export const PersonFields = z.object({
  name: line(50).min(1),
  sex: Sex.nullable(),
  /** YYYY, YYYY-MM or YYYY-MM-DD: as much as is known. */
  birthDate: ArchivalDate.nullable(),
  /** 村（居）as printed; linked where it is in the list of units. */
  village: optional(100),
  phone: optional(50),
  guardianName: optional(50),
  guardianPhone: optional(50),
  /** The day on which the guardian agreed (PIPL, art. 31). */
  consentOn: z.iso.date().nullable(),
  /** The paper of the consent. */
  consentDocumentId: z.int().nullable(),
  note: line(2000),
  roles: z.array(PersonRole).max(50),
  certificates: z.array(Certificate).max(50),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const Person = PersonFields.extend({
  id: z.int(),
  uid: z.string(),
  villageId: z.int().nullable(),
  /** Masked: 139****0001. */
  phone: z.string().nullable(),
  guardianPhone: z.string().nullable(),
  /** The ID-card number masked: sixteen stars and its last two characters. */
  identityMask: z.string().nullable(),
  /** Age in whole years today; null where the birth date does not tell. */
  age: z.int().nullable(),
  needsReview: z.boolean(),
  withdrawn: z.boolean(),
  withdrawnReason: z.string().nullable(),
  /** The person into whom this one was merged. */
  mergedInto: z.int().nullable(),
  version: z.int(),
});
export type Person = z.infer<typeof Person>;

export const PersonFilter = z.object({
  /** Stands in name, village, subject or note; or is the name's pinyin, or the phone: its last four figures or all. */
  text: line(100).optional(),
  role: PersonRoleName.optional(),
  villageId: z.int().nullable().optional(),
  organisationId: z.int().optional(),
  sex: Sex.nullable().optional(),
  /** Under 14 today, or maybe so by a birth date known in part (PIPL, art. 28). */
  minor: z.boolean().optional(),
  /** Under 14 without a guardian's consent. */
  withoutConsent: z.boolean().optional(),
  needsReview: z.boolean().optional(),
  /** Took part in that year. */
  year: z.int().min(1949).max(2999).optional(),
  withdrawn: z.boolean().optional(),
  ids: z.array(z.int()).max(50_000).optional(),
});
export type PersonFilter = z.infer<typeof PersonFilter>;

/** One way in which two persons may be the same; never merged by the program. */
export const TwinReason = z.enum(['name_and_birth', 'name_and_phone', 'name_and_village', 'phone']);

export const PersonCandidate = z.object({
  id: z.int(),
  name: z.string(),
  sex: Sex.nullable(),
  birthDate: z.string().nullable(),
  age: z.int().nullable(),
  village: z.string().nullable(),
  phone: z.string().nullable(),
  /** How the typed text was met. */
  by: z.enum(['name', 'start', 'within', 'pinyin', 'initials', 'phone']),
  /** Last day of taking part. */
  lastDate: z.string().nullable(),
});
export type PersonCandidate = z.infer<typeof PersonCandidate>;

export const PersonChange = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    id: z.int(),
    version: z.int(),
    fields: PersonFields.partial().extend({ needsReview: z.literal(false).optional() }),
  }),
  z.object({ do: z.literal('insert'), fields: PersonFields.partial().required({ name: true }) }),
  z.object({ do: z.literal('withdraw'), id: z.int(), version: z.int(), reason: line(2000).min(1) }),
  z.object({ do: z.literal('restore'), id: z.int(), version: z.int() }),
]);
export type PersonChange = z.infer<typeof PersonChange>;

/** A place in a person's data that needs a look. */
export const PersonFinding = z.object({
  field: z.string(),
  /** Key of `personFindings.rule` in the catalogue. */
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type PersonFinding = z.infer<typeof PersonFinding>;

const touches = ['participants', 'attendance', 'search', 'history'] as const;

export const participants = {
  list: query(
    'Persons in the order asked for; `total` counts all that the filter lets through. Phones are masked.',
    z.object({
      filter: PersonFilter.default({}),
      /** 人次 of that year only; without it of all years (or of the filter's year). */
      timesYear: z.int().min(1949).max(2999).optional(),
      sort: z.enum(['name', 'birthDate', 'village', 'entered', 'personTimes']).default('name'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(200),
    }),
    z.object({
      total: z.int(),
      /** With what each person took part in: 人次 of all years (or of the filter's year). */
      rows: z.array(Person.extend({ personTimes: z.int() })),
    }),
  ),
  get: query(
    'One person with what needs a look and what each year holds.',
    z.object({ id: z.int() }),
    z.object({
      person: Person,
      findings: z.array(PersonFinding),
      years: z.array(z.object({ year: z.int(), personTimes: z.int(), activities: z.int(), minutes: z.int() })),
      /** Others that were merged into this one. */
      merged: z.array(z.object({ id: z.int(), name: z.string() })),
    }),
    { traced: true },
  ),
  candidates: query(
    'Whom a typed name may mean: by characters, pinyin, initials or a phone (last four figures, or all); the likeliest first.',
    z.object({
      text: line(50).min(1),
      village: line(100).optional(),
      birthDate: ArchivalDate.optional(),
      /** Persons of that activity come first. */
      activityId: z.int().optional(),
      limit: z.int().min(1).max(50).default(9),
    }),
    z.array(PersonCandidate),
  ),
  twins: query(
    'Persons who may be the same, in groups; the program merges none of them.',
    z.object({ limit: z.int().min(1).max(1000).default(200) }),
    z.array(z.object({ reason: TwinReason, persons: z.array(Person) })),
  ),
  apart: query(
    'Pairs of persons of whom it was decided that they are not the same, the newest first.',
    z.object({}),
    z.array(z.object({ id: z.int(), version: z.int(), reason: z.string(), persons: z.tuple([Person, Person]) })),
  ),
  setApart: command(
    'Say that persons who look alike are not the same: they are not proposed as one again. {"ids": [4, 5], "reason": …}',
    z.object({ ids: z.array(z.int()).min(2).max(20), reason: line(2000).min(1) }),
    z.object({ ids: z.array(z.int()), event: z.int().nullable() }),
    { touches },
  ),
  takeBackApart: command(
    'Take back that two persons are not the same; they may be proposed again.',
    z.object({ id: z.int(), version: z.int(), reason: line(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  edit: command(
    'Enter, change, withdraw or restore persons in one step.',
    z.object({ step: StepLabel, changes: z.array(PersonChange).min(1).max(50_000) }),
    z.object({ ids: z.array(z.int()), event: z.int() }),
    { touches },
  ),
  merge: command(
    'Join persons who are one: sign-in rows count for the one that stays, and nothing is lost.',
    z.object({
      keep: z.object({ id: z.int(), version: z.int() }),
      merge: z
        .array(z.object({ id: z.int(), version: z.int() }))
        .min(1)
        .max(100),
      /** Fields of the one that stays, as they shall be after it. */
      fields: PersonFields.partial().default({}),
      /** Numbers, seen masked only, that the one that stays takes over: of which of the merged (its id). */
      take: z.object({ phone: z.int().optional(), guardianPhone: z.int().optional() }).default({}),
      reason: line(2000).min(1),
    }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  reveal: command(
    'Show a masked value of one person; who asked and why stands in the log.',
    z.object({
      id: z.int(),
      field: z.enum(['phone', 'guardianPhone']),
      reason: line(500).min(1),
    }),
    z.object({ value: z.string().nullable(), event: z.int() }),
    { touches: ['history'] },
  ),
  ...identityProcedures,
} as const;
