/** Which persons the list shows: by words, role, village, unit or club, and by what is to be done. */
import { Checkbox } from 'antd';
import type { Organisation } from '#shared/features/organisations.ts';
import { PersonRoleName } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { FindBar } from '../../app/register/find-bar.tsx';
import { FindChoice, FindSelect } from '../../app/register/find-select.tsx';
import { ATTENTIONS, type Attention, EVERYBODY, isFiltered, type PersonChoice } from './person-filter.ts';
import { choose, usePersonState } from './person-state.ts';
import { roleText } from './person-texts.ts';

export function PersonFind({ units, year }: { units: readonly Organisation[]; year: number | null }) {
  const { t } = useT();
  const choice = usePersonState((state) => state.choice);
  const villages = units.filter(({ kind }) => kind === 'village');
  const others = units.filter(({ kind }) => kind !== 'village');
  return (
    <FindBar
      title={t('participantScreen.find.title')}
      text={t('participantScreen.find.text')}
      applied={choice.text}
      maxLength={100}
      apply={(text) => choose({ text })}
      list=".people-main"
      filtered={isFiltered(choice)}
      onClear={() => choose(EVERYBODY)}
    >
      <FindChoice<PersonRoleName>
        label={t('participantScreen.find.role')}
        whatever={t('participantScreen.find.allRoles')}
        value={choice.role}
        onChange={(role) => choose({ role })}
        options={PersonRoleName.options.map((value) => ({ value, label: roleText(t, value) }))}
      />
      <FindChoice<NonNullable<PersonChoice['village']>>
        label={t('participantScreen.find.village')}
        whatever={t('participantScreen.find.allVillages')}
        searchable
        value={choice.village}
        onChange={(village) => choose({ village })}
        options={[
          ...villages.map(({ id, fullName }) => ({ value: id, label: fullName })),
          { value: 'unknown', label: t('participantScreen.find.unknownVillage') },
        ]}
      />
      <FindChoice<number>
        label={t('participantScreen.find.unit')}
        whatever={t('participantScreen.find.allUnits')}
        searchable
        value={choice.organisationId}
        onChange={(organisationId) => choose({ organisationId })}
        options={others.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      />
      <FindSelect<Attention>
        label={t('participantScreen.find.attention')}
        value={choice.attention}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`participantScreen.attention.${value}`) }))}
      />
      {year !== null && (
        <Checkbox checked={choice.tookPart} onChange={(event) => choose({ tookPart: event.target.checked })}>
          {t('participantScreen.find.tookPart', { year })}
        </Checkbox>
      )}
    </FindBar>
  );
}
