/**
 * Holds what was read from a PDF against the report: page size and numbers, every heading, cell, field and box, in order,
 * and nothing besides.
 */
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import type { FormReport, ReportDocument, ReportLine, TableReport } from '#shared/report/model.ts';
import { fieldText, printableText, printedText } from '#shared/report/text.ts';
import { pageGeometry } from '../paper/geometry.ts';
import type { PageText } from './pdf-content.ts';

/** One printed cell as the structure gives it. */
export interface ReadCell {
  text: string;
  rowSpan: number;
}

export type ReadElement = { type: 'H1' | 'P'; text: string } | { type: 'Table'; header: string[]; rows: ReadCell[][] };

export interface ReadDocument {
  pages: PageText[];
  /** pt */
  sizes: { width: number; height: number }[];
  /** What the structure holds, in reading order. */
  elements: ReadElement[];
}

/** Longest text that an error message quotes. */
const QUOTE = 40;
/** A page may differ from its paper by this, pt. */
const SIZE_TOLERANCE = 0.05;

/** Throws export/differs at the first difference. `pages` = number of pages that were laid out. */
export function compareDocument(read: ReadDocument, report: ReportDocument, pages: number): void {
  comparePages(read, report, pages);
  if (report.kind === 'table') new TableComparison(report).check(read.elements);
  else compareForm(read.elements, report);
}

function comparePages(read: ReadDocument, report: ReportDocument, pages: number): void {
  const translate = translator(report.locale);
  same(translate('report.place.pages'), String(pages), String(read.pages.length));
  const { width, height } = pageGeometry(report.kind === 'table' ? 'A4' : report.paper, report.orientation);
  for (const size of read.sizes) {
    const fits = Math.abs(size.width - width) < SIZE_TOLERANCE && Math.abs(size.height - height) < SIZE_TOLERANCE;
    if (!fits) same(translate('report.place.paper'), `${width} × ${height} pt`, `${size.width} × ${size.height} pt`);
  }
  if (report.runningHead !== undefined) compareHeads(read, report.runningHead, report.locale);
  if (report.kind === 'form' && !report.pageNumbers) return;
  read.pages.forEach((page, index) => {
    const expected = translate('report.pageNumber', { page: index + 1 });
    const found = page.artifacts.includes(expected) ? expected : page.artifacts.join(' ');
    same(translate('report.place.pageNumber', { page: index + 1 }), expected, found);
  });
}

function compareHeads({ pages }: ReadDocument, head: string, locale: ReportDocument['locale']): void {
  const translate = translator(locale);
  for (const [index, { artifacts }] of pages.entries()) {
    const number = translate('report.pageOf', { page: index + 1, pages: pages.length });
    for (const expected of [printableText(head), number]) {
      // A long head stands in several lines, each an artifact of its own.
      const found = artifacts.join('').includes(printed(expected)) ? printed(expected) : artifacts.join(' ');
      same(translate('report.place.runningHead', { page: index + 1 }), expected, found);
    }
  }
}

/** Every box with text is one element, in the builder's order. */
function compareForm(elements: readonly ReadElement[], report: FormReport): void {
  const translate = translator(report.locale);
  const found = elements.values();
  for (const [index, { boxes }] of report.pages.entries()) {
    for (const box of boxes) {
      const expected = printedText(box.value, report.locale);
      if (expected === '') continue;
      const element = found.next().value;
      const where = translate('report.place.box', { page: index + 1, box: box.name });
      same(where, expected, element && element.type !== 'Table' ? element.text : '');
    }
  }
  const extra = found.next().value;
  if (extra) same(translate('report.place.pages'), '', extra.type === 'Table' ? extra.type : extra.text);
}

class TableComparison {
  readonly #report: TableReport;

  constructor(report: TableReport) {
    this.#report = report;
  }

