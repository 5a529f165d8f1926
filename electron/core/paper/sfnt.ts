/**
 * Reads TrueType and OpenType files as far as a table of figures needs them: names, embedding rights, which glyph a
 * character has and how wide it is. Only the tables asked for are read, so that looking through a folder with hundreds
 * of fonts stays quick. Field names and offsets follow ISO/IEC 14496-22 (OpenType 1.9).
 */
import { closeSync, openSync, readSync } from 'node:fs';

/** One face of a font file, as its name table gives it. */
export interface FaceDescription {
  file: string;
  /** Where the face's table directory begins; 0 except in a collection. */
  offset: number;
  inCollection: boolean;
  postscriptName: string;
  /** Family and full names in every language, without repetition. */
  names: string[];
  /** Whether the embedding bits of OS/2 let a subset be put into a PDF. */
  mayEmbed: boolean;
}

/** Widths and glyphs of one face. */
export interface FaceMetrics {
  unitsPerEm: number;
  /** 0 = the face has no glyph for the character. */
  glyphOf(codePoint: number): number;
  /** Advance width in thousandths of an em. */
  widthOf(glyph: number): number;
}

const COLLECTION = 0x74746366;
const NAME_FAMILY = 1;
const NAME_FULL = 4;
const NAME_POSTSCRIPT = 6;
const NAME_TYPOGRAPHIC_FAMILY = 16;
/** Longest table that is read; a broken directory must not make the program allocate gigabytes. */
const TABLE_LIMIT = 16 * 1024 * 1024;

