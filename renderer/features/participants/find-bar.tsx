/** Which persons the list shows: by words, role, village, unit or club, and by what is to be done. Ctrl+F goes there. */
import { Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { PersonRoleName } from '#shared/features/participants.ts';
import { useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useSettled } from '../../app/use-settled.ts';
import { ATTENTIONS, type Attention, EVERYBODY, isFiltered } from './person-filter.ts';
import { choose, personState, usePersonState } from './person-state.ts';
import { roleText } from './person-texts.ts';

export function FindBar({ units, year }: { units: readonly Organisation[]; year: number | null }) {
  const { t } = useT();
  const choice = usePersonState((state) => state.choice);
  const villages = units.filter(({ kind }) => kind === 'village');
  const others = units.filter(({ kind }) => kind !== 'village');
  return (
    <div className="filter-bar" role="search" aria-label={t('participantScreen.find.title')}>
      <FindText />
      <Select<PersonRoleName | 'all'>
        aria-label={t('participantScreen.find.role')}
        value={choice.role ?? 'all'}
        popupMatchSelectWidth={false}
        onChange={(role) => choose({ role: role === 'all' ? null : role })}
        options={[
          { value: 'all', label: t('participantScreen.find.allRoles') },
          ...PersonRoleName.options.map((value) => ({ value, label: roleText(t, value) })),
        ]}
      />
      <Select<number | 'all' | 'unknown'>
        aria-label={t('participantScreen.find.village')}
        value={choice.village ?? 'all'}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        onChange={(village) => choose({ village: village === 'all' ? null : village })}
        options={[
          { value: 'all', label: t('participantScreen.find.allVillages') },
          ...villages.map(({ id, fullName }) => ({ value: id, label: fullName })),
          { value: 'unknown', label: t('participantScreen.find.unknownVillage') },
        ]}
      />
      <Select<number | 'all'>
        aria-label={t('participantScreen.find.unit')}
        value={choice.organisationId ?? 'all'}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        onChange={(id) => choose({ organisationId: id === 'all' ? null : id })}
        options={[
          { value: 'all', label: t('participantScreen.find.allUnits') },
          ...others.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      <Select<Attention>
        aria-label={t('participantScreen.find.attention')}
        value={choice.attention}
        popupMatchSelectWidth={false}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`participantScreen.attention.${value}`) }))}
      />
      {year !== null && (
        <Checkbox checked={choice.tookPart} onChange={(event) => choose({ tookPart: event.target.checked })}>
          {t('participantScreen.find.tookPart', { year })}
        </Checkbox>
      )}
      {isFiltered(choice) && (
        <Button type="link" size="small" onClick={() => choose(EVERYBODY)}>
          {t('participantScreen.find.clear')}
        </Button>
      )}
    </div>
  );
}

function FindText() {
  const { t } = useT();
  const applied = usePersonState((state) => state.choice.text);
  const [text, setText] = useState(applied);
  const [shown, setShown] = useState(applied);
  const settled = useSettled(text, 250);
  const input = useRef<InputRef>(null);
  const composing = useRef(false);
  if (shown !== applied) {
    // Cleared from outside: by the button, or on the way to a person.
    setShown(applied);
    setText(applied);
  }
  useEffect(() => {
    // Letters of an input method are no words yet.
    if (!composing.current && settled !== personState.get().choice.text) choose({ text: settled });
    // Only what was typed is applied; a text set from outside is applied already.
  }, [settled]);
  useCommand('view.find', () => input.current?.focus({ cursor: 'all' }));
  return (
    <Input
      ref={input}
      allowClear
      className="person-find"
      aria-label={t('participantScreen.find.text')}
      placeholder={t('participantScreen.find.text')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setText(event.currentTarget.value);
      }}
      onKeyDown={typed((event) => {
        if (event.key === 'Escape') setText('');
        else if (event.key === 'Enter') document.querySelector<HTMLElement>('.people-main .grid-editor')?.focus();
      })}
    />
  );
}
