/** pdf.js for the preview: the worker comes from the bundle, nothing is evaluated, nothing is fetched from elsewhere. */
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Character maps, fonts and decoders that a PDF may ask for (electron.vite.config.ts puts them there). */
const resources = (folder: string): string => new URL(`pdfjs/${folder}`, document.baseURI).href;

/** Opens PDF bytes: our papers, which embed every font, and files of the archive, which may need all of the above. */
export function openPdf(bytes: Uint8Array): { document: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    // pdf.js takes the buffer over; printing needs the bytes once more.
    data: bytes.slice(),
    cMapUrl: resources('cmaps/'),
    standardFontDataUrl: resources('standard_fonts/'),
    wasmUrl: resources(''),
    useWasm: false,
    // A font that is not installed, a table that has to be rebuilt: the page shows all the same.
    verbosity: VerbosityLevel.ERRORS,
  });
  return { document: task.promise, close: () => void task.destroy() };
}
