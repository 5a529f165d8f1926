/** 企业、学校培训经费核查表 (R7): each unit's base, its share, what it spent, and the verdict. Every figure is that of `budgets.checkUnits`. */
import type { UnitCheck } from '#shared/features/funding-check.ts';
import { PayerKind } from '#shared/features/funding-rules.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { type ReportRow, type TableReport, textValue } from '#shared/report/model.ts';
import {
  auditFields,
  auditHead,
  type AuditPaper,
  indexNumber,
  moneyCell,
  moneyEm,
  perCentOfMille,
  sumCell,
  sumOf,
} from './audit-paper.ts';
import { cell, listColumn, listField, tablePaper } from './paper-parts.ts';

export interface UnitTrainingPaper extends AuditPaper {
  /** null = both. */
  kind: PayerKind | null;
  units: readonly UnitCheck[];
}

/** Builds the paper; pure. */
export function unitTrainingReport(paper: UnitTrainingPaper): TableReport {
  const { units, year, kind } = paper;
  const t = translator(paper.locale);
  const count = (verdict: UnitCheck['figures']['verdict']): number =>
    units.filter(({ figures }) => figures.verdict === verdict).length;
  const kinds = PayerKind.options.filter((one) => units.some(({ base }) => base.kind === one));
  const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
  const sum = (of: readonly UnitCheck[], value: (unit: UnitCheck) => number | null): bigint =>
    sumOf(known(of.map(value)));
  const lines = units.map((unit, index): [PayerKind, ReportRow] => [unit.base.kind, unitRow(t, unit, index + 1)]);
  const subtotal = (one: PayerKind): ReportRow => {
    const ofKind = units.filter(({ base }) => base.kind === one);
    return {
      group: null,
      cells: [
        cell(null),
        cell(t('fundingPapers.units.subtotal', { kind: t(`fundingCheck.payerKind.${one}`), count: ofKind.length })),
        cell(null),
        sumCell(sum(ofKind, ({ base }) => base.baseFen)),
        cell(null),
        sumCell(sum(ofKind, ({ figures }) => figures.requiredFen)),
        sumCell(sum(ofKind, ({ base }) => base.spentFen)),
        sumCell(sum(ofKind, ({ figures }) => figures.shortfallFen)),
        cell(null),
        cell(null),
        cell(null),
      ],
    };
  };
  const money = (key: string, heading: string, value: (unit: UnitCheck) => number | null) =>
    listColumn(key, heading, 27, {
      align: 'right',
      minimumEm: moneyEm([
        ...units.map(value),
        ...kinds.map((one) =>
          sum(
            units.filter(({ base }) => base.kind === one),
            value,
          ),
        ),
      ]),
    });
  return tablePaper(paper, {
    id: 'unit-training-check',
    title: t(kind === null ? 'fundingPapers.title.unitTrainingCheck' : `fundingPapers.title.${kind}Check`, { year }),
    keywords: [String(year), indexNumber(paper, 'unitTrainingCheck')],
    runningHead: auditHead(paper, 'unitTrainingCheck'),
    headLines: [
      auditFields(paper, 'unitTrainingCheck'),
      [
        listField(
          t('fundingPapers.field.count'),
          t('fundingPapers.units.counts', {
            count: units.length,
            passed: count('PASS'),
            failed: count('FAIL'),
            undecided: count('NO_BASIS'),
          }),
        ),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('unit', t('fundingPapers.column.unit'), 46, { minimumEm: 8 }),
      listColumn('kind', t('fundingPapers.column.kind'), 13, { align: 'center', minimumEm: 2.4 }),
      money('base', t('fundingPapers.column.base'), ({ base }) => base.baseFen),
      listColumn('share', t('fundingPapers.column.share'), 17, { align: 'center', minimumEm: 4 }),
      money('required', t('fundingPapers.column.due'), ({ figures }) => figures.requiredFen),
      money('spent', t('fundingPapers.column.spent'), ({ base }) => base.spentFen),
      money('shortfall', t('fundingPapers.column.shortfall'), ({ figures }) => figures.shortfallFen),
      listColumn('verdict', t('fundingPapers.column.verdict'), 18, { align: 'center', minimumEm: 4.2 }),
      listColumn('band', t('fundingPapers.column.band'), 30, { minimumEm: 6 }),
      listColumn('remark', t('fundingPapers.column.remark'), 30, { minimumEm: 5 }),
    ],
    rows: kinds.flatMap((one) => [...lines.filter(([of]) => of === one).map(([, line]) => line), subtotal(one)]),
    notes: [t('fundingPapers.note.units'), t('fundingPapers.note.record')],
    closingLines: [
      [
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('fundingPapers.field.finance'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}

function unitRow(t: Translate, unit: UnitCheck, number: number): ReportRow {
  const { base, rule, figures, flags } = unit;
  return {
    group: null,
    cells: [
      cell(number),
      cell(base.unit),
      cell(t(`fundingCheck.payerKind.${base.kind}`)),
      base.baseFen === null ? textValue(t('fundingPapers.notReported')) : moneyCell(t, base.baseFen),
      cell(
        rule === null ? t('fundingPapers.none') : t('fundingPapers.units.share', { rate: perCentOfMille(rule.rate) }),
      ),
      moneyCell(t, figures.requiredFen),
      base.spentFen === null ? textValue(t('fundingPapers.notReported')) : moneyCell(t, base.spentFen),
      moneyCell(t, figures.shortfallFen),
      cell(t(`fundingCheck.verdict.${figures.verdict}`)),
      cell(bandText(t, unit)),
      cell(
        [base.basisNote, base.remark, ...flags.map(({ message }) => message.replace(/[。.]$/u, ''))]
          .filter((text) => text !== '')
          .join(t('papers.clauseSeparator')),
      ),
    ],
  };
}

/** Where spending lies between the two bounds of a band. */
function bandText(t: Translate, { rule, figures, withinUpper }: UnitCheck): string {
  if (rule === null) return t('fundingPapers.units.noRule');
  if (rule.upperRate === null || withinUpper === null) return t('fundingPapers.none');
  const params = { from: perCentOfMille(rule.rate), to: perCentOfMille(rule.upperRate) };
  if (!withinUpper) return t('fundingPapers.units.above', params);
  return t(figures.verdict === 'PASS' ? 'fundingPapers.units.within' : 'fundingPapers.units.below', params);
}
