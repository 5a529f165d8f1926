/**
 * How many lines a text takes in an Excel cell. Excel, WPS and LibreOffice measure by the fonts of their machine,
 * which the writer cannot know, so this errs towards one line too many.
 */

/** Closing marks that Chinese composition keeps off the start of a line; the character before them comes along. */
const NO_START = /^[，。、；：？！）〕】》」』”’…%％,.;:?!)\]]$/u;
const TOKEN = /[\u0021-\u007e]+|./gsu;

/** Letters that take more than half of a Chinese character in proportional fonts. */
const WIDE_LETTERS = new Map([
  ...Array.from('ABCDEFGHKLNOPQRSTUVXYZm&', (letter) => [letter, 0.75] as const),
  ...Array.from('MW@%', (letter) => [letter, 1] as const),
]);

/** Width in em: Latin letters and digits take half of a Chinese character, a little more in proportional fonts. */
export function textWidthEm(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += code < 0x0250 ? (WIDE_LETTERS.get(character) ?? 0.55) : 1;
  }
  return width;
}

/** Lines that `text` needs in a cell that is `capacity` em wide; an empty text takes one line. */
export function countLines(text: string, capacity: number): number {
  const room = Math.max(capacity, 1);
  return text.split('\n').reduce((lines, paragraph) => lines + countParagraphLines(paragraph, room), 0);
}

function countParagraphLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  let previous = 0;
  for (const [token] of paragraph.matchAll(TOKEN)) {
    const width = textWidthEm(token);
    if (used + width <= room + 1e-6) {
      used += width;
    } else if (width > room) {
      // A word longer than the line is broken anywhere.
      const overflow = used + width - room;
      const more = Math.ceil(overflow / room - 1e-6);
      lines += more;
      used = overflow - (more - 1) * room;
    } else {
      lines += 1;
      used = NO_START.test(token) ? previous + width : width;
    }
    previous = width;
  }
  return lines;
}

/** Where a text is best divided: after a line, a sentence, a part of one; never within a word or before a closing mark. */
const DIVISIONS = [
  /\n/gu,
  /[。；！？](?![”’）〕】》」』])/gu,
  /[，、：,;](?!\d)/gu,
  /[^\w.%-](?![\p{M}\u200d，。、；：？！）〕】》」』”’…%％,.;:?!)\]])/gu,
];
/** A better place is looked for in the last part of the piece, of this share. */
const LOOKED_AT = 0.4;

/**
 * A beginning of `text` that takes at most so many lines and ends in a good place; at least one character. Pieces of a
 * text divided so are the text again when joined.
 */
export function fittingText(text: string, capacity: number, lines: number): string {
  const characters = Array.from(text.slice(0, Math.ceil(capacity * lines * 4) + 2));
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countLines(characters.slice(0, middle).join(''), capacity) <= lines) low = middle;
    else high = middle - 1;
  }
  const most = characters.slice(0, low).join('');
  if (most.length === text.length) return most;
  const least = most.length * (1 - LOOKED_AT);
  for (const division of DIVISIONS) {
    const ends = [...text.slice(0, most.length + 1).matchAll(division)].map(
      ({ 0: mark, index }) => index + mark.length,
    );
    const end = ends.findLast((at) => at <= most.length && at >= least);
    if (end !== undefined) return text.slice(0, end);
  }
  return most;
}
