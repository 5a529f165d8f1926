/** What a person may set in a document (著录项), and the states it goes through. */
import { z } from '../lib/zod.ts';
import { ArchivalDate, Category, TermCode, YearReason } from './archival-terms.ts';

const year = z.int().min(1949).max(2999);
const line = (length: number) => z.string().trim().max(length);
/** Empty is a value, and it is null: a cell that was cleared stands as empty, never as ''. */
const optional = (length: number) =>
  line(length)
    .transform((text) => (text === '' ? null : text))
    .nullable();
const names = z.array(z.string().trim().min(1).max(200)).max(200);

/** 待归档 · 在档 · 已移交 · 已销毁 */
export const DocumentState = z.enum(['draft', 'filed', 'transferred', 'destroyed']);
export type DocumentState = z.infer<typeof DocumentState>;

export const RelationKind = z.enum(['plan_row', 'reply_to', 'related', 'replaces']);
export const DocumentRelation = z.object({ kind: RelationKind, targetId: z.int() });

/** What a person may set in a document. */
export const DocumentFields = z.object({
  category: Category,
  /** 归档年度 */
  filingYear: year.nullable(),
  yearReason: YearReason,
  /** 保管期限 */
  term: TermCode.nullable(),
  /** 机构(问题) */
  sectionId: z.int().nullable(),
  /** 题名; a part made up by the archivist stands in [ ]. */
  title: line(500),
  /** 文号 as printed. */
  documentNumber: optional(100),
  /** 责任者 */
  author: optional(200),
  /** 成文日期 */
  signedDate: ArchivalDate.nullable(),
  /** What the paper prints where it is no certain date. */
  signedDatePrinted: optional(50),
  /** 收到日期 */
  receivedDate: z.iso.date().nullable(),
  /** 发布日期 */
  publishedDate: z.iso.date().nullable(),
  /** 页数 */
  pageCount: z.int().min(1).max(100_000).nullable(),
  /** Access mark as printed; state secrets are refused. */
  marking: z.enum(['public', 'internal', 'restricted']).nullable(),
  /** 文种 */
  documentType: optional(20),
  /** 紧急程度 */
  urgency: optional(20),
  /** 稿本 */
  draftKind: optional(20),
  /** 索引号 as printed, damage included. */
  indexNumber: optional(200),
  /** 主送 */
  addressees: names,
  /** 抄送 */
  copiesTo: names,
  /** 附件 by their titles; they belong to the same 件. */
  annexes: names,
  /** 关键词 */
  keywords: names,
  /** 摘要 */
  abstract: z.string().max(20_000),
  /** 开放标识 */
  accessMark: z.enum(['open', 'controlled', 'deferred', 'unreviewed']),
  /** 公开属性 */
  disclosure: z.enum(['active', 'on_request', 'not_disclosed']).nullable(),
  /** Row of the retention table that the term was taken from. */
  retentionRowId: z.int().nullable(),
  medium: z.enum(['paper', 'electronic', 'both']),
  /** 备注 */
  remark: z.string().max(20_000),
  relations: z.array(DocumentRelation).max(500),
});
export type DocumentFields = z.infer<typeof DocumentFields>;
