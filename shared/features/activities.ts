/**
 * Activities (活动): what was held, for whom, with which evidence, and which row of the plan it fulfils. A plan row counts as
 * done only with evidence (domain rule U4).
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';
import { AGE_GROUPS } from './age-groups.ts';
import { hasSource, ObjectFormat, Sha256, SOURCE_RULE } from './objects.ts';
import { StepLabel, Year } from './schedule.ts';

const line = (length: number) => z.string().trim().max(length);

/** 全体居民 · 老年 · 青少年 · 儿童 · 妇女 · 家长 · 职工 · 农民 · 残障人 · 外来人口 · 教师 · 社区教育工作者 */
export const Audience = z.enum([
  'everyone',
  'elderly',
  'youth',
  'children',
  'women',
  'parents',
  'employees',
  'farmers',
  'disabled',
  'migrants',
  'teachers',
  'staff',
]);
export type Audience = z.infer<typeof Audience>;

/** Planned · held · cancelled */
export const ActivityState = z.enum(['planned', 'held', 'cancelled']);
export type ActivityState = z.infer<typeof ActivityState>;

/** exact, 近 (nearly), 约 (about), 余/多 (over): how a paper prints its head count. */
export const HeadCountMark = z.enum(['exact', 'nearly', 'about', 'over']);
export type HeadCountMark = z.infer<typeof HeadCountMark>;

export const ActivityHost = z.object({ name: line(100).min(1), organisationId: z.int().nullable().default(null) });

