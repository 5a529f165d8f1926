/**
 * Divides the rows of a table among pages. Groups stay whole where a page holds them, equal consecutive values of a
 * group become one cell a page, a row higher than a page is printed in parts. Each row is printed exactly once (or in
 * parts), no page is overfull. Linear in the number of rows.
 */
import type { LayoutCell, LayoutRow } from '#shared/report/layout.ts';
import type { ReportColumn } from '#shared/report/model.ts';

export interface TableMetrics {
  columns: readonly ReportColumn[];
  widths: readonly number[];
  left: number;
  lineHeight: number;
  /** Space above and below a cell's lines. */
  padding: number;
  /** Height that every row has at least. */
  leastHeight: number;
  /** Text of a cell. */
  text: (row: number, column: number) => string;
  lines: (column: number, text: string) => readonly string[];
  /** Group of a row, from 0, ascending. */
  group: (row: number) => number;
  rowCount: number;
  /** Upper edge of the first row and lower edge of the type area on a page, from 1. */
  area: (page: number) => { top: number; bottom: number };
  /** The text of a merged cell that goes on from the page before. */
  continued: (text: string) => string;
  /** Space to keep below the last row. */
  reserve: number;
}

interface Merge {
  /** First and last row with the same value in one group. */
  first: number;
  last: number;
}

/** A merged cell that is being set on the current page. */
interface OpenCell {
  cell: LayoutCell;
  last: number;
}

/** The rows of each page. A report without rows has one page without rows. */
export function paginate(metrics: TableMetrics): LayoutRow[][] {
  const paginator = new Paginator(metrics);
  for (let first = 0; first < metrics.rowCount; ) {
    let last = first;
    while (last + 1 < metrics.rowCount && metrics.group(last + 1) === metrics.group(first)) last++;
    paginator.placeGroup(first, last);
    first = last + 1;
  }
  return paginator.finish();
}

/** Height of rows set without a page break. */
export function blockHeight(metrics: TableMetrics, first: number, last: number): number {
  return new Paginator(metrics).heightOf(first, last);
}

class Paginator {
  readonly #metrics: TableMetrics;
  readonly #merges: (Merge | undefined)[][];
  readonly #pages: LayoutRow[][] = [];
  #rows: LayoutRow[] = [];
  #open: (OpenCell | undefined)[] = [];
  #y: number;
  #bottom: number;
  readonly #groupColumn: number;

  constructor(metrics: TableMetrics) {
    this.#metrics = metrics;
    this.#merges = metrics.columns.map(() => []);
    this.#groupColumn = metrics.columns.findIndex((column) => column.merge);
    const area = metrics.area(1);
    this.#y = area.top;
    this.#bottom = area.bottom;
  }

