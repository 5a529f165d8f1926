/** The checks at the door between page and main process. No Electron here, so that each is tested by itself. */
import { APP_ORIGIN } from './bundle.ts';
import type { Procedure } from '#shared/procedure.ts';
import { AppError } from '#shared/errors.ts';

/** The sender of a message as far as the door looks at it (Electron's IpcMainInvokeEvent fits). */
export interface Sender {
  sender: { readonly id: number };
  senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** Only the top frame of the program's own window, showing the program's own page, is heard. */
export function isTrusted(event: Sender, windowId: number | undefined, origin: string = APP_ORIGIN): boolean {
  const frame = event.senderFrame;
  return (
    windowId !== undefined &&
    event.sender.id === windowId &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${origin}/`)
  );
}

const MEBIBYTE = 1 << 20;

/** Largest message by kind of procedure: a question is short, a paste or a dropped file may be long. */
export function sizeLimit(procedure: Procedure): number {
  return procedure.kind === 'query' ? MEBIBYTE : 64 * MEBIBYTE;
}

/**
 * Size of a message in bytes, about. Throws input/too_large beyond the limit, and input/invalid for what plain data
 * does not hold: odd objects, more than 20 levels, keys that reach for prototypes.
 */
export function measure(value: unknown, limit: number): number {
  let size = 0;
  const add = (bytes: number): void => {
    size += bytes;
    if (size > limit) {
      throw new AppError('input/too_large', { size: `> ${megabytes(limit)} MB`, limit: `${megabytes(limit)} MB` });
    }
  };
  const visit = (part: unknown, depth: number): void => {
    if (typeof part === 'string') return add(part.length * 2);
    if (typeof part === 'number' || typeof part === 'boolean' || part === undefined) return add(8);
    if (typeof part !== 'object') throw new AppError('input/invalid', { field: 'input', detail: typeof part });
    if (part === null) return add(8);
    if (part instanceof Uint8Array) return add(part.byteLength);
    if (depth > 20) throw new AppError('input/invalid', { field: 'input', detail: 'depth' });
    add(16);
    if (Array.isArray(part)) {
      for (const item of part) visit(item, depth + 1);
      return;
    }
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new AppError('input/invalid', { field: 'input', detail: 'object' });
    }
    for (const [key, field] of Object.entries(part)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw new AppError('input/invalid', { field: key, detail: 'key' });
      }
      add(key.length * 2);
      visit(field, depth + 1);
    }
  };
  visit(value, 0);
  return size;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / MEBIBYTE);
}

/** Own key of a record, or undefined: a page cannot reach what was not sent. */
export function fieldOf(input: unknown, field: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, field)) return undefined;
  return new Map<string, unknown>(Object.entries(input)).get(field);
}
