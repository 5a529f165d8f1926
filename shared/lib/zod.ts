/**
 * The only import of zod. The window's content security policy forbids `new Function`, which zod uses to compile
 * validators, so the compiler is switched off wherever there is a document, before any schema is evaluated.
 */
import { z } from 'zod';

if ('document' in globalThis) z.config({ jitless: true });

export { z };
