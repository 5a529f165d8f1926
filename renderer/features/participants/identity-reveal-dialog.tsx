/**
 * Shows a person's ID-card number whole, once: first passphrase and reason; then the number, which is gone as soon as the
 * dialog is closed, at the latest after half a minute.
 */
import { Input } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { Field } from '../life/field.tsx';
import { RevealReason } from './reveal-reason.tsx';

const REASONS = ['report', 'check', 'other'] as const;
const SECONDS_SHOWN = 30;

export function IdentityRevealDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useT();
  const [passphrase, setPassphrase] = useState('');
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const name = useAsked('participants.get', { id }).data?.person.name ?? '';
  const title = t('identityNumbers.reveal.title', { name });
  const ready = passphrase !== '' && reason !== '';

  const reveal = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      setNumber((await call('participants.revealIdentityNumber', { person: id, passphrase, reason })).number);
      setPassphrase('');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  if (number !== null) return <Shown title={title} number={number} onClose={onClose} />;
  return (
    <Dialog
      width={460}
      title={title}
      okText={t('participantScreen.reveal.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void reveal()}
      onCancel={onClose}
    >
      <form
        className="action-form"
        onKeyDown={typed((event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void reveal();
        })}
      >
        <p className="muted">{t('identityNumbers.reveal.text')}</p>
        <Field id="identity-passphrase" label={t('identityNumbers.switchOn.passphrase')} required>
          <Input.Password
            id="identity-passphrase"
            autoComplete="off"
            maxLength={200}
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        </Field>
        <Field id="identity-reveal-reason" label={t('identityNumbers.reason')} required>
          <RevealReason
            reasons={REASONS.map((value) => ({ value, label: t(`identityNumbers.reveal.reasons.${value}`) }))}
            onGiven={setReason}
          />
        </Field>
      </form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

function Shown({ title, number, onClose }: { title: string; number: string; onClose: () => void }) {
  const { t } = useT();
  // Counted from the moment when it is shown, however often the screen behind is drawn meanwhile.
  const end = useEffectEvent(onClose);
  useEffect(() => {
    const timer = setTimeout(() => end(), SECONDS_SHOWN * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Dialog
      width={460}
      title={title}
      okText={t('shell.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      focusField={false}
      onOk={onClose}
      onCancel={onClose}
    >
      <p className="revealed digits">{number}</p>
      <p className="muted">{t('identityNumbers.reveal.once', { count: SECONDS_SHOWN })}</p>
    </Dialog>
  );
}
