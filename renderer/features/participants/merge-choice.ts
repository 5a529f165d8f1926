/**
 * Persons who are one, side by side: which of them stays, and of which each field is taken. Roles and certificates of all
 * of them are kept. Pure.
 */
import type { Input } from '#shared/contract.ts';
import type { Certificate, Person, PersonFields, PersonRole } from '#shared/features/participants.ts';

/** Fields of which one value stays, in the order in which they are shown. */
export const MERGE_FIELDS = [
  'name',
  'sex',
  'birthDate',
  'village',
  'phone',
  'guardianName',
  'guardianPhone',
  'consentOn',
  'consentDocumentId',
  'note',
] as const satisfies (keyof PersonFields)[];
export type MergeField = (typeof MERGE_FIELDS)[number];

export interface MergeChoice {
  /** Id of the person who stays. */
  keep: number;
  /** By field the id of the person whose value is taken. */
  from: Readonly<Record<MergeField, number>>;
}

function isEmpty(person: Person, field: MergeField): boolean {
  return person[field] === null || person[field] === '';
}

/** How much is known of a person. */
function knowledge(person: Person): number {
  return MERGE_FIELDS.filter((field) => !isEmpty(person, field)).length + person.roles.length;
}

/** Whether the persons say different things in a field; an empty one says nothing. */
export function differs(persons: readonly Person[], field: MergeField): boolean {
  const said = new Set(persons.filter((person) => !isEmpty(person, field)).map((person) => person[field]));
  return said.size > 1;
}

/** Whether nobody says anything in a field. */
export function unsaid(persons: readonly Person[], field: MergeField): boolean {
  return persons.every((person) => isEmpty(person, field));
}

/** Each field of the person who stays, or where that says nothing, of the first who says something. */
export function choiceFor(persons: readonly Person[], keep: number): MergeChoice {
  const staying = persons.find(({ id }) => id === keep);
  const of = (field: MergeField): number => {
    if (staying && !isEmpty(staying, field)) return keep;
    return persons.find((person) => !isEmpty(person, field))?.id ?? keep;
  };
  return { keep, from: Object.fromEntries(MERGE_FIELDS.map((field) => [field, of(field)])) as MergeChoice['from'] };
}

/** The choice to begin with: who is known best stays; of several the one entered first. Throws RangeError for nobody. */
export function firstChoice(persons: readonly Person[]): MergeChoice {
  const [best] = persons.toSorted((one, other) => knowledge(other) - knowledge(one) || one.id - other.id);
  if (!best) throw new RangeError('nobody to merge');
  return choiceFor(persons, best.id);
}

function distinct<Value extends PersonRole | Certificate>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Roles of all; one that says no more than another of the same name and unit adds nothing. */
export function joinedRoles(persons: readonly Person[]): PersonRole[] {
  const roles = distinct(persons.flatMap((person) => person.roles));
  return roles.filter((role) => {
    const bare = role.organisationId === null && role.subject === '' && role.from === null && role.to === null;
    return !bare || !roles.some((other) => other !== role && other.role === role.role && other.to === null);
  });
}

/** What `participants.merge` is asked. Numbers are seen masked only, so the archive is told whose number to take. */
export function mergeRequest(
  persons: readonly Person[],
  { keep, from }: MergeChoice,
  reason: string,
): Input<'participants.merge'> {
  const [staying] = persons.filter(({ id }) => id === keep);
  if (!staying) throw new RangeError('the one who stays is not among them');
  const by = new Map(persons.map((person) => [person.id, person]));
  const fields: Partial<PersonFields> = { roles: joinedRoles([staying, ...persons]) };
  const take: { phone?: number; guardianPhone?: number } = {};
  for (const field of MERGE_FIELDS) {
    const source = by.get(from[field]);
    if (!source || source.id === keep) continue;
    if (field === 'phone' || field === 'guardianPhone') take[field] = source.id;
    else Object.assign(fields, { [field]: source[field] });
  }
  fields.certificates = distinct([staying, ...persons].flatMap((person) => person.certificates));
  return {
    keep: { id: keep, version: staying.version },
    merge: persons.filter(({ id }) => id !== keep).map(({ id, version }) => ({ id, version })),
    fields,
    take,
    reason,
  };
}
