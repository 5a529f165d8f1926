/**
 * Use of documents (借阅利用): read in the room, lent out, copied, excerpted. Reading in the room is the usual way;
 * lending out needs an approver and a day to come back. One entry a document.
 */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import type { UseCounts as Counts } from '../lib/archives/use-counts.ts';
import { DocumentBrief } from './document-brief.ts';

const text = (length: number) => z.string().trim().max(length);
const optional = (length: number) =>
  text(length)
    .transform((value) => (value === '' ? null : value))
    .nullable();
const date = z.iso.date();

/** 查阅 · 借出 · 复制 · 摘录 */
export const LoanKind = z.enum(['read', 'lend', 'copy', 'excerpt']);

export const LoanFields = z.object({
  kind: LoanKind,
  /** 利用人 */
  borrower: text(50).min(1),
  borrowerUnit: optional(100),
  contact: optional(50),
  /** Of another unit or a citizen: needs the unit's consent (档案法实施条例 第三十四条). */
  outside: z.boolean(),
  purpose: text(500),
  approver: optional(50),
  lentOn: date,
  dueOn: date.nullable(),
  copiedPages: z.int().min(0).max(100_000).nullable(),
  handledBy: optional(50),
  effect: text(2000),
  remark: text(2000),
});
export type LoanFields = z.infer<typeof LoanFields>;

export const Loan = LoanFields.extend({
  id: z.int(),
  document: DocumentBrief,
  returnedOn: date.nullable(),
  /** 归还检查 */
  returnCheck: z.string(),
  /** Days past the day it was due, today; 0 = in time or back. */
  overdueDays: z.int(),
  version: z.int(),
});
export type Loan = z.infer<typeof Loan>;

/** Figures by the rule of `shared/lib/archives/use-counts.ts`. */
const UseCounts = z.object({
  visits: z.int(),
  items: z.int(),
  copiedPages: z.int(),
  copiesWithoutPages: z.int(),
}) satisfies z.ZodType<Counts>;

const touches = ['loans', 'documents', 'history'] as const;
const identified = z.object({ id: z.int(), version: z.int() });
const Changed = z.object({ loan: Loan, event: z.int() });

export const loans = {
  list: query(
    'Entries of use, newest first; `open` = lent out and not back, `overdue` = past the day it was due.',
    z.object({
      state: z.enum(['all', 'open', 'overdue']).default('all'),
      documentId: z.int().optional(),
      from: date.optional(),
      to: date.optional(),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    z.object({
      total: z.int(),
      open: z.int(),
      overdue: z.int(),
      /** Of all entries that fit, not only of the rows. */
      counts: UseCounts,
      rows: z.array(Loan),
    }),
  ),
  people: query(
    'Who has used documents, who has approved and who has handled it, as last entered, the latest first.',
    z.object({ limit: z.int().min(1).max(1000).default(300) }),
    z.object({
      borrowers: z.array(LoanFields.pick({ borrower: true, borrowerUnit: true, contact: true, outside: true })),
      approvers: z.array(z.string()),
      handlers: z.array(z.string()),
    }),
  ),
  enter: command(
    'Enter the use of documents. Lending needs an approver and a day to come back; what is lent out cannot be lent again.',
    z.object({
      documentIds: z.array(z.int()).min(1).max(500),
      fields: LoanFields.partial({
        borrowerUnit: true,
        contact: true,
        outside: true,
        purpose: true,
        approver: true,
        dueOn: true,
        copiedPages: true,
        handledBy: true,
        effect: true,
        remark: true,
      }),
    }),
    z.object({ loans: z.array(Loan), event: z.int() }),
    { touches },
  ),
  giveBack: command(
    'Documents came back, checked page by page.',
    z.object({ ids: z.array(z.int()).min(1).max(500), returnedOn: date, returnCheck: text(500).default('') }),
    z.object({ loans: z.array(Loan), event: z.int() }),
    { touches },
  ),
  extend: command(
    'Set a later day to come back, with the reason and who approved it.',
    identified.extend({ dueOn: date, approver: text(50).min(1), reason: text(500).min(1) }),
    Changed,
    { touches },
  ),
  update: command(
    'Correct an entry; kind, document and days of coming back have procedures of their own.',
    identified.extend({ fields: LoanFields.omit({ kind: true, dueOn: true }).partial() }),
    Changed,
    { touches },
  ),
  withdraw: command(
    'Withdraw an entry made by mistake.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
