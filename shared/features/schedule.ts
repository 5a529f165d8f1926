/** The year plan's rows: 工作配档表. Schemas, pure rules and procedures. */
import { z } from '../lib/zod.ts';
import { MonthPart } from './reading.ts';

export const Year = z.int().min(1949).max(2999);

/** 牵头 or 协办. */
export const UnitRole = z.enum(['lead', 'support']);

/**
 * A unit as a row names it. The printed name is kept; the link to the list of units is set only where full or short
 * name match, or where a person said so.
 */
export const UnitMention = z.object({
  name: z.string().min(1).max(100),
  role: UnitRole,
  organisationId: z.int().nullable(),
});
export type UnitMention = z.infer<typeof UnitMention>;

/** 未开始 · 进行中 · 已完成 · 部分完成 · 延期 · 取消 */
export const RowStatus = z.enum(['not_started', 'in_progress', 'done', 'partly_done', 'postponed', 'cancelled']);
export type RowStatus = z.infer<typeof RowStatus>;

/** Statuses that say a plan was not kept; each needs a reason. */
export const STATUS_NEEDS_REASON: readonly RowStatus[] = ['partly_done', 'postponed', 'cancelled'];

const month = z.int().min(1).max(12);

/** When a row happens, as far as the paper says. Everything null = no month printed. */
export const RowTime = z.object({
  monthStart: month.nullable(),
  monthEnd: month.nullable(),
  /** Years after the plan's year in which the span begins. */
  yearOffset: z.int().min(-1).max(2),
  endNextYear: z.boolean(),
  deadlineMonth: month.nullable(),
  part: MonthPart.nullable(),
  day: z.int().min(1).max(31).nullable(),
  week: z.string().max(20).nullable(),
  dateStart: z.iso.date().nullable(),
  dateEnd: z.iso.date().nullable(),
});
export type RowTime = z.infer<typeof RowTime>;

export const NO_TIME: RowTime = {
  monthStart: null,
  monthEnd: null,
  yearOffset: 0,
  endNextYear: false,
  deadlineMonth: null,
  part: null,
  day: null,
  week: null,
  dateStart: null,
  dateEnd: null,
};

/** What a person may set in a row. */
export const ScheduleFields = z.object({
  time: RowTime,
  activity: z.string().max(2000),
  units: z.array(UnitMention).max(50),
  status: RowStatus,
  statusReason: z.string().max(2000),
  doneOn: z.iso.date().nullable(),
  remark: z.string().max(20_000),
});
export type ScheduleFields = z.infer<typeof ScheduleFields>;

export const ScheduleRow = ScheduleFields.extend({
  id: z.int(),
  uid: z.string(),
  year: Year,
  /** Sort key; the printed number of a row is its place in the list. */
  position: z.int(),
  /** A doubtful place of the import that nobody has confirmed yet. */
  needsReview: z.boolean(),
  sourceLine: z.int().nullable(),
  sourceText: z.string().nullable(),
  /** Raised by each change; an edit names the version it saw. */
  version: z.int(),
});
export type ScheduleRow = z.infer<typeof ScheduleRow>;

/** One step of an edit. Steps of one edit are applied in order, in one transaction, and undone as one. */
export const ScheduleChange = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    id: z.int(),
    version: z.int(),
    fields: ScheduleFields.partial().extend({ needsReview: z.literal(false).optional() }),
  }),
  /** `after: null` = first row. Several inserts with the same `after` keep their order. */
  z.object({ do: z.literal('insert'), after: z.int().nullable(), fields: ScheduleFields.partial() }),
  z.object({ do: z.literal('withdraw'), id: z.int(), version: z.int(), reason: z.string().max(2000) }),
  z.object({ do: z.literal('move'), ids: z.array(z.int()).min(1).max(5000), after: z.int().nullable() }),
]);
export type ScheduleChange = z.infer<typeof ScheduleChange>;

/** What the step was to the person who did it; names the undo entry (`history.<code>` in the catalogue). */
export const StepLabel = z.object({
  code: z.string().max(60),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type StepLabel = z.infer<typeof StepLabel>;
