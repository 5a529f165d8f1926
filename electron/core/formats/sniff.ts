/**
 * Which decoder reads a file that a plan is looked for in. Invariant: a file that cannot be read is refused here with the
 * sentence that says what to do instead.
 */
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { bytesAsSource } from './byte-source.ts';
import { type FileKind, identify } from './identify.ts';
import { importLimits } from './limits.ts';

export type SourceKind = 'text' | 'table-text' | 'html' | 'xlsx' | 'docx' | 'xls';

const DECODERS: Readonly<Partial<Record<FileKind, SourceKind>>> = {
  text: 'text',
  csv: 'table-text',
  html: 'html',
  xml: 'text',
  xlsx: 'xlsx',
  docx: 'docx',
  xls: 'xls',
};

const REFUSED: Readonly<Partial<Record<FileKind, ErrorCode>>> = {
  pdf: 'format/pdf',
  ofd: 'format/ofd',
  rtf: 'format/rtf',
  doc: 'format/doc',
  ppt: 'format/presentation',
  pptx: 'format/presentation',
  'open-document': 'format/open_document',
  xlsb: 'format/spreadsheet',
  'spreadsheet-xml': 'format/spreadsheet',
  'protected-office': 'format/password',
  'web-archive': 'format/web_archive',
  jpeg: 'format/image',
  png: 'format/image',
  tiff: 'format/image',
  gif: 'format/image',
  bmp: 'format/image',
  webp: 'format/image',
  zip: 'format/archive',
  rar: 'format/archive',
  'seven-zip': 'format/archive',
  gzip: 'format/archive',
};

/** Throws format/empty, the refusals (format/pdf, format/doc …) and the errors of a broken ZIP file. */
export async function sniff(bytes: Uint8Array, name: string | null): Promise<SourceKind> {
  const kind = await identify(bytesAsSource(bytes), name, importLimits);
  const decoder = DECODERS[kind];
  if (decoder === undefined) throw new AppError(REFUSED[kind] ?? 'format/binary');
  return decoder;
}
