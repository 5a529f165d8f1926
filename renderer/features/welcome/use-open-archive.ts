/** Opening and closing an archive from the welcome, the menu and the settings. Failures are said; the open archive stays. */
import { App } from 'antd';
import { useMemo } from 'react';
import { call, switchArchive } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useLeaveReview } from '../import/leave-review.ts';

export function useOpenArchive() {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const leave = useLeaveReview();
  return useMemo(() => {
    const opening = async (work: () => Promise<unknown>): Promise<void> => {
      if (!(await leave())) return;
      const hide = message.loading(t('shell.welcome.busy'), 0);
      try {
        await switchArchive(work);
      } catch (error) {
        showError(error);
      } finally {
        hide();
      }
    };
    return {
      chooseAndOpen: (): void => {
        void call('window.chooseFolder', { purpose: 'openArchive' }).then(async (grant) => {
          if (grant) await opening(() => call('window.openArchive', { directory: grant.grant }));
        }, showError);
      },
      openExample: (reset: boolean): void => void opening(() => call('window.openExample', { reset })),
      openRecent: (id: string): void => void opening(() => call('window.openRecent', { id })),
      close: (): void =>
        void leave()
          .then(async (goes) => {
            if (goes) await switchArchive(() => call('window.closeArchive', {}));
          })
          .catch(showError),
    };
  }, [leave, message, showError, t]);
}
