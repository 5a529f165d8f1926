/** Which persons the list shows, and what that is in words of the archive. Pure. */
import type { PersonFilter, PersonRoleName } from '#shared/features/participants.ts';

/** One question of the daily work; `all` = everybody of the register. */
export const ATTENTIONS = ['all', 'minor', 'withoutConsent', 'needsReview', 'withdrawn'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export interface PersonChoice {
  text: string;
  role: PersonRoleName | null;
  /** A village of the unit list; `unknown` = none is linked. */
  village: number | 'unknown' | null;
  organisationId: number | null;
  attention: Attention;
  /** Only those who took part in the year that is chosen in the bar on top. */
  tookPart: boolean;
}

export const EVERYBODY: PersonChoice = {
  text: '',
  role: null,
  village: null,
  organisationId: null,
  attention: 'all',
  tookPart: false,
};

export function isFiltered(choice: PersonChoice): boolean {
  const { text, role, village, organisationId, attention, tookPart } = choice;
  return (
    text.trim() !== '' ||
    role !== null ||
    village !== null ||
    organisationId !== null ||
    attention !== 'all' ||
    tookPart
  );
}

export function filterOf(choice: PersonChoice, year: number | null): PersonFilter {
  const { text, role, village, organisationId, attention, tookPart } = choice;
  return {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(role === null ? {} : { role }),
    ...(village === null ? {} : { villageId: village === 'unknown' ? null : village }),
    ...(organisationId === null ? {} : { organisationId }),
    ...(attention === 'all' ? {} : { [attention]: true }),
    ...(tookPart && year !== null ? { year } : {}),
  };
}
