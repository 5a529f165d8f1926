/** What the listed entries add up to, by kind. */
import type { FundEntry } from '#shared/features/funding.ts';
import { useMemo } from 'react';
import { useT } from '../../../app/i18n.tsx';
import { sumsByKind, sumText } from './entry-marks.ts';
import { kindText } from './entry-texts.ts';

export function SumsBar({ rows }: { rows: readonly FundEntry[] }) {
  const { t } = useT();
  const sums = useMemo(() => sumsByKind(rows), [rows]);
  return (
    <section className="ledger-sums" aria-label={t('ledgerScreen.sums.title')} title={t('ledgerScreen.sums.note')}>
      {sums.length === 0 ? (
        <span className="muted">{t('ledgerScreen.sums.none')}</span>
      ) : (
        sums.map(({ kind, fen, entries }) => (
          <span key={kind} className="ledger-sum" title={t('ledgerScreen.sums.entries', { count: entries })}>
            <span className="muted">{kindText(t, kind)}</span>
            <strong className={fen < 0n ? 'digits ledger-minus' : 'digits'}>{sumText(fen)}</strong>
          </span>
        ))
      )}
    </section>
  );
}
