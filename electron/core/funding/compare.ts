/** Verdicts of several years side by side. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { fundingCheck } from './check.ts';

/** More years than this are no comparison. */
const MOST_YEARS = 30;

/** @throws AppError budgets/span */
export function compareYears(
  context: Pick<ReadContext, 'db' | 'locale'>,
  { from, to }: ParsedInput<'budgets.compare'>,
): Output<'budgets.compare'> {
  if (to < from || to - from >= MOST_YEARS) throw new AppError('budgets/span', { from, to, most: MOST_YEARS });
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const { year, basis, rule, views, spending, carryOverFen, entries } = fundingCheck(context, from + index);
    const { letter: _letter, entries: _entries, ...paid } = views.paid;
    return {
      year,
      entries,
      population: basis?.population.value ?? null,
      rateFen: rule?.rate ?? null,
      budgetFen: views.budget.countedFen,
      paid,
      spentFen: spending.netFen,
      carryOverFen,
    };
  });
}
