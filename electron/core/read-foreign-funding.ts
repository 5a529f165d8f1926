/** `budgets.read`: a file, dropped bytes or a paste → decoder → ledger, table of population or census bulletin. */
import { AppError } from '#shared/errors.ts';
import type { FundingReading, ReadFundingInput } from '#shared/features/funding-reading.ts';
import { readFunding } from './ledger/index.ts';
import { openForeign } from './open-foreign.ts';

/** Throws budgets/unreadable where nothing of money or population can be read, format/… where the file cannot be opened. */
export async function readForeignFunding(input: ReadFundingInput, signal: AbortSignal): Promise<FundingReading> {
  const { document, sha256 } = await openForeign(input);
  if (signal.aborted) throw new AppError('program/cancelled');
  return {
    ...readFunding(document, { locale: input.locale, mapping: input.mapping ?? {} }),
    source: {
      format: document.format,
      name: document.name,
      encoding: document.encoding,
      sha256,
      ...(input.withLines ? { lines: document.lines } : {}),
    },
  };
}
