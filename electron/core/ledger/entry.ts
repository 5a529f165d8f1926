/**
 * A line of a ledger → an entry, or null with the reason. Invariant: amount, day and kind come from what the line prints; what
 * follows only from a title or from words is marked for review, and nothing that is missing is filled in.
 */
import { LARGEST_AMOUNT, type FundKind, type NewFundEntry } from '#shared/features/funding.ts';
import type { LedgerField, LedgerRecord } from '#shared/features/funding-reading.ts';
import { fundKindOf } from '#shared/lib/funding/kind-words.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { readBudgetYear, readLedgerDate } from './dates.ts';
import { aboutRecord, type Finding } from './draft.ts';
import { isSpending, isTurned, kindFromWords, type WordKind } from './kind-from-words.ts';
import type { LineAmount } from './line-amount.ts';

/** What a line prints, cell by cell, and what stands above the table. */
export interface LineFacts {
  record: LedgerRecord;
  amount: LineAmount | null;
  /** The day's text, put together where its parts have columns of their own. */
  day: string;
  /** The day that a spreadsheet keeps where its format hides the year. */
  keptDay: string | null;
  /** Year that the head of the table names. */
  titleYear: number | null;
  hasYearColumn: boolean;
  /** Kind that title and headings give to lines that name none. */
  tableKind: WordKind | null;
}

const LENGTHS: readonly (readonly [LedgerField, number])[] = [
  ['source', 100],
  ['purpose', 200],
  ['voucher', 60],
  ['basis', 300],
  ['remark', 2000],
];
const RETURNS: readonly FundKind[] = ['payment_return', 'expense_return'];
const INCOME: readonly FundKind[] = ['payment', 'donation', 'fee', 'in_kind', 'carry_over', 'approval'];

/** 退款 of fees, gifts or payments lowers what came in; only a refund of spending is one of its kinds. */
function isOtherReturn(kind: FundKind, printed: string, { printed: cells }: LedgerRecord): boolean {
  const words = `${cells.source ?? ''} ${cells.purpose ?? ''}`;
  return kind === 'expense_return' && !printed.includes('支出') && /学费|报名费|学员|捐|拨款|财政/u.test(words);
}

/** The kind that a line means, with what is doubtful about it. */
function kindOf({ record, amount, tableKind }: LineFacts, findings: Finding[]): FundKind | null {
  const printed = record.printed.kind ?? '';
  const side = amount?.side ?? null;
  const kind = fundKindOf(printed);
  if (kind !== null) {
    const wrong =
      (side === 'expense' && INCOME.includes(kind)) ||
      (side === 'income' && kind === 'expense') ||
      (side === 'income' && kind === 'payment_return' && (amount?.fen ?? 0) > 0) ||
      (side === 'expense' && kind === 'expense_return' && (amount?.fen ?? 0) > 0);
    if (!wrong && isOtherReturn(kind, printed, record)) {
      findings.push(aboutRecord(record, 'ledger/kind_unknown', { text: printed }, 'error'));
      return null;
    }
    if (!wrong) return kind;
    findings.push(aboutRecord(record, 'ledger/kind_side', { text: printed }, 'error'));
    return null;
  }
  const bare = printed.replaceAll(/\s/gu, '');
  if (side === 'expense' && /^(?:支出?)?$/u.test(bare)) return 'expense';
  if (side === 'expense' && isSpending(bare)) {
    findings.push(aboutRecord(record, 'ledger/as_spending', { text: printed }));
    return 'expense';
  }
  const words = kindFromWords(record.printed, side);
  if (
    words !== null &&
    /^(?:收入?|支出?)?$/u.test(bare) &&
    !(bare.startsWith('支') && words !== 'expense') &&
    !(bare.startsWith('收') && words === 'expense')
  ) {
    findings.push(aboutRecord(record, `ledger/as_${words}`));
    return words;
  }
  const said = `${printed} ${record.printed.source ?? ''} ${record.printed.purpose ?? ''}`;
  if (words === null && bare === '' && side === null && tableKind !== null && !isTurned(said)) {
    findings.push(aboutRecord(record, `ledger/as_table_${tableKind}`));
    return tableKind;
  }
  findings.push(
    bare === ''
      ? aboutRecord(record, 'ledger/kind_empty', {}, 'error')
      : aboutRecord(record, 'ledger/kind_unknown', { text: printed }, 'error'),
  );
  return null;
}

