/**
 * What an import holds, counted as the archive will count it. The sentences have one fixed English form, because other
 * programs compare them; people read the warnings. Lines are counted as on the sheet: 1 is the first row of persons.
 */
import type { ImportSummary, RosterReading } from '#shared/features/attendance.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import { nameKey } from '#shared/lib/names.ts';
import { sentence } from '../reading/wording.ts';
import type { SheetPerson } from './identity.ts';

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);

/** 李 明 is printed so to fill its cell; a name of Latin letters keeps its spaces. */
export function enteredName(printed: string): string {
  const name = printed.replaceAll(/[\s\u3000]+/gu, ' ').trim();
  return /^[\p{Script=Han}\s·]+$/u.test(name) ? name.replaceAll(/\s/gu, '') : name;
}

function factOf({ code, params, row, line }: ReadWarning): string {
  const at = row === null ? `source line ${line ?? '?'}` : `line ${row + 1}`;
  switch (code) {
    case 'roster/birth_no_such_month':
    case 'roster/date_no_such_month':
      return `${at}: month ${params['value']}`;
    case 'roster/birth_no_such_day':
    case 'roster/date_no_such_day':
      return `${at}: day ${params['value']} (${params['text']})`;
    case 'roster/phone_digits': {
      const count = Number(params['count']);
      return `${at}: phone has ${WORDS[count] ?? count} digits`;
    }
    case 'roster/number_twice':
      return `${at}: sign-in number ${params['number']} used twice`;
    default:
      return `${at}: ${sentence('en', code as Parameters<typeof sentence>[1], params).replace(/^Line \d+(?: \([^)]*\))?: /u, '')}`;
  }
}

export interface Counted {
  reading: RosterReading;
  persons: readonly SheetPerson[];
  /** For each record whether it is taken as signed. */
  signed: readonly boolean[];
  /** Records that repeat another line of the sheet. */
  repeated: ReadonlySet<number>;
  /** For each person what it will be in the archive; two that are one there count once. */
  identities: readonly string[];
  minors: string[];
  warnings: readonly ReadWarning[];
}

/** The facts of an import. */
export function summaryOf({
  reading,
  persons,
  signed,
  repeated,
  identities,
  minors,
  warnings,
}: Counted): ImportSummary {
  const { records, kind } = reading;
  const names = new Map<string, number>();
  for (const { known } of persons) names.set(nameKey(known.name), (names.get(nameKey(known.name)) ?? 0) + 1);
  const year = ({ known }: SheetPerson): string => known.birth?.slice(0, 4) ?? known.village ?? '?';
  const ambiguous = (person: SheetPerson): boolean => (names.get(nameKey(person.known.name)) ?? 0) > 1;
  const counts = (index: number): boolean => kind === 'attendance' && signed[index] === true && !repeated.has(index);
  const places = persons.map((person, index) => ({ person, identity: identities[index] ?? '' }));
  const there = kind === 'persons' ? places : places.filter(({ person }) => person.records.some(counts));
  const activities: Record<string, number> = {};
  for (const [index, { activity }] of records.entries())
    if (activity !== null && kind === 'attendance')
      activities[activity] = (activities[activity] ?? 0) + (counts(index) ? 1 : 0);
  for (const { title } of reading.activities) activities[title] ??= 0;
  const seen = new Set<string>();
  const distinct: SheetPerson[] = [];
  for (const { person, identity } of there) {
    if (seen.has(identity)) continue;
    seen.add(identity);
    distinct.push(person);
  }
  return {
    lines: records.length,
    person_times: records.filter((_, index) => counts(index)).length,
    distinct_people: distinct.length,
    activities,
    not_signed:
      kind === 'attendance'
        ? records.flatMap(({ name }, index) => (signed[index] === false ? [enteredName(name)] : []))
        : [],
    distinct_people_counted: distinct.map(
      (person) => `${enteredName(person.known.name)}${ambiguous(person) ? year(person) : ''}`,
    ),
    same_name_different_person: [...Map.groupBy(persons, ({ known }) => nameKey(known.name)).values()]
      .filter((group) => group.length > 1)
      .map((group) => group.map((person) => `${enteredName(person.known.name)} ${year(person)}`).join(' / ')),
    same_person: persons.flatMap((person) => {
      if (person.records.length < 2 || new Set(person.records.map((index) => records[index]?.line)).size < 2) return [];
      const spelled = [...new Set(person.records.map((index) => records[index]?.name ?? ''))];
      const lines = person.records.map((index) => index + 1).join(', ');
      if (spelled.length > 1) return [`${spelled.join(' = ')} (lines ${lines}; space inside the name)`];
      return [`${spelled[0]}${ambiguous(person) ? ` ${year(person)}` : ''} (lines ${lines})`];
    }),
    minors_under_14: minors,
    errors: [
      ...warnings
        .filter(({ severity, row }) => severity === 'error' && row !== null)
        .toSorted((one, two) => (one.row ?? 0) - (two.row ?? 0)),
      ...warnings.filter(({ severity, row }) => severity === 'error' && row === null),
    ].map(factOf),
  };
}
