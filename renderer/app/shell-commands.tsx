/** What the commands do that belong to no single screen. Renders nothing. */
import { App } from 'antd';
import { useEffect } from 'react';
import type { PaperName } from '#shared/features/papers.ts';
import { contract } from '#shared/contract.ts';
import {
  startEntering as enterActivities,
  showCategories,
  showStatistics,
} from '../features/activities/activity-state.ts';
import { useLeaveAudit } from '../features/audit/use-leave-audit.ts';
import { documentState, goDocuments, startEntering } from '../features/documents/document-state.ts';
import { useChooseSource, useTakeSource } from '../features/import/use-read-source.tsx';
import { useCompareTable } from '../features/documents/use-compare-table.ts';
import { useVerifyFolders } from '../features/documents/use-verify-folders.tsx';
import { startUse } from '../features/life/life-state.ts';
import { startEntering as enterPersons, showTwins } from '../features/participants/person-state.ts';
import { useBackup, useVerify } from '../features/settings/safety.ts';
import { useOpenArchive } from '../features/welcome/use-open-archive.ts';
import { refresh } from './api.ts';
import { useYears } from './archive-state.ts';
import { dialogOpen, finishTyping, useCommand } from './commands.ts';
import { useGuardClose } from './guard-close.ts';
import { useT } from './i18n.tsx';
import { editsText } from './keyboard.ts';
import { useReadOnly } from './read-only.tsx';
import { useUndo } from './use-undo.ts';
import { type Screen, type ScheduleView, ui, useUi } from './ui-state.ts';

function go(screen: Screen, view?: ScheduleView): void {
  ui.set({ screen, ...(view ? { view } : {}) });
}

