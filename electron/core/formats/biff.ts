/**
 * Records of old workbooks (BIFF5 to BIFF8, [MS-XLS]) and the texts in them. Invariant: nothing is read beyond a record
 * and its continuations; what ends too early is a damaged file.
 */
import iconv from 'iconv-lite';
import { AppError } from '#shared/errors.ts';

/** Numbers of the records that are read ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x06,
  eof: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  codePage: 0x42,
  continue: 0x3c,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  richString: 0xd6,
  cellFormat: 0xe0,
  mergedCells: 0xe5,
  sharedStrings: 0xfc,
  labelShared: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  string: 0x207,
  row: 0x208,
  rk: 0x27e,
  beginning: 0x809,
  format: 0x41e,
} as const;

export interface BiffRecord {
  type: number;
  data: Buffer;
  /** Bodies of the records that continue it. */
  more: Buffer[];
}

/** The records from a position on, continuations joined to theirs, to the end of that part of the stream. */
export function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord, void, undefined> {
  let depth = 0;
  let pending: BiffRecord | null = null;
  for (let at = start; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (data.length < length) throw new AppError('format/damaged');
    at += 4 + length;
    if (type === RECORD.continue) {
      pending?.more.push(data);
      continue;
    }
    if (pending) yield pending;
    pending = null;
    if (type === RECORD.beginning) depth += 1;
    if (type === RECORD.eof) depth -= 1;
    if (depth <= 0) return;
    // Charts that lie in a sheet are parts of their own.
    if (depth === 1) pending = { type, data, more: [] };
  }
  throw new AppError('format/damaged');
}

/** Reads on through a record and its continuations. Throws format/damaged at the end of them. */
export class BiffCursor {
  readonly #parts: Buffer[];
  #part = 0;
  #at: number;

  constructor(record: BiffRecord, start: number) {
    this.#parts = [record.data, ...record.more];
    this.#at = start;
  }

  /** Steps into the next continuation where this one is used up; answers what is left in it. */
  #rest(): Buffer {
    while (this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#at -= this.#parts[this.#part]?.length ?? 0;
      this.#part += 1;
      if (this.#part >= this.#parts.length) throw new AppError('format/damaged');
    }
    return (this.#parts[this.#part] ?? Buffer.alloc(0)).subarray(this.#at);
  }

  byte(): number {
    const value = this.#rest()[0] ?? 0;
    this.#at += 1;
    return value;
  }

  word(): number {
    return this.byte() | (this.byte() << 8);
  }

  doubleWord(): number {
    return this.word() + this.word() * 65_536;
  }

  skip(bytes: number): void {
    let rest = bytes;
    while (rest > 0) {
      const step = Math.min(this.#rest().length, rest);
      this.#at += step;
      rest -= step;
    }
  }

  bytes(count: number): Buffer {
    const parts: Buffer[] = [];
    for (let rest = count; rest > 0; ) {
      const part = this.#rest().subarray(0, rest);
      parts.push(part);
      this.#at += part.length;
      rest -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Characters of BIFF8: one or two bytes each, told anew at the head of every continuation. */
  characters(count: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    let text = '';
    let part = this.#part;
    for (let rest = count; rest > 0; ) {
      const left = this.#rest();
      if (this.#part !== part) {
        part = this.#part;
        wide = (this.byte() & 1) === 1;
        continue;
      }
      const size = wide ? 2 : 1;
      const fitting = Math.min(rest, Math.floor(left.length / size));
      if (fitting === 0) throw new AppError('format/damaged');
      text += left.subarray(0, fitting * size).toString(wide ? 'utf16le' : 'latin1');
      this.#at += fitting * size;
      rest -= fitting;
    }
    return text;
  }

  /** A text of BIFF8 with its flags: formatting runs and phonetic data behind it are passed over. */
  richText(count: number): string {
    const flags = this.byte();
    const runs = flags & 8 ? this.word() : 0;
    const extension = flags & 4 ? this.doubleWord() : 0;
    const text = this.characters(count, (flags & 1) === 1);
    this.skip(runs * 4 + extension);
    return text;
  }
}

/** How a file before Excel 97 stores text; files that name no code page that is known are read as simplified Chinese. */
export function codePageText(bytes: Buffer, codePage: number): string {
  const name = `cp${codePage}`;
  return iconv.decode(bytes, codePage !== 936 && iconv.encodingExists(name) ? name : 'gb18030');
}

/** [MS-XLS] 2.5.218: 30 bits of a floating number or a whole number, some of them to be divided by 100. */
export function decodeRk(rk: number): number {
  const bits = Buffer.alloc(8);
  bits.writeInt32LE(rk & ~3, 4);
  const value = rk & 2 ? rk >> 2 : bits.readDoubleLE(0);
  return rk & 1 ? value / 100 : value;
}
