/**
 * Breaks text into lines by the rules of Chinese composition (GB/T 15834-2011, 5.1; practice of GB/T 9704 papers).
 * The lines joined give the text again: spaces hang at the end of their line and a forced break stays there as \n.
 * A rule gives way only where the column is too narrow to keep it.
 */

/** Marks that must not begin a line. */
export const NO_LINE_START: ReadonlySet<string> = new Set(
  '，。、；：？！）〕】》〉」』”’…·～〗］｝％‰℃°,.;:?!)]}%-–/ー々',
);
/** Marks that must not end a line. */
export const NO_LINE_END: ReadonlySet<string> = new Set('（〔【《〈「『“‘￥〖［｛([{¥$€£№/');
/** 破折号 and 省略号 take two places that stay together. */
const PAIRED = new Set('—…⋯');

/** Places where an overlong address may be divided: after one of these. */
const JOINTS = new Set('/-?&=_@');

const CONNECTED = String.raw`[A-Za-z0-9\u00C0-\u024F]+(?:[%‰℃°]?[.,:;/\\\-–~～&@_'’+*=×?#]{1,3}[A-Za-z0-9\u00C0-\u024F]+)*`;
/** What stays on one line: 文号, dates, numbers with their signs and units, Latin words. */
const UNBREAKABLE = new RegExp(
  [
    String.raw`\p{Script=Han}{0,4}[〔［\[]\d{4}[〕］\]]第?\d+号`,
    String.raw`\d{2,4}年\d{1,2}月(?:\d{1,2}[日号])?`,
    String.raw`\d{1,2}月\d{1,2}[日号]`,
    String.raw`[+\-±≈≤≥<>]?${CONNECTED}[%‰℃°]*[年月日时分秒号元]?`,
  ].join('|'),
  'gu',
);

/** Places where a line may end, worst to best. */
const FORBIDDEN = 0;
const INSIDE_WORD = 1;
const ALLOWED = 2;

/** Width of a character in em. */
export type Measure = (codePoint: number) => number;

/** Rounding errors of summed widths must not push the last character of a full line onto the next. */
const TOLERANCE = 1e-6;

/**
 * Lines of at most `width` em each. Linear in the text's length. A single character wider than the column still gets
 * a line of its own.
 */
export function breakLines(text: string, measure: Measure, width: number): string[] {
  const paragraphs = text.split('\n');
  const lines: string[] = [];
  paragraphs.forEach((paragraph, index) => {
    const broken = breakParagraph(paragraph, measure, width);
    if (index < paragraphs.length - 1) broken[broken.length - 1] += '\n';
    for (const line of broken) lines.push(line);
  });
  return lines;
}

/** Width in em of a line as it is set: hanging spaces and the forced break at its end do not count. */
export function lineWidth(line: string, measure: Measure): number {
  let width = 0;
  let solid = 0;
  for (const character of line) {
    if (character === '\n') break;
    width += measure(character.codePointAt(0) ?? 0);
    if (character !== ' ') solid = width;
  }
  return solid;
}

function breakParagraph(text: string, measure: Measure, width: number): string[] {
  if (lineWidth(text, measure) <= width + TOLERANCE) return [text];
  const { starts, ends } = clusters(text, measure);
  const levels = breakLevels(text, starts, ends, width);
  const lines: string[] = [];
  let first = 0;
  let allowed = 0;
  let insideWord = 0;
  for (let index = 0; index < starts.length; index++) {
    const level = levels[index];
    if (level === ALLOWED) allowed = index;
    else if (level === INSIDE_WORD) insideWord = index;
    if (text.charCodeAt(starts[index] ?? 0) === 0x20) continue;
    while (index > first && (ends[index] ?? 0) - (ends[first - 1] ?? 0) > width + TOLERANCE) {
      const next = allowed > first ? allowed : insideWord > first ? insideWord : index;
      lines.push(text.slice(starts[first], starts[next]));
      first = next;
    }
  }
  lines.push(text.slice(starts[first]));
  return lines;
}

/** Characters with their combining marks and selectors: where each begins, and the width up to its end. */
function clusters(text: string, measure: Measure): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let total = 0;
  let joined = false;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    total += measure(codePoint);
    if (starts.length > 0 && (joined || extendsCluster(codePoint))) ends[ends.length - 1] = total;
    else {
      starts.push(at);
      ends.push(total);
    }
    joined = codePoint === 0x200d;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return { starts, ends };
}

const MARK = /^\p{M}$/u;

function extendsCluster(codePoint: number): boolean {
  if (codePoint < 0x300 || (codePoint >= 0x3400 && codePoint < 0xa000)) return false;
  return codePoint === 0x200d || MARK.test(String.fromCodePoint(codePoint));
}

/** How good a break before each cluster would be. */
function breakLevels(text: string, starts: readonly number[], ends: readonly number[], width: number): Uint8Array {
  const levels = new Uint8Array(starts.length).fill(ALLOWED);
  const clusterAt = new Map(starts.map((start, index) => [start, index]));
  const longWords: { from: number; to: number }[] = [];
  for (const match of text.matchAll(UNBREAKABLE)) {
    const from = clusterAt.get(match.index) ?? 0;
    const to = clusterAt.get(match.index + match[0].length) ?? starts.length;
    levels.fill(INSIDE_WORD, from + 1, to);
    if ((ends[to - 1] ?? 0) - (ends[from - 1] ?? 0) > width) longWords.push({ from, to });
  }
  levels[0] = FORBIDDEN;
  for (let index = 1; index < starts.length; index++) {
    const before = text[(starts[index] ?? 0) - 1] ?? '';
    const after = text[starts[index] ?? 0] ?? '';
    const previous = text[starts[index - 1] ?? 0] ?? '';
    if (
      after === ' ' ||
      NO_LINE_START.has(after) ||
      NO_LINE_END.has(previous) ||
      (PAIRED.has(after) && after === before)
    ) {
      levels[index] = FORBIDDEN;
    }
  }
  // An address that no line holds begins where it stands and breaks at its joints.
  for (const { from, to } of longWords) {
    for (let index = from + 1; index < to; index++) {
      const joint =
        JOINTS.has(text[starts[index - 1] ?? 0] ?? '') && !NO_LINE_START.has(text[starts[index] ?? 0] ?? '');
      if (joint) levels[index] = ALLOWED;
    }
  }
  return levels;
}
