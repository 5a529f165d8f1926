/**
 * 经费收支明细表 (R5): every entry of a year with a running balance and sums by month, those of its budget that are dated outside it,
 * and 拨付到位情况, from what was granted to what arrived. Sums are made here and held against those of `budgets.check`.
 */
import type { FundEntry, FundKind } from '#shared/features/funding.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { percentText } from '#shared/lib/funding/figures.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { type ReportRow, type ReportValue, type TableReport, textValue } from '#shared/report/model.ts';
import { auditFields, auditHead, type AuditPaper, indexNumber, moneyEm, sumCell, sumOf } from './audit-paper.ts';
import { cell, listColumn, listField, tablePaper } from './paper-parts.ts';

export interface FundingLedgerPaper extends AuditPaper {
  /** Dated in the year or of its budget, by date and number. */
  entries: readonly FundEntry[];
  /** Entries that were taken back, and those that took them back, are among them. */
  withReversed: boolean;
  arrival: Arrival;
}

/** 批复 → 到账: the entries behind the figures of the year's check, and the figures themselves. */
export interface Arrival {
  budget: readonly FundEntry[];
  paid: readonly FundEntry[];
  /** Paid for the year's budget after its end. */
  late: readonly FundEntry[];
  budgetFen: number;
  paidFen: number;
  /** Per cent as text. */
  rate: string | null;
}

type Side = 'income' | 'expense';

/** Which column an entry stands in, and with which sign; null moves no money. */
const SIDES: Readonly<Record<FundKind, readonly [Side, 1 | -1] | null>> = {
  approval: null,
  payment: ['income', 1],
  payment_return: ['income', -1],
  carry_over: ['income', 1],
  donation: ['income', 1],
  fee: ['income', 1],
  in_kind: null,
  expense: ['expense', 1],
  expense_return: ['expense', -1],
};

/** Fen that an entry puts into income or expense. */
export function ledgerSide({ kind, amountFen }: Pick<FundEntry, 'kind' | 'amountFen'>): [Side, number] | null {
  const side = SIDES[kind];
  return side === null ? null : [side[0], side[1] * amountFen];
}

/** An entry that stands: neither taken back, nor taking back, nor said twice. */
export function stands({ reversesId, reversedById, duplicateOf }: FundEntry): boolean {
  return reversesId === null && reversedById === null && duplicateOf === null;
}

interface Sums {
  income: bigint;
  expense: bigint;
}

const perCent = (t: Translate, value: string | null): ReportValue =>
  textValue(value === null ? t('fundingPapers.none') : t('fundingPapers.percent', { value }));

