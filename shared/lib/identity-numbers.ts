/**
 * Citizen identity numbers (公民身份号码, GB 11643-1999): six figures of the place, eight of the birth date, three of the
 * order (the last of them odd for men), one check character (ISO 7064:1983, MOD 11-2). The check character finds every
 * wrong figure and every swap of two neighbours, so what passes here was copied rightly from the card.
 */
import type { Sex } from '../features/sex.ts';

export type IdentityRule = 'empty' | 'old_form' | 'length' | 'signs' | 'checksum' | 'birth' | 'future';

export type IdentityReading =
  | { ok: true; number: string; birthDate: string; sex: Sex }
  | { ok: false; rule: IdentityRule };

const LENGTH = 18;
/** Characters that stay readable at the end. */
const SHOWN = 2;
/** Nobody who takes part was born before. */
const EARLIEST_YEAR = 1900;

/** GB 11643-1999, appendix: the sum of all places, each times 2 to the power of the places behind it, is 1 modulo 11. */
function checkHolds(number: string): boolean {
  const sum = Array.from(number).reduce((total, sign) => (total * 2 + (sign === 'X' ? 10 : Number(sign))) % 11, 0);
  return sum === 1;
}

/** The day as ISO text; null where the calendar has no such day. */
function dayOf(eight: string): string | null {
  const text = `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return null;
  return Number(eight.slice(0, 4)) < EARLIEST_YEAR ? null : text;
}

/** Reads a number as typed; full width figures, a small x and blanks are no fault. `today`: ISO day of the entry. */
export function readIdentityNumber(text: string, today: string): IdentityReading {
  const number = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
  const refused = (rule: IdentityRule): IdentityReading => ({ ok: false, rule });
  if (number === '') return refused('empty');
  if (/^\d{15}$/u.test(number)) return refused('old_form');
  if (Array.from(number).length !== LENGTH) return refused('length');
  if (!/^[1-9]\d{16}[\dX]$/u.test(number)) return refused('signs');
  if (!checkHolds(number)) return refused('checksum');
  const birthDate = dayOf(number.slice(6, 14));
  if (birthDate === null) return refused('birth');
  if (birthDate > today) return refused('future');
  return { ok: true, number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** The part of a number that may be kept in the open. */
export function identityEnd(number: string): string {
  return number.slice(-SHOWN);
}

/** A number, or its end alone, as it may be shown: sixteen stars and the last two characters. */
export function maskIdentityNumber(number: string): string {
  return `${'*'.repeat(LENGTH - SHOWN)}${identityEnd(number)}`;
}
