/**
 * Everything that refers to a unit of the list: rows of plans, persons (village, roles), hosts of activities. A new kind
 * of reference gets its place here, and linking and merging both follow.
 */
import type { WriteContext } from '../context.ts';
import { numbers } from '../db/sql.ts';
import { activityEntity, type ActivityImage } from '../entities/activity.ts';
import { type Entity, type Image } from '../entities/entity.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { scheduleRowEntity, type ScheduleRowImage } from '../entities/schedule-row.ts';

type Writing = Pick<WriteContext, 'db' | 'changes'>;
/** What a reference becomes: the printed name (null = there is none, as in a role) and the unit it is linked with. */
type Link = (name: string | null, organisation: number | null) => number | null;

type Versioned = Image & { version: number };

/** Writes the records of a kind whose references change. Answers how many did. */
function relink<I extends Versioned>(
  { db, changes }: Writing,
  entity: Entity<I>,
  ids: readonly number[],
  change: (image: I) => I,
  differs: (before: I, after: I) => boolean,
): number {
  let count = 0;
  for (const id of ids) {
    const before = entity.read(db, id);
    if (!before) continue;
    const after = change(before);
    if (!differs(before, after)) continue;
    changes.update(entity, before, { ...after, version: before.version + 1 });
    count += 1;
  }
  return count;
}

const linked = (list: readonly { organisation_id: number | null }[]): string =>
  list.map(({ organisation_id }) => organisation_id ?? '').join();

const rowLink =
  (link: Link) =>
  (row: ScheduleRowImage): ScheduleRowImage => ({
    ...row,
    units: row.units.map((unit) => ({ ...unit, organisation_id: link(unit.name, unit.organisation_id) })),
  });

const personLink =
  (link: Link) =>
  (person: PersonImage): PersonImage => ({
    ...person,
    village_id: person.village === null ? person.village_id : link(person.village, person.village_id),
    roles: person.roles.map((role) => ({
      ...role,
      organisation_id: role.organisation_id === null ? null : link(null, role.organisation_id),
    })),
  });

const activityLink =
  (link: Link) =>
  (activity: ActivityImage): ActivityImage => ({
    ...activity,
    hosts: activity.hosts.map((host) => ({ ...host, organisation_id: link(host.name, host.organisation_id) })),
  });

/** Sets links of the records given by id anew. Answers how many records changed. */
function setLinks(
  context: Writing,
  ids: { rows: readonly number[]; persons: readonly number[]; activities: readonly number[] },
  link: Link,
): number {
  return (
    relink(context, scheduleRowEntity, ids.rows, rowLink(link), (a, b) => linked(a.units) !== linked(b.units)) +
    relink(
      context,
      personEntity,
      ids.persons,
      personLink(link),
      (a, b) => a.village_id !== b.village_id || linked(a.roles) !== linked(b.roles),
    ) +
    relink(context, activityEntity, ids.activities, activityLink(link), (a, b) => linked(a.hosts) !== linked(b.hosts))
  );
}

/**
 * Links what prints the name of a listed unit and is not linked yet.
 * @param find id of the unit that a printed name means, or null
 * @returns how many records changed
 */
export function linkPrinted(context: Writing, find: (name: string) => number | null): number {
  const { db } = context;
  const rows = numbers(
    db,
    `SELECT DISTINCT u.row_id FROM schedule_row_unit u JOIN schedule_row r ON r.id = u.row_id
     WHERE u.organisation_id IS NULL AND r.withdrawn = 0 ORDER BY u.row_id`,
  );
  const persons = numbers(
    db,
    'SELECT id FROM person WHERE village IS NOT NULL AND village_id IS NULL AND withdrawn = 0 ORDER BY id',
  );
  const activities = numbers(
    db,
    `SELECT DISTINCT h.activity_id FROM activity_host h JOIN activity t ON t.id = h.activity_id
     WHERE h.organisation_id IS NULL AND t.withdrawn = 0 ORDER BY h.activity_id`,
  );
  return setLinks(
    context,
    { rows, persons, activities },
    (name, organisation) => organisation ?? (name === null ? null : find(name)),
  );
}

/**
 * Moves every reference from some units to another one, those of withdrawn records too: they may be restored.
 * @returns how many records changed
 */
export function moveReferences(context: Writing, from: ReadonlySet<number>, to: number): number {
  const { db } = context;
  const list = JSON.stringify([...from]);
  const among = 'IN (SELECT value FROM json_each(?))';
  const ask = (text: string, ...values: string[]): number[] => numbers(db, text, ...values);
  return setLinks(
    context,
    {
      rows: ask(`SELECT DISTINCT row_id FROM schedule_row_unit WHERE organisation_id ${among} ORDER BY 1`, list),
      persons: ask(
        `SELECT id FROM person WHERE village_id ${among}
         UNION SELECT person_id FROM person_role WHERE organisation_id ${among} ORDER BY 1`,
        list,
        list,
      ),
      activities: ask(`SELECT DISTINCT activity_id FROM activity_host WHERE organisation_id ${among} ORDER BY 1`, list),
    },
    (_name, organisation) => (organisation !== null && from.has(organisation) ? to : organisation),
  );
}
