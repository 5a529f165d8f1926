/** One certificate of a person. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Certificate } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { DayField } from '../life/day-field.tsx';
import { readDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import { changePerson } from './use-person-edits.ts';
import type { PersonLine } from './use-person-rows.ts';

interface Props {
  person: PersonLine;
  /** Place of the certificate to change; null = a new one. */
  index: number | null;
  /** ISO day. */
  today: string;
  onClose: () => void;
}

export function CertificateDialog({ person, index, today, onClose }: Props) {
  const { t } = useT();
  const before = index === null ? undefined : person.certificates[index];
  const [texts, setTexts] = useState({
    name: before?.name ?? '',
    number: before?.number ?? '',
    issuer: before?.issuer ?? '',
    issuedOn: before?.issuedOn ?? '',
    validUntil: before?.validUntil ?? '',
  });
  const set = (part: Partial<typeof texts>): void => setTexts({ ...texts, ...part });
  const days = [texts.issuedOn, texts.validUntil].every((day) => day === '' || readDay(day) !== null);
  const name = texts.name.trim();

  const save = async (): Promise<void> => {
    const next: Certificate = {
      name,
      number: texts.number.trim(),
      issuer: texts.issuer.trim(),
      issuedOn: readDay(texts.issuedOn),
      validUntil: readDay(texts.validUntil),
    };
    await changePerson(person.id, ({ certificates }) => ({
      certificates:
        index === null ? [...certificates, next] : certificates.map((one, place) => (place === index ? next : one)),
    }));
  };
  const remove = async (): Promise<void> => {
    await changePerson(person.id, ({ certificates }) => ({
      certificates: certificates.filter((_, place) => place !== index),
    }));
    onClose();
  };
  const line = (field: 'name' | 'number' | 'issuer', required = false) => (
    <Field id={`certificate-${field}`} label={t(`participantScreen.certificates.field.${field}`)} required={required}>
      <Input
        id={`certificate-${field}`}
        maxLength={100}
        value={texts[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  const day = (field: 'issuedOn' | 'validUntil') => (
    <DayField
      id={`certificate-${field}`}
      label={t(`participantScreen.certificates.field.${field}`)}
      value={texts[field]}
      today={today}
      onChange={(value) => set({ [field]: value })}
    />
  );

  return (
    <ActionDialog
      title={t(
        index === null ? 'participantScreen.certificates.addTitle' : 'participantScreen.certificates.editTitle',
        {
          name: person.name,
        },
      )}
      text={t('participantScreen.certificates.text')}
      okText={t('participantScreen.save')}
      ready={name !== '' && days}
      run={save}
      onClose={onClose}
    >
      {line('name', true)}
      <div className="pair">
        {line('number')}
        {line('issuer')}
      </div>
      <div className="pair">
        {day('issuedOn')}
        {day('validUntil')}
      </div>
      {index !== null && (
        <p>
          <Button size="small" danger onClick={() => void remove()}>
            {t('participantScreen.certificates.remove')}
          </Button>
        </p>
      )}
    </ActionDialog>
  );
}
