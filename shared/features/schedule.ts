/** The year plan's rows: 工作配档表. Schemas, pure rules and procedures. */
import { bytesSchema, z } from '../lib/zod.ts';
import { command, job, query } from '../procedure.ts';
import { MonthPart, ReadDocument, ScheduleReading } from './reading.ts';

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

/** Which paper: the published three columns, or the same with 完成情况 and 备注 (R1). */
export const ScheduleForm = z.enum(['official', 'progress']);

export const ScheduleFilter = z.object({
  month: month.optional(),
  organisationId: z.int().optional(),
  status: RowStatus.optional(),
  text: z.string().max(200).optional(),
});
export type ScheduleFilter = z.infer<typeof ScheduleFilter>;

export const PaperOptions = z.object({
  year: Year,
  form: ScheduleForm.default('official'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** Printed top left, e.g. 附件; empty = none. */
  annexLabel: z.string().max(20).default('附件'),
  /** `official`: the fonts of GB/T 9704 where this machine has them; `shipped`: always the program's own. */
  fontScheme: z.enum(['official', 'shipped']).default('official'),
  /** Print although characters are missing in every font at hand (they are listed first). */
  allowMissingGlyphs: z.boolean().default(false),
  filter: ScheduleFilter.default({}),
});
export type PaperOptions = z.infer<typeof PaperOptions>;

/** A row as the review screen hands it over. */
export const AcceptedRow = ScheduleFields.partial().extend({
  needsReview: z.boolean().default(false),
  sourceLine: z.int().nullable().default(null),
  sourceText: z.string().max(20_000).nullable().default(null),
});
export type AcceptedRow = z.infer<typeof AcceptedRow>;

export const ReadInput = z
  .object({
    file: z.string().optional(),
    /** A dropped file: its name and content. */
    name: z.string().max(255).optional(),
    bytes: bytesSchema.optional(),
    /** A paste: plain text, and the HTML beside it if the clipboard has it. */
    text: z.string().max(5_000_000).optional(),
    html: z.string().max(20_000_000).optional(),
    /** The unit list to match names against; default: the archive's, where one is open. */
    units: z.array(z.object({ name: z.string(), shortNames: z.array(z.string()) })).optional(),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    /** Answer the source's lines too, for the review screen. */
    withLines: z.boolean().default(false),
  })
  .refine((input) => [input.file, input.bytes, input.text, input.html].some((part) => part !== undefined), {
    error: 'file, bytes, text or html is needed',
  });

export const ReadOutput = ScheduleReading.extend({
  /** Present when the source holds more than one schedule: each of them. The outer fields then join them. */
  tables: z.array(ScheduleReading).optional(),
  source: z.object({
    format: z.string(),
    name: z.string().nullable(),
    encoding: z.string().nullable(),
    sha256: z.string(),
    lines: z.array(z.string()).optional(),
  }),
});
export type ReadOutput = z.infer<typeof ReadOutput>;

export const ImportMode = z.enum(['refuse', 'append', 'replace']);

export const ExportOutput = z.object({
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  pages: z.int(),
  rows: z.int(),
  missingGlyphs: z.array(z.object({ character: z.string(), rows: z.array(z.int()) })),
});
export type ExportOutput = z.infer<typeof ExportOutput>;

const EditOutput = z.object({
  /** The rows that the edit left changed, new ones included, in the plan's order. */
  rows: z.array(ScheduleRow),
  withdrawn: z.array(z.int()),
  /** Number of the log event that holds the edit. */
  event: z.int(),
});
export type EditOutput = z.infer<typeof EditOutput>;

export const schedule = {
  read: job(
    'Read a plan from a file or a paste; answers the Schedule JSON and leaves the archive alone.',
    ReadInput,
    ReadOutput,
    {
      paths: ['file'],
      zone: 'foreign',
    },
  ),
  list: query(
    'Rows of a year in the plan’s order.',
    z.object({
      year: Year,
      filter: ScheduleFilter.default({}),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(50_000),
    }),
    z.object({ year: Year, title: z.string().nullable(), total: z.int(), rows: z.array(ScheduleRow) }),
  ),
  edit: command(
    'Change rows of a year: one transaction, one log event, one undo step.',
    z.object({ year: Year, step: StepLabel, changes: z.array(ScheduleChange).min(1).max(50_000) }),
    EditOutput,
    { touches: ['schedule', 'plans', 'history'] },
  ),
  accept: command(
    'Take reviewed rows into a year: one transaction, one undo step.',
    z.object({
      year: Year,
      mode: ImportMode.default('refuse'),
      rows: z.array(AcceptedRow).min(1).max(20_000),
      /** Head of the paper; fills only what the year’s plan has not yet. */
      document: ReadDocument.nullable().default(null),
      title: z.string().max(200).nullable().default(null),
      /** Units that the reviewer decided to add to the list. */
      createUnits: z
        .array(
          z.object({
            fullName: z.string().min(1).max(100),
            shortNames: z.array(z.string().min(1).max(100)).default([]),
          }),
        )
        .default([]),
      /** Names that the reviewer declared short names of listed units. */
      linkUnits: z.array(z.object({ name: z.string(), organisationId: z.int() })).default([]),
      source: z.object({ name: z.string().nullable(), sha256: z.string() }).nullable().default(null),
    }),
    z.object({ year: Year, added: z.int(), withdrawn: z.int(), event: z.int(), unknownUnits: z.array(z.string()) }),
    { touches: ['schedule', 'plans', 'organisations', 'history'] },
  ),
  import: command(
    'Read a plan and take its rows in one go; doubtful rows stay marked for review. {"file", "year"?, "mode"?: refuse|append|replace, "createUnits"?: true, "table"?: 1}',
    ReadInput.safeExtend({
      year: Year.optional(),
      mode: ImportMode.default('refuse'),
      /** Add unknown units to the list; otherwise they stay as printed and are reported. */
      createUnits: z.boolean().default(false),
      /** Which schedule of the source, from 1. */
      table: z.int().min(1).default(1),
      dryRun: z.boolean().default(false),
    }),
    z.object({
      year: Year,
      added: z.int(),
      withdrawn: z.int(),
      event: z.int().nullable(),
      unknownUnits: z.array(z.string()),
      rejected: ScheduleReading.shape.rejected,
      warnings: ScheduleReading.shape.warnings,
    }),
    { touches: ['schedule', 'plans', 'organisations', 'history'], paths: ['file'], preparedBy: 'schedule.read' },
  ),
  export: job(
    'Write the 配档表 of a year as Excel or PDF; the file is read back and compared before it appears.',
    PaperOptions.extend({ format: z.enum(['xlsx', 'pdf']), file: z.string().min(1) }),
    ExportOutput,
    { paths: ['file'], traced: true },
  ),
  preview: job(
    'The PDF bytes of the 配档表, for the screen and the printer.',
    PaperOptions,
    z.object({ bytes: bytesSchema, pages: z.int(), missingGlyphs: ExportOutput.shape.missingGlyphs }),
    { traced: true },
  ),
} as const;
