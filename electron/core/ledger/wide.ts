/**
 * Wide tables: a line that holds what was budgeted, paid and spent becomes an entry for each. Invariant: each entry names its line; 结余, 未到账
 * and rates are compared with the line's own money and never entered; a day that the paper does not print is not made up.
 */
import type { LedgerField, LedgerRecord } from '#shared/features/funding-reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import type { SourceDocument } from '../reading/source.ts';
import { isBlankAmount, isCut } from './amounts.ts';
import { keptDays, yearOfHead } from './dates.ts';
import { aboutLine, aboutRecord, type Finding } from './draft.ts';
import { entryOf } from './entry.ts';
import type { LedgerMapping } from './headings.ts';
import { readMoneyCell } from './line-amount.ts';
import { isFoot, totalScope } from './line-kinds.ts';
import type { LedgerDraft } from './rows.ts';
import type { Sheet } from './sheets.ts';
import { type Summand, Totals } from './totals.ts';
import { type LineMoney, lineChecks } from './wide-checks.ts';
import { isSum, type WideColumn, wideColumnsOf } from './wide-columns.ts';
import type { WideMoney } from './wide-headings.ts';

/** Kind as the record prints it, in the ledger's own words. */
const KIND: Readonly<Record<WideMoney, string>> = {
  carried: '结转',
  budgeted: '预算批复',
  paid: '拨款',
  expense: '支出',
};

/** What a line says besides its money goes to these entries. */
const GOES_TO: Partial<Record<LedgerField, readonly WideMoney[]>> = {
  voucher: ['paid', 'expense'],
  basis: ['budgeted', 'paid'],
};

class WideReader {
  readonly draft: LedgerDraft;
  readonly #sheet: Sheet;
  readonly #columns: WideColumn[];
  readonly #keptDays: Map<string, string>;
  readonly #titleYear: number | null;
  readonly #sums = new Totals();

