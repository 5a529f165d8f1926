/** A paper on the screen: the very bytes that are printed, page by page, with zoom and the way to the printer. */
import { MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { call } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { PdfPage, PIXELS_PER_POINT } from './pdf-page.tsx';
import { openPdf } from './pdf-pages.ts';

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
