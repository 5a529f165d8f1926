/** Units of a row; names that the unit list does not hold are marked, by line and by words. */
import { Fragment } from 'react';
import type { UnitMention } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';

export function UnitNames({
  units,
  isKnown,
}: {
  units: readonly Pick<UnitMention, 'name' | 'role'>[];
  isKnown: (name: string) => boolean;
}) {
  const { t } = useT();
  return units.map(({ name, role }, index) => (
    <Fragment key={name}>
      {index > 0 && t('paper.unitSeparator')}
      {isKnown(name) ? (
        name
      ) : (
        <span className="unit-unknown" title={t('schedule.units.unknown', { name })}>
          {name}
        </span>
      )}
      {role === 'support' && t('paper.support')}
    </Fragment>
  ));
}
