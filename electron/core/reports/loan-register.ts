/** 档案借阅（利用）登记表: fifteen columns, one line a document; filled in from the loans of a span of days, or empty lines. */
import { translator, type Translate } from '#shared/i18n/index.ts';
import type { ReportColumn, TableReport } from '#shared/report/model.ts';
import { DAY_EM, dayDigits, listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

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
  const center = (minimumEm: number) => ({ align: 'center', minimumEm }) as const;
  const name = (minimumEm: number) => ({ align: 'center', minimumEm, breaking: 'list' }) as const;
  // Their least widths are all that 247 mm hold: a date and 借阅人 must stay on one line.
  return [
    listColumn('number', t('papers.column.number'), 8, center(2)),
    listColumn('lentOn', t('papers.column.lentOn'), 17, center(DAY_EM)),
    listColumn('unit', t('papers.column.borrowerUnit'), 21, { breaking: 'list', minimumEm: 6 }),
    listColumn('borrower', t('papers.column.borrower'), 15, name(4)),
    listColumn('code', t('papers.column.code'), 27, { minimumEm: 8 }),
    listColumn('title', t('papers.column.title'), 34, { minimumEm: 9.4 }),
    listColumn('pages', t('papers.column.amount'), 12, center(3)),
    listColumn('kind', t('papers.column.kind'), 10, center(2.2)),
    listColumn('purpose', t('papers.column.purpose'), 18, { minimumEm: 5 }),
    listColumn('approver', t('papers.column.approver'), 13, name(3.2)),
    listColumn('dueOn', t('papers.column.dueOn'), 17, center(DAY_EM)),
    listColumn('returnedOn', t('papers.column.returnedOn'), 17, center(DAY_EM)),
    listColumn('returnCheck', t('papers.column.returnCheck'), 11, { minimumEm: 2.5 }),
    listColumn('handledBy', t('papers.column.handledBy'), 13, name(3.2)),
    listColumn('effect', t('papers.column.effect'), 18, { minimumEm: 5 }),
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
        listField(t('papers.field.unit'), paper.unitName, { weight: 4 }),
        listField(t('papers.field.span'), t('papers.range', { from, to }), { weight: 4 }),
        listField(t('papers.field.use'), t('papers.useOf', { visits: visits.size, items: loans.length }), {
          weight: 2,
        }),
      ],
    ],
    columns: columns(t),
    textSize: 'dense',
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
    textSize: 'dense',
    leastRowHeight: LINE,
    rows: Array.from({ length: paper.lines }, () => listRow(empty.map(() => null))),
  });
}
