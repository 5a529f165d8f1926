/** pdf.js for the preview: the worker comes from the bundle, nothing is evaluated, nothing is fetched from elsewhere. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens PDF bytes. Our papers embed every font, so no character maps or standard fonts are needed. */
export function openPdf(bytes: Uint8Array): { document: Promise<PDFDocumentProxy>; close: () => void } {
  // pdf.js takes the buffer over; printing needs the bytes once more.
  const task = getDocument({ data: bytes.slice(), useWasm: false });
  return { document: task.promise, close: () => void task.destroy() };
}
