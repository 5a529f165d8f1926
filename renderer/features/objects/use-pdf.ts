/** An open PDF for as long as it is shown. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { AppError } from '#shared/errors.ts';
import { openPdf } from '../papers/pdf-pages.ts';

/** Errors: format/password where it opens only with one, else format/damaged. */
export function pdfError(error: unknown): AppError {
  const isProtected = error instanceof Error && error.name === 'PasswordException';
  return new AppError(isProtected ? 'format/password' : 'format/damaged', {}, { cause: error });
}

export function usePdf(bytes: Uint8Array): { pdf: PDFDocumentProxy | null; error: AppError | null } {
  const [shown, setShown] = useState<{ pdf: PDFDocumentProxy | null; error: AppError | null }>({
    pdf: null,
    error: null,
  });
  useEffect(() => {
    const opened = openPdf(bytes);
    let gone = false;
    opened.document.then(
      (pdf) => {
        if (!gone) setShown({ pdf, error: null });
      },
      (error: unknown) => {
        if (!gone) setShown({ pdf: null, error: pdfError(error) });
      },
    );
    return () => {
      gone = true;
      setShown({ pdf: null, error: null });
      opened.close();
    };
  }, [bytes]);
  return shown;
}
