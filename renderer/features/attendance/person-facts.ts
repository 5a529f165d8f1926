/** What tells one person from another in a line: village, sex and age, end of the phone. */
import type { PersonCandidate } from '#shared/features/participants.ts';
import type { Translate } from '#shared/i18n/index.ts';

export function factsOf(person: PersonCandidate, t: Translate): string[] {
  const { village, sex, age, birthDate, phone, lastDate } = person;
  return [
    village ?? '',
    sex === null ? '' : t(`participants.sex.${sex}`),
    age !== null
      ? t('signIn.line.age', { age })
      : birthDate !== null
        ? t('signIn.line.bornIn', { date: birthDate })
        : '',
    phone ?? '',
    lastDate === null ? '' : t('signIn.line.lastDate', { date: lastDate }),
  ].filter((fact) => fact !== '');
}
