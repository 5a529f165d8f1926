/**
 * Writes a laid-out report as PDF: PDF/A-2b, tagged, fonts embedded as subsets, text extractable as the data have it.
 * What stands where is the layout's decision alone. The same layout and fonts give the same bytes.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { finished, pipeline } from 'node:stream/promises';
import { isTableLayout, type ReportLayout } from '#shared/report/layout.ts';
import { translator } from '#shared/i18n/index.ts';
import { printableText } from '#shared/report/text.ts';
import type { FontChain } from '../paper/fonts.ts';
import { openPdf, type PdfDocument } from './pdfkit-internals.ts';
import { FormPainter } from './pdf-form.ts';
import { escapeMetadata } from './pdf-metadata.ts';
import { ObjectPacker } from './pdf-objects.ts';
import { artifact, StructureTree } from './pdf-structure.ts';
import { TablePainter } from './pdf-table.ts';
import { PdfText } from './pdf-text.ts';

export interface PdfOptions {
  onProgress?: (page: number, pages: number) => void;
  signal?: AbortSignal;
}

/** Pages between two looks at the signal. */
const CHUNK = 20;

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
    await draw(document, layout, fonts, options);
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
  await draw(document, layout, fonts, options);
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

/** Draws the pages of one kind of report, one after the other. */
interface Painter {
  /** Content of the page, without what stands in its foot. */
  page(index: number): string[];
  /** Completes the structure. */
  end(): void;
}

async function draw(
  document: PdfDocument,
  layout: ReportLayout,
  fonts: FontChain,
  { onProgress, signal }: PdfOptions,
): Promise<void> {
  const packer = new ObjectPacker(document);
  const tree = new StructureTree(document, packer);
  const text = new PdfText(document, fonts);
  const painter: Painter = isTableLayout(layout)
    ? new TablePainter(layout, fonts, text, tree.root)
    : new FormPainter(layout, text, tree.root);
  for (const [index, { number, pageNumber, runningHead, exampleLabel }] of layout.pages.entries()) {
    document.addPage();
    tree.startPage();
    const content = painter.page(index);
    if (pageNumber) content.push(artifact('Pagination', text.show('number', pageNumber.text, pageNumber)));
    for (const line of runningHead) content.push(artifact('Pagination', text.show('body', line.text, line)));
    if (exampleLabel) content.push(artifact('Pagination', text.show('body', exampleLabel.text, exampleLabel)));
    document.addContent(content.join('\n'));
    onProgress?.(number, layout.pages.length);
    if (number % CHUNK === 0) {
      await nextTurn();
      signal?.throwIfAborted();
      // The stream has failed; its error is reported by the caller.
      if (document.destroyed) return;
    }
  }
  painter.end();
  tree.end();
  packer.flush();
  document.end();
}
