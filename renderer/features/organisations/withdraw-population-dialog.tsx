/** Takes a figure of population back with a reason; it is no basis any more. */
import type { Population } from '#shared/features/population.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';

export function WithdrawPopulationDialog({ figure, onClose }: { figure: Population; onClose: () => void }) {
  const { t } = useT();
  const { id, version, value } = figure;
  return (
    <ReasonDialog
      title={t('organisationScreen.population.withdrawTitle', { count: value })}
      text={t('organisationScreen.population.withdrawText')}
      okText={t('organisationScreen.population.withdraw')}
      run={async (reason) => void (await call('budgets.withdrawPopulation', { id, version, reason }))}
      onClose={onClose}
    />
  );
}