class FontFile {
  readonly #descriptor: number;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  /** Bytes at a place; shorter where the file ends. */
  read(offset: number, length: number): Buffer {
    const buffer = Buffer.alloc(Math.min(length, TABLE_LIMIT));
    const got = readSync(this.#descriptor, buffer, 0, buffer.length, offset);
    return buffer.subarray(0, got);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function faceOffsets(font: FontFile): number[] {
  const head = font.read(0, 12);
  if (head.length < 12) return [];
  const version = head.readUInt32BE(0);
  if (version !== COLLECTION) {
    const known = version === 0x00010000 || version === 0x4f54544f || version === 0x74727565;
    return known ? [0] : [];
  }
  const count = Math.min(head.readUInt32BE(8), 64);
  const table = font.read(12, count * 4);
  return Array.from({ length: Math.floor(table.length / 4) }, (_, index) => table.readUInt32BE(index * 4));
}

function tableDirectory(font: FontFile, offset: number): Map<string, { offset: number; length: number }> {
  const tables = new Map<string, { offset: number; length: number }>();
  const head = font.read(offset, 12);
  if (head.length < 12) return tables;
  const count = head.readUInt16BE(4);
  const entries = font.read(offset + 12, count * 16);
  for (let at = 0; at + 16 <= entries.length; at += 16) {
    tables.set(entries.toString('latin1', at, at + 4), {
      offset: entries.readUInt32BE(at + 8),
      length: entries.readUInt32BE(at + 12),
    });
  }
  return tables;
}

function decodeName(platform: number, encoding: number, bytes: Buffer): string {
  if (platform === 1) return new TextDecoder(encoding === 25 ? 'gb18030' : 'windows-1252').decode(bytes);
  return new TextDecoder('utf-16be').decode(bytes);
}

function readNames(table: Buffer): { postscriptName: string; names: string[] } {
  const names = new Set<string>();
  let postscriptName = '';
  if (table.length < 6) return { postscriptName, names: [] };
  const count = table.readUInt16BE(2);
  const storage = table.readUInt16BE(4);
  for (let index = 0; index < count && 18 + index * 12 <= table.length; index++) {
    const record = 6 + index * 12;
    const kind = table.readUInt16BE(record + 6);
    if (![NAME_FAMILY, NAME_FULL, NAME_POSTSCRIPT, NAME_TYPOGRAPHIC_FAMILY].includes(kind)) continue;
    const start = storage + table.readUInt16BE(record + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8));
    const name = decodeName(table.readUInt16BE(record), table.readUInt16BE(record + 2), bytes).trim();
    if (name === '') continue;
    if (kind === NAME_POSTSCRIPT) postscriptName ||= name;
    else names.add(name);
  }
  return { postscriptName, names: [...names] };
}

/** OS/2 fsType: restricted licence, no subsetting and bitmap-only each forbid what an exported PDF does. */
function mayEmbed(fsType: number): boolean {
  const restricted = (fsType & 0x000f) === 0x0002;
  return !restricted && (fsType & 0x0300) === 0;
}

/** The faces of a file; empty when it is no TrueType or OpenType font. Errors of the file system are thrown. */
export function describeFaces(file: string): FaceDescription[] {
  const font = new FontFile(file);
  try {
    const offsets = faceOffsets(font);
    return offsets.flatMap((offset) => {
      const tables = tableDirectory(font, offset);
      const name = tables.get('name');
      if (!name || !tables.has('cmap') || !tables.has('hmtx')) return [];
      const os2 = tables.get('OS/2');
      const rights = os2 ? font.read(os2.offset, 10) : Buffer.alloc(0);
      const { postscriptName, names } = readNames(font.read(name.offset, name.length));
      return [
        {
          file,
          offset,
          inCollection: offsets.length > 1 || offset > 0,
          postscriptName,
          names,
          mayEmbed: rights.length < 10 || mayEmbed(rights.readUInt16BE(8)),
        },
      ];
    });
  } finally {
    font.close();
  }
}

/** Opens a face for measuring. Throws where a table is missing or of an unknown form. */
export function openMetrics(face: Pick<FaceDescription, 'file' | 'offset'>): FaceMetrics {
  const font = new FontFile(face.file);
  try {
    const tables = tableDirectory(font, face.offset);
    const table = (name: string) => {
      const entry = tables.get(name);
      if (!entry) throw new Error(`font table ${name} is missing`);
      return font.read(entry.offset, entry.length);
    };
    const unitsPerEm = table('head').readUInt16BE(18);
    const longMetrics = table('hhea').readUInt16BE(34);
    const horizontal = table('hmtx');
    return {
      unitsPerEm,
      glyphOf: characterMap(table('cmap')),
      widthOf: (glyph) => (horizontal.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4) * 1000) / unitsPerEm,
    };
  } finally {
    font.close();
  }
}

function characterMap(table: Buffer): (codePoint: number) => number {
  const count = table.readUInt16BE(2);
  const formats = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const record = 4 + index * 8;
    const platform = table.readUInt16BE(record);
    const encoding = table.readUInt16BE(record + 2);
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const offset = table.readUInt32BE(record + 4);
    formats.set(table.readUInt16BE(offset), offset);
  }
  const full = formats.get(12);
  if (full !== undefined) return segmentedCoverage(table, full);
  const basic = formats.get(4);
  if (basic !== undefined) return segmentMapping(table, basic);
  throw new Error('font has no Unicode character map');
}

/** cmap format 12. */
function segmentedCoverage(table: Buffer, start: number): (codePoint: number) => number {
  const groups = table.readUInt32BE(start + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = start + 16 + middle * 12;
      if (codePoint < table.readUInt32BE(at)) high = middle - 1;
      else if (codePoint > table.readUInt32BE(at + 4)) low = middle + 1;
      else return table.readUInt32BE(at + 8) + codePoint - table.readUInt32BE(at);
    }
    return 0;
  };
}

/** cmap format 4: the Basic Multilingual Plane only. */
function segmentMapping(table: Buffer, start: number): (codePoint: number) => number {
  const doubled = table.readUInt16BE(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = doubled / 2 - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table.readUInt16BE(ends + middle * 2) < codePoint) low = middle + 1;
      else high = middle;
    }
    const first = table.readUInt16BE(starts + low * 2);
    if (codePoint < first || codePoint > table.readUInt16BE(ends + low * 2)) return 0;
    const delta = table.readUInt16BE(deltas + low * 2);
    const range = table.readUInt16BE(ranges + low * 2);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const at = ranges + low * 2 + range + (codePoint - first) * 2;
    const glyph = at + 2 <= table.length ? table.readUInt16BE(at) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
