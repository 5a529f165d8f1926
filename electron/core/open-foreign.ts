/** A foreign file, dropped bytes or a paste → decoded document with its checksum; the same for every reader. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { decode, decodeClipboard } from './formats/index.ts';
import type { SourceDocument } from './reading/source.ts';

/** Largest file that is looked at, in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024;

/** What a person hands over: a file's path, dropped bytes with their name, or a paste. */
export interface ForeignInput {
  file?: string | undefined;
  name?: string | undefined;
  bytes?: Uint8Array | undefined;
  text?: string | undefined;
  html?: string | undefined;
}

export interface ForeignSource {
  document: SourceDocument;
  /** Of the file's bytes, or of the paste. */
  sha256: string;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) {
      throw new AppError('input/too_large', { size: `${Math.ceil(size / 1048576)} MB`, limit: '50 MB' });
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('input/file_unreadable', { file: basename(file) }, { cause: error });
  }
}

/** The bytes of a file or of what was dropped, with their name and checksum. Throws input/file_unreadable, input/too_large. */
export async function foreignBytes({
  file,
  name,
  bytes,
}: ForeignInput): Promise<{ bytes: Uint8Array; name: string | null; sha256: string }> {
  const content = file === undefined ? (bytes ?? new Uint8Array()) : await bytesOf(file);
  return {
    bytes: content,
    name: file === undefined ? (name ?? null) : basename(file),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** Decodes what was handed over. Throws input/file_unreadable, input/too_large, format/… */
export async function openForeign(input: ForeignInput): Promise<ForeignSource> {
  if (input.file !== undefined || input.bytes !== undefined) {
    const { bytes, name, sha256 } = await foreignBytes(input);
    return { document: await decode(bytes, name), sha256 };
  }
  const text = input.text ?? '';
  const html = input.html ?? null;
  return {
    document: decodeClipboard({ html, text }),
    sha256: createHash('sha256')
      .update(text)
      .update(html ?? '')
      .digest('hex'),
  };
}
