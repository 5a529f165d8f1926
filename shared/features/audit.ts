/**
 * For auditors: the log by its events, the package that is checked without this program, and its check (domain C6; reliability 2.2).
 */
import { z } from '../lib/zod.ts';
import { job, query } from '../procedure.ts';
import { ArchiveInfo } from './archive.ts';
import { RecordEvent } from './history.ts';
import { Year } from './schedule.ts';

/** An event with the records it changed, field by field. */
export const AuditEvent = RecordEvent.omit({ changes: true }).extend({
  role: z.string(),
  hash: z.string(),
  /** How many records it changed; `records` are the first of them, those that the filter names before the others. */
  recordCount: z.int(),
  records: z.array(
    z.object({
      entity: z.string(),
      key: z.int(),
      changes: RecordEvent.shape.changes,
    }),
  ),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditLogFilter = z.object({
  /** Days, by the clock of this machine. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Beginning of the action's name, e.g. `budgets`. */
  action: z.string().max(60).optional(),
  actor: z.string().max(100).optional(),
  entity: z.string().max(40).optional(),
  key: z.int().optional(),
});
export type AuditLogFilter = z.infer<typeof AuditLogFilter>;

export const PackageProblem = z.object({
  code: z.string(),
  file: z.string().nullable(),
  sequence: z.int().nullable(),
  detail: z.string(),
});

export const audit = {
  log: query(
    'Events of the log, the newest first, with what each changed.',
    z.object({
      filter: AuditLogFilter.default({}),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(5000).default(100),
    }),
    z.object({ total: z.int(), events: z.array(AuditEvent) }),
    { traced: true },
  ),
  package: job(
    'Write the evidence of a year into a new folder: figures, entries, vouchers, log, checksums, head of the chain, and a verifier that needs nothing else.',
    z.object({ year: Year, directory: z.string().min(1) }),
    z.object({
      directory: z.string(),
      files: z.int(),
      /** Bytes of all files. */
      bytes: z.int(),
      entries: z.int(),
      vouchers: z.int(),
      /** SHA-256 of the list of checksums: the one number to keep. */
      seal: z.string(),
      head: ArchiveInfo.shape.head,
      /** Vouchers that are missing or damaged in the store, in words. */
      problems: z.array(z.string()),
    }),
    { paths: ['directory'], traced: true },
  ),
  verify: job(
    'Check an evidence package; without a folder the log and the records of this archive.',
    z.object({ directory: z.string().min(1).optional() }),
    z.object({
      ok: z.boolean(),
      files: z.int(),
      events: z.int(),
      head: ArchiveInfo.shape.head.nullable(),
      problems: z.array(PackageProblem),
    }),
    { paths: ['directory'], traced: true },
  ),
} as const;
