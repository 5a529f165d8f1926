/** Looks at a message before anything runs on it: how large it is, and that it is plain data. */
import { AppError } from '#shared/errors.ts';

const MEBIBYTE = 1 << 20;

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

/** The value of a JSON text, looked at like any other message. Throws input/not_json, input/invalid, input/too_large. */
export function readJson(text: string, limit: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AppError('input/not_json', { detail: error instanceof Error ? error.message : '' }, { cause: error });
  }
  measure(value, limit);
  return value;
}
