/**
 * Chinese as it sounds: the syllables of a text (polyphones by context, without tones), and the ways in which typed
 * letters may stand for syllables - whole (shequjiaoyu), by initials (sqjy), mixed (shequjy), unfinished (shequjiaoy).
 *
 * The dictionary is loaded at first use: programs that neither write nor search never pay for it.
 */
import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';
import { SYLLABLES } from './syllables.ts';

const HAN = /^\p{Script=Han}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;
/** Stands for a character whose sound the dictionary does not know. */
const UNKNOWN = '?';

let loaded: typeof PinyinPro | null = null;

function dictionary(): typeof PinyinPro {
  // A static import would cost every start 80 ms; commands are synchronous, so it cannot be `import()`.
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro;
  return loaded;
}

/** Syllables of a run of Chinese characters, one each. */
function soundsOf(run: string): string[] {
  const sounds = dictionary().pinyin(run, { toneType: 'none', type: 'array', v: true });
  return sounds.map((sound) => (/^[a-z]+$/u.test(sound) ? sound : UNKNOWN));
}

/** Every sound of one character. */
export function soundsOfCharacter(character: string): string[] {
  const sounds = dictionary().pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
  return [...new Set(sounds.filter((sound) => /^[a-z]+$/u.test(sound)))];
}

/** A syllable with its place in the folded text, in UTF-16 units. Letters and digits sound as themselves; signs do not. */
export interface Sound {
  sound: string;
  start: number;
  end: number;
}

/** How a folded text sounds. */
export function pronounce(folded: string): Sound[] {
  const sounds: Sound[] = [];
  let run = '';
  let at = 0;
  const flush = (end: number): void => {
    if (run === '') return;
    const start = end - run.length;
    soundsOf(run).forEach((sound, index) => sounds.push({ sound, start: start + index, end: start + index + 1 }));
    run = '';
  };
  for (const character of folded) {
    if (character.length === 1 && HAN.test(character)) {
      run += character;
    } else {
      flush(at);
      const sound = HAN.test(character) ? UNKNOWN : LETTER_OR_DIGIT.test(character) ? character : null;
      if (sound !== null) sounds.push({ sound, start: at, end: at + character.length });
    }
    at += character.length;
  }
  flush(at);
  return sounds;
}

/** The two texts in which sounds are looked up: `sqjy` and `|she|qu|jiao|yu|`. */
export interface SpokenText {
  initials: string;
  syllables: string;
}

/** Lines (folded) as they sound; nothing reaches from one line into the next. */
export function spoken(lines: readonly string[]): SpokenText {
  const parts = lines.map(pronounce).filter((sounds) => sounds.length > 0);
  return {
    initials: parts.map((sounds) => sounds.map(({ sound }) => initialOf(sound)).join('')).join(' '),
    syllables: parts.map((sounds) => `|${sounds.map(({ sound }) => sound).join('|')}|`).join(' '),
  };
}

/**
 * The name of a person as it may sound, one line each: family names have readings of their own (单 shàn, 仇 qiú), but a
 * name is also typed as its characters are read elsewhere. The reading as a name comes first.
 */
export function spokenName(folded: string): SpokenText {
  const usual = spoken([folded]);
  // Rare characters would be read as two units each; they have no sound here anyway.
  if (!/^\p{Script=Han}{2,}$/u.test(folded) || folded.length !== Array.from(folded).length) return usual;
  const named = dictionary()
    .pinyin(folded, { toneType: 'none', type: 'array', v: true, surname: 'head' })
    .map((sound) => (/^[a-z]+$/u.test(sound) ? sound : UNKNOWN));
  const syllables = `|${named.join('|')}|`;
  if (syllables === usual.syllables || named.length !== folded.length) return usual;
  return {
    initials: `${named.map(initialOf).join('')} ${usual.initials}`,
    syllables: `${syllables} ${usual.syllables}`,
  };
}

function initialOf(sound: string): string {
  return String.fromCodePoint(sound.codePointAt(0) ?? 0x3f);
}

/** One typed piece: a whole syllable, or the beginning of one. */
export interface Piece {
  text: string;
  whole: boolean;
}

/** Letters that can begin a syllable, as they are typed for initials. */
const INITIALS = new Set([...Array.from('bpmfdtnlgkhjqxrzcsywaeo'), 'zh', 'ch', 'sh']);
const LONGEST = 6;
/** Typed letters are read in at most so many ways. */
const MOST_WAYS = 8;
const MOST_LETTERS = 40;

