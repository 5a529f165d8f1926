/** Which entries the list shows: by words, month, kind, giver, and by what is to be done. */
import { Checkbox } from 'antd';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { useT } from '../../../app/i18n.tsx';
import { FindBar } from '../../../app/register/find-bar.tsx';
import { FindChoice, FindMonth, FindSelect } from '../../../app/register/find-select.tsx';
import { giverText, kindText } from './entry-texts.ts';
import { ATTENTIONS, type Attention, EVERYTHING, isFiltered, type LedgerChoice } from './ledger-filter.ts';
import { choose, useLedgerState } from './ledger-state.ts';

export function LedgerFind() {
  const { t } = useT();
  const choice = useLedgerState((state) => state.choice);
  return (
    <FindBar
      title={t('ledgerScreen.find.title')}
      text={t('ledgerScreen.find.text')}
      applied={choice.text}
      maxLength={200}
      apply={(text) => choose({ text })}
      list=".ledger-main"
      filtered={isFiltered(choice)}
      onClear={() => choose({ ...EVERYTHING, withReversed: choice.withReversed })}
    >
      <FindMonth value={choice.month} onChange={(month) => choose({ month })} />
      <FindChoice<FundKind>
        label={t('ledgerScreen.find.kind')}
        whatever={t('ledgerScreen.find.allKinds')}
        value={choice.kind}
        onChange={(kind) => choose({ kind })}
        options={FundKind.options.map((kind) => ({ value: kind, label: kindText(t, kind) }))}
      />
      <FindChoice<NonNullable<LedgerChoice['giver']>>
        label={t('ledgerScreen.find.giver')}
        whatever={t('ledgerScreen.find.allGivers')}
        value={choice.giver}
        onChange={(giver) => choose({ giver })}
        options={[
          ...FundSource.options.map((giver) => ({ value: giver, label: giverText(t, giver) })),
          { value: 'unclear', label: giverText(t, null) },
        ]}
      />
      <FindSelect<Attention>
        label={t('ledgerScreen.find.attention')}
        value={choice.attention}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`ledgerScreen.attention.${value}`) }))}
      />
      <Checkbox checked={choice.withReversed} onChange={(event) => choose({ withReversed: event.target.checked })}>
        {t('ledgerScreen.find.withReversed')}
      </Checkbox>
    </FindBar>
  );
}
