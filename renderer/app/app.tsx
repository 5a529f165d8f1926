/** Theme and language around the window, and which of its two faces shows: the welcome, or an open archive. */
import { App, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { COMMANDS } from '#shared/commands.ts';
import { PaperDialog } from '../features/papers/paper-dialog.tsx';
import { ExportDialog } from '../features/schedule/export-dialog.tsx';
import { ReasonDialog } from '../features/schedule/ask-reason.tsx';
import { PasteDialog } from '../features/import/paste-dialog.tsx';
import { WaitingPlan } from '../features/import/waiting-plan.tsx';
import { CreateArchiveDialog } from '../features/welcome/create-archive.tsx';
import { Welcome } from '../features/welcome/welcome.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { archiveChanged, listen } from './api.ts';
import { DEFAULT_PREFERENCES, useWindowState } from './archive-state.ts';
import { CommandPalette } from './command-palette.tsx';
import { handleKey, handleMenu } from './commands.ts';
import { DropZone } from './drop-zone.tsx';
import { ErrorView } from './error-view.tsx';
import { setLocale } from './i18n.tsx';
import { KeyHelp } from './key-help.tsx';
import { Shell } from './shell.tsx';
import { applyTheme, themeOf } from './theme.ts';
import { ShellCommands } from './shell-commands.tsx';
import { YearDialogs } from './year-dialogs.tsx';

export function ArchiveApp() {
  const state = useWindowState();
  const preferences = state.data?.preferences ?? DEFAULT_PREFERENCES;
  const { locale, theme, textSize } = preferences;
  const config = useMemo(() => themeOf({ theme, textSize }), [theme, textSize]);

  useEffect(() => {
    setLocale(locale);
    applyTheme({ locale, theme, textSize });
  }, [locale, theme, textSize]);

  useEffect(() => {
    const stop = listen((command) => {
      if (COMMANDS.some(({ id }) => id === command)) handleMenu(command);
    });
    window.addEventListener('keydown', handleKey);
    void archiveChanged();
    return () => {
      stop();
      window.removeEventListener('keydown', handleKey);
    };
  }, []);

  return (
    <ConfigProvider
      theme={config}
      locale={locale === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className="app">
        {state.error !== null && <ErrorView error={state.error} onRetry={() => void state.refetch()} />}
        {state.data === undefined && state.error === null && <Spin className="centre" />}
        {state.data !== undefined && (
          <DropZone>
            <ShellCommands archiveOpen={state.data.archive !== null} />
            {state.data.archive ? (
              <Shell key={state.data.archive.uid} archive={state.data.archive} />
            ) : (
              <Welcome state={state.data} />
            )}
            <CreateArchiveDialog />
            <CommandPalette />
            <KeyHelp />
            <AboutDialog />
            <YearDialogs />
            <PasteDialog />
            <WaitingPlan />
            <ExportDialog />
            <PaperDialog />
            <ReasonDialog />
          </DropZone>
        )}
      </App>
    </ConfigProvider>
  );
}
