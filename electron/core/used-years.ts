/**
 * Years that something happened in, whether they have a plan or not: a center that enters its money first must find its
 * year. One step through the index for each year, not one for each of 200,000 entries.
 */
import { Year } from '#shared/features/schedule.ts';
import { numbers, type ReadDb } from './db/sql.ts';
import { STANDING } from './funding/standing.ts';

/** Distinct years of a column, from the earliest. `next` has one parameter: the year after which the next is asked for. */
function steps(db: ReadDb, next: string): number[] {
  const years: number[] = [];
  for (let after = 0; ; ) {
    const [year] = numbers(db, next, after);
    if (year === undefined || year <= after) return years;
    years.push(year);
    after = year;
  }
}

/** Years of standing entries (by date and by budget) and of activities; those that no plan could have are left out. */
export function usedYears(db: ReadDb): number[] {
  const found = [
    ...steps(db, `SELECT coalesce(min(entry_year), 0) FROM fund_entry WHERE ${STANDING} AND entry_year > ?`),
    ...steps(db, `SELECT coalesce(min(budget_year), 0) FROM fund_entry WHERE ${STANDING} AND budget_year > ?`),
    ...steps(
      db,
      `SELECT coalesce(CAST(substr(min(date_start), 1, 4) AS INTEGER), 0) FROM activity
       WHERE withdrawn = 0 AND date_start >= CAST(? + 1 AS TEXT)`,
    ),
  ];
  return [...new Set(found)].filter((year) => Year.safeParse(year).success);
}
