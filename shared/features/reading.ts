/**
 * What reading a plan answers: the Schedule JSON. Its keys are snake_case because the paper's readers (scripts,
 * spreadsheets, other programs) exchange it as it is; inside the archive the same facts live as `ScheduleRow`.
 *
 * Rule: never guess silently. A field that the paper does not print is absent, a doubtful place is a warning that
 * names its source line, and a text from which no plan can be read is refused (`schedule/unreadable`).
 */
import { z } from '../lib/zod.ts';

const month = z.int().min(1).max(12);
const isoDate = z.iso.date();

/** Parts of a month that papers print behind it: 上旬, 中旬, 下旬, 初, 中, 底 … */
export const MonthPart = z.enum(['上旬', '中旬', '下旬', '初', '中', '底', '上半月', '下半月']);
export type MonthPart = z.infer<typeof MonthPart>;

export const ReadRow = z.object({
  /** null = the paper names no month. */
  month_start: month.nullable(),
  month_end: month.nullable(),
  activity: z.string(),
  /** Units as printed, in printed order; empty when the paper names none. */
  units: z.array(z.string()),
  /** 协办 units, where the paper tells them from the responsible ones. */
  support: z.array(z.string()).optional(),
  /** A number for 第N周 (预备周 = 0); the label as printed where the column holds bare labels. */
  week: z.union([z.int(), z.string()]).optional(),
  date_start: isoDate.optional(),
  date_end: isoDate.optional(),
  dates: z.array(isoDate).optional(),
  deadline_month: month.optional(),
  part: MonthPart.optional(),
  day: z.int().min(1).max(31).optional(),
  status: z.string().optional(),
  remark: z.string().optional(),
  /** +1 = the year after the plan's year, where the paper says so (次年1月; school years). */
  year_offset: z.int().min(-1).max(2).optional(),
  /** The span starts in the plan's year and ends in the next (12-次年1月). */
  end_next_year: z.literal(true).optional(),
  all_year: z.literal(true).optional(),
  no_month: z.literal(true).optional(),
  needs_review: z.literal(true).optional(),
  sub_items: z.int().optional(),
  items: z.int().optional(),
});
export type ReadRow = z.infer<typeof ReadRow>;

/** Where a row stands in the source: the first and last line (from 1) and its text there. */
export const RowSource = z.object({ line: z.int(), end_line: z.int(), text: z.string() });
export type RowSource = z.infer<typeof RowSource>;

export const ReadWarning = z.object({
  /** A key of `warnings` in the catalogue. */
  code: z.string(),
  /** `error`: the row cannot be taken as it is; `doubt`: please check; `note`: what the reader did. */
  severity: z.enum(['error', 'doubt', 'note']),
  /** Source line from 1; null where it concerns the whole paper. */
  line: z.int().nullable(),
  /** Index in `rows` that it concerns, if one. */
  row: z.int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The sentence in the language asked for; it names the line and what to do. */
  message: z.string(),
});
export type ReadWarning = z.infer<typeof ReadWarning>;

/** The head of the paper, each field as printed or null; nothing is derived from another field. */
export const ReadDocument = z.object({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  signed_by: z.string().nullable(),
  /** 成文日期 */
  signed_date: isoDate.nullable(),
  /** 发布日期 */
  published_date: isoDate.nullable(),
  /** 索引号 as printed, damage included. */
  index_no: z.string().nullable(),
  /** 文号 */
  doc_no: z.string().nullable(),
  attachment: z.string().nullable(),
  addressees: z.array(z.string()),
});
export type ReadDocument = z.infer<typeof ReadDocument>;

export const ReadFundingRule = z.object({
  payer: z.string(),
  basis: z.string(),
  per_person_yuan: z.string().optional(),
  ratio: z.union([z.string(), z.tuple([z.string(), z.string()])]).optional(),
  period: z.string().optional(),
  use: z.string().optional(),
  cmp: z.string().optional(),
});
export type ReadFundingRule = z.infer<typeof ReadFundingRule>;

/** One schedule found in a source. */
export const ScheduleReading = z.object({
  layout: z.string(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  year_candidates: z.array(z.int()).optional(),
  columns_as_printed: z.array(z.string()),
  columns: z.array(z.string()),
  row_count: z.int(),
  rows: z.array(ReadRow),
  /** Same length as `rows`. */
  sources: z.array(RowSource),
  first: ReadRow.nullable(),
  last: ReadRow.nullable(),
  months_covered: z.array(month),
  months_missing: z.array(month),
  unit_counts: z.record(z.string(), z.int()),
  rows_per_month: z.record(z.string(), z.int()),
  /** Lines that look like rows and cannot be taken (13月 …): they are not in `rows`. */
  rejected: z.array(z.object({ line: z.int(), source_line: z.int(), text: z.string(), reason: z.string() })),
  /** Lines left out on purpose (合计, site notices …). */
  skipped: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
  unit_alias_suggestions: z.record(z.string(), z.string()).optional(),
  document: ReadDocument,
  stations: z.array(z.string()),
  funding_rules: z.array(ReadFundingRule),
  key_tasks: z.int().nullable(),
  guarantees: z.int().nullable(),
  validation: z
    .object({
      overlapping_weeks: z.array(z.tuple([z.union([z.int(), z.string()]), z.union([z.int(), z.string()])])),
      week_dates_outside_heading_month: z.array(z.union([z.int(), z.string()])),
    })
    .optional(),
  month_theme: z.string().optional(),
  year_evidence: z.string().optional(),
  sub_item_total: z.int().optional(),
  warnings: z.array(ReadWarning),
});
export type ScheduleReading = z.infer<typeof ScheduleReading>;

/** A source line as the review screen shows it beside the rows. */
export const SourceLine = z.object({ number: z.int(), text: z.string() });
export type SourceLine = z.infer<typeof SourceLine>;
