/**
 * The door: every message of the page passes here. Sender, name, size and paths are checked before anything runs;
 * failures go back as replies, never as exceptions (those keep only their message on the way).
 */
import { randomBytes } from 'node:crypto';
import type { Log } from '#core/log.ts';
import { isPacked, type Notice, type Reply } from '#shared/bridge.ts';
import { findProcedure } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Procedure } from '#shared/procedure.ts';
import type { Host } from '../worker/host.ts';
import { measure, readJson } from '../worker/measure.ts';
import { fieldOf, sizeLimit } from './door.ts';
import { purposeOf, type Grants } from './grants.ts';
import type { NativeHandlers } from './native.ts';

export interface DoorOptions {
  native: NativeHandlers;
  grants: Grants;
  call: Host['call'];
  log: Log;
  notify: (notice: Notice) => void;
}

export interface Door {
  call(name: unknown, input: unknown, call: unknown): Promise<Reply>;
  cancel(call: unknown): void;
}

/** Calls that take longer are noted in the log, by name only. */
const SLOW_MS = 1000;

export function createDoor({ native, grants, call: callHost, log, notify }: DoorOptions): Door {
  const running = new Map<string, AbortController>();
  const nativeHandlers = new Map(Object.entries(native));

  const run = async (name: string, procedure: Procedure, sent: unknown, id: string): Promise<Reply> => {
    const limit = sizeLimit(procedure);
    // Text for a thread is read there; here it is read only where something in it has to be looked at.
    const stays = isPacked(sent) && procedure.kind !== 'native' && procedure.paths.length === 0;
    measure(sent, limit);
    const input = isPacked(sent) && !stays ? readJson(sent.json, limit) : sent;
    const paths = new Map<string, string>();
    for (const field of procedure.paths) {
      const value = fieldOf(input, field);
      if (value !== undefined) paths.set(field, grants.resolve(value, field, purposeOf(name, procedure, field)));
    }
    const real = paths.size > 0 && typeof input === 'object' ? { ...input, ...Object.fromEntries(paths) } : input;

    if (procedure.kind === 'native') {
      const handler = nativeHandlers.get(name.slice(name.indexOf('.') + 1));
      if (!handler) throw new AppError('input/unknown_procedure', { name });
      return { ok: true, value: await handler(real) };
    }
    const cancel = new AbortController();
    running.set(id, cancel);
    const { reply, touched } = await callHost(name, real, {
      asText: true,
      signal: cancel.signal,
      onProgress: (progress) => notify({ kind: 'progress', call: id, progress }),
    });
    if (reply.ok) {
      for (const [field, path] of paths) {
        const use = purposeOf(name, procedure, field);
        const written = fieldOf(reply.value, field);
        if (use === 'save') grants.markWritten(path);
        if (use !== 'open' && typeof written === 'string') grants.markWritten(written);
      }
    }
    if (touched.length > 0) notify({ kind: 'touched', families: [...touched] });
    return reply;
  };

  return {
    async call(name, input, id) {
      const started = performance.now();
      try {
        if (typeof name !== 'string' || name.length > 80 || typeof id !== 'string' || id.length > 80) {
          throw new AppError('input/unknown_procedure', { name: String(name).slice(0, 80) });
        }
        const procedure = findProcedure(name);
        if (!procedure) throw new AppError('input/unknown_procedure', { name });
        try {
          return await run(name, procedure, input, id);
        } finally {
          running.delete(id);
          const milliseconds = Math.round(performance.now() - started);
          if (milliseconds > SLOW_MS && procedure.kind !== 'native') log.info('call.slow', { name, milliseconds });
        }
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.toWire() };
        const ref = randomBytes(4).toString('hex');
        log.error('door.fault', { ref, stack: error instanceof Error ? error.stack : String(error) });
        return { ok: false, error: { code: 'program/internal', params: { ref }, ref } };
      }
    },
    cancel(id) {
      if (typeof id === 'string') running.get(id)?.abort();
    },
  };
}
