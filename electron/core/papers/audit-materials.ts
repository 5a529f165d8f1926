/** 审计资料清单 (R14) and 承诺书: what the archive holds of a year's money, as documents, vouchers and files; what is not there is listed as missing. */
import type { FundEntry } from '#shared/features/funding.ts';
import { RuleShape } from '#shared/features/funding-rules.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { listActivities } from '../activities/list.ts';
import { head } from '../audit/event.ts';
import { newestPackage } from '../audit/packages.ts';
import { numbers } from '../db/sql.ts';
import { basisOf } from '../funding/basis.ts';
import { ruleFor } from '../funding/rules.ts';
import { basesOf } from '../funding/units.ts';
import {
  auditMaterialsReport,
  type Material,
  type MaterialCategory,
  materialCounts,
} from '../reports/audit-materials.ts';
import { indexNumber } from '../reports/audit-paper.ts';
import { commitmentReport } from '../reports/commitment-letter.ts';
import { countText } from '../reports/audit-paper.ts';
import { auditBase, type EvidenceDocument, evidenceDocuments, everyEntry, heldObjects } from './audit-base.ts';
import type { PaperSource } from './source.ts';

/** More than any archive has. */
const ALL_ACTIVITIES = 50_000;

const CATEGORIES: Readonly<Record<FundEntry['kind'], MaterialCategory>> = {
  approval: 'approval',
  payment: 'payment',
  payment_return: 'payment',
  carry_over: 'income',
  donation: 'income',
  fee: 'income',
  in_kind: 'income',
  expense: 'expense',
  expense_return: 'expense',
};

/** Whose absence is listed: an auditor asks for them in any year. */
const EXPECTED: readonly MaterialCategory[] = ['rule', 'population', 'approval', 'payment', 'expense', 'yearly'];

/** A record with the evidence that it names. */
interface Named {
  category: MaterialCategory;
  name: string;
  /** 凭证号 of the record itself. */
  code: string;
  documentIds: readonly number[];
  files: readonly { sha256: string; pages: number | null }[];
}

/** The pages of a document: as registered, else those of its files; null where neither is known. */
function pagesOf({ pages, files }: EvidenceDocument): number | null {
  return pages ?? sumKnown(files.map((file) => file.pages));
}

