/** Copies of a file of the archive: shown by a program of the system, or saved where a person wants it. */
import { App } from 'antd';
import { useCallback } from 'react';
import type { DocumentFile } from '#shared/features/documents.ts';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

type Named = Pick<DocumentFile, 'sha256' | 'name'>;

/** Opens a checked copy with the system's program; the archive's own file is never handed out. */
export function useOpenOutside(): (file: Named) => Promise<void> {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  return useCallback(
    async ({ sha256, name }) => {
      const hide = message.loading(t('objectScreen.opening'), 0);
      try {
        const { grant } = await call('window.viewingPlace', { name });
        await call('objects.export', { sha256, file: grant });
        await call('window.openOutside', { file: grant });
        message.info(t('objectScreen.opened'), 6);
      } catch (error) {
        showError(error);
      } finally {
        hide();
      }
    },
    [message, showError, t],
  );
}

export function useSaveCopy(): (file: Named) => Promise<void> {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  return useCallback(
    async ({ sha256, name }) => {
      try {
        const chosen = await call('window.chooseSave', { suggestedName: name, format: 'object' });
        if (!chosen) return;
        await call('objects.export', { sha256, file: chosen.grant });
        message.success(t('objectScreen.saved', { name: chosen.name }));
      } catch (error) {
        showError(error);
      }
    },
    [message, showError, t],
  );
}
