/** All that the preload script knows: one way to call, one to cancel, and the notices that come back. */
import type { WireError } from './errors.ts';
import type { Family, Progress } from './procedure.ts';

/** With `text`, the value is JSON text: see `replyValue`. */
export type Reply = { ok: true; value: unknown; text?: true } | { ok: false; error: WireError };

/**
 * Between page and preload script objects are copied field by field, which stalls the page with thousands of rows;
 * text is copied at once. So long answers come as JSON text, written in the thread, read in the page.
 */
export function replyValue(reply: Extract<Reply, { ok: true }>): unknown {
  return reply.text && typeof reply.value === 'string' ? JSON.parse(reply.value) : reply.value;
}

/** An input on its way as JSON text. */
export interface PackedInput {
  readonly json: string;
}

/** The input as text, for the same reason; inputs with bytes go as they are. */
export function packInput(input: unknown): unknown {
  const fields = typeof input === 'object' && input !== null ? Object.values(input) : [];
  if (fields.some((field) => field instanceof Uint8Array)) return input;
  return { json: JSON.stringify(input) } satisfies PackedInput;
}

export function isPacked(input: unknown): input is PackedInput {
  return (
    typeof input === 'object' &&
    input !== null &&
    'json' in input &&
    typeof input.json === 'string' &&
    Object.keys(input).length === 1
  );
}

export type Notice =
  | { kind: 'touched'; families: Family[] }
  | { kind: 'progress'; call: string; progress: Progress }
  /** A menu entry or system event that runs a command of the registry in the window. */
  | { kind: 'command'; command: string }
  /** The menu's list of recent archives: the window opens it, when what was typed is saved. */
  | { kind: 'openRecent'; id: string }
  /** The archive behind the window changed: opened, closed, replaced. */
  | { kind: 'archive' };

export interface Bridge {
  /** `call` names this one call, for progress and cancelling; the input may be packed. */
  call(name: string, input: unknown, call: string): Promise<Reply>;
  cancel(call: string): void;
  /** Returns the function that stops listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

/** Name under which the preload script exposes the bridge. */
export const BRIDGE_NAME = 'archiveBridge';
export const CHANNELS = { call: 'call', cancel: 'cancel', notice: 'notice' } as const;
