/** A paper on the screen: the very bytes that are printed, page by page, with zoom and the way to the printer. */
import { MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const holder = useRef<HTMLDivElement>(null);
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

  const fitting = useFittingZoom(pdf, holder);
  const zoom = chosenZoom ?? fitting;
  const smaller = (): void => setZoom(ZOOMS.findLast((value) => value < zoom - 0.01) ?? zoom);
  const larger = (): void => setZoom(ZOOMS.find((value) => value > zoom + 0.01) ?? zoom);
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
        <Button icon={<MinusOutlined />} aria-label={t('schedule.preview.smaller')} onClick={smaller} />
        <span className="zoom">{`${Math.round(zoom * 100)}%`}</span>
        <Button icon={<PlusOutlined />} aria-label={t('schedule.preview.larger')} onClick={larger} />
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
      <div ref={holder} className="preview-pages" tabIndex={0} role="region" aria-label={t('schedule.view.preview')}>
        {pdf === null && error === null && <Spin className="centre" />}
        {pdf !== null &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage key={`${pdf.fingerprints[0] ?? ''}-${index}`} pdf={pdf} number={index + 1} zoom={zoom} />
          ))}
      </div>
    </div>
  );
}

/** The zoom at which the first page is as wide as its holder, at most 100 %. */
function useFittingZoom(pdf: PDFDocumentProxy | null, holder: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0);
  const [pageWidth, setPageWidth] = useState(0);

  useEffect(() => {
    if (!holder.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, [holder]);

  useEffect(() => {
    if (!pdf) return;
    let gone = false;
    void pdf.getPage(1).then((page) => {
      if (!gone) setPageWidth(page.getViewport({ scale: 1 }).width);
    });
    return () => {
      gone = true;
    };
  }, [pdf]);

  if (room === 0 || pageWidth === 0) return 1;
  return Math.min(1, Math.floor((room / (pageWidth * PIXELS_PER_POINT)) * 100) / 100);
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