function sumKnown(pages: readonly (number | null)[]): number | null {
  const known = pages.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

function named(source: PaperSource, year: number, t: Translate): Named[] {
  const { db, base } = source;
  const without = { code: '', files: [] };
  const rules = RuleShape.options.flatMap((shape) => ruleFor(db, year, shape) ?? []);
  const { choice, others } = basisOf(db, year);
  const figures = [...(choice === null ? [] : [choice.population]), ...others];
  const entries = everyEntry(db, { year, withReversed: false });
  const activities = listActivities(
    { db, locale: base.locale },
    { filter: { year }, descending: false, offset: 0, limit: ALL_ACTIVITIES },
  ).rows.filter(({ money, dateStart }) => money !== null && money !== 0 && dateStart !== null);
  return [
    ...rules.map(
      (rule): Named => ({
        ...without,
        category: 'rule',
        name: t('fundingPapers.materials.ruleName', { name: rule.name, paper: rule.paper }),
        documentIds: given(rule.documentId),
      }),
    ),
    ...figures.map(
      (figure): Named => ({
        ...without,
        category: 'population',
        name: t('fundingPapers.materials.populationName', {
          place: figure.place,
          kind: t(`fundingPapers.population.${figure.kind}`),
          value: countText(figure.value),
          date: figure.referenceDate,
          source: figure.source,
        }),
        documentIds: given(figure.documentId),
      }),
    ),
    ...entries.map((entry) => entryNamed(t, entry)),
    ...basesOf(db, { year }).map(
      (reported): Named => ({
        ...without,
        category: 'base',
        name: t('fundingPapers.materials.baseName', {
          unit: reported.unit,
          kind: t(`fundingCheck.payerKind.${reported.kind}`),
          note: reported.basisNote,
        }),
        documentIds: given(reported.documentId),
      }),
    ),
    ...activities.map(
      (activity): Named => ({
        category: 'activity',
        name: t('fundingPapers.materials.activityName', {
          date: activity.dateStart ?? '',
          title: activity.title,
          amount: moneyText(activity.money ?? 0),
        }),
        code: '',
        documentIds: [],
        files: activity.files.flatMap(({ sha256 }) => (sha256 === null ? [] : [{ sha256, pages: null }])),
      }),
    ),
  ];
}

const given = (id: number | null): number[] => (id === null ? [] : [id]);

function entryNamed(t: Translate, entry: FundEntry): Named {
  const purpose = entry.purpose === '' ? entry.source : entry.purpose;
  return {
    category: CATEGORIES[entry.kind],
    name: t('fundingPapers.materials.entryName', {
      date: entry.date,
      kind: t(`fundingCheck.kind.${entry.kind}`),
      amount: moneyText(entry.amountFen),
      purpose: purpose === '' ? '' : t('fundingPapers.materials.purpose', { purpose }),
    }),
    code: entry.voucher,
    documentIds: [...given(entry.documentId), ...entry.files.flatMap(({ documentId }) => given(documentId))],
    files: entry.files.flatMap(({ sha256, pageCount }) => (sha256 === null ? [] : [{ sha256, pages: pageCount }])),
  };
}

/** 决算, 年报 and 总结 of the year by their titles, filed or not. */
function yearlyPapers({ db }: PaperSource, year: number): number[] {
  return numbers(
    db,
    `SELECT id FROM document WHERE withdrawn = 0 AND state <> 'destroyed'
       AND (filing_year = ? OR instr(title, ?) > 0)
       AND (instr(title, '决算') > 0 OR instr(title, '年报') > 0 OR instr(title, '年度报告') > 0 OR instr(title, '总结') > 0)
     ORDER BY signed_date, id`,
    year,
    `${year}年`,
  );
}

/** The list; pure of nothing but the tables. */
function materialsOf(source: PaperSource, year: number): Material[] {
  const t = translator(source.base.locale);
  const records = named(source, year, t);
  const yearly = yearlyPapers(source, year);
  const documents = evidenceDocuments(source, [...records.flatMap(({ documentIds }) => documentIds), ...yearly]);
  const held = heldObjects(
    source.db,
    records.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
  );
  const listed = records.map((record): Material => {
    const own = record.files.filter(({ sha256 }) => held.has(sha256));
    const papers = [...new Set(record.documentIds)].flatMap((id) => documents.get(id) ?? []);
    const sha256 = [
      ...own.map((file) => file.sha256),
      ...papers.flatMap(({ files }) => files.map((file) => file.sha256)),
    ];
    return {
      category: record.category,
      name: record.name,
      code: distinct([record.code, ...papers.map(({ code }) => code)]).join(t('paper.unitSeparator')),
      pages: sumKnown([...own.map(({ pages }) => pages), ...papers.map(pagesOf)]),
      sha256: [...new Set(sha256)],
      files: new Set(sha256).size,
      place: distinct(papers.map(({ place }) => place)).join(t('papers.clauseSeparator')),
      state: own.length > 0 || papers.length > 0 ? 'present' : 'missing',
    };
  });
  const reports = yearly.flatMap((id): Material[] => {
    const document = documents.get(id);
    if (!document) return [];
    const { title, code, files, place } = document;
    return [
      {
        category: 'yearly',
        name: title,
        code,
        pages: pagesOf(document),
        sha256: files.map((file) => file.sha256),
        files: files.length,
        place,
        state: 'present',
      },
    ];
  });
  const found = [...listed, ...reports];
  const absent = EXPECTED.filter((category) => !found.some((material) => material.category === category));
  const nothing = { code: '', pages: null, sha256: [], files: 0, place: '' };
  const base = auditBase(source, year);
  return [
    ...found,
    ...absent.map(
      (category): Material => ({ ...nothing, category, name: t('fundingPapers.materials.none'), state: 'missing' }),
    ),
    ...(['fundingCheck', 'fundingLedger', 'unitTrainingCheck', 'changeLog'] as const).map(
      (paper): Material => ({
        ...nothing,
        category: 'paper',
        name: t(`papers.name.${paper}`),
        code: indexNumber(base, paper),
        state: 'printable',
      }),
    ),
  ];
}

export function auditMaterials(source: PaperSource, { year }: ScopeOf<'auditMaterials'>): TableReport {
  return auditMaterialsReport({
    ...auditBase(source, year),
    materials: materialsOf(source, year),
    package: newestPackage(source.db, year),
  });
}

export function commitmentLetter(source: PaperSource, { year }: ScopeOf<'commitmentLetter'>): FormReport {
  return commitmentReport({
    ...auditBase(source, year),
    materials: materialCounts(materialsOf(source, year)),
    head: head(source.db),
  });
}
