/**
 * What each character is searched as: NFKC, lower case, traditional as simplified, look-alikes as one sign. The table
 * depends on nothing but the character, so that any part of a text is found by typing that part.
 */
import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

/** Signs that papers, fonts and PDF files use for one another (NFKC leaves them apart); the last one stands for all. */
const LOOK_ALIKES = [
  '‐‑‒–—―−－-',
  '•‧⋅∙·・·',
  '〜∼～~',
  '“”„‟〝〞〟″「」『』"',
  "‘’‚‛′`´'",
  '〔［【〖﹝[(',
  '〕］】〗﹞])',
  '○◯〇',
];

/** CJK radicals that PDF files carry in place of the characters (U+2E80–2EF3 have no NFKC form). */
const RADICALS =
  '⺁厂⺇几⺌小⺎兀⺏尣⺒巳⺓幺⺛旡⺝月⺟母⺠民⺫目⺬示⺯糸⺱网⺳网⺶羊⺷羊⺸羊⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衣⻃覀⻄西⻅见⻆角⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻑长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻯龙⻰龙⻳龟';

/** Left out of the folded text: white space, controls, marks without a shape of their own. */
const NOTHING = /[\s\p{Cc}\p{Cf}\p{DI}]/u;

/** Marks that NFKC may join with the character before them. */
const JOINING = /[\p{M}\u1160-\u11FF\uFF9E\uFF9F]/u;

/** Entries of the table that are no character. */
export const DROPPED = -1;
/** More than one character comes of it, or one outside the basic plane: ask `foldSegment`. */
export const SLOW = -2;
/** Belongs to the character before it. */
export const JOINS = -3;

const single = new Map<number, number>();
{
  const simplified = Array.from(SIMPLIFIED);
  Array.from(TRADITIONAL).forEach((from, index) => single.set(codeOf(from), codeOf(simplified[index] ?? from)));
  for (const group of LOOK_ALIKES) {
    const signs = Array.from(group);
    const last = codeOf(signs.at(-1) ?? '');
    for (const sign of signs.slice(0, -1)) single.set(codeOf(sign), last);
  }
  const radicals = Array.from(RADICALS);
  for (let at = 0; at < radicals.length; at += 2) {
    single.set(codeOf(radicals[at] ?? ''), codeOf(radicals[at + 1] ?? ''));
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0xfffd;
}

/** Folds one character together with the marks that follow it; may answer nothing. */
export function foldSegment(segment: string): string {
  let folded = '';
  for (const character of segment.toWellFormed().normalize('NFKC').toLowerCase()) {
    if (NOTHING.test(character)) continue;
    const code = codeOf(character);
    folded += String.fromCodePoint(single.get(code) ?? code);
  }
  return folded;
}

let basic: Int32Array | null = null;

/** For each UTF-16 unit of the basic plane: the unit it is searched as, or DROPPED, SLOW, JOINS. Built at first use. */
export function basicPlane(): Int32Array {
  if (basic) return basic;
  const table = new Int32Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) {
      table[code] = SLOW;
      continue;
    }
    const character = String.fromCharCode(code);
    if (JOINING.test(character) && !NOTHING.test(character)) {
      table[code] = JOINS;
      continue;
    }
    const folded = foldSegment(character);
    table[code] = folded.length === 0 ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : SLOW;
  }
  basic = table;
  return table;
}
