/** The way out of the audit mode, after a question: an auditor may have come upon the button by chance. */
import { App } from 'antd';
import { useCallback } from 'react';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

export function useLeaveAudit(): () => void {
  const { t } = useT();
  const { message, modal } = App.useApp();
  const showError = useShowError();
  return useCallback(() => {
    void modal.confirm({
      title: t('auditScreen.mode.leaveTitle'),
      content: t('auditScreen.mode.leaveText'),
      okText: t('auditScreen.mode.leave'),
      cancelText: t('shell.cancel'),
      centered: true,
      onOk: async () => {
        try {
          await call('window.leaveAudit', {});
          message.success(t('auditScreen.mode.left'));
        } catch (error) {
          showError(error);
        }
      },
    });
  }, [message, modal, showError, t]);
}
