/** Gives up an empty box, with the reason; its number stays with it. */
import { Input } from 'antd';
import { useState } from 'react';
import type { Box } from '#shared/features/boxes.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

export function WithdrawBoxDialog({ box, onClose }: { box: Box; onClose: () => void }) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const withdraw = async (): Promise<void> => {
    try {
      await call('boxes.withdraw', { id: box.id, version: box.version, reason: reason.trim() });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={440}
      title={t('boxScreen.withdrawTitle', { number: box.number })}
      okText={t('boxScreen.withdraw')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', danger: true }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <label htmlFor="withdraw-box">{t('documentScreen.reason')}</label>
      <Input.TextArea
        id="withdraw-box"
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
