/**
 * Looks at a file before it is taken in: kind, safe name, pages, protection, checksum. It touches no archive and runs in
 * the thread for files of unknown origin.
 */
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { Inspection, ObjectFormat } from '#shared/features/objects.ts';
import { pdfFacts } from '../extract/pdf.ts';
import { textLimits } from '../extract/limits.ts';
import { type ByteSource, bytesAsSource, handleAsSource } from '../formats/byte-source.ts';
import { readOleStream } from '../formats/ole.ts';
import { RECORD, recordsFrom } from '../formats/biff.ts';
import { digest, READ_NO_LINK } from './digest.ts';
import { imageFacts, isImage } from './image-size.ts';
import { shownName } from './safe-name.ts';
import { sniffObject } from './sniff.ts';
import { openSource, type ObjectSource, type OpenSource } from './source.ts';

/** Larger files get their checksum when they are taken in; reading them twice would go beyond the thread's time. */
const HASHED_HERE = 512 * 1024 * 1024;

type Facts = Pick<Inspection, 'pages' | 'encrypted' | 'pdfa' | 'image'> & { doubt: AppError | null };

const NO_FACTS: Facts = { pages: null, encrypted: false, pdfa: null, image: null, doubt: null };

async function wholeOf(source: ByteSource): Promise<Buffer | null> {
  return source.size > textLimits.fileBytes ? null : await source.read(0, source.size);
}

async function pdf(source: ByteSource): Promise<Facts> {
  const bytes = await wholeOf(source);
  if (!bytes) return NO_FACTS;
  try {
    return { ...NO_FACTS, ...(await pdfFacts(bytes)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...NO_FACTS, encrypted: error.code === 'format/password', doubt: error };
  }
}

/** Old Office files say in the head of their main stream that they are encrypted ([MS-DOC] 2.5.1, [MS-XLS] 2.4.117). */
async function oldOffice(source: ByteSource, format: 'doc' | 'xls'): Promise<Facts> {
  const bytes = await wholeOf(source);
  if (!bytes) return NO_FACTS;
  try {
    const stream = readOleStream(bytes, format === 'doc' ? ['WordDocument'] : ['Workbook', 'Book']);
    const encrypted = format === 'doc' ? (stream.readUInt16LE(10) & 0x0100) !== 0 : hasFilePass(stream);
    return { ...NO_FACTS, encrypted, doubt: encrypted ? new AppError('format/password') : null };
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof RangeError)) throw error;
    return { ...NO_FACTS, doubt: new AppError('format/damaged', {}, { cause: error }) };
  }
}

function hasFilePass(stream: Buffer): boolean {
  let records = 0;
  for (const { type } of recordsFrom(stream, 0)) {
    records += 1;
    if (type === RECORD.filePass) return true;
    // It stands right behind the beginning, before anything that it encrypts.
    if (records > 20) return false;
  }
  return false;
}

async function factsOf(source: ByteSource, format: ObjectFormat): Promise<Facts> {
  if (format === 'pdf') return await pdf(source);
  if (format === 'doc' || format === 'xls') return await oldOffice(source, format);
  if (!isImage(format)) return NO_FACTS;
  const found = await imageFacts(source, format);
  if (!found) return { ...NO_FACTS, doubt: new AppError('format/damaged') };
  return { ...NO_FACTS, pages: found.pages, image: found.image };
}

async function withSource<T>(source: ObjectSource, act: (source: ByteSource) => Promise<T>): Promise<T> {
  if ('bytes' in source) return await act(bytesAsSource(source.bytes));
  const handle = await open(source.file, READ_NO_LINK);
  try {
    return await act(handleAsSource(handle, (await handle.stat()).size));
  } finally {
    await handle.close();
  }
}

async function checksum(opened: OpenSource, signal: AbortSignal): Promise<string | null> {
  if (opened.size > HASHED_HERE) return null;
  const found = await digest(opened.read, { signal });
  await opened.mustBeUnchanged(found.size);
  return found.sha256;
}

/** Throws objects/source_…, objects/program, program/cancelled. */
export async function inspectObject(source: ObjectSource, signal: AbortSignal): Promise<Inspection> {
  const opened = await openSource(source);
  try {
    return await withSource(source, async (bytes) => {
      const { format, encoding, ...sniffed } = await sniffObject(bytes, opened.name);
      const facts = sniffed.doubt === null ? await factsOf(bytes, format) : NO_FACTS;
      const doubt = sniffed.doubt ?? facts.doubt;
      return {
        ...facts,
        ...shownName(opened.name, format),
        format,
        encoding,
        encrypted: sniffed.encrypted || facts.encrypted,
        size: opened.size,
        sha256: await checksum(opened, signal),
        doubt: doubt === null ? null : { code: doubt.code, params: { ...doubt.params } },
      };
    });
  } finally {
    await opened.close();
  }
}
