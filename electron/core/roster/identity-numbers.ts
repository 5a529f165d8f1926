/**
 * Identity numbers of foreign sheets. They are never taken in from there, even where the archive keeps numbers (those are
 * entered one by one, from the card): they are dropped where they stand and never come out of the reader, neither in a record nor in a warning nor in the line that is shown beside it.
 */
import { canonical } from '#shared/lib/chinese-numerals.ts';

/** Fifteen figures and more, or eighteen with X at the end, also with spaces or dashes between. */
const NUMBER = /(?<![\d.])[1-9]\d{5}[\s-]?(?:\d[\s-]?){8,12}[\dXx*]?(?![\d.])/gu;
const LONG = /\d{15,}[Xx]?/gu;

/** Whether a text holds what may be an identity number. */
export function holdsIdentity(text: string): boolean {
  const plain = canonical(text);
  if (!/\d{6}/u.test(plain)) return false;
  return plain.replace(LONG, '').length < plain.length || identityIn(plain);
}

function identityIn(plain: string): boolean {
  return [...plain.matchAll(NUMBER)].some(([whole]) => whole.replace(/[\s-]/gu, '').length >= 15);
}

/** What a whole number of eighteen says of its holder: birth date (ISO) and sex; null where the text is no such number. */
export function saysOfIdentity(text: string): { birth: string; sex: 'female' | 'male' } | null {
  const plain = canonical(text).replace(/[\s-]/gu, '');
  const found = /^[1-9]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/u.exec(plain);
  if (!found) return null;
  const [, year = '', month = '', day = '', order = ''] = found;
  return { birth: `${year}-${month}-${day}`, sex: Number(order) % 2 === 0 ? 'female' : 'male' };
}

/** The text with every figure of such a number replaced by a star. */
export function withoutIdentity(text: string): string {
  if (!holdsIdentity(text)) return text;
  const hide = (whole: string): string =>
    whole.replace(/[\s-]/gu, '').length >= 15 ? whole.replace(/[\dXx]/gu, '*') : whole;
  return canonical(text).replace(LONG, hide).replace(NUMBER, hide);
}
