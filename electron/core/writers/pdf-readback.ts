/**
 * Reads a written PDF and compares it with the report, value by value: what a reader's program would extract from the
 * bytes must be what the archive holds. It knows the report and the file, not the layout that led from one to the other.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { printableText, printedText } from '#shared/report/text.ts';
import { type PageText, PageTextReader } from './pdf-content.ts';
import { PdfFile } from './pdf-file.ts';
import { type PdfDictionary, PdfName, PdfReferenceTo, type PdfValue } from './pdf-lexer.ts';

/** Longest text that an error message quotes. */
const QUOTE = 40;
/** Pages or rows between two turns of the event loop. */
const CHUNK = 200;

/** One printed cell as the structure gives it. */
interface ReadCell {
  text: string;
  rowSpan: number;
}

interface ReadReport {
  pages: PageText[];
  /** Text of the H1 element. */
  title: string;
  /** Paragraphs before and after the table. */
  before: string[];
  after: string[];
  header: string[];
  rows: ReadCell[][];
}

interface ComparisonOptions {
  signal?: AbortSignal;
}

/**
 * Throws export/differs where the file says something else than the report, export/unreadable where it cannot be read.
 * `pages` = number of pages that were laid out.
 */
export async function comparePdf(
  bytes: Buffer,
  report: ReportDocument,
  pages: number,
  options: ComparisonOptions = {},
): Promise<void> {
  let read: ReadReport;
  try {
    read = await new StructureReader(new PdfFile(bytes)).read(options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new AppError('export/unreadable', { detail: error instanceof Error ? error.message : '' }, { cause: error });
  }
  new Comparison(report).check(read, pages);
}

class StructureReader {
  readonly #file: PdfFile;
  /** Index of a page by its object number. */
  readonly #pageOf = new Map<number, number>();
  #pages: PageText[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
  }

  async read({ signal }: ComparisonOptions): Promise<ReadReport> {
    const catalogue = this.#file.dictionary(this.#file.trailer.get('Root'));
    const tree = this.#file.dictionary(catalogue.get('Pages'));
    const reader = new PageTextReader(this.#file);
    for (const [index, kid] of this.#file.array(tree.get('Kids')).entries()) {
      if (!(kid instanceof PdfReferenceTo)) throw new Error('page expected');
      this.#pageOf.set(kid.id, index);
      this.#pages.push(reader.read(this.#file.dictionary(kid)));
      if (index % CHUNK === CHUNK - 1) {
        await nextTurn();
        signal?.throwIfAborted();
      }
    }
    const root = this.#file.dictionary(catalogue.get('StructTreeRoot'));
    const [body] = this.#file.array(root.get('K'));
    const read: ReadReport = { pages: this.#pages, title: '', before: [], after: [], header: [], rows: [] };
    let table = false;
    for (const kid of this.#kids(body)) {
      const type = this.#type(kid);
      if (type === 'H1') read.title += this.#text(kid);
      else if (type === 'P') (table ? read.after : read.before).push(this.#text(kid));
      else if (type === 'Table') {
        table = true;
        await this.#table(kid, read, signal);
      } else throw new Error(`unexpected element ${type}`);
    }
    return read;
  }

  async #table(element: PdfDictionary, read: ReadReport, signal: AbortSignal | undefined): Promise<void> {
    for (const part of this.#kids(element)) {
      for (const [index, row] of this.#kids(part).entries()) {
        const cells = this.#kids(row);
        if (this.#type(part) === 'THead') read.header.push(...cells.map((cell) => this.#text(cell)));
        else read.rows.push(cells.map((cell) => ({ text: this.#text(cell), rowSpan: this.#rowSpan(cell) })));
        if (index % CHUNK === CHUNK - 1) {
          await nextTurn();
          signal?.throwIfAborted();
        }
      }
    }
  }

  #type(element: PdfDictionary): string {
    const type = element.get('S');
    return type instanceof PdfName ? type.name : '';
  }

  #rowSpan(cell: PdfDictionary): number {
    const attributes = this.#file.get(cell.get('A'));
    const span = attributes instanceof Map ? attributes.get('RowSpan') : undefined;
    return typeof span === 'number' ? span : 1;
  }

  #kids(element: PdfValue | undefined): PdfDictionary[] {
    const kids = this.#file.array(this.#file.dictionary(element).get('K'));
    return kids.map((kid) => this.#file.dictionary(kid));
  }

  /** Text of an element that holds marked content, perhaps on several pages. */
  #text(element: PdfDictionary): string {
    const pieces = this.#file.array(element.get('K')).map((kid) => {
      if (typeof kid === 'number') return this.#piece(element.get('Pg'), kid);
      const reference = this.#file.dictionary(kid);
      return this.#piece(reference.get('Pg'), reference.get('MCID'));
    });
    return pieces.join('');
  }

  #piece(page: PdfValue | undefined, mark: PdfValue | undefined): string {
    const index = page instanceof PdfReferenceTo ? this.#pageOf.get(page.id) : undefined;
    const text = typeof mark === 'number' && index !== undefined ? this.#pages[index]?.marked.get(mark) : undefined;
    if (text === undefined) throw new Error('content of an element is missing');
    return text;
  }
}

class Comparison {
  readonly #report: ReportDocument;

  constructor(report: ReportDocument) {
    this.#report = report;
  }

  check(read: ReadReport, pages: number): void {
    const { annexLabel, title, notes, columns } = this.#report;
    const translate = translator(this.#report.locale);
    this.#same(translate('report.place.pages'), String(pages), String(read.pages.length));
    read.pages.forEach((page, index) => {
      const expected = translate('report.pageNumber', { page: index + 1 });
      const found = page.artifacts.includes(expected) ? expected : page.artifacts.join(' ');
      this.#same(translate('report.place.pageNumber', { page: index + 1 }), expected, found);
    });
    this.#same(translate('report.place.annexLabel'), printableText(annexLabel ?? ''), read.before.join(''));
    this.#same(translate('report.place.title'), printableText(title), read.title);
    this.#same(translate('report.place.notes'), printableText(notes.join('')), read.after.join(''));
    columns.forEach((column, index) => {
      const where = translate('report.place.heading', { column: index + 1 });
      this.#same(where, printableText(column.heading), read.header[index] ?? '');
    });
    this.#same(translate('report.place.columns'), String(columns.length), String(read.header.length));
    this.#same(translate('report.place.rows'), String(this.#report.rows.length), String(read.rows.length));
    this.#rows(read.rows);
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
          this.#same(where, this.#inGroup(row, index) ? expected : '', above.text);
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
        this.#same(where, expected, found);
      });
      const extra = fresh.next().value;
      if (extra) this.#same(translate('report.place.row', { row: row + 1 }), '', extra.text);
    });
  }

  /** Whether a row may share a cell with the row above it. */
  #inGroup(row: number, column: number): boolean {
    const { rows } = this.#report;
    return rows[row - 1]?.group === rows[row]?.group && this.#expected(row - 1, column) === this.#expected(row, column);
  }

  #expected(row: number, column: number): string {
    const value = this.#report.rows[row]?.cells[column];
    return value ? printedText(value, this.#report.locale) : '';
  }

  #same(where: string | (() => string), expected: string, found: string): void {
    if (printed(expected) === found) return;
    const from = Math.max(0, firstDifference(printed(expected), found) - QUOTE / 2);
    throw new AppError('export/differs', {
      where: typeof where === 'string' ? where : where(),
      expected: printed(expected).slice(from, from + QUOTE),
      found: found.slice(from, from + QUOTE),
    });
  }
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
