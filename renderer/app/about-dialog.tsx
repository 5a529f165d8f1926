/** Name, version and licence. */

import { Dialog } from './dialog.tsx';
import { useWindowState } from './archive-state.ts';
import { useT } from './i18n.tsx';
import { ui, useUi } from './ui-state.ts';

export function AboutText() {
  const { t } = useT();
  const version = useWindowState().data?.version ?? '';
  return (
    <>
      <p>
        <strong>{t('shell.name')}</strong> {t('shell.settings.version', { version })}
      </p>
      <p className="muted">{t('shell.settings.license')}</p>
      <p className="muted">{t('shell.settings.offline')}</p>
    </>
  );
}

export function AboutDialog() {
  const { t } = useT();
  const open = useUi((state) => state.dialog === 'about');
  if (!open) return null;
  return (
    <Dialog title={t('shell.about.title')} footer={null} width={460} onCancel={() => ui.set({ dialog: null })}>
      <AboutText />
    </Dialog>
  );
}
