/**
 * Registers of what happens after filing: 移交清册, 销毁清册, 借阅登记表, 鉴定意见表, 盘点报告, 四性检测报告. Each is a table with
 * the columns of the form in their order, fields above and lines to sign on below.
 */
import type { Appraisal } from '#shared/features/appraisals.ts';
import type { CheckRun } from '#shared/features/checks.ts';
import type { Disposal } from '#shared/features/disposals.ts';
import type { DocumentBrief } from '#shared/features/document-brief.ts';
import type { Loan } from '#shared/features/loans.ts';
import type { Stocktake, StocktakeFinding } from '#shared/features/stocktakes.ts';
import type { Transfer } from '#shared/features/transfers.ts';
import { translator, type Translate } from '#shared/i18n/index.ts';
import { formatEightDigits } from '#shared/lib/archives/archival-date.ts';
import type { ReportField, TableReport } from '#shared/report/model.ts';
import { termText } from './paper-document.ts';
import {
  dayDigits,
  dayValue,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  type PaperFonds,
  tablePaper,
} from './paper-parts.ts';

type Base = PaperBase & { fonds: PaperFonds };

const codeOf = (document: DocumentBrief): string => document.referenceCode ?? '';
const dateOf = (document: DocumentBrief): string =>
  document.signedDate === null ? '' : formatEightDigits(document.signedDate);
const termOf = (document: DocumentBrief): string => (document.term === null ? '' : termText(document.term));
const sign = (t: Translate, names: readonly (keyof typeof SIGN)[]): ReportField[] =>
  names.map((name) => listField(t(`papers.sign.${name}`), null));
const SIGN = { giverHead: 0, giverClerk: 0, receiverHead: 0, receiverClerk: 0, appraisalHead: 0, approver: 0 } as const;

function fondsFields(t: Translate, fonds: PaperFonds): ReportField[] {
  return [
    listField(t('papers.field.fondsCode'), fonds.code ?? '', { weight: 2 }),
    listField(t('papers.field.fondsName'), fonds.name, { weight: 4 }),
  ];
}

