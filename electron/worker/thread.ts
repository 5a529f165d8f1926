/**
 * The host's end of one thread: starts it, matches answers to calls, and settles every call when the thread dies.
 * Invariant: a promise given out here is always settled, whatever becomes of the thread.
 */
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { SignedEvent } from '#core/context.ts';
import type { Log } from '#core/log.ts';
import { AppError, type WireError } from '#shared/errors.ts';
import type { Progress } from '#shared/procedure.ts';
import type { CallOptions } from '#shared/client.ts';
import type { Answer, CallRequest, FromThread, ThreadStart, ToThread } from './messages.ts';

export interface Thread {
  call(request: CallRequest, options: CallOptions): Promise<Answer>;
  record(event: SignedEvent): Promise<Answer>;
  /** Ends after the work in hand; kills the thread when that takes longer than `patience` ms. */
  close(patience: number): Promise<void>;
  /** Ends at once; calls in hand are answered with the error. */
  kill(error: WireError): Promise<void>;
  readonly alive: boolean;
}

export interface ThreadOptions {
  entry: string;
  start: ThreadStart;
  log: Log;
  /** What calls are answered with when the thread ends by itself; `outOfMemory` tells the one case with a cause. */
  onDeath: (outOfMemory: boolean) => WireError;
  resourceLimits?: ResourceLimits;
}

export const CANCELLED: Answer = {
  reply: { ok: false, error: { code: 'program/cancelled', params: {} } },
  touched: [],
};

export function failed(error: WireError): Answer {
  return { reply: { ok: false, error }, touched: [] };
}

/** Starts a thread and waits until its runtime is open. Throws the AppError with which it refused. */
export async function startThread(options: ThreadOptions): Promise<Thread> {
  const { start, log } = options;
  const worker = new Worker(options.entry, {
    workerData: start,
    name: start.role,
    ...(options.resourceLimits ? { resourceLimits: options.resourceLimits } : {}),
  });
  const pending = new Map<number, { settle: (answer: Answer) => void; onProgress?: (progress: Progress) => void }>();
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let alive = true;
  let death: WireError | null = null;
  let lastId = 0;

  const bury = (): void => {
    alive = false;
    const error = death ?? options.onDeath(false);
    for (const call of pending.values()) call.settle(failed(error));
    pending.clear();
  };

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      switch (message.kind) {
        case 'ready':
          resolve();
          break;
        case 'refused':
          reject(AppError.fromWire(message.error));
          break;
        case 'answer':
          pending.get(message.id)?.settle(message.answer);
          pending.delete(message.id);
          break;
        case 'progress':
          pending.get(message.id)?.onProgress?.(message.progress);
          break;
        case 'log':
          log[message.level](message.event, { ...message.fields, thread: start.role });
          break;
        case 'closed':
          alive = false;
          break;
      }
    });
    worker.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      death ??= options.onDeath(outOfMemory);
      log.error('thread.died', { thread: start.role, outOfMemory, ref: death.ref, stack: error.stack });
    });
    worker.once('exit', () => {
      bury();
      reject(AppError.fromWire(death ?? options.onDeath(false)));
    });
  });

  const send = (message: ToThread): void => worker.postMessage(message);
  const ask = (
    make: (id: number) => ToThread,
    onProgress?: (progress: Progress) => void,
  ): [number, Promise<Answer>] => {
    const id = ++lastId;
    if (!alive) return [id, Promise.resolve(failed(death ?? options.onDeath(false)))];
    return [
      id,
      new Promise<Answer>((settle) => {
        pending.set(id, { settle, ...(onProgress ? { onProgress } : {}) });
        send(make(id));
      }),
    ];
  };

  await opened;
  return {
    get alive() {
      return alive;
    },
    async call(request, { onProgress, signal }) {
      if (signal?.aborted) return CANCELLED;
      const [id, answer] = ask((callId) => ({ kind: 'call', id: callId, request }), onProgress);
      signal?.addEventListener('abort', () => {
        if (pending.has(id)) send({ kind: 'cancel', id });
      });
      return answer;
    },
    async record(event) {
      return ask((id) => ({ kind: 'record', id, event }))[1];
    },
    async close(patience) {
      if (alive) send({ kind: 'close' });
      const timer = setTimeout(() => {
        log.warn('thread.killed', { thread: start.role });
        void worker.terminate();
      }, patience);
      await ended;
      clearTimeout(timer);
    },
    async kill(error) {
      death ??= error;
      await worker.terminate();
      await ended;
    },
  };
}
