/**
 * The parts of a ZIP file, bounded: number of parts, packed and unpacked size, ratio, names. Invariant: bytes are counted
 * while they are unpacked and their checksum is compared, so a part is read whole and undamaged or not at all.
 */
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import type { ByteSource } from './byte-source.ts';
import type { ReadLimits } from './limits.ts';

const RATIO_FROM = 1024 * 1024;

/** What was thrown, as an error of the catalogue. */
function typed(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('format/damaged', {}, { cause: error });
}

async function directory(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new AppError('format/unsafe');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new AppError('format/unsafe');
    if (entry.isEncrypted()) throw new AppError('format/password');
    entries.set(name, entry);
  }
  return entries;
}

const PIECE = 256 * 1024;

/** Lets the ZIP library read a source that is not wholly in memory. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    for (let at = start; at < end; ) {
      const piece = await this.#source.read(at, Math.min(PIECE, end - at));
      if (piece.length === 0) throw new AppError('format/damaged');
      at += piece.length;
      yield piece;
    }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }
}

const OPTIONS = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false };

export class ZipDirectory {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  readonly #limits: ReadLimits;
  #total = 0;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, limits: ReadLimits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** Throws format/too_large, format/damaged, format/unsafe, format/password. */
  static async open(bytes: Uint8Array, limits: ReadLimits): Promise<ZipDirectory> {
    if (bytes.length > limits.fileBytes) {
      throw new AppError('format/too_large', { limit: Math.floor(limits.fileBytes / 1024 / 1024) });
    }
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return ZipDirectory.#read(() => fromBufferPromise(buffer, OPTIONS), limits);
  }

  /** The same for a file of any size, of which only the directory is read. The source stays the caller's. */
  static async openSource(source: ByteSource, limits: ReadLimits): Promise<ZipDirectory> {
    return ZipDirectory.#read(
      () => fromRandomAccessReaderPromise(new SourceReader(source), source.size, OPTIONS),
      limits,
    );
  }

  static async #read(open: () => Promise<ZipFile>, limits: ReadLimits): Promise<ZipDirectory> {
    try {
      const zip = await open();
      return new ZipDirectory(zip, await directory(zip, limits), limits);
    } catch (error) {
      throw typed(error);
    }
  }

  /** In lower case. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Names of parts are compared without case (ISO/IEC 29500-2). */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A part's bytes in order. Throws format/damaged, also where the part is missing, and format/inflates. */
  async *read(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new AppError('format/damaged');
    const { partBytes, totalBytes, ratio } = this.#limits;
    if (entry.uncompressedSize > partBytes) throw new AppError('format/inflates');
    let size = 0;
    let checksum = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array)) throw new AppError('format/damaged');
        size += chunk.length;
        this.#total += chunk.length;
        const bomb = size > RATIO_FROM && size > ratio * entry.compressedSize;
        if (bomb || size > partBytes || this.#total > totalBytes) throw new AppError('format/inflates');
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw typed(error);
    }
    if (checksum !== entry.crc32) throw new AppError('format/damaged');
  }
}
