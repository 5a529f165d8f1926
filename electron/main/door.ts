/** The checks at the door between page and main process. No Electron here, so that each is tested by itself. */
import { APP_ORIGIN } from './bundle.ts';
import type { Procedure } from '#shared/procedure.ts';

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

/** Own key of a record, or undefined: a page cannot reach what was not sent. */
export function fieldOf(input: unknown, field: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, field)) return undefined;
  return new Map<string, unknown>(Object.entries(input)).get(field);
}
