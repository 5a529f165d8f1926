/**
 * What a file for the archive is: its kind by content, and whether its name agrees. Only the beginning and a ZIP's
 * directory are read, never inflated content, so it is cheap and bounded for a file of any size.
 */
import { AppError } from '#shared/errors.ts';
import type { ObjectFormat } from '#shared/features/objects.ts';
import type { ByteSource } from '../formats/byte-source.ts';
import { decodeText } from '../formats/encoding.ts';
import { extensionOf, type FileKind, identify } from '../formats/identify.ts';
import { importLimits, type ReadLimits } from '../formats/limits.ts';
import { refuseProgramName } from './safe-name.ts';

/** A scanned volume in OFD has a part for each page. */
const limits: ReadLimits = { ...importLimits, entries: 50_000 };

/** Beginning of a text that is decoded to prove it one, in bytes. */
const TEXT_PROOF = 1024 * 1024;

export interface Sniffed {
  format: ObjectFormat;
  /** Of a text. */
  encoding: string | null;
  /** It opens only with a password, as far as the container says. */
  encrypted: boolean;
  /** Why its structure cannot be trusted; null = nothing found. */
  doubt: AppError | null;
}

const OTHER: Readonly<Partial<Record<FileKind, ObjectFormat>>> = {
  xlsb: 'xlsx',
  'spreadsheet-xml': 'xml',
  ole: 'unknown',
  binary: 'unknown',
};

/** Kinds that are ZIP files inside: the extension stands for them where the directory cannot be read. */
const PACKED: Readonly<Record<string, ObjectFormat>> = { docx: 'docx', xlsx: 'xlsx', pptx: 'pptx', ofd: 'ofd' };

/** Text cut at a line's end, so that no character is cut in two. */
async function textEncoding(source: ByteSource): Promise<string> {
  const start = await source.read(0, TEXT_PROOF);
  const cut = source.size > TEXT_PROOF ? start.lastIndexOf(0x0a) : start.length;
  // UTF-16 ends a line in two bytes, of which this may be the first.
  const even = start.includes(0) ? cut - (cut % 2) : cut;
  return decodeText(even > 0 ? start.subarray(0, even) : start).encoding ?? '';
}

/**
 * Throws objects/program for what the system would run, objects/source_empty.
 * Whatever else is wrong with the file is told in the answer: an archive also keeps damaged records.
 */
export async function sniffObject(source: ByteSource, name: string): Promise<Sniffed> {
  if (source.size === 0) throw new AppError('objects/source_empty', { file: name });
  refuseProgramName(name);
  const sniffed: Sniffed = { format: 'unknown', encoding: null, encrypted: false, doubt: null };
  let kind: FileKind;
  try {
    kind = await identify(source, name, limits);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const format = PACKED[extensionOf(name)] ?? 'zip';
    return { ...sniffed, format, encrypted: error.code === 'format/password', doubt: error };
  }
  if (kind === 'program') throw new AppError('objects/program', { file: name, kind: await mark(source) });
  const format = OTHER[kind] ?? (kind as ObjectFormat);
  if (kind === 'protected-office') {
    return { ...sniffed, format, encrypted: true, doubt: new AppError('format/password') };
  }
  if (kind !== 'text' && kind !== 'csv' && kind !== 'html' && kind !== 'xml') return { ...sniffed, format };
  try {
    return { ...sniffed, format, encoding: await textEncoding(source) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Not a text after all: nothing else knew it.
    return error.code === 'format/encoding' ? { ...sniffed, format, doubt: error } : sniffed;
  }
}

/** The first letters of a program, for the sentence. */
async function mark(source: ByteSource): Promise<string> {
  const start = (await source.read(0, 4)).toString('latin1');
  return start.replaceAll(/[^ -~]/gu, '').trim() || '…';
}
