/** One piece of evidence: thumbnail, name, kind, and what can be done with it. */
import { FileTextOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useT } from '../../app/i18n.tsx';
import { showDocument } from '../documents/document-state.ts';
import { type EvidenceFile, type KindOption, sameEvidence, shownFile } from './evidence.ts';
import { useOpenOutside, useSaveCopy } from './open-outside.ts';

const Thumbnail = lazy(() => import('./thumbnail.tsx').then((module) => ({ default: module.Thumbnail })));

interface Props<Kind extends string> {
  file: EvidenceFile<Kind>;
  kinds: readonly KindOption<Kind>[];
  place: number;
  last: boolean;
  shown: boolean;
  readOnly: boolean;
  onArrange: (change: (files: readonly EvidenceFile<Kind>[]) => EvidenceFile<Kind>[]) => void;
  onShow: () => void;
  onDetach: () => void;
}

export function EvidenceLine<Kind extends string>(props: Props<Kind>) {
  const { file, kinds, place, last, shown, readOnly, onArrange, onShow, onDetach } = props;
  const { t } = useT();
  const open = useOpenOutside();
  const save = useSaveCopy();
  const content = shownFile(file);
  const { documentId, name } = file;
  const same = (one: EvidenceFile<Kind>): boolean => sameEvidence(one, file);
  const move = (by: 1 | -1): void =>
    onArrange((now) => {
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
        <Select<Kind>
          size="small"
          aria-label={t('activityScreen.evidence.kind', { name })}
          value={file.kind}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          onChange={(kind) => onArrange((now) => now.map((one) => (same(one) ? { ...one, kind } : one)))}
          options={[...kinds]}
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
            {
              key: 'detach',
              label: t(content ? 'activityScreen.evidence.detach' : 'activityScreen.evidence.unlink'),
              disabled: readOnly,
              danger: true,
            },
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
