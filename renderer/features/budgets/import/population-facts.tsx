/** What a table of population or a bulletin adds up to, beside what it prints. */
import type { FundingReading } from '#shared/features/funding-reading.ts';
import { useT } from '../../../app/i18n.tsx';
import { Fact } from '../../../app/saved-text.tsx';
import { Agreement } from './ledger-panels.tsx';

export function FactsPanel({ facts }: { facts: FundingReading['facts'] }) {
  const { t } = useT();
  if (facts === null) return <p className="muted">{t('ledgerScreen.import.factNone')}</p>;
  const shown = (value: number | string | null) =>
    value === null ? (
      <span className="muted">{t('ledgerScreen.import.factNone')}</span>
    ) : (
      <span className="digits">{value}</span>
    );
  if ('checks' in facts) {
    return (
      <>
        <dl className="facts ledger-printed">
          <Fact label={t('ledgerScreen.import.fact.reference_time')}>{shown(facts.reference_time)}</Fact>
          <Fact label={t('ledgerScreen.import.fact.resident_population')}>{shown(facts.resident_population)}</Fact>
          <Fact label={t('ledgerScreen.import.fact.required_yuan')}>
            {shown(facts.percapita_at_2yuan?.required_yuan ?? null)}
          </Fact>
        </dl>
        <ul className="ledger-totals">
          {facts.checks.map(([equation, holds]) => (
            <li key={equation}>
              <span className="digits">{equation}</span>
              <Agreement agrees={holds} />
            </li>
          ))}
        </ul>
        {facts.note !== '' && <p className="muted">{facts.note}</p>}
      </>
    );
  }
  return (
    <dl className="facts ledger-printed">
      <Fact label={t('ledgerScreen.import.fact.data_lines')}>{shown(facts.data_lines)}</Fact>
      <Fact label={t('ledgerScreen.import.fact.registered_sum')}>{shown(facts.registered_sum)}</Fact>
      <Fact label={t('ledgerScreen.import.fact.registered_total_stated')}>
        {shown(facts.registered_total_stated)} <Agreement agrees={facts.registered_ok} />
      </Fact>
      <Fact label={t('ledgerScreen.import.fact.resident_sum_without_missing')}>
        {shown(facts.resident_sum_without_missing)}
      </Fact>
      <Fact label={t('ledgerScreen.import.fact.resident_total_stated')}>
        {shown(facts.resident_total_stated)} <Agreement agrees={facts.resident_ok} />
      </Fact>
      <Fact label={t('ledgerScreen.import.fact.missing')}>
        {facts.missing.length === 0 ? '—' : facts.missing.join(t('paper.unitSeparator'))}
      </Fact>
      <Fact label={t('ledgerScreen.import.fact.implied_missing')}>{shown(facts.implied_missing)}</Fact>
      <Fact label={t('ledgerScreen.import.fact.required_if_total_used_yuan')}>
        {shown(facts.required_if_total_used_yuan)}
      </Fact>
    </dl>
  );
}
