/** The people of an earlier activity as rows that are not signed: the list is ready before anybody comes. */
import { App, Select } from 'antd';
import { useState } from 'react';
import type { AttendanceChange } from '#shared/features/attendance.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';
import { nextNumber } from './entry-draft.ts';

interface Props {
  activityId: number;
  /** Day of the new rows, ISO. */
  date: string;
  onClose: () => void;
}

export function CopyDialog({ activityId, date, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const [from, setFrom] = useState<number | null>(null);
  const list = useAsked('activities.list', { descending: true, limit: 1000 }).data?.rows ?? [];
  const choices = list.filter(({ id, registered, withdrawn }) => id !== activityId && registered > 0 && !withdrawn);
  const run = async (): Promise<void> => {
    if (from === null) return;
    const [source, here] = await Promise.all([
      call('attendance.list', { activityId: from }),
      call('attendance.list', { activityId }),
    ]);
    const known = new Set(here.filter((row) => row.date === date).map(({ personId, role }) => `${personId}|${role}`));
    let number = nextNumber(here.map((row) => row.number));
    const changes: AttendanceChange[] = [];
    for (const { personId, role } of source) {
      if (known.has(`${personId}|${role}`)) continue;
      known.add(`${personId}|${role}`);
      changes.push({
        do: 'insert',
        activityId,
        person: { id: personId },
        fields: { date, number, role, signed: false },
      });
      number = nextNumber([number]);
    }
    if (changes.length === 0) {
      message.info(t('signIn.copiedNone'));
      return;
    }
    await call('attendance.edit', { step: { code: 'attendanceEnter', params: { count: changes.length } }, changes });
    message.success(t('signIn.copied', { count: changes.length }));
  };
  return (
    <ActionDialog
      title={t('signIn.copyTitle')}
      text={t('signIn.copyText')}
      okText={t('signIn.copyOk')}
      ready={from !== null}
      run={run}
      onClose={onClose}
    >
      <Field id="copy-from" label={t('signIn.copyFrom')} required>
        <Select<number>
          id="copy-from"
          showSearch={{ optionFilterProp: 'label' }}
          value={from}
          onChange={setFrom}
          options={choices.map(({ id, dateStart, title, registered }) => ({
            value: id,
            label: t('signIn.copyOption', { date: dateStart ?? t('signIn.noDate'), title, count: registered }),
          }))}
        />
      </Field>
    </ActionDialog>
  );
}
