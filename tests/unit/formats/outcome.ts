/** What a decoder did with hostile input: its document, or what it threw. */
import { AppError } from '#shared/errors.ts';

export function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Anything but an error that the catalogue does not know. */
export function isTyped(result: unknown): boolean {
  return !(result instanceof Error) || result instanceof AppError;
}
