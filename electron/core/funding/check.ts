/**
 * The verdict of a year (domain C3, C4): five views of the same money, each compared with what is required by multiplication of integers. The
 * headline is the money that was paid by the end of the year.
 */
import type { FundingCheck, FundingFlag, VerdictFigures, ViewName } from '#shared/features/funding-check.ts';
import { VIEW_LETTERS, ViewName as Views } from '#shared/features/funding-check.ts';
import { translator } from '#shared/i18n/index.ts';
import { figureOf, percentText, type SummedFigure } from '#shared/lib/funding/figures.ts';
import { floorVerdict } from '#shared/lib/funding/verdict.ts';
import type { ReadContext } from '../context.ts';
import { basisOf } from './basis.ts';
import { flagsOf } from './flags.ts';
import { isClosed } from './locks.ts';
import { ruleFor } from './rules.ts';
import { stepsOf } from './steps.ts';
import { fenOf, moneyOf } from './sums.ts';

const HEADLINE: ViewName = 'paid';

/** Everything that is known of a year's money, judged. @throws AppError budgets/too_large */
export function fundingCheck({ db, locale }: Pick<ReadContext, 'db' | 'locale'>, year: number): FundingCheck {
  const t = translator(locale);
  const rule = ruleFor(db, year, 'floor');
  const counted = rule?.countedSources ?? ['subdistrict'];
  const money = moneyOf(db, year);
  const basis = basisOf(db, year);
  const figure = (name: SummedFigure): { fen: number; sum: bigint; entries: number } => {
    const { sum, entries } = figureOf(name, money.cells, year, counted);
    return { fen: fenOf(sum), sum, entries };
  };
  const population = basis.choice?.population.value ?? null;
  const judge = (fen: number, people: number | null): VerdictFigures => floorVerdict(people, rule?.rate ?? null, fen);
  const views = Object.fromEntries(
    Views.options.map((name) => {
      const { fen, entries } = figure(name);
      return [name, { ...judge(fen, population), letter: VIEW_LETTERS[name], entries }];
    }),
  ) as FundingCheck['views'];
  const paid = figure('paid');
  const spending = figure('spending');
  const carryOver = figure('carryOver');
  const received = figure('all');
  const gross = money.cells.filter(({ kind, entryYear }) => kind === 'expense' && entryYear === year);
  const grossFen = fenOf(gross.reduce((sum, cell) => sum + cell.sum, 0n));
  const check: Omit<FundingCheck, 'flags' | 'steps'> = {
    year,
    rule,
    basis: basis.choice,
    otherBases: basis.others.map((other) => ({ population: other, figures: judge(paid.fen, other.value) })),
    headline: HEADLINE,
    views,
    spending: { grossFen, returnedFen: grossFen - spending.fen, netFen: spending.fen },
    carryOverFen: carryOver.fen,
    inKindFen: figure('inKind').fen,
    arrivalRate: percentText(paid.sum, figure('budget').sum),
    executionRate: percentText(spending.sum, paid.sum),
    balanceFen: fenOf(carryOver.sum + received.sum - spending.sum),
    entries: money.standing.reduce((count, cell) => count + cell.entries, 0),
    closed: isClosed(db, year),
  };
  const flags: FundingFlag[] = flagsOf({ db, locale, check, basis, money, counted });
  return { ...check, flags, steps: stepsOf(t, check, basis) };
}
