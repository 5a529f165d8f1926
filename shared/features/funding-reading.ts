/**
 * What the readers of money papers answer: ledgers as clerks keep them, tables of population by village, census bulletins, and files of
 * cases. Empty is a value; a doubtful place is a warning that names its line; totals are compared, never added.
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { NewFundEntry } from './funding.ts';
import { CheckedCase } from './funding-check.ts';
import { ReadWarning } from './reading.ts';

/** What a column of a ledger can mean. */
export const LedgerField = z.enum([
  'number',
  'voucher',
  'date',
  'budget_year',
  'kind',
  'source',
  'purpose',
  'amount',
  'income',
  'expense',
  'balance',
  // Of wide tables: one line holds what was carried over, budgeted and paid.
  'carried',
  'budgeted',
  'paid',
  'basis',
  'remark',
]);
export type LedgerField = z.infer<typeof LedgerField>;

/** A line of a ledger. `entry` is null where it cannot be an entry before a person looked at it. */
export const LedgerRecord = z.object({
  line: z.int(),
  entry: NewFundEntry.nullable(),
  /** The cells by their meaning, as printed. */
  printed: z.partialRecord(LedgerField, z.string()),
  needsReview: z.boolean(),
});
export type LedgerRecord = z.infer<typeof LedgerRecord>;

/** A sum that the paper prints, beside that of its lines. */
export const PrintedTotal = z.object({
  line: z.int(),
  label: z.string(),
  field: LedgerField,
  statedFen: z.int(),
  /** Sum of the lines that the total covers; null where it is not clear which. */
  sumFen: z.int().nullable(),
  agrees: z.boolean().nullable(),
});
export type PrintedTotal = z.infer<typeof PrintedTotal>;

/** A figure of population that can be recorded. */
export const ReadPopulation = z.object({
  line: z.int(),
  place: z.string(),
  kind: z.enum(['resident', 'registered']),
  value: z.int(),
  referenceDate: z.iso.date().nullable(),
  source: z.string(),
  /** The sum of the other places, as the paper prints it: kept beside them, never added to them. */
  total: z.boolean(),
  /** False = in 万 with fewer than four decimals, so rounded by the paper: a proposal that only a person takes, with the printed figure in its source. */
  exact: z.boolean(),
});
export type ReadPopulation = z.infer<typeof ReadPopulation>;

/** What a table of population adds up to. Names and order as the papers' own checks. */
export const PopulationFacts = z.object({
  data_lines: z.int(),
  registered_sum: z.int().nullable(),
  registered_total_stated: z.int().nullable(),
  registered_ok: z.boolean().nullable(),
  resident_sum_without_missing: z.int().nullable(),
  resident_total_stated: z.int().nullable(),
  resident_ok: z.boolean().nullable(),
  /** Places without 常住人口. */
  missing: z.array(z.string()),
  /** Stated total − sum of the lines, where just one place is missing: implied, no evidence. */
  implied_missing: z.int().nullable(),
  required_if_total_used_yuan: z.string().nullable(),
});

/** What a census bulletin says, and whether its own figures agree. */
export const BulletinFacts = z.object({
  reference_time: z.string().nullable(),
  resident_population: z.int().nullable(),
  /** Persons of the last printed digit, where the bulletin gives residents only in 万人. */
  resident_rounded_to: z.int().optional(),
  /** Each equation as text, and whether it holds. */
  checks: z.array(z.tuple([z.string(), z.boolean()])),
  /** null where residents are rounded: they are no exact basis. */
  percapita_at_2yuan: z.object({ required_fen: z.int(), required_yuan: z.string() }).nullable(),
  note: z.string(),
});

export const FundingReading = z.object({
  kind: z.enum(['ledger', 'population', 'bulletin']),
  columns: z.array(z.string()),
  mapping: z.record(z.string(), LedgerField.nullable()),
  entries: z.array(LedgerRecord),
  totals: z.array(PrintedTotal),
  population: z.array(ReadPopulation),
  facts: z.union([PopulationFacts, BulletinFacts]).nullable(),
  /** Lines that were left out, with the reason in words. */
  skipped: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
  warnings: z.array(ReadWarning),
  source: z.object({
    format: z.string(),
    name: z.string().nullable(),
    encoding: z.string().nullable(),
    sha256: z.string(),
    lines: z.array(z.string()).optional(),
  }),
});
export type FundingReading = z.infer<typeof FundingReading>;

/** A file, dropped bytes or a paste. */
export const ReadFundingInput = z
  .object({
    file: z.string().optional(),
    name: z.string().max(255).optional(),
    bytes: bytesSchema.optional(),
    text: z.string().max(5_000_000).optional(),
    html: z.string().max(20_000_000).optional(),
    /** What the reviewer says of headings; those left out are read as the reader proposes. */
    mapping: z.record(z.string(), LedgerField.nullable()).optional(),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    /** Answer the source's lines too, for the review screen. */
    withLines: z.boolean().default(false),
  })
  .refine((input) => [input.file, input.bytes, input.text, input.html].some((part) => part !== undefined), {
    error: 'file, bytes, text or html is needed',
  });
export type ReadFundingInput = z.output<typeof ReadFundingInput>;

export const CasesReading = z.object({
  cases: z.array(CheckedCase),
  warnings: z.array(ReadWarning),
  passed: z.int(),
  failed: z.int(),
  undecided: z.int(),
});
export type CasesReading = z.infer<typeof CasesReading>;
