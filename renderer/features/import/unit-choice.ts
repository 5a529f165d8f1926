/** What the reviewer decided about names that the unit list does not hold, as `schedule.accept` takes it. */
import type { Organisation } from '#shared/features/organisations.ts';

/** `keep` as printed · `add` as a new unit · a listed unit's id · `as:…` = short name of another name that is added. */
export type UnitChoice = 'keep' | 'add' | number | `as:${string}`;

export interface UnitsToAccept {
  createUnits: { fullName: string; shortNames: string[] }[];
  linkUnits: { name: string; organisationId: number }[];
}

export function unitsToAccept(names: readonly string[], choices: ReadonlyMap<string, UnitChoice>): UnitsToAccept {
  const created = new Map<string, string[]>();
  const linkUnits: UnitsToAccept['linkUnits'] = [];
  for (const name of names) {
    if (choices.get(name) === 'add') created.set(name, []);
  }
  for (const name of names) {
    const choice = choices.get(name) ?? 'keep';
    if (typeof choice === 'number') linkUnits.push({ name, organisationId: choice });
    else if (choice.startsWith('as:')) created.get(choice.slice(3))?.push(name);
  }
  return { createUnits: [...created].map(([fullName, shortNames]) => ({ fullName, shortNames })), linkUnits };
}

/** Names that a choice can still point to: `as:…` holds only while the other name is added. */
export function validChoices(choices: ReadonlyMap<string, UnitChoice>): Map<string, UnitChoice> {
  const valid = new Map<string, UnitChoice>();
  for (const [name, choice] of choices) {
    const dangling = typeof choice === 'string' && choice.startsWith('as:') && choices.get(choice.slice(3)) !== 'add';
    if (!dangling) valid.set(name, choice);
  }
  return valid;
}

/** The reader's suggestion for a name: a listed unit, or another unknown name of the same paper. */
export function suggestionFor(
  name: string,
  suggestions: Readonly<Record<string, string>>,
  organisations: readonly Organisation[],
): { id: number } | { name: string } | null {
  const full = suggestions[name];
  if (full === undefined) return null;
  const listed = organisations.find(({ fullName }) => fullName === full);
  return listed ? { id: listed.id } : { name: full };
}
