/** What happened to an entry. */
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useT } from '../../../app/i18n.tsx';
import { RecordHistory } from '../../../app/register/record-history.tsx';
import { giverText, kindText } from './entry-texts.ts';
import type { InspectorTabProps } from './inspector.tsx';

type Field = keyof typeof zhCN.ledgerScreen.logged;

function isField(field: string): field is Field {
  return Object.hasOwn(zhCN.ledgerScreen.logged, field);
}

export function InspectorHistory({ entry }: InspectorTabProps) {
  const { t } = useT();
  /** Amounts are fen in the log. */
  const valueText = (field: string, value: unknown): string | null => {
    if (field === 'amount' && typeof value === 'number') return moneyText(value);
    const kind = FundKind.safeParse(value);
    if (field === 'kind' && kind.success) return kindText(t, kind.data);
    const giver = FundSource.safeParse(value);
    if (field === 'sourceKind' && giver.success) return giverText(t, giver.data);
    const linked = field === 'reversesId' || field === 'reversedById';
    return linked && typeof value === 'number' ? t('ledgerScreen.loggedNumber', { id: value }) : null;
  };
  return (
    <RecordHistory
      entity="fund_entry"
      id={entry.id}
      fieldText={(field) => (isField(field) ? t(`ledgerScreen.logged.${field}`) : null)}
      valueText={valueText}
    />
  );
}
