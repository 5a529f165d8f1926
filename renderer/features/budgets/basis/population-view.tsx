/** 人口依据: every figure with its day and the paper that says so; the one that the year is judged by is marked. */
import { Spin } from 'antd';
import type { Population } from '#shared/features/population.ts';
import { useAsked } from '../../../app/api.ts';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { WriteButton } from '../../../app/read-only.tsx';
import { openDialog } from '../budget-state.ts';
import { PaperLink } from '../paper-link.tsx';

export function PopulationView({ year }: { year: number }) {
  const { t } = useT();
  const asked = useAsked('budgets.population', {});
  const check = useAsked('budgets.check', { year });
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Spin className="centre" />;
  const basis = check.data?.basis ?? null;
  return (
    <div className="funding">
      <p className="muted">{t('budgetScreen.population.text', { year })}</p>
      {asked.data.length === 0 ? (
        <div className="empty-year">
          <p>{t('budgetScreen.population.empty')}</p>
        </div>
      ) : (
        <table className="plain-table wide-table">
          <thead>
            <tr>
              <th>{t('budgetScreen.population.place')}</th>
              <th>{t('organisationScreen.population.kindColumn')}</th>
              <th className="right">{t('organisationScreen.population.count')}</th>
              <th>{t('organisationScreen.population.day')}</th>
              <th>{t('organisationScreen.population.source')}</th>
              <th />
              <th />
            </tr>
          </thead>
          <tbody>
            {asked.data.map((figure) => (
              <FigureRow key={figure.id} figure={figure} basis={basis} year={year} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface RowProps {
  figure: Population;
  basis: { population: Population; fixed: boolean } | null;
  year: number;
}

function FigureRow({ figure, basis, year }: RowProps) {
  const { t } = useT();
  const isBasis = basis?.population.id === figure.id;
  return (
    <tr className={isBasis ? 'headline-row' : ''}>
      <td>{figure.place}</td>
      <td>{t(`organisationScreen.population.kind.${figure.kind}`)}</td>
      <td className="right digits">{figure.value}</td>
      <td className="digits">{figure.referenceDate}</td>
      <td>
        {figure.source}
        <PaperLink documentId={figure.documentId} />
      </td>
      <td>
        {isBasis && (
          <span className="chip chip-done">
            {t(basis.fixed ? 'budgetScreen.population.isBasis' : 'budgetScreen.population.isProposed', { year })}
          </span>
        )}
      </td>
      <td className="right">
        <WriteButton size="small" onClick={() => openDialog({ name: 'withdrawPopulation', figure })}>
          {t('organisationScreen.population.withdraw')}
        </WriteButton>
      </td>
    </tr>
  );
}
