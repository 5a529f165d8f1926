/** Asks who looks and why; from then on the archive is read only. */
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';

export function EnterAuditDialog() {
  return useUi(({ dialog }) => dialog === 'enterAudit') ? <EnterAudit /> : null;
}

function close(): void {
  ui.set({ dialog: null });
}

function EnterAudit() {
  const { t } = useT();
  const showError = useShowError();
  // A review holds corrections that only an import could keep; what is being saved must be in the archive first.
  const reviewing = useUi(({ review }) => review !== null);
  const saving = useUi((state) => state.saving > 0);
  const [auditors, setAuditors] = useState('');
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = auditors.trim() !== '' && !reviewing && !saving;

  const enter = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    try {
      await call('window.enterAudit', { auditors, purpose });
      close();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={520}
      title={t('auditScreen.mode.title')}
      okText={t('auditScreen.mode.enter')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void enter()}
      onCancel={close}
    >
      <p className="muted audit-text">{t('auditScreen.mode.text')}</p>
      {reviewing && <Alert type="warning" showIcon title={t('auditScreen.mode.reviewOpen')} />}
      <Form layout="vertical" onFinish={() => void enter()}>
        <Form.Item label={t('auditScreen.mode.auditors')} htmlFor="audit-auditors" required>
          <Input
            id="audit-auditors"
            maxLength={100}
            placeholder={t('auditScreen.mode.auditorsHint')}
            value={auditors}
            onChange={(event) => setAuditors(event.target.value)}
            onPressEnter={() => void enter()}
          />
        </Form.Item>
        <Form.Item label={t('auditScreen.mode.purposeLabel')} htmlFor="audit-purpose">
          <Input
            id="audit-purpose"
            maxLength={200}
            placeholder={t('auditScreen.mode.purposeHint')}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
            onPressEnter={() => void enter()}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
