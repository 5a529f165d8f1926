/** What a person is to the center, over time: those held now first. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PersonRole } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { showPersons, personState } from './person-state.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { isCurrent, roleText } from './person-texts.ts';

export function InspectorRoles({ person, units, today, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const edit = (index: number | null): void => personState.set({ dialog: { name: 'role', id: person.id, index } });
  const numbered = person.roles.map((role, index) => ({ role, index }));
  const current = numbered.filter(({ role }) => isCurrent(role, today));
  const ended = numbered.filter(({ role }) => !isCurrent(role, today));
  const span = ({ from, to }: PersonRole): string => {
    if (from === null && to === null) return t('participantScreen.roles.noDates');
    return t('participantScreen.roles.span', {
      from: from ?? t('participantScreen.roles.unknown'),
      to: to ?? t('participantScreen.roles.now'),
    });
  };
  const item = ({ role, index }: { role: PersonRole; index: number }) => {
    const { organisationId } = role;
    const unit = units.find(({ id }) => id === organisationId);
    return (
      <li key={index}>
        <span className="entry-head">
          <strong>{roleText(t, role.role)}</strong>
          {!readOnly && (
            <Button size="small" type="text" onClick={() => edit(index)}>
              {t('participantScreen.edit')}
            </Button>
          )}
        </span>
        {organisationId !== null && (
          <button type="button" className="text-link" onClick={() => showPersons({ organisationId })}>
            {unit?.fullName ?? `#${organisationId}`}
          </button>
        )}
        {role.subject !== '' && <span>{role.subject}</span>}
        <span className="muted digits">{span(role)}</span>
      </li>
    );
  };
  return (
    <div className="inspector-body">
      {person.roles.length === 0 && <p className="muted">{t('participantScreen.roles.none')}</p>}
      {current.length > 0 && <ul className="entries">{current.map(item)}</ul>}
      {ended.length > 0 && (
        <>
          <h3>{t('participantScreen.roles.ended')}</h3>
          <ul className="entries">{ended.map(item)}</ul>
        </>
      )}
      {!readOnly && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => edit(null)}>
          {t('participantScreen.roles.add')}
        </Button>
      )}
    </div>
  );
}