  placeGroup(first: number, last: number): void {
    const height = this.heightOf(first, last);
    const reserve = last === this.#metrics.rowCount - 1 ? this.#metrics.reserve : 0;
    const next = this.#metrics.area(this.#pages.length + 2);
    const fitsHere = (room: number) => this.#y + height + room <= this.#bottom;
    const fitsNext = (room: number) => this.#rows.length > 0 && next.top + height + room <= next.bottom;
    if (!fitsHere(reserve)) {
      if (fitsNext(reserve)) this.#newPage();
      else if (!fitsHere(0) && fitsNext(0)) this.#newPage();
    }
    for (let row = first; row <= last; row++) {
      if (row === this.#metrics.rowCount - 1) this.#keepWithNotes(row);
      this.#placeRow(row);
    }
  }

  /** Starts a page with the last row where the notes would else stand alone on one. */
  #keepWithNotes(row: number): void {
    const { reserve } = this.#metrics;
    const next = this.#metrics.area(this.#pages.length + 2);
    const height = Math.max(this.#ownHeight(row), this.#mergedNeed(row));
    const alone = this.#fits(row) && this.#y + height + reserve > this.#bottom;
    if (alone && this.#rows.length > 0 && next.top + height + reserve <= next.bottom) this.#newPage();
  }

  finish(): LayoutRow[][] {
    this.#closePage();
    return this.#pages;
  }

  /** Height of rows set one below the other, with the room that their merged cells need. */
  heightOf(first: number, last: number): number {
    let y = 0;
    const starts: number[] = [];
    for (let row = first; row <= last; row++) {
      let bottom = y + this.#ownHeight(row);
      for (let column = 0; column < this.#metrics.columns.length; column++) {
        const merge = this.#merge(row, column);
        if (!merge) continue;
        if (row === Math.max(merge.first, first)) starts[column] = y;
        if (row === merge.last) bottom = Math.max(bottom, (starts[column] ?? y) + this.#needed(column, row, false));
      }
      y = bottom;
    }
    return y;
  }

  #placeRow(row: number): void {
    if (!this.#fits(row) && this.#rows.length > 0) {
      const next = this.#metrics.area(this.#pages.length + 2);
      const rowHeight = this.#ownHeight(row);
      const splits = next.top + rowHeight > next.bottom;
      const room = this.#linesIn(this.#bottom - this.#y);
      if (!splits || room < 3 || this.#mergedNeed(row) > this.#bottom - this.#y) this.#newPage();
    }
    if (this.#fits(row)) this.#addRow(row, 0, null, this.#ownHeight(row), true);
    else this.#placeInParts(row);
  }

  #placeInParts(row: number): void {
    const { columns } = this.#metrics;
    const remaining = columns.map((_, column) => (this.#merge(row, column) ? [] : [...this.#linesOf(row, column)]));
    for (let part = 0; ; part++) {
      const room = Math.max(1, this.#linesIn(this.#bottom - this.#y));
      const longest = Math.max(...remaining.map((lines) => lines.length));
      // A last line alone on the next page takes the one before it along.
      const count = longest === room + 1 && room > 2 ? room - 1 : Math.min(room, longest);
      const slices = remaining.map((lines) => lines.splice(0, count));
      const done = remaining.every((lines) => lines.length === 0);
      this.#addRow(row, part, slices, Math.max(1, count) * this.#metrics.lineHeight + 2 * this.#metrics.padding, done);
      if (done) return;
      this.#newPage();
    }
  }

  /** Puts a row, or a part of it, at the current place. `whole` = nothing of the row follows. */
  #addRow(row: number, part: number, slices: string[][] | null, height: number, whole: boolean): void {
    const { columns, widths, left } = this.#metrics;
    const cells: LayoutCell[] = [];
    let x = left;
    for (let column = 0; column < columns.length; column++) {
      const width = widths[column] ?? 0;
      const merge = this.#merge(row, column);
      const open = this.#open[column];
      if (merge && open && open.cell.rowSpan > 0 && row <= open.last) open.cell.rowSpan += part === 0 ? 1 : 0;
      else {
        const continued = merge !== undefined && (row > merge.first || part > 0);
        const plain = this.#metrics.text(row, column);
        const marked =
          continued && column === this.#groupColumn && plain !== '' ? this.#metrics.continued(plain) : plain;
        const lines = slices && !merge ? (slices[column] ?? []) : [...this.#metrics.lines(column, marked)];
        const text = slices && !merge ? lines.join('') : marked;
        const align = columns[column]?.align ?? 'left';
        const cell = { column, rowSpan: 1, x, y: this.#y, width, height, align, text, lines, continued };
        cells.push(cell);
        this.#open[column] = merge ? { cell, last: merge.last } : undefined;
      }
      x += width;
    }
    this.#rows.push({ row, part, y: this.#y, height, cells });
    this.#y += height;
    this.#open.forEach((open, column) => {
      if (open && row === open.last && whole) this.#closeCell(column);
    });
  }

  /** Ends a merged cell with the current row, which grows if the cell's text needs the room. */
  #closeCell(column: number): void {
    const open = this.#open[column];
    if (!open) return;
    const needed = open.cell.lines.length * this.#metrics.lineHeight + 2 * this.#metrics.padding;
    this.#grow(open.cell.y + needed - this.#y);
    open.cell.height = this.#y - open.cell.y;
    this.#open[column] = undefined;
  }

  /** Makes the last row of the page higher, with the cells that end in it. */
  #grow(by: number): void {
    const last = this.#rows.at(-1);
    if (!last || by <= 0) return;
    const bottom = this.#y;
    this.#y += by;
    last.height += by;
    for (const row of this.#rows) {
      for (const cell of row.cells) {
        if (Math.abs(cell.y + cell.height - bottom) < 1e-6 && !this.#open.some((open) => open?.cell === cell)) {
          cell.height += by;
        }
      }
    }
  }

  #newPage(): void {
    this.#closePage();
    const area = this.#metrics.area(this.#pages.length + 1);
    this.#y = area.top;
    this.#bottom = area.bottom;
  }

  #closePage(): void {
    this.#open.forEach((_, column) => this.#closeCell(column));
    this.#open = [];
    this.#pages.push(this.#rows);
    this.#rows = [];
  }

  /** Whether a row fits on the page, with what the merged cells need that would end with it. */
  #fits(row: number): boolean {
    return this.#y + Math.max(this.#ownHeight(row), this.#mergedNeed(row)) <= this.#bottom + 1e-6;
  }

