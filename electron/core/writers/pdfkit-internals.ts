/**
 * The parts of pdfkit that a table drawn glyph by glyph needs and its published types leave out: the embedded font's
 * subset, page resources, object references, the parent tree. pdfkit is pinned to an exact version; `openPdf` checks at
 * run time that these parts are there, and the comparison after writing catches what they would get wrong.
 */
import type { Readable } from 'node:stream';

/** An object of the file under construction. */
export interface PdfReference {
  id: number;
  data: Record<string, unknown>;
  /** Writes the object; with content it is a stream. */
  end(content?: Uint8Array): void;
  toString(): string;
}

/** fontkit's font; handed back to pdfkit so that a font is parsed once a process. */
interface FontkitFont {
  layout: unknown;
}

export interface EmbeddedFont {
  id: string;
  font: FontkitFont;
  subset: { glyphs: number[]; includeGlyph(glyph: number): number };
  /** Advance widths by code, thousandths of an em. */
  widths: number[];
  /** Code points by code, for text extraction. */
  unicode: number[][];
  ref(): PdfReference;
}

export interface PdfDocument extends Readable {
  page: {
    dictionary: PdfReference;
    fonts: Record<string, PdfReference>;
  };
  info: Record<string, unknown>;
  _font: EmbeddedFont;
  _root: PdfReference;
  _info: PdfReference;
  _id: Uint8Array;
  /** Offsets of the objects in the file, by number from 1; null = not written yet. */
  _offsets: (number | null)[];
  /** Bytes written so far. */
  _offset: number;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  _addInfo(): void;
  font(source: string | FontkitFont, postscriptName?: string): PdfDocument;
  addPage(): PdfDocument;
  addContent(content: string): PdfDocument;
  ref(data: Record<string, unknown>): PdfReference;
  getStructTreeRoot(): PdfReference;
  end(): void;
}

const METHODS = ['font', 'addPage', 'addContent', 'ref', 'getStructTreeRoot', 'end', '_addInfo', '_write', '_finalize'];

function isPdfDocument(value: unknown): value is PdfDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    METHODS.every((name) => typeof Reflect.get(value, name) === 'function') &&
    typeof Reflect.get(value, 'info') === 'object' &&
    typeof Reflect.get(value, '_root') === 'object' &&
    Array.isArray(Reflect.get(value, '_offsets')) &&
    typeof Reflect.get(value, '_offset') === 'number' &&
    Reflect.get(value, '_id') instanceof Uint8Array
  );
}

/** A new document; pdfkit is loaded when the first one is opened. */
export async function openPdf(options: Record<string, unknown>): Promise<PdfDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const document: unknown = Reflect.construct(PDFDocument, [options]);
  if (!isPdfDocument(document)) throw new TypeError('this version of pdfkit has other parts than expected');
  return document;
}

/** The font that the document draws with now. */
export function currentFont(document: PdfDocument): EmbeddedFont {
  const font = document._font;
  const complete =
    typeof font.subset?.includeGlyph === 'function' && Array.isArray(font.widths) && Array.isArray(font.unicode);
  if (!complete) throw new TypeError('this version of pdfkit has other fonts than expected');
  return font;
}
