/** Takes a record back with its reason: nothing is erased, the log keeps both. */
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { Field } from './field.tsx';

interface Props {
  title: string;
  text: string;
  okText: string;
  run: (reason: string) => Promise<void>;
  onClose: () => void;
}

export function ReasonDialog({ title, text, okText, run, onClose }: Props) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <ActionDialog
      title={title}
      text={text}
      okText={okText}
      ready={given !== ''}
      run={() => run(given)}
      onClose={onClose}
    >
      <Field id="life-reason" label={t('life.reason')} required>
        <Input.TextArea
          id="life-reason"
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
