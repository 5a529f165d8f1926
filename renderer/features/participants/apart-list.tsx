/** The pairs of whom somebody said that they are not the same, each to be taken back. */
import { Button } from 'antd';
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { showPerson } from './person-state.ts';

export function ApartList() {
  const { t } = useT();
  const pairs = useAsked('participants.apart', {}).data ?? [];
  const [error, setError] = useState<unknown>(null);
  if (pairs.length === 0) return null;

  const takeBack = async (id: number, version: number): Promise<void> => {
    setError(null);
    try {
      await call('participants.takeBackApart', { id, version, reason: t('participantScreen.apart.backReason') });
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <details>
      <summary>{t('participantScreen.apart.list', { count: pairs.length })}</summary>
      <ul className="who-list">
        {pairs.map(({ id, version, reason, persons }) => (
          <li key={id} className="who">
            {persons.map((person) => (
              <button key={person.id} type="button" className="text-link" onClick={() => showPerson(person.id)}>
                {person.name} {t('participantScreen.merge.number', { id: person.id })}
              </button>
            ))}
            <span className="muted">{reason}</span>
            <Writing>
              <Button size="small" onClick={() => void takeBack(id, version)}>
                {t('participantScreen.apart.back')}
              </Button>
            </Writing>
          </li>
        ))}
      </ul>
      {error !== null && <ErrorView error={error} />}
    </details>
  );
}
