/**
 * Appraisal (鉴定) at the end of the term. Nothing is destroyed because time passed: each document is looked at, kept with
 * a new end or put up for destruction, with a reason (档案法实施条例 第二十四条). The end of a term is the last day of
 * 归档年度 + years, unless an appraisal has set another.
 */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { DocumentBrief } from './document-brief.ts';

const text = (length: number) => z.string().trim().max(length);
const date = z.iso.date();
const NewEnd = z.union([z.literal('permanent'), date]);

export const AppraisalItem = z.object({
  document: DocumentBrief,
  /** End of the term before this appraisal. */
  oldEnd: date,
  decision: z.enum(['keep', 'destroy']).nullable(),
  newEnd: NewEnd.nullable(),
  reason: z.string(),
  appraiser: z.string().nullable(),
});
export type AppraisalItem = z.infer<typeof AppraisalItem>;

export const Appraisal = z.object({
  id: z.int(),
  name: z.string(),
  /** 鉴定小组负责人 and members. */
  leader: z.string(),
  members: z.array(z.string()),
  startedOn: date,
  closedOn: date.nullable(),
  /** 鉴定工作报告 */
  report: z.string(),
  state: z.enum(['open', 'closed']),
  items: z.array(AppraisalItem),
  version: z.int(),
});
export type Appraisal = z.infer<typeof Appraisal>;

/** What a row still lacks before its appraisal can close; null = nothing. */
export function lackOf(
  item: Pick<AppraisalItem, 'decision' | 'newEnd' | 'reason'>,
): 'decision' | 'newEnd' | 'reason' | null {
  if (item.decision === null) return 'decision';
  if (item.decision === 'keep' && item.newEnd === null) return 'newEnd';
  return item.reason === '' ? 'reason' : null;
}

const touches = ['appraisals', 'documents', 'history'] as const;
const Changed = z.object({ appraisal: Appraisal, event: z.int() });
const identified = z.object({ id: z.int(), version: z.int() });

export const appraisals = {
  due: query(
    'Documents whose term has ended by a day (today unless given) and that no open appraisal holds.',
    z.object({ on: date.optional(), limit: z.int().min(1).max(50_000).default(5000) }),
    z.object({ total: z.int(), rows: z.array(z.object({ document: DocumentBrief, end: date })) }),
  ),
  list: query('Appraisals, newest first.', z.object({}), z.array(Appraisal)),
  open: command(
    'Begin an appraisal of documents whose term has ended.',
    z.object({
      name: text(100).min(1),
      leader: text(50).min(1),
      members: z.array(text(50).min(1)).max(20).default([]),
      startedOn: date,
      documentIds: z.array(z.int()).min(1).max(20_000),
    }),
    Changed,
    { touches },
  ),
  decide: command(
    'Decide on documents of an open appraisal: keep until a new end, or destroy, each with its reason. What a row still lacks may follow; closing asks for it.',
    identified.extend({
      decisions: z
        .array(
          z.object({
            documentId: z.int(),
            decision: z.enum(['keep', 'destroy']).nullable(),
            newEnd: NewEnd.nullable().default(null),
            reason: text(500).default(''),
            appraiser: text(50)
              .transform((value) => (value === '' ? null : value))
              .nullable()
              .default(null),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    Changed,
    { touches },
  ),
  close: command(
    'Close an appraisal with its report, when every document is decided; new ends are marked in the documents.',
    identified.extend({ report: text(20_000).min(1), closedOn: date }),
    Changed,
    { touches },
  ),
  withdraw: command(
    'Give up an open appraisal; its documents wait again.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