/** 方案 · 签到表 · 照片 · 小结 · 经费凭证 · 监护人同意书 · 其他 */
export const EvidenceKind = z.enum(['plan', 'sign_in', 'photo', 'summary', 'money', 'consent', 'other']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** A file of the activity, or a document of the archive that stands for it. */
export const ActivityFile = z.object({
  kind: EvidenceKind,
  documentId: z.int().nullable(),
  name: z.string().min(1).max(255),
  sha256: Sha256.nullable(),
  /** Bytes. */
  size: z.int().nullable(),
  format: ObjectFormat.nullable(),
  pageCount: z.int().nullable(),
});
export type ActivityFile = z.infer<typeof ActivityFile>;

/** 宣传报道 */
export const ActivityMedium = z.object({
  publishedOn: z.iso.date().nullable(),
  medium: line(100),
  title: line(300),
  link: line(1000),
});
export type ActivityMedium = z.infer<typeof ActivityMedium>;

/** What a person may set. */
export const ActivityFields = z.object({
  title: line(200),
  dateStart: z.iso.date().nullable(),
  /** null = one day. */
  dateEnd: z.iso.date().nullable(),
  timeText: line(50),
  place: line(200),
  hosts: z.array(ActivityHost).max(50),
  categoryId: z.int().nullable(),
  audience: Audience.nullable(),
  planRowId: z.int().nullable(),
  state: ActivityState,
  /** People as the paper says, with its 近/约/余; null = the paper says nothing. */
  headCount: z.int().min(0).max(10_000_000).nullable(),
  headCountMark: HeadCountMark.nullable(),
  headCountPrinted: line(100).nullable(),
  /** Minutes that one person spends in it; hours of volunteers follow from it. */
  minutes: z.int().min(1).max(100_000).nullable(),
  summary: z.string().max(20_000),
  /** Money was needed: its vouchers belong to the evidence. */
  moneyNeeded: z.boolean(),
  /** Fen. */
  money: z.int().min(0).max(1_000_000_000_000).nullable(),
  remark: line(2000),
  media: z.array(ActivityMedium).max(100),
});
export type ActivityFields = z.infer<typeof ActivityFields>;

/** What a row of the plan, or an activity, must have to be believed. */
export const ChecklistItem = z.object({
  kind: z.enum(['plan', 'sign_in', 'photo', 'summary', 'money']),
  state: z.enum(['present', 'missing', 'not_needed']),
  /** Names of what is there. */
  evidence: z.array(z.string()),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** A place in an activity that needs a look; nothing here stops anyone. */
export const ActivityFinding = z.object({
  field: z.string(),
  /** Key of `activities.rule` in the catalogue. */
  rule: z.enum(['title_missing', 'date_missing', 'rows_outside', 'not_held', 'review']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type ActivityFinding = z.infer<typeof ActivityFinding>;

export const Activity = ActivityFields.extend({
  id: z.int(),
  uid: z.string(),
  files: z.array(ActivityFile),
  /** 人次: rows signed. */
  personTimes: z.int(),
  /** 人: distinct persons who signed. */
  people: z.int(),
  /** Rows of the sign-in sheet, signed or not. */
  registered: z.int(),
  /** Under 14 on the day, without a guardian's consent. */
  minorsWithoutConsent: z.int(),
  checklist: z.array(ChecklistItem),
  findings: z.array(ActivityFinding),
  needsReview: z.boolean(),
  withdrawn: z.boolean(),
  withdrawnReason: z.string().nullable(),
  version: z.int(),
});
export type Activity = z.infer<typeof Activity>;

export const ActivityFilter = z.object({
  year: Year.nullable().optional(),
  month: z.int().min(1).max(12).optional(),
  /** With all categories below it. */
  categoryId: z.int().nullable().optional(),
  audience: Audience.nullable().optional(),
  planRowId: z.int().nullable().optional(),
  state: ActivityState.optional(),
  /** Something of the checklist is missing. */
  incomplete: z.boolean().optional(),
  needsReview: z.boolean().optional(),
  text: line(200).optional(),
  withdrawn: z.boolean().optional(),
  ids: z.array(z.int()).max(50_000).optional(),
});
export type ActivityFilter = z.infer<typeof ActivityFilter>;

export const ActivityChange = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    id: z.int(),
    version: z.int(),
    fields: ActivityFields.partial().extend({ needsReview: z.literal(false).optional() }),
  }),
  z.object({ do: z.literal('insert'), fields: ActivityFields.partial() }),
  z.object({ do: z.literal('withdraw'), id: z.int(), version: z.int(), reason: line(2000).min(1) }),
  z.object({ do: z.literal('restore'), id: z.int(), version: z.int() }),
]);
export type ActivityChange = z.infer<typeof ActivityChange>;

export const ActivityCategory = z.object({
  id: z.int(),
  name: z.string(),
  parentId: z.int().nullable(),
  position: z.int(),
  /** `plan`: one of the published plan’s; `own`: the center’s. */
  origin: z.enum(['plan', 'own']),
  version: z.int(),
});
export type ActivityCategory = z.infer<typeof ActivityCategory>;

/** A row of the plan with what proves it. */
export const PlanRowProof = z.object({
  rowId: z.int(),
  activity: z.string(),
  monthStart: z.int().nullable(),
  monthEnd: z.int().nullable(),
  status: z.string(),
  /** At least one piece of evidence is there, whatever the status says. */
  evidence: z.boolean(),
  /** Status says done, and at least one piece of evidence is there (U4). Done without it is to be named as such. */
  proven: z.boolean(),
  activityIds: z.array(z.int()),
  /** Documents of the archive that are linked with the row and may prove it. */
  documentIds: z.array(z.int()),
  /** Linked papers of the plan itself, which announce the row and prove nothing. */
  planDocumentIds: z.array(z.int()),
  /** 人次 of its activities that were held. */
  personTimes: z.int(),
  checklist: z.array(ChecklistItem),
});
export type PlanRowProof = z.infer<typeof PlanRowProof>;

/** By what a year's numbers are broken down. */
export const Breakdown = z.enum([
  'activity',
  'category',
  'audience',
  'village',
  'month',
  'sex',
  'ageGroup',
  'role',
  'planRow',
]);
export type Breakdown = z.infer<typeof Breakdown>;

export const Counts = z.object({
  /** 期（次）: activities held. */
  activities: z.int(),
  /** 人次: sign-in rows that are signed. */
  personTimes: z.int(),
  /** 人: distinct persons among them. */
  people: z.int(),
  /** 估计人数: head counts of activities that have no signed row; never added to 人次. */
  estimated: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const StatisticsFilter = z.object({
  year: Year,
  activityId: z.int().nullable().optional(),
  /** The category itself, without those below it. */
  categoryId: z.int().nullable().optional(),
  audience: Audience.nullable().optional(),
  /** Printed name of the village as the breakdown answers it; null = not known. */
  village: z.string().nullable().optional(),
  month: z.int().min(1).max(12).optional(),
  sex: z.enum(['female', 'male']).nullable().optional(),
  ageGroup: z.enum(AGE_GROUPS).nullable().optional(),
  role: z.enum(['learner', 'volunteer', 'teacher', 'staff']).optional(),
  planRowId: z.int().nullable().optional(),
});
export type StatisticsFilter = z.infer<typeof StatisticsFilter>;

export const StatisticsLine = Counts.extend({
  /** What the line stands for, in words; empty = not known. */
  label: z.string(),
  /** Opens the list behind the line's numbers (`activities.behind`). */
  filter: StatisticsFilter,
});
export type StatisticsLine = z.infer<typeof StatisticsLine>;

export const Statistics = z.object({
  year: Year,
  total: Counts,
  breakdowns: z.record(
    Breakdown,
    z.object({
      lines: z.array(StatisticsLine),
      /** Σ 人 of the lines − 人 of the total: persons who stand in several lines; 0 where each stands in one. */
      repeated: z.int(),
    }),
  ),
});
export type Statistics = z.infer<typeof Statistics>;

const touches = ['activities', 'schedule', 'search', 'history'] as const;
const reason = line(2000).min(1);

export const activities = {
  list: query(
    'Activities by date; `total` counts all that the filter lets through.',
    z.object({
      filter: ActivityFilter.default({}),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(200),
    }),
    z.object({ total: z.int(), rows: z.array(Activity) }),
  ),
  get: query('One activity.', z.object({ id: z.int() }), Activity, { traced: true }),
  edit: command(
    'Enter, change, withdraw or restore activities in one step.',
    z.object({ step: StepLabel, changes: z.array(ActivityChange).min(1).max(50_000) }),
    z.object({ ids: z.array(z.int()), event: z.int() }),
    { touches },
  ),
  attach: command(
    'Take a file into an activity as evidence of a kind.',
    z
      .object({
        id: z.int(),
        version: z.int(),
        kind: EvidenceKind,
        file: z.string().min(1).optional(),
        bytes: bytesSchema.optional(),
        name: z.string().min(1).max(500).optional(),
      })
      .refine(hasSource, SOURCE_RULE),
    z.object({
      activity: Activity,
      /** The activity has the same content as this kind of evidence already; nothing was changed. */
      duplicate: z.boolean(),
      /** What a person should look at, in words: locked, damaged, not what its name says. */
      doubts: z.array(z.string()),
      event: z.int(),
    }),
    {
      preparedBy: [
        { job: 'objects.inspect', optional: false },
        { job: 'objects.text', optional: true },
        { job: 'objects.store', optional: false },
      ],
      paths: ['file'],
      touches: ['activities', 'objects', 'search', 'history'],
    },
  ),
  arrangeFiles: command(
    'Set the evidence of an activity anew: its order, kinds, names, documents of the archive; what is left out is taken off.',
    z.object({ id: z.int(), version: z.int(), files: z.array(ActivityFile).max(2000), reason: line(2000).default('') }),
    z.object({ activity: Activity, event: z.int() }),
    { touches },
  ),
  proofs: query(
    'The rows of a year’s plan, each with its checklist and whether it counts as done.',
    z.object({ year: Year }),
    z.array(PlanRowProof),
  ),
  categories: query('The categories of training, as a tree by `parentId`.', z.object({}), z.array(ActivityCategory)),
  saveCategory: command(
    'Add a category or change one (with its id and version).',
    z.object({
      id: z.int().optional(),
      version: z.int().optional(),
      name: line(50).min(1),
      parentId: z.int().nullable().default(null),
      position: z.int().min(0).default(0),
    }),
    z.object({ category: ActivityCategory, event: z.int() }),
    { touches: ['activities', 'history'] },
  ),
  withdrawCategory: command(
    'Take a category off the list; activities keep it.',
    z.object({ id: z.int(), version: z.int(), reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches: ['activities', 'history'] },
  ),
  statistics: query(
    'The year in numbers: 期, 人次, 人, by everything they are broken down by; the lines of each always add up.',
    z.object({ year: Year, filter: StatisticsFilter.omit({ year: true }).default({}) }),
    Statistics,
  ),
  behind: query(
    'The sign-in rows, persons and activities behind a number of the statistics.',
    z.object({
      filter: StatisticsFilter,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(200),
    }),
    z.object({
      counts: Counts,
      /** Sign-in rows in the order of date, activity and number. */
      rows: z.array(
        z.object({
          attendanceId: z.int(),
          activityId: z.int(),
          activity: z.string(),
          date: z.string(),
          personId: z.int(),
          name: z.string(),
          village: z.string().nullable(),
          role: z.string(),
        }),
      ),
      activities: z.array(z.object({ id: z.int(), title: z.string(), dateStart: z.string().nullable() })),
    }),
    { traced: true },
  ),
} as const;
