/**
 * The ledger of education money (经费台账): 登记备查,不代替会计账. An entry is never changed in what it says of money; a wrong one
 * is reversed by a linked entry with its reason, and a right one is entered beside it (domain U11, C3).
 */
import { z } from '../lib/zod.ts';
import { ObjectFormat, Sha256 } from './objects.ts';
import { Year } from './schedule.ts';

const line = (length: number) => z.string().trim().max(length);

/** 预算批复 · 拨款 · 拨款收回 · 结转 · 捐赠 · 收费 · 实物 · 支出 · 支出退回 */
export const FundKind = z.enum([
  'approval',
  'payment',
  'payment_return',
  'carry_over',
  'donation',
  'fee',
  'in_kind',
  'expense',
  'expense_return',
]);
export type FundKind = z.infer<typeof FundKind>;

/** Who gives: 街道本级 · 上级财政 · 社会捐赠与企业 · 学习者. What a paper does not say for certain stays null. */
export const FundSource = z.enum(['subdistrict', 'higher', 'society', 'learner']);
export type FundSource = z.infer<typeof FundSource>;

/** 记账凭证 · 原始凭证 · 批复与通知 · 银行回单 · 合同 · 签到与领取表 · 验收单 · 照片 · 其他 */
export const VoucherKind = z.enum([
  'voucher',
  'original',
  'approval',
  'bank',
  'contract',
  'sign_in',
  'acceptance',
  'photo',
  'other',
]);
export type VoucherKind = z.infer<typeof VoucherKind>;

/** Largest amount of one entry, in fen (ten billion yuan). */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** A file that proves the entry, or a document of the archive that stands for it. */
export const VoucherFile = z.object({
  kind: VoucherKind,
  documentId: z.int().nullable(),
  name: z.string().min(1).max(255),
  sha256: Sha256.nullable(),
  /** Bytes. */
  size: z.int().nullable(),
  format: ObjectFormat.nullable(),
  pageCount: z.int().nullable(),
});
export type VoucherFile = z.infer<typeof VoucherFile>;

/** What an entry says. */
export const FundEntryFields = z.object({
  /** 日期 of the voucher. */
  date: z.iso.date(),
  /** 预算年度; null = the paper does not say, which is told, not guessed. */
  budgetYear: Year.nullable(),
  kind: FundKind,
  /** 来源 as printed. */
  source: line(100),
  sourceKind: FundSource.nullable(),
  /** 科目/用途 */
  purpose: line(200),
  /** Fen, not 0. Returns are written without a sign; a red (negative) amount lowers what its kind adds. */
  amountFen: z
    .int()
    .min(-LARGEST_AMOUNT)
    .max(LARGEST_AMOUNT)
    .refine((fen) => fen !== 0),
  /** 凭证号 as printed. */
  voucher: line(60),
  /** 依据文件 as printed. */
  basis: line(300),
  documentId: z.int().nullable(),
  activityId: z.int().nullable(),
  planRowId: z.int().nullable(),
  remark: line(2000),
});
export type FundEntryFields = z.infer<typeof FundEntryFields>;

/** As a clerk hands an entry in: what is left out is empty. A source's kind is read from its text where it is left out. */
export const NewFundEntry = FundEntryFields.partial().required({ date: true, kind: true, amountFen: true });
export type NewFundEntry = z.infer<typeof NewFundEntry>;

/** What may be set without touching the money. */
export const FundEntryLinks = FundEntryFields.pick({
  basis: true,
  documentId: true,
  activityId: true,
  planRowId: true,
  remark: true,
});

export const FundEntry = FundEntryFields.extend({
  id: z.int(),
  uid: z.string(),
  files: z.array(VoucherFile),
  /** The entry that this one takes back. */
  reversesId: z.int().nullable(),
  /** The entry that took this one back. */
  reversedById: z.int().nullable(),
  reversalReason: z.string().nullable(),
  /** The entry that says the same (kind, voucher, date, amount) and counts; this one does not. */
  duplicateOf: z.int().nullable(),
  /** Its year is locked. */
  closed: z.boolean(),
  sourceLine: z.int().nullable(),
  sourceText: z.string().nullable(),
  version: z.int(),
});
export type FundEntry = z.infer<typeof FundEntry>;

/** Figures of a year; each opens the entries that it is made of. */
export const Figure = z.enum([
  'budget',
  'paid',
  'byBudgetYear',
  'public',
  'all',
  'spending',
  'carryOver',
  'inKind',
  'late',
  'formerYears',
  'duplicates',
]);
export type Figure = z.infer<typeof Figure>;

export const FundEntryFilter = z.object({
  /** Entries dated in the year or of its budget. */
  year: Year.optional(),
  /** With `year`: the entries behind a figure of that year. */
  figure: Figure.optional(),
  month: z.int().min(1).max(12).optional(),
  kinds: z.array(FundKind).optional(),
  sourceKinds: z.array(FundSource.nullable()).optional(),
  activityId: z.int().optional(),
  planRowId: z.int().optional(),
  documentId: z.int().optional(),
  text: line(200).optional(),
  ids: z.array(z.int()).max(50_000).optional(),
  /** Reversed entries and their reversals too; without them a clerk sees what stands. */
  withReversed: z.boolean().default(false),
});
export type FundEntryFilter = z.input<typeof FundEntryFilter>;
