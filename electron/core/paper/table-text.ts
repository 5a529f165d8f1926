/**
 * The texts of a report's table, broken for given columns and type size. Equal texts of a column are broken once.
 * Widths: every column gets the em it asks for at least, the rest is shared by weight; if that is too much for the type
 * area, all shrink alike.
 */
import type { ReportColumn, TableReport } from '#shared/report/model.ts';
import { printableText, printedText } from '#shared/report/text.ts';
import type { FontChain, FontRole } from './fonts.ts';
import { breakLines } from './line-breaking.ts';
import { breakList } from './list-breaking.ts';

/** Type size and the space between border and text, pt. */
interface CellType {
  fontSize: number;
  side: number;
}

/** Widths of the columns in pt; they sum to `width`. */
export function columnWidths(columns: readonly ReportColumn[], width: number, { fontSize, side }: CellType): number[] {
  const least = columns.map((column) => column.minimumEm * fontSize + 2 * side);
  const sum = least.reduce((total, value) => total + value, 0);
  if (sum >= width) return least.map((value) => (value * width) / sum);
  const fixed = new Set<number>();
  for (;;) {
    const free = columns.flatMap((column, index) => (fixed.has(index) ? [] : [column.weight]));
    const weight = free.reduce((total, value) => total + value, 0);
    const taken = least.reduce((total, value, index) => total + (fixed.has(index) ? value : 0), 0);
    const share = (index: number) =>
      weight > 0 ? ((width - taken) * (columns[index]?.weight ?? 0)) / weight : (width - taken) / free.length;
    const narrow = columns.findIndex((_, index) => !fixed.has(index) && share(index) < (least[index] ?? 0));
    if (narrow < 0) return least.map((value, index) => (fixed.has(index) ? value : share(index)));
    fixed.add(narrow);
    // Everything at its least width leaves room over: it goes to the last column that was still free.
    if (fixed.size === columns.length) fixed.delete(narrow);
  }
}

export class TableText {
  readonly report: TableReport;
  /** Printed text of each row and column. */
  readonly texts: readonly (readonly string[])[];
  readonly headings: readonly string[];
  readonly #fonts: FontChain;

  constructor(report: TableReport, fonts: FontChain) {
    this.report = report;
    this.#fonts = fonts;
    this.texts = report.rows.map((row) =>
      report.columns.map((_, column) => {
        const value = row.cells[column];
        return value ? printedText(value, report.locale) : '';
      }),
    );
    this.headings = report.columns.map((column) => printableText(column.heading));
  }

  /** A breaker for columns of these widths. */
  fit(
    widths: readonly number[],
    { fontSize, side }: CellType,
  ): (role: FontRole, column: number, text: string) => readonly string[] {
    const known = new Map<string, readonly string[]>();
    return (role, column, text) => {
      const key = `${role}${column}:${text}`;
      let lines = known.get(key);
      if (!lines) {
        const em = ((widths[column] ?? 0) - 2 * side) / fontSize;
        const measure = (codePoint: number) => this.#fonts.width(role, codePoint);
        const breaks = this.report.columns[column]?.breaking === 'list' ? breakList : breakLines;
        lines = breaks(text, measure, em);
        known.set(key, lines);
      }
      return lines;
    };
  }
}
