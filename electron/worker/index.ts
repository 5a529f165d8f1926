/**
 * Entry of a thread: opens the runtime in the role it is given, answers calls, closes. Errors leave it as codes, since
 * a thread boundary keeps of an Error only its message.
 */
import { randomBytes } from 'node:crypto';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Log } from '#core/log.ts';
import { openRuntime, type Runtime } from '#core/runtime.ts';
import { isPacked } from '#shared/bridge.ts';
import { AppError, type WireError } from '#shared/errors.ts';
import { readJson } from './measure.ts';
import type { Answer, FromThread, LogLevel, ThreadStart, ToThread } from './messages.ts';
import { transferList } from './transfer.ts';

function logTo(port: MessagePort): Log {
  const write =
    (level: LogLevel) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void =>
      port.postMessage({ kind: 'log', level, event, fields } satisfies FromThread);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function toWire(error: unknown, log: Log): WireError {
  if (error instanceof AppError) return error.toWire();
  const ref = randomBytes(4).toString('hex');
  log.error('thread.fault', { ref, stack: error instanceof Error ? error.stack : String(error) });
  return { code: 'program/internal', params: { ref }, ref };
}

function serve(port: MessagePort, runtime: Runtime, log: Log): void {
  const running = new Map<number, { cancel: AbortController; done: Promise<void> }>();

  const answer = (id: number, content: Answer): void =>
    port.postMessage({ kind: 'answer', id, answer: content } satisfies FromThread, transferList(content.reply));

  const run = async (id: number, work: () => Promise<Answer>): Promise<void> => {
    try {
      answer(id, await work());
    } catch (error) {
      answer(id, { reply: { ok: false, error: toWire(error, log) }, touched: [] });
    } finally {
      running.delete(id);
    }
  };

  const close = async (): Promise<void> => {
    for (const call of running.values()) call.cancel.abort();
    await Promise.all([...running.values()].map((call) => call.done));
    try {
      runtime.close();
    } catch (error) {
      toWire(error, log);
    }
    port.postMessage({ kind: 'closed' } satisfies FromThread);
    port.close();
  };

  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'call': {
        const { id, request } = message;
        const cancel = new AbortController();
        const work = async (): Promise<Answer> => {
          const input = isPacked(request.input) ? readJson(request.input.json, Number.MAX_SAFE_INTEGER) : request.input;
          const content = await runtime.call(request.name, input, {
            signal: cancel.signal,
            onProgress: (progress) => port.postMessage({ kind: 'progress', id, progress } satisfies FromThread),
            ...(request.prepared === undefined ? {} : { prepared: request.prepared }),
            ...(request.role === undefined ? {} : { role: request.role }),
            ...(request.actor === undefined ? {} : { actor: request.actor }),
          });
          if (!request.asText || !content.reply.ok) return content;
          return { ...content, reply: { ok: true, value: JSON.stringify(content.reply.value ?? null), text: true } };
        };
        // The entry must stand before the work begins: a handler that never waits ends within this very turn.
        const entry = { cancel, done: Promise.resolve() };
        running.set(id, entry);
        entry.done = run(id, work);
        break;
      }
      case 'record': {
        const { id, event } = message;
        const work = async (): Promise<Answer> => {
          const logged = await runtime.record(event);
          return { reply: { ok: true, value: null }, touched: logged ? ['history'] : [] };
        };
        const entry = { cancel: new AbortController(), done: Promise.resolve() };
        running.set(id, entry);
        entry.done = run(id, work);
        break;
      }
      case 'cancel':
        running.get(message.id)?.cancel.abort();
        break;
      case 'close':
        void close();
        break;
    }
  });
}

async function start(port: MessagePort, data: ThreadStart): Promise<void> {
  const log = logTo(port);
  const { role: _role, createIfMissing, ...options } = data;
  try {
    const runtime = await openRuntime({ ...options, log, ...(createIfMissing ? { createIfMissing } : {}) });
    serve(port, runtime, log);
    port.postMessage({ kind: 'ready' } satisfies FromThread);
  } catch (error) {
    port.postMessage({ kind: 'refused', error: toWire(error, log) } satisfies FromThread);
    port.close();
  }
}

if (!parentPort) throw new Error('This file is the entry of a thread.');
await start(parentPort, workerData);
