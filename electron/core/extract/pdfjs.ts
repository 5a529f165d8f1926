/**
 * pdf.js without a page to draw on: opens PDF bytes to ask for pages, text and facts. Loaded only by the thread that reads
 * foreign files, and only when a PDF comes.
 *
 * Nothing is evaluated, fetched or drawn: the worker's code runs in this thread, character maps come from the package, and
 * WebAssembly is not used.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '#shared/errors.ts';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

const MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');

/** Character maps for CJK fonts that are not embedded. Their names come from the file, so only the last part is used. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`${kind} is not needed for text`);
    return new Uint8Array(await readFile(join(MAPS, basename(filename))));
  }
}

let loaded: Promise<PdfJs> | null = null;

async function load(): Promise<PdfJs> {
  // pdf.js finds the worker's code where this import leaves it, and then starts no worker of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return await quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
}

/** While it is loaded, pdf.js looks for a library to draw with and complains on the console where there is none. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const warn = Object.getOwnPropertyDescriptor(globalThis.console, 'warn');
  Object.defineProperty(globalThis.console, 'warn', { ...warn, value: () => undefined });
  try {
    return await work();
  } finally {
    if (warn) Object.defineProperty(globalThis.console, 'warn', warn);
  }
}

export interface OpenPdf {
  document: PDFDocumentProxy;
  close: () => Promise<void>;
}

/** Throws format/password for a PDF that opens only with one, format/damaged for what pdf.js cannot open. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  loaded ??= load();
  const { getDocument, VerbosityLevel } = await loaded;
  const task = getDocument({
    // pdf.js takes the buffer over, and wants no Buffer.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: 'cmaps/',
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    throw new AppError(isProtected ? 'format/password' : 'format/damaged', {}, { cause: error });
  }
}
