/** What of a person needs a look, as far as the line itself tells. Pure. */
import type { Person } from '#shared/features/participants.ts';
import { CONSENT_AGE, isYounger, mayBeYounger } from '#shared/lib/ages.ts';

export const PERSON_MARKS = ['review', 'consent', 'guardian', 'maybeMinor'] as const;
export type PersonMark = (typeof PERSON_MARKS)[number];

export type Minority = 'minor' | 'maybe' | 'no';

/** Is the person under 14 on that day (ISO)? A birth date known to the year may leave it open. */
export function minorityOf({ birthDate }: Pick<Person, 'birthDate'>, today: string): Minority {
  if (isYounger(birthDate, today, CONSENT_AGE)) return 'minor';
  return mayBeYounger(birthDate, today, CONSENT_AGE) ? 'maybe' : 'no';
}

type Looked = Pick<Person, 'birthDate' | 'needsReview' | 'consentOn' | 'guardianName' | 'guardianPhone'>;

export function marksOf(person: Looked, today: string): PersonMark[] {
  const minority = minorityOf(person, today);
  const consent = person.consentOn === null || person.consentOn > today;
  return [
    ...(person.needsReview ? (['review'] as const) : []),
    ...(minority === 'minor' && consent ? (['consent'] as const) : []),
    ...(minority === 'maybe' && consent ? (['maybeMinor'] as const) : []),
    // Without consent the guardian lacks too, mostly; one mark says it.
    ...(minority === 'minor' && !consent && person.guardianName === null ? (['guardian'] as const) : []),
  ];
}
