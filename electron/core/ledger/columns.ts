/**
 * The columns of a ledger: which field each gives, in which unit.
 * Invariant: a field of money comes from one column; a second one of the same meaning is compared, never read instead.
 */
import type { LedgerField } from '#shared/features/funding-reading.ts';
import { aboutLine, type Finding } from './draft.ts';
import { headingOf, type LedgerMapping, mapped, type Part, printedHeading } from './headings.ts';
import type { Sheet } from './sheets.ts';
import { type PrintedUnit, sheetUnitOf, unitOfHeading } from './units.ts';
import { isBlankAmount, readAmount } from './amounts.ts';

export interface LedgerColumn {
  printed: string;
  field: LedgerField | null;
  part: Part | null;
  /** The year that stands above 月 and 日. */
  year: number | null;
  /** Unit of a column of money. */
  unit: PrintedUnit;
  /** A further column of the same field: purposes are joined, amounts compared. */
  further: boolean;
}

const MONEY: readonly LedgerField[] = ['amount', 'income', 'expense', 'balance'];
/** Money of wide tables; a ledger of single amounts has no place for it. */
const WIDE: readonly LedgerField[] = ['carried', 'budgeted', 'paid'];
/** Fields whose further columns are read too. */
const JOINED: readonly LedgerField[] = ['purpose', 'amount', 'remark'];

/** Gives each column its meaning; what the reviewer says of a heading goes first. */
export function columnsOf(sheet: Sheet, mapping: LedgerMapping): { columns: LedgerColumn[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const printed = sheet.headings.map(printedHeading);
  const claims = printed.map((text) => {
    const heading = text === '' ? null : headingOf(text);
    const said = text === '' ? undefined : mapped(mapping, text);
    if (said === undefined) return { heading, field: heading?.field ?? null, rank: heading?.rank ?? 0 };
    return { heading: said === heading?.field ? heading : null, field: said, rank: -1 };
  });
  const sheetUnit = sheetUnitOf(
    sheet,
    printed.filter((_, index) => MONEY.includes(claims[index]?.field ?? 'remark')),
    findings,
  );
  const columns = claims.map(({ heading, field, rank }, index): LedgerColumn => {
    const text = printed[index] ?? '';
    const further =
      field !== null &&
      !heading?.part &&
      claims.some(
        (other, place) =>
          place !== index && other.field === field && (other.rank < rank || (other.rank === rank && place < index)),
      );
    const unit = unitOfHeading(text) ?? sheetUnit;
    const left = further && field !== null && !JOINED.includes(field);
    return {
      printed: text,
      field: left ? null : field,
      part: heading?.part ?? null,
      year: heading?.year ?? null,
      unit,
      further: further && !left,
    };
  });
  for (const [index, column] of columns.entries()) {
    const texts = sheet.rows.flatMap(({ cells }) => (cells[index]?.state === 'printed' ? [cells[index].text] : []));
    if (column.field === 'basis' && texts.length > 0 && texts.every((text) => /^\s*\d+\s*张?\s*$/u.test(text))) {
      // Numbers alone below 附件 count the sheets that are attached.
      column.field = null;
    }
    if (MONEY.includes(column.field ?? 'remark') && column.unit === 'unknown')
      findings.push(aboutLine(sheet.line, 'ledger/unit_unknown', { column: column.printed }, 'error'));
    if (column.field !== null && WIDE.includes(column.field) && texts.length > 0)
      findings.push(aboutLine(sheet.line, 'ledger/money_left_out', { column: column.printed }, 'doubt'));
    if (column.field !== null || texts.length === 0) continue;
    if (claims[index]?.field && claims[index].field !== 'basis') {
      findings.push(aboutLine(sheet.line, 'ledger/column_twice', { column: column.printed }, 'doubt'));
      continue;
    }
    const open = claims[index]?.heading?.openSide === true;
    if (open) findings.push(aboutLine(sheet.line, 'ledger/side_open', { column: column.printed }, 'error'));
    else if (column.printed === '')
      findings.push(aboutLine(sheet.line, 'ledger/column_unnamed', { column: index + 1 }, 'doubt'));
    else {
      const filled = texts.filter((text) => !isBlankAmount(text));
      const money = filled.length > 0 && filled.every((text) => readAmount(text, 'yuan').ok);
      const code = money && /额|款|费|资金|经费|元/u.test(column.printed) ? 'ledger/money_left_out' : 'column_left_out';
      findings.push(
        aboutLine(sheet.line, code, { column: column.printed }, code === 'column_left_out' ? 'note' : 'doubt'),
      );
    }
  }
  return { columns, findings };
}
