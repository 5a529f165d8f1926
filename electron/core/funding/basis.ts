/** The population that a year is judged by: fixed by a person, or proposed and named as a proposal. */
import type { BasisChoice } from '#shared/features/funding-check.ts';
import type { Population } from '#shared/features/population.ts';
import { proposeBasis, type BasisFinding } from '#shared/lib/funding/basis.ts';
import { z } from '#shared/lib/zod.ts';
import { value, type ReadDb } from '../db/sql.ts';
import { populationFigures } from './population.ts';
import { yearImage } from './year-image.ts';

export interface YearBasis {
  choice: BasisChoice | null;
  finding: BasisFinding | null;
  afterBudget: boolean;
  others: Population[];
}

export function basisOf(db: ReadDb, year: number): YearBasis {
  const figures = populationFigures(db);
  const unitName = value(db, z.string(), 'SELECT unit_name FROM archive');
  const proposal = proposeBasis(figures, year, unitName);
  const settings = yearImage(db, year);
  const fixed = figures.find(({ id }) => id === settings?.population_id);
  if (fixed) {
    const others = [...(proposal.basis ? [proposal.basis] : []), ...proposal.others].filter(
      ({ id }) => id !== fixed.id,
    );
    return {
      choice: { population: fixed, fixed: true, reason: settings?.basis_reason ?? null },
      finding: null,
      afterBudget: fixed.referenceDate > `${year}-01-01`,
      others,
    };
  }
  // A year that was locked without a basis stays without one.
  if (settings?.closed === 1) {
    return {
      choice: null,
      finding: 'none',
      afterBudget: false,
      others: proposal.basis ? [proposal.basis, ...proposal.others] : proposal.others,
    };
  }
  return {
    choice: proposal.basis ? { population: proposal.basis, fixed: false, reason: null } : null,
    finding: proposal.finding,
    afterBudget: proposal.afterBudget,
    others: proposal.others,
  };
}
