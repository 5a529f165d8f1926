/**
 * The only import of zod. The window's content security policy forbids `new Function`, which zod uses to compile
 * validators, so the compiler is switched off wherever there is a document, before any schema is evaluated.
 */
import { z } from 'zod';

if ('document' in globalThis) z.config({ jitless: true });

/** Bytes as they cross a thread or the bridge. */
export const bytesSchema: z.ZodType<Uint8Array, Uint8Array> = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array,
);

export { z };