const whole = new Set(SYLLABLES.split(' '));
const beginnings = new Set([...whole].flatMap((sound) => Array.from(sound, (_, at) => sound.slice(0, at + 1))));

/** Pieces that can stand at `at` of the typed letters, longest first. */
function piecesAt(letters: string, at: number): Piece[] {
  if (/[0-9]/u.test(letters[at] ?? '')) return [{ text: letters[at] ?? '', whole: true }];
  const pieces: Piece[] = [];
  for (let length = Math.min(LONGEST, letters.length - at); length > 0; length -= 1) {
    const text = letters.slice(at, at + length);
    if (length > 1 && whole.has(text)) pieces.push({ text, whole: true });
    else if (INITIALS.has(text) || (at + length === letters.length && beginnings.has(text))) {
      pieces.push({ text, whole: false });
    }
  }
  return pieces;
}

/** Paths through the pieces that `follow` allows, at most MOST_WAYS. */
function paths(letters: string, follow: (piece: Piece, at: number) => boolean): Piece[][] {
  const found: Piece[][] = [];
  const visit = (at: number, path: readonly Piece[]): void => {
    if (at === letters.length) {
      found.push([...path]);
      return;
    }
    for (const piece of piecesAt(letters, at)) {
      if (found.length >= MOST_WAYS) return;
      if (follow(piece, at)) visit(at + piece.text.length, [...path, piece]);
    }
  };
  visit(0, []);
  return found;
}

/** Fewest pieces from each place to the end; infinite where none leads there. */
function fewestFrom(letters: string, use: (piece: Piece) => boolean): number[] {
  const fewest = Array.from<number>({ length: letters.length + 1 }).fill(Number.POSITIVE_INFINITY);
  fewest[letters.length] = 0;
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (const piece of piecesAt(letters, at).filter(use)) {
      fewest[at] = Math.min(fewest[at] ?? 0, 1 + (fewest[at + piece.text.length] ?? Number.POSITIVE_INFINITY));
    }
  }
  return fewest;
}

/**
 * The ways to read typed letters (folded, at least two) as syllables: those with the fewest pieces, those of whole
 * syllables only, and the one in which each letter is an initial. `jiaoyu` is jiao yu and also ji ao yu; `shjy` is sh j y
 * and also s h j y. Empty where no way leads to the end.
 */
export function waysToRead(typed: string): Piece[][] {
  if (!/^[a-z0-9]{2,}$/u.test(typed) || typed.length > MOST_LETTERS || /^[0-9]+$/u.test(typed)) return [];
  // lüe and nüe are often typed lue and nue; no other syllable begins or ends so.
  const letters = typed.replaceAll(/([ln])ue/gu, '$1ve');
  const fewest = fewestFrom(letters, () => true);
  const shortest = paths(
    letters,
    (piece, at) => 1 + (fewest[at + piece.text.length] ?? Number.POSITIVE_INFINITY) === fewest[at],
  );
  const open = fewestFrom(letters, (piece) => piece.whole);
  const complete = paths(letters, (piece, at) => piece.whole && Number.isFinite(open[at + piece.text.length]));
  const initials = Array.from(letters).map((text) => ({ text, whole: /[0-9]/u.test(text) }));
  const spelled = initials.every((piece) => piece.whole || INITIALS.has(piece.text)) ? [initials] : [];
  const ways = new Map(
    [...shortest, ...complete, ...spelled].map((way) => [way.map(({ text }) => text).join(' '), way]),
  );
  // One piece would be one syllable or one beginning: as good as any text. Two letters make two initials at least.
  return [...ways.values()].filter((way) => way.length > 1 || way.every((piece) => piece.whole));
}

/** Is the typed text one whole syllable? */
export function isSyllable(letters: string): boolean {
  return letters.length > 1 && whole.has(letters);
}

/** Does a typed piece stand for this syllable? */
export function sounds(piece: Piece, syllable: string): boolean {
  return piece.whole ? syllable === piece.text : syllable.startsWith(piece.text);
}

/** Where a way of reading stands in a sequence of syllables: the index of its first one, from `from` on; -1 = nowhere. */
export function findWay(way: readonly Piece[], syllables: readonly string[], from = 0): number {
  for (let start = from; start + way.length <= syllables.length; start += 1) {
    if (way.every((piece, index) => sounds(piece, syllables[start + index] ?? ''))) return start;
  }
  return -1;
}
