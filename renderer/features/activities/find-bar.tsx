/** Which activities the list shows: by words, month, category, audience, and by what is to be done. Ctrl+F goes there. */
import { Button, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Audience } from '#shared/features/activities.ts';
import { useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useSettled } from '../../app/use-settled.ts';
import { type ActivityChoice, ATTENTIONS, type Attention, EVERYTHING, isFiltered } from './activity-filter.ts';
import { activityState, choose, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export function FindBar({ categories }: { categories: Choices['categories'] }) {
  const { t } = useT();
  const choice = useActivityState((state) => state.choice);
  return (
    <div className="filter-bar" role="search" aria-label={t('activityScreen.find.title')}>
      <FindText />
      <Select<number>
        aria-label={t('activityScreen.find.month')}
        value={choice.month ?? 0}
        onChange={(month) => choose({ month: month === 0 ? null : month })}
        options={[
          { value: 0, label: t('activityScreen.find.allMonths') },
          ...MONTHS.map((month) => ({ value: month, label: t('activityScreen.find.monthOf', { month }) })),
        ]}
      />
      <Select<number | 'none' | 'all'>
        aria-label={t('activityScreen.find.category')}
        value={choice.category ?? 'all'}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        onChange={(category) => choose({ category: category === 'all' ? null : category })}
        options={[
          { value: 'all', label: t('activityScreen.find.allCategories') },
          ...categories.map(({ id, label }) => ({ value: id, label })),
          { value: 'none', label: t('activityScreen.find.noCategory') },
        ]}
      />
      <Select<NonNullable<ActivityChoice['audience']> | 'all'>
        aria-label={t('activityScreen.find.audience')}
        value={choice.audience ?? 'all'}
        popupMatchSelectWidth={false}
        onChange={(audience) => choose({ audience: audience === 'all' ? null : audience })}
        options={[
          { value: 'all', label: t('activityScreen.find.allAudiences') },
          ...Audience.options.map((value) => ({ value, label: t(`activities.audience.${value}`) })),
          { value: 'none', label: t('activityScreen.find.noAudience') },
        ]}
      />
      <Select<Attention>
        aria-label={t('activityScreen.find.attention')}
        value={choice.attention}
        popupMatchSelectWidth={false}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`activityScreen.attention.${value}`) }))}
      />
      {isFiltered(choice) && (
        <Button type="link" size="small" onClick={() => choose(EVERYTHING)}>
          {t('activityScreen.find.clear')}
        </Button>
      )}
    </div>
  );
}

function FindText() {
  const { t } = useT();
  const applied = useActivityState((state) => state.choice.text);
  const [text, setText] = useState(applied);
  const [shown, setShown] = useState(applied);
  const settled = useSettled(text, 250);
  const input = useRef<InputRef>(null);
  const composing = useRef(false);
  if (shown !== applied) {
    // Cleared from outside: by the button, or on the way to an activity.
    setShown(applied);
    setText(applied);
  }
  useEffect(() => {
    // Letters of an input method are no words yet.
    if (!composing.current && settled !== activityState.get().choice.text) choose({ text: settled });
    // Only what was typed is applied; a text set from outside is applied already.
  }, [settled]);
  useCommand('view.find', () => input.current?.focus({ cursor: 'all' }));
  return (
    <Input
      ref={input}
      allowClear
      className="activity-find"
      aria-label={t('activityScreen.find.text')}
      placeholder={t('activityScreen.find.text')}
      maxLength={200}
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
        else if (event.key === 'Enter') document.querySelector<HTMLElement>('.activities-main .grid-editor')?.focus();
      })}
    />
  );
}
