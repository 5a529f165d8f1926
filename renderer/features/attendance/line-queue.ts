/**
 * Lines on their way into the archive, one after the other in the order in which they were entered. The person at the
 * keyboard goes on at once; a line that was refused stays here, with all that was typed, until it is put right or dropped.
 */
import type { LineDraft } from './entry-draft.ts';

export interface QueuedLine {
  key: number;
  draft: LineDraft;
  name: string;
  number: string;
  state: 'saving' | 'refused';
  error: unknown;
}

/** The numbers of lines that are not in the archive yet. */
export function queuedNumbers(lines: readonly QueuedLine[]): string[] {
  return lines.map(({ number }) => number);
}
