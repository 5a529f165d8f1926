/** The large preview (Space): a document's files, page after page. */
import { LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Document } from '#shared/features/documents.ts';
import { useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { FilePreview } from './file-preview.tsx';
import { useOpenOutside, useSaveCopy } from './open-outside.ts';

const ZOOMS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export function PreviewDialog({ id, sha256, onClose }: { id: number; sha256: string | null; onClose: () => void }) {
  const document = useAsked('documents.get', { id }).data?.document;
  return document && document.files.length > 0 ? (
    <Preview document={document} sha256={sha256} onClose={onClose} />
  ) : null;
}

function Preview({ document, sha256, onClose }: { document: Document; sha256: string | null; onClose: () => void }) {
  const { t } = useT();
  const open = useOpenOutside();
  const save = useSaveCopy();
  const [chosen, setChosen] = useState(sha256);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [zoom, setZoom] = useState<number | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const place = Math.max(
    0,
    document.files.findIndex((file) => file.sha256 === chosen),
  );
  const file = document.files[place];
  useEffect(() => view.current?.focus(), []);
  useEffect(() => view.current?.scrollTo({ top: 0 }), [page, place]);
  if (!file) return null;

  const show = (sha: string): void => {
    setChosen(sha);
    setPage(1);
    setPages(1);
  };
  /** Past the last page comes the next file. */
  const turn = (by: 1 | -1): void => {
    const next = document.files[place + by];
    if (page + by >= 1 && page + by <= pages) setPage(page + by);
    else if (next) show(next.sha256);
  };
  const magnify = (by: 1 | -1): void => {
    const now = zoom ?? 1;
    const next = by > 0 ? ZOOMS.find((value) => value > now) : ZOOMS.findLast((value) => value < now);
    setZoom(next ?? now);
  };
  const onKeyDown = typed((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, input') !== null;
    const act: Record<string, () => void> = {
      PageUp: () => turn(-1),
      PageDown: () => turn(1),
      '+': () => magnify(1),
      '=': () => magnify(1),
      '-': () => magnify(-1),
      '0': () => setZoom(null),
      ...(onButton ? {} : { ' ': onClose }),
    };
    const run = act[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });

  return (
    <Dialog
      title={document.title === '' ? t('documentScreen.untitled') : document.title}
      footer={null}
      width="min(1200px, 94vw)"
      className="preview-dialog"
      onCancel={onClose}
      focusField={false}
    >
      <div className="preview-large" onKeyDown={onKeyDown}>
        <div className="preview-bar">
          <Select
            aria-label={t('objectScreen.file')}
            value={file.sha256}
            onChange={show}
            options={document.files.map(({ sha256: value, name }) => ({ value, label: name }))}
          />
          <Button icon={<LeftOutlined />} aria-label={t('objectScreen.previous')} onClick={() => turn(-1)} />
          <span className="zoom">{t('objectScreen.page', { page: Math.min(page, pages), pages })}</span>
          <Button icon={<RightOutlined />} aria-label={t('objectScreen.next')} onClick={() => turn(1)} />
          <span className="spring" />
          <Button icon={<MinusOutlined />} aria-label={t('schedule.preview.smaller')} onClick={() => magnify(-1)} />
          <span className="zoom">{zoom === null ? t('objectScreen.fit') : `${Math.round(zoom * 100)}%`}</span>
          <Button icon={<PlusOutlined />} aria-label={t('schedule.preview.larger')} onClick={() => magnify(1)} />
          <Button onClick={() => setZoom(null)}>{t('objectScreen.fitWidth')}</Button>
          <Button onClick={() => void open(file)}>{t('objectScreen.open')}</Button>
          <Button onClick={() => void save(file)}>{t('objectScreen.save')}</Button>
        </div>
        <div ref={view} className="preview-pages" tabIndex={0} role="region" aria-label={file.name}>
          <FilePreview key={file.sha256} file={file} page={page} zoom={zoom} onPages={setPages} />
        </div>
        <p className="muted">{t('objectScreen.keys')}</p>
      </div>
    </Dialog>
  );
}
