/** 身份证号登记: whether the archive keeps ID-card numbers, and switching it on and off or clearing them, with a reason. */
import { App, Input } from 'antd';
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';
import '../life/life.css';
import { IdentityOnDialog } from './identity-on-dialog.tsx';
import { Setting } from './setting.tsx';

type Step = 'switchOn' | 'switchOff' | 'clear';

export function IdentitySetting() {
  const { t } = useT();
  const { message } = App.useApp();
  const [step, setStep] = useState<Step | null>(null);
  const setting = useAsked('participants.identitySetting', {}).data;
  if (!setting) return null;
  const { on, stored } = setting;
  const close = (): void => setStep(null);
  const state = on ? 'on' : stored > 0 ? 'offStored' : 'off';
  return (
    <Setting label={t('identityNumbers.title')} hint={t(`identityNumbers.${state}`, { count: stored })}>
      <WriteButton onClick={() => setStep(on ? 'switchOff' : 'switchOn')}>
        {t(`identityNumbers.${on ? 'switchOff' : 'switchOn'}.button`)}
      </WriteButton>
      {stored > 0 && (
        <WriteButton danger onClick={() => setStep('clear')}>
          {t('identityNumbers.clear.button')}
        </WriteButton>
      )}
      {step === 'switchOn' && <IdentityOnDialog setting={setting} onClose={close} />}
      {step === 'switchOff' && (
        <ReasonStep
          step="switchOff"
          count={stored}
          run={async (reason) => {
            await call('participants.switchIdentityNumbers', { on: false, reason });
            message.success(t('identityNumbers.switchOff.done'));
          }}
          onClose={close}
        />
      )}
      {step === 'clear' && (
        <ReasonStep
          step="clear"
          count={stored}
          forGood={t('identityNumbers.clear.warning')}
          run={async (reason) => {
            const { cleared } = await call('participants.clearIdentityNumbers', { reason });
            message.success(t('identityNumbers.clear.done', { count: cleared }));
          }}
          onClose={close}
        />
      )}
    </Setting>
  );
}

interface ReasonStepProps {
  step: 'switchOff' | 'clear';
  /** Persons with a number. */
  count: number;
  forGood?: string;
  run: (reason: string) => Promise<void>;
  onClose: () => void;
}

function ReasonStep({ step, count, run, ...rest }: ReasonStepProps) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <ActionDialog
      title={t(`identityNumbers.${step}.title`, { count })}
      text={t(`identityNumbers.${step}.text`)}
      okText={t(`identityNumbers.${step}.do`)}
      ready={given !== ''}
      run={() => run(given)}
      {...rest}
    >
      <Field id="identity-reason" label={t('identityNumbers.reason')} required>
        <Input id="identity-reason" maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </ActionDialog>
  );
}