  /** Height that the current row must have at least if the page ended with it. */
  #mergedNeed(row: number): number {
    let need = 0;
    for (let column = 0; column < this.#metrics.columns.length; column++) {
      const merge = this.#merge(row, column);
      if (!merge) continue;
      const open = this.#open[column];
      const openHere = open && row <= open.last;
      const top = openHere ? open.cell.y : this.#y;
      const height = openHere
        ? open.cell.lines.length * this.#metrics.lineHeight + 2 * this.#metrics.padding
        : this.#needed(column, row, row > merge.first);
      need = Math.max(need, top + height - this.#y);
    }
    return need;
  }

  /** Height that a merged cell's text asks for. */
  #needed(column: number, row: number, continued: boolean): number {
    const text = this.#metrics.text(row, column);
    const marked = continued && column === this.#groupColumn && text !== '' ? this.#metrics.continued(text) : text;
    return this.#metrics.lines(column, marked).length * this.#metrics.lineHeight + 2 * this.#metrics.padding;
  }

  /** Height of a row by its cells that are not merged. */
  #ownHeight(row: number): number {
    let lines = 1;
    for (let column = 0; column < this.#metrics.columns.length; column++) {
      if (!this.#merge(row, column)) lines = Math.max(lines, this.#linesOf(row, column).length);
    }
    return Math.max(lines * this.#metrics.lineHeight + 2 * this.#metrics.padding, this.#metrics.leastHeight);
  }

  #linesOf(row: number, column: number): readonly string[] {
    return this.#metrics.lines(column, this.#metrics.text(row, column));
  }

  #linesIn(height: number): number {
    return Math.floor((height - 2 * this.#metrics.padding + 1e-6) / this.#metrics.lineHeight);
  }

  /**
   * The run of equal values a cell belongs to, or undefined in columns without merging. A text too long for a third of
   * a page is not merged: its row is printed in parts if need be, as any other.
   */
  #merge(row: number, column: number): Merge | undefined {
    const merges = this.#merges[column];
    if (!merges || !this.#metrics.columns[column]?.merge) return undefined;
    const known = merges[row];
    if (known) return known.last < known.first ? undefined : known;
    const { text, group, rowCount } = this.#metrics;
    const value = text(row, column);
    let last = row;
    while (last + 1 < rowCount && group(last + 1) === group(row) && text(last + 1, column) === value) last++;
    const area = this.#metrics.area(2);
    const tooLong = this.#needed(column, row, true) > (area.bottom - area.top) / 3;
    for (let at = row; at <= last; at++) merges[at] = tooLong ? { first: 1, last: 0 } : { first: row, last };
    return tooLong ? undefined : merges[row];
  }
}
