/** 撤下: asks for the reason; the documents keep their numbers and can be put back. */
import { Input } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { withdrawDocuments } from './use-document-edits.ts';

export function WithdrawDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    try {
      await withdrawDocuments(ids, reason.trim());
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog
      width={480}
      title={t('documentScreen.withdraw.title', { count: ids.length })}
      okText={t('documentScreen.withdraw.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', danger: true, loading: busy }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p className="muted">{t('documentScreen.withdraw.text')}</p>
      <label htmlFor="withdraw-documents">{t('documentScreen.reason')}</label>
      <Input.TextArea
        id="withdraw-documents"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
