/** The columns of a wide table: which money, check or text each gives, in which unit. Invariant: no column of money is dropped untold. */
import { isBlankAmount, readAmount } from './amounts.ts';
import type { LedgerColumn } from './columns.ts';
import { aboutLine, type Finding } from './draft.ts';
import { type LedgerMapping, printedHeading } from './headings.ts';
import type { Sheet } from './sheets.ts';
import { sheetUnitOf, unitOfHeading } from './units.ts';
import { saidOrRead, type WideHeading } from './wide-headings.ts';

export interface WideColumn extends LedgerColumn {
  wide: WideHeading | null;
  /** Holds numbers, whether they are read or not. */
  numbers: boolean;
}

/** Whether a column sums up others of its money, and so is no money of its own: 全年 beside 一季度. */
export function isSum(columns: readonly WideColumn[], { of, whole }: WideHeading): boolean {
  return whole && columns.some(({ wide }) => wide?.role === 'money' && wide.of === of && !wide.whole);
}

/** Gives each column its meaning. */
export function wideColumnsOf(sheet: Sheet, mapping: LedgerMapping, findings: Finding[]): WideColumn[] {
  const read = sheet.headings.map((printed) => saidOrRead(printed, mapping));
  const money = sheet.headings.filter((_, index) => read[index]?.role === 'money');
  const general = sheetUnitOf(sheet, money, findings);
  return sheet.headings.map((heading, index): WideColumn => {
    const printed = printedHeading(heading);
    const wide = read[index] ?? null;
    const unit = unitOfHeading(printed) ?? general;
    const filled = sheet.rows.flatMap(({ cells }) => (cells[index]?.state === 'printed' ? [cells[index].text] : []));
    const numbers = wide?.role === 'money' || wide?.role === 'check';
    const column = { printed, part: null, year: null, unit, further: false, numbers };
    const none = { ...column, wide: null, field: null };
    const tell = (code: 'ledger/column_twice' | 'ledger/money_left_out' | 'column_left_out'): WideColumn => {
      findings.push(aboutLine(sheet.line, code, { column: printed }, code === 'column_left_out' ? 'note' : 'doubt'));
      return none;
    };
    if (filled.length === 0) return none;
    if (wide === null) {
      if (printed === '') {
        findings.push(aboutLine(sheet.line, 'ledger/column_unnamed', { column: index + 1 }, 'doubt'));
        return none;
      }
      const amounts = filled.filter((text) => !isBlankAmount(text));
      const isMoney = amounts.length > 0 && amounts.every((text) => readAmount(text, 'yuan').ok);
      return tell(isMoney && /数|额|款|费|资金|经费|元/u.test(printed) ? 'ledger/money_left_out' : 'column_left_out');
    }
    if (wide.role === 'money' && unit === 'unknown')
      findings.push(aboutLine(sheet.line, 'ledger/unit_unknown', { column: printed }, 'error'));
    // Two columns of the same money and the same part say it twice, or mean two things: a person decides.
    const twin = read.some(
      (other, place) =>
        place < index &&
        other?.role === 'money' &&
        other.of === wide.of &&
        other.part === wide.part &&
        other.whole === wide.whole,
    );
    if (wide.role === 'money' && twin) return tell('ledger/column_twice');
    return { ...column, wide, field: wide.field };
  });
}
