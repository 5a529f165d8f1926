/** Chooses exported folders and checks them against their list of checksums; every fault is named. */
import { App } from 'antd';
import { useCallback } from 'react';
import type { FolderCheck } from '#shared/features/document-folders.ts';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

/** Paths named of each kind of fault. */
const NAMED = 20;

function Faults({ check }: { check: FolderCheck }) {
  const { t } = useT();
  const kinds = [
    ['missing', check.missing],
    ['changed', check.changed],
    ['surplus', check.surplus],
    ['unreadable', check.unreadable.map(({ path, detail }) => `${path}（${detail}）`)],
  ] as const;
  return (
    <div className="folder-faults">
      <p>{t('documentFolders.faults')}</p>
      {kinds
        .filter(([, paths]) => paths.length > 0)
        .map(([kind, paths]) => (
          <section key={kind}>
            <strong>{t(`documentFolders.${kind}`, { count: paths.length })}</strong>
            <ul>
              {paths.slice(0, NAMED).map((path) => (
                <li key={path} className="break">
                  {path}
                </li>
              ))}
              {paths.length > NAMED && <li>{t('documentFolders.more', { count: paths.length - NAMED })}</li>}
            </ul>
          </section>
        ))}
    </div>
  );
}

export function useVerifyFolders(): () => void {
  const { t } = useT();
  const { message, modal, notification } = App.useApp();
  const showError = useShowError();
  return useCallback(() => {
    const verify = async (): Promise<void> => {
      const grant = await call('window.chooseFolder', { purpose: 'verifyFolders' });
      if (!grant) return;
      // The notice of the export before would lie over the answer.
      notification.destroy();
      const hide = message.loading(t('documentFolders.checking'), 0);
      try {
        const check = await call('documents.verifyFolders', { directory: grant.grant });
        const common = { title: grant.name, width: 640, centered: true, okText: t('shell.ok') };
        if (check.whole) modal.success({ ...common, content: t('documentFolders.whole', { files: check.files }) });
        else modal.error({ ...common, content: <Faults check={check} /> });
      } finally {
        hide();
      }
    };
    void verify().catch(showError);
  }, [message, modal, notification, showError, t]);
}
