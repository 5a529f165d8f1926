/**
 * Runs the core in threads. The writer starts with the host; the other two start at their first use, and again after
 * they died. Queries and commands go to the writer, jobs beside it, files of unknown origin to a thread that sees no
 * archive, one at a time, under limits of time and memory (spec/reliability 2.5).
 *
 * Plain Node: the same host runs under Electron's main process, in tests and on the command line.
 */
import { randomBytes } from 'node:crypto';
import type { SignedEvent } from '#core/context.ts';
import type { Log } from '#core/log.ts';
import type { Reply } from '#shared/bridge.ts';
import type { CallOptions } from '#shared/client.ts';
import { contract, findProcedure } from '#shared/contract.ts';
import { AppError, type WireError } from '#shared/errors.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { preparedFrom, type Family, type Role } from '#shared/procedure.ts';
import type { Answer, CallRequest, ThreadRole, ThreadStart } from './messages.ts';
import { CANCELLED, failed, startThread, type Thread } from './thread.ts';

export interface HostOptions {
  /** The archive's folder; null = no archive, only files can be read. */
  directory: string | null;
  mode?: 'read-write' | 'read-only';
  fontsFolder: string;
  appVersion: string;
  locale?: Locale;
  /** Who works at this machine, for the log. */
  actor?: string;
  log: Log;
  createIfMissing?: { unitName: string; isExample: boolean };
  /** The thread's entry, as JavaScript. */
  entry: string;
  /** Limits of the thread that reads files of unknown origin. */
  foreign?: { seconds: number; megabytes: number };
}

export interface HostCallOptions extends CallOptions {
  role?: Role;
  /** Who calls, for the log, where it is not the host's own actor. */
  actor?: string;
  /** Answers of queries and commands come as JSON text (for the way through the bridge to a page). */
  asText?: boolean;
}

export interface Host {
  /** Never rejects: failures are replies. The input may be packed where the procedure takes no file. */
  call(name: string, input: unknown, options?: HostCallOptions): Promise<{ reply: Reply; touched: readonly Family[] }>;
  /** Logs what was done outside the core, e.g. the begin of an audit. */
  record(event: SignedEvent): Promise<Reply>;
  /** Cancels jobs, lets the writer finish what it began, closes the archive. */
  close(): Promise<void>;
}

const FOREIGN_LIMITS = { seconds: 20, megabytes: 512 };
/** The whole program may grow by this many times the reader's limit while it reads: buffers are often held twice. */
const BUFFERS = 2;
const WATCH_EVERY_MS = 100;
const PATIENCE = { writer: 30_000, jobs: 5_000, foreign: 1_000 } as const;

function fault(): WireError {
  const ref = randomBytes(4).toString('hex');
  return { code: 'program/internal', params: { ref }, ref };
}

