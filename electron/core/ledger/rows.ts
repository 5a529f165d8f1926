/**
 * The rows of a ledger's table → records, sums and lines left out.
 * Invariant: every row that holds anything is one of the three; cells that a merged cell covers say what it says, amounts apart.
 */
import type { FundKind, NewFundEntry } from '#shared/features/funding.ts';
import type { LedgerField, LedgerRecord, PrintedTotal } from '#shared/features/funding-reading.ts';
import { fundKindOf } from '#shared/lib/funding/kind-words.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import type { SourceDocument } from '../reading/source.ts';
import { columnsOf, type LedgerColumn } from './columns.ts';
import { keptDays, yearOfHead } from './dates.ts';
import { aboutLine, aboutRecord, type Finding, type LeftOut, quoted } from './draft.ts';
import { entryOf } from './entry.ts';
import type { LedgerMapping } from './headings.ts';
import { kindOfTable } from './kind-of-table.ts';
import { amountOf, type LineAmount, readMoneyCell } from './line-amount.ts';
import { isCarried, isFoot, isOpening, totalScope } from './line-kinds.ts';
import type { Sheet } from './sheets.ts';
import { type Summand, Totals } from './totals.ts';

export interface LedgerDraft {
  columns: LedgerColumn[];
  records: LedgerRecord[];
  totals: PrintedTotal[];
  left: LeftOut[];
  findings: Finding[];
}

