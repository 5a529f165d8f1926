/** Draws the pages of a table: head, rules, cells with their structure, notes and fields. */
import type { LayoutCell, LayoutField, TableLayout, TablePage } from '#shared/report/layout.ts';
import type { FontChain, FontRole } from '../paper/fonts.ts';
import { baseline } from '../paper/geometry.ts';
import { lineWidth } from '../paper/line-breaking.ts';
import { tableRules } from './pdf-rules.ts';
import { artifact, type StructureElement } from './pdf-structure.ts';
import type { PdfText } from './pdf-text.ts';

/** A line is spread to the column's edge if less than this is missing, in em. */
const JUSTIFY = 1.5;
/** … and no more than this goes between two characters: in a narrow column few characters would stand far apart. */
const WIDEST_GAP = 0.2;

export class TablePainter {
  readonly #layout: TableLayout;
  readonly #fonts: FontChain;
  readonly #text: PdfText;
  readonly #root: StructureElement;
  #table: { element: StructureElement; body: StructureElement } | null = null;
  /** The row that was begun last; more parts of it may follow. */
  #row: StructureElement | null = null;
  /** The cell that was begun last in each column: in the current row, or further up if it is merged. */
  readonly #cells = new Map<number, StructureElement>();

  constructor(layout: TableLayout, fonts: FontChain, text: PdfText, root: StructureElement) {
    this.#layout = layout;
    this.#fonts = fonts;
    this.#text = text;
    this.#root = root;
  }

  page(index: number): string[] {
    const page = this.#layout.pages[index];
    const content: string[] = [];
    if (!page) return content;
    const rules = tableRules(page);
    if (rules !== '') content.push(artifact('Layout', rules));
    if (page.annexLabel) this.#paragraph('P', 'label', [page.annexLabel], content);
    if (page.titleLines.length > 0) this.#paragraph('H1', 'title', page.titleLines, content);
    this.#fields(page.headFields, content);
    if (page.header.length > 0) {
      if (this.#table)
        content.push(artifact('Pagination', page.header.map((cell) => this.#cell('label', cell)).join('\n')));
      else {
        const element = this.#root.add('Table');
        this.#tableHead(page, element, content);
        this.#table = { element, body: element.add('TBody') };
      }
      this.#rows(page, this.#table.body, content);
    }
    for (const note of page.notes) this.#paragraph('P', 'body', [note], content);
    this.#fields(page.closingFields, content);
    return content;
  }

  end(): void {
    for (const cell of this.#cells.values()) cell.end();
    this.#row?.end();
    this.#table?.body.end();
    this.#table?.element.end();
  }

  /** A field without label and value has no place in the structure. */
  #fields(fields: readonly LayoutField[], content: string[]): void {
    for (const { text, lines } of fields) if (text !== '') this.#paragraph('P', 'body', lines, content);
  }

  #paragraph(
    type: 'P' | 'H1',
    role: FontRole,
    lines: readonly { text: string; x: number; y: number; fontSize: number }[],
    content: string[],
  ): void {
    const element = this.#root.add(type);
    content.push(element.mark(type, lines.map((line) => this.#text.show(role, line.text, line)).join(' ')));
    element.end();
  }

  #tableHead(page: TablePage, table: StructureElement, content: string[]): void {
    const head = table.add('THead');
    const row = head.add('TR');
    for (const cell of page.header) {
      const heading = row.add('TH', '/Scope/Column');
      content.push(heading.mark('TH', this.#cell('label', cell)));
      heading.end();
    }
    row.end();
    head.end();
  }

  #rows(page: TablePage, body: StructureElement, content: string[]): void {
    for (const row of page.rows) {
      if (row.part === 0) {
        this.#row?.end();
        this.#row = body.add('TR');
        for (const cell of row.cells) {
          this.#cells.get(cell.column)?.end();
          const element = this.#row.add('TD');
          element.rowSpan = cell.rowSpan;
          content.push(element.mark('TD', this.#cell('body', cell)));
          this.#cells.set(cell.column, element);
        }
        continue;
      }
      for (const cell of row.cells) {
        const element = this.#cells.get(cell.column);
        // A repeated group label is the reader's help on paper; in the structure its cell reaches down to here.
        if (element && cell.continued) element.rowSpan += cell.rowSpan - 1;
        if (cell.continued || !element) content.push(artifact('Pagination', this.#cell('body', cell)));
        else if (cell.lines.length > 0) content.push(element.mark('TD', this.#cell('body', cell)));
      }
    }
  }

  /** The lines of a cell, centred in its height. */
  #cell(role: FontRole, cell: LayoutCell): string {
    const { fontSize, lineHeight, cellSide } = this.#layout;
    const top = cell.y + (cell.height - cell.lines.length * lineHeight) / 2;
    const room = cell.width - 2 * cellSide;
    const shown = cell.lines.map((line, index) => {
      const width = lineWidth(line, (codePoint) => this.#fonts.width(role, codePoint)) * fontSize;
      const slack = room - width;
      const indent = cell.align === 'center' ? slack / 2 : cell.align === 'right' ? slack : 0;
      const goesOn = cell.align === 'left' && index < cell.lines.length - 1 && !line.endsWith('\n');
      const share = goesOn && slack > 0 && slack < JUSTIFY * fontSize ? slack / spreadGaps(line) : 0;
      const spacing = share <= WIDEST_GAP * fontSize ? share : 0;
      const y = baseline(top + index * lineHeight, lineHeight, fontSize);
      return this.#text.show(role, line, { x: cell.x + cellSide + indent, y, fontSize, spacing });
    });
    return shown.join(' ');
  }
}

/**
 * Places among which a line's missing width is shared: between all characters, hanging spaces aside. A line that is
 * Latin for the most part is not spread (no share is left of an endless number), for spaced letters look broken.
 */
function spreadGaps(line: string): number {
  const characters = Array.from(line.trimEnd());
  const wide = characters.filter((character) => character >= '\u2e80').length;
  return wide * 2 < characters.length || characters.length < 2 ? Number.POSITIVE_INFINITY : characters.length - 1;
}
