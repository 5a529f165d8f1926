/**
 * What a query may be written as in the records: numbers in both scripts (2021, 二〇二一, 二零二一; 第12期, 第十二期), and
 * the few characters that simplified and traditional papers print with different meanings (干净, 乾淨). The first reading is
 * the query itself.
 */

/** More readings than this are not searched; a date in three parts has sixteen. */
const MOST = 16;

const DIGITS = Array.from('〇一二三四五六七八九');
/** 零 and the letter O are printed for 〇 in years. */
const ZEROS = ['〇', '零', 'o'];

/** Words that make a neighbouring numeral a number: 12月, 第十二期. */
const COUNTERS = '年月日号期届次季级条项章节页周件份册卷楼层组班批区';

const VARIANTS: ReadonlyMap<string, string> = new Map(
  Array.from('干着了借什咤').flatMap((simplified, index) => {
    const traditional = Array.from('乾著瞭藉甚吒')[index] ?? simplified;
    return [
      [simplified, traditional],
      [traditional, simplified],
    ];
  }),
);

const PARTS = new RegExp(
  `[0-9]+|[〇零一二三四五六七八九十][〇零o一二三四五六七八九十]*|[${[...VARIANTS.keys()].join('')}]`,
  'gu',
);

/** 7 → 七, 12 → 十二, 30 → 三十; for 1 to 99. */
function withTens(number: number): string {
  const tens = Math.floor(number / 10);
  const units = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${units > 0 ? DIGITS[units] : ''}`;
}

/** 十二 → 12; null where the numeral is not written with 十, or not rightly. */
function fromTens(text: string): number | null {
  const match =
    /^([二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text) ?? /^()([一二三四五六七八九])$/u.exec(text);
  if (!match) return null;
  const [, tens, units] = match;
  const ten = text.includes('十') ? 10 * (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten + (units ? DIGITS.indexOf(units) : 0);
}

/** Other ways to write a numeral. `counted`: it stands before a counter or behind 第. */
function numerals(text: string, counted: boolean): string[] {
  if (/^[12][0-9]{3}$/u.test(text)) {
    const zeros = text.includes('0') ? ZEROS : ['〇'];
    return zeros.map((zero) =>
      Array.from(text)
        .map((digit) => (digit === '0' ? zero : DIGITS[Number(digit)]))
        .join(''),
    );
  }
  const written = text.replaceAll(/[零o]/gu, '〇');
  if (/^[一二][〇一二三四五六七八九]{3}$/u.test(written)) {
    const arabic = Array.from(written)
      .map((sign) => DIGITS.indexOf(sign))
      .join('');
    return [arabic, ...numerals(arabic, false)].filter((other) => other !== text);
  }
  if (!counted) return [];
  if (/^[1-9][0-9]?$/u.test(text)) return [withTens(Number(text))];
  const number = fromTens(text);
  return number === null ? [] : [String(number)];
}

/** Every reading of a folded query, itself first. */
export function readingsOf(folded: string): string[] {
  const long = Array.from(folded).length > 1;
  let readings = [''];
  let from = 0;
  const append = (alternatives: readonly string[]): void => {
    const [first = ''] = alternatives;
    // Rather than a part of the combinations: beyond the limit, only what was typed.
    const kept = readings.length * alternatives.length > MOST ? [first] : alternatives;
    readings = kept.flatMap((part) => readings.map((reading) => reading + part));
  };
  for (const match of folded.matchAll(PARTS)) {
    const [part] = match;
    const end = match.index + part.length;
    append([folded.slice(from, match.index)]);
    from = end;
    const variant = long ? VARIANTS.get(part) : undefined;
    const counted = folded[match.index - 1] === '第' || COUNTERS.includes(folded[end] ?? ' ');
    append([part, ...(variant === undefined ? numerals(part, counted) : [variant])]);
  }
  append([folded.slice(from)]);
  return [...new Set(readings)];
}
