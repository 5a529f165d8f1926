/**
 * The log of events. Each command writes one, in its own transaction: who, when, what, and the whole image of each
 * record before and after. An event's hash covers its content and its predecessor's hash, so folding the log gives the
 * state that the tables must show, and a changed byte anywhere is found.
 *
 * hash = SHA-256(0x01 ‖ previous ‖ SHA-256(0x00 ‖ canonical event)); the first `previous` is derived from the
 * archive's own identity. The two prefixes keep leaf and chain apart (RFC 6962, 2.1).
 */
import { createHash } from 'node:crypto';
import { z } from '#shared/lib/zod.ts';
import { one, run, type ReadDb, type WriteDb } from '../db/sql.ts';
import { archiveUid } from '../entities/archive.ts';
import { canonicalJson, type Canonical } from './canonical.ts';

/** The image of a record, or null where it did not exist. */
export interface RecordImage {
  entity: string;
  key: number;
  image: { readonly [field: string]: Canonical } | null;
}

export interface NewEvent {
  at: string;
  actor: string;
  role: string;
  action: string;
  label: Canonical;
  reason: string | null;
  before: readonly RecordImage[];
  after: readonly RecordImage[];
  appVersion: string;
}

export interface EventHead {
  sequence: number;
  hash: string;
}

const Head = z.object({ sequence: z.int(), hash: z.string() });

/** The `previous` of the first event. */
export function genesis(archiveUid: string): string {
  return createHash('sha256').update(`community-education-archive\n${archiveUid}`).digest('hex');
}

/** An event with its images as canonical texts already. */
export type WrittenEvent = Omit<NewEvent, 'before' | 'after'> & {
  sequence: number;
  beforeText: string;
  afterText: string;
};

/** The canonical text of an event, which its hash covers. */
export function eventText(event: WrittenEvent): string {
  // Keys in canonical order; composed by hand so that large images are not serialised twice.
  return `{${[
    `"action":${canonicalJson(event.action)}`,
    `"actor":${canonicalJson(event.actor)}`,
    `"after":${event.afterText}`,
    `"appVersion":${canonicalJson(event.appVersion)}`,
    `"at":${canonicalJson(event.at)}`,
    `"before":${event.beforeText}`,
    `"label":${canonicalJson(event.label)}`,
    `"reason":${canonicalJson(event.reason)}`,
    `"role":${canonicalJson(event.role)}`,
    `"sequence":${event.sequence}`,
  ].join(',')}}`;
}

/** The part of the chain that stands for one event's text; shows nothing of it. */
export function eventLeaf(text: string): Buffer {
  return createHash('sha256').update('\u0000').update(text).digest();
}

/** Hash of one event in the chain. */
export function eventHash(previous: string, event: WrittenEvent): string {
  const leaf = eventLeaf(eventText(event));
  return createHash('sha256').update('\u0001').update(Buffer.from(previous, 'hex')).update(leaf).digest('hex');
}

/** Images as canonical JSON text. */
export function imagesText(images: readonly RecordImage[]): string {
  return canonicalJson(images.map(({ entity, key, image }) => ({ entity, image, key })));
}

/** The newest event; sequence 0 and the genesis hash in a log without events. */
export function head(db: ReadDb): EventHead {
  return (
    one(db, Head, 'SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1') ?? {
      sequence: 0,
      hash: genesis(archiveUid(db)),
    }
  );
}

/** Appends an event behind `last`, the head of the log; must run inside the command's transaction. */
export function appendEvent(db: WriteDb, last: EventHead, event: NewEvent): EventHead {
  const sequence = last.sequence + 1;
  const beforeText = imagesText(event.before);
  const afterText = imagesText(event.after);
  const hash = eventHash(last.hash, { ...event, sequence, beforeText, afterText });
  run(
    db,
    1,
    `INSERT INTO event (sequence, at, actor, role, action, label, reason, before, after, app_version, algorithm, previous, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sha256', ?, ?)`,
    sequence,
    event.at,
    event.actor,
    event.role,
    event.action,
    event.label === null ? null : canonicalJson(event.label),
    event.reason,
    beforeText,
    afterText,
    event.appVersion,
    last.hash,
    hash,
  );
  return { sequence, hash };
}
