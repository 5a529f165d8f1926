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

/** Calls `emit` for each part of the original that leaves something in the folded text. */
function walk(text: string, emit: (folded: string, start: number, end: number) => void): void {
  const table = basicPlane();
  let at = 0;
  while (at < text.length) {
    const unit = table[text.charCodeAt(at)] ?? SLOW;
    if (unit === DROPPED) {
      at += 1;
    } else if (unit >= 0 && table[text.charCodeAt(at + 1)] !== JOINS) {
      emit(String.fromCharCode(unit), at, at + 1);
      at += 1;
    } else {
      const end = segmentEnd(text, at, table);
      emit(foldSegment(text.slice(at, end)), at, end);
      at = end;
    }
  }
}

/** The folded text alone. */
export function fold(text: string): string {
  let folded = '';
  walk(text, (part) => {
    folded += part;
  });
  return folded;
}

/** The folded text with the way back into the original. */
export function foldWithPositions(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  walk(text, (part, start, end) => {
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { text: folded, starts, ends };
}
