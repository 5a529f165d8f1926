/** Makes a list of destruction from a closed appraisal. */
import { App, Input } from 'antd';
import { useState } from 'react';
import type { Appraisal } from '#shared/features/appraisals.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { waitingForList } from './disposal-rows.ts';
import { Field } from './field.tsx';
import { nextNumber } from './names.ts';

interface Props {
  appraisal: Appraisal;
  today: string;
  onDrafted: (id: number) => void;
  onClose: () => void;
}

export function DraftDisposalDialog({ appraisal, today, onDrafted, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const lists = useAsked('disposals.list', {}).data;
  const [typedNumber, setNumber] = useState<string | null>(null);
  const number =
    typedNumber ??
    (lists
      ? nextNumber(
          today.slice(0, 4),
          lists.map((list) => list.number),
        )
      : '');
  return (
    <ActionDialog
      title={t('life.disposal.draftTitle', { name: appraisal.name })}
      text={t('life.disposal.draftText', { count: waitingForList(appraisal, lists ?? []) })}
      okText={t('life.disposal.draft')}
      ready={number.trim() !== ''}
      run={async () => {
        const { disposal } = await call('disposals.draft', { number, appraisalId: appraisal.id });
        message.success(t('life.disposal.drafted', { number: disposal.number, count: disposal.items.length }));
        onDrafted(disposal.id);
      }}
      onClose={onClose}
    >
      <Field id="disposal-number" label={t('life.disposal.number')} required>
        <Input id="disposal-number" maxLength={50} value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
