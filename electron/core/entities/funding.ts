/** Money: entries of the ledger with their evidence, the imports that brought them, rules, years, and reports of enterprises and schools. */
import { FundKind, FundSource, VoucherKind } from '#shared/features/funding.ts';
import { PayerKind, RuleShape } from '#shared/features/funding-rules.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { z } from '#shared/lib/zod.ts';
import { fileTexts } from '../objects/texts.ts';
import { type Entity, flatEntity, parentEntity } from './entity.ts';
import { refuseClosedYears, refuseRuleOfClosedYears } from '../funding/locks.ts';

const withdrawal = { withdrawn: z.int(), withdrawn_reason: z.string().nullable(), version: z.int() };

export const FundImportImage = z.object({
  id: z.int(),
  uid: z.string(),
  source_name: z.string().nullable(),
  source_sha256: z.string(),
  entry_count: z.int(),
  population_count: z.int(),
  ...withdrawal,
});
export type FundImportImage = z.infer<typeof FundImportImage>;
export const fundImportEntity = flatEntity('fund_import', FundImportImage);

export const FundEntryColumns = z.object({
  id: z.int(),
  uid: z.string(),
  entry_date: z.string(),
  budget_year: z.int().nullable(),
  kind: FundKind,
  source: z.string(),
  source_kind: FundSource.nullable(),
  purpose: z.string(),
  /** Fen. */
  amount: z.int(),
  voucher: z.string(),
  /** The voucher's number without blanks, 字, 第, 号 and leading zeros: by it the same voucher is found. */
  voucher_key: z.string(),
  basis: z.string(),
  document_id: z.int().nullable(),
  activity_id: z.int().nullable(),
  plan_row_id: z.int().nullable(),
  remark: z.string(),
  reverses_id: z.int().nullable(),
  reversed_by_id: z.int().nullable(),
  reversal_reason: z.string().nullable(),
  import_id: z.int().nullable(),
  source_line: z.int().nullable(),
  source_text: z.string().nullable(),
  /** How many files and documents prove it. */
  evidence: z.int(),
  ...withdrawal,
});

export const FundEntryFileColumns = z.object({
  kind: VoucherKind,
  document_id: z.int().nullable(),
  name: z.string(),
  sha256: z.string().nullable(),
  size: z.int().nullable(),
  format: z.string().nullable(),
  page_count: z.int().nullable(),
});

const plain = parentEntity('fund_entry', FundEntryColumns, {
  files: { table: 'fund_entry_file', parent: 'entry_id', shape: FundEntryFileColumns },
});
export type FundEntryImage = Parameters<typeof plain.keyOf>[0];

/** The voucher first, by which found entries sort; the amount with and without its commas. */
function numbersOf({ voucher, amount, basis }: FundEntryImage): string {
  const money = moneyText(amount);
  return [...new Set([voucher, money, money.replaceAll(',', ''), basis])].filter((text) => text !== '').join('\n');
}

export const fundEntryEntity: Entity<FundEntryImage> = {
  ...plain,
  guard: (db, before, after) =>
    refuseClosedYears(
      db,
      [before, after].flatMap((image) => (image ? [Number(image.entry_date.slice(0, 4)), image.budget_year] : [])),
    ),
  searchEntry: (image, db) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'fund_entry',
          id: image.id,
          date: image.entry_date,
          title: image.purpose === '' ? image.source : image.purpose,
          numbers: numbersOf(image),
          people: image.source,
          body: [image.remark, ...fileTexts(db, image.files)].filter((text) => text !== '').join('\n'),
          year: Number(image.entry_date.slice(0, 4)),
          term: null,
          unit: image.source === '' ? null : image.source,
          state: image.kind,
        },
};

export const FundRuleImage = z.object({
  id: z.int(),
  uid: z.string(),
  shape: RuleShape,
  name: z.string(),
  payer: z.string(),
  basis: z.string(),
  rate: z.int(),
  upper_rate: z.int().nullable(),
  from_year: z.int().nullable(),
  to_year: z.int().nullable(),
  /** JSON list of `FundSource`. */
  counted_sources: z.string(),
  paper: z.string(),
  paragraph: z.string(),
  document_id: z.int().nullable(),
  origin: z.enum(['published', 'own']),
  ...withdrawal,
});
export type FundRuleImage = z.infer<typeof FundRuleImage>;
export const fundRuleEntity: Entity<FundRuleImage> = {
  ...flatEntity('fund_rule', FundRuleImage),
  guard: refuseRuleOfClosedYears,
};

export const FundYearImage = z.object({
  id: z.int(),
  uid: z.string(),
  year: z.int(),
  population_id: z.int().nullable(),
  basis_reason: z.string().nullable(),
  closed: z.int(),
  closed_reason: z.string().nullable(),
  ...withdrawal,
});
export type FundYearImage = z.infer<typeof FundYearImage>;
export const fundYearEntity: Entity<FundYearImage> = {
  ...flatEntity('fund_year', FundYearImage),
  guard(db, before, after) {
    if (before?.closed === 1 && after.closed === 1) refuseClosedYears(db, [after.year]);
  },
};

export const TrainingBaseImage = z.object({
  id: z.int(),
  uid: z.string(),
  year: z.int(),
  unit: z.string(),
  organisation_id: z.int().nullable(),
  kind: PayerKind,
  /** Fen. */
  base: z.int().nullable(),
  spent: z.int().nullable(),
  basis_note: z.string(),
  document_id: z.int().nullable(),
  remark: z.string(),
  ...withdrawal,
});
export type TrainingBaseImage = z.infer<typeof TrainingBaseImage>;
export const trainingBaseEntity: Entity<TrainingBaseImage> = {
  ...flatEntity('training_base', TrainingBaseImage),
  guard: (db, before, after) => refuseClosedYears(db, [before?.year ?? null, after.year]),
};
