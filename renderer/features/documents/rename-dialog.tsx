/** Another name for a file; the archive keeps the extension that fits its content. */
import { Input } from 'antd';
import { useState } from 'react';
import type { DocumentFile } from '#shared/features/documents.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { arrangeFiles } from './use-file-edits.ts';

export function RenameDialog({ id, file, onClose }: { id: number; file: DocumentFile; onClose: () => void }) {
  const { t } = useT();
  const [text, setText] = useState(file.name);
  const [error, setError] = useState<unknown>(null);
  const name = text.trim();
  const rename = async (): Promise<void> => {
    if (name === '') return;
    try {
      if (name !== file.name) {
        await arrangeFiles(id, (files) => files.map((one) => (one.sha256 === file.sha256 ? { ...one, name } : one)));
      }
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={480}
      title={t('objectScreen.renameTitle')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: name === '' }}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      <label htmlFor="file-name">{t('objectScreen.newName')}</label>
      <Input
        id="file-name"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void rename();
        }}
      />
      <p className="muted">{t('objectScreen.nameHint')}</p>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
