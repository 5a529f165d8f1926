/** Telephone numbers: their one form, what may be shown of them, and whether a text shows only a part. */

const MOBILE = /^1[3-9]\d{9}$/u;
/** Signs that stand between the figures of a number and say nothing. */
const BETWEEN = /[\s\-‐-―()]/gu;
const HIDDEN = /[*＊●•×✱]/u;

/** Figures of a printed number, in order, without the country's code. Empty where it has none. */
export function phoneDigits(text: string): string {
  const plain = text.normalize('NFKC');
  const digits = plain.replaceAll(/\D/gu, '');
  return /^\s*(?:\+|00)\s*86/u.test(plain) ? digits.replace(/^(?:00)?86/u, '') : digits;
}

/** A mobile number as its eleven figures; every other text in one width, as it was typed. */
export function normalPhone(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const digits = phoneDigits(plain);
  const signs = plain.replace(/^(?:\+|00)\s*86/u, '').replaceAll(BETWEEN, '');
  return MOBILE.test(digits) && signs === digits ? digits : plain;
}

/** Whether a text is a number of which only a part is shown, as papers and this program print it. */
export function isMaskedPhone(text: string): boolean {
  return HIDDEN.test(text);
}

/**
 * A number as it may be shown. A mobile number keeps its first three and last four figures (139****0001): that is how
 * people know one another's. Of everything else - land lines, several numbers, notes beside them - at most the last four
 * characters are shown and never more than half; signs between them stay, so that its shape can be told.
 */
export function maskPhone(text: string): string {
  const plain = normalPhone(text);
  if (MOBILE.test(plain)) return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
  const characters = Array.from(plain);
  const telling = characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
  let hide = telling - Math.min(4, Math.floor(telling / 2));
  return characters
    .map((character) => {
      if (/[\s\-‐-―()/*、,;+]/u.test(character)) return character;
      if (!/[\p{L}\p{N}]/u.test(character)) return '*';
      hide -= 1;
      return hide >= 0 ? '*' : character;
    })
    .join('');
}

/** The eleven figures of a mobile number; null where the text is none. */
export function mobileNumber(text: string): string | null {
  const plain = normalPhone(text);
  return MOBILE.test(plain) ? plain : null;
}

/** Mobile numbers, land lines and identity numbers as they stand in a line of a sheet. */
const NUMBERS = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d(?:[- ]?\d){8}|0\d{2,3}[- ]?\d{7,8})(?!\d)/gu;

/** A text with every number in it masked; of an identity number the last four figures stay. */
export function maskNumbersIn(text: string): string {
  return text.replaceAll(NUMBERS, maskPhone);
}
