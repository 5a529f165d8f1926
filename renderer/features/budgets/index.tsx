/** 经费核查: the verdict of the year and what it stands on – ledger, population, rules, enterprises and schools. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Tooltip } from 'antd';
import { useYear } from '../../app/archive-state.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { PopulationView } from './basis/population-view.tsx';
import { BUDGET_VIEWS, type BudgetView, budgetState, openDialog, useBudgetState } from './budget-state.ts';
import './budgets.css';
import { CheckView } from './check/check-view.tsx';
import { CompareView } from './check/compare-view.tsx';
import { BudgetDialogs } from './dialogs.tsx';
import { LedgerView } from './ledger/ledger-view.tsx';
import { YearMenu } from './check/year-menu.tsx';
import { RulesView } from './rules/rules-view.tsx';
import { UnitsView } from './units/units-view.tsx';

export function BudgetsScreen() {
  const { t } = useT();
  const view = useBudgetState((state) => state.view);
  const today = useToday();
  const year = useYear() ?? today.getFullYear();
  const inLedger = view === 'ledger';
  // Rapid entry begins from every page of the screen; in the ledger the ledger itself offers it.
  useCommand('budgets.enter', enterInLedger, !inLedger);
  useCommand('documents.create', enterInLedger, !inLedger);
  return (
    <>
      <Page
        title={t('shell.nav.budgets')}
        note={
          <Segmented<BudgetView>
            aria-label={t('budgetScreen.views')}
            value={view}
            onChange={(next) => budgetState.set({ view: next })}
            options={BUDGET_VIEWS.map((value) => ({ value, label: t(`budgetScreen.view.${value}`) }))}
          />
        }
        status={!inLedger && t('budgetScreen.ledgerNote')}
        hints={inLedger && t('ledgerScreen.hints')}
        actions={<Actions view={view} year={year} />}
        scroll={!inLedger}
      >
        {view === 'check' && <CheckView year={year} />}
        {inLedger && <LedgerView year={year} />}
        {view === 'units' && <UnitsView year={year} />}
        {view === 'population' && <PopulationView year={year} />}
        {view === 'rules' && <RulesView year={year} />}
        {view === 'compare' && <CompareView year={year} />}
      </Page>
      <BudgetDialogs />
    </>
  );
}

function enterInLedger(): void {
  budgetState.set({ view: 'ledger' });
  // The ledger offers the command once it is shown.
  setTimeout(() => void runCommand('budgets.enter'), 0);
}

function Actions({ view, year }: { view: BudgetView; year: number }) {
  const { t } = useT();
  switch (view) {
    case 'check':
      return <YearMenu year={year} />;
    case 'ledger':
      return (
        <>
          <WriteButton onClick={() => runCommand('budgets.import')}>{t('ledgerScreen.import.button')}</WriteButton>
          <Writing>
            <Tooltip title="Ctrl+N">
              <Button type="primary" onClick={() => runCommand('budgets.enter')}>
                {t('ledgerScreen.entry.button')}
              </Button>
            </Tooltip>
          </Writing>
        </>
      );
    case 'units':
      return (
        <Writing>
          <Dropdown
            trigger={['click']}
            menu={{
              items: (['enterprise', 'school'] as const).map((key) => ({
                key,
                label: t(`fundingCheck.payerKind.${key}`),
              })),
              onClick: ({ key }) =>
                openDialog({ name: 'base', year, kind: key === 'school' ? 'school' : 'enterprise', base: null }),
            }}
          >
            <Button type="primary" icon={<DownOutlined />} iconPlacement="end">
              {t('budgetScreen.units.add')}
            </Button>
          </Dropdown>
        </Writing>
      );
    case 'population':
      return (
        <>
          <WriteButton onClick={() => runCommand('budgets.import')}>{t('budgetScreen.population.import')}</WriteButton>
          <WriteButton type="primary" onClick={() => openDialog({ name: 'population' })}>
            {t('budgetScreen.population.add')}
          </WriteButton>
        </>
      );
    case 'rules':
      return (
        <WriteButton type="primary" onClick={() => openDialog({ name: 'rule', rule: null })}>
          {t('budgetScreen.rules.add')}
        </WriteButton>
      );
    case 'compare':
      return null;
  }
}