  constructor(sheet: Sheet, source: SourceDocument, mapping: LedgerMapping) {
    const findings: Finding[] = [];
    this.#sheet = sheet;
    this.#columns = wideColumnsOf(sheet, mapping, findings);
    this.#keptDays = keptDays(source);
    this.#titleYear = yearOfHead([...sheet.head.map(({ text }) => text), sheet.name ?? '']);
    this.draft = { columns: this.#columns, records: [], totals: this.#sums.totals, left: [], findings };
  }

  read(): LedgerDraft {
    const { findings } = this.draft;
    findings.push(aboutLine(this.#sheet.line, 'ledger/wide'));
    if (!this.#has('budget_year') && this.#titleYear === null)
      findings.push(aboutLine(this.#sheet.line, 'ledger/budget_year_column', {}, 'doubt'));
    for (const row of this.#sheet.rows) if (row.filled > 0) this.#row(row);
    findings.push(...this.#sums.findings);
    if (this.draft.totals.length === 0 && this.draft.records.length > 0)
      findings.push(aboutLine(this.#sheet.line, 'ledger/no_total'));
    return this.draft;
  }

  #has(field: LedgerField): boolean {
    return this.#columns.some((column) => column.field === field);
  }

  /** The texts of a field, joined where several columns give it. */
  #text(row: GridRow, wanted: (column: WideColumn) => boolean): string {
    const texts = this.#columns.flatMap((column, index) => {
      const text = (row.cells[index]?.text ?? '').replace(/\s*\n\s*/gu, ' ').trim();
      return wanted(column) && text !== '' ? [text] : [];
    });
    return texts.join('；');
  }

  #leave(row: GridRow, reason: 'foot_skipped' | 'ledger/part_left_out' | 'ledger/line_left_out'): void {
    const severity = reason === 'foot_skipped' ? 'note' : 'doubt';
    this.draft.left.push({ line: row.line, text: rowText(row), reason, severity });
  }

  #row(row: GridRow): void {
    const labels = this.#columns.flatMap(({ wide }, index) => {
      const cell = row.cells[index];
      return cell?.state === 'printed' && wide?.role !== 'money' && wide?.role !== 'check' ? [cell.text] : [];
    });
    const total = labels.find((text) => totalScope(text) !== null);
    if (total !== undefined) {
      this.#total(row, total.trim());
      return;
    }
    if (isFoot(row.cells.find(({ state }) => state === 'printed')?.text ?? '')) {
      this.#leave(row, 'foot_skipped');
      return;
    }
    if (labels.some((text) => /^其中[:：]?/u.test(withoutSpace(canonical(text))))) {
      this.#leave(row, 'ledger/part_left_out');
      return;
    }
    const found = this.#columns.flatMap((column, index) => this.#money(row, column, index) ?? []);
    if (found.length === 0) this.#leave(row, 'ledger/line_left_out');
    this.#tellOneDay(found);
    this.draft.findings.push(...lineChecks(row, this.#columns, found));
  }

  /** Several amounts of a line that have one printed day between them. */
  #tellOneDay(found: readonly LineMoney[]): void {
    const shared = found.filter(
      ({ of, record }) =>
        record.entry !== null && !this.#columns.some(({ wide }) => wide?.role === 'date' && wide.of === of),
    );
    if (shared.length < 2) return;
    for (const { record } of shared)
      this.draft.findings.push(aboutRecord(record, 'ledger/wide_one_day', { date: record.entry?.date ?? '' }));
  }

  #total(row: GridRow, label: string): void {
    const stated = this.#columns.flatMap((column, index) => {
      const { wide } = column;
      if (wide?.role !== 'money' || wide.of === null || isSum(this.#columns, wide)) return [];
      const cell = row.cells[index];
      const reading = readMoneyCell(cell, column);
      if (reading === null || cell === undefined) return [];
      return [{ field: wide.of, column: index, fen: reading.ok ? reading.fen : null, text: cell.text }];
    });
    this.#sums.total(row.line, label, stated);
  }

  #money(row: GridRow, column: WideColumn, index: number): LineMoney | null {
    const { wide } = column;
    if (wide?.role !== 'money' || wide.of === null || isSum(this.#columns, wide)) return null;
    const { of } = wide;
    const cell = row.cells[index];
    const merged = cell?.state === 'covered' && cell.text.trim() !== '' && !isBlankAmount(cell.text);
    const reading = readMoneyCell(cell, column);
    if ((reading === null && !merged) || (reading?.ok && reading.fen === 0)) return null;
    const { records, findings } = this.draft;
    const record: LedgerRecord = { line: row.line, entry: null, printed: this.#printed(row, of), needsReview: false };
    records.push(record);
    const text = cell?.text.trim() ?? '';
    const params = { column: column.printed, text };
    const next = row.cells[index + 1]?.text ?? '';
    if (merged) findings.push(aboutRecord(record, 'ledger/amount_merged', params, 'error'));
    else if (reading !== null && !reading.ok)
      findings.push(aboutRecord(record, `ledger/amount_${reading.rule}`, params, 'error'));
    else if (isCut(text, next, this.#columns[index + 1]?.numbers === true))
      findings.push(aboutRecord(record, 'ledger/amount_cut', params, 'error'));
    else if (reading?.ok) {
      record.printed.amount = text;
      if (reading.hidden)
        findings.push(aboutRecord(record, 'ledger/amount_kept', { ...params, kept: cell?.number ?? '' }));
      if (reading.ownUnit) findings.push(aboutRecord(record, 'ledger/amount_own_unit', params));
      this.#enter(row, record, { fen: reading.fen, printed: text, of });
      this.#sums.add([this.#summand(of, index, reading.fen)]);
      return { column, of, record, fen: record.entry === null && this.#sheet.long.has(row.line) ? null : reading.fen };
    }
    this.#sums.add([this.#summand(of, index, null)]);
    return { column, of, record, fen: null };
  }

  /** Each column has a sum of its own, also where several hold the same money. */
  #summand(of: WideMoney, column: number, fen: number | null): Summand {
    return { field: of, column, fen, side: null, netFen: fen, opening: false, month: null };
  }

  #printed(row: GridRow, of: WideMoney): LedgerRecord['printed'] {
    const printed: LedgerRecord['printed'] = { kind: KIND[of] };
    for (const field of ['number', 'voucher', 'budget_year', 'source', 'purpose', 'basis', 'remark'] as const) {
      if (GOES_TO[field]?.includes(of) === false) continue;
      const text = this.#text(row, (column) => column.field === field);
      if (text !== '') printed[field] = text;
    }
    if (printed.budget_year === undefined && !this.#has('budget_year') && this.#titleYear !== null)
      printed.budget_year = String(this.#titleYear);
    const own = this.#text(row, ({ wide }) => wide?.role === 'date' && wide.of === of);
    const date = own === '' ? this.#text(row, ({ wide }) => wide?.role === 'date' && wide.of === null) : own;
    if (date !== '') printed.date = date;
    return printed;
  }

  #enter(row: GridRow, record: LedgerRecord, amount: { fen: number; printed: string; of: WideMoney }): void {
    const { findings } = this.draft;
    const { entry, findings: ofEntry } = entryOf({
      record,
      amount: { ...amount, side: null },
      day: record.printed.date ?? '',
      keptDay: this.#keptDays.get(`${row.line}|${record.printed.date ?? ''}`) ?? null,
      titleYear: this.#titleYear,
      hasYearColumn: this.#has('budget_year') || this.#titleYear !== null,
      tableKind: null,
    });
    findings.push(...ofEntry);
    if (this.#sheet.long.has(row.line)) {
      findings.push(aboutRecord(record, 'ledger/cells_more', {}, 'error'));
      return;
    }
    record.entry = entry;
    if (this.#sheet.loose.has(row.line)) findings.push(aboutRecord(record, 'ledger/cells_loose'));
    if (!this.#has('budget_year') && this.#titleYear !== null)
      findings.push(aboutRecord(record, 'ledger/wide_year', { year: this.#titleYear }));
  }
}

/** Reads the rows of a wide table. */
export function readWideSheet(sheet: Sheet, source: SourceDocument, mapping: LedgerMapping): LedgerDraft {
  return new WideReader(sheet, source, mapping).read();
}
