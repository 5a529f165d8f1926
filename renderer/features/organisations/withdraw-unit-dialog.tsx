/** Takes a unit off the list with a reason. */
import { App } from 'antd';
import type { Organisation } from '#shared/features/organisations.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';

export function WithdrawUnitDialog({ unit, onClose }: { unit: Organisation; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  return (
    <ReasonDialog
      title={t('shell.organisations.withdrawTitle', { name: unit.fullName })}
      text={t('shell.organisations.withdrawText')}
      okText={t('shell.organisations.withdraw')}
      run={async (reason) => {
        await call('organisations.withdraw', { id: unit.id, version: unit.version, reason });
        message.success(t('shell.organisations.withdrawn', { name: unit.fullName }));
      }}
      onClose={onClose}
    />
  );
}
