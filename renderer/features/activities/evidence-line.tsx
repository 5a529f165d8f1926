/** One piece of evidence: thumbnail, name, kind, and what can be done with it. */
import { FileTextOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { type ActivityFile, EvidenceKind } from '#shared/features/activities.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { showDocument } from '../documents/document-state.ts';
import { useOpenOutside, useSaveCopy } from '../objects/open-outside.ts';
import { shownFile } from './evidence.ts';
import { arrangeEvidence } from './use-activity-edits.ts';

const Thumbnail = lazy(() => import('../objects/thumbnail.tsx').then((module) => ({ default: module.Thumbnail })));

interface Props {
  /** Of the activity. */
  id: number;
  file: ActivityFile;
  place: number;
  last: boolean;
  shown: boolean;
  readOnly: boolean;
  onShow: () => void;
  onDetach: () => void;
}

export function EvidenceLine({ id, file, place, last, shown, readOnly, onShow, onDetach }: Props) {
  const { t } = useT();
  const showError = useShowError();
  const open = useOpenOutside();
  const save = useSaveCopy();
  const content = shownFile(file);
  const { documentId, name } = file;
  const same = (one: ActivityFile): boolean =>
    one.kind === file.kind && one.sha256 === file.sha256 && one.documentId === documentId;
  const arrange = (change: (files: readonly ActivityFile[]) => ActivityFile[]): void =>
    void arrangeEvidence(id, change).catch(showError);
  const move = (by: 1 | -1): void =>
    arrange((now) => {
      const from = now.findIndex(same);
      const rest = now.filter((_, index) => index !== from);
      const moved = now[from];
      if (moved) rest.splice(from + by, 0, moved);
      return rest;
    });
  const show = content ? onShow : () => documentId !== null && showDocument(documentId);
  const actions: Record<string, () => void> = {
    open: () => content && void open(content),
    save: () => content && void save(content),
    toDocument: () => documentId !== null && showDocument(documentId),
    up: () => move(-1),
    down: () => move(1),
    detach: onDetach,
    unlink: () => arrange((now) => now.filter((one) => !same(one))),
  };
  return (
    <li className={shown ? 'file-line file-line-shown' : 'file-line'}>
      <button
        type="button"
        className="file-picture-button"
        aria-label={t('activityScreen.evidence.show', { name })}
        onClick={show}
      >
        {content ? (
          <Suspense fallback={<span className="thumbnail" />}>
            <Thumbnail file={content} />
          </Suspense>
        ) : (
          <span className="thumbnail">
            <FileTextOutlined aria-hidden />
          </span>
        )}
      </button>
      <div>
        <button type="button" className="text-link break" aria-pressed={shown} onClick={show}>
          {name}
        </button>
        {!content && <span className="muted">{t('activityScreen.evidence.document')}</span>}
        <Select<EvidenceKind>
          size="small"
          aria-label={t('activityScreen.evidence.kind', { name })}
          value={file.kind}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          onChange={(kind) => arrange((now) => now.map((one) => (same(one) ? { ...one, kind } : one)))}
          options={EvidenceKind.options.map((value) => ({ value, label: t(`activities.evidence.${value}`) }))}
        />
      </div>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(content
              ? [
                  { key: 'open', label: t('activityScreen.evidence.open') },
                  { key: 'save', label: t('activityScreen.evidence.save') },
                ]
              : [{ key: 'toDocument', label: t('activityScreen.evidence.toDocument') }]),
            { key: 'up', label: t('activityScreen.evidence.up'), disabled: readOnly || place === 0 },
            { key: 'down', label: t('activityScreen.evidence.down'), disabled: readOnly || last },
            content
              ? { key: 'detach', label: t('activityScreen.evidence.detach'), disabled: readOnly, danger: true }
              : { key: 'unlink', label: t('activityScreen.evidence.unlink'), disabled: readOnly, danger: true },
          ],
          onClick: ({ key }) => actions[key]?.(),
        }}
      >
        <Button
          size="small"
          type="text"
          icon={<MoreOutlined />}
          aria-label={t('activityScreen.evidence.actions', { name })}
        />
      </Dropdown>
    </li>
  );
}
