/** The log as auditors read it: by day, person, action or record, each event with what it changed, field by field. */
import type { AuditEvent, AuditLogFilter } from '#shared/features/audit.ts';
import { StepLabel } from '#shared/features/schedule.ts';
import { canonicalJson } from './canonical.ts';
import { z } from '#shared/lib/zod.ts';
import { all, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import { changesBetween, EventImages } from '../record-history.ts';

/** An import changes tens of thousands of records; so many of one event are shown, and their number is told. */
const MOST_RECORDS = 200;

const Row = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  label: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : StepLabel.parse(JSON.parse(text)))),
  reason: z.string().nullable(),
  hash: z.string(),
  before: z.string(),
  after: z.string(),
});

/** The instant at which a day begins where this machine is, `later` days on. Events carry instants of UTC. */
function startOf(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** SQL condition with its values. Names are fixed; only values vary. */
function condition(filter: AuditLogFilter): { where: string; values: SqlValue[] } {
  const parts = ['1'];
  const values: SqlValue[] = [];
  const add = (part: string, ...given: SqlValue[]): void => {
    parts.push(part);
    values.push(...given);
  };
  if (filter.from !== undefined) add('at >= ?', startOf(filter.from));
  if (filter.to !== undefined) add('at < ?', startOf(filter.to, 1));
  if (filter.action !== undefined) add('substr(action, 1, length(?)) = ?', filter.action, filter.action);
  if (filter.actor !== undefined) add('actor = ?', filter.actor);
  const { entity, key } = filter;
  // The plain search spares parsing the images of events that cannot hold it.
  if (entity !== undefined) add('instr(after, ?) > 0', `"entity":${canonicalJson(entity)}`);
  if (entity !== undefined || key !== undefined) {
    const named = entity === undefined ? '' : "AND json_extract(json_each.value, '$.entity') = ?";
    const keyed = key === undefined ? '' : "AND json_extract(json_each.value, '$.key') = ?";
    add(
      `EXISTS (SELECT 1 FROM json_each(event.after) WHERE 1 ${named} ${keyed})`,
      ...[entity, key].filter((given) => given !== undefined),
    );
  }
  return { where: parts.join(' AND '), values };
}

function eventOf({ before, after, ...event }: z.infer<typeof Row>, filter: AuditLogFilter): AuditEvent {
  const id = ({ entity, key }: { entity: string; key: number }): string => `${entity}/${key}`;
  const old = new Map(EventImages.parse(JSON.parse(before)).map((one) => [id(one), one.image]));
  const now = EventImages.parse(JSON.parse(after));
  const isMeant = (one: { entity: string; key: number }): boolean =>
    (filter.entity === undefined || one.entity === filter.entity) &&
    (filter.key === undefined || one.key === filter.key);
  const sorted = [...now.filter(isMeant), ...now.filter((one) => !isMeant(one))];
  return {
    ...event,
    recordCount: now.length,
    records: sorted.slice(0, MOST_RECORDS).map((one) => ({
      entity: one.entity,
      key: one.key,
      changes: changesBetween(one.entity, old.get(id(one)) ?? null, one.image),
    })),
  };
}

/** Newest first; `total` counts all that the filter lets through. A key without its kind means records of any kind. */
export function auditLog(
  db: ReadDb,
  { filter, offset, limit }: { filter: AuditLogFilter; offset: number; limit: number },
): { total: number; events: AuditEvent[] } {
  const { where, values } = condition(filter);
  const rows = all(
    db,
    Row,
    `SELECT sequence, at, actor, role, action, label, reason, hash, before, after FROM event
     WHERE ${where} ORDER BY sequence DESC LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  return {
    total: value(db, z.int(), `SELECT count(*) FROM event WHERE ${where}`, ...values),
    events: rows.map((row) => eventOf(row, filter)),
  };
}
