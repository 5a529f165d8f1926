/**
 * What needs a look in a person's data. Every finding names its field and what to do; nothing is mended by itself. The
 * values of phones stand in no finding.
 */
import type { PersonFinding } from '#shared/features/participants.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { CONSENT_AGE, isYounger, mayBeYounger } from '#shared/lib/ages.ts';
import { nameKey } from '#shared/lib/names.ts';
import { isMaskedPhone, phoneDigits } from '#shared/lib/phones.ts';
import type { PersonImage } from '../entities/person.ts';

type Note = Omit<PersonFinding, 'message'>;

/** Nobody in the register is older. */
const OLDEST = 120;

function note(field: string, rule: string, params: Note['params'] = {}): Note {
  return { field, rule, params };
}

/** Signs of a name that no name has: figures, punctuation, characters of one's own making, lost ones. */
function nameNotes(name: string): Note[] {
  const key = nameKey(name);
  const signs = [...new Set(Array.from(key).filter((sign) => !/[\p{L}\p{M}·'.\-〇]/u.test(sign)))];
  // A private character shows another sign, or none, on every other machine; it cannot be told by printing it.
  const own = signs.filter((sign) => /\p{Co}/u.test(sign));
  const strange = signs.filter((sign) => !/\p{Co}/u.test(sign));
  const notes: Note[] = [];
  if (own.length > 0) notes.push(note('name', 'name_private'));
  if (strange.length > 0) notes.push(note('name', 'name_signs', { signs: strange.join(' ') }));
  if (signs.length === 0 && /\p{Script=Han}/u.test(key) && /\p{Script=Latin}/u.test(key)) {
    notes.push(note('name', 'name_mixed'));
  }
  if (Array.from(key).length === 1) notes.push(note('name', 'name_short'));
  return notes;
}

function birthNotes(birth: string | null, day: string): Note[] {
  if (birth === null) return [];
  if (birth > day.slice(0, birth.length)) return [note('birthDate', 'birth_future', { date: birth })];
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return years > OLDEST ? [note('birthDate', 'birth_impossible', { date: birth, limit: OLDEST })] : [];
}

/** How many figures a number of that beginning has: mobile 11, with area code 10–12, service 10, local 7 or 8. */
function rightLength(digits: string): boolean {
  if (/^1[3-9]/u.test(digits)) return digits.length === 11;
  if (digits.startsWith('0')) return digits.length >= 10 && digits.length <= 12;
  if (/^[48]00/u.test(digits)) return digits.length === 10;
  return digits.length === 7 || digits.length === 8;
}

function phoneNotes(field: 'phone' | 'guardianPhone', text: string | null): Note[] {
  if (text === null) return [];
  if (isMaskedPhone(text)) return [note(field, 'phone_masked')];
  const numbers = text
    .split(/[/、,，;；\n]/u)
    .map((number) => phoneDigits(number.replace(/(?:转|ext\.?|#)\s*\d+\s*$/iu, '')));
  const odd = numbers.find((digits) => !rightLength(digits));
  return odd === undefined ? [] : [note(field, 'phone_digits', { count: odd.length })];
}

/**
 * Under 14 a guardian has to agree (PIPL, art. 31): counted for today and for each day on which the person took part, as
 * old as the person was on that day.
 */
function consentNotes(image: PersonImage, day: string, days: readonly string[]): Note[] {
  const { birth_date: birth, consent_on: consent } = image;
  const asked = [...days, day].filter((one) => mayBeYounger(birth, one, CONSENT_AGE));
  const [first] = asked;
  if (birth === null || first === undefined || birth > day.slice(0, birth.length)) return [];
  const notes: Note[] = [];
  if (image.guardian_name === null) notes.push(note('guardianName', 'guardian_missing', { age: CONSENT_AGE }));
  if (consent === null) {
    const sure = asked.some((one) => isYounger(birth, one, CONSENT_AGE));
    notes.push(note('consentOn', sure ? 'consent_missing' : 'consent_maybe', { age: CONSENT_AGE }));
    return notes;
  }
  if (consent > day) notes.push(note('consentOn', 'consent_future', { date: consent }));
  const before = days.filter((one) => one < consent && mayBeYounger(birth, one, CONSENT_AGE));
  const [early] = before;
  if (early !== undefined) {
    notes.push(note('consentOn', 'consent_late', { date: consent, first: early, count: before.length }));
  }
  return notes;
}

/**
 * Findings of a person as stored.
 * @param day today
 * @param days days on which the person took part, first to last
 */
export function personFindings(
  image: PersonImage,
  day: string,
  days: readonly string[],
  translate: Translate,
): PersonFinding[] {
  const notes = [
    ...nameNotes(image.name),
    ...birthNotes(image.birth_date, day),
    ...phoneNotes('phone', image.phone),
    ...phoneNotes('guardianPhone', image.guardian_phone),
    ...consentNotes(image, day, days),
  ];
  return notes.map((one) => ({
    ...one,
    message: translate(`personFindings.rule.${one.rule}` as 'personFindings.rule.name_short', one.params),
  }));
}
