/**
 * The one way from a report to a file or to the screen: lay out, check that every character can be drawn, write, read
 * back and compare, and only then put the file in place.
 *
 * Invariant: a file under the asked name was read back and says exactly what the report says; whatever goes wrong,
 * what stood there before still stands there.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import type { Progress } from '#shared/procedure.ts';
import type { ReportLayout } from '#shared/report/layout.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { writeThroughSink } from '../files/file-sink.ts';
import { type FontChain, type FontScheme, fontChain } from '../paper/fonts.ts';
import { layoutReport } from '../paper/layout.ts';

interface PaperRequest {
  report: ReportDocument;
  /** Folder of the shipped fonts. */
  fontsFolder: string;
  fontScheme: FontScheme;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ExportRequest extends PaperRequest {
  format: 'xlsx' | 'pdf';
  file: string;
  /** Write although no font at hand has some characters; the answer lists them. */
  allowMissingGlyphs?: boolean;
}

/** What was written. */
export interface WrittenFile {
  file: string;
  bytes: number;
  sha256: string;
  pages: number;
  /** Rows of a table, pages of a form as the builder made them. */
  rows: number;
  /** Characters that no font at hand can draw, with their rows or pages from 1. */
  missingGlyphs: ReportLayout['missingGlyphs'];
}

/** Characters named in the error for missing glyphs; more are counted. */
const NAMED_CHARACTERS = 20;
const NAMED_ROWS = 5;

/** One format: how it is written into a path and how it is held against the report. */
interface PaperFile {
  pages: number;
  write(path: string): Promise<void>;
  verify(bytes: Buffer): Promise<void>;
}

/**
 * Writes the report as Excel or PDF.
 *
 * @throws AppError `export/wrong_extension`, `export/text_does_not_fit`, `export/missing_glyphs` before anything is written; `file/…` for what the
 *   disk refuses; `export/differs`, `export/unreadable` where the file does not say what the report says;
 *   `program/cancelled`.
 */
export async function exportReport(request: ExportRequest): Promise<WrittenFile> {
  const file = resolve(request.file);
  if (extname(file).toLowerCase() !== `.${request.format}`) {
    throw new AppError('export/wrong_extension', { file: basename(file), format: request.format });
  }
  try {
    const { layout, fonts } = layOut(request);
    if (!request.allowMissingGlyphs) refuseMissingGlyphs(layout);
    const paper = await (request.format === 'xlsx' ? excelFile : pdfFile)(layout, fonts, request);
    let bytes = Buffer.alloc(0);
    await writeAtomically(
      file,
      (path) => paper.write(path),
      async (path) => {
        request.onProgress?.({ stage: 'verify', done: 0, total: 1 });
        bytes = await readFile(path);
        await paper.verify(bytes);
        request.onProgress?.({ stage: 'verify', done: 1, total: 1 });
      },
      { signal: request.signal },
    );
    return {
      file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: paper.pages,
      rows: request.report.kind === 'table' ? request.report.rows.length : request.report.pages.length,
      missingGlyphs: layout.missingGlyphs,
    };
  } catch (error) {
    throw cancelledOr(error, request.signal);
  }
}

/** The PDF's bytes, the same that an export writes. Characters without a glyph are listed, not refused. */
export async function previewPdf(
  request: PaperRequest,
): Promise<{ bytes: Uint8Array; pages: number; missingGlyphs: WrittenFile['missingGlyphs'] }> {
  try {
    const { layout, fonts } = layOut(request);
    const { pdfBytes } = await import('../writers/pdf.ts');
    const bytes = await pdfBytes(layout, fonts, pdfOptions(request));
    return { bytes, pages: layout.pages.length, missingGlyphs: layout.missingGlyphs };
  } catch (error) {
    throw cancelledOr(error, request.signal);
  }
}

function layOut(request: PaperRequest): { layout: ReportLayout; fonts: FontChain } {
  request.signal?.throwIfAborted();
  request.onProgress?.({ stage: 'layout', done: 0, total: 1 });
  const fonts = fontChain({ scheme: request.fontScheme, folder: request.fontsFolder });
  const layout = layoutReport(request.report, fonts);
  request.onProgress?.({ stage: 'layout', done: 1, total: 1 });
  return { layout, fonts };
}

function refuseMissingGlyphs({ missingGlyphs, report }: ReportLayout): void {
  if (missingGlyphs.length === 0) return;
  const t = translator(report.locale);
  const named = missingGlyphs.slice(0, NAMED_CHARACTERS).map(({ character, rows }) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const places = rows.slice(0, NAMED_ROWS).join(', ') + (rows.length > NAMED_ROWS ? ' …' : '');
    return places === ''
      ? t('report.missingGlyph', { character, code })
      : t(report.kind === 'table' ? 'report.missingGlyphInRows' : 'report.missingGlyphOnPages', {
          character,
          code,
          rows: places,
        });
  });
  const characters = named.join(t('paper.unitSeparator')) + (missingGlyphs.length > NAMED_CHARACTERS ? ' …' : '');
  throw new AppError('export/missing_glyphs', { characters, count: missingGlyphs.length });
}

/** Both writers are loaded when first needed: together they take longer than the whole first export. */
async function excelFile(layout: ReportLayout, _fonts: FontChain, request: ExportRequest): Promise<PaperFile> {
  const [{ planSheet }, { writeXlsx }, { compareXlsx }] = await Promise.all([
    import('../writers/xlsx-plan.ts'),
    import('../writers/xlsx.ts'),
    import('../writers/xlsx-readback.ts'),
  ]);
  const continued = continuedIn(layout.report);
  const plan = planSheet(layout, continued);
  const { fontScheme, onProgress, signal } = request;
  return {
    pages: plan.pages,
    write: (path) =>
      writeThroughSink(path, (sink) => writeXlsx(layout.report, plan, sink, { fontScheme, onProgress, signal })),
    verify: (bytes) => compareXlsx(bytes, plan, layout.report, continued),
  };
}

async function pdfFile(layout: ReportLayout, fonts: FontChain, request: ExportRequest): Promise<PaperFile> {
  const [{ writePdf }, { comparePdf }] = await Promise.all([
    import('../writers/pdf.ts'),
    import('../writers/pdf-readback.ts'),
  ]);
  return {
    pages: layout.pages.length,
    write: (path) => writeThroughSink(path, (sink) => writePdf(layout, fonts, sink, pdfOptions(request))),
    verify: (bytes) =>
      comparePdf(bytes, layout.report, layout.pages.length, request.signal ? { signal: request.signal } : {}),
  };
}

function pdfOptions({ onProgress, signal }: PaperRequest): {
  onProgress?: (page: number, pages: number) => void;
  signal?: AbortSignal;
} {
  return {
    ...(onProgress ? { onProgress: (done: number, total: number) => onProgress({ stage: 'write', done, total }) } : {}),
    ...(signal ? { signal } : {}),
  };
}

function continuedIn(report: ReportDocument): (text: string) => string {
  const t = translator(report.locale);
  return (text) => t('report.continued', { text });
}

/** A cancelled writer fails in its own way; what the person asked for is what is reported. */
function cancelledOr(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? new AppError('program/cancelled', {}, { cause: error }) : error;
}