const DITTO = /^(?:同上|〃|″|"|''|“|”|同前)$/u;
const LABELLED: readonly LedgerField[] = ['number', 'voucher', 'date', 'kind', 'source', 'purpose', 'budget_year'];
const INCOME: readonly FundKind[] = ['payment', 'payment_return', 'donation', 'fee', 'carry_over'];
const LOWERS: readonly FundKind[] = ['payment_return', 'expense_return'];

class LedgerReader {
  readonly draft: LedgerDraft;
  readonly #sheet: Sheet;
  readonly #keptDays: Map<string, string>;
  readonly #titleYear: number | null;
  readonly #tableKind: ReturnType<typeof kindOfTable>;
  readonly #sums = new Totals();
  /** What the last line said, for dittos and for the parts of a day that a book prints once. */
  #above: LedgerRecord['printed'] = {};
  #parts: Partial<Record<'year' | 'month' | 'day', string>> = {};
  #balance: number | null = null;

  constructor(sheet: Sheet, source: SourceDocument, mapping: LedgerMapping) {
    const { columns, findings } = columnsOf(sheet, mapping);
    this.draft = { columns, records: [], totals: this.#sums.totals, left: [], findings };
    this.#sheet = sheet;
    this.#keptDays = keptDays(source);
    const title = [...sheet.head.map(({ text }) => text), sheet.name ?? ''];
    this.#titleYear = yearOfHead(title);
    this.#tableKind = kindOfTable(title, sheet.headings);
  }

  read(): LedgerDraft {
    const { columns, findings } = this.draft;
    if (!columns.some(({ field }) => field === 'budget_year'))
      findings.push(aboutLine(this.#sheet.line, 'ledger/budget_year_column', {}, 'doubt'));
    for (const row of this.#sheet.rows) this.#row(row);
    findings.push(...this.#sums.findings);
    const { records, totals } = this.draft;
    const last = totals.at(-1);
    const uncovered = records.filter(({ line }) => last === undefined || line > last.line);
    if (last === undefined && records.length > 0) findings.push(aboutLine(this.#sheet.line, 'ledger/no_total'));
    else if (last !== undefined && uncovered.length > 0)
      findings.push(aboutLine(last.line, 'ledger/after_total', { count: uncovered.length }));
    return this.draft;
  }

  #leave(row: GridRow, reason: LeftOut['reason'], severity: LeftOut['severity'] = 'note'): void {
    this.draft.left.push({ line: row.line, text: rowText(row), reason, severity });
  }

  #row(row: GridRow): void {
    if (row.filled === 0) return;
    const { columns } = this.draft;
    const labels = columns.flatMap(({ field }, index) => {
      const cell = row.cells[index];
      return cell?.state === 'printed' && (field === null || LABELLED.includes(field))
        ? [{ field, text: cell.text }]
        : [];
    });
    const voucher = labels.some(
      ({ field, text }) => field === 'voucher' && /\d/u.test(text) && !/[张份页]/u.test(text),
    );
    const money = columns.some(
      ({ field }, index) =>
        (field === 'amount' || field === 'income' || field === 'expense' || field === 'balance') &&
        row.cells[index]?.state === 'printed',
    );
    const first = row.cells.find(({ state }) => state === 'printed')?.text ?? '';
    const carried = labels.some(({ text }) => isCarried(text));
    if (carried) {
      this.#leave(row, 'ledger/page_carried');
      return;
    }
    const total = voucher ? undefined : labels.find(({ field, text }) => field !== 'kind' && totalScope(text) !== null);
    if (total && money) {
      this.#total(row, total.text.trim());
      return;
    }
    if (isFoot(first) && !money) {
      this.#leave(row, 'foot_skipped');
      return;
    }
    const kindCell = labels.find(({ field }) => field === 'kind')?.text ?? '';
    if (
      labels.some(({ field, text }) => field !== 'kind' && isOpening(text)) &&
      fundKindOf(kindCell) !== 'carry_over'
    ) {
      this.#opening(row);
      return;
    }
    if (row.filled === 1 && !money) {
      const columnsFilled = columns.findIndex((_, index) => row.cells[index]?.state === 'printed');
      const plain = /\d{3,}/u.test(first.replace(/(?<!\d)\d{4}年/u, '')) || columnsFilled < 0;
      this.#leave(row, plain ? 'ledger/line_left_out' : 'ledger/subheading', plain ? 'doubt' : 'note');
      return;
    }
    this.#entry(row);
  }

  #total(row: GridRow, label: string): void {
    const stated = this.draft.columns.flatMap((column, index) => {
      if (column.field === null || column.further) return [];
      const cell = row.cells[index];
      const reading = ['amount', 'income', 'expense'].includes(column.field) ? readMoneyCell(cell, column) : null;
      if (reading === null || cell === undefined) return [];
      return [{ field: column.field, column: null, fen: reading.ok ? reading.fen : null, text: cell.text }];
    });
    if (stated.length === 0) this.#leave(row, 'ledger/total_empty');
    else this.#sums.total(row.line, label, stated);
  }

  /** An opening balance: the book's own start, no money that came. */
  #opening(row: GridRow): void {
    this.#leave(row, 'ledger/opening_skipped', 'doubt');
    for (const [index, column] of this.draft.columns.entries()) {
      const reading = readMoneyCell(row.cells[index], column);
      if (!reading?.ok) continue;
      if (column.field === 'balance') this.#balance = reading.fen;
      else if (column.field === 'income' || column.field === 'amount')
        this.#sums.add([
          {
            field: column.field,
            column: null,
            fen: reading.fen,
            side: 'income',
            netFen: reading.fen,
            opening: true,
            month: null,
          },
        ]);
    }
  }

  /** The cells by their meaning; joined where several columns say the same. */
  #printed(row: GridRow): LedgerRecord['printed'] {
    const printed: LedgerRecord['printed'] = {};
    for (const [index, { field, part }] of this.draft.columns.entries()) {
      const cell = row.cells[index];
      const money = field === 'amount' || field === 'income' || field === 'expense' || field === 'balance';
      if (field === null || part !== null || !cell || (cell.state === 'covered' && money)) continue;
      const text = cell.text.replace(/\s*\n\s*/gu, ' ').trim();
      if (text === '') continue;
      printed[field] = printed[field] === undefined || money ? text : `${printed[field]}；${text}`;
    }
    const voucher = this.draft.columns.flatMap(({ field, part }, index) =>
      field === 'voucher' && part !== null ? [(row.cells[index]?.text ?? '').trim()] : [],
    );
    const number = voucher.filter((text) => text !== '').join('-');
    if (number !== '') printed.voucher = number;
    return printed;
  }

  /** The day's text: from one column, or from columns of its parts, of which a book prints year and month once. */
  #day(row: GridRow, record: LedgerRecord): string {
    const { columns, findings } = this.draft;
    if (!columns.some(({ part }) => part === 'day')) return record.printed.date ?? '';
    let repeated = false;
    for (const part of ['year', 'month', 'day'] as const) {
      const index = columns.findIndex((column) => column.part === part && column.field === 'date');
      if (index < 0) continue;
      const text = (row.cells[index]?.text ?? '').replace(/[年月日]\s*$/u, '').trim();
      if (text !== '') this.#parts[part] = text;
      else if (this.#parts[part] !== undefined) repeated = true;
    }
    const above = columns.find(({ part, year }) => part !== null && year !== null)?.year;
    const year = this.#parts.year ?? (above === undefined || above === null ? undefined : String(above));
    const { month, day } = this.#parts;
    if (month === undefined || day === undefined) return '';
    const text = year === undefined ? `${month}月${day}日` : `${year}年${month}月${day}日`;
    record.printed.date = text;
    if (repeated) findings.push(aboutRecord(record, 'ledger/day_repeated', { text }));
    return text;
  }

  #entry(row: GridRow): void {
    const { columns, records, findings } = this.draft;
    const record: LedgerRecord = { line: row.line, entry: null, printed: this.#printed(row), needsReview: false };
    records.push(record);
    for (const [field, text] of Object.entries(record.printed) as [LedgerField, string][]) {
      if (!DITTO.test(text)) continue;
      const above = this.#above[field];
      const money = field === 'amount' || field === 'income' || field === 'expense' || field === 'balance';
      if (money || field === 'number') continue;
      if (above === undefined) findings.push(aboutRecord(record, 'ledger/ditto_empty', { text }, 'error'));
      else {
        record.printed[field] = above;
        findings.push(aboutRecord(record, 'ledger/ditto_repeated', { text: above }));
      }
    }
    if (this.#sheet.loose.has(row.line)) findings.push(aboutRecord(record, 'ledger/cells_loose'));
    const beyond = row.cells.slice(columns.length).filter(({ state }) => state === 'printed');
    const { amount, findings: ofAmount } = amountOf(row, columns, record);
    findings.push(...ofAmount);
    const above = records.at(-2);
    if (above?.printed.amount !== undefined && ofAmount.some(({ code }) => code === 'ledger/amount_merged'))
      findings.push(aboutRecord(above, 'ledger/amount_covers', { text: above.printed.amount }));
    const day = this.#day(row, record);
    const { entry, findings: ofEntry } = entryOf({
      record,
      amount,
      day,
      keptDay: this.#keptDays.get(`${row.line}|${day}`) ?? null,
      titleYear: this.#titleYear,
      hasYearColumn: columns.some(({ field }) => field === 'budget_year'),
      tableKind: this.#tableKind,
    });
    findings.push(...ofEntry);
    record.entry = entry;
    if (beyond.length > 0 || this.#sheet.long.has(row.line)) {
      // More cells than headings: a separator stands inside a cell, and any cell may have moved.
      record.entry = null;
      const text = quoted(beyond.map((cell) => cell.text).join(' '));
      findings.push(aboutRecord(record, text === '' ? 'ledger/cells_more' : 'ledger/cells_beyond', { text }, 'error'));
    }
    this.#above = record.printed;
    this.#sums.add(summandsOf(columns, amount, record.entry));
    this.#checkBalance(row, record, amount);
  }

  /** A running balance proves the amounts of its lines. */
  #checkBalance(row: GridRow, record: LedgerRecord, amount: LineAmount | null): void {
    const index = this.draft.columns.findIndex(({ field }) => field === 'balance');
    const column = this.draft.columns[index];
    if (!column) return;
    const cell = row.cells[index];
    const reading = readMoneyCell(cell, column);
    if (reading === null || !reading.ok) {
      if (reading !== null)
        this.draft.findings.push(aboutRecord(record, 'ledger/balance_unreadable', { text: cell?.text ?? '' }));
      this.#balance = null;
      return;
    }
    if (this.#balance !== null && amount !== null && amount.side !== null) {
      const due = this.#balance + (amount.side === 'income' ? amount.fen : -amount.fen);
      if (due !== reading.fen) {
        const params = { stated: moneyText(reading.fen), sum: moneyText(due) };
        this.draft.findings.push(aboutRecord(record, 'ledger/balance_differs', params));
      }
    }
    this.#balance = reading.fen;
  }
}

/** What a line adds to the columns of money. */
function summandsOf(
  columns: readonly LedgerColumn[],
  amount: LineAmount | null,
  entry: NewFundEntry | null,
): Summand[] {
  const kind = entry?.kind ?? null;
  const side =
    kind === null
      ? (amount?.side ?? null)
      : INCOME.includes(kind)
        ? 'income'
        : kind.startsWith('expense')
          ? 'expense'
          : null;
  const field = amount?.side ?? 'amount';
  const month = entry?.date.slice(0, 7) ?? null;
  if (amount !== null) {
    const lowers = kind !== null && LOWERS.includes(kind);
    const netFen = lowers ? -Math.abs(amount.fen) : amount.fen;
    return [{ field, column: null, fen: amount.fen, side, netFen, opening: false, month }];
  }
  return columns.flatMap((column) =>
    (column.field === 'amount' || column.field === 'income' || column.field === 'expense') && !column.further
      ? [{ field: column.field, column: null, fen: null, side, netFen: null, opening: false, month }]
      : [],
  );
}

/** Reads the rows of one table. */
export function readLedgerSheet(sheet: Sheet, source: SourceDocument, mapping: LedgerMapping): LedgerDraft {
  return new LedgerReader(sheet, source, mapping).read();
}

/** The same kind, voucher, day and amount twice: both stay, a person decides. Lines without a voucher must say the same in words too. */
export function tellTwice(records: readonly LedgerRecord[]): Finding[] {
  const seen = new Map<string, LedgerRecord>();
  const findings: Finding[] = [];
  for (const record of records) {
    const { entry } = record;
    if (!entry) continue;
    const voucher = entry.voucher ?? '';
    const key = JSON.stringify([
      entry.kind,
      voucher.normalize('NFKC').replaceAll(/\s/gu, ''),
      entry.date,
      entry.amountFen,
      ...(voucher === '' ? [entry.source, entry.purpose] : []),
    ]);
    const first = seen.get(key);
    if (first)
      findings.push(aboutRecord(record, 'ledger/twice', { first: first.line, amount: moneyText(entry.amountFen) }));
    else seen.set(key, record);
  }
  return findings;
}
