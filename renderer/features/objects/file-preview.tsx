/** A file of the archive on the screen, one page at a time: beside the fields of its document, or large. */
import { Button, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { errorText } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { PdfPage, PIXELS_PER_POINT } from '../papers/pdf-page.tsx';
import { type Content, useContent, type ShownFile } from './file-content.ts';
import { useOpenOutside } from './open-outside.ts';
import { usePdf } from './use-pdf.ts';

interface Props {
  file: ShownFile;
  /** From 1. */
  page: number;
  /** 1 = 100 %; null = as wide as there is room. */
  zoom: number | null;
  /** Told how many pages can be turned. */
  onPages: (pages: number) => void;
}

export function FilePreview({ file, page, zoom, onPages }: Props) {
  const { t } = useT();
  const content = useContent(file);
  if (content.error !== null) return <ErrorView error={content.error} onRetry={() => void content.refetch()} />;
  if (content.data === undefined) return <Spin className="centre" />;
  const shown = content.data;
  switch (shown.kind) {
    case 'picture':
      return <Picture name={file.name} picture={shown.picture} zoom={zoom} onPages={onPages} />;
    case 'pdf':
      return <Pdf file={file} bytes={shown.bytes} page={page} zoom={zoom} onPages={onPages} />;
    case 'text':
      return (
        <>
          <pre className="file-text" style={zoom === null ? {} : { fontSize: `${zoom}rem` }}>
            {shown.text}
          </pre>
          {shown.truncated && <p className="muted">{t('objectScreen.truncated')}</p>}
        </>
      );
    case 'outside':
      return <Outside file={file} reason={shown.reason} />;
  }
}

function Outside({ file, reason }: { file: ShownFile; reason: Extract<Content, { kind: 'outside' }>['reason'] }) {
  const { t } = useT();
  const open = useOpenOutside();
  return (
    <div className="file-outside">
      <p>{reason ? errorText(t, reason) : t('objectScreen.noPreview')}</p>
      <Button onClick={() => void open(file)}>{t('objectScreen.open')}</Button>
    </div>
  );
}

function Picture({
  name,
  picture,
  zoom,
  onPages,
}: {
  name: string;
  picture: Blob;
  zoom: number | null;
  onPages: (pages: number) => void;
}) {
  const image = useRef<HTMLImageElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const address = URL.createObjectURL(picture);
    if (image.current) image.current.src = address;
    onPages(1);
    return () => URL.revokeObjectURL(address);
  }, [onPages, picture]);
  return (
    <img
      className="file-picture"
      ref={image}
      alt={name}
      style={zoom === null || width === null ? { maxWidth: '100%' } : { width: width * zoom }}
      onLoad={(event) => setWidth(event.currentTarget.naturalWidth)}
    />
  );
}

function Pdf({ file, bytes, page, zoom, onPages }: Props & { bytes: Uint8Array }) {
  const { pdf, error } = usePdf(bytes);
  const holder = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [pageWidth, setPageWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!holder.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, []);
  const number = Math.min(page, pdf?.numPages ?? 1);
  useEffect(() => {
    if (!pdf) return;
    onPages(pdf.numPages);
    let gone = false;
    void pdf.getPage(number).then(
      (shown) => {
        if (!gone) setPageWidth(shown.getViewport({ scale: 1 }).width);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [number, onPages, pdf]);
  const fitting = pageWidth === null || room === 0 ? null : room / (pageWidth * PIXELS_PER_POINT);
  const shownZoom = zoom ?? fitting;
  return (
    <div ref={holder} className="file-pages">
      {error !== null && <Outside file={file} reason={error} />}
      {error === null && pdf === null && <Spin className="centre" />}
      {pdf !== null && shownZoom !== null && <PdfPage key={number} pdf={pdf} number={number} zoom={shownZoom} />}
    </div>
  );
}
