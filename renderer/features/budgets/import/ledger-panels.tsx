/** Beside the lines of a ledger under review: what is printed in them, totals, and what was left out. */
import { LedgerField, type PrintedTotal, type FundingReading } from '#shared/features/funding-reading.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useT } from '../../../app/i18n.tsx';
import { Fact } from '../../../app/saved-text.tsx';
import type { LedgerRow } from './ledger-draft.ts';

export function PrintedPanel({ row }: { row: LedgerRow | null }) {
  const { t } = useT();
  if (row === null) return <p className="muted">{t('ledgerScreen.import.printedNone')}</p>;
  const { printed, sourceLine } = row;
  if (printed === null) return <p className="muted">{t('ledgerScreen.import.printedHand')}</p>;
  return (
    <>
      <p className="muted">{t('ledgerScreen.import.printedLine', { line: sourceLine ?? 0 })}</p>
      <dl className="facts ledger-printed">
        {LedgerField.options.map((field) =>
          printed[field] === undefined ? null : (
            <Fact key={field} label={t(`ledgerScreen.import.field.${field}`)}>
              {printed[field] === '' ? '—' : printed[field]}
            </Fact>
          ),
        )}
      </dl>
    </>
  );
}

export function TotalsPanel({ totals }: { totals: readonly PrintedTotal[] }) {
  const { t } = useT();
  if (totals.length === 0) return <p className="muted">{t('ledgerScreen.import.totalsNone')}</p>;
  return (
    <>
      <p className="muted">{t('ledgerScreen.import.totalsText')}</p>
      <ul className="ledger-totals">
        {totals.map(({ line, label, field, statedFen, sumFen, agrees }) => {
          const params = {
            line,
            label,
            field: t(`ledgerScreen.import.field.${field}`),
            stated: moneyText(statedFen),
          };
          return (
            <li key={`${line}-${field}`}>
              <span className="digits">
                {sumFen === null
                  ? t('ledgerScreen.import.totalUnclear', params)
                  : t('ledgerScreen.import.total', { ...params, sum: moneyText(sumFen) })}
              </span>
              <Agreement agrees={agrees} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** `null` = it was not compared. */
export function Agreement({ agrees }: { agrees: boolean | null }) {
  const { t } = useT();
  if (agrees === null) return <span className="muted">{t('ledgerScreen.import.notCompared')}</span>;
  return (
    <strong className={agrees ? 'ledger-agrees' : 'ledger-differs'}>
      {t(agrees ? 'ledgerScreen.import.agrees' : 'ledgerScreen.import.differs')}
    </strong>
  );
}

export function SkippedPanel({ skipped }: { skipped: FundingReading['skipped'] }) {
  const { t } = useT();
  if (skipped.length === 0) return <p className="muted">{t('ledgerScreen.import.skippedNone')}</p>;
  return (
    <ul className="ledger-totals">
      {skipped.map(({ line, text, reason }) => (
        <li key={line}>{t('ledgerScreen.import.skipped', { line, text, reason })}</li>
      ))}
    </ul>
  );
}
