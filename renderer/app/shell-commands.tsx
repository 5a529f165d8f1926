/** What the commands do that belong to no single screen. Renders nothing. */
import { App } from 'antd';
import { useEffect } from 'react';
import { FAMILIES } from '#shared/procedure.ts';
import { useChoosePlan, useTakePlan } from '../features/import/use-read-plan.ts';
import { startUse } from '../features/life/life-state.ts';
import { useBackup, useVerify } from '../features/settings/safety.ts';
import { useOpenArchive } from '../features/welcome/use-open-archive.ts';
import { refresh } from './api.ts';
import { useYears } from './archive-state.ts';
import { useCommand } from './commands.ts';
import { useT } from './i18n.tsx';
import { editsText } from './keyboard.ts';
import { useUndo } from './use-undo.ts';
import { type Screen, type ScheduleView, ui } from './ui-state.ts';

function go(screen: Screen, view?: ScheduleView): void {
  ui.set({ screen, ...(view ? { view } : {}) });
}

export function ShellCommands({ archiveOpen }: { archiveOpen: boolean }) {
  const { t } = useT();
  const { message } = App.useApp();
  const years = useYears().data ?? [];
  const filled = years.some(({ rows }) => rows > 0);
  const { undo, redo } = useUndo();
  const choosePlan = useChoosePlan();
  const takePlan = useTakePlan();
  const { chooseAndOpen, openExample, close } = useOpenArchive();
  const verify = useVerify();
  const backup = useBackup();

  useCommand('archive.create', () => ui.set({ dialog: 'createArchive' }));
  useCommand('archive.open', chooseAndOpen);
  useCommand('archive.openExample', () => openExample(false));
  useCommand(
    'archive.save',
    () => {
      const at = ui.get().savedAt ?? new Date();
      const time = at.toLocaleTimeString(document.documentElement.lang, {
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      });
      message.success(t('shell.savedAt', { time }));
      ui.set({ savedAt: at });
    },
    archiveOpen,
  );
  useCommand('archive.backup', () => void backup(), archiveOpen);
  useCommand('archive.verify', () => void verify(), archiveOpen);
  useCommand('archive.close', close, archiveOpen);

  useCommand('edit.undo', () => void undo(), archiveOpen);
  useCommand('edit.redo', () => void redo(), archiveOpen);

  useCommand('plan.create', () => ui.set({ dialog: 'createYear' }), archiveOpen);
  useCommand('plan.copyYear', () => ui.set({ dialog: 'copyYear' }), archiveOpen && filled);
  useCommand('plan.import', choosePlan, archiveOpen);
  useCommand('plan.exportXlsx', () => ui.set({ exporting: 'xlsx' }), archiveOpen && filled);
  useCommand('plan.exportPdf', () => ui.set({ exporting: 'pdf' }), archiveOpen && filled);
  useCommand('plan.preview', () => go('schedule', 'preview'), archiveOpen && filled);

  useCommand('go.home', () => go('home'), archiveOpen);
  useCommand('go.life', () => go('life'), archiveOpen);
  useCommand('life.enterUse', startUse, archiveOpen);
  useCommand('go.schedule', () => go('schedule', 'table'), archiveOpen);
  useCommand('go.calendar', () => go('schedule', 'calendar'), archiveOpen);
  useCommand('go.organisations', () => go('organisations'), archiveOpen);
  useCommand('go.history', () => go('history'), archiveOpen);
  useCommand('go.settings', () => go('settings'), archiveOpen);
  useCommand(
    'view.refresh',
    () => {
      for (const family of ['window', ...FAMILIES]) refresh(family);
      message.info(t('shell.refreshed'));
    },
    archiveOpen,
  );

  useCommand('palette.open', () => ui.set({ dialog: 'palette' }));
  useCommand('help.keys', () => ui.set({ dialog: 'keys' }));
  useCommand('help.about', () => ui.set({ dialog: 'about' }));

  // A paste that no field and no grid takes is a plan to be read.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target;
      const inGrid = target instanceof Element && target.closest('[role="grid"], .grid-frame') !== null;
      if (event.defaultPrevented || editsText(target) || inGrid || ui.get().dialog !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (text.trim() === '' && html.trim() === '') return;
      event.preventDefault();
      takePlan({ text, ...(/<table/iu.test(html) ? { html } : {}) });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [takePlan]);

  return null;
}
