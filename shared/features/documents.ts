/** The register of documents (档案): filing by 件 (DA/T 22-2015), finding, and what stands in the catalogue. */
import { command, job, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { ArchivalDate, Category, TermCode, YearReason } from './archival-terms.ts';
import { StepLabel } from './schedule.ts';

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

/** Fields that make up the 档号; in a filed document they change only by `documents.renumber`. */
export const NUMBER_FIELDS = [
  'category',
  'filingYear',
  'term',
  'sectionId',
] as const satisfies (keyof DocumentFields)[];

export const DocumentFile = z.object({
  role: z.enum(['main', 'annex', 'processing', 'draft', 'scan']),
  name: z.string().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Bytes. */
  size: z.int().min(0),
  format: z.string(),
  pageCount: z.int().nullable(),
});
export type DocumentFile = z.infer<typeof DocumentFile>;

export const Document = DocumentFields.extend({
  id: z.int(),
  uid: z.string(),
  fondsId: z.int(),
  state: DocumentState,
  /** 件号 */
  itemNumber: z.int().nullable(),
  /** 档号; null while the document is a draft or the fonds has no code. */
  referenceCode: z.string().nullable(),
  /** 原档号 */
  previousCode: z.string().nullable(),
  /** 归档日期 */
  filedDate: z.iso.date().nullable(),
  boxId: z.int().nullable(),
  /** End of an extended term; null = by 归档年度 and 保管期限. */
  termEnd: z.iso.date().nullable(),
  needsReview: z.boolean(),
  sourceLine: z.int().nullable(),
  sourceText: z.string().nullable(),
  files: z.array(DocumentFile),
  withdrawn: z.boolean(),
  withdrawnReason: z.string().nullable(),
  version: z.int(),
});
export type Document = z.infer<typeof Document>;

/** A place in a document that needs a look; `error` keeps it from being filed. */
export const DocumentFinding = z.object({
  field: z.string(),
  /** Key of `archives.rule` in the catalogue. */
  rule: z.string(),
  level: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type DocumentFinding = z.infer<typeof DocumentFinding>;

export const DocumentFilter = z.object({
  year: year.nullable().optional(),
  term: TermCode.nullable().optional(),
  sectionId: z.int().nullable().optional(),
  state: DocumentState.optional(),
  boxId: z.int().nullable().optional(),
  category: Category.optional(),
  /** Documents withdrawn, instead of those that are there. */
  withdrawn: z.boolean().optional(),
  /** Drafts and filed documents that lack something the catalogue needs, or wait for review. */
  incomplete: z.boolean().optional(),
  importId: z.int().optional(),
  /** Stands somewhere in 档号, 文号, 责任者, 题名 or 备注, as typed. */
  text: line(200).optional(),
  ids: z.array(z.int()).max(50_000).optional(),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;

export const DocumentSort = z.enum(['code', 'signedDate', 'title', 'author', 'documentNumber', 'pageCount', 'entered']);
export type DocumentSort = z.infer<typeof DocumentSort>;

export const DocumentChange = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    id: z.int(),
    version: z.int(),
    fields: DocumentFields.partial().extend({ needsReview: z.literal(false).optional() }),
  }),
  z.object({ do: z.literal('insert'), fields: DocumentFields.partial() }),
  z.object({ do: z.literal('withdraw'), id: z.int(), version: z.int(), reason: line(2000).min(1) }),
  z.object({ do: z.literal('restore'), id: z.int(), version: z.int() }),
]);
export type DocumentChange = z.infer<typeof DocumentChange>;

const Filed = z.object({
  id: z.int(),
  itemNumber: z.int(),
  referenceCode: z.string().nullable(),
});

/** One run of numbers (fonds, category, year, term, section) and what is wrong or missing in it. */
export const NumberSeries = z.object({
  category: Category,
  year,
  term: TermCode,
  sectionId: z.int().nullable(),
  count: z.int(),
  first: z.int(),
  last: z.int(),
  /** Numbers without a document in place, each with its reason where the archive knows one. */
  gaps: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      reason: z.enum(['withdrawn', 'unfiled', 'renumbered', 'unknown']),
      documentId: z.int().nullable(),
      detail: z.string(),
    }),
  ),
});
export type NumberSeries = z.infer<typeof NumberSeries>;

export const CodeCheck = z.object({
  code: z.string(),
  valid: z.boolean(),
  form: z.enum(['A', 'B', 'C', 'D']).nullable(),
  /** Forms C and D: accepted from old catalogues, never given. */
  legacy: z.boolean(),
  /** The rule broken; key of `archives.rule`. */
  rule: z.string().nullable(),
  /** The code as it would be right, to be confirmed by a person. */
  repaired: z.string().nullable(),
  notes: z.array(z.string()),
  message: z.string(),
});

const touches = ['documents', 'boxes', 'search', 'history'] as const;

