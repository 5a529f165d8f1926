/** 档案借阅（利用）登记表: fifteen columns, one line a document; filled in from the loans of a span of days, or empty lines. */
import { translator, type Translate } from '#shared/i18n/index.ts';
import type { ReportColumn, TableReport } from '#shared/report/model.ts';
import { dayDigits, listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface PaperLoan {
  lentOn: string;
  unit: string | null;
  borrower: string;
  code: string;
  title: string;
  pages: number | null;
  kind: 'read' | 'lend' | 'copy' | 'excerpt';
  purpose: string;
  approver: string | null;
  dueOn: string | null;
  returnedOn: string | null;
  returnCheck: string;
  copiedPages: number | null;
  handledBy: string | null;
  effect: string;
  remark: string;
}

export interface LoanRegisterPaper extends PaperBase {
  /** Days of the span, both included. */
  from: string;
  to: string;
  loans: readonly PaperLoan[];
}

export interface LoanFormPaper extends PaperBase {
  /** Empty lines. */
  lines: number;
}

/** mm that a line takes to be written into by hand. */
const LINE = 10;

function columns(t: Translate): ReportColumn[] {
  const day = { align: 'center', minimumEm: 4.2 } as const;
  const name = { align: 'center', breaking: 'list' } as const;
  return [
    listColumn('number', t('papers.column.number'), 8, { align: 'center' }),
    listColumn('lentOn', t('papers.column.lentOn'), 18, day),
    listColumn('unit', t('papers.column.borrowerUnit'), 21, { breaking: 'list' }),
    listColumn('borrower', t('papers.column.borrower'), 16, name),
    listColumn('code', t('papers.column.code'), 28),
    listColumn('title', t('papers.column.title'), 33, { minimumEm: 6 }),
    listColumn('pages', t('papers.column.amount'), 11, { align: 'center' }),
    listColumn('kind', t('papers.column.kind'), 10, { align: 'center' }),
    listColumn('purpose', t('papers.column.purpose'), 16),
    listColumn('approver', t('papers.column.approver'), 13, name),
    listColumn('dueOn', t('papers.column.dueOn'), 18, day),
    listColumn('returnedOn', t('papers.column.returnedOn'), 18, day),
    listColumn('returnCheck', t('papers.column.returnCheck'), 11),
    listColumn('handledBy', t('papers.column.handledBy'), 12, name),
    listColumn('effect', t('papers.column.effect'), 17),
  ];
}

/** 件(页)数: one 件 a line, with the pages of the document, or those that were copied. */
function amount(t: Translate, { kind, pages, copiedPages }: PaperLoan): string {
  const counted = kind === 'copy' ? copiedPages : pages;
  return counted === null ? t('papers.itemsOf', { count: 1 }) : t('papers.amount', { count: 1, pages: counted });
}

/** Builds the register of a span; pure. */
export function loanRegisterReport(paper: LoanRegisterPaper): TableReport {
  const { loans, from, to, locale } = paper;
  const t = translator(locale);
  const visits = new Set(loans.map(({ borrower, unit, lentOn }) => JSON.stringify([borrower, unit, lentOn])));
  return tablePaper(paper, {
    id: 'loan-register',
    title: t('papers.name.loanRegister'),
    keywords: [from, to],
    headLines: [
      [
        listField(t('papers.field.unit'), paper.unitName, { weight: 3 }),
        listField(t('papers.field.span'), t('papers.range', { from, to }), { weight: 2 }),
        listField(t('papers.field.use'), t('papers.useOf', { visits: visits.size, items: loans.length }), {
          weight: 2,
        }),
      ],
    ],
    columns: columns(t),
    leastRowHeight: LINE,
    rows: loans.map((loan, index) =>
      listRow([
        index + 1,
        dayDigits(loan.lentOn),
        loan.unit,
        loan.borrower,
        loan.code,
        loan.title,
        amount(t, loan),
        t(`papers.loanKind.${loan.kind}`),
        loan.purpose,
        loan.approver,
        dayDigits(loan.dueOn),
        dayDigits(loan.returnedOn),
        loan.returnCheck,
        loan.handledBy,
        [loan.effect.trim(), loan.remark.trim()].filter((part) => part !== '').join(t('papers.clauseSeparator')),
      ]),
    ),
  });
}

/** Builds the empty form; pure. */
export function loanFormReport(paper: LoanFormPaper): TableReport {
  const t = translator(paper.locale);
  const empty = columns(t);
  return tablePaper(paper, {
    id: 'loan-form',
    title: t('papers.name.loanRegister'),
    keywords: [],
    headLines: [[listField(t('papers.field.unit'), paper.unitName)]],
    columns: empty,
    leastRowHeight: LINE,
    rows: Array.from({ length: paper.lines }, () => listRow(empty.map(() => null))),
  });
}
