/**
 * 经费与核查: the ledger, the rules, the population they stand on, and the verdict of a year that opens down to the voucher.
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { command, job, query } from '../procedure.ts';
import {
  FundEntry,
  FundEntryFilter,
  FundEntryLinks,
  FundKind,
  NewFundEntry,
  VoucherFile,
  VoucherKind,
} from './funding.ts';
import { FundingCheck, UnitCheck, Verdict, VerdictFigures } from './funding-check.ts';
import { CasesReading, FundingReading, ReadFundingInput } from './funding-reading.ts';
import { FundRule, FundRuleFields, PayerKind, TrainingBase, TrainingBaseFields } from './funding-rules.ts';
import { hasSource, SOURCE_RULE } from './objects.ts';
import { Population, PopulationKind } from './population.ts';
import { StepLabel, Year } from './schedule.ts';

const PRINTED = { 常住: 'resident', 常住人口: 'resident', 户籍: 'registered', 户籍人口: 'registered' } as const;

/** The kind, or its Chinese name. 总人口 is neither, and is refused: it may be either. */
const kind = z
  .string()
  .transform((text) => (Object.hasOwn(PRINTED, text) ? PRINTED[text as keyof typeof PRINTED] : text))
  .pipe(PopulationKind);

const line = (length: number) => z.string().trim().max(length);
const reason = line(2000).min(1);
/** The checklists of activities and rows of the plan say what the ledger proves. */
const touches = ['budgets', 'activities', 'history'] as const;

/** What a year's book is: open or closed, and the basis that was fixed for it. */
export const FundYear = z.object({
  year: Year,
  closed: z.boolean(),
  closedReason: z.string().nullable(),
  populationId: z.int().nullable(),
  basisReason: z.string().nullable(),
  /** Entries that stand, dated in the year or of its budget. */
  entries: z.int(),
  version: z.int(),
});
export type FundYear = z.infer<typeof FundYear>;

const NewPopulation = z.object({
  place: line(100).min(1),
  kind,
  value: z.int().min(0).max(2_000_000_000),
  referenceDate: z.iso.date(),
  source: line(200).min(1),
  documentId: z.int().nullable().default(null),
  note: line(2000).default(''),
});

const sourceOfImport = z.object({ name: z.string().max(255).nullable(), sha256: z.string().regex(/^[0-9a-f]{64}$/u) });

/** What an import did, or would do. */
const Taken = z.object({
  added: z.int(),
  populationAdded: z.int(),
  ids: z.array(z.int()),
  /** Lines that the ledger has already. */
  duplicates: z.array(z.object({ line: z.int(), entryId: z.int() })),
  importId: z.int().nullable(),
  event: z.int().nullable(),
});

