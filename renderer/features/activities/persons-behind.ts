/** Persons out of the sign-in rows behind a number. Pure. */
import type { Output } from '#shared/contract.ts';
import type { Activity, Breakdown } from '#shared/features/activities.ts';

type Row = Output<'activities.behind'>['rows'][number];

export interface PersonBehind {
  personId: number;
  name: string;
  village: string | null;
  /** 人次 among the rows. */
  times: number;
}

/** Each person once, in the order in which they first signed. */
export function personsOf(rows: readonly Row[]): PersonBehind[] {
  const found = new Map<number, PersonBehind>();
  for (const { personId, name, village } of rows) {
    const known = found.get(personId);
    if (known) known.times += 1;
    else found.set(personId, { personId, name, village, times: 1 });
  }
  return [...found.values()];
}

/** In which line of a breakdown a row stands. A person has one village, sex and age group: those repeat nobody. */
function lineOf(row: Row, breakdown: Breakdown, activity: Activity | undefined): string {
  switch (breakdown) {
    case 'activity':
      return String(row.activityId);
    case 'month':
      return row.date.slice(5, 7);
    case 'role':
      return row.role;
    case 'category':
      return String(activity?.categoryId);
    case 'audience':
      return String(activity?.audience);
    case 'planRow':
      return String(activity?.planRowId);
    case 'village':
    case 'sex':
    case 'ageGroup':
      return '';
  }
}

/** Persons who stand in several lines of a breakdown, with the number of lines. */
export function repeatedPersons(
  rows: readonly Row[],
  breakdown: Breakdown,
  activities: ReadonlyMap<number, Activity>,
): (PersonBehind & { lines: number })[] {
  const lines = new Map<number, Set<string>>();
  for (const row of rows) {
    const stands = lines.get(row.personId) ?? new Set<string>();
    lines.set(row.personId, stands.add(lineOf(row, breakdown, activities.get(row.activityId))));
  }
  return personsOf(rows).flatMap((person) => {
    const count = lines.get(person.personId)?.size ?? 0;
    return count > 1 ? [{ ...person, lines: count }] : [];
  });
}
