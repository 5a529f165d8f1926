/**
 * The logical structure of a PDF (ISO 32000-1, 14.7): which marked content is the title, a heading or a cell, in reading
 * order. Elements are packed as soon as they are complete, so that a long table is not held twice.
 */
import { type ObjectPacker, PackedReference } from './pdf-objects.ts';
import type { PdfDocument, PdfReference } from './pdfkit-internals.ts';

export type StructureType = 'Document' | 'H1' | 'P' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD';

export class StructureTree {
  readonly #document: PdfDocument;
  readonly packer: ObjectPacker;
  /** Elements that the marked content of each page belongs to, by page and number. */
  readonly #parents: PackedReference[][] = [];
  /** The Document element. */
  readonly root: StructureElement;

  constructor(document: PdfDocument, packer: ObjectPacker) {
    this.#document = document;
    this.packer = packer;
    const { data } = document.getStructTreeRoot();
    this.root = new StructureElement(this, String(document.getStructTreeRoot()), 'Document', '');
    data['K'] = [this.root.reference];
  }

  /** Begins the marked content of the page that was just added. */
  startPage(): void {
    this.#document.page.dictionary.data['StructParents'] = this.#parents.length;
    this.#parents.push([]);
  }

  get page(): PdfReference {
    return this.#document.page.dictionary;
  }

  /** A number for content on the current page. */
  number(element: PackedReference): number {
    const parents = this.#parents.at(-1);
    if (!parents) throw new Error('no page');
    return parents.push(element) - 1;
  }

  /** Ends the tree; call before the document ends. */
  end(): void {
    this.root.end();
    const lists = this.#parents.map((parents) => {
      const list = this.packer.reserve();
      this.packer.put(list, `[${parents.join(' ')}]`);
      return list;
    });
    const tree = this.packer.reserve();
    this.packer.put(tree, `<</Nums[${lists.map((list, key) => `${key} ${String(list)}`).join(' ')}]>>`);
    const { data } = this.#document.getStructTreeRoot();
    data['ParentTree'] = tree;
    data['ParentTreeNextKey'] = lists.length;
  }
}

export class StructureElement {
  readonly reference: PackedReference;
  readonly #tree: StructureTree;
  readonly #head: string;
  readonly #attributes: string;
  /** Rows that a cell covers. */
  rowSpan = 1;
  #page: PdfReference | null = null;
  readonly #kids: string[] = [];

  /** `attributes` = entries of the table attribute dictionary, e.g. `/Scope/Column`. */
  constructor(tree: StructureTree, parent: string, type: StructureType, attributes: string) {
    this.#tree = tree;
    this.reference = tree.packer.reserve();
    this.#head = `<</S/${type}/P ${parent}`;
    this.#attributes = attributes;
  }

  /** A child element. */
  add(type: StructureType, attributes = ''): StructureElement {
    const child = new StructureElement(this.#tree, String(this.reference), type, attributes);
    this.#kids.push(String(child.reference));
    return child;
  }

  /** Content on the current page that belongs to this element. */
  mark(type: StructureType, content: string): string {
    const { page } = this.#tree;
    const number = this.#tree.number(this.reference);
    this.#page ??= page;
    this.#kids.push(page === this.#page ? String(number) : `<</Type/MCR/Pg ${String(page)}/MCID ${number}>>`);
    return `/${type} <</MCID ${number}>> BDC ${content} EMC`;
  }

  /** Packs the element; nothing can be added afterwards. */
  end(): void {
    const page = this.#page ? `/Pg ${String(this.#page)}` : '';
    const attributes = this.rowSpan > 1 ? `${this.#attributes}/RowSpan ${this.rowSpan}` : this.#attributes;
    const table = attributes === '' ? '' : `/A<</O/Table${attributes}>>`;
    const kids = this.#kids.length === 1 ? ` ${this.#kids[0]}` : `[${this.#kids.join(' ')}]`;
    this.#tree.packer.put(this.reference, `${this.#head}${table}${page}/K${kids}>>`);
  }
}

/** Content outside the structure: rules, repeated headings, page numbers. */
export function artifact(type: 'Layout' | 'Pagination', content: string): string {
  return `/Artifact <</Type /${type}>> BDC ${content} EMC`;
}
