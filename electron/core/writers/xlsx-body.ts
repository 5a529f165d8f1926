/**
 * The body of a report as Excel needs it: the pages of the layout as blocks of lines and cells, each line with the
 * height that Excel needs for its text.
 *
 * Invariant: what is written is the report's value, with at most the mark of continuation or cut into the row's parts;
 * a layout that says anything else is refused.
 * Source: ux notes 3.2, traps 3 and 4 (no program fits the height of rows with merged cells itself).
 */
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import type { LayoutCell, TableLayout } from '#shared/report/layout.ts';
import type { Align, TableReport, ReportValue } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import { countLines } from './xlsx-text.ts';

/** One printed line of the table: a row of the report, or a part of a row that is higher than a page. */
export interface BodyLine {
  row: number;
  part: number;
  /** Height in pt: what the text needs at least, and what the layout or roomier fonts would like. */
  minimum: number;
  wanted: number;
  /** Height in the layout; 0 where Excel divides otherwise. */
  drawn: number;
}

/** A cell over the lines `from` … `to - 1` of its block. */
export interface BodyCell {
  column: number;
  from: number;
  to: number;
  align: Align;
  /** What is written; null = an empty cell. */
  value: ReportValue | null;
  /** The value without the mark of continuation. */
  plain: ReportValue;
  /** It goes on from the page before. */
  continued: boolean;
}

/** Lines and cells that stand on one page. */
export interface BodyBlock {
  lines: BodyLine[];
  cells: BodyCell[];
}

export interface BodyMeasures {
  /** Usable width of each column in em of the table's type size. */
  capacities: number[];
  /** Type size of the table in pt. */
  fontSize: number;
  /** The column whose merged cells name their group; -1 = none. */
  groupColumn: number;
  /** Makes 6月 into 6月（续）. */
  continued: (text: string) => string;
}

/** Line distance in em: 宋体 and 仿宋 need 1.19 to 1.25, but Noto, which stands in for them on Linux, 1.44. */
const LINE = { minimum: 1.42, wanted: 1.47 };
const PADDING_PT = { minimum: 4, wanted: 7 };

/** Height in pt of `lines` lines of text, tight and comfortable. */
export function textHeight(lines: number, fontSize: number): { minimum: number; wanted: number } {
  return {
    minimum: lines * fontSize * LINE.minimum + PADDING_PT.minimum,
    wanted: lines * fontSize * LINE.wanted + PADDING_PT.wanted,
  };
}

/**
 * The blocks of the report, one a page of the layout, heights not yet fitted. A row that the layout divides over pages
 * is one line here; Excel needs other places to divide it.
 */
export function buildBlocks(layout: TableLayout, measures: BodyMeasures): BodyBlock[] {
  const divided = new Set(
    layout.pages.flatMap((page) => page.rows.filter(({ part }) => part > 0).map(({ row }) => row)),
  );
  return layout.pages.map((page) => {
    const block: BodyBlock = { lines: [], cells: [] };
    const total = page.rows.filter((line) => line.part === 0).length;
    for (const line of page.rows) {
      const from = block.lines.length;
      const { row, part } = line;
      if (part === 0) block.lines.push({ row, part, minimum: 0, wanted: 0, drawn: divided.has(row) ? 0 : line.height });
      for (const cell of line.cells) {
        // Of the later parts only merged cells count that reach the rows below.
        const to = Math.min(from + (part === 0 ? Math.max(cell.rowSpan, 1) : cell.rowSpan - 1), total);
        if (to <= from || (part > 0 && !cell.continued)) continue;
        const { value, plain } = cellValue(layout, row, cell, divided.has(row), measures);
        block.cells.push({ column: cell.column, from, to, align: cell.align, value, plain, continued: cell.continued });
      }
    }
    measureBlock(block, measures);
    return block;
  });
}

/** The value of a layout's cell; refuses a layout that says something else than the report. */
function cellValue(
  layout: TableLayout,
  row: number,
  cell: LayoutCell,
  isDivided: boolean,
  { continued }: BodyMeasures,
): { value: ReportValue; plain: ReportValue } {
  const plain = layout.report.rows[row]?.cells[cell.column] ?? EMPTY;
  if (plain.kind !== 'text') return { value: plain, plain };
  const text = printableText(plain.text);
  if (isDivided && !cell.continued) return { value: { kind: 'text', text }, plain };
  const allowed = cell.continued ? [text, continued(text)] : [text];
  if (!allowed.includes(cell.text)) {
    const where = place(layout.report, row, cell.column);
    throw new AppError('export/differs', { where, expected: text.slice(0, 200), found: cell.text.slice(0, 200) });
  }
  return { value: { kind: 'text', text: cell.text }, plain };
}

const EMPTY: ReportValue = { kind: 'text', text: '' };

/** Sets the heights of the lines from their cells; a merged cell that needs more than its lines stretches the last. */
export function measureBlock(block: BodyBlock, { capacities, fontSize }: BodyMeasures): void {
  for (const line of block.lines) {
    line.minimum = textHeight(1, fontSize).minimum;
    line.wanted = line.drawn;
  }
  for (const cell of block.cells.toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
    const text = cell.value?.kind === 'text' ? cell.value.text : '';
    const need = textHeight(countLines(text, capacities[cell.column] ?? 1), fontSize);
    const spanned = block.lines.slice(cell.from, cell.to);
    const last = spanned.at(-1);
    if (!last) continue;
    last.minimum += Math.max(0, need.minimum - sum(spanned.map((line) => line.minimum)));
    last.wanted += Math.max(0, need.wanted - sum(spanned.map((line) => line.wanted)));
  }
  for (const line of block.lines) line.wanted = Math.max(line.wanted, line.minimum);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The heights in pt of a block's lines: as wanted, or evenly tightened until they fit into `budget`. */
export function fitHeights(lines: readonly BodyLine[], budget: number): number[] {
  const wanted = sum(lines.map((line) => line.wanted));
  const minimum = sum(lines.map((line) => line.minimum));
  if (wanted <= budget) return lines.map((line) => line.wanted);
  const share = wanted > minimum ? Math.max(0, (budget - minimum) / (wanted - minimum)) : 0;
  return lines.map((line) => line.minimum + (line.wanted - line.minimum) * share);
}

/** A cell of the report in words, for errors: its row and column as printed. */
export function place(report: TableReport, row: number, column: number): string {
  const heading = printableText(report.columns[column]?.heading ?? String(column + 1));
  return translator(report.locale)('report.place.cell', { row: row + 1, column: heading });
}
