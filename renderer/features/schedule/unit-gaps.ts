/** Unit names of a plan that the unit list does not hold, with the number of rows that print them. */
import type { Organisation } from '#shared/features/organisations.ts';
import type { UnitMention } from '#shared/features/schedule.ts';
import { matchUnit } from '#shared/lib/units.ts';

export function unknownUnitsOf(
  rows: readonly { units: readonly UnitMention[] }[],
  organisations: readonly Organisation[] | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  if (!organisations) return counts;
  const listed = organisations.map(({ fullName, shortNames }) => ({ name: fullName, shortNames }));
  const known = new Map<string, boolean>();
  for (const { units } of rows) {
    for (const { name } of units) {
      let isKnown = known.get(name);
      if (isKnown === undefined) {
        isKnown = matchUnit(name, listed) !== null;
        known.set(name, isKnown);
      }
      if (!isKnown) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}
