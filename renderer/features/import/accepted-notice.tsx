/** The notice after an import, with its one-step undo. */
import { App, Button } from 'antd';
import { useCallback } from 'react';
import type { StepLabel } from '#shared/features/schedule.ts';
import { call } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

/** Key of the notice: a newer import takes its place. */
const ACCEPTED = 'accepted';

interface Accepted {
  title: string;
  description?: string | undefined;
  /** Is this step of the undo list the import? */
  isImport: (step: StepLabel) => boolean;
}

export function useAcceptedNotice(): (accepted: Accepted) => void {
  const { t } = useT();
  const { message, notification } = App.useApp();
  const showError = useShowError();
  return useCallback(
    ({ title, description, isImport }) => {
      /** Only while the import is the last step: nothing that was done after it may be lost by this button. */
      const undoImport = async (): Promise<void> => {
        notification.destroy(ACCEPTED);
        try {
          const { undo: last } = await call('history.state', {});
          if (last === null || !isImport(last) || !runCommand('edit.undo')) message.info(t('review.undoLate'), 6);
        } catch (error) {
          showError(error);
        }
      };
      notification.success({
        key: ACCEPTED,
        title,
        description,
        placement: 'bottomRight',
        duration: 10,
        actions: (
          <Button size="small" onClick={() => void undoImport()}>
            {t('review.undo')}
          </Button>
        ),
      });
    },
    [message, notification, showError, t],
  );
}
