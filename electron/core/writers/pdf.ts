/**
 * Writes a laid-out report as PDF: PDF/A-2b, tagged, fonts embedded as subsets, text extractable as the data have it.
 * What stands where is the layout's decision alone. The same layout and fonts give the same bytes.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { finished, pipeline } from 'node:stream/promises';
import type { LayoutCell, LayoutPage, ReportLayout } from '#shared/report/layout.ts';
import { translator } from '#shared/i18n/index.ts';
import { printableText } from '#shared/report/text.ts';
import type { FontChain, FontRole } from '../paper/fonts.ts';
import { baseline, CELL_SIDE } from '../paper/geometry.ts';
import { lineWidth } from '../paper/line-breaking.ts';
import { openPdf, type PdfDocument } from './pdfkit-internals.ts';
import { ObjectPacker } from './pdf-objects.ts';
import { tableRules } from './pdf-rules.ts';
import { type StructureElement, StructureTree } from './pdf-structure.ts';
import { PdfText } from './pdf-text.ts';
import { escapeMetadata } from './pdf-metadata.ts';

export interface PdfOptions {
  onProgress?: (page: number, pages: number) => void;
  signal?: AbortSignal;
}

/** Pages between two looks at the signal. */
const CHUNK = 20;
/** A line is spread to the column's edge if less than this is missing, in em. */
const JUSTIFY = 1.5;

/** Writes into a stream and ends it. Throws the signal's reason when cancelled; the stream is then destroyed. */
export async function writePdf(
  layout: ReportLayout,
  fonts: FontChain,
  sink: NodeJS.WritableStream,
  options: PdfOptions = {},
): Promise<void> {
  options.signal?.throwIfAborted();
  const document = await openDocument(layout);
  const outcome = pipeline(document, sink).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    await new ReportPdf(document, layout, fonts).draw(options);
  } catch (error) {
    document.destroy(error instanceof Error ? error : new Error(String(error)));
    await outcome;
    throw error;
  }
  const failure = await outcome;
  if (failure) throw failure.error;
}

/** The file's bytes, for preview and printing. */
export async function pdfBytes(layout: ReportLayout, fonts: FontChain, options: PdfOptions = {}): Promise<Buffer> {
  options.signal?.throwIfAborted();
  const document = await openDocument(layout);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = finished(document);
  await new ReportPdf(document, layout, fonts).draw(options);
  await ended;
  return Buffer.concat(chunks);
}

async function openDocument(layout: ReportLayout): Promise<PdfDocument> {
  const { report } = layout;
  const { author, subject, keywords, createdAt } = report.metadata;
  const document = await openPdf({
    autoFirstPage: false,
    // The empty name keeps pdfkit from adding Helvetica, which PDF/A would want embedded.
    font: '',
    size: [layout.pageWidth, layout.pageHeight],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    displayTitle: true,
    lang: report.locale,
    info: {
      ...present({
        Title: report.title,
        Author: author,
        Subject: subject,
        Keywords: [...keywords, ...(report.exampleLabel ? [report.exampleLabel] : [])].join(', '),
      }),
      Creator: translator(report.locale)('report.creator'),
      CreationDate: new Date(createdAt),
    },
  });
  escapeMetadata(document);
  return document;
}

/** Properties without those that are empty: PDF/A wants the same ones here and in the XMP packet, which leaves them out. */
function present(properties: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const text = printableText(value).replaceAll('\n', ' ');
      return text === '' ? [] : [[key, text]];
    }),
  );
}

class ReportPdf {
  readonly #document: PdfDocument;
  readonly #layout: ReportLayout;
  readonly #fonts: FontChain;
  readonly #text: PdfText;
  /** Cells of the row that is being printed in parts, by column. */
  #partCells = new Map<number, StructureElement>();
  #partRow: StructureElement | null = null;

  constructor(document: PdfDocument, layout: ReportLayout, fonts: FontChain) {
    this.#document = document;
    this.#layout = layout;
    this.#fonts = fonts;
    this.#text = new PdfText(document, fonts);
  }

