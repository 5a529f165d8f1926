/** 打印预览: the very bytes that are printed, page by page. */
import { MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { call } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { PaperForm } from './paper-form.tsx';
import { usePaperChoice } from './paper-options.ts';
import { PdfPage } from './pdf-page.tsx';
import { openPdf } from './pdf-pages.ts';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export function PreviewView({ year }: { year: number }) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const choice = usePaperChoice();
  const [zoom, setZoom] = useState(1);
  const paper = useQuery({
    queryKey: ['schedule', 'preview', year, choice],
    queryFn: () => call('schedule.preview', { year, ...choice, allowMissingGlyphs: true }),
    gcTime: 0,
  });
  const bytes = paper.data?.bytes;
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);

  useEffect(() => {
    if (!bytes) return;
    const opened = openPdf(bytes);
    let gone = false;
    opened.document.then(
      (document) => {
        if (!gone) setPdf(document);
      },
      (error: unknown) => {
        if (!gone) showError(error);
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
      await call('window.print', { name: t('paper.fileName', { year }), bytes });
      message.info(t('schedule.preview.printed'));
    } catch (error) {
      showError(error);
    }
  };
  const missing = paper.data?.missingGlyphs ?? [];

  return (
    <div className="preview">
      <div className="preview-bar">
        <PaperForm compact />
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
      {paper.error !== null && <ErrorView error={paper.error} onRetry={() => void paper.refetch()} />}
      <div className="preview-pages" tabIndex={0} role="region" aria-label={t('schedule.view.preview')}>
        {pdf === null && paper.error === null && <Spin className="centre" />}
        {pdf !== null &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage key={`${pdf.fingerprints[0] ?? ''}-${index}`} pdf={pdf} number={index + 1} zoom={zoom} />
          ))}
      </div>
    </div>
  );
}
