/**
 * One error model for every zone: a code with parameters. The sentence is made from the catalogue where a person
 * reads it (`errors.<code>`), the stack goes to the log, and `ref` joins the two.
 */
import type { ErrorCode } from './i18n/index.ts';

export type { ErrorCode } from './i18n/index.ts';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses a thread or process boundary in place of an Error (those keep only their message). */
export interface WireError {
  code: ErrorCode;
  params: ErrorParams;
  /** Eight hexadecimal digits, also in the log line that holds the stack. */
  ref?: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly ref: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { cause?: unknown; ref?: string } = {}) {
    super(`${code} ${JSON.stringify(params)}`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.ref = options.ref;
  }

  toWire(): WireError {
    return { code: this.code, params: this.params, ...(this.ref ? { ref: this.ref } : {}) };
  }

  static fromWire(wire: WireError): AppError {
    return new AppError(wire.code, wire.params, wire.ref ? { ref: wire.ref } : {});
  }
}