  async draw({ onProgress, signal }: PdfOptions): Promise<void> {
    const { pages } = this.#layout;
    const packer = new ObjectPacker(this.#document);
    const tree = new StructureTree(this.#document, packer);
    const { root } = tree;
    let table: { element: StructureElement; body: StructureElement } | null = null;
    for (const page of pages) {
      this.#document.addPage();
      tree.startPage();
      const content: string[] = [];
      const rules = tableRules(page);
      if (rules !== '') content.push(artifact('Layout', rules));
      this.#heading(page, root, content);
      if (page.header.length > 0) {
        if (table)
          content.push(artifact('Pagination', page.header.map((cell) => this.#cell('label', cell)).join('\n')));
        else {
          const element = root.add('Table');
          this.#tableHead(page, element, content);
          table = { element, body: element.add('TBody') };
        }
        this.#rows(page, table.body, content);
      }
      for (const note of page.notes) this.#paragraph('P', 'body', [note], root, content);
      this.#foot(page, content);
      this.#document.addContent(content.join('\n'));
      onProgress?.(page.number, pages.length);
      if (page.number % CHUNK === 0) {
        await nextTurn();
        signal?.throwIfAborted();
        // The stream has failed; its error is reported by the caller.
        if (this.#document.destroyed) return;
      }
    }
    this.#endParts();
    table?.body.end();
    table?.element.end();
    tree.end();
    packer.flush();
    this.#document.end();
  }

  #heading(page: LayoutPage, root: StructureElement, content: string[]): void {
    if (page.annexLabel) this.#paragraph('P', 'label', [page.annexLabel], root, content);
    if (page.titleLines.length > 0) this.#paragraph('H1', 'title', page.titleLines, root, content);
  }

  #paragraph(
    type: 'P' | 'H1',
    role: FontRole,
    lines: readonly { text: string; x: number; y: number; fontSize: number }[],
    parent: StructureElement,
    content: string[],
  ): void {
    const element = parent.add(type);
    content.push(element.mark(type, lines.map((line) => this.#text.show(role, line.text, line)).join(' ')));
    element.end();
  }

  #tableHead(page: LayoutPage, table: StructureElement, content: string[]): void {
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

  #rows(page: LayoutPage, body: StructureElement, content: string[]): void {
    for (const row of page.rows) {
      if (row.part === 0) {
        this.#endParts();
        this.#partRow = body.add('TR');
        for (const cell of row.cells) {
          const element = this.#partRow.add('TD');
          element.rowSpan = cell.rowSpan;
          content.push(element.mark('TD', this.#cell('body', cell)));
          this.#partCells.set(cell.column, element);
        }
        continue;
      }
      for (const cell of row.cells) {
        const element = this.#partCells.get(cell.column);
        // A repeated group label is the reader's help on paper; in the structure its cell reaches down to here.
        if (element && cell.continued) element.rowSpan += cell.rowSpan - 1;
        if (cell.continued || !element) content.push(artifact('Pagination', this.#cell('body', cell)));
        else if (cell.lines.length > 0) content.push(element.mark('TD', this.#cell('body', cell)));
      }
    }
  }

  #endParts(): void {
    for (const cell of this.#partCells.values()) cell.end();
    this.#partCells.clear();
    this.#partRow?.end();
    this.#partRow = null;
  }

  #foot(page: LayoutPage, content: string[]): void {
    const { pageNumber, exampleLabel } = page;
    content.push(artifact('Pagination', this.#text.show('number', pageNumber.text, pageNumber)));
    if (exampleLabel) content.push(artifact('Pagination', this.#text.show('body', exampleLabel.text, exampleLabel)));
  }

  /** The lines of a cell, centred in its height. */
  #cell(role: FontRole, cell: LayoutCell): string {
    const { fontSize, lineHeight } = this.#layout;
    const top = cell.y + (cell.height - cell.lines.length * lineHeight) / 2;
    const room = cell.width - 2 * CELL_SIDE;
    const shown = cell.lines.map((line, index) => {
      const width = lineWidth(line, (codePoint) => this.#fonts.width(role, codePoint)) * fontSize;
      const slack = room - width;
      const indent = cell.align === 'center' ? slack / 2 : cell.align === 'right' ? slack : 0;
      const goesOn = cell.align === 'left' && index < cell.lines.length - 1 && !line.endsWith('\n');
      const spacing = goesOn && slack > 0 && slack < JUSTIFY * fontSize ? slack / spreadGaps(line) : 0;
      const y = baseline(top + index * lineHeight, lineHeight, fontSize);
      return this.#text.show(role, line, { x: cell.x + CELL_SIDE + indent, y, fontSize, spacing });
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

function artifact(type: 'Layout' | 'Pagination', content: string): string {
  return `/Artifact <</Type /${type}>> BDC ${content} EMC`;
}
