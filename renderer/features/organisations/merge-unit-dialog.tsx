/** Joins a unit with another that is the same, or that has taken it over. */
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';

interface Props {
  /** The one that leaves the list. */
  unit: Organisation;
  units: readonly Organisation[];
  onClose: () => void;
}

export function MergeUnitDialog({ unit, units, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const [keepId, setKeep] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const keep = units.find(({ id }) => id === keepId);
  const given = reason.trim();
  const merge = async (): Promise<void> => {
    if (!keep) return;
    const { linkedRows } = await call('organisations.merge', {
      keep: { id: keep.id, version: keep.version },
      merge: [{ id: unit.id, version: unit.version }],
      reason: given,
    });
    message.success(t('organisationScreen.merged', { name: unit.fullName, keep: keep.fullName, count: linkedRows }));
  };
  return (
    <ActionDialog
      title={t('organisationScreen.mergeTitle', { name: unit.fullName })}
      text={t('organisationScreen.mergeText', { name: unit.fullName })}
      okText={t('organisationScreen.mergeDo')}
      ready={keep !== undefined && given !== ''}
      run={merge}
      onClose={onClose}
    >
      <Field id="merge-unit-keep" label={t('organisationScreen.keep')} required>
        <Select<number>
          id="merge-unit-keep"
          showSearch
          optionFilterProp="label"
          placeholder={t('organisationScreen.keepPlaceholder')}
          value={keepId}
          onChange={setKeep}
          options={units.filter(({ id }) => id !== unit.id).map(({ id, fullName }) => ({ value: id, label: fullName }))}
        />
      </Field>
      <Field id="merge-unit-reason" label={t('organisationScreen.reason')} required>
        <Input
          id="merge-unit-reason"
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
