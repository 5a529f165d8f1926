/**
 * What a person should look at in a year's money (domain C3, C6). Errors and warnings touch the figure; hints never do: they are findings that
 * auditors usually look for, not verdicts.
 */
import type { FundingCheck, FundingFlag } from '#shared/features/funding-check.ts';
import type { FundSource } from '#shared/features/funding.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { fundingFlagText } from '#shared/i18n/messages.ts';
import { figureOf, share, type SummedFigure } from '#shared/lib/funding/figures.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { sourceRank } from '#shared/lib/funding/basis.ts';
import { z } from '#shared/lib/zod.ts';
import { numbers, value, type ReadDb } from '../db/sql.ts';
import type { YearBasis } from './basis.ts';
import { BARE, ROUND, STANDING, WORDS } from './standing.ts';
import { standingCells, type YearMoney } from './sums.ts';

export type CheckFlag = keyof typeof LEVELS;

const LEVELS = {
  no_rule: 'error',
  population_missing: 'error',
  population_place_unclear: 'error',
  population_ambiguous: 'error',
  population_later: 'error',
  population_supporting_only: 'error',
  population_zero: 'error',
  negative_total: 'error',
  no_entries: 'warning',
  basis_proposed: 'warning',
  basis_after_budget: 'warning',
  basis_old: 'warning',
  basis_other_verdict: 'warning',
  duplicate: 'warning',
  late_money: 'warning',
  former_year_money: 'warning',
  source_unclear: 'warning',
  budget_year_missing: 'warning',
  decimal_slip: 'warning',
  carry_over_memo: 'hint',
  in_kind_memo: 'hint',
  december_rush: 'hint',
  round_sums: 'hint',
  negative_balance: 'hint',
  purpose_words: 'hint',
  evidence_missing: 'hint',
  no_sign_in: 'hint',
  carry_over_two_years: 'hint',
} as const satisfies Record<string, FundingFlag['level']>;

/** More than this many times what is required looks like a slipped decimal point. */
const SLIP = 20n;
/** More than 40 % of a year's spending in December. */
const RUSH_PER_CENT = 40n;
/** A census holds for ten years. */
const OLDEST_BASIS_YEARS = 10;
const SHOWN = 1000;

interface Given {
  db: ReadDb;
  locale: Locale;
  check: Omit<FundingCheck, 'flags' | 'steps'>;
  basis: YearBasis;
  money: YearMoney;
  counted: readonly FundSource[];
}

type Params = Readonly<Record<string, string | number>>;

export function flagsOf({ db, locale, check, basis, money, counted }: Given): FundingFlag[] {
  const { year } = check;
  const flags: FundingFlag[] = [];
  const raise = (code: CheckFlag, params: Params = {}, entryIds: readonly number[] = []): void => {
    flags.push({
      code,
      level: LEVELS[code],
      params,
      message: fundingFlagText(locale, code, params),
      entryIds: entryIds.slice(0, SHOWN),
    });
  };
  /** Standing entries of the year by a condition over its dates. */
  const entries = (condition: string, ...values: (string | number)[]): number[] =>
    numbers(
      db,
      `SELECT id FROM fund_entry WHERE entry_year = ? AND ${condition} AND ${STANDING} LIMIT ${SHOWN}`,
      year,
      ...values,
    ).toSorted((a, b) => a - b);
  const sumOf = (figure: SummedFigure): bigint => figureOf(figure, money.cells, year, counted).sum;
  const text = (sum: bigint): string => moneyText(Number(sum));

  if (check.entries === 0) raise('no_entries', { year });
  basisFlags(check, basis, raise);

  const paid = check.views.paid;
  if (paid.countedFen < 0) raise('negative_total', { counted: moneyText(paid.countedFen) });
  if (paid.requiredFen !== null && paid.requiredFen > 0 && BigInt(paid.countedFen) >= SLIP * BigInt(paid.requiredFen)) {
    raise('decimal_slip', { times: Number(BigInt(paid.countedFen) / BigInt(paid.requiredFen)) });
  }
  if (money.repeated.length > 0) raise('duplicate', { count: money.repeated.length }, money.repeated);

  const late = sumOf('late');
  if (late !== 0n) {
    const ids = numbers(
      db,
      `SELECT id FROM fund_entry WHERE budget_year = ? AND entry_year > ? AND kind IN ('payment', 'payment_return')
         AND ${STANDING} LIMIT ${SHOWN}`,
      year,
      year,
    );
    raise('late_money', { amount: text(late), year }, ids);
  }
  const former = sumOf('formerYears');
  if (former !== 0n) {
    raise(
      'former_year_money',
      { amount: text(former), year },
      entries("kind IN ('payment', 'payment_return') AND budget_year <> ?", year),
    );
  }
  const unclear = money.cells.filter(
    (cell) => cell.sourceKind === null && cell.entries > 0 && share('all', cell, year, counted) !== 0,
  );
  if (unclear.length > 0) {
    const sum = unclear.reduce((total, cell) => total + BigInt(share('all', cell, year, counted)) * cell.sum, 0n);
    raise(
      'source_unclear',
      { amount: text(sum) },
      entries(
        "source_kind IS NULL AND kind IN ('payment', 'payment_return') AND coalesce(budget_year, ?) = ?",
        year,
        year,
      ),
    );
  }
  const undated = money.cells.filter(
    ({ budgetYear, kind, entryYear, entries: count }) =>
      count > 0 &&
      budgetYear === null &&
      entryYear === year &&
      (kind === 'payment' || kind === 'payment_return' || kind === 'approval'),
  );
  if (undated.length > 0) {
    const ids = entries("budget_year IS NULL AND kind IN ('approval', 'payment', 'payment_return')");
    raise('budget_year_missing', { count: undated.reduce((sum, cell) => sum + cell.entries, 0) }, ids);
  }

  if (check.carryOverFen !== 0) raise('carry_over_memo', { amount: moneyText(check.carryOverFen) });
  if (check.inKindFen !== 0) raise('in_kind_memo', { amount: moneyText(check.inKindFen) });
  spendingHints(db, check, money, entries, raise);
  return flags;
}