export const budgets = {
  entries: query(
    'Entries of the ledger by date and number; `total` and the sum count all that the filter lets through.',
    z.object({
      filter: FundEntryFilter.default({ withReversed: false }),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(50_000).default(200),
    }),
    z.object({
      total: z.int(),
      rows: z.array(FundEntry),
      /** Fen by kind of what the filter lets through, as text: sums may be beyond a safe integer. */
      sums: z.partialRecord(FundKind, z.string()),
    }),
    { traced: true },
  ),
  entry: query('One entry of the ledger.', z.object({ id: z.int() }), FundEntry, { traced: true }),
  enter: command(
    'Enter one or more entries in one step: {"entries": [{"date", "kind", "amountFen", …}]}.',
    z.object({ step: StepLabel.optional(), entries: z.array(NewFundEntry).min(1).max(50_000) }),
    z.object({ ids: z.array(z.int()), event: z.int() }),
    { touches },
  ),
  annotate: command(
    'Set links, basis and remark of an entry; what it says of money stays.',
    z.object({ id: z.int(), version: z.int(), fields: FundEntryLinks.partial() }),
    z.object({ entry: FundEntry, event: z.int() }),
    { touches },
  ),
  reverse: command(
    'Take an entry back by a linked one, with a reason; both stay.',
    z.object({ id: z.int(), version: z.int(), reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  correct: command(
    'Take an entry back and enter the right one beside it, in one step.',
    z.object({
      id: z.int(),
      version: z.int(),
      reason,
      entry: NewFundEntry,
      /** Do the same files, and the same document where `entry` names none, prove the right entry too? They stay with the old one. */
      keepEvidence: z.boolean().default(true),
    }),
    z.object({ reversalId: z.int(), id: z.int(), event: z.int() }),
    { touches },
  ),
  attach: command(
    'Take a file into an entry as evidence of a kind.',
    z
      .object({
        id: z.int(),
        version: z.int(),
        kind: VoucherKind,
        file: z.string().min(1).optional(),
        bytes: bytesSchema.optional(),
        name: z.string().min(1).max(500).optional(),
      })
      .refine(hasSource, SOURCE_RULE),
    z.object({ entry: FundEntry, duplicate: z.boolean(), doubts: z.array(z.string()), event: z.int() }),
    {
      preparedBy: [
        { job: 'objects.inspect', optional: false },
        { job: 'objects.text', optional: true },
        { job: 'objects.store', optional: false },
      ],
      paths: ['file'],
      touches: ['budgets', 'activities', 'objects', 'history'],
    },
  ),
  arrangeFiles: command(
    'Set the evidence of an entry anew: order, kinds, documents of the archive; what is left out is taken off.',
    z.object({ id: z.int(), version: z.int(), files: z.array(VoucherFile).max(500), reason: line(2000).default('') }),
    z.object({ entry: FundEntry, event: z.int() }),
    { touches },
  ),
  read: job(
    'Read a ledger, a table of population or a census bulletin without touching the archive.',
    ReadFundingInput,
    FundingReading,
    { zone: 'foreign', paths: ['file'] },
  ),
  accept: command(
    'Take reviewed entries and figures of population into the archive: one transaction, one undo step.',
    z.object({
      source: sourceOfImport,
      entries: z
        .array(
          NewFundEntry.extend({
            sourceLine: z.int().nullable().default(null),
            sourceText: z.string().max(20_000).nullable().default(null),
          }),
        )
        .max(200_000)
        .default([]),
      population: z.array(NewPopulation).max(5000).default([]),
      /** Lines that the ledger has already are left out, unless a person says otherwise. */
      duplicates: z.enum(['skip', 'add']).default('skip'),
    }),
    Taken,
    { touches },
  ),
  import: command(
    'Read a ledger or a table of population and take it in; with "dryRun": true nothing is written. {"file": …, "dryRun": true}',
    ReadFundingInput.safeExtend({
      duplicates: z.enum(['skip', 'add']).default('skip'),
      dryRun: z.boolean().default(false),
    }),
    FundingReading.extend(Taken.shape),
    { preparedBy: 'budgets.read', paths: ['file'], touches },
  ),
  rules: query('The rules of funding, the newest first.', z.object({ year: Year.optional() }), z.array(FundRule)),
  saveRule: command(
    'Add a rule or change one (with its id and version) with a reason.',
    z.object({ id: z.int().optional(), version: z.int().optional(), fields: FundRuleFields, reason }),
    z.object({ rule: FundRule, event: z.int() }),
    { touches },
  ),
  withdrawRule: command(
    'Take a rule off the list with a reason.',
    z.object({ id: z.int(), version: z.int(), reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  population: query(
    'Figures of population, the newest first; of one place where its unit or name is given.',
    z.object({ placeId: z.int().optional(), place: line(100).optional() }),
    z.array(Population),
  ),
  recordPopulation: command(
    'Keep a figure of population: {"place", "kind": "常住"|"户籍", "value", "referenceDate", "source"}.',
    NewPopulation,
    z.object({ population: Population, event: z.int() }),
    { touches },
  ),
  withdrawPopulation: command(
    'Take a figure of population back with a reason.',
    z.object({ id: z.int(), version: z.int(), reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  years: query('The years of the ledger: open or closed, with their basis.', z.object({}), z.array(FundYear)),
  fixBasis: command(
    'Fix the figure of population that a year is judged by; a change needs a reason.',
    z.object({ year: Year, populationId: z.int(), reason: line(2000).default('') }),
    z.object({ year: FundYear, event: z.int() }),
    { touches },
  ),
  closeYear: command(
    'Lock the entries and the basis of a year.',
    z.object({ year: Year, reason: line(2000).default('') }),
    z.object({ year: FundYear, event: z.int() }),
    { touches },
  ),
  reopenYear: command(
    'Unlock a year, with a reason that stays in the log.',
    z.object({ year: Year, reason }),
    z.object({ year: FundYear, event: z.int() }),
    { touches },
  ),
  check: query('The verdict of a year: {"year"}.', z.object({ year: Year }), FundingCheck, { traced: true }),
  compare: query(
    'The verdicts of several years side by side.',
    z.object({ from: Year, to: Year }),
    z.array(
      z.object({
        year: Year,
        /** Standing entries of the year; 0 = nothing was recorded, so the verdict says nothing about the money. */
        entries: z.int(),
        population: z.int().nullable(),
        rateFen: z.int().nullable(),
        budgetFen: z.int(),
        paid: VerdictFigures,
        spentFen: z.int(),
        carryOverFen: z.int(),
      }),
    ),
    { traced: true },
  ),
  bases: query(
    'Wages of enterprises and budgets of schools in a year.',
    z.object({ year: Year.optional(), kind: PayerKind.optional() }),
    z.array(TrainingBase),
    { traced: true },
  ),
  recordBase: command(
    'Keep the base and the spending of an enterprise or school in a year.',
    TrainingBaseFields.partial().required({ year: true, unit: true, kind: true }),
    z.object({ base: TrainingBase, event: z.int() }),
    { touches },
  ),
  correctBase: command(
    'Put right what an enterprise or school reported, with a reason; the log keeps what was there.',
    z.object({ id: z.int(), version: z.int(), fields: TrainingBaseFields.partial(), reason }),
    z.object({ base: TrainingBase, event: z.int() }),
    { touches },
  ),
  withdrawBase: command(
    'Take the report of an enterprise or school back with a reason.',
    z.object({ id: z.int(), version: z.int(), reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  checkUnits: query(
    'Each enterprise and school of a year against its share.',
    z.object({ year: Year, kind: PayerKind.optional() }),
    z.object({ units: z.array(UnitCheck), counts: z.record(Verdict, z.int()) }),
    { traced: true },
  ),
  checkCases: job(
    'Judge each line of a table: 编号, 常住人口(人), 计入经费(元); or 单位, 类型 企业/学校, 基数(元), 培训支出(元). Needs no archive.',
    ReadFundingInput.safeExtend({
      /** Fen a head, where the table gives no rate of its own. */
      rateFen: z.int().min(1).max(1_000_000).default(200),
    }),
    CasesReading,
    { zone: 'foreign', paths: ['file'] },
  ),
} as const;
