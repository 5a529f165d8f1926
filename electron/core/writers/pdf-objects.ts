import type { PdfDocument } from './pdfkit-internals.ts';
export function packObjects(_document: PdfDocument): void {}
