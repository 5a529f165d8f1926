/** Switches ID-card numbers on: what that means, the reason, and the passphrase twice where keys are to be made. */
import { App, Input } from 'antd';
import { useState } from 'react';
import { type IdentitySetting, LEAST_PASSPHRASE } from '#shared/features/participant-identity.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';

export function IdentityOnDialog({ setting, onClose }: { setting: IdentitySetting; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { passphraseNeeded, stored } = setting;
  const given = reason.trim();
  const count = Array.from(passphrase.normalize('NFKC')).length;
  const short = passphrase !== '' && count < LEAST_PASSPHRASE;
  const differs = again !== '' && again !== passphrase;
  const ready = given !== '' && (!passphraseNeeded || (passphrase !== '' && !short && again === passphrase));
  const switchOn = async (): Promise<void> => {
    await call('participants.switchIdentityNumbers', {
      on: true,
      reason: given,
      ...(passphraseNeeded && { passphrase }),
    });
    message.success(t('identityNumbers.switchOn.done'));
  };
  return (
    <ActionDialog
      title={t('identityNumbers.switchOn.title')}
      text={t('identityNumbers.switchOn.text')}
      forGood={t('identityNumbers.switchOn.warning')}
      okText={t('identityNumbers.switchOn.do')}
      ready={ready}
      run={switchOn}
      onClose={onClose}
    >
      <Field id="identity-reason" label={t('identityNumbers.reason')} required>
        <Input
          id="identity-reason"
          maxLength={500}
          placeholder={t('identityNumbers.switchOn.reasonHint')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      {passphraseNeeded ? (
        <>
          <Field
            id="identity-new"
            label={t('identityNumbers.switchOn.passphrase')}
            required
            hint={t('identityNumbers.switchOn.passphraseHint', { count: LEAST_PASSPHRASE })}
            problem={
              short ? t('errors.participants/identity_passphrase_short', { least: LEAST_PASSPHRASE, count }) : null
            }
          >
            <Input.Password
              id="identity-new"
              autoComplete="new-password"
              maxLength={200}
              value={passphrase}
              onChange={({ target }) => setPassphrase(target.value)}
            />
          </Field>
          <Field
            id="identity-again"
            label={t('identityNumbers.switchOn.again')}
            required
            problem={differs ? t('identityNumbers.switchOn.differs') : null}
          >
            <Input.Password
              id="identity-again"
              autoComplete="new-password"
              maxLength={200}
              value={again}
              onChange={({ target }) => setAgain(target.value)}
            />
          </Field>
        </>
      ) : (
        <p className="muted">{t('identityNumbers.switchOn.kept', { count: stored })}</p>
      )}
    </ActionDialog>
  );
}