/** Opens the archive in its threads. Throws AppError archive/* when it cannot be opened. */
export async function startHost(options: HostOptions): Promise<Host> {
  const limits = options.foreign ?? FOREIGN_LIMITS;
  const limitError: WireError = { code: 'reader/limit', params: limits };
  const closedError: WireError = { code: 'archive/closed', params: {} };
  const onDeath: Record<ThreadRole, (outOfMemory: boolean) => WireError> = {
    writer: () => ({ code: 'archive/io', params: {} }),
    jobs: fault,
    foreign: (outOfMemory) => (outOfMemory ? limitError : fault()),
  };
  let closing = false;

  const open = (role: ThreadRole): Promise<Thread> => {
    const start: ThreadStart = {
      role,
      directory: role === 'foreign' ? null : options.directory,
      mode: role === 'writer' ? (options.mode ?? 'read-write') : 'read-only',
      fontsFolder: options.fontsFolder,
      appVersion: options.appVersion,
      locale: options.locale ?? 'zh-CN',
      actor: options.actor ?? 'local',
      createIfMissing: role === 'writer' ? (options.createIfMissing ?? null) : null,
    };
    return startThread({
      entry: options.entry,
      start,
      log: options.log,
      onDeath: onDeath[role],
      ...(role === 'foreign' ? { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } } : {}),
    });
  };

  const writer = options.directory === null ? null : await open('writer');

  /** A thread that is started at its first use, and anew once it has died. */
  const lazily = (role: 'jobs' | 'foreign'): { get(): Promise<Thread>; close(): Promise<void> } => {
    let current: Promise<Thread> | null = null;
    const renew = async (before: Promise<Thread> | null): Promise<Thread> => {
      const thread = await before?.catch(() => null);
      return thread?.alive ? thread : open(role);
    };
    return {
      get: () => (current = renew(current)),
      async close() {
        const thread = await current?.catch(() => null);
        await thread?.close(PATIENCE[role]);
      },
    };
  };
  const jobs = lazily('jobs');
  const foreign = lazily('foreign');

  /** One file of unknown origin at a time: the limits hold for each, and killing the thread hits no other. */
  let foreignTurn: Promise<unknown> = Promise.resolve();
  const readForeign = (request: CallRequest, callOptions: CallOptions): Promise<Answer> => {
    const turn = foreignTurn.then(async () => {
      if (callOptions.signal?.aborted || closing) return CANCELLED;
      const thread = await foreign.get();
      const stop = (): void => {
        options.log.warn('reader.limit', { name: request.name, ...limits });
        void thread.kill(limitError);
      };
      const timer = setTimeout(stop, limits.seconds * 1000);
      // The thread's own limit counts objects; buffers (an unpacked stream, say) lie outside it and show only here.
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.megabytes * BUFFERS * 2 ** 20) stop();
      }, WATCH_EVERY_MS);
      // A parser cannot be asked to stop half-way; its thread holds nothing that would be lost.
      callOptions.signal?.addEventListener('abort', () => {
        if (busy) void thread.kill({ code: 'program/cancelled', params: {} });
      });
      let busy = true;
      try {
        return await thread.call(request, callOptions.onProgress ? { onProgress: callOptions.onProgress } : {});
      } finally {
        busy = false;
        clearTimeout(timer);
        clearInterval(watch);
      }
    });
    foreignTurn = turn.catch(() => undefined);
    return turn;
  };

  /** The names to match against: the open archive's unit list, unless the caller brought one. */
  const withUnits = async (input: unknown): Promise<unknown> => {
    if (!writer || typeof input !== 'object' || input === null || ('units' in input && input.units)) return input;
    const { reply } = await writer.call({ name: 'organisations.list', input: {} }, {});
    const list = reply.ok ? contract.organisations.list.output.safeParse(reply.value) : null;
    if (!list?.success) return input;
    return { ...input, units: list.data.map(({ fullName, shortNames }) => ({ name: fullName, shortNames })) };
  };

  const runJob = async (request: CallRequest, zone: 'archive' | 'foreign', call: CallOptions): Promise<Answer> => {
    if (zone === 'foreign') return readForeign({ ...request, input: await withUnits(request.input) }, call);
    if (!writer) return failed(closedError);
    const answer = await (await jobs.get()).call(request, call);
    if (answer.event === undefined) return answer;
    const recorded = await writer.record(answer.event);
    if (!recorded.reply.ok) return recorded;
    return { reply: answer.reply, touched: [...new Set([...answer.touched, ...recorded.touched])] };
  };

  const route = async (request: CallRequest, call: CallOptions, asText: boolean): Promise<Answer> => {
    const procedure = findProcedure(request.name);
    if (!procedure || procedure.kind === 'native') {
      return failed({ code: 'input/unknown_procedure', params: { name: request.name.slice(0, 80) } });
    }
    if (closing) return failed(closedError);
    if (procedure.kind === 'job' && procedure.preparedBy.length === 0) return runJob(request, procedure.zone, call);
    if (!writer) return failed(closedError);
    if (asText && procedure.kind !== 'job') request.asText = true;
    // Said before the preparing job, which may write files.
    if (procedure.kind === 'command' && options.mode === 'read-only') {
      return failed({ code: 'archive/read_only', params: {} });
    }
    const role = request.role ?? 'archivist';
    if (!procedure.roles.includes(role)) return failed({ code: 'access/role', params: { role } });
    if (procedure.kind !== 'query' && procedure.preparedBy.length > 0) {
      const outputs: unknown[] = [];
      const { asText: _asText, ...plain } = request;
      for (const { job, optional } of procedure.preparedBy) {
        const found = findProcedure(job);
        const zone = found?.kind === 'job' ? found.zone : 'archive';
        const { reply, ...rest } = await runJob({ ...plain, name: job }, zone, call);
        if (call.signal?.aborted) return CANCELLED;
        if (!reply.ok && !optional) return { reply, ...rest };
        if (!reply.ok) options.log.warn('preparation.failed', { job, code: reply.error.code });
        outputs.push(reply.ok ? reply.value : null);
      }
      const ready = { ...request, prepared: preparedFrom(procedure.preparedBy, outputs) };
      return procedure.kind === 'job' ? runJob(ready, procedure.zone, call) : writer.call(ready, call);
    }
    return writer.call(request, call);
  };

  return {
    async call(name, input, { role, actor, asText = false, ...call } = {}) {
      try {
        const request: CallRequest = { name, input };
        if (role !== undefined) request.role = role;
        if (actor !== undefined) request.actor = actor;
        const { reply, touched } = await route(request, call, asText);
        return { reply, touched };
      } catch (error) {
        // A jobs or reader thread that could not be opened, or an input that cannot be cloned.
        if (error instanceof AppError) return failed(error.toWire());
        const wire = fault();
        options.log.error('host.fault', { ref: wire.ref, name, stack: error instanceof Error ? error.stack : '' });
        return failed(wire);
      }
    },
    async record(event) {
      if (!writer || closing) return { ok: false, error: closedError };
      return (await writer.record(event)).reply;
    },
    async close() {
      if (closing) return;
      closing = true;
      await Promise.all([foreign.close(), jobs.close()]);
      await writer?.close(PATIENCE.writer);
    },
  };
}
