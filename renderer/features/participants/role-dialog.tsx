/** One role of a person: which, in which unit or club, what is taught or done, from when to when. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { type PersonRole, PersonRoleName } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';
import { readPeriod } from '../life/period.ts';
import { PeriodFields } from '../life/period-fields.tsx';
import { roleText } from './person-texts.ts';
import { changePerson } from './use-person-edits.ts';
import type { PersonLine } from './use-person-rows.ts';

interface Props {
  person: PersonLine;
  /** Place of the role to change; null = a new one. */
  index: number | null;
  units: readonly Organisation[];
  /** ISO day. */
  today: string;
  onClose: () => void;
}

export function RoleDialog({ person, index, units, today, onClose }: Props) {
  const { t } = useT();
  const before = index === null ? undefined : person.roles[index];
  const [role, setRole] = useState<PersonRoleName>(before?.role ?? 'learner');
  const [organisationId, setOrganisation] = useState(before?.organisationId ?? null);
  const [subject, setSubject] = useState(before?.subject ?? '');
  const [days, setDays] = useState({ from: before?.from ?? '', to: before?.to ?? '' });
  const period = readPeriod(days);

  const save = async (): Promise<void> => {
    if (period === null) return;
    const next: PersonRole = { role, organisationId, subject: subject.trim(), ...period };
    await changePerson(person.id, ({ roles }) => ({
      roles: index === null ? [...roles, next] : roles.map((one, place) => (place === index ? next : one)),
    }));
  };
  const remove = async (): Promise<void> => {
    await changePerson(person.id, ({ roles }) => ({ roles: roles.filter((_, place) => place !== index) }));
    onClose();
  };

  return (
    <ActionDialog
      title={t(index === null ? 'participantScreen.roles.addTitle' : 'participantScreen.roles.editTitle', {
        name: person.name,
      })}
      text={t('participantScreen.roles.text')}
      okText={t('participantScreen.save')}
      ready={period !== null}
      run={save}
      onClose={onClose}
    >
      <div className="pair">
        <Field id="role-name" label={t('participantScreen.roles.role')} required>
          <Select<PersonRoleName>
            id="role-name"
            autoFocus
            value={role}
            onChange={setRole}
            options={PersonRoleName.options.map((value) => ({ value, label: roleText(t, value) }))}
          />
        </Field>
        <Field id="role-unit" label={t('participantScreen.roles.unit')}>
          <Select<number | null>
            id="role-unit"
            allowClear
            showSearch
            optionFilterProp="label"
            placeholder={t('participantScreen.inspector.notSet')}
            value={organisationId}
            onChange={(id: number | null | undefined) => setOrganisation(id ?? null)}
            options={units.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          />
        </Field>
      </div>
      <Field
        id="role-subject"
        label={t('participantScreen.roles.subject')}
        hint={t('participantScreen.roles.subjectHint')}
      >
        <Input id="role-subject" maxLength={100} value={subject} onChange={(event) => setSubject(event.target.value)} />
      </Field>
      <PeriodFields
        id="role"
        labels={{ from: t('participantScreen.roles.from'), to: t('participantScreen.roles.to') }}
        hint={t('participantScreen.roles.toHint')}
        order={t('participantScreen.roles.order')}
        value={days}
        today={today}
        onChange={setDays}
      />
      {index !== null && (
        <p>
          <Button size="small" danger onClick={() => void remove()}>
            {t('participantScreen.roles.remove')}
          </Button>{' '}
          <span className="muted">{t('participantScreen.roles.removeHint')}</span>
        </p>
      )}
    </ActionDialog>
  );
}
