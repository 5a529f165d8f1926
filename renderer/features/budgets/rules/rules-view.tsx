/** 规则: who pays how much of what, since when, and by which paragraph of which paper. Those that hold in the year come first. */
import { Spin } from 'antd';
import type { FundRule } from '#shared/features/funding-rules.ts';
import { useAsked } from '../../../app/api.ts';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { WriteButton } from '../../../app/read-only.tsx';
import { openDialog } from '../budget-state.ts';
import { PaperLink } from '../paper-link.tsx';
import { rateText } from './rate-text.ts';

export function RulesView({ year }: { year: number }) {
  const asked = useAsked('budgets.rules', {});
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Spin className="centre" />;
  const holds = ({ fromYear, toYear }: FundRule): boolean => (fromYear ?? 0) <= year && (toYear ?? 9999) >= year;
  const sorted = asked.data.toSorted((a, b) => Number(holds(b)) - Number(holds(a)));
  return (
    <div className="funding rules">
      {sorted.map((rule) => (
        <RuleCard key={rule.id} rule={rule} holds={holds(rule)} year={year} />
      ))}
    </div>
  );
}

function RuleCard({ rule, holds, year }: { rule: FundRule; holds: boolean; year: number }) {
  const { t } = useT();
  const { fromYear, toYear } = rule;
  const span =
    fromYear === null && toYear === null
      ? t('budgetScreen.rules.always')
      : t('budgetScreen.rules.span', { from: fromYear ?? '…', to: toYear ?? '…' });
  return (
    <section className="panel rule">
      <h2>
        {rule.name}
        <span className={holds ? 'chip chip-done' : 'chip chip-cancelled'}>
          {t(holds ? 'budgetScreen.rules.holds' : 'budgetScreen.rules.holdsNot', { year })}
        </span>
        <span className="spring" />
        <WriteButton size="small" onClick={() => openDialog({ name: 'rule', rule })}>
          {t('budgetScreen.change')}
        </WriteButton>
        <WriteButton size="small" onClick={() => openDialog({ name: 'withdrawRule', rule })}>
          {t('budgetScreen.withdraw')}
        </WriteButton>
      </h2>
      <dl className="rule-facts">
        <dt>{t('budgetScreen.rules.payer')}</dt>
        <dd>{rule.payer}</dd>
        <dt>{t('budgetScreen.rules.basis')}</dt>
        <dd>{rule.basis}</dd>
        <dt>{t('budgetScreen.rules.rate')}</dt>
        <dd className="digits">
          {rule.shape === 'floor' ? t('budgetScreen.rules.perHead', { rate: rateText(rule) }) : rateText(rule)}
        </dd>
        <dt>{t('budgetScreen.rules.years')}</dt>
        <dd>{span}</dd>
        {rule.shape === 'floor' && (
          <>
            <dt>{t('budgetScreen.rules.counted')}</dt>
            <dd>{rule.countedSources.map((source) => t(`fundingCheck.source.${source}`)).join('、')}</dd>
          </>
        )}
        <dt>{t('budgetScreen.rules.paper')}</dt>
        <dd>
          {rule.paper === '' ? '—' : rule.paper}
          <PaperLink documentId={rule.documentId} />
          {rule.paragraph !== '' && <blockquote>{rule.paragraph}</blockquote>}
        </dd>
      </dl>
    </section>
  );
}