export const documents = {
  list: query(
    'Documents in the order asked for; `total` counts all that the filter lets through.',
    z.object({
      filter: DocumentFilter.default({}),
      sort: DocumentSort.default('code'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(200),
    }),
    z.object({ total: z.int(), rows: z.array(Document) }),
  ),
  ids: query(
    'The ids of all documents that the filter lets through, in the order asked for.',
    z.object({
      filter: DocumentFilter.default({}),
      sort: DocumentSort.default('code'),
      descending: z.boolean().default(false),
    }),
    z.object({ ids: z.array(z.int()) }),
  ),
  tree: query(
    'Counts of documents by year, term, section and state.',
    z.object({}),
    z.object({
      total: z.int(),
      incomplete: z.int(),
      withdrawn: z.int(),
      nodes: z.array(
        z.object({
          year: year.nullable(),
          term: z.string().nullable(),
          sectionId: z.int().nullable(),
          state: DocumentState,
          count: z.int(),
        }),
      ),
    }),
  ),
  get: query(
    'One document with what needs a look in it.',
    z.object({ id: z.int() }),
    z.object({ document: Document, findings: z.array(DocumentFinding) }),
  ),
  check: query(
    'What needs a look in a document that is not entered yet.',
    z.object({ fields: DocumentFields.partial() }),
    z.object({ findings: z.array(DocumentFinding) }),
  ),
  unready: query(
    'Those of the drafts that cannot be filed, each with what stops it.',
    z.object({ ids: z.array(z.int()).min(1).max(20_000) }),
    z.object({
      unready: z.array(z.object({ id: z.int(), title: z.string(), findings: z.array(DocumentFinding) })),
    }),
  ),
  nextNumber: query(
    'The number that a document of this class would get if it were filed now; null where its class has no number yet.',
    z.object({
      category: Category.default('WS'),
      filingYear: year,
      term: TermCode,
      sectionId: z.int().nullable().default(null),
    }),
    z.object({ next: z.object({ itemNumber: z.int(), referenceCode: z.string().nullable() }).nullable() }),
  ),
  authors: query(
    'Who has signed documents so far, the most frequent first.',
    z.object({ limit: z.int().min(1).max(1000).default(300) }),
    z.array(z.object({ author: z.string(), count: z.int() })),
  ),
  relations: query(
    'What a document is related to, by name, and what names it in turn.',
    z.object({ id: z.int() }),
    z.array(
      z.object({
        kind: RelationKind,
        /** `to`: named by this document; `from`: names this document. */
        direction: z.enum(['to', 'from']),
        targetId: z.int(),
        name: z.string(),
        referenceCode: z.string().nullable(),
        /** Year of a plan's row. */
        year: year.nullable(),
        withdrawn: z.boolean(),
      }),
    ),
  ),
  edit: command(
    'Change documents: one transaction, one log event, one undo step. Numbers of filed documents stay.',
    z.object({ step: StepLabel, changes: z.array(DocumentChange).min(1).max(50_000) }),
    z.object({ documents: z.array(Document), withdrawn: z.array(z.int()), event: z.int() }),
    { touches },
  ),
  create: command(
    'Enter one document; with "file": true it is filed at once and gets its number.',
    z.object({ fields: DocumentFields.partial(), file: z.boolean().default(false) }),
    z.object({ document: Document, findings: z.array(DocumentFinding), event: z.int() }),
    { touches },
  ),
  file: command(
    'File drafts (归档): each gets the next 件号 of its class, and its 档号. All or none.',
    z.object({ ids: z.array(z.int()).min(1).max(20_000), filedDate: z.iso.date().optional() }),
    z.object({ filed: z.array(Filed), event: z.int() }),
    { touches },
  ),
  renumber: command(
    'Move a filed document to another class: it gets a new number, the old one stays void for ever.',
    z.object({
      id: z.int(),
      version: z.int(),
      category: Category.optional(),
      filingYear: year.optional(),
      term: TermCode.optional(),
      sectionId: z.int().nullable().optional(),
      reason: line(2000).min(1),
    }),
    z.object({ document: Document, event: z.int() }),
    { touches },
  ),
  numbering: query(
    'Every run of numbers with its gaps and their reasons.',
    z.object({ year: year.optional() }),
    z.object({ series: z.array(NumberSeries) }),
  ),
  checkNumber: job(
    'Check a 档号 against the grammars of DA/T 22-2015 and DA/T 13-2022. {"code"}',
    z.object({ code: z.string().max(200) }),
    CodeCheck,
    { zone: 'foreign' },
  ),
  suggestTerm: query(
    'The row of the retention table that a title points to, with the words that say so; null where none or several do.',
    z.object({ title: z.string().max(500), author: z.string().max(200).default('') }),
    z.object({
      suggestion: z
        .object({
          retentionRowId: z.int(),
          number: z.string(),
          /** Several where the record's importance decides; a person chooses. */
          terms: z.array(TermCode),
          scope: z.string(),
          /** The words of the title that say so. */
          words: z.array(z.string()),
          reason: z.string(),
        })
        .nullable(),
    }),
  ),
  linkPlan: command(
    'Link a document with every row of a year’s plan, as the plan’s paper.',
    z.object({ id: z.int(), version: z.int(), year }),
    z.object({ document: Document, linked: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
