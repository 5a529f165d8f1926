/**
 * What an auditor looked at, in the log. Each traced reading (`shared/procedure.ts`) leaves an event that names the
 * procedure and the matter by number or year, never by name: the log is handed to others. The same reading within a
 * minute is one event, so that moving through a list and back does not flood the log.
 */
import type { StepLabel } from '#shared/features/schedule.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import type { SignedEvent } from '../context.ts';
import { canonicalJson } from './canonical.ts';

/** Codes of the labels, with words in `history`. */
export const AUDIT_READ = 'auditRead';
export const AUDIT_BEGIN = 'auditBegin';
export const AUDIT_END = 'auditEnd';

/** Milliseconds in which the same reading is one event. */
const SAME_READING_MS = 60_000;
/** More events than a minute of reading brings; beyond them a reading is logged again, which harms nobody. */
const LOOKED_THROUGH = 1000;

/** Fields of an input that say which matter it is, in the order in which they are told. All are numbers or fixed words. */
const Matter = z.object({
  paper: z.string().max(40).optional().catch(undefined),
  entity: z.string().max(40).optional().catch(undefined),
  id: z.int().optional().catch(undefined),
  key: z.int().optional().catch(undefined),
  activityId: z.int().optional().catch(undefined),
  personId: z.int().optional().catch(undefined),
  documentId: z.int().optional().catch(undefined),
  year: z.int().optional().catch(undefined),
  sha256: z.string().max(64).optional().catch(undefined),
  /** Lists name their year in the filter. */
  filter: z
    .object({ year: z.int().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Enough of a checksum to find the file again. */
const CHECKSUM_DIGITS = 12;

/**
 * Label of a reading: `what` is the procedure, `of` the matter as text of any language (№12, 2021); `paper` and `entity`
 * are told apart, since they have words.
 */
export function readLabel(name: string, input: unknown): StepLabel {
  const parsed = Matter.safeParse(input);
  const matter = parsed.success ? parsed.data : {};
  const number = matter.id ?? matter.key ?? matter.activityId ?? matter.personId ?? matter.documentId;
  const year = matter.year ?? matter.filter?.year;
  const parts = [
    number === undefined ? '' : `№${number}`,
    year === undefined ? '' : String(year),
    matter.sha256 === undefined ? '' : matter.sha256.slice(0, CHECKSUM_DIGITS),
  ];
  const kind = matter.paper ?? matter.entity;
  return {
    code: AUDIT_READ,
    params: { what: name, kind: kind ?? '', of: parts.filter((part) => part !== '').join(' ') },
  };
}

const Recent = z.object({
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  label: z.string().nullable(),
});

/** Is this reading in the log already, less than a minute old and of the same audit? */
export function wasJustRead(db: ReadDb, event: SignedEvent, at: string): boolean {
  const since = new Date(Date.parse(at) - SAME_READING_MS).toISOString();
  const label = canonicalJson(event.label);
  const recent = all(
    db,
    Recent,
    `SELECT at, actor, role, action, label FROM event
     WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM event) - ? ORDER BY sequence DESC`,
    LOOKED_THROUGH,
  );
  for (const one of recent) {
    // Events are written in order, but a clock may have been put back.
    if (one.at < since || one.at > at || isBoundary(one.label)) return false;
    const same = one.actor === event.actor.name && one.role === event.actor.role;
    if (same && one.action === event.action && one.label === label) return true;
  }
  return false;
}

/** Begin or end of an audit. */
function isBoundary(label: string | null): boolean {
  return label !== null && (label.includes(`"${AUDIT_BEGIN}"`) || label.includes(`"${AUDIT_END}"`));
}
