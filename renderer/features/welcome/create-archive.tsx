/** A new archive: its folder and the unit that keeps it. */
import { Dialog } from '../../app/dialog.tsx';
import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Grant } from '#shared/features/window.ts';
import { call, switchArchive } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useLeaveReview } from '../import/leave-review.ts';
import { ui, useUi } from '../../app/ui-state.ts';

export function CreateArchiveDialog() {
  const open = useUi((state) => state.dialog === 'createArchive');
  return open ? <CreateArchive /> : null;
}

function CreateArchive() {
  const { t } = useT();
  const showError = useShowError();
  const leave = useLeaveReview();
  const [unitName, setUnitName] = useState('');
  const [folder, setFolder] = useState<Grant | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const choose = (): void => {
    void call('window.chooseFolder', { purpose: 'createArchive' }).then((grant) => {
      if (grant) setFolder(grant);
      setError(null);
    }, showError);
  };
  const create = async (): Promise<void> => {
    setTried(true);
    if (unitName.trim() === '' || !folder) return;
    if (!(await leave())) return;
    setBusy(true);
    setError(null);
    try {
      const given = { directory: folder.grant, unitName: unitName.trim() };
      // The dialog goes when the new archive shows, not before.
      await switchArchive(() => call('window.createArchive', given));
      ui.set({ dialog: null });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={520}
      title={t('shell.create.title')}
      okText={t('shell.create.submit')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => void create()}
      onCancel={() => ui.set({ dialog: null })}
    >
      <Form layout="vertical">
        <Form.Item
          label={t('shell.create.unitName')}
          htmlFor="unit-name"
          required
          validateStatus={tried && unitName.trim() === '' ? 'error' : ''}
          help={tried && unitName.trim() === '' ? t('shell.create.unitNameNeeded') : t('shell.create.unitNameHint')}
        >
          <Input
            id="unit-name"
            maxLength={100}
            value={unitName}
            onChange={(event) => setUnitName(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t('shell.create.folder')}
          required
          validateStatus={tried && !folder ? 'error' : ''}
          help={tried && !folder ? t('shell.create.folderNeeded') : undefined}
        >
          <div className="pair-tight">
            <Button icon={<FolderOpenOutlined />} onClick={choose}>
              {t('shell.create.chooseFolder')}
            </Button>
            <span className="muted break">{folder?.display}</span>
          </div>
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
