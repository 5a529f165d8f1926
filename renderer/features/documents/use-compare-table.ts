/** Chooses an edited table and compares it with the archive; the differences show in their dialog. */
import { App } from 'antd';
import { useCallback } from 'react';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';

export function useCompareTable(): () => void {
  const { t } = useT();
  const { message, notification } = App.useApp();
  const showError = useShowError();
  return useCallback(() => {
    const compare = async (): Promise<void> => {
      const grant = await call('window.chooseFile', { purpose: 'documentTable' });
      if (!grant) return;
      // The notice of the export before would lie over the answer.
      notification.destroy();
      const hide = message.loading(t('documentTable.comparing'), 0);
      try {
        ui.set({ comparison: await call('documents.compareTable', { file: grant.grant }) });
      } finally {
        hide();
      }
    };
    void compare().catch(showError);
  }, [message, notification, showError, t]);
}
