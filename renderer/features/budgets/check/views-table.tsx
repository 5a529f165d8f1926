/** The five views of the same money, and the verdict by other figures of population. */
import type { FundingCheck, VerdictFigures } from '#shared/features/funding-check.ts';
import { ViewName } from '#shared/features/funding-check.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useT } from '../../../app/i18n.tsx';
import { FigureButton } from './check-view.tsx';
import { VerdictChip } from './verdict-chip.tsx';

/** What is missing with a minus, what is over with a plus. */
export function differenceText({ shortfallFen, surplusFen }: VerdictFigures): string {
  if (shortfallFen === null || surplusFen === null) return '—';
  if (shortfallFen > 0) return moneyText(-shortfallFen);
  return surplusFen > 0 ? `+${moneyText(surplusFen)}` : moneyText(0);
}

export function ViewsTable({ check }: { check: FundingCheck }) {
  const { t } = useT();
  const { year, views, headline, otherBases } = check;
  return (
    <section className="panel">
      <h2>{t('budgetScreen.check.views')}</h2>
      <table className="plain-table views-table">
        <thead>
          <tr>
            <th />
            <th>{t('budgetScreen.check.viewColumn')}</th>
            <th className="right">{t('budgetScreen.check.counted')}</th>
            <th className="right">{t('budgetScreen.check.difference')}</th>
            <th className="right">{t('budgetScreen.check.perHead')}</th>
            <th>{t('budgetScreen.check.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {ViewName.options.map((name) => {
            const view = views[name];
            return (
              <tr key={name} className={name === headline ? 'headline-row' : ''}>
                <td>{view.letter}</td>
                <td>
                  {t(`fundingCheck.view.${name}`)}
                  {name === headline && <span className="headline-mark">{t('budgetScreen.check.decides')}</span>}
                  <span className="muted view-note">{t(`fundingCheck.viewNote.${name}`)}</span>
                </td>
                <td className="right">
                  <FigureButton year={year} figure={name} fen={view.countedFen} />
                </td>
                <td className="right digits">{differenceText(view)}</td>
                <td className="right digits">{view.perHead ?? '—'}</td>
                <td>
                  <VerdictChip verdict={view.verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {otherBases.length > 0 && (
        <>
          <h3>{t('budgetScreen.check.otherBases')}</h3>
          <table className="plain-table">
            <tbody>
              {otherBases.map(({ population, figures }) => (
                <tr key={population.id}>
                  <td>
                    {t('budgetScreen.check.otherBasis', {
                      place: population.place,
                      count: population.value,
                      date: population.referenceDate,
                      source: population.source,
                    })}
                  </td>
                  <td className="right digits">
                    {figures.requiredFen === null ? '—' : moneyText(figures.requiredFen)}
                  </td>
                  <td className="right digits">{differenceText(figures)}</td>
                  <td className="right digits">{figures.perHead ?? '—'}</td>
                  <td>
                    <VerdictChip verdict={figures.verdict} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
