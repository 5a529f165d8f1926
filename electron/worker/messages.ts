/** What host and thread say to each other. Plain data only, so that another transport could carry it. */
import type { SignedEvent } from '#core/context.ts';
import type { Reply } from '#shared/bridge.ts';
import type { WireError } from '#shared/errors.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { Family, Progress, Role } from '#shared/procedure.ts';

/**
 * - `writer`  the one writing connection: all commands, and the queries of the window
 * - `jobs`    long work on a read-only connection: exports, previews, checks, backups
 * - `foreign` reads files of unknown origin; sees no archive and is killed when it goes beyond its limits
 */
export type ThreadRole = 'writer' | 'jobs' | 'foreign';

/** `workerData`: the runtime's options as far as they can be cloned; the thread brings its own log. */
export interface ThreadStart {
  role: ThreadRole;
  directory: string | null;
  mode: 'read-write' | 'read-only';
  fontsFolder: string;
  appVersion: string;
  locale: Locale;
  /** Who works at this machine, for the log. */
  actor: string;
  createIfMissing: { unitName: string; isExample: boolean } | null;
}

export interface CallRequest {
  name: string;
  /** May be packed as text (shared/bridge.ts). */
  input: unknown;
  /** Answer the value as JSON text. */
  asText?: true;
  /** Output of the job that a command is prepared by. */
  prepared?: unknown;
  role?: Role;
  /** Who calls, where it is not the person at this machine. */
  actor?: string;
}

export interface Answer {
  reply: Reply;
  touched: readonly Family[];
  /** An event that a job or a reading wants in the log: the host hands it to the writer. */
  event?: SignedEvent;
}

export type ToThread =
  | { kind: 'call'; id: number; request: CallRequest }
  | { kind: 'cancel'; id: number }
  | { kind: 'record'; id: number; event: SignedEvent }
  | { kind: 'close' };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type FromThread =
  | { kind: 'ready' }
  | { kind: 'refused'; error: WireError }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'log'; level: LogLevel; event: string; fields: Readonly<Record<string, unknown>> }
  | { kind: 'closed' };
