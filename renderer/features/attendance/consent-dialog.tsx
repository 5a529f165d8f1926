/** Guardian and day of consent of a person under 14 (PIPL, art. 31), asked for where the list shows that they lack. */
import { Input } from 'antd';
import { useState } from 'react';
import type { Person } from '#shared/features/participants.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { ActionDialog } from '../life/action-dialog.tsx';
import { DayField } from '../life/day-field.tsx';
import { isoDay, readDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';

export function ConsentDialog({ personId, onClose }: { personId: number; onClose: () => void }) {
  const person = useAsked('participants.get', { id: personId }).data?.person;
  return person ? <Consent person={person} onClose={onClose} /> : null;
}

function Consent({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useT();
  const today = isoDay(useToday());
  const [guardianName, setGuardianName] = useState(person.guardianName ?? '');
  const [guardianPhone, setGuardianPhone] = useState('');
  const [consentOn, setConsentOn] = useState(person.consentOn ?? '');
  const day = readDay(consentOn);
  return (
    <ActionDialog
      title={t('signIn.consentTitle', { name: person.name })}
      text={t('signIn.consentText')}
      okText={t('signIn.consentSave')}
      ready={guardianName.trim() !== '' && day !== null}
      run={async () => {
        await call('participants.edit', {
          step: { code: 'personEdit', params: { count: 1 } },
          changes: [
            {
              do: 'set',
              id: person.id,
              version: person.version,
              fields: {
                guardianName: guardianName.trim(),
                consentOn: day,
                // The number that is kept is shown masked only; an empty field leaves it as it is.
                ...(guardianPhone.trim() === '' ? {} : { guardianPhone: guardianPhone.trim() }),
              },
            },
          ],
        });
      }}
      onClose={onClose}
    >
      <Field id="consent-guardian" label={t('signIn.line.guardianName')} required>
        <Input
          id="consent-guardian"
          maxLength={50}
          value={guardianName}
          onChange={(event) => setGuardianName(event.target.value)}
        />
      </Field>
      <Field id="consent-phone" label={t('signIn.line.guardianPhone')}>
        <Input
          id="consent-phone"
          maxLength={50}
          placeholder={person.guardianPhone ?? ''}
          value={guardianPhone}
          onChange={(event) => setGuardianPhone(event.target.value)}
        />
      </Field>
      <DayField
        id="consent-day"
        label={t('signIn.line.consentOn')}
        value={consentOn}
        today={today}
        required
        onChange={setConsentOn}
      />
    </ActionDialog>
  );
}
