/**
 * Bytes of a text file → text. The order is fixed: byte order mark, strict UTF-8, UTF-16 without a mark, GB18030.
 * Invariant: no statistics on languages (they take GBK for Big5 or Shift_JIS); bytes that no rule explains are refused,
 * and a few damaged characters in an otherwise clear text are counted, not hidden.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { AppError } from '#shared/errors.ts';
import type { SourceDocument } from '../reading/source.ts';

type Encoding = NonNullable<SourceDocument['encoding']>;

export interface DecodedText {
  text: string;
  encoding: Encoding;
}

/** The character that stands for bytes that are no character. */
const LOST = '\uFFFD';
const LOST_PLACES = /\uFFFD+/gu;

const END_OF_FILE = '\u001A';

const CONTROLS = /[\p{Cc}--[\t\n\v\f\r\x85]]/gv;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Text whose units are letters, digits, punctuation and CJK: what a UTF-16 file decodes to in the right byte order. */
function looksLikeText(text: string): boolean {
  if (!text.isWellFormed()) return false;
  const odd = count(
    text,
    /[^\t\n\r -~\u00A0-\u00FF\u2000-\u206F\u2100-\u2BFF\u3000-\u9FFF\uF900-\uFAFF\uFE10-\uFFEE]/gu,
  );
  return odd <= text.length / 50;
}

function withoutMark(bytes: Uint8Array): DecodedText | null {
  if (bytes.includes(0)) {
    if (bytes.length % 2 !== 0) return null;
    const orders = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
      encoding,
      text: iconv.decode(bytes, encoding, { stripBOM: false }),
    }));
    const fitting = orders.filter(({ text }) => !text.includes('\0') && looksLikeText(text));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
  if (isUtf8(bytes)) return { text: iconv.decode(bytes, 'utf-8'), encoding: 'utf-8' };
  const utf8 = iconv.decode(bytes, 'utf-8');
  const lost = count(utf8, LOST_PLACES);
  // A text cut or damaged in a few places also passes as GB18030, but as other characters. In real GB18030 almost every
  // character is an error when read as UTF-8.
  if (count(utf8, /[\P{ASCII}--\uFFFD]/gv) > lost * 8) return { text: utf8, encoding: 'utf-8' };
  return { text: iconv.decode(bytes, 'gb18030'), encoding: 'gb18030' };
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const marks: [Encoding, number[]][] = [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ];
  const found = marks.find(([, mark]) => startsWith(bytes, mark));
  if (!found) return null;
  const [encoding, mark] = found;
  return { text: iconv.decode(bytes.subarray(mark.length), encoding), encoding };
}

/**
 * Decodes a text file. Damaged characters stay in the text as U+FFFD.
 * Throws format/binary for what is no text, format/encoding for text in another encoding.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = byMark(bytes) ?? withoutMark(bytes);
  if (!decoded) throw new AppError('format/binary');
  // Old programs close a text with the control character 1A. A NUL never belongs to one.
  const text = decoded.text.endsWith(END_OF_FILE) ? decoded.text.slice(0, -1) : decoded.text;
  const controls = count(text, CONTROLS);
  if (controls > text.length / 500 || text.includes('\0')) throw new AppError('format/binary');
  if (count(text, LOST_PLACES) > text.length / 50) throw new AppError('format/encoding');
  return { text, encoding: decoded.encoding };
}

/** Notes for the lines that hold damaged characters, at most 50 of them. */
export function lostCharacters(lines: readonly string[]): SourceDocument['notes'] {
  const notes: SourceDocument['notes'] = [];
  for (const [index, text] of lines.entries()) {
    if (notes.length === 50) break;
    if (!text.includes(LOST)) continue;
    const line = index + 1;
    notes.push({ code: 'source/characters_lost', line, params: { line, count: count(text, LOST_PLACES) } });
  }
  return notes;
}