function basisFlags(check: Given['check'], basis: YearBasis, raise: Raise): void {
  const { year } = check;
  if (check.rule === null) raise('no_rule', { year });
  if (check.basis === null) {
    const code =
      basis.finding === null || basis.finding === 'none' ? 'population_missing' : `population_${basis.finding}`;
    raise(code as CheckFlag, { year });
    return;
  }
  const { population, fixed } = check.basis;
  if (population.value === 0) raise('population_zero', { place: population.place });
  if (!fixed) raise('basis_proposed', { place: population.place, date: population.referenceDate });
  if (basis.afterBudget) raise('basis_after_budget', { date: population.referenceDate, year });
  if (Number(population.referenceDate.slice(0, 4)) + OLDEST_BASIS_YEARS < year) {
    raise('basis_old', { date: population.referenceDate });
  }
  if (fixed && sourceRank(population.source) === 5) raise('population_supporting_only', { year });
  const other = check.otherBases.find(({ figures }) => figures.verdict !== check.views.paid.verdict);
  if (other) {
    raise('basis_other_verdict', {
      count: other.population.value,
      date: other.population.referenceDate,
      source: other.population.source,
    });
  }
}

type Raise = (code: CheckFlag, params?: Params, entryIds?: readonly number[]) => void;

function spendingHints(
  db: ReadDb,
  check: Given['check'],
  money: YearMoney,
  entries: (condition: string, ...values: (string | number)[]) => number[],
  raise: Raise,
): void {
  const { year, spending } = check;
  const december = money.cells
    .filter(({ kind, entryYear, month }) => kind === 'expense' && entryYear === year && month === 12)
    .reduce((sum, cell) => sum + cell.sum, 0n);
  if (spending.grossFen > 0 && december * 100n > RUSH_PER_CENT * BigInt(spending.grossFen)) {
    raise(
      'december_rush',
      { percent: Number((december * 100n) / BigInt(spending.grossFen)), amount: moneyText(Number(december)) },
      entries("kind = 'expense' AND entry_month = 12"),
    );
  }
  /** A hint whose entries have an index of their own. */
  const hint = (code: 'round_sums' | 'purpose_words' | 'evidence_missing', index: string, condition: string): void => {
    const from = `FROM fund_entry INDEXED BY ${index} WHERE entry_year = ? AND ${condition} AND ${STANDING}`;
    const count = value(db, z.int(), `SELECT count(*) ${from}`, year);
    if (count > 0) raise(code, { count }, numbers(db, `SELECT id ${from} ORDER BY id LIMIT ${SHOWN}`, year));
  };
  hint('round_sums', 'fund_entry_round', ROUND);
  if (check.balanceFen < 0) raise('negative_balance', { amount: moneyText(check.balanceFen) });
  hint('purpose_words', 'fund_entry_words', WORDS);
  hint('evidence_missing', 'fund_entry_bare', BARE);
  const unsigned = numbers(
    db,
    `SELECT e.id FROM fund_entry e INDEXED BY fund_entry_activity
     WHERE e.activity_id IS NOT NULL AND e.entry_year = ? AND e.kind = 'expense' AND e.withdrawn = 0
       AND e.reverses_id IS NULL AND e.reversed_by_id IS NULL AND NOT EXISTS (SELECT 1 FROM attendance s
         WHERE s.activity_id = e.activity_id AND s.signed = 1 AND s.withdrawn = 0)
     ORDER BY e.id`,
    year,
  );
  if (unsigned.length > 0) raise('no_sign_in', { count: unsigned.length }, unsigned);
  if (check.carryOverFen > 0 && figureOf('carryOver', standingCells(db, year - 1), year - 1, []).sum > 0n)
    raise('carry_over_two_years', { year });
}
