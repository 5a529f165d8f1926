/** Asks for the reason before a rule is taken out of use. */
import { Input } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

interface Props {
  title: string;
  text: string;
  okText: string;
  onDo: (reason: string) => Promise<void>;
  onClose: () => void;
}

export function ReasonDialog({ title, text, okText, onDo, onClose }: Props) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    try {
      await onDo(reason.trim());
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={460}
      title={title}
      okText={okText}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', danger: true }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <p className="muted">{text}</p>
      <label htmlFor="rule-reason">{t('documentScreen.reason')}</label>
      <Input.TextArea
        id="rule-reason"
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
