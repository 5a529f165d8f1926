/** pdf.js declares no types for the worker's code; only its being loaded matters here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
