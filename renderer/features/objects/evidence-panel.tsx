/** Files and documents that prove a record, and the chosen file below them: one panel for every register that has evidence. */
import { LeftOutlined, LinkOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../settings/reason-dialog.tsx';
import { EvidenceLine } from './evidence-line.tsx';
import { type EvidenceFile, type EvidenceToTake, type KindOption, sameEvidence, shownFile } from './evidence.ts';
import type { ShownFile } from './file-content.ts';

const FilePreview = lazy(() => import('./file-preview.tsx').then((module) => ({ default: module.FilePreview })));

interface Props<Kind extends string> {
  files: readonly EvidenceFile<Kind>[];
  kinds: readonly KindOption<Kind>[];
  readOnly: boolean;
  /** Said where there is nothing. */
  emptyText: string;
  /** One change of the list; what is left out goes with its reason. */
  onArrange: (change: (files: readonly EvidenceFile<Kind>[]) => EvidenceFile<Kind>[], reason?: string) => Promise<void>;
  /** Files that the person chose in the system's dialog. */
  onChosen: (sources: readonly EvidenceToTake[]) => void;
  onLink: () => void;
}

export function EvidencePanel<Kind extends string>(props: Props<Kind>) {
  const { files, kinds, readOnly, emptyText, onArrange, onChosen, onLink } = props;
  const { t } = useT();
  const showError = useShowError();
  const [chosen, setChosen] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<EvidenceFile<Kind> | null>(null);
  const pictures = files.map(shownFile).filter((file) => file !== null);
  const shown = pictures.find(({ sha256 }) => sha256 === chosen) ?? pictures[0];

  const choose = async (): Promise<void> => {
    const grants = await call('window.chooseFiles', {});
    if (grants.length > 0) onChosen(grants.map(({ grant, name }) => ({ name, source: { file: grant } })));
  };

  return (
    <div className="inspector-body">
      {files.length === 0 && <p className="muted">{emptyText}</p>}
      <ul className="files" aria-label={t('activityScreen.evidence.files')}>
        {files.map((file, place) => (
          <EvidenceLine<Kind>
            key={`${file.kind}-${file.sha256 ?? file.documentId}`}
            file={file}
            kinds={kinds}
            place={place}
            last={place === files.length - 1}
            shown={shown !== undefined && file.sha256 === shown.sha256}
            readOnly={readOnly}
            onArrange={(change) => void onArrange(change).catch(showError)}
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
          <Button size="small" icon={<LinkOutlined />} onClick={onLink}>
            {t('activityScreen.evidence.link')}
          </Button>
        </span>
      )}
      {shown && <Preview key={shown.sha256} file={shown} />}
      {leaving && (
        <ReasonDialog
          title={t('activityScreen.evidence.detachTitle', { name: leaving.name })}
          text={t(
            leaving.sha256 === null ? 'activityScreen.evidence.unlinkText' : 'activityScreen.evidence.detachText',
          )}
          okText={t('activityScreen.evidence.detachOk')}
          onDo={(reason) => onArrange((now) => now.filter((one) => !sameEvidence(one, leaving)), reason)}
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
