/** 佐证: files of the activity and documents of the archive that stand for it; the chosen file is shown below them. */
import { LeftOutlined, LinkOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ActivityFile } from '#shared/features/activities.ts';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { ShownFile } from '../objects/file-content.ts';
import { ReasonDialog } from '../settings/reason-dialog.tsx';
import { activityState } from './activity-state.ts';
import { EvidenceLine } from './evidence-line.tsx';
import { shownFile } from './evidence.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { arrangeEvidence } from './use-activity-edits.ts';

const FilePreview = lazy(() =>
  import('../objects/file-preview.tsx').then((module) => ({ default: module.FilePreview })),
);

export function InspectorEvidence({ activity, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const showError = useShowError();
  const [chosen, setChosen] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<ActivityFile | null>(null);
  const { id, title, files } = activity;
  const pictures = files.map(shownFile).filter((file) => file !== null);
  const shown = pictures.find(({ sha256 }) => sha256 === chosen) ?? pictures[0];

  const choose = async (): Promise<void> => {
    const files = await call('window.chooseFiles', {});
    if (files.length === 0) return;
    activityState.set({
      dialog: { name: 'take', id, title, sources: files.map(({ grant, name }) => ({ name, source: { file: grant } })) },
    });
  };

  return (
    <div className="inspector-body">
      {files.length === 0 && <p className="muted">{t('activityScreen.evidence.none')}</p>}
      <ul className="files" aria-label={t('activityScreen.evidence.files')}>
        {files.map((file, place) => (
          <EvidenceLine
            key={`${file.kind}-${file.sha256 ?? file.documentId}`}
            id={id}
            file={file}
            place={place}
            last={place === files.length - 1}
            shown={shown !== undefined && file.sha256 === shown.sha256}
            readOnly={readOnly}
            onShow={() => setChosen(file.sha256)}
            onDetach={() => setLeaving(file)}
          />
        ))}
      </ul>
      {!readOnly && (
        <span className="actions">
          <Button size="small" icon={<PlusOutlined />} onClick={() => void choose().catch(showError)}>
            {t('activityScreen.evidence.add')}
          </Button>
          <Button
            size="small"
            icon={<LinkOutlined />}
            onClick={() => activityState.set({ dialog: { name: 'link', id } })}
          >
            {t('activityScreen.evidence.link')}
          </Button>
        </span>
      )}
      {shown && <Preview key={shown.sha256} file={shown} />}
      {leaving && (
        <ReasonDialog
          title={t('activityScreen.evidence.detachTitle', { name: leaving.name })}
          text={t('activityScreen.evidence.detachText')}
          okText={t('activityScreen.evidence.detachOk')}
          onDo={(reason) =>
            arrangeEvidence(
              id,
              (now) => now.filter((one) => one.sha256 !== leaving.sha256 || one.kind !== leaving.kind),
              reason,
            )
          }
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}

function Preview({ file }: { file: ShownFile }) {
  const { t } = useT();
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  return (
    <section className="file-preview" aria-label={file.name}>
      {pages > 1 && (
        <div className="file-preview-bar">
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label={t('activityScreen.evidence.previous')}
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          />
          <span className="digits">{t('activityScreen.evidence.page', { page, pages })}</span>
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label={t('activityScreen.evidence.next')}
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          />
        </div>
      )}
      <div className="file-preview-view" tabIndex={0} role="group" aria-label={file.name}>
        <Suspense fallback={<Spin className="centre" />}>
          <FilePreview file={file} page={page} zoom={null} onPages={setPages} />
        </Suspense>
      </div>
    </section>
  );
}
