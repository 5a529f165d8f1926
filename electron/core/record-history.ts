/**
 * The history of one record out of the log: the events whose images hold it, and what they changed in it. The uid of the
 * record finds the events by plain text search; their images are read only where it occurs.
 */
import { StepLabel } from '#shared/features/schedule.ts';
import type { RecordEvent } from '#shared/features/history.ts';
import { z } from '#shared/lib/zod.ts';
import { canonicalJson, type Canonical } from './audit/canonical.ts';
import { all, type ReadDb } from './db/sql.ts';
import { completeImage, entities } from './entities/index.ts';

const Row = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  label: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : StepLabel.parse(JSON.parse(text)))),
  reason: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});

const Image = z.record(z.string(), z.unknown());
type Image = z.infer<typeof Image>;

/** Images as an event keeps them. */
export const EventImages = z.array(z.object({ entity: z.string(), key: z.int(), image: Image.nullable() }));

/** `document_number` → `documentNumber`, as the features name their fields. */
function fieldName(column: string): string {
  return column.replace(/_([a-z])/gu, (_all, letter: string) => letter.toUpperCase());
}

/** What an event did to one record, field by field; what is masked stays masked. `before` is null for a new record. */
export function changesBetween(entity: string, before: Image | null, after: Image | null): RecordEvent['changes'] {
  const masked = entities.find(({ name }) => name === entity)?.masked;
  const whole = (image: Image | null) => (image === null ? null : completeImage(entity, image));
  const old = whole(before);
  const now = whole(after) ?? {};
  const text = (value: unknown): string => canonicalJson((value ?? null) as Canonical);
  const shown = (column: string, value: unknown): string => {
    const mask = masked?.[column];
    return text(mask && typeof value === 'string' ? mask(value) : value);
  };
  const changes = Object.keys(now)
    .filter((column) => column !== 'version' && (old === null || text(old[column]) !== text(now[column])))
    .map((column) => ({
      field: fieldName(column),
      before: old === null ? null : shown(column, old[column]),
      after: shown(column, now[column]),
    }));
  // The first event tells what the record was made with, not that everything else was empty.
  return old === null ? changes.filter(({ after: value }) => !['null', '""', '[]', '0'].includes(value)) : changes;
}

/** Newest first. An unknown kind of record or key has no events. */
export function recordEvents(db: ReadDb, entity: string, key: number, limit: number): RecordEvent[] {
  const uid = entities.find(({ name }) => name === entity)?.read(db, key)?.['uid'];
  if (typeof uid !== 'string') return [];
  const rows = all(
    db,
    Row,
    `SELECT sequence, at, actor, action, label, reason, before, after FROM event
     WHERE instr(after, ?) > 0 ORDER BY sequence DESC LIMIT ?`,
    `"uid":${canonicalJson(uid)}`,
    limit,
  );
  return rows.map(({ before, after, ...event }) => {
    const imageOf = (text: string): Image | null =>
      EventImages.parse(JSON.parse(text)).find((one) => one.entity === entity && one.key === key)?.image ?? null;
    return { ...event, changes: changesBetween(entity, imageOf(before), imageOf(after)) };
  });
}
