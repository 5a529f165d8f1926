/**
 * Draws the pages of a form. Each text is an element of the structure, in the builder's order; a text that goes on on
 * further pages is one element there too.
 */
import type { FormLayout, PlacedBox } from '#shared/report/layout.ts';
import { boxRules } from './pdf-rules.ts';
import { artifact, type StructureElement } from './pdf-structure.ts';
import { type PdfText, RED } from './pdf-text.ts';

export class FormPainter {
  readonly #layout: FormLayout;
  readonly #text: PdfText;
  readonly #root: StructureElement;
  /** Elements of the form page that is being drawn, by the index of their box. */
  readonly #open = new Map<number, StructureElement>();

  constructor(layout: FormLayout, text: PdfText, root: StructureElement) {
    this.#layout = layout;
    this.#text = text;
    this.#root = root;
  }

  page(index: number): string[] {
    const page = this.#layout.pages[index];
    const content: string[] = [];
    if (!page) return content;
    if (page.part === 0) this.end();
    const rules = boxRules(page.boxes);
    if (rules !== '') content.push(artifact('Layout', rules));
    for (const placed of page.boxes) {
      if (placed.text === '') continue;
      const shown = this.#show(placed);
      content.push(placed.repeated ? artifact('Pagination', shown) : this.#mark(placed, shown));
    }
    return content;
  }

  end(): void {
    for (const element of this.#open.values()) element.end();
    this.#open.clear();
  }

  #mark({ box, index }: PlacedBox, shown: string): string {
    const type = box.font === 'title' ? 'H1' : 'P';
    let element = this.#open.get(index);
    if (!element) this.#open.set(index, (element = this.#root.add(type)));
    return element.mark(type, shown);
  }

  #show({ box, glyphs }: PlacedBox): string {
    const shown = glyphs.map((glyph) => this.#text.show(box.font, glyph.text, glyph)).join(' ');
    return box.ink === 'red' ? `q ${RED} rg ${shown} Q` : shown;
  }
}
