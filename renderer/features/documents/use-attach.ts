/** Attaching to one document with notices: what came of it, and what is doubtful about the file. */
import { App } from 'antd';
import { useCallback } from 'react';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { attachFile, type FileSource } from './use-file-edits.ts';

export function useAttach(): (id: number, name: string, source: () => Promise<FileSource>) => Promise<void> {
  const { t } = useT();
  const { message, notification } = App.useApp();
  const showError = useShowError();
  return useCallback(
    async (id, name, source) => {
      const hide = message.loading(t('objectScreen.attaching', { name }), 0);
      try {
        const { file, duplicate, doubts } = await attachFile(id, await source());
        if (duplicate) message.info(t('objectScreen.duplicate', { name: file.name }), 6);
        else if (doubts.length === 0) message.success(t('objectScreen.attached', { name: file.name }));
        else {
          notification.warning({
            key: 'attach',
            title: t('objectScreen.doubts', { name: file.name }),
            description: doubts.join(' '),
            placement: 'bottomRight',
            duration: 10,
          });
        }
      } catch (error) {
        showError(error);
      } finally {
        hide();
      }
    },
    [message, notification, showError, t],
  );
}

/** The open dialog of the system, then the chosen files one after the other. */
export function useChooseFiles(): (id: number) => Promise<void> {
  const showError = useShowError();
  const attach = useAttach();
  return useCallback(
    async (id) => {
      try {
        for (const { grant, name } of await call('window.chooseFiles', {}))
          await attach(id, name, () => Promise.resolve({ file: grant }));
      } catch (error) {
        showError(error);
      }
    },
    [attach, showError],
  );
}
