/** Roles that the sheet gives to persons of the register who do not have them: each is added only where it is ticked. */
import { Checkbox } from 'antd';
import type { PlannedImport } from '#shared/features/attendance.ts';
import { useT } from '../../app/i18n.tsx';

interface Props {
  proposed: PlannedImport['proposedRoles'];
  /** Places in `proposed` that are taken. */
  taken: ReadonlySet<number>;
  onTake: (taken: ReadonlySet<number>) => void;
}

export function RolesPanel({ proposed, taken, onTake }: Props) {
  const { t } = useT();
  const toggle = (place: number): void => {
    const next = new Set(taken);
    if (!next.delete(place)) next.add(place);
    onTake(next);
  };
  return (
    <>
      <p className="muted">{t('signIn.review.rolesText')}</p>
      <Checkbox
        checked={taken.size === proposed.length}
        indeterminate={taken.size > 0 && taken.size < proposed.length}
        onChange={(event) => onTake(new Set(event.target.checked ? proposed.keys() : []))}
      >
        {t('signIn.review.rolesAll')}
      </Checkbox>
      <ul className="who-list">
        {proposed.map(({ personId, role, subject, from, name, index }, place) => (
          <li key={`${personId}.${role}`} className="who">
            <Checkbox checked={taken.has(place)} onChange={() => toggle(place)}>
              {t('signIn.review.roleOf', { row: index + 1, name, role: t(`participants.role.${role}`), from })}
            </Checkbox>
            <span className="muted">{subject}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
