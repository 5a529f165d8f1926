/** 企业与学校: what each reported, and whether it spent its share on training. */
import { Spin } from 'antd';
import type { UnitCheck } from '#shared/features/funding-check.ts';
import { PayerKind } from '#shared/features/funding-rules.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../../app/api.ts';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { WriteButton, Writing } from '../../../app/read-only.tsx';
import { openDialog } from '../budget-state.ts';
import { PaperLink } from '../paper-link.tsx';
import { VerdictChip } from '../check/verdict-chip.tsx';
import { differenceText } from '../check/views-table.tsx';
import { rateText } from '../rules/rate-text.ts';

export function UnitsView({ year }: { year: number }) {
  const { t } = useT();
  const asked = useAsked('budgets.checkUnits', { year });
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Spin className="centre" />;
  const { units, counts } = asked.data;
  return (
    <div className="funding">
      {units.length === 0 ? (
        <div className="empty-year">
          <p>{t('budgetScreen.units.empty', { year })}</p>
          <Writing>
            <p className="muted">{t('budgetScreen.units.emptyText')}</p>
          </Writing>
        </div>
      ) : (
        <p className="unit-counts">
          {(['PASS', 'FAIL', 'NO_BASIS'] as const).map((verdict) => (
            <span key={verdict}>
              <VerdictChip verdict={verdict} /> {t('budgetScreen.units.count', { count: counts[verdict] })}
            </span>
          ))}
        </p>
      )}
      {PayerKind.options.map((kind) => {
        const own = units.filter(({ base }) => base.kind === kind);
        return own.length === 0 ? null : <UnitTable key={kind} kind={kind} units={own} />;
      })}
    </div>
  );
}

function UnitTable({ kind, units }: { kind: PayerKind; units: readonly UnitCheck[] }) {
  const { t } = useT();
  const rule = units[0]?.rule ?? null;
  const money = (fen: number | null): string => (fen === null ? '—' : moneyText(fen));
  return (
    <section className="panel">
      <h2>
        {t(`fundingCheck.payerKind.${kind}`)}
        {rule !== null && (
          <span className="muted unit-rule">
            {t('budgetScreen.units.rule', { name: rule.name, basis: rule.basis, rate: rateText(rule) })}
          </span>
        )}
      </h2>
      <table className="plain-table wide-table">
        <thead>
          <tr>
            <th>{t('budgetScreen.units.unit')}</th>
            <th className="right">{t('budgetScreen.units.base')}</th>
            <th className="right">{t('budgetScreen.check.required')}</th>
            <th className="right">{t('budgetScreen.units.spent')}</th>
            <th className="right">{t('budgetScreen.check.difference')}</th>
            <th>{t('budgetScreen.check.verdict')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {units.map(({ base, figures, flags }) => (
            <tr key={base.id}>
              <td>
                {base.unit}
                <PaperLink documentId={base.documentId} />
                {flags.map(({ code, message }) => (
                  <span key={code} className="muted view-note">
                    {message}
                  </span>
                ))}
              </td>
              <td className="right digits">{money(base.baseFen)}</td>
              <td className="right digits">{money(figures.requiredFen)}</td>
              <td className="right digits">{money(base.spentFen)}</td>
              <td className="right digits">{differenceText(figures)}</td>
              <td>
                <VerdictChip verdict={figures.verdict} />
              </td>
              <td className="right row-actions">
                <WriteButton
                  size="small"
                  onClick={() => openDialog({ name: 'base', year: base.year, kind: base.kind, base })}
                >
                  {t('budgetScreen.correct')}
                </WriteButton>
                <WriteButton size="small" onClick={() => openDialog({ name: 'withdrawBase', base })}>
                  {t('budgetScreen.withdraw')}
                </WriteButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
