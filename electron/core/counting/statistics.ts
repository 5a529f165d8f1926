/**
 * A year in numbers, and the lists behind them. Each breakdown cuts the same rows another way, so its 人次 always add up to
 * the total; `repeated` says how many persons stand in more than one line, so that 人 add up as well.
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AGE_GROUPS } from '#shared/features/age-groups.ts';
import {
  Audience,
  Breakdown,
  type Counts,
  type Statistics,
  type StatisticsFilter,
} from '#shared/features/activities.ts';
import { AttendanceRole } from '#shared/features/attendance.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { ReadContext } from '../context.ts';
import { tuples, type ReadDb } from '../db/sql.ts';
import { IdSet } from './id-set.ts';
import { type Counted, type CountedActivity, type CountedRow, countedRows, monthOf } from './rows.ts';

/** Persons and activities by their ids, so that rows of several years can be counted together. */
class Tally {
  private readonly people = new IdSet();
  private readonly activities = new IdSet();
  private personTimes = 0;
  private estimated = 0;

  row({ activity, person }: CountedRow): void {
    this.personTimes += 1;
    this.people.add(person.id);
    this.activity(activity);
  }

  activity({ id, signed, headCount }: CountedActivity): void {
    if (this.activities.add(id) && !signed) this.estimated += headCount ?? 0;
  }

  counts(): Counts {
    return {
      activities: this.activities.size,
      personTimes: this.personTimes,
      people: this.people.size,
      estimated: this.estimated,
    };
  }
}

type Key = string | number | null;

/** How a breakdown cuts: where a row belongs, where an activity without rows does (undefined = nowhere). */
interface Cut {
  ofRow: (row: CountedRow) => Key;
  ofActivity: (activity: CountedActivity) => Key | undefined;
  label: (key: Key) => string;
  filter: (key: Key) => Partial<StatisticsFilter>;
  /** Order of the lines; keys that are not known come last. */
  order: (key: Key) => number | string;
}

function numbersOf(order: readonly (Key | undefined)[]): (key: Key) => number {
  const places = new Map(order.map((key, place) => [key ?? null, place]));
  return (key) => places.get(key) ?? order.length;
}

/** Order and path of categories: 上级 / 类别. */
function categoriesOf(db: ReadDb): { order: Key[]; label: (id: Key) => string } {
  const rows = tuples(db, 'SELECT id, name, parent_id FROM activity_category ORDER BY position, id');
  const known = new Map(rows.map(([id, name, parent]) => [id, { name: String(name), parent }]));
  const path = (id: Key): string => {
    const category = known.get(id);
    if (!category) return '';
    return category.parent === null ? category.name : `${path(category.parent ?? null)} / ${category.name}`;
  };
  const order: Key[] = [];
  const visit = (parent: Key): void => {
    for (const [id, , above] of rows) {
      if (above !== parent) continue;
      order.push(id ?? null);
      visit(id ?? null);
    }
  };
  visit(null);
  return { order, label: path };
}

function cutsOf(db: ReadDb, counted: Counted, t: Translate): Record<Breakdown, Cut> {
  const titles = new Map(counted.activities.map(({ id, title, dateStart }) => [id, { title, dateStart }]));
  const categories = categoriesOf(db);
  const planRows = tuples(db, 'SELECT id, activity FROM schedule_row ORDER BY year, position, id');
  const planTitles = new Map(planRows.map(([id, activity]) => [id ?? null, String(activity)]));
  const nowhere = (): undefined => undefined;
  const word = (key: Key, text: (key: string) => string): string => (key === null ? '' : text(String(key)));
  return {
    activity: {
      ofRow: ({ activity }) => activity.id,
      ofActivity: ({ id }) => id,
      label: (key) => titles.get(Number(key))?.title ?? '',
      filter: (key) => ({ activityId: Number(key) }),
      order: numbersOf(counted.activities.map(({ id }) => id)),
    },
    category: {
      ofRow: ({ activity }) => activity.categoryId,
      ofActivity: ({ categoryId }) => categoryId,
      label: (key) => (key === null ? '' : categories.label(key)),
      filter: (key) => ({ categoryId: key === null ? null : Number(key) }),
      order: numbersOf(categories.order),
    },
    audience: {
      ofRow: ({ activity }) => activity.audience,
      ofActivity: ({ audience }) => audience,
      label: (key) => word(key, (audience) => t(`activities.audience.${Audience.parse(audience)}`)),
      filter: (key) => ({ audience: key === null ? null : Audience.parse(key) }),
      order: numbersOf(Audience.options),
    },
    village: {
      ofRow: ({ person }) => person.village,
      ofActivity: nowhere,
      label: (key) => word(key, (village) => village),
      filter: (key) => ({ village: key === null ? null : String(key) }),
      order: (key) => String(key),
    },
    month: {
      ofRow: ({ date }) => monthOf(date),
      ofActivity: ({ dateStart }) => (dateStart === null ? undefined : monthOf(dateStart)),
      label: (key) => t('activities.monthOf', { month: Number(key) }),
      filter: (key) => ({ month: Number(key) }),
      order: Number,
    },
    sex: {
      ofRow: ({ person }) => person.sex,
      ofActivity: nowhere,
      label: (key) => word(key, (sex) => t(`participants.sex.${sex === 'female' ? 'female' : 'male'}`)),
      filter: (key) => ({ sex: key === 'female' || key === 'male' ? key : null }),
      order: numbersOf(['female', 'male']),
    },
    ageGroup: {
      ofRow: ({ person }) => person.ageGroup,
      ofActivity: nowhere,
      label: (key) => {
        const group = AGE_GROUPS.find((name) => name === key);
        return group ? t(`activities.ageGroup.${group}`) : '';
      },
      filter: (key) => ({ ageGroup: AGE_GROUPS.find((name) => name === key) ?? null }),
      order: numbersOf(AGE_GROUPS),
    },
    role: {
      ofRow: ({ role }) => role,
      ofActivity: nowhere,
      label: (key) => t(`activities.attendanceRole.${AttendanceRole.parse(key)}`),
      filter: (key) => ({ role: AttendanceRole.parse(key) }),
      order: numbersOf(AttendanceRole.options),
    },
    planRow: {
      ofRow: ({ activity }) => activity.planRowId,
      ofActivity: ({ planRowId }) => planRowId,
      label: (key) => planTitles.get(key) ?? '',
      filter: (key) => ({ planRowId: key === null ? null : Number(key) }),
      order: numbersOf(planRows.map(([id]) => id ?? null)),
    },
  };
}

