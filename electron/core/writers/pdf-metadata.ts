/**
 * pdfkit puts the document's properties into its XMP packet as they are; a title with & or < would make the packet
 * invalid XML and the file no PDF/A. The packet gets them escaped, the information dictionary as they are.
 */
import type { PdfDocument } from './pdfkit-internals.ts';
import { xmlEscaped } from './xml-text.ts';

export function escapeMetadata(document: PdfDocument): void {
  const addInfo = document._addInfo.bind(document);
  document._addInfo = () => {
    const { info } = document;
    document.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? xmlEscaped(value) : value]),
    );
    addInfo();
    document.info = info;
  };
}
