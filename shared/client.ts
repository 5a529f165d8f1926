/** A typed caller over any transport: the window's bridge, a worker thread or the core in the same process. */
import type { Input, Output, ProcedureName } from './contract.ts';
import { AppError } from './errors.ts';
import type { Progress } from './procedure.ts';
import { replyValue, type Reply } from './bridge.ts';

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  /** An `AbortSignal`, as far as a caller needs it here. */
  signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
}

export type Call = <Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions,
) => Promise<Output<Name>>;

/** Turns an untyped transport into the typed `call`; error replies become `AppError`. */
export function createCall(transport: (name: string, input: unknown, options: CallOptions) => Promise<Reply>): Call {
  return async (name, input, options = {}) => {
    const reply = await transport(name, input, options);
    if (!reply.ok) throw AppError.fromWire(reply.error);
    return replyValue(reply) as Output<typeof name>;
  };
}
