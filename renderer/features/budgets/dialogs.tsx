/** The dialog of the screen of money that is open. */
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';
import { PopulationDialog } from '../organisations/population-dialog.tsx';
import { WithdrawPopulationDialog } from '../organisations/withdraw-population-dialog.tsx';
import { BasisDialog } from './basis/basis-dialog.tsx';
import { openDialog, useBudgetState } from './budget-state.ts';
import { EntriesDialog } from './check/entries-dialog.tsx';
import { RuleDialog } from './rules/rule-dialog.tsx';
import { BaseDialog } from './units/base-dialog.tsx';

const close = (): void => openDialog(null);

export function BudgetDialogs() {
  const { t } = useT();
  const dialog = useBudgetState((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.name) {
    case 'behind':
      return (
        <EntriesDialog
          title={t('budgetScreen.behind.title', {
            year: dialog.year,
            figure: t(`fundingCheck.figure.${dialog.figure}`),
          })}
          filter={{ year: dialog.year, figure: dialog.figure }}
          onClose={close}
        />
      );
    case 'entries':
      return <EntriesDialog title={dialog.title} filter={{ ids: [...dialog.ids] }} onClose={close} />;
    case 'basis':
      return <BasisDialog year={dialog.year} onClose={close} />;
    case 'population':
      return <PopulationDialog unit={null} onClose={close} />;
    case 'withdrawPopulation':
      return <WithdrawPopulationDialog figure={dialog.figure} onClose={close} />;
    case 'base':
      return <BaseDialog year={dialog.year} kind={dialog.kind} base={dialog.base} onClose={close} />;
    case 'withdrawBase': {
      const { id, version, unit, year } = dialog.base;
      return (
        <ReasonDialog
          title={t('budgetScreen.units.withdrawTitle', { unit, year })}
          text={t('budgetScreen.units.withdrawText')}
          okText={t('budgetScreen.withdraw')}
          run={async (reason) => void (await call('budgets.withdrawBase', { id, version, reason }))}
          onClose={close}
        />
      );
    }
    case 'rule':
      return <RuleDialog rule={dialog.rule} onClose={close} />;
    case 'withdrawRule': {
      const { id, version, name } = dialog.rule;
      return (
        <ReasonDialog
          title={t('budgetScreen.rules.withdrawTitle', { name })}
          text={t('budgetScreen.rules.withdrawText')}
          okText={t('budgetScreen.withdraw')}
          run={async (reason) => void (await call('budgets.withdrawRule', { id, version, reason }))}
          onClose={close}
        />
      );
    }
    case 'close':
    case 'reopen': {
      const { name, year } = dialog;
      return (
        <ReasonDialog
          title={t(`budgetScreen.lock.${name}Title`, { year })}
          text={t(`budgetScreen.lock.${name}Text`, { year })}
          okText={t(`budgetScreen.lock.${name}Do`)}
          run={async (reason) =>
            void (await (name === 'close'
              ? call('budgets.closeYear', { year, reason })
              : call('budgets.reopenYear', { year, reason })))
          }
          onClose={close}
        />
      );
    }
  }
}
