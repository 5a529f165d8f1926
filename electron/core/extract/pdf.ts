/**
 * The text and the facts of a PDF. Invariant: pages are read one after the other, so that a bound cuts between pages and
 * everything before it is whole.
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '#shared/errors.ts';
import type { ExtractedText } from '#shared/features/objects.ts';
import type { TextLimits } from './limits.ts';
import { openPdf } from './pdfjs.ts';

type Page = ExtractedText['pages'][number];

/** The page's lines as the file orders them; pieces of one line are joined as they stand. */
async function pageText(page: PDFPageProxy, limit: number): Promise<{ text: string; cut: boolean }> {
  const reader = page.streamTextContent().getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // Read to the end even so: pdf.js cannot close a file with a page half read, nor stand that its reader goes away.
    if (text.length > limit) continue;
    for (const item of value.items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  const cut = text.length > limit;
  return { text: (cut ? text.slice(0, limit).toWellFormed() : text).trim(), cut };
}

/**
 * Text of each page, up to the bounds. A page that is damaged has no text, and the others stay readable.
 * Throws format/password, format/damaged, program/cancelled.
 */
export async function pdfText(
  bytes: Uint8Array,
  limits: TextLimits,
  signal: AbortSignal,
): Promise<{ pages: Page[]; truncated: boolean }> {
  const until = performance.now() + limits.milliseconds;
  const { document, close } = await openPdf(bytes);
  const pages: Page[] = [];
  let left = limits.characters;
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      if (signal.aborted) throw new AppError('program/cancelled');
      if (number > limits.pages || left <= 0 || performance.now() > until) return { pages, truncated: true };
      const page = await document.getPage(number).catch(() => null);
      const { text, cut } = page ? await pageText(page, left) : { text: '', cut: false };
      page?.cleanup();
      pages.push({ page: number, text });
      left -= text.length;
      if (cut) return { pages, truncated: true };
    }
    return { pages, truncated: false };
  } finally {
    await close();
  }
}

export interface PdfFacts {
  pages: number;
  /** Has an /Encrypt entry, even where it opens without a password. */
  encrypted: boolean;
  /** Part and level of PDF/A that its metadata claim (ISO 19005), e.g. `1B`; null = none. */
  pdfa: string | null;
}

function pdfaOf(xmp: string): string | null {
  const value = (name: string): string | undefined =>
    new RegExp(`pdfaid:${name}\\s*(?:=\\s*["']|>)\\s*([0-9A-Za-z]{1,4})\\s*(?:["']|<)`, 'u').exec(xmp)?.[1];
  const part = value('part');
  return part === undefined ? null : `${part}${(value('conformance') ?? '').toUpperCase()}`;
}

/** Throws format/password, format/damaged. */
export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const { document, close } = await openPdf(bytes);
  try {
    const { info, metadata } = await document.getMetadata();
    const filter: unknown = 'EncryptFilterName' in info ? info.EncryptFilterName : null;
    const xmp: unknown = metadata?.getRaw();
    return {
      pages: document.numPages,
      encrypted: typeof filter === 'string',
      pdfa: typeof xmp === 'string' ? pdfaOf(xmp) : null,
    };
  } finally {
    await close();
  }
}
