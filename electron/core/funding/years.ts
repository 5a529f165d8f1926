/**
 * A year of the ledger: open or locked, and the figure of population that it is judged by. A locked year keeps its entries and its basis as
 * they are; opening it again is an event with a reason (domain U11).
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FundYear } from '#shared/features/budgets.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, value, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { fundYearEntity, type FundYearImage } from '../entities/funding.ts';
import { populationEntity } from '../entities/population.ts';
import { currentRecord } from '../records.ts';
import { basisOf } from './basis.ts';
import { isClosed, refuseClosedYears } from './locks.ts';
import { STANDING } from './standing.ts';
import { storedYear, yearImage } from './year-image.ts';

function entriesIn(db: ReadDb, year: number): number {
  return value(
    db,
    z.int(),
    `SELECT (SELECT count(*) FROM fund_entry WHERE entry_year = ? AND ${STANDING})
       + (SELECT count(*) FROM fund_entry WHERE budget_year = ? AND entry_year <> ? AND ${STANDING})`,
    year,
    year,
    year,
  );
}

function yearOf(db: ReadDb, year: number): FundYear {
  const image = yearImage(db, year);
  return {
    year,
    closed: image?.closed === 1,
    closedReason: image?.closed_reason ?? null,
    populationId: image?.population_id ?? null,
    basisReason: image?.basis_reason ?? null,
    entries: entriesIn(db, year),
    version: image?.version ?? 0,
  };
}

/** Every year that has entries or settings, the newest first. */
export function yearsOf(db: ReadDb): FundYear[] {
  return all(
    db,
    z.object({ year: z.int() }),
    `SELECT year FROM fund_year WHERE withdrawn = 0
     UNION SELECT DISTINCT entry_year FROM fund_entry WHERE ${STANDING}
     UNION SELECT DISTINCT budget_year FROM fund_entry WHERE budget_year IS NOT NULL AND ${STANDING}
     ORDER BY 1 DESC`,
  ).map(({ year }) => yearOf(db, year));
}

type Settings = Partial<Pick<FundYearImage, 'population_id' | 'basis_reason' | 'closed' | 'closed_reason'>>;

function save({ db, changes, newUid }: WriteContext, year: number, settings: Settings): void {
  const before = storedYear(db, year);
  if (before) {
    const plain =
      before.withdrawn === 1
        ? { ...before, population_id: null, basis_reason: null, closed: 0, closed_reason: null }
        : before;
    changes.update(fundYearEntity, before, {
      ...plain,
      ...settings,
      withdrawn: 0,
      withdrawn_reason: null,
      version: before.version + 1,
    });
    return;
  }
  changes.insert(fundYearEntity, {
    id: nextId(db, 'fund_year'),
    uid: newUid(),
    year,
    population_id: null,
    basis_reason: null,
    closed: 0,
    closed_reason: null,
    ...settings,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
  });
}

/** @throws AppError budgets/year_closed, budgets/basis_registered, budgets/basis_later, budgets/basis_reason, record/not_found */
export function fixBasis(context: WriteContext, input: ParsedInput<'budgets.fixBasis'>): Output<'budgets.fixBasis'> {
  const { db } = context;
  const { year, populationId, reason } = input;
  refuseClosedYears(db, [year]);
  const figure = currentRecord(db, populationEntity, { id: populationId });
  if (figure.kind !== 'resident') throw new AppError('budgets/basis_registered', { place: figure.place });
  if (figure.reference_date > `${year}-12-31`) {
    throw new AppError('budgets/basis_later', { date: figure.reference_date, year });
  }
  const before = yearImage(db, year)?.population_id ?? null;
  if (before !== null && before !== populationId && reason === '') throw new AppError('budgets/basis_reason', { year });
  if (before !== populationId) {
    save(context, year, { population_id: populationId, basis_reason: reason === '' ? null : reason });
    context.describe({
      label: { code: 'fundBasis', params: { year, place: figure.place, count: figure.value } },
      ...(reason === '' ? {} : { reason }),
    });
  }
  return { year: yearOf(db, year), event: context.eventNumber };
}

/** Locking cannot be undone by Ctrl+Z, only by opening the year again with a reason. */
function setClosed(context: WriteContext, year: number, closed: boolean, reason: string): FundYear {
  const { db } = context;
  if (isClosed(db, year) === closed) {
    throw new AppError(closed ? 'budgets/year_closed_already' : 'budgets/year_open', { year });
  }
  // What was only proposed is settled with the lock: a figure recorded later must not change the verdict.
  const basis = closed ? { population_id: basisOf(db, year).choice?.population.id ?? null } : {};
  save(context, year, { ...basis, closed: closed ? 1 : 0, closed_reason: reason === '' ? null : reason });
  context.describe({
    label: { code: closed ? 'fundYearClose' : 'fundYearReopen', params: { year } },
    undoable: false,
    ...(reason === '' ? {} : { reason }),
  });
  return yearOf(db, year);
}

export function closeYear(context: WriteContext, input: ParsedInput<'budgets.closeYear'>): Output<'budgets.closeYear'> {
  return { year: setClosed(context, input.year, true, input.reason), event: context.eventNumber };
}

export function reopenYear(
  context: WriteContext,
  input: ParsedInput<'budgets.reopenYear'>,
): Output<'budgets.reopenYear'> {
  return { year: setClosed(context, input.year, false, input.reason), event: context.eventNumber };
}
