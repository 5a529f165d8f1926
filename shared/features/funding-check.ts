/**
 * The verdict of a year (domain C3–C5): 达标, 不达标 or 无法判定, by comparing integers. Required, counted, what is missing, and the way
 * from the headline down to each entry and paper.
 */
import { z } from '../lib/zod.ts';
import { FundRule, TrainingBase } from './funding-rules.ts';
import { Population } from './population.ts';
import { Year } from './schedule.ts';

export const Verdict = z.enum(['PASS', 'FAIL', 'NO_BASIS']);
export type Verdict = z.infer<typeof Verdict>;

/** One comparison. */
export const VerdictFigures = z.object({
  verdict: Verdict,
  /** Fen; null without a basis. */
  requiredFen: z.int().nullable(),
  countedFen: z.int(),
  shortfallFen: z.int().nullable(),
  surplusFen: z.int().nullable(),
  /** Yuan a head as text, cut (not rounded) to four decimals; null where the rule has no heads. */
  perHead: z.string().nullable(),
});
export type VerdictFigures = z.infer<typeof VerdictFigures>;

/** 预算 · 年末前到账 · 按预算年度 · 财政性合计 · 全部来源 (domain C3: A–E). */
export const ViewName = z.enum(['budget', 'paid', 'byBudgetYear', 'public', 'all']);
export type ViewName = z.infer<typeof ViewName>;
export const VIEW_LETTERS: Record<ViewName, string> = {
  budget: 'A',
  paid: 'B',
  byBudgetYear: 'C',
  public: 'D',
  all: 'E',
};

/** What a person should look at. `error` and `warning` touch the figure; `hint` never does. */
export const FundingFlag = z.object({
  /** Key of `budgets.flag` in the catalogue; of `budgets.caseFlag` for a judged case. */
  code: z.string(),
  level: z.enum(['error', 'warning', 'hint']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  /** The entries it speaks of, at most a thousand. */
  entryIds: z.array(z.int()),
});
export type FundingFlag = z.infer<typeof FundingFlag>;

/** A figure of population as basis of the verdict. */
export const BasisChoice = z.object({
  population: Population,
  /** A person fixed it for the year; otherwise the program proposes it by the rule of domain C2. */
  fixed: z.boolean(),
  reason: z.string().nullable(),
});
export type BasisChoice = z.infer<typeof BasisChoice>;

/** The calculation in words, one step after the other. */
export const CalculationStep = z.object({
  text: z.string(),
  /** The figure whose entries stand behind the step. */
  figure: z.string().nullable(),
});
export type CalculationStep = z.infer<typeof CalculationStep>;

export const FundingCheck = z.object({
  year: Year,
  rule: FundRule.nullable(),
  basis: BasisChoice.nullable(),
  /** Other figures that might have been the basis, each with the verdict it would give. */
  otherBases: z.array(z.object({ population: Population, figures: VerdictFigures })),
  /** The view that decides. */
  headline: ViewName,
  views: z.record(ViewName, VerdictFigures.extend({ letter: z.string(), entries: z.int() })),
  /** Fen. */
  spending: z.object({ grossFen: z.int(), returnedFen: z.int(), netFen: z.int() }),
  carryOverFen: z.int(),
  inKindFen: z.int(),
  /** 到位率 and 执行率 in per cent, cut to two decimals, e.g. 75.00; null where there is nothing to divide by. */
  arrivalRate: z.string().nullable(),
  executionRate: z.string().nullable(),
  /** 结转 of former years + all that came in (view E) − net spending. */
  balanceFen: z.int(),
  /** Standing entries dated in the year or of its budget. */
  entries: z.int(),
  closed: z.boolean(),
  flags: z.array(FundingFlag),
  steps: z.array(CalculationStep),
});
export type FundingCheck = z.infer<typeof FundingCheck>;

/** An enterprise or school against its share. */
export const UnitCheck = z.object({
  base: TrainingBase,
  rule: FundRule.nullable(),
  figures: VerdictFigures,
  /** Within the upper bound; null without one or without a base. */
  withinUpper: z.boolean().nullable(),
  /** Fen that the upper bound allows, cut; null without one. */
  upperFen: z.int().nullable(),
  flags: z.array(FundingFlag),
});
export type UnitCheck = z.infer<typeof UnitCheck>;

/** One line of a file of cases; needs nothing of the archive. */
export const CheckedCase = VerdictFigures.extend({
  /** Line of the source. */
  line: z.int(),
  /** 编号 or 单位. */
  name: z.string(),
  kind: z.enum(['floor', 'enterprise', 'school', 'unknown']),
  population: z.int().nullable(),
  baseFen: z.int().nullable(),
  /** null = the amount could not be read. */
  countedFen: z.int().nullable(),
  flags: z.array(FundingFlag.omit({ entryIds: true })),
});
export type CheckedCase = z.infer<typeof CheckedCase>;
