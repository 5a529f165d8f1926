/** What handlers are given. Everything that varies (clock, ids, actor, fonts) comes from here. */
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { Progress, Role } from '#shared/procedure.ts';
import type { StepLabel } from '#shared/features/schedule.ts';
import type { Changes } from './changes.ts';
import type { ReadDb, WriteDb } from './db/sql.ts';
import type { Log } from './log.ts';

export interface Actor {
  name: string;
  role: Role;
}

interface BaseContext {
  actor: Actor;
  locale: Locale;
  log: Log;
  appVersion: string;
  /** Now, as an ISO instant. */
  now: () => string;
  /** The archive's folder. */
  directory: string;
}

export interface ReadContext extends BaseContext {
  db: ReadDb;
}

/** What a command says of itself for the log and the undo list. */
export interface StepDescription {
  label: StepLabel;
  reason?: string;
  /** false: the step cannot be undone (default true where records changed). */
  undoable?: boolean;
}

export interface WriteContext extends BaseContext {
  db: WriteDb;
  changes: Changes;
  /** A new UUIDv7. */
  newUid: () => string;
  /** Names the step; must be called once by each command. */
  describe: (step: StepDescription) => void;
  /** Number that this command's event will have. */
  eventNumber: number;
  /** Output of the job that prepared the command, if it has one. */
  prepared: unknown;
}

export interface JobContext extends BaseContext {
  /** null in the foreign zone. */
  db: ReadDb | null;
  fontsFolder: string;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Output of the job that prepared this one, if one did. */
  prepared: unknown;
  /** An event for the log, written after the job has ended well. */
  record: (event: JobEvent) => void;
}

/** The archive of a job that has one. Throws archive/closed. */
export function archiveOf(context: JobContext): ReadDb {
  if (!context.db) throw new AppError('archive/closed');
  return context.db;
}

/** An entry in the log that changes no record: a finished job, a reading by an auditor. */
export interface JobEvent {
  action: string;
  label: StepLabel;
}

/** The same with who did it, for whoever writes it into the log. */
export interface SignedEvent extends JobEvent {
  actor: Actor;
}

/** UUIDv7 (RFC 9562, 5.7): sortable by time, safe to leave the archive. */
export function uuidv7(milliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
