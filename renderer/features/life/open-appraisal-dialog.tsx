/** Begins an appraisal: its name, and the group that decides. */
import { App, Input } from 'antd';
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';
import { namesOf } from './names.ts';
import { NameField } from './name-field.tsx';

interface Props {
  documentIds: readonly number[];
  today: string;
  onOpened: (id: number) => void;
  onClose: () => void;
}

export function OpenAppraisalDialog({ documentIds, today, onOpened, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const earlier = useAsked('appraisals.list', {}).data ?? [];
  const [name, setName] = useState<string>(() => t('life.appraisal.nameOf', { year: today.slice(0, 4) }));
  const [leader, setLeader] = useState('');
  const [members, setMembers] = useState('');
  const [startedOn, setStartedOn] = useState(today);
  const day = readDay(startedOn);
  return (
    <ActionDialog
      title={t('life.appraisal.openTitle', { count: documentIds.length })}
      text={t('life.appraisal.openText')}
      okText={t('life.appraisal.openDo')}
      ready={name.trim() !== '' && leader.trim() !== '' && day !== null}
      run={async () => {
        const { appraisal } = await call('appraisals.open', {
          name,
          leader,
          members: namesOf(members),
          startedOn: day ?? startedOn,
          documentIds: [...documentIds],
        });
        message.success(t('life.appraisal.opened', { name: appraisal.name }));
        onOpened(appraisal.id);
      }}
      onClose={onClose}
    >
      <Field id="appraisal-name" label={t('life.appraisal.name')} required>
        <Input id="appraisal-name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <NameField
        id="appraisal-leader"
        label={t('life.appraisal.leader')}
        hint={t('life.appraisal.leaderHint')}
        value={leader}
        names={[...new Set(earlier.map((one) => one.leader))]}
        required
        onChange={setLeader}
      />
      <Field id="appraisal-members" label={t('life.appraisal.members')} hint={t('life.appraisal.membersHint')}>
        <Input id="appraisal-members" value={members} onChange={(event) => setMembers(event.target.value)} />
      </Field>
      <DayField
        id="appraisal-day"
        label={t('life.appraisal.startedOn')}
        value={startedOn}
        today={today}
        required
        onChange={setStartedOn}
      />
    </ActionDialog>
  );
}
