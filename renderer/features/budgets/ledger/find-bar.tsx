/** Which entries the list shows: by words, month, kind, giver, and by what is to be done. Ctrl+F goes there. */
import { Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { useCommand } from '../../../app/commands.ts';
import { useT } from '../../../app/i18n.tsx';
import { typed } from '../../../app/keyboard.ts';
import { useSettled } from '../../../app/use-settled.ts';
import { giverText, kindText } from './entry-texts.ts';
import { ATTENTIONS, type Attention, EVERYTHING, isFiltered, type LedgerChoice } from './ledger-filter.ts';
import { choose, ledgerState, useLedgerState } from './ledger-state.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const ALL = 'all';

export function FindBar() {
  const { t } = useT();
  const choice = useLedgerState((state) => state.choice);
  return (
    <div className="filter-bar" role="search" aria-label={t('ledgerScreen.find.title')}>
      <FindText />
      <Select<number>
        aria-label={t('ledgerScreen.find.month')}
        value={choice.month ?? 0}
        onChange={(month) => choose({ month: month === 0 ? null : month })}
        options={[
          { value: 0, label: t('ledgerScreen.find.allMonths') },
          ...MONTHS.map((month) => ({ value: month, label: t('ledgerScreen.find.monthOf', { month }) })),
        ]}
      />
      <Select<FundKind | typeof ALL>
        aria-label={t('ledgerScreen.find.kind')}
        value={choice.kind ?? ALL}
        popupMatchSelectWidth={false}
        onChange={(kind) => choose({ kind: kind === ALL ? null : kind })}
        options={[
          { value: ALL, label: t('ledgerScreen.find.allKinds') },
          ...FundKind.options.map((kind) => ({ value: kind, label: kindText(t, kind) })),
        ]}
      />
      <Select<NonNullable<LedgerChoice['giver']> | typeof ALL>
        aria-label={t('ledgerScreen.find.giver')}
        value={choice.giver ?? ALL}
        popupMatchSelectWidth={false}
        onChange={(giver) => choose({ giver: giver === ALL ? null : giver })}
        options={[
          { value: ALL, label: t('ledgerScreen.find.allGivers') },
          ...FundSource.options.map((giver) => ({ value: giver, label: giverText(t, giver) })),
          { value: 'unclear', label: giverText(t, null) },
        ]}
      />
      <Select<Attention>
        aria-label={t('ledgerScreen.find.attention')}
        value={choice.attention}
        popupMatchSelectWidth={false}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`ledgerScreen.attention.${value}`) }))}
      />
      <Checkbox checked={choice.withReversed} onChange={(event) => choose({ withReversed: event.target.checked })}>
        {t('ledgerScreen.find.withReversed')}
      </Checkbox>
      {isFiltered(choice) && (
        <Button type="link" size="small" onClick={() => choose({ ...EVERYTHING, withReversed: choice.withReversed })}>
          {t('ledgerScreen.find.clear')}
        </Button>
      )}
    </div>
  );
}

function FindText() {
  const { t } = useT();
  const applied = useLedgerState((state) => state.choice.text);
  const [text, setText] = useState(applied);
  const [shown, setShown] = useState(applied);
  const settled = useSettled(text, 250);
  const input = useRef<InputRef>(null);
  const composing = useRef(false);
  if (shown !== applied) {
    // Cleared from outside: by the button, or on the way to an entry.
    setShown(applied);
    setText(applied);
  }
  useEffect(() => {
    // Letters of an input method are no words yet.
    if (!composing.current && settled !== ledgerState.get().choice.text) choose({ text: settled });
    // Only what was typed is applied; a text set from outside is applied already.
  }, [settled]);
  useCommand('view.find', () => input.current?.focus({ cursor: 'all' }));
  return (
    <Input
      ref={input}
      allowClear
      className="ledger-find"
      aria-label={t('ledgerScreen.find.text')}
      placeholder={t('ledgerScreen.find.text')}
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
        else if (event.key === 'Enter') document.querySelector<HTMLElement>('.ledger-main .grid-editor')?.focus();
      })}
    />
  );
}
