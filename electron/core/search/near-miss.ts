/**
 * What was perhaps meant: the same sounds in other characters (版话 → 版画), and for three characters and more one wrong,
 * missing or superfluous character. Digits are never guessed: a wrong number is another record.
 *
 * The index proposes candidates, newest first; each is then compared itself, so that nothing is offered that does not
 * resemble the query.
 */
import { numbers, type ReadDb } from '../db/sql.ts';
import { fold } from './fold.ts';
import { partFinder, type Finder, type Range } from './highlight.ts';
import { bodyOf, entryAt, type Marker } from './hits.ts';
import { homophonesOf } from './homophones.ts';
import { findWay, pronounce, type Piece } from './pinyin.ts';
import { expressionOf, expressionOfAll, type Part } from './query.ts';
import { spokenIn, written } from './sources.ts';
import { phraseOf } from './tokens.ts';

/** So many near misses are offered. */
const MOST_OFFERED = 20;
const MOST_CANDIDATES = 100;
/** Homophones of this many characters at most are spelled out for the index. */
const MOST_SPELLINGS = 120;
const LONGEST = 20;
/** Longer texts are not compared by sound. */
const LONGEST_SPOKEN = 2000;

export interface NearMiss {
  id: number;
  markers: Marker[];
}

const HAN = /\p{Script=Han}/u;
const DIGIT = /[0-9〇零一二三四五六七八九十]/u;
/** Any one character but a digit. */
const OTHER = '[^0-9〇零一二三四五六七八九十]';

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

interface Guess {
  /** FTS5 expressions that propose candidates. */
  expressions: string[];
  /** What a candidate must hold, over folded text; null where only the sound can tell. */
  pattern: RegExp | null;
  /** The query as syllables; null where it has no sound of its own. */
  way: Piece[] | null;
}

/** The query with one character replaced by one that sounds alike. */
function respelled(characters: readonly string[]): string[] {
  const spellings: string[] = [];
  characters.forEach((character, at) => {
    if (!HAN.test(character) || DIGIT.test(character)) return;
    for (const other of homophonesOf(character)) {
      spellings.push([...characters.slice(0, at), fold(other), ...characters.slice(at + 1)].join(''));
    }
  });
  return spellings.slice(0, MOST_SPELLINGS);
}

/** One character wrong, missing or too many: what the index is asked, and the pattern of the same. */
function misspelled(characters: readonly string[]): { expressions: string[]; patterns: string[] } {
  const expressions = new Set<string>();
  const patterns = new Set<string>();
  const { length } = characters;
  const text = (from: number, to: number): string => characters.slice(from, to).join('');
  const apart = (left: string, right: string): void => {
    expressions.add(`NEAR(${phraseOf(left)} ${phraseOf(right)}, 1)`);
    patterns.add(`${escaped(left)}${OTHER}${escaped(right)}`);
  };
  for (let at = 0; at < length; at += 1) {
    if (at > 0) apart(text(0, at), text(at, length));
    if (DIGIT.test(characters[at] ?? '')) continue;
    if (at > 0 && at < length - 1) apart(text(0, at), text(at + 1, length));
    // Without one character of three, two would be left: too little to go by.
    if (length > 3) {
      const rest = text(0, at) + text(at + 1, length);
      expressions.add(phraseOf(rest));
      patterns.add(escaped(rest));
    }
  }
  return { expressions: [...expressions], patterns: [...patterns] };
}

function guessOf(part: Part): Guess | null {
  const text = part.readings[0] ?? '';
  const characters = [...text];
  if (characters.length < 2 || characters.length > LONGEST || !/\p{L}/u.test(text)) return null;
  const chinese = characters.filter((character) => HAN.test(character)).length;
  const sounds = chinese >= 2 ? pronounce(text).map(({ sound }) => sound) : [];
  const spellings = chinese >= 1 ? respelled(characters) : [];
  // Two or three letters make too many words.
  const edits = characters.length >= (chinese > 0 ? 3 : 4) ? misspelled(characters) : { expressions: [], patterns: [] };
  const patterns = [...spellings.map(escaped), ...edits.patterns];
  return {
    expressions: [...spellings.map(phraseOf), ...edits.expressions],
    pattern: patterns.length > 0 ? new RegExp(patterns.join('|'), 'gu') : null,
    way: sounds.length >= 2 && !sounds.includes('?') ? sounds.map((text) => ({ text, whole: true })) : null,
  };
}

function soundFinder(way: readonly Piece[]): Finder {
  return (folded) => {
    if (folded.length > LONGEST_SPOKEN) return [];
    const syllables = pronounce(folded);
    const first = findWay(
      way,
      syllables.map(({ sound }) => sound),
    );
    const start = syllables[first];
    const end = syllables[first + way.length - 1];
    return start && end ? [[start.start, end.end]] : [];
  };
}

function patternFinder(pattern: RegExp): Finder {
  return (folded) => [...folded.matchAll(pattern)].map((match): Range => [match.index, match.index + match[0].length]);
}

/** Rowids that the guess proposes and that hold the other parts, newest first. */
function candidates(db: ReadDb, expressions: readonly string[], others: readonly Part[]): number[] {
  if (expressions.length === 0) return [];
  const all = [`(${expressions.join(' OR ')})`, ...others.map(expressionOf)].join(' AND ');
  return numbers(
    db,
    'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?',
    all,
    MOST_CANDIDATES,
  );
}

/** Does a record hold what the pattern wants, in any of its fields? */
function holds(db: ReadDb, id: number, find: Finder): boolean {
  const entry = entryAt(db, id);
  if (!entry) return false;
  const lines = [entry.title, ...entry.numbers.split('\n'), ...entry.people.split('\n')];
  return (
    lines.some((line) => find(fold(line)).length > 0) || find(fold(bodyOf(db, entry.kind, entry.record))).length > 0
  );
}

/** Records that nearly hold the query, those that sound alike first, each kind newest first; none of `exact`. */
export function nearMisses(db: ReadDb, parts: readonly Part[], exact: ReadonlySet<number>): NearMiss[] {
  const offered = new Map<number, Marker[]>();
  parts.forEach((part, index) => {
    const guess = guessOf(part);
    if (!guess) return;
    const others = parts.filter((_, place) => place !== index);
    const findAlike: Finder = guess.way ? soundFinder(guess.way) : () => [];
    const findSpelled: Finder = guess.pattern ? patternFinder(guess.pattern) : () => [];
    const markers: Marker[] = parts.map((one, place) => ({
      typed: one.typed,
      find:
        place === index
          ? (folded) => {
              const alike = findAlike(folded);
              return alike.length > 0 ? alike : findSpelled(folded);
            }
          : partFinder(one),
    }));
    const offer = (id: number): void => {
      if (!exact.has(id) && !offered.has(id) && offered.size < MOST_OFFERED) offered.set(id, markers);
    };
    if (guess.way) {
      const rest = others.length === 0 ? null : new Set(written(db, expressionOfAll(others)));
      const alike = [...spokenIn(db, [guess.way])].filter((id) => rest === null || rest.has(id));
      for (const id of alike.sort((a, b) => b - a)) offer(id);
    }
    for (const id of candidates(db, guess.expressions, others)) {
      if (offered.size < MOST_OFFERED && !exact.has(id) && holds(db, id, findSpelled)) offer(id);
    }
  });
  return [...offered].map(([id, markers]) => ({ id, markers }));
}
