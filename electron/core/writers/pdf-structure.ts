/**
 * The logical structure of a PDF (ISO 32000-1, 14.7): which marked content is the title, a heading or a cell, in reading
 * order. Elements are written as soon as they are complete, so that a long table is not held twice.
 */
import type { PdfDocument, PdfReference } from './pdfkit-internals.ts';

export class StructureElement {
  readonly reference: PdfReference;
  readonly #document: PdfDocument;
  readonly #kids: (PdfReference | { page: PdfReference; mark: number })[] = [];

  constructor(document: PdfDocument, parent: PdfReference, type: string, attributes?: Record<string, unknown>) {
    this.#document = document;
    this.reference = document.ref({ S: type, P: parent, ...(attributes ? { A: { O: 'Table', ...attributes } } : {}) });
  }

  /** A child element. */
  add(type: string, attributes?: Record<string, unknown>): StructureElement {
    const child = new StructureElement(this.#document, this.reference, type, attributes);
    this.#kids.push(child.reference);
    return child;
  }

  /** Content on the current page that belongs to this element. */
  mark(type: string, content: string): string {
    const { page } = this.#document;
    const parents = this.#document.getStructParentTree().get(page.structParentTreeKey);
    const mark = parents.push(this.reference) - 1;
    this.#kids.push({ page: page.dictionary, mark });
    return `/${type} <</MCID ${mark}>> BDC ${content} EMC`;
  }

  /** Writes the element; nothing can be added afterwards. */
  end(): void {
    const { data } = this.reference;
    const first = this.#kids.find((kid) => 'mark' in kid);
    if (first) data['Pg'] = first.page;
    data['K'] = this.#kids.map((kid) => {
      if (!('mark' in kid)) return kid;
      return kid.page === data['Pg'] ? kid.mark : { Type: 'MCR', Pg: kid.page, MCID: kid.mark };
    });
    this.reference.end();
  }
}

/** The Document element under the root. */
export function structureRoot(document: PdfDocument): StructureElement {
  const root = document.getStructTreeRoot();
  const element = new StructureElement(document, root, 'Document');
  root.data['K'] = [element.reference];
  return element;
}