/** Builds the paper; pure. @throws {RangeError} where the entries do not add up to the figures: the reader is at fault. */
export function fundingLedgerReport(paper: FundingLedgerPaper): TableReport {
  const { year, entries, withReversed } = paper;
  const t = translator(paper.locale);
  const inYear = entries.filter(({ date }) => date.startsWith(`${year}-`));
  const outside = entries.filter(({ date }) => !date.startsWith(`${year}-`));
  const lines = yearLines(t, year, inYear);
  const sums = [...lines.amounts, ...arrivalAmounts(paper.arrival)];
  const money = (key: string, heading: string) =>
    listColumn(key, heading, 24, { align: 'right', minimumEm: moneyEm(sums) });
  const struck = entries.some((entry) => entry.reversesId !== null || entry.reversedById !== null);
  const doubled = entries.some(({ duplicateOf }) => duplicateOf !== null);
  return tablePaper(paper, {
    id: 'funding-ledger',
    title: t('fundingPapers.title.fundingLedger', { year }),
    keywords: [String(year), indexNumber(paper, 'fundingLedger')],
    runningHead: auditHead(paper, 'fundingLedger'),
    textSize: 'dense',
    headLines: [
      auditFields(paper, 'fundingLedger'),
      [
        listField(t('fundingPapers.field.entries'), t('fundingPapers.ledger.count', { count: entries.length }), {
          weight: 8,
        }),
        listField(
          t('fundingPapers.field.withReversed'),
          t(withReversed ? 'fundingPapers.ledger.shown' : 'fundingPapers.ledger.hidden'),
          { weight: 3 },
        ),
      ],
    ],
    columns: [
      listColumn('number', t('fundingPapers.column.number'), 12, { align: 'center', minimumEm: 3.2 }),
      listColumn('date', t('fundingPapers.column.date'), 19, { align: 'center', minimumEm: 5.4 }),
      listColumn('voucher', t('fundingPapers.column.voucher'), 20, { breaking: 'list', minimumEm: 4.4 }),
      listColumn('budgetYear', t('fundingPapers.column.budgetYear'), 12, { align: 'center', minimumEm: 2.4 }),
      listColumn('kind', t('fundingPapers.column.kind'), 17, { align: 'center', minimumEm: 4.2 }),
      listColumn('source', t('fundingPapers.column.source'), 24, { minimumEm: 5 }),
      listColumn('purpose', t('fundingPapers.column.purpose'), 36, { minimumEm: 7 }),
      money('income', t('fundingPapers.column.income')),
      money('expense', t('fundingPapers.column.expense')),
      money('balance', t('fundingPapers.column.balance')),
      listColumn('basis', t('fundingPapers.column.basis'), 22, { minimumEm: 4.4 }),
      listColumn('remark', t('fundingPapers.column.remark'), 22, { minimumEm: 4.4 }),
    ],
    rows: [
      ...lines.rows,
      ...(outside.length === 0
        ? []
        : [
            titleRow(t('fundingPapers.ledger.outside')),
            ...outside.map((entry) => entryRow(t, entry, textValue(t('fundingPapers.none')))),
          ].map((line) => ({ ...line, group: 'outside' }))),
      ...arrivalRows(t, paper.arrival).map((line) => ({ ...line, group: 'arrival' })),
    ],
    notes: [
      t('fundingPapers.note.balance'),
      ...(struck ? [t('fundingPapers.note.struck')] : doubled ? [t('fundingPapers.note.struckDuplicates')] : []),
      t('fundingPapers.note.record'),
    ],
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

/** A row with texts and values in some of the twelve columns. */
function row(cells: Partial<Record<number, ReportValue | string>>): ReportRow {
  return {
    group: null,
    cells: Array.from({ length: 12 }, (_, place) => {
      const value = cells[place] ?? '';
      return typeof value === 'string' ? textValue(value) : value;
    }),
  };
}

const titleRow = (text: string): ReportRow => row({ 6: text });

/** The entries of the year with its sums; `amounts` are those that the money columns must hold on one line. */
function yearLines(
  t: Translate,
  year: number,
  entries: readonly FundEntry[],
): { rows: ReportRow[]; amounts: bigint[] } {
  const rows: ReportRow[] = [];
  const amounts: bigint[] = [];
  const total: Sums = { income: 0n, expense: 0n };
  let month: Sums = { income: 0n, expense: 0n };
  let balance = 0n;
  for (const [index, entry] of entries.entries()) {
    const side = ledgerSide(entry);
    if (side !== null && stands(entry)) {
      const [column, fen] = side;
      total[column] += BigInt(fen);
      month[column] += BigInt(fen);
      balance += BigInt(column === 'income' ? fen : -fen);
      amounts.push(BigInt(fen), balance);
    }
    rows.push(entryRow(t, entry, sumCell(balance)));
    const next = entries[index + 1];
    if (next === undefined || next.date.slice(0, 7) !== entry.date.slice(0, 7)) {
      const label = t('fundingPapers.ledger.monthTotal', { month: Number(entry.date.slice(5, 7)) });
      rows.push(sumRow(label, month, balance));
      amounts.push(month.income, month.expense);
      month = { income: 0n, expense: 0n };
    }
  }
  rows.push(sumRow(t('fundingPapers.ledger.yearTotal', { year }), total, balance));
  amounts.push(total.income, total.expense);
  return { rows, amounts };
}

function sumRow(label: string, { income, expense }: Sums, balance: bigint): ReportRow {
  return row({ 6: label, 7: sumCell(income), 8: sumCell(expense), 9: sumCell(balance) });
}

function entryRow(t: Translate, entry: FundEntry, balance: ReportValue): ReportRow {
  const none = textValue(t('fundingPapers.none'));
  const side = ledgerSide(entry);
  const counts = stands(entry);
  const amountIn = (column: Side): ReportValue => {
    if (side === null || side[0] !== column) return none;
    return counts
      ? { kind: 'fen', value: side[1] }
      : textValue(t('fundingPapers.struck', { amount: moneyText(side[1]) }));
  };
  const kind = t(`fundingCheck.kind.${entry.kind}`);
  const remarks = [
    side === null ? t('fundingPapers.ledger.notMoney', { kind, amount: moneyText(entry.amountFen) }) : '',
    entry.duplicateOf === null ? '' : t('fundingPapers.ledger.duplicate', { number: entry.duplicateOf }),
    entry.reversedById === null ? '' : t('fundingPapers.ledger.reversed', { number: entry.reversedById }),
    entry.reversesId === null
      ? ''
      : t('fundingPapers.ledger.reversal', { number: entry.reversesId, reason: entry.reversalReason ?? '' }),
    entry.remark,
  ].filter((text) => text !== '');
  return {
    group: null,
    cells: [
      cell(entry.id),
      cell(entry.date),
      cell(entry.voucher),
      cell(entry.budgetYear === null ? t('fundingPapers.none') : String(entry.budgetYear)),
      cell(kind),
      cell(entry.source),
      cell(entry.purpose),
      amountIn('income'),
      amountIn('expense'),
      balance,
      cell(entry.basis),
      cell(remarks.join(t('papers.clauseSeparator'))),
    ],
  };
}

/** Fen that an entry of the payments adds to what arrived: 收回 lowers it. */
const arrived = ({ kind, amountFen }: FundEntry): number => (kind === 'payment_return' ? -amountFen : amountFen);

function arrivalAmounts({ budget, paid, late }: Arrival): bigint[] {
  return [sumOf(budget.map(({ amountFen }) => amountFen)), sumOf(paid.map(arrived)), sumOf(late.map(arrived))];
}

function arrivalRows(t: Translate, arrival: Arrival): ReportRow[] {
  const { budget, paid, late } = arrival;
  const [budgetSum = 0n, paidSum = 0n, lateSum = 0n] = arrivalAmounts(arrival);
  if (budgetSum !== BigInt(arrival.budgetFen)) throw new RangeError('the grants are not those of the check');
  if (paidSum !== BigInt(arrival.paidFen)) throw new RangeError('the payments are not those of the check');
  const column = (name: 'month' | 'approved' | 'arrived' | 'arrivedSoFar' | 'rate'): string =>
    t(`fundingPapers.column.${name}`);
  const part = t('fundingPapers.ledger.arrivalKind');
  const months = [...new Set([...budget, ...paid].map(({ date }) => date.slice(0, 7)))].sort();
  const ofMonth = (entries: readonly FundEntry[], month: string) =>
    entries.filter(({ date }) => date.startsWith(`${month}-`));
  let soFar = 0n;
  const lines = months.map((month) => {
    const approvals = ofMonth(budget, month);
    const payments = ofMonth(paid, month);
    soFar += sumOf(payments.map(arrived));
    const returns = payments.filter(({ kind }) => kind === 'payment_return').length;
    return row({
      1: month,
      4: part,
      6: t('fundingPapers.ledger.arrivalCounts', {
        approvals: approvals.length,
        payments: payments.length - returns,
        returns,
      }),
      7: sumCell(sumOf(approvals.map(({ amountFen }) => amountFen))),
      8: sumCell(sumOf(payments.map(arrived))),
      9: sumCell(soFar),
      10: perCent(t, percentText(soFar, budgetSum)),
    });
  });
  return [
    row({
      1: column('month'),
      4: t('fundingPapers.column.kind'),
      6: t('fundingPapers.ledger.arrival'),
      7: column('approved'),
      8: column('arrived'),
      9: column('arrivedSoFar'),
      10: column('rate'),
    }),
    ...lines,
    row({
      6: t('fundingPapers.ledger.arrivalTotal'),
      7: sumCell(budgetSum),
      8: sumCell(paidSum),
      9: sumCell(paidSum),
      10: perCent(t, arrival.rate),
    }),
    ...(late.length === 0
      ? []
      : [
          row({
            6: t('fundingPapers.ledger.late'),
            8: sumCell(lateSum),
            10: t('fundingPapers.ledger.lateCounts', { count: late.length }),
          }),
        ]),
  ];
}
