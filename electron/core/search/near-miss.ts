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
import { bodyOf, entriesAt, type Entry, type Marker } from './hits.ts';
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

/** The query with one character replaced by one that sounds alike, at the given places. */
function respelled(characters: readonly string[], places: readonly number[]): string[] {
  const spellings = places.flatMap((at) => {
    const character = characters[at] ?? '';
    if (!HAN.test(character) || DIGIT.test(character)) return [];
    return homophonesOf(character).map((other) =>
      [...characters.slice(0, at), fold(other), ...characters.slice(at + 1)].join(''),
    );
  });
  return spellings.slice(0, MOST_SPELLINGS);
}

/** Both phrases with at most `between` characters between them. */
function together(left: string, right: string, between: number): string {
  return `NEAR(${phraseOf(left)} ${phraseOf(right)}, ${between})`;
}

/**
 * What the index is asked for texts with one wrong, missing or superfluous character. Of four quarters of the query, an
 * error leaves a half and one more quarter as they are; so four questions cover every place. Three characters keep their
 * first and last.
 */
function proposals(characters: readonly string[]): string[] {
  const { length } = characters;
  const text = (from: number, to: number): string => characters.slice(from, to).join('');
  if (length === 3) {
    return [
      together(text(0, 1), text(2, 3), 1),
      together(text(0, 1), text(1, 3), 1),
      together(text(0, 2), text(2, 3), 1),
    ];
  }
  const half = Math.floor(length / 2);
  const first = Math.floor(half / 2);
  const third = half + Math.floor((length - half) / 2);
  return [
    together(text(0, half), text(half, third), 1),
    together(text(0, half), text(third, length), third - half + 1),
    together(text(0, first), text(half, length), half - first + 1),
    together(text(first, half), text(half, length), 1),
  ];
}

/** One character wrong, missing or too many, as patterns over folded text. */
function misspelled(characters: readonly string[]): string[] {
  const patterns: string[] = [];
  const { length } = characters;
  const text = (from: number, to: number): string => escaped(characters.slice(from, to).join(''));
  for (let at = 0; at < length; at += 1) {
    if (at > 0) patterns.push(text(0, at) + OTHER + text(at, length));
    if (DIGIT.test(characters[at] ?? '')) continue;
    if (at > 0 && at < length - 1) patterns.push(text(0, at) + OTHER + text(at + 1, length));
    // Without one character of three, two would be left: too little to go by.
    if (length > 3) patterns.push(text(0, at) + text(at + 1, length));
  }
  return patterns;
}

function guessOf(part: Part): Guess | null {
  const text = part.readings[0] ?? '';
  const characters = Array.from(text);
  if (characters.length < 2 || characters.length > LONGEST || !/\p{L}/u.test(text)) return null;
  const { length } = characters;
  const chinese = characters.filter((character) => HAN.test(character)).length;
  const sounds = chinese >= 2 ? pronounce(text).map(({ sound }) => sound) : [];
  // From four characters on, any wrong one is found, whatever it sounds like.
  const spellings = length > 3 ? [] : respelled(characters, length === 2 ? [0, 1] : [0, 2]);
  // Two or three letters make too many words.
  const compares = length >= (chinese > 0 ? 3 : 4);
  const patterns = [...spellings.map(escaped), ...(compares ? misspelled(characters) : [])];
  return {
    expressions: [...spellings.map(phraseOf), ...(compares ? proposals(characters) : [])],
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
    'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?',
    all,
    MOST_CANDIDATES,
  );
}

/** Does a record hold what the pattern wants, in any of its fields? */
function holds(db: ReadDb, entry: Entry, find: Finder): boolean {
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
      for (const id of alike.sort((a, b) => a - b)) offer(id);
    }
    const proposed = candidates(db, guess.expressions, others);
    const entries = entriesAt(db, proposed);
    for (const id of proposed) {
      const entry = offered.size < MOST_OFFERED && !exact.has(id) ? entries.get(id) : undefined;
      if (entry && holds(db, entry, findSpelled)) offer(id);
    }
  });
  return [...offered].map(([id, markers]) => ({ id, markers }));
}
