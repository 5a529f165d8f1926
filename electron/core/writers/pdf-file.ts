/**
 * Reads the objects of a PDF from its bytes (ISO 32000-1, 7.3–7.5): the cross-reference table or stream, objects, object
 * streams, Flate streams. It serves the comparison after writing, so it shares nothing with the writer, refuses what it
 * does not understand and repairs nothing.
 */
import { inflateSync } from 'node:zlib';
import { type PdfDictionary, PdfKeyword, PdfLexer, PdfName, PdfReferenceTo, type PdfValue } from './pdf-lexer.ts';

interface PdfObject {
  value: PdfValue;
  /** Decoded content of a stream. */
  stream: Buffer | null;
}

type Entry = { offset: number } | { container: number; index: number };

export class PdfFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #entries = new Map<number, Entry>();
  readonly #containers = new Map<number, PdfValue[]>();
  readonly trailer: PdfDictionary;

  /** Throws an Error in plain words where the bytes are no PDF that this reader understands. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#text = bytes.toString('latin1');
    if (!this.#text.startsWith('%PDF-')) throw new Error('no PDF header');
    const start = this.#text.lastIndexOf('startxref');
    if (start < 0 || !this.#text.trimEnd().endsWith('%%EOF')) throw new Error('file ends early');
    const offset = new PdfLexer(this.#text, start + 9).next();
    if (typeof offset !== 'number') throw new Error('no cross-reference');
    this.trailer = this.#text.startsWith('xref', offset) ? this.#table(offset) : this.#stream(offset);
  }

  get(value: PdfValue | undefined): PdfValue {
    return value instanceof PdfReferenceTo ? this.object(value.id).value : (value ?? null);
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.get(value);
    if (!(found instanceof Map)) throw new Error('dictionary expected');
    return found;
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  }

  /** Decoded bytes of a stream, one character a byte. */
  streamText(value: PdfValue | undefined): string {
    const stream = value instanceof PdfReferenceTo ? this.object(value.id).stream : null;
    if (!stream) throw new Error('stream expected');
    return stream.toString('latin1');
  }

  object(id: number): PdfObject {
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`object ${id} is missing`);
    if ('offset' in entry) return this.#at(entry.offset, id);
    let objects = this.#containers.get(entry.container);
    if (!objects) this.#containers.set(entry.container, (objects = this.#unpack(entry.container, id)));
    const value = objects[entry.index];
    if (value === undefined) throw new Error(`object ${id} is missing`);
    return { value, stream: null };
  }

  #unpack(container: number, id: number): PdfValue[] {
    const { value, stream } = this.object(container);
    if (!(value instanceof Map) || !stream) throw new Error(`object ${id} is missing`);
    const first = value.get('First');
    const count = value.get('N');
    if (typeof first !== 'number' || typeof count !== 'number') throw new Error('damaged object stream');
    const text = stream.toString('latin1');
    const head = new PdfLexer(text);
    return Array.from({ length: count }, () => {
      head.next();
      const offset = head.next();
      if (typeof offset !== 'number') throw new Error('damaged object stream');
      return new PdfLexer(text, first + offset).next() ?? null;
    });
  }

  #at(offset: number, id: number | null): PdfObject {
    const lexer = new PdfLexer(this.#text, offset);
    const number = lexer.next();
    lexer.next();
    const keyword = lexer.next();
    if (!(keyword instanceof PdfKeyword) || keyword.word !== 'obj' || (id !== null && number !== id)) {
      throw new Error(`object ${id ?? ''} is not where the file says`);
    }
    const value = lexer.next() ?? null;
    const after = lexer.next();
    if (!(after instanceof PdfKeyword) || after.word !== 'stream' || !(value instanceof Map))
      return { value, stream: null };
    const start = lexer.at + (this.#text.startsWith('\r\n', lexer.at) ? 2 : 1);
    const length = this.get(value.get('Length'));
    if (typeof length !== 'number') throw new Error('stream without length');
    return { value, stream: this.#decode(this.#bytes.subarray(start, start + length), value) };
  }

  #decode(data: Buffer, dictionary: PdfDictionary): Buffer {
    const filter = this.get(dictionary.get('Filter'));
    if (filter === null) return data;
    if (filter instanceof PdfName && filter.name === 'FlateDecode' && !dictionary.has('DecodeParms')) {
      return inflateSync(data);
    }
    throw new Error('unknown stream filter');
  }

  #table(offset: number): PdfDictionary {
    const lexer = new PdfLexer(this.#text, offset + 4);
    for (;;) {
      const first = lexer.next();
      if (first instanceof PdfKeyword && first.word === 'trailer') break;
      const count = lexer.next();
      if (typeof first !== 'number' || typeof count !== 'number') throw new Error('damaged cross-reference');
      for (let index = 0; index < count; index++) {
        const at = lexer.next();
        lexer.next();
        const kind = lexer.next();
        const used = kind instanceof PdfKeyword && kind.word === 'n';
        if (used && typeof at === 'number') this.#entries.set(first + index, { offset: at });
      }
    }
    return this.dictionary(lexer.next());
  }

  #stream(offset: number): PdfDictionary {
    const { value, stream } = this.#at(offset, null);
    if (!(value instanceof Map) || !stream) throw new Error('no cross-reference');
    const widths = this.array(value.get('W')).map(Number);
    const [kindWidth = 0, placeWidth = 0, lastWidth = 0] = widths;
    const size = value.get('Size');
    if (typeof size !== 'number' || kindWidth !== 1) throw new Error('damaged cross-reference');
    const step = kindWidth + placeWidth + lastWidth;
    for (let id = 0; id < size && (id + 1) * step <= stream.length; id++) {
      const at = id * step;
      const kind = stream.readUIntBE(at, 1);
      const place = stream.readUIntBE(at + 1, placeWidth);
      const last = stream.readUIntBE(at + 1 + placeWidth, lastWidth);
      if (kind === 1) this.#entries.set(id, { offset: place });
      else if (kind === 2) this.#entries.set(id, { container: place, index: last });
    }
    return value;
  }
}
