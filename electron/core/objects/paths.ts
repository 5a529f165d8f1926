/**
 * Where the objects of an archive lie: `objects/ab/abcdef…`, named by the SHA-256 of their content in lower-case
 * hexadecimal digits. Invariant: no text of a person is ever part of such a path, so it is short and valid on every
 * system, and a file's name says what its content must be.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

export const OBJECTS = 'objects';
/** Damaged files that a repair replaced; they are kept outside the store, so that its checks stay clean. */
export const SET_ASIDE = 'objects-damaged';

const SHA256 = /^[0-9a-f]{64}$/u;
const TEMPORARY = /^\.~object-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;

export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

/** First two digits: the folder of an object. */
export function shardOf(sha256: string): string {
  return sha256.slice(0, 2);
}

/** Path of an object's file. Throws for what is no checksum: a path is never made of anything else. */
export function objectPath(directory: string, sha256: string): string {
  if (!isSha256(sha256)) throw new Error('not a SHA-256 in lower-case hexadecimal digits');
  return join(directory, OBJECTS, shardOf(sha256), sha256);
}

/** Temporary files lie at the top of the store, where one look finds all of them. */
export function temporaryPath(directory: string): string {
  return join(directory, OBJECTS, `.~object-${randomUUID()}.tmp`);
}

export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}
