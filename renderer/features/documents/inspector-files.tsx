/** 电子文件: the files of a document, and the one that is chosen below them. */
import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { DocumentFile } from '#shared/features/documents.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { ReasonDialog } from '../settings/reason-dialog.tsx';
import { documentState } from './document-state.ts';
import { FileLine } from './file-line.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { useChooseFiles } from './use-attach.ts';
import { arrangeFiles } from './use-file-edits.ts';

const FilePreview = lazy(() =>
  import('../objects/file-preview.tsx').then((module) => ({ default: module.FilePreview })),
);

export function InspectorFiles({ document, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const choose = useChooseFiles();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ what: 'detach' | 'rename'; file: DocumentFile } | null>(null);
  const { id, files } = document;
  const shown = files.find(({ sha256 }) => sha256 === chosen) ?? files[0];
  const fixed = readOnly || document.state === 'transferred';
  return (
    <div className="inspector-body">
      {files.length === 0 && <p className="muted">{emptyWords(t('objectScreen.none'))}</p>}
      <ul className="files">
        {files.map((file, place) => (
          <FileLine
            key={file.sha256}
            document={document}
            file={file}
            place={place}
            shown={file === shown}
            readOnly={fixed}
            onShow={() => setChosen(file.sha256)}
            onAsk={(what) => setAsking({ what, file })}
          />
        ))}
      </ul>
      {!fixed && (
        <span className="actions">
          <Button size="small" icon={<PlusOutlined />} onClick={() => void choose(id)}>
            {t('objectScreen.add')}
          </Button>
        </span>
      )}
      {shown && <Preview key={shown.sha256} id={id} file={shown} />}
      {asking?.what === 'detach' && (
        <ReasonDialog
          title={t('objectScreen.detachTitle', { name: asking.file.name })}
          text={t('objectScreen.detachText')}
          okText={t('objectScreen.detachDo')}
          onDo={(reason) =>
            arrangeFiles(id, (now) => now.filter(({ sha256 }) => sha256 !== asking.file.sha256), reason)
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'rename' && <RenameDialog id={id} file={asking.file} onClose={() => setAsking(null)} />}
    </div>
  );
}

function Preview({ id, file }: { id: number; file: DocumentFile }) {
  const { t } = useT();
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  return (
    <section className="file-preview" aria-label={file.name}>
      <div className="file-preview-bar">
        {pages > 1 && (
          <>
            <Button
              size="small"
              icon={<LeftOutlined />}
              aria-label={t('objectScreen.previous')}
              disabled={page === 1}
              onClick={() => setPage(page - 1)}
            />
            <span className="digits">{t('objectScreen.page', { page, pages })}</span>
            <Button
              size="small"
              icon={<RightOutlined />}
              aria-label={t('objectScreen.next')}
              disabled={page === pages}
              onClick={() => setPage(page + 1)}
            />
          </>
        )}
        <span className="spring" />
        <Button
          size="small"
          onClick={() => documentState.set({ dialog: { name: 'preview', id, sha256: file.sha256 } })}
        >
          {t('objectScreen.large')}
        </Button>
      </div>
      <div className="file-preview-view" tabIndex={0} role="group" aria-label={file.name}>
        <Suspense fallback={<Spin className="centre" />}>
          <FilePreview file={file} page={page} zoom={null} onPages={setPages} />
        </Suspense>
      </div>
    </section>
  );
}
