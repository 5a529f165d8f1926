/** Checking the archive and copying it, for the settings and the menu. */
import { App } from 'antd';
import { useCallback } from 'react';
import { AppError } from '#shared/errors.ts';
import { call, refresh } from '../../app/api.ts';
import { errorText } from '../../app/error-text.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { sizeText } from '../papers/export-done.tsx';

export function useVerify(): () => Promise<void> {
  const { t } = useT();
  const { message, modal } = App.useApp();
  const showError = useShowError();
  return useCallback(async () => {
    const hide = message.loading(t('shell.settings.verify'), 0);
    try {
      const result = await call('archive.verify', {});
      if (result.ok)
        modal.success({
          title: t('shell.settings.verify'),
          content: t('shell.settings.verifyOk', { events: result.events }),
        });
      else {
        const lines = result.problems
          .slice(0, 20)
          .map(({ sequence, detail }) => t('shell.settings.verifyProblem', { sequence: sequence ?? '—', detail }));
        modal.error({
          title: t('shell.settings.verifyBad', { count: result.problems.length }),
          content: lines.join('\n'),
          className: 'keep-lines',
        });
      }
    } catch (error) {
      showError(error);
    } finally {
      hide();
    }
  }, [message, modal, showError, t]);
}

export function useBackup(): () => Promise<void> {
  const { t } = useT();
  const { message, modal } = App.useApp();
  const showError = useShowError();
  return useCallback(async () => {
    try {
      const grant = await call('window.chooseFolder', { purpose: 'backup' });
      if (!grant) return;
      const hide = message.loading(t('shell.settings.backup'), 0);
      try {
        const { directory, bytes, proven, problems } = await call('archive.backup', { directory: grant.grant });
        if (proven) message.success(t('shell.settings.backupDone', { directory, size: sizeText(bytes) }), 8);
        else {
          modal.error({
            title: t('shell.settings.backupIncomplete', { count: problems.length }),
            content: [
              t('shell.settings.backupIncompleteText', { directory }),
              ...problems.slice(0, 20).map(({ code, params }) => errorText(t, new AppError(code, params))),
            ].join('\n'),
            className: 'keep-lines',
          });
        }
        refresh('history');
      } finally {
        hide();
      }
    } catch (error) {
      showError(error);
    }
  }, [message, modal, showError, t]);
}
