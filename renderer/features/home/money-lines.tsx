/** Where the money of the year stands, once anything of it is kept: the verdict, and what has no proof yet. */
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';
import { budgetState, openDialog } from '../budgets/budget-state.ts';

export function MoneyLines({ year }: { year: number }) {
  const { t } = useT();
  const years = useAsked('budgets.years', {}).data ?? [];
  const kept = years.some((one) => one.year === year);
  const check = useAsked('budgets.check', { year }, { enabled: kept }).data;
  if (!kept || check === undefined) return null;
  const paid = check.views[check.headline];
  const bare = check.flags.find(({ code }) => code === 'evidence_missing');
  const go = (): void => {
    ui.set({ screen: 'budgets' });
    budgetState.set({ view: 'check', dialog: null });
  };
  return (
    <section className="panel">
      <h2>{t('shell.nav.budgets')}</h2>
      <ul className="todo">
        <li>
          {t(`budgetScreen.home.${paid.verdict}`, {
            year,
            perHead: paid.perHead ?? '',
            amount: moneyText(paid.shortfallFen ?? 0),
          })}{' '}
          <button type="button" className="text-link" onClick={go}>
            {t('budgetScreen.home.show')}
          </button>
        </li>
        {bare && (
          <li>
            {t('budgetScreen.home.evidence', { count: Number(bare.params['count'] ?? 0) })}{' '}
            <button
              type="button"
              className="text-link"
              onClick={() => {
                go();
                openDialog({ name: 'entries', title: bare.message, ids: bare.entryIds });
              }}
            >
              {t('budgetScreen.home.show')}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
