/**
 * Enters a person's ID-card number, checked while it is typed. What it says of birth date and sex, and the data do not
 * yet, is offered afterwards and filled in only on demand.
 */
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Person } from '#shared/features/participants.ts';
import { readIdentityNumber } from '#shared/lib/identity-numbers.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { Field } from '../life/field.tsx';
import { sexText } from './person-texts.ts';
import { setFields } from './use-person-edits.ts';

/** As many characters as a number has: with fewer it is still being typed. */
const WHOLE = 18;

interface Props {
  person: Person;
  /** ISO day. */
  today: string;
  onClose: () => void;
}

type Says = Output<'participants.setIdentityNumber'>['says'];

export function IdentityEnterDialog({ person, today, onClose }: Props) {
  const [says, setSays] = useState<Says | null>(null);
  if (says) return <OfferDialog person={person} says={says} onClose={onClose} />;
  return <NumberDialog person={person} today={today} onSaid={setSays} onClose={onClose} />;
}

function NumberDialog({ person, today, onSaid, onClose }: Props & { onSaid: (says: Says) => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { id, name, identityMask } = person;
  const reading = readIdentityNumber(text, today);
  const told = tried || text.replaceAll(/\s/gu, '').length >= WHOLE;
  const problem = !reading.ok && told ? t(`errors.participants/identity_${reading.rule}`) : null;

  const save = async (number: string | null): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { says } = await call('participants.setIdentityNumber', { person: id, number });
      message.success(t(number === null ? 'identityNumbers.enter.removed' : 'identityNumbers.enter.saved', { name }));
      if (says.birthDate === null && says.sex === null) onClose();
      else onSaid(says);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const enter = (): void => {
    setTried(true);
    if (reading.ok && !busy) void save(text);
  };
  return (
    <Dialog
      width={460}
      title={t('identityNumbers.enter.title', { name })}
      okText={t('identityNumbers.enter.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: busy }}
      onOk={enter}
      onCancel={onClose}
      footer={(buttons) => (
        <div className="identity-footer">
          {identityMask !== null && (
            <Button danger disabled={busy} onClick={() => void save(null)}>
              {t('identityNumbers.enter.remove')}
            </Button>
          )}
          <span className="space" />
          {buttons}
        </div>
      )}
    >
      <p className="muted">{t('identityNumbers.enter.text')}</p>
      {identityMask !== null && (
        <p className="muted digits">{t('identityNumbers.enter.now', { mask: identityMask })}</p>
      )}
      <form
        className="action-form"
        onKeyDown={typed((event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          enter();
        })}
      >
        <Field id="identity-number" label={t('identityNumbers.enter.number')} required problem={problem}>
          <Input
            id="identity-number"
            className="digits"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            status={problem === null ? '' : 'error'}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setTried(false);
              setError(null);
            }}
          />
        </Field>
      </form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

function OfferDialog({ person, says, onClose }: { person: Person; says: Says; onClose: () => void }) {
  const { t } = useT();
  const [error, setError] = useState<unknown>(null);
  const birthDate = says.birthDate === null ? '' : t('identityNumbers.says.birthDate', { date: says.birthDate });
  const sex = says.sex === null ? '' : t('identityNumbers.says.sex', { sex: sexText(t, says.sex) });
  const facts = birthDate !== '' && sex !== '' ? t('identityNumbers.says.both', { birthDate, sex }) : birthDate + sex;
  const fill = async (): Promise<void> => {
    try {
      await setFields(person.id, {
        ...(says.birthDate !== null && { birthDate: says.birthDate }),
        ...(says.sex !== null && { sex: says.sex }),
      });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={460}
      title={t('identityNumbers.says.title', { name: person.name })}
      okText={t('identityNumbers.says.do')}
      cancelText={t('identityNumbers.says.leave')}
      focusField={false}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      <p>{t('identityNumbers.says.text', { facts })}</p>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
