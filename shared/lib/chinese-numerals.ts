/**
 * Numerals as Chinese papers print them: 一…九十九, digit strings such as 二〇二四, full-width digits.
 * Invariant: `canonical` maps one character to one character, so positions in its answer are positions in the text.
 */

const DIGITS = new Map<string, number>([
  ...['〇', '零', '○', 'Ｏ', 'O', '◯', '０'].map((sign) => [sign, 0] as const),
  ...Array.from('一二三四五六七八九').map((sign, index) => [sign, index + 1] as const),
  ['两', 2],
]);

/** Signs that papers use where a hyphen or a tilde is meant. */
const DASHES = /[‐‑‒–—―−－﹣~～〜∼]/gu;

/** Anything that `canonical` would change; most texts hold none of it. */
const UNUSUAL = /[~\u2010-\u2015\u2212\uFE63\uFF01-\uFF5E\u301C\u223C\u3000\u00A0\u2000-\u200B\u202F\uFEFF]/u;

/** Half-width letters, digits and brackets; every dash becomes `-`. One character stays one character. */
export function canonical(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(DASHES, '-')
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2000-\u200B\u202F\uFEFF]/gu, ' ');
}

/** Takes white space out, full-width space and zero-width marks included. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000\u200B-\u200D\uFEFF]+/gu, '');
}

/** 一 → 1, 十 → 10, 二十三 → 23, 7 → 7; null where the text is no whole number from 0 to 99. */
export function parseSmallNumber(text: string): number | null {
  const plain = canonical(text);
  if (/^\d{1,2}$/u.test(plain)) return Number(plain);
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(plain);
  if (tens) return (DIGITS.get(tens[1] ?? '一') ?? 0) * 10 + (tens[2] === undefined ? 0 : (DIGITS.get(tens[2]) ?? 0));
  return plain.length === 1 ? (DIGITS.get(plain) ?? null) : null;
}

/** 2024, ２０２４, 二〇二四, 二○○八 → `2024` …; null where a sign is no digit. Numerals such as 十 are none. */
export function parseDigits(text: string): string | null {
  let value = '';
  for (const sign of canonical(text)) {
    if (/\d/u.test(sign)) value += sign;
    else {
      const digit = DIGITS.get(sign);
      if (digit === undefined) return null;
      value += String(digit);
    }
  }
  return value;
}

/** 2024, ２０２４, 二〇二四, 二○○八 → the year; null where it is not one from 1949 to 2999. */
export function parseYear(text: string): number | null {
  const value = parseDigits(text) ?? '';
  const year = Number(value);
  return value.length === 4 && year >= 1949 && year <= 2999 ? year : null;
}