/** 档案移交清册 (spec/archives 9.5). */
export function transferReport(base: Base, transfer: Transfer): TableReport {
  const t = translator(base.locale);
  const pages = transfer.items.reduce((sum, { document }) => sum + (document.pageCount ?? 0), 0);
  return tablePaper(base, {
    id: 'transfer-list',
    title: t('papers.name.transferList'),
    keywords: [transfer.number],
    headLines: [
      [...fondsFields(t, base.fonds), listField(t('papers.field.number'), transfer.number, { weight: 2 })],
      [
        listField(t('papers.field.receiver'), transfer.receiver, { weight: 4 }),
        listField(t('papers.field.totals'), t('papers.counted', { count: transfer.items.length, pages }), {
          weight: 2,
        }),
        listField(t('papers.field.transferredOn'), dayValue(transfer.transferredOn), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 44),
      listColumn('documentNumber', t('papers.column.documentNumber'), 36),
      listColumn('author', t('papers.column.author'), 28),
      listColumn('title', t('papers.column.title'), 46, { minimumEm: 8 }),
      listColumn('date', t('papers.column.date'), 19, { align: 'center', minimumEm: 4.5 }),
      listColumn('term', t('papers.column.term'), 12, { align: 'center' }),
      listColumn('pages', t('papers.column.pages'), 10, { align: 'center' }),
      listColumn('box', t('papers.column.box'), 10, { align: 'center' }),
      listColumn('opening', t('papers.column.opening'), 14, { align: 'center' }),
      listColumn('remark', t('papers.column.remark'), 14),
    ],
    rows: transfer.items.map((item, index) =>
      listRow([
        index + 1,
        codeOf(item.document),
        item.document.documentNumber,
        item.document.author,
        item.document.title,
        dateOf(item.document),
        termOf(item.document),
        item.document.pageCount,
        item.boxNumber,
        t(`documents.accessMark.${item.accessMark as 'open'}`),
        item.disclosure === null ? '' : t(`documents.disclosure.${item.disclosure as 'active'}`),
      ]),
    ),
    notes: transfer.note === '' ? [] : [transfer.note],
    closingLines: [sign(t, ['giverHead', 'giverClerk']), sign(t, ['receiverHead', 'receiverClerk'])],
  });
}

/** 档案销毁清册 (spec/archives 9.4); what was not approved stands with its reason. */
export function disposalReport(base: Base, disposal: Disposal): TableReport {
  const t = translator(base.locale);
  const approved = disposal.items.filter(({ excludedReason }) => excludedReason === null);
  return tablePaper(base, {
    id: 'disposal-list',
    title: t('papers.name.disposalList'),
    keywords: [disposal.number],
    headLines: [
      [...fondsFields(t, base.fonds), listField(t('papers.field.number'), disposal.number, { weight: 2 })],
      [
        listField(t('papers.field.approved'), t('papers.countedOnly', { count: approved.length }), { weight: 2 }),
        listField(t('papers.field.approver'), disposal.approver ?? '', { weight: 2 }),
        listField(t('papers.field.approvedOn'), dayValue(disposal.approvedOn), { weight: 2 }),
      ],
      [
        listField(t('papers.field.supervisors'), disposal.supervisors.join(t('paper.unitSeparator')), { weight: 3 }),
        listField(t('papers.field.method'), disposal.method ?? '', { weight: 2 }),
        listField(t('papers.field.destroyedOn'), dayValue(disposal.destroyedOn), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('title', t('papers.column.title'), 54, { minimumEm: 8 }),
      listColumn('year', t('papers.column.year'), 12, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 44),
      listColumn('author', t('papers.column.author'), 28),
      listColumn('documentNumber', t('papers.column.documentNumber'), 36),
      listColumn('term', t('papers.column.term'), 13, { align: 'center' }),
      listColumn('kept', t('papers.column.kept'), 13, { align: 'center' }),
      listColumn('pages', t('papers.column.pages'), 10, { align: 'center' }),
      listColumn('remark', t('papers.column.destroyReason'), 27),
    ],
    rows: disposal.items.map((item, index) =>
      listRow([
        index + 1,
        item.document.title,
        item.document.filingYear,
        codeOf(item.document),
        item.document.author,
        item.document.documentNumber,
        termOf(item.document),
        t('papers.years', { count: item.keptYears }),
        item.document.pageCount,
        item.excludedReason === null ? item.reason : t('papers.excluded', { reason: item.excludedReason }),
      ]),
    ),
    closingLines: [sign(t, ['appraisalHead', 'approver'])],
  });
}

/** 档案借阅（利用）登记表 (spec/archives 9.3). */
export function loanReport(base: Base, span: { from: string; to: string }, loans: readonly Loan[]): TableReport {
  const t = translator(base.locale);
  return tablePaper(base, {
    id: 'loan-register',
    title: t('papers.name.loanRegister'),
    keywords: [span.from, span.to],
    headLines: [
      [
        ...fondsFields(t, base.fonds),
        listField(t('papers.field.span'), t('papers.span', { from: span.from, to: span.to }), { weight: 3 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 9, { align: 'center' }),
      listColumn('lentOn', t('papers.column.lentOn'), 19, { align: 'center', minimumEm: 4.5 }),
      listColumn('unit', t('papers.column.unit'), 24),
      listColumn('borrower', t('papers.column.borrower'), 16),
      listColumn('code', t('papers.column.code'), 38),
      listColumn('title', t('papers.column.title'), 38, { minimumEm: 6 }),
      listColumn('kind', t('papers.column.kind'), 11, { align: 'center' }),
      listColumn('purpose', t('papers.column.purpose'), 20),
      listColumn('approver', t('papers.column.approver'), 14),
      listColumn('dueOn', t('papers.column.dueOn'), 19, { align: 'center', minimumEm: 4.5 }),
      listColumn('returnedOn', t('papers.column.returnedOn'), 19, { align: 'center', minimumEm: 4.5 }),
      listColumn('check', t('papers.column.returnCheck'), 20),
    ],
    rows: loans.map((loan, index) =>
      listRow([
        index + 1,
        dayDigits(loan.lentOn),
        loan.borrowerUnit,
        loan.borrower,
        codeOf(loan.document),
        loan.document.title,
        t(`papers.loanKind.${loan.kind}`),
        loan.purpose,
        loan.approver,
        dayDigits(loan.dueOn),
        dayDigits(loan.returnedOn),
        loan.returnCheck,
      ]),
    ),
  });
}

/** 档案鉴定意见表 (spec/archives 9.6). */
export function appraisalReport(base: Base, appraisal: Appraisal): TableReport {
  const t = translator(base.locale);
  return tablePaper(base, {
    id: 'appraisal-opinions',
    title: t('papers.name.appraisalOpinions'),
    keywords: [appraisal.name],
    headLines: [
      [...fondsFields(t, base.fonds), listField(t('papers.field.appraisal'), appraisal.name, { weight: 4 })],
      [
        listField(t('papers.field.leader'), appraisal.leader, { weight: 2 }),
        listField(t('papers.field.members'), appraisal.members.join(t('paper.unitSeparator')), { weight: 4 }),
        listField(t('papers.field.closedOn'), dayValue(appraisal.closedOn), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 46),
      listColumn('title', t('papers.column.title'), 62, { minimumEm: 8 }),
      listColumn('year', t('papers.column.year'), 14, { align: 'center' }),
      listColumn('term', t('papers.column.term'), 16, { align: 'center' }),
      listColumn('end', t('papers.column.end'), 22, { align: 'center', minimumEm: 4.5 }),
      listColumn('opinion', t('papers.column.opinion'), 32),
      listColumn('newEnd', t('papers.column.newEnd'), 22, { align: 'center', minimumEm: 4.5 }),
      listColumn('appraiser', t('papers.column.appraiser'), 20),
    ],
    rows: appraisal.items.map((item, index) =>
      listRow([
        index + 1,
        codeOf(item.document),
        item.document.title,
        item.document.filingYear,
        termOf(item.document),
        dayDigits(item.oldEnd),
        item.decision === null
          ? ''
          : t('papers.opinion', { opinion: t(`papers.decision.${item.decision}`), reason: item.reason }),
        item.newEnd === 'permanent' ? t('documents.term.Y') : dayDigits(item.newEnd),
        item.appraiser,
      ]),
    ),
    notes: appraisal.report === '' ? [] : [appraisal.report],
    closingLines: [sign(t, ['appraisalHead', 'approver'])],
  });
}

/** 盘点报告: what is not in its place first; what is, only counted. */
export function stocktakeReportPaper(
  base: Base,
  stocktake: Stocktake,
  result: { counts: Readonly<Record<string, number>>; findings: readonly StocktakeFinding[] },
): TableReport {
  const t = translator(base.locale);
  const wrong = result.findings.filter(({ result: kind }) => kind !== 'present');
  const counts = (['present', 'missing', 'misplaced', 'on_loan', 'twice', 'unknown'] as const)
    .filter((kind) => (result.counts[kind] ?? 0) > 0)
    .map((kind) =>
      t('papers.stocktakeCount', { result: t(`papers.stocktake.${kind}`), count: result.counts[kind] ?? 0 }),
    );
  return tablePaper(base, {
    id: 'stocktake-report',
    title: t('papers.name.stocktakeReport'),
    keywords: [stocktake.name],
    headLines: [
      [...fondsFields(t, base.fonds), listField(t('papers.field.stocktake'), stocktake.name, { weight: 4 })],
      [
        listField(t('papers.field.place'), stocktake.placePath ?? t('papers.wholeRoom'), { weight: 3 }),
        listField(t('papers.field.countedBy'), stocktake.countedBy, { weight: 2 }),
        listField(t('papers.field.startedOn'), dayValue(stocktake.startedOn), { weight: 2 }),
        listField(t('papers.field.closedOn'), dayValue(stocktake.closedOn), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('result', t('papers.column.result'), 20, { align: 'center' }),
      listColumn('name', t('papers.column.name'), 50),
      listColumn('title', t('papers.column.title'), 70, { minimumEm: 8 }),
      listColumn('expected', t('papers.column.expected'), 48),
      listColumn('seen', t('papers.column.seen'), 48),
    ],
    rows: wrong.map((finding, index) =>
      listRow([
        index + 1,
        t(`papers.stocktake.${finding.result}`),
        finding.name,
        finding.title,
        finding.expected,
        finding.seen,
      ]),
    ),
    notes: [
      counts.length === 0
        ? t('papers.stocktakeNothing')
        : t('papers.stocktakeCounts', { counts: counts.join(t('papers.clauseSeparator')) }),
      ...(stocktake.conclusion === '' ? [] : [stocktake.conclusion]),
    ],
  });
}

/** 四性检测报告 (DA/T 70-2018). */
export function checkReportPaper(base: Base, run: CheckRun): TableReport {
  const t = translator(base.locale);
  return tablePaper(base, {
    id: 'check-report',
    title: t('papers.name.checkReport'),
    keywords: [run.rules],
    headLines: [
      [
        ...fondsFields(t, base.fonds),
        listField(t('papers.field.stage'), t(`checks.stage.${run.stage}`), { weight: 2 }),
      ],
      [
        listField(t('papers.field.tester'), run.checkedBy, { weight: 2 }),
        listField(t('papers.field.testedOn'), dayValue(run.checkedAt.slice(0, 10)), { weight: 2 }),
        listField(t('papers.field.rules'), run.rules, { weight: 3 }),
        listField(t('papers.field.totals'), t('papers.countedOnly', { count: run.documents }), { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('code', t('papers.column.checkCode'), 22, { align: 'center' }),
      listColumn('name', t('papers.column.check'), 66, { minimumEm: 8 }),
      listColumn('looked', t('papers.column.looked'), 16, { align: 'center' }),
      listColumn('result', t('papers.column.result'), 24, { align: 'center' }),
      listColumn('detail', t('papers.column.detail'), 119),
    ],
    rows: run.results.map((result) =>
      listRow([
        result.code,
        result.name,
        result.looked,
        t(`checks.result.${result.result}`),
        [
          ...result.failures.map(({ name, detail }) => t('papers.failure', { name, detail })),
          ...(result.more > 0 ? [t('papers.moreFailures', { count: result.more })] : []),
        ].join('\n'),
      ]),
    ),
  });
}
