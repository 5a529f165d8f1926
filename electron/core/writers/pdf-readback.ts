/**
 * Reads a written PDF and compares it with the report, value by value: what a reader's program would extract from the
 * bytes must be what the archive holds. It knows the report and the file, not the layout that led from one to the other.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { compareDocument, type ReadCell, type ReadDocument, type ReadElement } from './pdf-compare.ts';
import { type PageText, PageTextReader } from './pdf-content.ts';
import { PdfFile } from './pdf-file.ts';
import { type PdfDictionary, PdfName, PdfReferenceTo, type PdfValue } from './pdf-lexer.ts';

/** Pages or rows between two turns of the event loop. */
const CHUNK = 200;

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
  let read: ReadDocument;
  try {
    read = await new StructureReader(new PdfFile(bytes)).read(options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new AppError('export/unreadable', { detail: error instanceof Error ? error.message : '' }, { cause: error });
  }
  compareDocument(read, report, pages);
}

class StructureReader {
  readonly #file: PdfFile;
  /** Index of a page by its object number. */
  readonly #pageOf = new Map<number, number>();
  #pages: PageText[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
  }

  async read({ signal }: ComparisonOptions): Promise<ReadDocument> {
    const catalogue = this.#file.dictionary(this.#file.trailer.get('Root'));
    const tree = this.#file.dictionary(catalogue.get('Pages'));
    const reader = new PageTextReader(this.#file);
    const sizes: ReadDocument['sizes'] = [];
    for (const [index, kid] of this.#file.array(tree.get('Kids')).entries()) {
      if (!(kid instanceof PdfReferenceTo)) throw new Error('page expected');
      this.#pageOf.set(kid.id, index);
      const page = this.#file.dictionary(kid);
      this.#pages.push(reader.read(page));
      sizes.push(this.#size(page));
      if (index % CHUNK === CHUNK - 1) {
        await nextTurn();
        signal?.throwIfAborted();
      }
    }
    const root = this.#file.dictionary(catalogue.get('StructTreeRoot'));
    const [body] = this.#file.array(root.get('K'));
    const elements: ReadElement[] = [];
    for (const kid of this.#kids(body)) {
      const type = this.#type(kid);
      if (type === 'H1' || type === 'P') elements.push({ type, text: this.#text(kid) });
      else if (type === 'Table') elements.push(await this.#table(kid, signal));
      else throw new Error(`unexpected element ${type}`);
    }
    return { pages: this.#pages, sizes, elements };
  }

  #size(page: PdfDictionary): { width: number; height: number } {
    const [left = 0, top = 0, right = 0, bottom = 0] = this.#file.array(page.get('MediaBox')).map(Number);
    return { width: right - left, height: bottom - top };
  }

  async #table(element: PdfDictionary, signal: AbortSignal | undefined): Promise<ReadElement> {
    const header: string[] = [];
    const rows: ReadCell[][] = [];
    for (const part of this.#kids(element)) {
      for (const [index, row] of this.#kids(part).entries()) {
        const cells = this.#kids(row);
        if (this.#type(part) === 'THead') header.push(...cells.map((cell) => this.#text(cell)));
        else rows.push(cells.map((cell) => ({ text: this.#text(cell), rowSpan: this.#rowSpan(cell) })));
        if (index % CHUNK === CHUNK - 1) {
          await nextTurn();
          signal?.throwIfAborted();
        }
      }
    }
    return { type: 'Table', header, rows };
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
