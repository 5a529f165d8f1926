/** Rules of funding in and out of their table, and the one that a year is judged by. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { FundSource } from '#shared/features/funding.ts';
import type { FundRule, FundRuleFields, RuleShape } from '#shared/features/funding-rules.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { fundRuleEntity, FundRuleImage } from '../entities/funding.ts';
import { currentRecord, withdrawRecord } from '../records.ts';
import { mustHaveDocument } from './references.ts';

const COLUMNS = Object.keys(FundRuleImage.shape).join(', ');
const Sources = z.array(FundSource);

/** Fields as columns. */
export function ruleColumns(fields: FundRuleFields) {
  return {
    shape: fields.shape,
    name: fields.name,
    payer: fields.payer,
    basis: fields.basis,
    rate: fields.rate,
    upper_rate: fields.upperRate,
    from_year: fields.fromYear,
    to_year: fields.toYear,
    counted_sources: JSON.stringify(fields.countedSources),
    paper: fields.paper,
    paragraph: fields.paragraph,
    document_id: fields.documentId,
  };
}

function ruleOf(image: FundRuleImage): FundRule {
  return {
    id: image.id,
    shape: image.shape,
    name: image.name,
    payer: image.payer,
    basis: image.basis,
    rate: image.rate,
    upperRate: image.upper_rate,
    fromYear: image.from_year,
    toYear: image.to_year,
    countedSources: Sources.parse(JSON.parse(image.counted_sources)),
    paper: image.paper,
    paragraph: image.paragraph,
    documentId: image.document_id,
    origin: image.origin,
    version: image.version,
  };
}

/** Rules that stand; those of one year where it is given. */
export function rulesOf(db: ReadDb, year?: number): FundRule[] {
  return all(
    db,
    FundRuleImage,
    `SELECT ${COLUMNS} FROM fund_rule WHERE withdrawn = 0
       AND coalesce(from_year, 0) <= ? AND coalesce(to_year, 9999) >= ?
     ORDER BY CASE shape WHEN 'floor' THEN 0 WHEN 'band' THEN 1 ELSE 2 END, from_year IS NULL, from_year DESC, origin = 'published', id DESC`,
    year ?? 9999,
    year ?? 0,
  ).map(ruleOf);
}

/** The rule of a shape that holds in a year: the one that begins last, the center's own before the published one. */
export function ruleFor(db: ReadDb, year: number, shape: RuleShape): FundRule | null {
  return rulesOf(db, year).find((rule) => rule.shape === shape) ?? null;
}

/** @throws AppError budgets/rule_band, budgets/rule_years, record/not_found */
function checked(db: ReadDb, fields: FundRuleFields): FundRuleFields {
  const { fromYear, toYear, rate, upperRate, shape } = fields;
  if (shape === 'band' && (upperRate === null || upperRate < rate)) throw new AppError('budgets/rule_band');
  if (fromYear !== null && toYear !== null && toYear < fromYear)
    throw new AppError('budgets/rule_years', { fromYear, toYear });
  mustHaveDocument(db, fields.documentId);
  return shape === 'band' ? fields : { ...fields, upperRate: null };
}

export function saveRule(context: WriteContext, input: ParsedInput<'budgets.saveRule'>): Output<'budgets.saveRule'> {
  const { db, changes } = context;
  const columns = ruleColumns(checked(db, input.fields));
  let image: FundRuleImage;
  if (input.id === undefined) {
    image = {
      id: nextId(db, 'fund_rule'),
      uid: context.newUid(),
      ...columns,
      origin: 'own',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    };
    changes.insert(fundRuleEntity, image);
  } else {
    const before = currentRecord(db, fundRuleEntity, { id: input.id, version: input.version });
    image = { ...before, ...columns, origin: 'own', version: before.version + 1 };
    changes.update(fundRuleEntity, before, image);
  }
  context.describe({ label: { code: 'fundRuleSave', params: { name: image.name } }, reason: input.reason });
  return { rule: ruleOf(image), event: context.eventNumber };
}

export function withdrawRule(
  context: WriteContext,
  { id, version, reason }: ParsedInput<'budgets.withdrawRule'>,
): Output<'budgets.withdrawRule'> {
  const before = currentRecord(context.db, fundRuleEntity, { id, version });
  withdrawRecord(context, fundRuleEntity, before, reason);
  context.describe({ label: { code: 'fundRuleWithdraw', params: { name: before.name } }, reason });
  return { id, event: context.eventNumber };
}
