/**
 * Original text → folded text, the form in which everything is compared: one width, one case, simplified characters,
 * look-alike signs as one, white space and invisible marks left out (files break lines in the middle of words).
 *
 * Invariant: the fold of a part is a part of the fold, where the cut does not separate a mark from its character. What
 * one can mean in two ways (2021 and 二〇二一, 干 and 乾) is therefore not folded but searched both ways: readings.ts.
 */
import { basicPlane, DROPPED, foldSegment, JOINS, SLOW } from './character-table.ts';

/** A folded text with the way back: unit `i` of it came of `[starts[i], ends[i])` of the original, in UTF-16 units. */
export interface FoldedText {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** End of the character at `at` with the marks that may join it. */
function segmentEnd(text: string, at: number, table: Int32Array): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && table[text.charCodeAt(end)] === JOINS) end += 1;
  return end;
}

/** What stands at `at`: the folded part, and the end of the original part that it came of. */
function partAt(text: string, at: number, table: Int32Array): { folded: string; end: number } {
  const unit = table[text.charCodeAt(at)] ?? SLOW;
  if (unit === DROPPED) return { folded: '', end: at + 1 };
  if (unit >= 0 && table[text.charCodeAt(at + 1)] !== JOINS) return { folded: String.fromCharCode(unit), end: at + 1 };
  const end = segmentEnd(text, at, table);
  return { folded: foldSegment(text.slice(at, end)), end };
}

/** The folded text alone. */
export function fold(text: string): string {
  const table = basicPlane();
  const { length } = text;
  let folded = '';
  // Runs that stay as they are - most of a text - are copied as a whole.
  let from = 0;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const unit = table[code] ?? SLOW;
    if (unit >= 0 && (at + 1 === length || table[text.charCodeAt(at + 1)] !== JOINS)) {
      if (unit !== code) {
        folded += text.slice(from, at) + String.fromCharCode(unit);
        from = at + 1;
      }
      at += 1;
    } else {
      const part = partAt(text, at, table);
      folded += text.slice(from, at) + part.folded;
      at = part.end;
      from = at;
    }
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** The folded text with the way back into the original. */
export function foldWithPositions(text: string): FoldedText {
  const table = basicPlane();
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const part = partAt(text, at, table);
    folded += part.folded;
    for (let unit = 0; unit < part.folded.length; unit += 1) {
      starts.push(at);
      ends.push(part.end);
    }
    at = part.end;
  }
  return { text: folded, starts, ends };
}
