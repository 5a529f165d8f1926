/** The register of documents (档案): filing by 件 (DA/T 22-2015), finding, and what stands in the catalogue. */
import { command, job, query } from '../procedure.ts';
import { bytesSchema, z } from '../lib/zod.ts';
import { Category, TermCode } from './archival-terms.ts';
import { CatalogueReading, ReadCatalogueInput, ReadCatalogueOutput } from './catalogue.ts';
import { DocumentFields, DocumentState, RelationKind } from './document-fields.ts';
import { AcceptedDocument } from './document-import.ts';
import { FolderCheck, WrittenFolders } from './document-folders.ts';
import { DocumentTable, TableComparison, TableSource } from './document-table.ts';
import { hasSource, SOURCE_RULE } from './objects.ts';
import { FindInput, SearchResult } from './search.ts';
import { StepLabel } from './schedule.ts';

export { DocumentFields, DocumentState, RelationKind } from './document-fields.ts';

const year = z.int().min(1949).max(2999);
const line = (length: number) => z.string().trim().max(length);

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

/** What became of the records of an import. */
const Accepted = z.object({
  added: z.int(),
  filed: z.int(),
  ids: z.array(z.int()),
  /** Records that were there already and were left out. */
  duplicates: z.array(z.object({ index: z.int(), documentId: z.int() })),
  /** Records that stay drafts, with what they lack. */
  incomplete: z.array(z.object({ index: z.int(), message: z.string() })),
  importId: z.int().nullable(),
  event: z.int().nullable(),
});

/** `draft`: not filed; `keep`: filed under the printed 件号; `next`: filed under the next one. */
const NumberMode = z.enum(['draft', 'keep', 'next']);
const DuplicateMode = z.enum(['skip', 'add']);

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
    { traced: true },
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
  read: job(
    'Read a catalogue (归档文件目录 …) from a file or a paste; answers the Catalogue JSON and leaves the archive alone.',
    ReadCatalogueInput,
    ReadCatalogueOutput,
    { paths: ['file'], zone: 'foreign' },
  ),
  twins: query(
    'Which of these records the archive has already: same title, date, author, 文号 and 页数.',
    z.object({
      documents: z
        .array(
          DocumentFields.pick({
            title: true,
            signedDate: true,
            author: true,
            documentNumber: true,
            pageCount: true,
          }).partial(),
        )
        .max(20_000),
    }),
    z.array(z.object({ index: z.int(), id: z.int(), referenceCode: z.string().nullable(), title: z.string() })),
  ),
  accept: command(
    'Take reviewed records into the register: one transaction, one undo step.',
    z.object({
      documents: z.array(AcceptedDocument).min(1).max(20_000),
      numbers: NumberMode.default('draft'),
      duplicates: DuplicateMode.default('skip'),
      source: z.object({ name: z.string().nullable(), sha256: z.string() }).nullable().default(null),
    }),
    Accepted,
    { touches },
  ),
  import: command(
    'Read a catalogue and take its records in one go; doubtful ones stay marked for review. {"file", "dryRun"?, "numbers"?: draft|keep|next, "year"?, "term"?}',
    ReadCatalogueInput.safeExtend({
      /** For records that print none, where the catalogue prints none either. */
      year: year.optional(),
      term: TermCode.optional(),
      numbers: NumberMode.default('draft'),
      duplicates: DuplicateMode.default('skip'),
      /** Which catalogue of the source, from 1; default: all of them. */
      table: z.int().min(1).optional(),
      dryRun: z.boolean().default(false),
      /** The source line of each record is kept with it. */
      withLines: z.boolean().default(true),
    }),
    CatalogueReading.extend(Accepted.shape),
    { touches, paths: ['file'], preparedBy: 'documents.read' },
  ),
  attach: command(
    'Take a file into a document: looked at, stored by its checksum, its text made searchable, all in one step.',
    z
      .object({
        id: z.int(),
        version: z.int(),
        role: DocumentFile.shape.role.optional(),
        /** A file by its path or, dropped into the window, by its bytes with its name. */
        file: z.string().min(1).optional(),
        bytes: bytesSchema.optional(),
        name: z.string().min(1).max(500).optional(),
      })
      .refine(hasSource, SOURCE_RULE),
    z.object({
      document: Document,
      file: DocumentFile,
      /** The document held this very content already. */
      duplicate: z.boolean(),
      /** Characters of its text that can be found now. */
      textLength: z.int(),
      /** What is wrong with the file, in words. */
      doubts: z.array(z.string()),
      event: z.int(),
    }),
    {
      touches: ['documents', 'objects', 'search', 'history'],
      paths: ['file'],
      preparedBy: [
        { job: 'objects.inspect', optional: false },
        { job: 'objects.text', optional: true },
        { job: 'objects.store', optional: false },
      ],
    },
  ),
  arrangeFiles: command(
    'Put the files of a document in order, set their roles, or leave some out; contents stay in the store.',
    z.object({
      id: z.int(),
      version: z.int(),
      files: z.array(DocumentFile.pick({ sha256: true, role: true, name: true })).max(500),
      reason: line(2000).default(''),
    }),
    z.object({ document: Document, event: z.int() }),
    { touches },
  ),
  exportTable: job(
    'Write documents as a table to be edited in a spreadsheet program: every field, with uid and version of each row.',
    z.object({
      filter: DocumentFilter.default({}),
      format: z.literal('xlsx').default('xlsx'),
      file: z.string().min(1),
    }),
    z.object({ file: z.string(), bytes: z.int(), sha256: z.string(), rows: z.int() }),
    { paths: ['file'], traced: true },
  ),
  readTable: job('Read an edited table of documents; no archive is looked at.', TableSource, DocumentTable, {
    paths: ['file'],
    zone: 'foreign',
  }),
  compareTable: job(
    'What an edited table would change: each field as exported, in the file and in the archive now; changes nothing.',
    TableSource,
    TableComparison,
    { paths: ['file'], preparedBy: 'documents.readTable' },
  ),
  exportFolders: job(
    'Write documents into an empty folder: one folder a 档号 with files and metadata, catalogue, checksums. {"directory", "filter"? | "ids"? | "transferId"?}',
    z.object({
      filter: DocumentFilter.default({}),
      ids: z.array(z.int()).min(1).max(20_000).optional(),
      /** The package of a hand-over, with its head. */
      transferId: z.int().optional(),
      directory: z.string().min(1),
    }),
    WrittenFolders,
    { paths: ['directory'], traced: true },
  ),
  verifyFolders: job(
    'Check a folder of documents against its list of checksums: what is missing, changed or surplus.',
    z.object({ directory: z.string().min(1) }),
    FolderCheck,
    { paths: ['directory'] },
  ),
  search: query(
    'Find documents: as search.find, over documents alone, each hit with its record.',
    FindInput.omit({ kinds: true }),
    SearchResult.extend({ documents: z.array(Document) }),
  ),
  linkPlan: command(
    'Link documents with every row of a year’s plan, as the plan’s papers. {"documents":[{"id","version"}],"year"}',
    z.object({
      documents: z
        .array(z.object({ id: z.int(), version: z.int() }))
        .min(1)
        .max(20_000),
      year,
    }),
    /** `linked`: links that were made, each a document with a row. */
    z.object({ documents: z.array(Document), linked: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
