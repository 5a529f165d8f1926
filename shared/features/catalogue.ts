/**
 * What reading a catalogue of documents answers (归档文件目录, 档案目录, 卷内文件目录, 收发文登记, 移交目录): the Catalogue JSON. Its keys
 * are snake_case because other programs exchange it as it is; inside the archive the same facts live as documents.
 *
 * Rule: never guess silently. What the paper does not print is null, a doubtful place is a warning that names its
 * source line, and a text from which no catalogue can be read is refused (`documents/unreadable`).
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { ReadWarning } from './reading.ts';

/** What a column can mean. */
export const CatalogueField = z.enum([
  /** 件号 or 序号 */
  'no',
  /** 档号 */
  'code',
  /** 文号 */
  'doc_no',
  /** 责任者 */
  'author',
  /** 题名 */
  'title',
  /** 日期: when the document was made, not when it came in. */
  'date',
  /** Parts of a date printed in columns of their own. */
  'date_year',
  'date_month',
  'date_day',
  /** 密级 */
  'secrecy',
  /** 页数 */
  'pages',
  /** 页号, 起止页: the pages' place in the volume. */
  'page_range',
  /** 备注 */
  'remark',
  /** 保管期限 */
  'term',
  /** 机构(问题) */
  'section',
  /** 盒号 */
  'box',
  /** 年度 */
  'year',
  /** 门类, 类别 */
  'category',
  /** 全宗号 */
  'fonds',
  /** 案卷号 */
  'volume',
  /** 份数 */
  'copies',
  /** 收文日期 */
  'received',
  /** 主送, 发往机关 */
  'addressee',
  /** 开放意见, 公开属性 */
  'openness',
]);
export type CatalogueField = z.infer<typeof CatalogueField>;

/** YYYYMMDD; an unknown month or day is 00. */
const date = z.string().regex(/^\d{8}$/u);

export const CatalogueRecord = z.object({
  /** 件号 or 序号 as printed; null where none, or no single number, is printed. */
  no: z.int().nullable(),
  /** What is printed where `no` is null or doubtful: 5-7, 3附. */
  no_printed: z.string().optional(),
  code: z.string().nullable().optional(),
  author: z.string().nullable(),
  doc_no: z.string().nullable(),
  /** With its [ ], where the archivist made it up. */
  title: z.string(),
  date: date.nullable(),
  /** What is printed where `date` is null or doubtful. */
  date_printed: z.string().optional(),
  pages: z.int().nullable(),
  /** What is printed where it is no plain number of pages. */
  pages_printed: z.string().optional(),
  remark: z.string().nullable(),
  secrecy: z.string().nullable().optional(),
  term: z.string().nullable().optional(),
  section: z.string().nullable().optional(),
  box: z.string().nullable().optional(),
  year: z.int().nullable().optional(),
  category: z.string().nullable().optional(),
  fonds: z.string().nullable().optional(),
  volume: z.string().nullable().optional(),
  copies: z.int().nullable().optional(),
  received: date.nullable().optional(),
  addressee: z.string().nullable().optional(),
  openness: z.string().nullable().optional(),
  /** First and last source line, from 1. */
  line: z.int(),
  end_line: z.int(),
  needs_review: z.literal(true).optional(),
});
export type CatalogueRecord = z.infer<typeof CatalogueRecord>;

/** What cover and head print, each as printed or null. */
export const CatalogueHead = z.object({
  title: z.string().nullable(),
  /** 全宗号 */
  fonds: z.string().nullable(),
  /** 全宗名称 */
  fonds_name: z.string().nullable(),
  /** 年度 */
  year: z.string().nullable(),
  /** 保管期限 */
  term: z.string().nullable(),
  /** 机构(问题) */
  section: z.string().nullable(),
  /** 门类, 类别 */
  category: z.string().nullable(),
  /** 盒号 */
  box: z.string().nullable(),
  /** 案卷号 or the volume's 档号 */
  volume: z.string().nullable(),
  /** 案卷题名 */
  volume_title: z.string().nullable(),
});
export type CatalogueHead = z.infer<typeof CatalogueHead>;

const place = z.object({ line: z.int(), text: z.string(), reason: z.string() });

/** Heading as printed → what its column means; null = the column is not read. */
export const CatalogueMapping = z.record(z.string(), CatalogueField.nullable());
export type CatalogueMapping = z.infer<typeof CatalogueMapping>;

/** One catalogue found in a source. */
export const CatalogueReading = z.object({
  /** Headings as printed. */
  columns: z.array(z.string()),
  mapping: CatalogueMapping,
  records: z.array(CatalogueRecord),
  /** Sum of the records' pages; null where any of them is not known. */
  pages_total: z.int().nullable(),
  year: z.int().nullable(),
  /** 保管期限 as printed for the whole catalogue. */
  term: z.string().nullable(),
  head: CatalogueHead,
  /** Rows that cannot be taken; they are not in `records`. */
  rejected: z.array(place),
  /** Lines left out on purpose: repeated headings, totals, page numbers, signatures. */
  skipped: z.array(place),
  warnings: z.array(ReadWarning),
});
export type CatalogueReading = z.infer<typeof CatalogueReading>;

export const ReadCatalogueInput = z
  .object({
    file: z.string().optional(),
    /** A dropped file: its name and content. */
    name: z.string().max(255).optional(),
    bytes: bytesSchema.optional(),
    /** A paste: plain text, and the HTML beside it if the clipboard has it. */
    text: z.string().max(5_000_000).optional(),
    html: z.string().max(20_000_000).optional(),
    /** What the reviewer says of columns; headings left out are read as the reader proposes. */
    mapping: CatalogueMapping.optional(),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    /** Answer the source's lines too, for the review screen. */
    withLines: z.boolean().default(false),
  })
  .refine((input) => [input.file, input.bytes, input.text, input.html].some((part) => part !== undefined), {
    error: 'file, bytes, text or html is needed',
  });
export type ReadCatalogueInput = z.infer<typeof ReadCatalogueInput>;

export const ReadCatalogueOutput = CatalogueReading.extend({
  /** Present when the source holds more than one catalogue: each of them. The outer fields then join them. */
  tables: z.array(CatalogueReading).optional(),
  source: z.object({
    format: z.string(),
    name: z.string().nullable(),
    encoding: z.string().nullable(),
    sha256: z.string(),
    lines: z.array(z.string()).optional(),
  }),
});
export type ReadCatalogueOutput = z.infer<typeof ReadCatalogueOutput>;
