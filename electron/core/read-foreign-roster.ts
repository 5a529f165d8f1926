/** `attendance.read`: a file, dropped bytes or a paste → decoder → reader of rosters → roster reading. */
import { AppError } from '#shared/errors.ts';
import type { ReadRosterInput, ReadRosterOutput } from '#shared/features/attendance.ts';
import { openForeign } from './open-foreign.ts';
import { readRoster } from './roster/index.ts';
import { withoutIdentity } from './roster/identity-numbers.ts';

/**
 * Reads without touching the archive; `today` is the day (ISO) on which the paper is read.
 * @throws AppError attendance/unreadable where nothing can be read, format/… where the file cannot be opened
 */
export async function readForeignRoster(
  input: ReadRosterInput,
  today: string,
  signal: AbortSignal,
): Promise<ReadRosterOutput> {
  const { document, sha256 } = await openForeign(input);
  if (signal.aborted) throw new AppError('program/cancelled');
  const reading = readRoster(document, { locale: input.locale, mapping: input.mapping ?? {}, today });
  return {
    ...reading,
    source: {
      format: document.format,
      name: document.name,
      encoding: document.encoding,
      sha256,
      ...(input.withLines ? { lines: document.lines.map(withoutIdentity) } : {}),
    },
  };
}
