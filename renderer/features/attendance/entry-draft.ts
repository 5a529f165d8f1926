/**
 * The line that is being entered from a paper sheet: texts as typed, what they say, and what the next line takes over.
 * Invariant: a text that cannot be read is refused with its sentence, never left out in silence. Pure.
 */
import type { AttendanceChange, AttendanceRole } from '#shared/features/attendance.ts';
import { fieldProblem } from '#shared/features/document-texts.ts';
import type { PersonCandidate, PersonFields } from '#shared/features/participants.ts';
import type { Sex } from '#shared/features/sex.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { CONSENT_AGE, isYounger, mayBeYounger } from '#shared/lib/ages.ts';
import { isMaskedPhone } from '#shared/lib/phones.ts';

/** In the order in which Tab goes through them. */
export const LINE_FIELDS = [
  'number',
  'name',
  'sex',
  'birth',
  'village',
  'phone',
  'guardianName',
  'guardianPhone',
  'consentOn',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];
export type LineTexts = Readonly<Record<LineField, string>>;

export interface LineDraft {
  texts: LineTexts;
  /** The person of the register who was taken. */
  chosen: PersonCandidate | null;
  /** The person at the keyboard said that nobody of the register is meant. */
  asNew: boolean;
  /** Hold for the lines that follow, too. */
  date: string;
  role: AttendanceRole;
  signed: boolean;
  /** The village was taken over from the line above, not typed for this one. */
  villageCarried: boolean;
}

export const EMPTY_LINE: LineTexts = {
  number: '',
  name: '',
  sex: '',
  birth: '',
  village: '',
  phone: '',
  guardianName: '',
  guardianPhone: '',
  consentOn: '',
};

export const EMPTY_DRAFT: LineDraft = {
  texts: EMPTY_LINE,
  chosen: null,
  asNew: false,
  date: '',
  role: 'learner',
  signed: true,
  villageCarried: true,
};

const SEXES: Readonly<Record<string, Sex>> = {
  男: 'male',
  '1': 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  '2': 'female',
  f: 'female',
  female: 'female',
};

/** 男, 1 (GB/T 2261.1), m; null = the text names no sex. */
export function sexOf(text: string): Sex | null {
  return SEXES[text.normalize('NFKC').trim().toLowerCase()] ?? null;
}

/** ISO text of a birth date, as much of it as is known; undefined = unreadable. */
function birthOf(text: string): string | undefined {
  const reading = parseArchivalDate(text);
  return reading.ok && !reading.bracketed ? reading.date : undefined;
}

/** ISO date of a text that names a whole day. */
export function dayOf(text: string): string | null {
  const reading = parseArchivalDate(text);
  return reading.ok && reading.precision === 'day' && !reading.bracketed ? reading.date : null;
}

export type Minority = 'child' | 'mayBeChild' | null;

/** Is the new person of the line under 14 on the day? */
export function minorityOf(draft: LineDraft): Minority {
  const day = dayOf(draft.date);
  const birth = birthOf(draft.texts.birth) ?? null;
  if (draft.chosen !== null || day === null) return null;
  if (isYounger(birth, day, CONSENT_AGE)) return 'child';
  return mayBeYounger(birth, day, CONSENT_AGE) ? 'mayBeChild' : null;
}

export type LineProblems = ReadonlyMap<LineField, string>;

/** What of the line cannot be taken, by field. Of somebody of the register only the number is this line's. */
export function problemsOf({ texts, chosen }: LineDraft, t: Translate): LineProblems {
  const problems = new Map<LineField, string>();
  const limit = (field: LineField, most: number): void => {
    if (texts[field].trim().length > most) problems.set(field, t('signIn.long', { limit: most }));
  };
  limit('number', 20);
  if (chosen !== null) return problems;
  limit('name', 50);
  limit('village', 100);
  limit('guardianName', 50);
  for (const field of ['phone', 'guardianPhone'] as const) {
    limit(field, 50);
    if (isMaskedPhone(texts[field])) problems.set(field, t('signIn.line.phoneBad', { text: texts[field].trim() }));
  }
  if (texts.sex.trim() !== '' && sexOf(texts.sex) === null) problems.set('sex', t('signIn.line.sexBad'));
  const birth = parseArchivalDate(texts.birth);
  if (texts.birth.trim() !== '' && (!birth.ok || birth.bracketed)) {
    const broken = birth.ok ? { rule: 'unreadable', params: { text: texts.birth.trim() } } : birth;
    problems.set('birth', fieldProblem(t, broken));
  }
  if (texts.consentOn.trim() !== '' && dayOf(texts.consentOn) === null)
    problems.set('consentOn', t('signIn.dateBad', { text: texts.consentOn.trim() }));
  return problems;
}

function optional(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** The new person of a line without problems. */
export function personOf(texts: LineTexts): Partial<PersonFields> & { name: string } {
  return {
    name: texts.name.trim(),
    sex: sexOf(texts.sex),
    birthDate: birthOf(texts.birth) ?? null,
    village: optional(texts.village),
    phone: optional(texts.phone),
    guardianName: optional(texts.guardianName),
    guardianPhone: optional(texts.guardianPhone),
    consentOn: dayOf(texts.consentOn),
  };
}

/** The line as a change of `attendance.edit`. `number`: what counts on by itself where none was typed. */
export function changeOf(draft: LineDraft, activityId: number, number: string): AttendanceChange {
  return {
    do: 'insert',
    activityId,
    person: draft.chosen ? { id: draft.chosen.id } : { fields: personOf(draft.texts) },
    fields: {
      number: optional(draft.texts.number) ?? number,
      date: dayOf(draft.date) ?? draft.date,
      role: draft.role,
      signed: draft.signed,
    },
  };
}

/** The next line: village, date, role and signature stay as in the line above. */
export function nextDraft(draft: LineDraft): LineDraft {
  const village = draft.chosen ? (draft.chosen.village ?? '') : draft.texts.village.trim();
  return {
    ...EMPTY_DRAFT,
    texts: { ...EMPTY_LINE, village },
    date: draft.date,
    role: draft.role,
    signed: draft.signed,
  };
}

/** The number after the greatest of the numbers given; texts that are no number do not count. */
export function nextNumber(numbers: readonly (string | null)[]): string {
  let greatest = 0;
  for (const number of numbers) {
    if (number !== null && /^\d{1,9}$/u.test(number)) greatest = Math.max(greatest, Number(number));
  }
  return String(greatest + 1);
}

/** Who of the candidates Enter would mean where nobody was marked: the only one that fits so well; null = a person must say. */
export function proposal(candidates: readonly PersonCandidate[]): PersonCandidate | null {
  const same = candidates.filter(({ by }) => by === 'name');
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  return candidates.length === 1 && candidates[0]?.by !== 'within' ? (candidates[0] ?? null) : null;
}