export function ShellCommands({ archive }: { archive: string | null }) {
  const archiveOpen = archive !== null;
  const { t } = useT();
  const { message, notification } = App.useApp();
  const years = useYears().data ?? [];
  const filled = years.some(({ rows }) => rows > 0);
  const { undo, redo } = useUndo();
  const chooseSource = useChooseSource();
  const takeSource = useTakeSource();
  const compareTable = useCompareTable();
  const verifyFolders = useVerifyFolders();
  const { chooseAndOpen, openExample, openRecent, close } = useOpenArchive();
  const verify = useVerify();
  const backup = useBackup();
  const auditing = useReadOnly();
  const leaveAudit = useLeaveAudit();

  useGuardClose();
  const toOpen = useUi((state) => state.toOpen);
  useEffect(() => {
    const id = ui.get().toOpen;
    if (id === null) return;
    ui.set({ toOpen: null });
    if (finishTyping()) openRecent(id);
  }, [openRecent, toOpen]);

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

  // A dialog that is open may be about to write: it is answered first.
  useCommand('audit.enter', () => !dialogOpen() && ui.set({ dialog: 'enterAudit' }), archiveOpen && !auditing);
  useCommand('audit.leave', leaveAudit, archiveOpen && auditing);
  useCommand('audit.package', () => ui.set({ dialog: 'auditPackage' }), archiveOpen);

  useCommand('edit.undo', () => void undo(), archiveOpen);
  useCommand('edit.redo', () => void redo(), archiveOpen);

  useCommand('plan.create', () => ui.set({ dialog: 'createYear' }), archiveOpen);
  useCommand('plan.copyYear', () => ui.set({ dialog: 'copyYear' }), archiveOpen && filled);
  useCommand('plan.import', () => chooseSource('plan'), archiveOpen);
  useCommand('document.templates', () => ui.set({ dialog: 'templates' }), archiveOpen);
  useCommand('document.exportTable', () => ui.set({ dialog: 'exportTable' }), archiveOpen);
  useCommand('document.exportFolders', () => ui.set({ dialog: 'exportFolders' }), archiveOpen);
  useCommand('document.verifyFolders', verifyFolders, archiveOpen);
  useCommand('document.compareTable', compareTable, archiveOpen);
  useCommand('document.import', () => chooseSource('catalogue'), archiveOpen);
  useCommand('plan.exportXlsx', () => ui.set({ exporting: 'xlsx' }), archiveOpen && filled);
  useCommand('plan.exportPdf', () => ui.set({ exporting: 'pdf' }), archiveOpen && filled);
  useCommand('plan.preview', () => go('schedule', 'preview'), archiveOpen && filled);

  const paper = (name: PaperName) => () => ui.set({ paper: { paper: name } });
  useCommand('paper.catalogue', paper('catalogue'), archiveOpen);
  useCommand('paper.boxNote', paper('boxNote'), archiveOpen);
  useCommand('paper.stamp', paper('stampSheet'), archiveOpen);
  useCommand('paper.spine', paper('spine'), archiveOpen);
  useCommand('paper.labels', paper('boxLabels'), archiveOpen);
  useCommand('paper.loanRegister', paper('loanRegister'), archiveOpen);
  useCommand('paper.expiredList', paper('expiredList'), archiveOpen);
  useCommand('paper.yearlyReport', paper('yearlyReport'), archiveOpen);
  useCommand('paper.activityList', paper('activityList'), archiveOpen);
  useCommand('paper.trainingStatistics', paper('trainingStatistics'), archiveOpen);
  useCommand('paper.statisticsReport', paper('statisticsReport'), archiveOpen);
  useCommand('paper.campaignReport', paper('campaignReport'), archiveOpen);
  useCommand('paper.personRegister', paper('personRegister'), archiveOpen);
  useCommand('paper.signInForm', paper('signInForm'), archiveOpen);

  useCommand('go.home', () => go('home'), archiveOpen);
  useCommand('go.search', () => go('search'), archiveOpen);
  useCommand('go.documents', () => goDocuments('documents'), archiveOpen);
  useCommand('go.boxes', () => goDocuments('boxes'), archiveOpen);
  useCommand('documents.create', startEntering, archiveOpen);
  useCommand('go.life', () => go('life'), archiveOpen);
  useCommand('life.enterUse', startUse, archiveOpen);
  useCommand('go.signIn', () => go('signIn'), archiveOpen);
  useCommand('attendance.import', () => chooseSource('roster'), archiveOpen);
  useCommand('go.schedule', () => go('schedule', 'table'), archiveOpen);
  useCommand('go.calendar', () => go('schedule', 'calendar'), archiveOpen);
  useCommand('go.activities', () => go('activities'), archiveOpen);
  useCommand('activities.create', enterActivities, archiveOpen);
  useCommand('activities.statistics', showStatistics, archiveOpen);
  useCommand('activities.categories', showCategories, archiveOpen);
  useCommand('go.participants', () => go('participants'), archiveOpen);
  useCommand('participants.twins', showTwins, archiveOpen);
  useCommand('participants.create', enterPersons, archiveOpen);
  useCommand('go.budgets', () => go('budgets'), archiveOpen);
  useCommand('budgets.import', () => chooseSource('funding'), archiveOpen);
  useCommand('go.organisations', () => go('organisations'), archiveOpen);
  useCommand('go.history', () => go('history'), archiveOpen);
  useCommand('go.audit', () => go('audit'), archiveOpen);
  useCommand('objects.recordCheck', () => ui.set({ dialog: 'filesCheck' }), archiveOpen);
  useCommand('documents.checks', () => ui.set({ dialog: 'checks' }), archiveOpen);
  useCommand('go.settings', () => go('settings'), archiveOpen);
  useCommand(
    'view.refresh',
    () => {
      documentState.set({ refreshed: documentState.get().refreshed + 1 });
      for (const family of Object.keys(contract)) refresh(family);
      message.info(t('shell.refreshed'));
    },
    archiveOpen,
  );

  useCommand('palette.open', () => ui.set({ dialog: 'palette' }));
  useCommand('help.keys', () => ui.set({ dialog: 'keys' }));
  useCommand('help.about', () => ui.set({ dialog: 'about' }));

  // A notice and its buttons (“undo the import”) are about the archive in which they came up.
  useEffect(() => () => notification.destroy(), [archive, auditing, notification]);

  // A paste that no field and no grid takes is a plan or a catalogue to be read.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target;
      const inGrid = target instanceof Element && target.closest('[role="grid"], .grid-frame') !== null;
      if (event.defaultPrevented || editsText(target) || inGrid || ui.get().dialog !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (text.trim() === '' && html.trim() === '') return;
      event.preventDefault();
      takeSource({ text, ...(/<table/iu.test(html) ? { html } : {}) });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [takeSource]);

  return null;
}
