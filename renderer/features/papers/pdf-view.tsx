/** A paper on the screen: the very bytes that are printed, page by page, with zoom and the way to the printer. */
import { MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { call } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { openPdf } from './pdf-pages.ts';

/** CSS pixels of one PDF point at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

interface PdfViewProps {
  /** undefined = still being made. */
  paper: Output<'papers.preview'> | undefined;
  error: unknown;
  onRetry: () => void;
  /** Name of the file that the printer's program gets. */
  fileName: string;
  /** What stands at the left of the bar. */
  children?: ReactNode;
}

export function PdfView({ paper, error, onRetry, fileName, children }: PdfViewProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const [zoom, setZoom] = useState(1);
  const bytes = paper?.bytes;
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);

  useEffect(() => {
    if (!bytes) return;
    const opened = openPdf(bytes);
    let gone = false;
    opened.document.then(
      (document) => {
        if (!gone) setPdf(document);
      },
      (failure: unknown) => {
        if (!gone) showError(failure);
      },
    );
    return () => {
      gone = true;
      setPdf(null);
      opened.close();
    };
  }, [bytes, showError]);

  const step = (by: number): void => {
    const index = ZOOMS.findIndex((value) => value >= zoom);
    setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, index + by))] ?? 1);
  };
  const print = async (): Promise<void> => {
    if (!bytes) return;
    try {
      await call('window.print', { name: fileName, bytes });
      message.info(t('schedule.preview.printed'));
    } catch (failure) {
      showError(failure);
    }
  };
  const missing = paper?.missingGlyphs ?? [];

  return (
    <div className="preview">
      <div className="preview-bar">
        {children}
        <span className="spring" />
        <Button icon={<MinusOutlined />} aria-label={t('schedule.preview.smaller')} onClick={() => step(-1)} />
        <span className="zoom">{`${Math.round(zoom * 100)}%`}</span>
        <Button icon={<PlusOutlined />} aria-label={t('schedule.preview.larger')} onClick={() => step(1)} />
        <Button type="primary" icon={<PrinterOutlined />} disabled={!bytes} onClick={() => void print()}>
          {t('schedule.preview.print')}
        </Button>
      </div>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('schedule.export.missing', { characters: missing.map(({ character }) => character).join(' ') })}
        />
      )}
      {error !== null && <ErrorView error={error} onRetry={onRetry} />}
      <div className="preview-pages" tabIndex={0} role="region" aria-label={t('schedule.view.preview')}>
        {pdf === null && error === null && <Spin className="centre" />}
        {pdf !== null &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage key={`${pdf.fingerprints[0] ?? ''}-${index}`} pdf={pdf} number={index + 1} zoom={zoom} />
          ))}
      </div>
    </div>
  );
}

/** One page; drawn when it comes near the view, so that long papers open at once. */
function PdfPage({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
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