function total({ rows, activities }: Counted): Tally {
  const tally = new Tally();
  for (const row of rows) tally.row(row);
  for (const activity of activities) tally.activity(activity);
  return tally;
}

/** Sums of what was chosen from the counted. */
export function countsOfChosen(counted: Counted): Counts {
  return total(counted).counts();
}

type Belonging = { ofRow: (row: CountedRow) => Key; ofActivity: (activity: CountedActivity) => Key | undefined };

function talliesBy(counted: Counted, { ofRow, ofActivity }: Belonging): Map<Key, Tally> {
  const tallies = new Map<Key, Tally>();
  const tallyOf = (key: Key): Tally => {
    const tally = tallies.get(key) ?? new Tally();
    tallies.set(key, tally);
    return tally;
  };
  let key: Key | undefined;
  let tally = new Tally();
  for (const row of counted.rows) {
    const next = ofRow(row);
    if (next !== key) tally = tallyOf((key = next));
    tally.row(row);
  }
  for (const activity of counted.activities) {
    if (activity.signed) continue;
    const place = ofActivity(activity);
    if (place !== undefined) tallyOf(place).activity(activity);
  }
  return tallies;
}

/** Counts by a property of the activity; their 期, 人次 and 估计 add up to those of the whole. */
export function countsByActivity(
  counted: Counted,
  keyOf: (activity: CountedActivity) => string | number | null,
): Map<string | number | null, Counts> {
  const tallies = talliesBy(counted, { ofRow: ({ activity }) => keyOf(activity), ofActivity: keyOf });
  return new Map([...tallies].map(([key, tally]) => [key, tally.counts()]));
}

function linesOf(counted: Counted, cut: Cut, filter: StatisticsFilter): Statistics['breakdowns'][Breakdown]['lines'] {
  const tallies = talliesBy(counted, cut);
  const compare = (a: Key, b: Key): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const [one, other] = [cut.order(a), cut.order(b)];
    return typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), 'zh-CN');
  };
  return [...tallies.keys()].sort(compare).map((key) => ({
    label: cut.label(key),
    filter: { ...filter, ...cut.filter(key) },
    ...(tallies.get(key) ?? new Tally()).counts(),
  }));
}

/** The year's numbers under a filter, by everything they are broken down by. */
export function statistics(
  { db, locale }: Pick<ReadContext, 'db' | 'locale'>,
  { year, filter }: ParsedInput<'activities.statistics'>,
): Statistics {
  const asked = { ...filter, year };
  const counted = countedRows(db, asked);
  const sum = total(counted).counts();
  const cuts = cutsOf(db, counted, translator(locale));
  const breakdowns = Object.fromEntries(
    Breakdown.options.map((name) => {
      const lines = linesOf(counted, cuts[name], asked);
      return [name, { lines, repeated: lines.reduce((people, line) => people + line.people, 0) - sum.people }];
    }),
  ) as Statistics['breakdowns'];
  return { year, total: sum, breakdowns };
}

/** What stands behind a number: the rows, and the activities. */
export function behind(
  db: ReadDb,
  { filter, offset, limit }: ParsedInput<'activities.behind'>,
): Output<'activities.behind'> {
  const counted = countedRows(db, filter, { listed: true });
  return {
    counts: total(counted).counts(),
    rows: counted.rows.slice(offset, offset + limit).map(({ id, activity, person, date, role }) => ({
      attendanceId: id,
      activityId: activity.id,
      activity: activity.title,
      date,
      personId: person.id,
      name: person.name,
      village: person.village,
      role,
    })),
    activities: counted.activities.map(({ id, title, dateStart }) => ({ id, title, dateStart })),
  };
}