function dayOf(facts: LineFacts, budgetYear: number | null, findings: Finding[]): string | null {
  const { record, day } = facts;
  const reading = readLedgerDate(day, budgetYear ?? facts.titleYear);
  if (reading.problem === null) return reading.date;
  const params = { text: day, date: reading.date ?? '' };
  const kept: readonly (typeof reading.problem)[] = ['no_year', 'year_of_paper', 'unreadable', 'two_digits'];
  if (kept.includes(reading.problem) && facts.keptDay !== null) {
    findings.push(aboutRecord(record, 'ledger/date_kept', { ...params, date: facts.keptDay }));
    return facts.keptDay;
  }
  const code = `ledger/date_${reading.problem}` as const;
  findings.push(aboutRecord(record, code, params, reading.date === null ? 'error' : 'doubt'));
  return reading.date;
}

function budgetYearOf({ record, hasYearColumn }: LineFacts, findings: Finding[]): number | null {
  const printed = record.printed.budget_year ?? '';
  const year = readBudgetYear(printed);
  if (year !== null || !hasYearColumn) return year;
  findings.push(
    printed.trim() === ''
      ? aboutRecord(record, 'ledger/budget_year_empty')
      : aboutRecord(record, 'ledger/budget_year_unreadable', { text: printed }),
  );
  return null;
}

/** Makes the entry of a line; null with findings where it cannot be one yet. */
export function entryOf(facts: LineFacts): { entry: NewFundEntry | null; findings: Finding[] } {
  const { record, amount } = facts;
  const findings: Finding[] = [];
  const { printed } = record;
  const budgetYear = budgetYearOf(facts, findings);
  const date = dayOf(facts, budgetYear, findings);
  const kind = kindOf(facts, findings);
  const tooLong = LENGTHS.filter(([field, length]) => (printed[field] ?? '').trim().length > length);
  for (const [field, length] of tooLong)
    findings.push(
      aboutRecord(record, 'ledger/text_too_long', { text: (printed[field] ?? '').slice(0, 20), length }, 'error'),
    );
  if (amount !== null && Math.abs(amount.fen) > LARGEST_AMOUNT)
    findings.push(aboutRecord(record, 'ledger/amount_tooLarge', { text: amount.printed }, 'error'));
  if (date === null || kind === null || amount === null || tooLong.length > 0 || Math.abs(amount.fen) > LARGEST_AMOUNT)
    return { entry: null, findings };
  if (budgetYear !== null && Math.abs(Number(date.slice(0, 4)) - budgetYear) > 1)
    findings.push(aboutRecord(record, 'ledger/date_far', { date, year: budgetYear }));
  let { fen } = amount;
  if (fen < 0 && RETURNS.includes(kind)) {
    findings.push(aboutRecord(record, 'ledger/sign_dropped', { amount: moneyText(fen) }, 'note'));
    fen = -fen;
  } else if (fen < 0) findings.push(aboutRecord(record, 'ledger/amount_red', { amount: moneyText(fen) }));
  const source = (printed.source ?? '').trim();
  const sourceKind = sourceKindOf(source, kind);
  const receives = kind === 'payment' || kind === 'payment_return' || kind === 'approval';
  if (sourceKind === null && (receives || source !== '') && kind !== 'carry_over') {
    findings.push(
      aboutRecord(
        record,
        source === '' ? 'ledger/source_empty' : 'ledger/source_unclear',
        { text: source },
        receives ? 'doubt' : 'note',
      ),
    );
  }
  const entry: NewFundEntry = {
    date,
    budgetYear,
    kind,
    source,
    sourceKind,
    purpose: (printed.purpose ?? '').trim(),
    amountFen: fen,
    voucher: (printed.voucher ?? '').trim(),
    basis: (printed.basis ?? '').trim(),
    remark: (printed.remark ?? '').trim(),
  };
  return { entry, findings };
}
