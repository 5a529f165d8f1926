/** An activity with its name and days, so that its sheet can be entered at once. */
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { ActionDialog } from '../life/action-dialog.tsx';
import { DayField } from '../life/day-field.tsx';
import { isoDay, readDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import { openSignIn } from './sign-in-state.ts';

export function CreateActivityDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const today = isoDay(useToday());
  const [title, setTitle] = useState('');
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const dateStart = readDay(start);
  const dateEnd = end.trim() === '' ? null : readDay(end);
  const backwards = dateStart !== null && dateEnd !== null && dateEnd < dateStart;
  const readable = dateStart !== null && (end.trim() === '' || dateEnd !== null) && !backwards;
  return (
    <ActionDialog
      title={t('signIn.create')}
      text={t('signIn.createText')}
      okText={t('signIn.createOk')}
      ready={title.trim() !== '' && readable}
      run={async () => {
        const { ids } = await call('activities.edit', {
          step: { code: 'activityInsert', params: { count: 1 } },
          changes: [{ do: 'insert', fields: { title: title.trim(), dateStart, dateEnd, state: 'held' } }],
        });
        openSignIn(ids[0] ?? null);
      }}
      onClose={onClose}
    >
      <Field id="activity-title" label={t('signIn.activityTitle')} required>
        <Input id="activity-title" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <DayField id="activity-start" label={t('signIn.date')} value={start} today={today} required onChange={setStart} />
      <DayField
        id="activity-end"
        label={t('signIn.dateEnd')}
        value={end}
        today={today}
        hint={backwards ? t('signIn.dateOrder') : t('signIn.dateEndHint')}
        onChange={setEnd}
      />
    </ActionDialog>
  );
}
