/**
 * The core as one object: an open archive (or none) behind the door. The CLI, the tests and each thread of the program
 * hold one; none of them knows more of the archive than its `call`.
 */
import type { Reply } from '#shared/bridge.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { preparedFrom, type Command, type Family, type Job, type Progress, type Role } from '#shared/procedure.ts';
import { AppError } from '#shared/errors.ts';
import { readLabel } from './audit/trace.ts';
import { createArchive, hasArchive, openArchive, openArchiveReadOnly, type OpenArchive } from './archive-folder.ts';
import { uuidv7, type JobEvent, type ReadContext, type SignedEvent } from './context.ts';
import { enter, recordJob, runCommand, runJob, runQuery, type Door } from './dispatch.ts';
import { toAppError } from './errors.ts';
import { handlers } from './features/index.ts';
import type { Log } from './log.ts';

export interface RuntimeOptions {
  /** The archive's folder; null = no archive (only jobs on foreign files run). */
  directory: string | null;
  mode: 'read-write' | 'read-only';
  /** Folder of the shipped fonts (outside the program's bundle). */
  fontsFolder: string;
  appVersion: string;
  log: Log;
  locale?: Locale;
  actor?: string;
  /** Create the archive where the folder is missing or empty. */
  createIfMissing?: { unitName: string; isExample: boolean };
  /** For tests: a clock that stands still. */
  now?: () => string;
  /** For tests: parse what handlers answer. */
  checkOutputs?: boolean;
}

export interface CallSettings {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  role?: Role;
  /** Who calls, where it is not the person of this runtime: the auditors. */
  actor?: string;
  /** Output of the jobs named by `preparedBy`, where the caller ran it elsewhere. */
  prepared?: unknown;
}

export interface Answer {
  reply: Reply;
  touched: readonly Family[];
  /** What a job or a traced reading wants in the log; hand it to `record` of the writing runtime. */
  event?: SignedEvent;
}

export interface Runtime {
  call(name: string, input: unknown, settings?: CallSettings): Promise<Answer>;
  /** Logs what was done elsewhere; an auditor's repeated reading is logged once a minute. Answers whether it was logged. */
  record(event: SignedEvent): Promise<boolean>;
  close(): void;
}

/** Opens the archive as asked. Throws AppError archive/…. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const now = options.now ?? (() => new Date().toISOString());
  const actor = options.actor ?? 'local';
  let opened: OpenArchive | null = null;
  try {
    opened = open(options, now(), actor);
  } catch (error) {
    throw toAppError(error, options.log);
  }
  const archive = opened;
  let isOpen = true;
  const directory = options.directory ?? '';
  const door: Door = { handlers, checkOutputs: options.checkOutputs ?? false };

  const base = (role: Role, name = actor): Omit<ReadContext, 'db'> => ({
    actor: { name, role },
    locale: options.locale ?? 'zh-CN',
    log: options.log,
    appVersion: options.appVersion,
    now,
    directory,
  });

  function reading(): OpenArchive {
    if (!archive || !isOpen) throw new AppError('archive/closed');
    return archive;
  }

  /** An optional job that fails leaves null; its error is in the log, the command goes on. */
  async function prepare(job: string, optional: boolean, input: unknown, settings: CallSettings): Promise<unknown> {
    try {
      const { reply } = await answer(job, input, settings);
      if (!reply.ok) throw AppError.fromWire(reply.error);
      return reply.value;
    } catch (error) {
      if (!optional || settings.signal?.aborted) throw error;
      options.log.warn('preparation.failed', { job, code: toAppError(error, options.log).code });
      return null;
    }
  }

  /** What the preparing jobs answer, unless the caller ran them elsewhere. */
  async function preparedFor(procedure: Command | Job, input: unknown, settings: CallSettings): Promise<unknown> {
    if (settings.prepared !== undefined || procedure.preparedBy.length === 0) return settings.prepared;
    const outputs: unknown[] = [];
    for (const { job, optional } of procedure.preparedBy) outputs.push(await prepare(job, optional, input, settings));
    return preparedFrom(procedure.preparedBy, outputs);
  }

  async function answer(name: string, input: unknown, settings: CallSettings): Promise<Answer> {
    const role = settings.role ?? 'archivist';
    const common = base(role, settings.actor);
    const { actor: caller } = common;
    const entered = enter(door, name, input, role);
    const { procedure, handler } = entered;
    switch (procedure.kind) {
      case 'query': {
        const target = reading();
        const reply = ok(runQuery(door, procedure, handler, { ...common, db: target.db }, entered.input));
        if (role !== 'auditor' || !procedure.traced) return { reply, touched: [] };
        const event = { action: name, label: readLabel(name, entered.input), actor: caller };
        if (target.mode === 'read-only') return { reply, touched: [], event };
        // Logged before it is shown: what cannot be logged, an auditor does not get to see.
        target.mustBeInPlace();
        return { reply, touched: recordJob(target.db, common, event) ? ['history'] : [] };
      }
      case 'command': {
        const target = reading();
        if (target.mode === 'read-only') throw new AppError('archive/read_only');
        target.mustBeInPlace();
        const prepared = await preparedFor(procedure, input, settings);
        const { output, touched } = runCommand(
          door,
          name,
          procedure,
          handler,
          { ...common, db: target.db, newUid: () => uuidv7(Date.parse(now())) },
          entered.input,
          prepared,
        );
        return { reply: ok(output), touched };
      }
      case 'job': {
        let event: JobEvent | undefined;
        const prepared = await preparedFor(procedure, input, settings);
        const output = await runJob(
          door,
          procedure,
          handler,
          {
            ...common,
            db: procedure.zone === 'archive' ? reading().db : null,
            fontsFolder: options.fontsFolder,
            signal: settings.signal ?? new AbortController().signal,
            onProgress: settings.onProgress ?? (() => undefined),
            prepared,
            record: (finished) => {
              event = finished;
            },
          },
          entered.input,
        );
        // A job that names itself in the log has left its trace by that.
        if (role === 'auditor' && procedure.traced) event ??= { action: name, label: readLabel(name, entered.input) };
        return { reply: ok(output), touched: [], ...(event ? { event: { ...event, actor: caller } } : {}) };
      }
    }
  }

  return {
    async call(name, input, settings = {}) {
      try {
        return await answer(name, input, settings);
      } catch (error) {
        return { reply: { ok: false, error: toAppError(error, options.log).toWire() }, touched: [] };
      }
    },
    async record(event) {
      const target = reading();
      if (target.mode === 'read-only') throw new AppError('archive/read_only');
      target.mustBeInPlace();
      return recordJob(target.db, base(event.actor.role), event);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      archive?.close();
    },
  };
}

function ok(value: unknown): Reply {
  return { ok: true, value };
}

function open(options: RuntimeOptions, now: string, actor: string): OpenArchive | null {
  const { directory } = options;
  if (directory === null) return null;
  if (options.createIfMissing && !hasArchive(directory)) {
    createArchive(directory, { ...options.createIfMissing, actor, appVersion: options.appVersion, now });
  }
  return options.mode === 'read-only'
    ? openArchiveReadOnly(directory)
    : openArchive(directory, { at: now, actor, appVersion: options.appVersion });
}
