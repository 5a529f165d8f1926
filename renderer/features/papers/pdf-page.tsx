/** One page of an open PDF on the screen, for the print preview and for the files of documents. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../app/i18n.tsx';

/** CSS pixels of one PDF point at 100 %. */
export const PIXELS_PER_POINT = 96 / 72;

/** One page; drawn when it comes near the view, so that long papers open at once. */
export function PdfPage({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
  const { t } = useT();
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 595.28, height: 841.89 });
  const [near, setNear] = useState(false);

  useEffect(() => {
    if (!holder.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '600px 0px',
    });
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let task: { cancel: () => void } | null = null;
    let gone = false;
    void pdf.getPage(number).then(async (page) => {
      const target = canvas.current;
      if (gone || !target) return;
      const plain = page.getViewport({ scale: 1 });
      setSize({ width: plain.width, height: plain.height });
      const viewport = page.getViewport({ scale: zoom * PIXELS_PER_POINT * window.devicePixelRatio });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: target, viewport });
      task = drawing;
      // A drawing that a newer one replaces ends with an error of its own; nothing is lost.
      await drawing.promise.catch(() => undefined);
    });
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [near, number, pdf, zoom]);

  return (
    <div
      ref={holder}
      className="pdf-page"
      style={{ width: size.width * PIXELS_PER_POINT * zoom, height: size.height * PIXELS_PER_POINT * zoom }}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('schedule.preview.page', { page: number, pages: pdf.numPages })}
        hidden={!near}
      />
    </div>
  );
}
