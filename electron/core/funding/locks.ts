/**
 * What a locked year forbids, asked at the one place through which every write goes (`Entity.guard`): its entries, basis, reports and the
 * rule that it was judged by stay as they are until it is opened again with a reason. Undo is held back as well.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { numbers, one, type ReadDb } from '../db/sql.ts';

export function isClosed(db: ReadDb, year: number): boolean {
  const found = one(
    db,
    z.object({ closed: z.int() }),
    'SELECT closed FROM fund_year WHERE year = ? AND withdrawn = 0',
    year,
  );
  return found?.closed === 1;
}

/** @throws AppError budgets/year_closed */
export function refuseClosedYears(db: ReadDb, years: readonly (number | null)[]): void {
  for (const year of years) {
    if (year !== null && isClosed(db, year)) throw new AppError('budgets/year_closed', { year });
  }
}

type RuleImage = Readonly<Record<string, string | number | null>>;

/** What a rule says for a year; null where it does not hold in it. */
function ruleIn(image: RuleImage | null, year: number): string | null {
  if (image === null || image['withdrawn'] === 1) return null;
  if (Number(image['from_year'] ?? 0) > year || Number(image['to_year'] ?? 9999) < year) return null;
  const { shape, rate, upper_rate: upper, counted_sources: counted } = image;
  return JSON.stringify([shape, rate, upper, counted]);
}

/** @throws AppError budgets/rule_closed where the verdict of a locked year might become another one */
export function refuseRuleOfClosedYears(db: ReadDb, before: RuleImage | null, after: RuleImage): void {
  for (const year of numbers(db, 'SELECT year FROM fund_year WHERE closed = 1 AND withdrawn = 0 ORDER BY year')) {
    if (ruleIn(before, year) !== ruleIn(after, year)) throw new AppError('budgets/rule_closed', { year });
  }
}

/** @throws AppError budgets/basis_in_use */
export function refuseBasisInUse(db: ReadDb, { id, place }: { id: number; place: string }): void {
  const [year] = numbers(db, 'SELECT year FROM fund_year WHERE population_id = ? AND withdrawn = 0 ORDER BY year', id);
  if (year !== undefined) throw new AppError('budgets/basis_in_use', { place, year });
}
