/** Enterprises and schools: what they report, and each against its share (domain C4, R7). */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FundingFlag, UnitCheck } from '#shared/features/funding-check.ts';
import { PayerKind, type TrainingBase, type TrainingBaseFields } from '#shared/features/funding-rules.ts';
import { fundingFlagText, type FundingFlagCode } from '#shared/i18n/messages.ts';
import { shareVerdict, withinShare } from '#shared/lib/funding/verdict.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { all, numbers, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { trainingBaseEntity, TrainingBaseImage } from '../entities/funding.ts';
import { currentRecord, withdrawRecord } from '../records.ts';
import { unitDirectory } from '../unit-directory.ts';
import { mustHaveDocument } from './references.ts';
import { ruleFor } from './rules.ts';

const COLUMNS = Object.keys(TrainingBaseImage.shape).join(', ');

/** Up to here training costs lower an enterprise's tax (企业所得税法实施条例 42 and 财税〔2018〕51号), in per mille of the wages. */
const TAX_LIMIT = 80;

function baseOf(image: TrainingBaseImage): TrainingBase {
  return {
    id: image.id,
    year: image.year,
    unit: image.unit,
    organisationId: image.organisation_id,
    kind: image.kind,
    baseFen: image.base,
    spentFen: image.spent,
    basisNote: image.basis_note,
    documentId: image.document_id,
    remark: image.remark,
    version: image.version,
  };
}

export function basesOf(db: ReadDb, { year, kind }: ParsedInput<'budgets.bases'>): TrainingBase[] {
  return all(
    db,
    TrainingBaseImage,
    `SELECT ${COLUMNS} FROM training_base WHERE withdrawn = 0 AND year BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?))
     ORDER BY year DESC, kind, id`,
    year ?? 0,
    year ?? 9999,
    JSON.stringify(kind === undefined ? PayerKind.options : [kind]),
  ).map(baseOf);
}

type Columns = Omit<TrainingBaseImage, 'id' | 'uid' | 'withdrawn' | 'withdrawn_reason' | 'version'>;

function columnsOf(db: ReadDb, fields: TrainingBaseFields): Columns {
  mustHaveDocument(db, fields.documentId);
  return {
    year: fields.year,
    unit: fields.unit,
    organisation_id: unitDirectory(db).find(fields.unit),
    kind: fields.kind,
    base: fields.baseFen,
    spent: fields.spentFen,
    basis_note: fields.basisNote,
    document_id: fields.documentId,
    remark: fields.remark,
  };
}

/** One report a unit, kind and year. @throws AppError budgets/base_twice */
function refuseTwin(db: ReadDb, columns: Columns, ownId: number): void {
  const [twin] = numbers(
    db,
    'SELECT id FROM training_base WHERE withdrawn = 0 AND year = ? AND unit = ? AND kind = ? AND id <> ?',
    columns.year,
    columns.unit,
    columns.kind,
    ownId,
  );
  if (twin !== undefined) throw new AppError('budgets/base_twice', { unit: columns.unit, year: columns.year });
}

export function recordBase(
  context: WriteContext,
  input: ParsedInput<'budgets.recordBase'>,
): Output<'budgets.recordBase'> {
  const { db, changes } = context;
  const columns = columnsOf(db, {
    baseFen: null,
    spentFen: null,
    basisNote: '',
    documentId: null,
    remark: '',
    ...Object.fromEntries(Object.entries(input).filter(([, given]) => given !== undefined)),
    year: input.year,
    unit: input.unit,
    kind: input.kind,
  });
  refuseTwin(db, columns, 0);
  const image: TrainingBaseImage = {
    id: nextId(db, 'training_base'),
    uid: context.newUid(),
    ...columns,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
  };
  changes.insert(trainingBaseEntity, image);
  context.describe({ label: { code: 'baseRecord', params: { unit: image.unit, year: image.year } } });
  return { base: baseOf(image), event: context.eventNumber };
}

export function correctBase(
  context: WriteContext,
  input: ParsedInput<'budgets.correctBase'>,
): Output<'budgets.correctBase'> {
  const { db, changes } = context;
  const before = currentRecord(db, trainingBaseEntity, input);
  const { fields, reason } = input;
  const columns = columnsOf(db, {
    ...baseOf(before),
    ...Object.fromEntries(Object.entries(fields).filter(([, given]) => given !== undefined)),
  });
  refuseTwin(db, columns, before.id);
  const image = { ...before, ...columns, version: before.version + 1 };
  changes.update(trainingBaseEntity, before, image);
  context.describe({ label: { code: 'baseCorrect', params: { unit: image.unit, year: image.year } }, reason });
  return { base: baseOf(image), event: context.eventNumber };
}

export function withdrawBase(
  context: WriteContext,
  { id, version, reason }: ParsedInput<'budgets.withdrawBase'>,
): Output<'budgets.withdrawBase'> {
  const before = currentRecord(context.db, trainingBaseEntity, { id, version });
  withdrawRecord(context, trainingBaseEntity, before, reason);
  context.describe({ label: { code: 'baseWithdraw', params: { unit: before.unit, year: before.year } }, reason });
  return { id, event: context.eventNumber };
}

const SHAPES = { enterprise: 'band', school: 'share' } as const satisfies Record<PayerKind, string>;

/** Each enterprise and school of a year against the share that its rule asks. */
export function checkUnits(
  { db, locale }: Pick<ReadContext, 'db' | 'locale'>,
  { year, kind }: { year: number; kind?: PayerKind | undefined },
): Output<'budgets.checkUnits'> {
  const counts = { PASS: 0, FAIL: 0, NO_BASIS: 0 };
  const units = basesOf(db, { year, kind }).map((base): UnitCheck => {
    const rule = ruleFor(db, year, SHAPES[base.kind]);
    // What was spent is not known: no verdict, not a spending of nothing.
    const figures = shareVerdict(base.spentFen === null ? null : base.baseFen, rule?.rate ?? null, base.spentFen ?? 0);
    const upper = rule?.upperRate ?? null;
    const withinUpper =
      upper === null || base.spentFen === null ? null : withinShare(base.baseFen, upper, base.spentFen);
    const upperFen =
      upper === null || base.baseFen === null ? null : Number((BigInt(base.baseFen) * BigInt(upper)) / 1000n);
    const flags: FundingFlag[] = [];
    const flag = (code: FundingFlagCode, level: FundingFlag['level']): void => {
      flags.push({ code, level, params: { year }, message: fundingFlagText(locale, code, { year }), entryIds: [] });
    };
    if (rule === null) flag('no_rule', 'error');
    if (base.baseFen === null || base.baseFen === 0) flag('base_missing', 'error');
    if (base.spentFen === null) flag('spent_missing', 'error');
    if (withinUpper === false) flag('above_band', 'hint');
    if (
      base.kind === 'enterprise' &&
      base.spentFen !== null &&
      withinShare(base.baseFen, TAX_LIMIT, base.spentFen) === false
    )
      flag('above_tax_limit', 'hint');
    counts[figures.verdict] += 1;
    return { base, rule, figures, withinUpper, upperFen, flags };
  });
  return { units, counts };
}
