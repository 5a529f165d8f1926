/** All that the preload script knows: one way to call, one to cancel, and the notices that come back. */
import type { WireError } from './errors.ts';
import type { Family, Progress } from './procedure.ts';

export type Reply = { ok: true; value: unknown } | { ok: false; error: WireError };

export type Notice =
  | { kind: 'touched'; families: Family[] }
  | { kind: 'progress'; call: string; progress: Progress }
  /** A menu entry or system event that runs a command of the registry in the window. */
  | { kind: 'command'; command: string }
  /** The archive behind the window changed: opened, closed, replaced. */
  | { kind: 'archive' };

export interface Bridge {
  /** `call` names this one call, for progress and cancelling. */
  call(name: string, input: unknown, call: string): Promise<Reply>;
  cancel(call: string): void;
  /** Returns the function that stops listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

/** Name under which the preload script exposes the bridge. */
export const BRIDGE_NAME = 'archiveBridge';
export const CHANNELS = { call: 'call', cancel: 'cancel', notice: 'notice' } as const;
