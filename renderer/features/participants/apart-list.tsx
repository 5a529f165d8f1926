/** The pairs of whom somebody said that they are not the same, each to be taken back. */
import { Button } from 'antd';
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';
import { showPerson } from './person-state.ts';

export function ApartList() {
  const { t } = useT();
  const pairs = useAsked('participants.apart', {}).data ?? [];
  const [taking, setTaking] = useState<{ id: number; version: number } | null>(null);
  if (pairs.length === 0) return null;

  return (
    <details>
      <summary>{t('participantScreen.apart.list', { count: pairs.length })}</summary>
      <ul className="apart-list">
        {pairs.map(({ id, version, reason, persons }) => (
          <li key={id}>
            {persons.map((person) => (
              <button key={person.id} type="button" className="text-link" onClick={() => showPerson(person.id)}>
                {person.name} {t('participantScreen.merge.number', { id: person.id })}
              </button>
            ))}
            <span className="muted">{reason}</span>
            <Writing>
              <Button size="small" onClick={() => setTaking({ id, version })}>
                {t('participantScreen.apart.back')}
              </Button>
            </Writing>
          </li>
        ))}
      </ul>
      {taking !== null && (
        <ReasonDialog
          title={t('participantScreen.apart.backTitle')}
          text={t('participantScreen.apart.backText')}
          okText={t('participantScreen.apart.back')}
          run={async (reason) => {
            await call('participants.takeBackApart', { ...taking, reason });
          }}
          onClose={() => setTaking(null)}
        />
      )}
    </details>
  );
}
