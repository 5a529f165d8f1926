/** 不是同一人: of persons shown side by side, said with a reason, so that they are not proposed as one again. */
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Person } from '#shared/features/participants.ts';
import { call } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { Field } from '../life/field.tsx';

const USUAL = ['namesakes', 'household'] as const;

export function ApartForm({ persons, onDone }: { persons: readonly Person[]; onDone: () => void }) {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const said = persons.filter(({ id }) => !out.has(id));
  const given = reason.trim();
  const ready = given !== '' && said.length > 1;

  const decide = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await call('participants.setApart', { ids: said.map(({ id }) => id), reason: given });
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Writing>
      <form
        className="merge-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void decide();
        }}
      >
        {persons.length > 2 && (
          <Checkbox.Group
            aria-label={t('participantScreen.apart.who')}
            value={said.map(({ id }) => id)}
            onChange={(ids) => setOut(new Set(persons.flatMap(({ id }) => (ids.includes(id) ? [] : [id]))))}
            options={persons.map(({ id, name }) => ({
              value: id,
              label: `${name} ${t('participantScreen.merge.number', { id })}`,
            }))}
          />
        )}
        <Field id="apart-reason" label={t('participantScreen.apart.reason')} required>
          <Input
            id="apart-reason"
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <span className="actions">
          {USUAL.map((usual) => (
            <Button key={usual} size="small" onClick={() => setReason(t(`participantScreen.apart.usual.${usual}`))}>
              {t(`participantScreen.apart.usual.${usual}`)}
            </Button>
          ))}
          <span className="spring" />
          <Button htmlType="submit" disabled={!ready} loading={busy}>
            {t('participantScreen.apart.do', { count: said.length })}
          </Button>
        </span>
        {error !== null && <ErrorView error={error} />}
      </form>
    </Writing>
  );
}
