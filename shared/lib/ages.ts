/** Ages in whole years, from birth dates that may be known to the month or year only. All dates are ISO text. */
import type { AGE_GROUPS } from '../features/age-groups.ts';

/** Children below this age need a guardian's consent (PIPL, art. 28 and 31). */
export const CONSENT_AGE = 14;

function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

function agesOn(birth: string, day: string): { least: number; most: number } {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  const rest = birth.slice(4);
  const reached = day.slice(4);
  const earliest = rest + '-01-01'.slice(rest.length) <= reached;
  const latest = rest + '-12-31'.slice(rest.length) <= reached;
  return { least: latest ? years : years - 1, most: earliest ? years : years - 1 };
}

/** Whole years at least and at most on a day; null where no birth date is known, or where it lies behind the day. */
export function ageSpan(birth: string | null, day: string): { least: number; most: number } | null {
  if (birth === null) return null;
  const { least, most } = agesOn(birth, day);
  return most < 0 ? null : { least: Math.max(0, least), most };
}

/** Age on a day; null where the birth date does not tell it (a year alone may mean two ages) or lies behind the day. */
export function ageOn(birth: string | null, day: string): number | null {
  if (birth === null) return null;
  const { least, most } = agesOn(birth, day);
  return least === most && least >= 0 ? least : null;
}

/** May the person have been younger than that on the day? A child that may be under 14 is treated as one. */
export function mayBeYounger(birth: string | null, day: string, age: number): boolean {
  return birth !== null && agesOn(birth, day).least < age;
}

/** Was the person surely younger than that on the day? */
export function isYounger(birth: string | null, day: string, age: number): boolean {
  return birth !== null && agesOn(birth, day).most < age;
}

/**
 * The same as `mayBeYounger` in SQL: a condition on a column of birth dates, with the value to bind.
 * @param column the schema's own name of the column, e.g. `p.birth_date`
 */
export function youngerCondition(column: string, day: string, age: number): { condition: string; value: string } {
  return {
    condition: `(${column} || substr('-12-31', length(${column}) - 3)) > ?`,
    value: yearsBefore(day, age),
  };
}

export type AgeGroup = (typeof AGE_GROUPS)[number];

/** The group by the age that is reached in a year, for which the year of birth suffices; null = not known. */
export function ageGroup(birth: string | null, year: number): AgeGroup | null {
  if (birth === null) return null;
  const age = year - Number(birth.slice(0, 4));
  if (age < 0) return null;
  if (age < CONSENT_AGE) return '0-13';
  if (age < 18) return '14-17';
  if (age < 35) return '18-34';
  return age < 60 ? '35-59' : '60+';
}
