/**
 * The files of the archive (档案文件): what a file is, its text, and whether the archive still holds it unchanged. A file is
 * known by the SHA-256 of its content; what it belongs to is the matter of the registers that refer to it.
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { command, job, query } from '../procedure.ts';

/** SHA-256 in lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What a file is, by its content. Stable: the archive keeps these words. */
export const ObjectFormat = z.enum([
  'pdf',
  'ofd',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'rtf',
  'open-document',
  'protected-office',
  'jpeg',
  'png',
  'tiff',
  'gif',
  'bmp',
  'webp',
  'wav',
  'mp3',
  'mp4',
  'avi',
  'text',
  'csv',
  'html',
  'xml',
  'web-archive',
  'zip',
  'rar',
  'seven-zip',
  'gzip',
  'unknown',
]);
export type ObjectFormat = z.infer<typeof ObjectFormat>;

/** Why something could not be read: an error's code and parameters, for the catalogue. */
const Reason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export const ObjectImage = z.object({
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** Dots per inch as the file says; null where it says nothing. */
  dpi: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type ObjectImage = z.infer<typeof ObjectImage>;

export const Inspection = z.object({
  format: ObjectFormat,
  /** File name as it is shown and given out; its extension fits the content. */
  name: z.string(),
  /** Extension of the content's kind, without a dot; empty where the kind is unknown. */
  extension: z.string(),
  /** The given name has an extension that belongs to another kind of file. */
  mismatch: z.boolean(),
  /** Bytes. */
  size: z.int(),
  /** null for files too large to be read twice; it is then known once the file is taken in. */
  sha256: Sha256.nullable(),
  /** Pages of a PDF or TIFF, 1 for other images; null where there are none or they cannot be counted. */
  pages: z.int().nullable(),
  /** Opens only with a password, or forbids uses of its content. */
  encrypted: z.boolean(),
  /** Conformance that a PDF claims, e.g. 1B or 2U; null = none. */
  pdfa: z.string().nullable(),
  /** Encoding of a text. */
  encoding: z.string().nullable(),
  image: ObjectImage.nullable(),
  /** What is wrong with it, where something is: damaged, unsafe, protected. */
  doubt: Reason.nullable(),
});
export type Inspection = z.infer<typeof Inspection>;

export const ExtractedText = z.object({
  /** All pages, one after the other; empty for a scan. */
  text: z.string(),
  pages: z.array(z.object({ page: z.int(), text: z.string() })),
  /** The text goes on, but a bound was reached. */
  truncated: z.boolean(),
  /** The content could be opened. */
  readable: z.boolean(),
  /** Why not. */
  reason: Reason.nullable(),
});
export type ExtractedText = z.infer<typeof ExtractedText>;

export const FindingKind = z.enum([
  'changed',
  'truncated',
  'grown',
  'missing',
  'swapped',
  'unreadable',
  'extra',
  'temporary',
]);
export type FindingKind = z.infer<typeof FindingKind>;

export const Finding = z.object({
  kind: FindingKind,
  /** The object that has the fault; null for files that no row expects. */
  sha256: Sha256.nullable(),
  /** Path inside the store. */
  file: z.string(),
  /** Bytes. */
  expectedSize: z.int().nullable(),
  foundSize: z.int().nullable(),
  foundSha256: Sha256.nullable(),
  /** The system's code, or what stands in place of a file. */
  detail: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** A file by its path or, dropped into the window, by its bytes with its name. */
const source = {
  file: z.string().min(1).optional(),
  bytes: bytesSchema.optional(),
  name: z.string().min(1).max(500).optional(),
};
export const hasSource = (input: {
  file?: string | undefined;
  bytes?: Uint8Array | undefined;
  name?: string | undefined;
}) =>
  (input.file === undefined) !== (input.bytes === undefined) &&
  (input.bytes === undefined) === (input.name === undefined);
export const SOURCE_RULE = { error: 'file, or bytes with name' };

const Source = z.object(source).refine(hasSource, SOURCE_RULE);
const Content = z.object({ ...source, sha256: Sha256.optional() }).refine(hasSource, SOURCE_RULE);
const Repair = z.object({ ...source, sha256: Sha256 }).refine(hasSource, SOURCE_RULE);

export const StoredContent = z.object({
  sha256: Sha256,
  /** Bytes. */
  size: z.int(),
  format: ObjectFormat,
  /** The store had this content already. */
  existed: z.boolean(),
  /** The damage that was put right; null = none. */
  damage: z.string().nullable(),
  /** Name under which the damaged file is kept. */
  keptAs: z.string().nullable(),
});
export type StoredContent = z.infer<typeof StoredContent>;

export const ArchiveObject = z.object({
  sha256: Sha256,
  size: z.int(),
  format: ObjectFormat,
  addedAt: z.string(),
  /** Last check of the whole content: when, and `whole` or the kind of fault; null = never. */
  checkedAt: z.string().nullable(),
  checkResult: z.enum(['whole', ...FindingKind.options]).nullable(),
});
export type ArchiveObject = z.infer<typeof ArchiveObject>;

export const ObjectsCheck = z.object({
  objects: z.int(),
  /** Bytes that were read. */
  bytes: z.int(),
  findings: z.array(Finding),
});
export type ObjectsCheck = z.infer<typeof ObjectsCheck>;

/** Reasons why a kind of file has no text to search; nothing is wrong with the file itself. */
export const KINDS_WITHOUT_TEXT: ReadonlySet<string> = new Set([
  'format/archive',
  'format/binary',
  'format/doc',
  'format/image',
  'format/ofd',
  'format/open_document',
  'format/presentation',
  'format/rtf',
  'format/spreadsheet',
  'format/web_archive',
]);

const ADDERS = ['archivist', 'clerk'] as const;
const KEEPERS = ['archivist', 'administrator'] as const;

export const objects = {
  list: query(
    'The files that the archive holds, newest first.',
    z.object({ before: z.int().optional(), limit: z.int().min(1).max(1000).default(100) }),
    z.array(ArchiveObject.extend({ id: z.int() })),
  ),
  inspect: job('Look at a file without taking it in: kind, safe name, pages, checksum.', Source, Inspection, {
    zone: 'foreign',
    paths: ['file'],
  }),
  text: job('Read the text of a file for the search.', Source, ExtractedText, { zone: 'foreign', paths: ['file'] }),
  store: job(
    'Put content into the store, or a good copy in place of a damaged object; prepares objects.add and objects.repair.',
    Content,
    StoredContent,
    { paths: ['file'], roles: [...ADDERS, 'administrator'] },
  ),
  add: command('Take a file into the archive.', Source, StoredContent.extend({ event: z.int().nullable() }), {
    preparedBy: 'objects.store',
    paths: ['file'],
    roles: ADDERS,
    touches: ['objects', 'history'],
  }),
  repair: command(
    'Put a missing or damaged object right from a file with exactly its content.',
    Repair,
    StoredContent.extend({ event: z.int() }),
    { preparedBy: 'objects.store', paths: ['file'], roles: KEEPERS, touches: ['objects', 'history'] },
  ),
  bytes: job(
    'The content of an object, checked, for the preview.',
    z.object({ sha256: Sha256 }),
    z.object({ format: ObjectFormat, bytes: bytesSchema }),
    { traced: true },
  ),
  export: job(
    'Copy an object to a file, checked.',
    z.object({ sha256: Sha256, file: z.string().min(1) }),
    z.object({ file: z.string(), sha256: Sha256, size: z.int() }),
    { paths: ['file'], traced: true },
  ),
  check: job('Check every object of the store against its checksum; changes nothing.', z.object({}), ObjectsCheck),
  recordCheck: command(
    'Check every object and keep the result with the date.',
    z.object({}),
    ObjectsCheck.extend({ event: z.int() }),
    {
      preparedBy: 'objects.check',
      roles: ['archivist', 'clerk', 'auditor', 'administrator'],
      touches: ['objects', 'history'],
    },
  ),
} as const;
