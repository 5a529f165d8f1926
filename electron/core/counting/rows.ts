/**
 * The one place that says which sign-in rows count. 人次 = rows that are signed, not withdrawn, of activities that were held
 * and are not withdrawn; 人 = distinct persons among them, where persons who were merged are one (`merged_into`). The year is
 * that of the row's own day. Screens, lists and papers take their numbers from here.
 */
import type { StatisticsFilter } from '#shared/features/activities.ts';
import { ageGroup, type AgeGroup } from '#shared/lib/ages.ts';
import { tuples, type ReadDb } from '../db/sql.ts';

export interface CountedActivity {
  id: number;
  title: string;
  dateStart: string | null;
  categoryId: number | null;
  audience: string | null;
  planRowId: number | null;
  headCount: number | null;
  /** It has a signed row, in whatever year. */
  signed: boolean;
}

export interface CountedPerson {
  id: number;
  name: string;
  village: string | null;
  sex: 'female' | 'male' | null;
  ageGroup: AgeGroup | null;
}

export interface CountedRow {
  id: number;
  activity: CountedActivity;
  person: CountedPerson;
  date: string;
  role: string;
}

export interface Counted {
  rows: CountedRow[];
  /** Held activities that belong to the filter: those of the rows, and those of the year that nobody signed for. */
  activities: CountedActivity[];
}

function activitiesOf(db: ReadDb): Map<number, CountedActivity> {
  const rows = tuples(
    db,
    `SELECT a.id, a.title, a.date_start, a.category_id, a.audience, a.plan_row_id, a.head_count,
       EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = a.id AND t.withdrawn = 0 AND t.signed = 1)
     FROM activity a WHERE a.withdrawn = 0 AND a.state = 'held' ORDER BY a.date_start IS NULL, a.date_start, a.id`,
  );
  return new Map(
    rows.map(([id, title, dateStart, categoryId, audience, planRowId, headCount, signed]) => [
      Number(id),
      {
        id: Number(id),
        title: String(title),
        dateStart: dateStart as string | null,
        categoryId: categoryId as number | null,
        audience: audience as string | null,
        planRowId: planRowId as number | null,
        headCount: headCount as number | null,
        signed: signed === 1,
      },
    ]),
  );
}

/** Every person by any of the ids it ever had; what is known of it is what the root knows. */
function personsOf(db: ReadDb, year: number): Map<number, CountedPerson> {
  const rows = tuples(
    db,
    `SELECT p.id, r.id, r.name, coalesce(o.full_name, r.village), r.sex, r.birth_date
     FROM person p JOIN person r ON r.id = coalesce(p.merged_into, p.id)
     LEFT JOIN organisation o ON o.id = r.village_id`,
  );
  const roots = new Map<number, CountedPerson>();
  const persons = new Map<number, CountedPerson>();
  for (const [id, root, name, village, sex, birth] of rows) {
    let person = roots.get(Number(root));
    if (!person) {
      person = {
        id: Number(root),
        name: String(name),
        village: village as string | null,
        sex: sex as CountedPerson['sex'],
        ageGroup: ageGroup(birth as string | null, year),
      };
      roots.set(Number(root), person);
    }
    persons.set(Number(id), person);
  }
  return persons;
}

type Test<T> = (one: T) => boolean;

/** One test of the fields that a filter names; a field left out asks nothing, null asks for what is not known. */
function tests<T>(asked: readonly (readonly [wanted: unknown, of: (one: T) => unknown])[]): Test<T> {
  const named = asked.filter(([wanted]) => wanted !== undefined);
  return (one) => named.every(([wanted, of]) => of(one) === wanted);
}

const ofActivity = (filter: StatisticsFilter): Test<CountedActivity> =>
  tests<CountedActivity>([
    [filter.activityId, (activity) => activity.id],
    [filter.categoryId, (activity) => activity.categoryId],
    [filter.audience, (activity) => activity.audience],
    [filter.planRowId, (activity) => activity.planRowId],
  ]);
const ofPerson = (filter: StatisticsFilter): Test<CountedPerson> =>
  tests<CountedPerson>([
    [filter.village, (person) => person.village],
    [filter.sex, (person) => person.sex],
    [filter.ageGroup, (person) => person.ageGroup],
  ]);

export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

/** All that counts for a year and filter, in the order of date and activity; `listed`: and of the numbers on the sheet, which sums need not. */
export function countedRows(db: ReadDb, filter: StatisticsFilter, { listed = false } = {}): Counted {
  const { year } = filter;
  const activities = activitiesOf(db);
  const persons = personsOf(db, year);
  const wantedActivity = ofActivity(filter);
  const wantedPerson = ofPerson(filter);
  const found = tuples(
    db,
    `SELECT id, activity_id, person_id, date, role FROM attendance
     WHERE withdrawn = 0 AND signed = 1 AND date BETWEEN ? AND ?
     ORDER BY date, activity_id${listed ? ', CAST(number AS INTEGER), id' : ''}`,
    `${year}-01-01`,
    `${year}-12-31`,
  );
  const rows: CountedRow[] = [];
  const present = new Set<CountedActivity>();
  for (const [id, activityId, personId, day, role] of found) {
    const activity = activities.get(Number(activityId));
    const person = persons.get(Number(personId));
    const date = String(day);
    if (!activity || !person || !wantedActivity(activity) || !wantedPerson(person)) continue;
    if (filter.month !== undefined && monthOf(date) !== filter.month) continue;
    if (filter.role !== undefined && role !== filter.role) continue;
    present.add(activity);
    rows.push({ id: Number(id), activity, person, date, role: String(role) });
  }
  // Nobody knows who came to an activity that has no signatures: it answers no question about persons.
  const asksPersons = [filter.village, filter.sex, filter.ageGroup, filter.role].some((asked) => asked !== undefined);
  if (!asksPersons) {
    for (const activity of activities.values()) {
      if (activity.signed || activity.dateStart?.startsWith(`${year}-`) !== true || !wantedActivity(activity)) continue;
      if (filter.month !== undefined && monthOf(activity.dateStart) !== filter.month) continue;
      present.add(activity);
    }
  }
  return { rows, activities: [...activities.values()].filter((activity) => present.has(activity)) };
}