  check(elements: readonly ReadElement[]): void {
    const { annexLabel, title, headLines, notes, closingLines, columns } = this.#report;
    const translate = translator(this.#report.locale);
    const at = elements.findIndex(({ type }) => type === 'Table');
    const table = elements[at];
    const textsOf = (type: 'H1' | 'P', list: readonly ReadElement[]) =>
      list.flatMap((element) => (element.type === type ? [element.text] : []));
    const before = textsOf('P', elements.slice(0, Math.max(at, 0)));
    const after = textsOf('P', elements.slice(at + 1));
    const fields = Math.max(0, before.length - this.#texts(headLines).length);
    same(translate('report.place.annexLabel'), printableText(annexLabel ?? ''), before.slice(0, fields).join(''));
    same(translate('report.place.title'), printableText(title), textsOf('H1', elements).join(''));
    this.#fields(headLines, before.slice(fields));
    const closing = Math.max(0, after.length - this.#texts(closingLines).length);
    same(translate('report.place.notes'), printableText(notes.join('')), after.slice(0, closing).join(''));
    this.#fields(closingLines, after.slice(closing));
    const header = table?.type === 'Table' ? table.header : [];
    columns.forEach((column, index) => {
      const where = translate('report.place.heading', { column: index + 1 });
      same(where, printableText(column.heading), header[index] ?? '');
    });
    const rows = table?.type === 'Table' ? table.rows : [];
    same(translate('report.place.columns'), String(columns.length), String(header.length));
    same(translate('report.place.rows'), String(this.#report.rows.length), String(rows.length));
    this.#rows(rows);
  }

  #texts(lines: readonly ReportLine[]): string[] {
    return lines.flat().flatMap((field) => {
      const text = fieldText(field, this.#report.locale);
      return text === '' ? [] : [text];
    });
  }

  #fields(lines: readonly ReportLine[], found: readonly string[]): void {
    const translate = translator(this.#report.locale);
    const expected = this.#texts(lines);
    for (let index = 0; index < Math.max(expected.length, found.length); index++) {
      same(translate('report.place.field', { field: index + 1 }), expected[index] ?? '', found[index] ?? '');
    }
  }

  #rows(rows: readonly (readonly ReadCell[])[]): void {
    const { columns } = this.#report;
    const translate = translator(this.#report.locale);
    const continued = (text: string) => translate('report.continued', { text });
    /** Cells that reach down from rows above, by column. */
    const reach: { text: string; left: number }[] = columns.map(() => ({ text: '', left: 0 }));
    rows.forEach((cells, row) => {
      const fresh = cells.values();
      columns.forEach((column, index) => {
        const where = () => translate('report.place.cell', { row: row + 1, column: printableText(column.heading) });
        const expected = this.#expected(row, index);
        const above = reach[index];
        if (above && above.left > 0) {
          above.left--;
          // A cell may reach down only over rows of the same group with the same value.
          same(where, this.#inGroup(row, index) ? expected : '', above.text);
          return;
        }
        const cell = fresh.next().value;
        const found = cell?.text ?? '';
        if (above && cell) Object.assign(above, { text: found, left: cell.rowSpan - 1 });
        const goesOn = column.merge && this.#inGroup(row, index);
        if (goesOn && expected !== '' && found === printed(continued(expected))) {
          if (above) above.text = expected;
          return;
        }
        same(where, expected, found);
      });
      const extra = fresh.next().value;
      if (extra) same(translate('report.place.row', { row: row + 1 }), '', extra.text);
    });
  }

  /** Whether a row may share a cell with the row above it. */
  #inGroup(row: number, column: number): boolean {
    const { rows } = this.#report;
    const group = rows[row]?.group ?? null;
    return (
      group !== null &&
      rows[row - 1]?.group === group &&
      this.#expected(row - 1, column) === this.#expected(row, column)
    );
  }

  #expected(row: number, column: number): string {
    const value = this.#report.rows[row]?.cells[column];
    return value ? printedText(value, this.#report.locale) : '';
  }
}

function same(where: string | (() => string), expected: string, found: string): void {
  if (printed(expected) === found) return;
  const from = Math.max(0, firstDifference(printed(expected), found) - QUOTE / 2);
  throw new AppError('export/differs', {
    where: typeof where === 'string' ? where : where(),
    expected: printed(expected).slice(from, from + QUOTE),
    found: found.slice(from, from + QUOTE),
  });
}

/** Line ends are places on paper, not characters. */
function printed(text: string): string {
  return text.replaceAll('\n', '');
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
