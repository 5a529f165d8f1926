/**
 * What a person typed → what is asked of the index: parts that must all be found, each with its readings and the ways in
 * which its letters sound. There is no query language: every sign is searched as it stands.
 */
import { fold } from './fold.ts';
import { isSyllable, waysToRead, type Piece } from './pinyin.ts';
import { readingsOf } from './readings.ts';
import { phraseOf } from './tokens.ts';

/** More parts than this are too many for a search; the rest is searched as one with the last. */
const MOST_PARTS = 8;

export interface Part {
  /** As typed, without white space. */
  typed: string;
  /** Spellings searched for, folded; the first one is the typed text's own. */
  readings: readonly string[];
  /** Ways to read it as pinyin; empty where it is none. */
  ways: readonly Piece[][];
}

/** Typed texts that are one syllable each belong together: `she qu jiao yu`, `xi'an`. */
function joinSyllables(words: readonly string[]): { typed: string; boundaries: string[] | null }[] {
  const parts: { typed: string; boundaries: string[] | null }[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const folded = fold(word);
    if (isSyllable(folded)) {
      if (last?.boundaries) {
        last.typed += word;
        last.boundaries.push(folded);
      } else parts.push({ typed: word, boundaries: [folded] });
    } else parts.push({ typed: word, boundaries: null });
  }
  return parts;
}

/** Parts of a typed text; empty where nothing of it can be searched. */
export function partsOf(text: string): Part[] {
  const words = text.split(/\s+/u).filter((word) => fold(word) !== '');
  const limited =
    words.length > MOST_PARTS ? [...words.slice(0, MOST_PARTS - 1), words.slice(MOST_PARTS - 1).join('')] : words;
  const parts = joinSyllables(limited).map(({ typed, boundaries }): Part => {
    const folded = fold(typed);
    const spelled =
      boundaries && boundaries.length > 1 ? [boundaries.map((syllable) => ({ text: syllable, whole: true }))] : null;
    return { typed, readings: readingsOf(folded), ways: spelled ?? waysToRead(folded.replaceAll("'", '')) };
  });
  return [...new Map(parts.map((part) => [part.readings[0], part])).values()];
}

/** FTS5 expression of one part: any of its readings. */
export function expressionOf(part: Part): string {
  return `(${part.readings.map(phraseOf).join(' OR ')})`;
}

/** FTS5 expression of all parts; empty for none. */
export function expressionOfAll(parts: readonly Part[]): string {
  return parts.map(expressionOf).join(' AND ');
}

/** The same in the title alone. */
export function titleExpression(parts: readonly Part[]): string {
  return `{title} : (${expressionOfAll(parts)})`;
}
