/** Theme and language around the window, and which of its two faces shows: the welcome, or an open archive. */
import { App, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { COMMANDS } from '#shared/commands.ts';
import { EnterAuditDialog } from '../features/audit/enter-dialog.tsx';
import { PackageDialog } from '../features/audit/package-dialog.tsx';
import { ChecksDialog } from '../features/checks/checks-dialog.tsx';
import { ExportDialog } from '../features/schedule/export-dialog.tsx';
import { TableCompareDialog } from '../features/documents/table-compare-dialog.tsx';
import { GiveOutDialog } from '../features/documents/give-out-dialog.tsx';
import { TemplateDialog } from '../features/documents/template-dialog.tsx';
import { ReasonDialog } from '../features/schedule/ask-reason.tsx';
import { PaperDialog } from '../features/papers/paper-dialog.tsx';
import { PasteDialog } from '../features/import/paste-dialog.tsx';
import { FilesCheckDialog } from '../features/settings/files-check-dialog.tsx';
import { WaitingSource } from '../features/import/waiting-source.tsx';
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
            <ShellCommands archive={state.data.archive?.uid ?? null} />
            {state.data.archive ? (
              // Begun anew where an audit begins or ends: no open cell or form stays from before.
              <Shell key={`${state.data.archive.uid} ${state.data.audit?.since ?? ''}`} archive={state.data.archive} />
            ) : (
              <Welcome state={state.data} />
            )}
            <CreateArchiveDialog />
            <CommandPalette />
            <KeyHelp />
            <AboutDialog />
            <YearDialogs />
            <FilesCheckDialog />
            <ChecksDialog />
            <EnterAuditDialog />
            <PackageDialog />
            <PasteDialog />
            <TemplateDialog />
            <GiveOutDialog />
            <TableCompareDialog />
            <WaitingSource />
            <ExportDialog />
            <PaperDialog />
            <ReasonDialog />
          </DropZone>
        )}
      </App>
    </ConfigProvider>
  );
}
