/**
 * Rules of funding as data (domain C1, C4, B2.10): who pays, by which basis, how much, since when, by which paper. Three shapes: so many fen
 * a resident; a share of wages between two bounds; a share of a school's budget.
 */
import { z } from '../lib/zod.ts';
import { FundSource } from './funding.ts';
import { Year } from './schedule.ts';

const line = (length: number) => z.string().trim().max(length);

/** floor × population · bounded share · single share */
export const RuleShape = z.enum(['floor', 'band', 'share']);
export type RuleShape = z.infer<typeof RuleShape>;

export const FundRuleFields = z.object({
  shape: RuleShape,
  name: line(100).min(1),
  /** Whose duty it is, as printed. */
  payer: line(100).min(1),
  /** Of what the rate is taken, as printed: 常住人口, 工资总额, 年度公用经费预算总额. */
  basis: line(100).min(1),
  /** Fen a head for `floor`, per mille for the others. */
  rate: z.int().min(1).max(1_000_000),
  /** Upper bound of a `band` in per mille; more is allowed and noted. */
  upperRate: z.int().min(1).max(1000).nullable(),
  /** First and last year it holds for; null = open. */
  fromYear: Year.nullable(),
  toYear: Year.nullable(),
  /** Whose money counts in the test (`floor`). */
  countedSources: z.array(FundSource).min(1).max(4),
  /** The paper that sets it, its number and its paragraph. */
  paper: line(300),
  paragraph: line(2000),
  documentId: z.int().nullable(),
});
export type FundRuleFields = z.infer<typeof FundRuleFields>;

export const FundRule = FundRuleFields.extend({
  id: z.int(),
  /** `published`: of the plan of 2021; `own`: the center's. */
  origin: z.enum(['published', 'own']),
  version: z.int(),
});
export type FundRule = z.infer<typeof FundRule>;

/** 企业 · 学校 */
export const PayerKind = z.enum(['enterprise', 'school']);
export type PayerKind = z.infer<typeof PayerKind>;

/** Wages of an enterprise or budget of a school in a year, and what it spent on training (domain B2.12). */
export const TrainingBaseFields = z.object({
  year: Year,
  unit: line(100).min(1),
  kind: PayerKind,
  /** Fen; null = not reported. */
  baseFen: z.int().min(0).max(100_000_000_000_000).nullable(),
  spentFen: z.int().min(0).max(100_000_000_000_000).nullable(),
  /** 工资总额 by which rule, 公用经费 of which budget: as reported. */
  basisNote: line(200),
  documentId: z.int().nullable(),
  remark: line(2000),
});
export type TrainingBaseFields = z.infer<typeof TrainingBaseFields>;

export const TrainingBase = TrainingBaseFields.extend({
  id: z.int(),
  organisationId: z.int().nullable(),
  version: z.int(),
});
export type TrainingBase = z.infer<typeof TrainingBase>;
