/**
 * Shows a masked number whole, once: first the reason, which goes into the log with the name of who asked; then the
 * number, which is gone as soon as the dialog is closed.
 */
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import type { SecretField } from './person-state.ts';
import { RevealReason } from './reveal-reason.tsx';

const REASONS = ['invite', 'change', 'safety', 'check', 'other'] as const;

export function RevealDialog({ id, field, onClose }: { id: number; field: SecretField; onClose: () => void }) {
  const { t } = useT();
  const [given, setGiven] = useState('');
  const [shown, setShown] = useState<{ value: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const name = useAsked('participants.get', { id }).data?.person.name ?? '';
  const label = t(`participants.field.${field}`);

  const reveal = async (): Promise<void> => {
    if (given === '' || busy) return;
    setBusy(true);
    setError(null);
    try {
      setShown(await call('participants.reveal', { id, field, reason: given }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  if (shown) {
    return (
      <Dialog
        width={440}
        title={t('participantScreen.reveal.title', { name, field: label })}
        okText={t('shell.close')}
        cancelButtonProps={{ style: { display: 'none' } }}
        focusField={false}
        onOk={onClose}
        onCancel={onClose}
      >
        <p className="revealed digits">{shown.value ?? t('participantScreen.reveal.nothing')}</p>
        <p className="muted">{t('participantScreen.reveal.once')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      width={440}
      title={t('participantScreen.reveal.title', { name, field: label })}
      okText={t('participantScreen.reveal.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: given === '', loading: busy }}
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
        <p className="muted">{t('participantScreen.reveal.text')}</p>
        <RevealReason
          reasons={REASONS.map((value) => ({ value, label: t(`participantScreen.reveal.reasons.${value}`) }))}
          onGiven={setGiven}
        />
      </form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
