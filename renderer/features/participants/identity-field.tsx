/** The ID-card number of a person, masked; there is no such field where the archive keeps none. */
import { EyeOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId } from 'react';
import type { Person } from '#shared/features/participants.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { personState } from './person-state.ts';

export function IdentityField({ person, readOnly }: { person: Person; readOnly: boolean }) {
  const { t } = useT();
  const id = useId();
  const on = useAsked('participants.identitySetting', {}).data?.on === true;
  if (!on) return null;
  const open = (name: 'identityEnter' | 'identityReveal') => (): void =>
    personState.set({ dialog: { name, id: person.id } });
  const action = person.identityMask === null ? 'enter' : 'change';
  return (
    <div className="field">
      <label htmlFor={id}>{t('participants.field.identityMask')}</label>
      <Input
        id={id}
        className="digits"
        readOnly
        value={person.identityMask ?? ''}
        placeholder={t('identityNumbers.field.none')}
      />
      <div className="identity-actions">
        {!readOnly && (
          <Button size="small" aria-label={t(`identityNumbers.field.${action}Of`)} onClick={open('identityEnter')}>
            {t(`identityNumbers.field.${action}`)}
          </Button>
        )}
        {person.identityMask !== null && (
          <WriteButton
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('identityNumbers.field.showOf')}
            onClick={open('identityReveal')}
          >
            {t('identityNumbers.field.show')}
          </WriteButton>
        )}
      </div>
    </div>
  );
}
