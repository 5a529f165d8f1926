/** One file in the list of a document's files. */
import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { type Document, DocumentFile } from '#shared/features/documents.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useOpenOutside, useSaveCopy } from '../objects/open-outside.ts';
import { sizeText } from '../papers/export-done.tsx';
import { documentState } from './document-state.ts';
import { arrangeFiles, useDoubts } from './use-file-edits.ts';

// Drawing pages needs pdf.js, which the list of documents does not wait for.
const Thumbnail = lazy(() => import('../objects/thumbnail.tsx').then((module) => ({ default: module.Thumbnail })));

interface Props {
  document: Document;
  file: DocumentFile;
  /** From 0. */
  place: number;
  shown: boolean;
  readOnly: boolean;
  onShow: () => void;
  onAsk: (what: 'detach' | 'rename') => void;
}

export function FileLine({ document, file, place, shown, readOnly, onShow, onAsk }: Props) {
  const { t } = useT();
  const showError = useShowError();
  const open = useOpenOutside();
  const save = useSaveCopy();
  const doubts = useDoubts(file.sha256);
  const { id, files } = document;
  const format = ObjectFormat.safeParse(file.format).data ?? 'unknown';
  const facts = { format: t(`objects.formats.${format}`), size: sizeText(file.size) };
  const arrange = (change: (files: DocumentFile[]) => DocumentFile[]): void =>
    void arrangeFiles(id, change).catch(showError);
  const move = (by: 1 | -1): void =>
    arrange((now) => {
      const from = now.findIndex(({ sha256 }) => sha256 === file.sha256);
      const rest = now.filter((_, index) => index !== from);
      rest.splice(from + by, 0, file);
      return rest;
    });
  const actions: Record<string, () => void> = {
    open: () => void open(file),
    save: () => void save(file),
    rename: () => onAsk('rename'),
    up: () => move(-1),
    down: () => move(1),
    detach: () => onAsk('detach'),
  };
  return (
    <li className={shown ? 'file-line file-line-shown' : 'file-line'}>
      <button
        type="button"
        className="file-picture-button"
        aria-label={`${t('objectScreen.large')} ${file.name}`}
        onClick={() => documentState.set({ dialog: { name: 'preview', id, sha256: file.sha256 } })}
      >
        <Suspense fallback={<span className="thumbnail" />}>
          <Thumbnail file={file} />
        </Suspense>
      </button>
      <div>
        <button
          type="button"
          className="text-link break"
          aria-pressed={shown}
          title={t('objectScreen.checksum', { sha256: file.sha256 })}
          onClick={onShow}
        >
          {file.name}
        </button>
        <span className="muted">
          {file.pageCount === null
            ? t('objectScreen.facts', facts)
            : t('objectScreen.factsPages', { ...facts, pages: file.pageCount })}
        </span>
        <Select
          size="small"
          aria-label={t('objectScreen.role', { name: file.name })}
          value={file.role}
          disabled={readOnly}
          onChange={(role) => arrange((now) => now.map((one) => (one.sha256 === file.sha256 ? { ...one, role } : one)))}
          options={DocumentFile.shape.role.options.map((value) => ({ value, label: t(`documents.role.${value}`) }))}
        />
        {doubts.map((doubt) => (
          <span key={doubt} className="field-note">
            {doubt}
          </span>
        ))}
      </div>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'open', label: t('objectScreen.open') },
            { key: 'save', label: t('objectScreen.save') },
            { key: 'rename', label: t('objectScreen.rename'), disabled: readOnly },
            { key: 'up', label: t('objectScreen.up'), disabled: readOnly || place === 0 },
            { key: 'down', label: t('objectScreen.down'), disabled: readOnly || place === files.length - 1 },
            { key: 'detach', label: t('objectScreen.detach'), disabled: readOnly, danger: true },
          ],
          onClick: ({ key }) => actions[key]?.(),
        }}
      >
        <Button
          size="small"
          type="text"
          icon={<MoreOutlined />}
          aria-label={t('objectScreen.actions', { name: file.name })}
        />
      </Dropdown>
    </li>
  );
}
