/** `budgets.checkCases`: a file, dropped bytes or a paste → decoder → a verdict for each line. */
import { AppError } from '#shared/errors.ts';
import type { CasesReading, ReadFundingInput } from '#shared/features/funding-reading.ts';
import { readCases } from './ledger/cases.ts';
import { openForeign } from './open-foreign.ts';

/** Throws budgets/unreadable where no case can be read, format/… where the file cannot be opened. */
export async function readForeignCases(
  input: ReadFundingInput & { rateFen: number },
  signal: AbortSignal,
): Promise<CasesReading> {
  const { document } = await openForeign(input);
  if (signal.aborted) throw new AppError('program/cancelled');
  return readCases(document, input.rateFen, input.locale);
}
