/**
 * The one table of commands: native menu, palette, tooltips and the keyboard help are made from it. A command is run
 * by the window; the menu only names it. Texts: `menu.commands.<id>` of the catalogue.
 *
 * Keys are written as Electron writes accelerators. The window hears a key first; where it acts on it, it prevents the
 * default and the menu stays silent, so nothing runs twice.
 */
import type { Messages } from './i18n/index.ts';

export type CommandId = keyof Messages['menu']['commands'];
export type MenuId = keyof Messages['menu']['menus'];

export interface CommandEntry {
  readonly id: CommandId;
  readonly menu: MenuId;
  readonly keys: string | null;
  /** Runs only while an archive is open; greyed out in the menu otherwise. */
  readonly needsArchive: boolean;
  /** Changes records or leads to what does: not offered while the archive is open for an audit. */
  readonly writes?: true;
  /** Begins a group: a line is drawn above it. */
  readonly group?: true;
}

export const COMMANDS: readonly CommandEntry[] = [
  { id: 'archive.create', menu: 'file', keys: 'CommandOrControl+Shift+N', needsArchive: false, writes: true },
  { id: 'archive.open', menu: 'file', keys: 'CommandOrControl+O', needsArchive: false },
  { id: 'archive.openExample', menu: 'file', keys: null, needsArchive: false },
  { id: 'archive.save', menu: 'file', keys: 'CommandOrControl+S', needsArchive: true, writes: true, group: true },
  { id: 'archive.backup', menu: 'file', keys: null, needsArchive: true },
  { id: 'archive.close', menu: 'file', keys: null, needsArchive: true },
  { id: 'plan.exportXlsx', menu: 'file', keys: 'CommandOrControl+E', needsArchive: true, group: true },
  { id: 'plan.exportPdf', menu: 'file', keys: 'CommandOrControl+Shift+E', needsArchive: true },
  { id: 'plan.preview', menu: 'file', keys: 'CommandOrControl+P', needsArchive: true },

  { id: 'edit.undo', menu: 'edit', keys: 'CommandOrControl+Z', needsArchive: true, writes: true },
  { id: 'edit.redo', menu: 'edit', keys: 'CommandOrControl+Y', needsArchive: true, writes: true },
  { id: 'row.insert', menu: 'edit', keys: 'CommandOrControl+Shift+=', needsArchive: true, writes: true, group: true },
  { id: 'row.withdraw', menu: 'edit', keys: 'CommandOrControl+-', needsArchive: true, writes: true },
  { id: 'row.moveUp', menu: 'edit', keys: 'Alt+Up', needsArchive: true, writes: true },
  { id: 'row.moveDown', menu: 'edit', keys: 'Alt+Down', needsArchive: true, writes: true },
  { id: 'row.split', menu: 'edit', keys: null, needsArchive: true, writes: true },
  { id: 'row.merge', menu: 'edit', keys: null, needsArchive: true, writes: true },
  { id: 'row.fillDown', menu: 'edit', keys: 'CommandOrControl+D', needsArchive: true, writes: true },

  { id: 'go.home', menu: 'view', keys: 'CommandOrControl+1', needsArchive: false },
  { id: 'go.documents', menu: 'view', keys: 'CommandOrControl+2', needsArchive: true },
  { id: 'go.boxes', menu: 'view', keys: 'CommandOrControl+3', needsArchive: true },
  { id: 'go.schedule', menu: 'view', keys: 'CommandOrControl+4', needsArchive: true },
  { id: 'go.calendar', menu: 'view', keys: 'CommandOrControl+5', needsArchive: true },
  { id: 'go.organisations', menu: 'view', keys: 'CommandOrControl+6', needsArchive: true },
  { id: 'go.audit', menu: 'view', keys: 'CommandOrControl+Shift+L', needsArchive: true },
  { id: 'go.history', menu: 'view', keys: 'CommandOrControl+7', needsArchive: true },
  { id: 'go.settings', menu: 'view', keys: 'CommandOrControl+8', needsArchive: false },
  { id: 'go.life', menu: 'view', keys: 'CommandOrControl+9', needsArchive: true },
  { id: 'go.activities', menu: 'view', keys: 'CommandOrControl+Shift+A', needsArchive: true },
  { id: 'go.signIn', menu: 'view', keys: 'CommandOrControl+Shift+S', needsArchive: true },
  { id: 'go.participants', menu: 'view', keys: 'CommandOrControl+Shift+R', needsArchive: true },
  { id: 'go.budgets', menu: 'view', keys: 'CommandOrControl+Shift+M', needsArchive: true },
  { id: 'go.search', menu: 'view', keys: 'F3', needsArchive: true, group: true },
  { id: 'view.find', menu: 'view', keys: 'CommandOrControl+F', needsArchive: true },
  { id: 'view.inspector', menu: 'view', keys: 'F4', needsArchive: true },
  { id: 'view.refresh', menu: 'view', keys: 'F5', needsArchive: true },

  { id: 'documents.create', menu: 'documents', keys: 'CommandOrControl+N', needsArchive: true, writes: true },
  {
    id: 'documents.file',
    menu: 'documents',
    keys: 'CommandOrControl+Shift+F',
    needsArchive: true,
    writes: true,
    group: true,
  },
  { id: 'documents.batch', menu: 'documents', keys: 'CommandOrControl+B', needsArchive: true, writes: true },
  { id: 'documents.renumber', menu: 'documents', keys: null, needsArchive: true, writes: true },
  { id: 'documents.restore', menu: 'documents', keys: null, needsArchive: true, writes: true },
  { id: 'documents.copy', menu: 'documents', keys: 'CommandOrControl+Shift+C', needsArchive: true },
  { id: 'documents.attach', menu: 'documents', keys: null, needsArchive: true, writes: true, group: true },
  { id: 'documents.preview', menu: 'documents', keys: null, needsArchive: true },
  {
    id: 'documents.linkPlan',
    menu: 'documents',
    keys: 'CommandOrControl+L',
    needsArchive: true,
    writes: true,
    group: true,
  },
  { id: 'documents.numbering', menu: 'documents', keys: 'F7', needsArchive: true },
  {
    id: 'boxes.fill',
    menu: 'documents',
    keys: 'CommandOrControl+Shift+B',
    needsArchive: true,
    writes: true,
    group: true,
  },
  { id: 'boxes.fillYear', menu: 'documents', keys: null, needsArchive: true, writes: true },
  { id: 'documents.checks', menu: 'documents', keys: null, needsArchive: true, group: true },

  { id: 'plan.import', menu: 'data', keys: 'CommandOrControl+I', needsArchive: true, writes: true },
  { id: 'attendance.import', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'budgets.import', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'document.import', menu: 'data', keys: 'CommandOrControl+Shift+I', needsArchive: true, writes: true },
  { id: 'document.templates', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'document.exportTable', menu: 'data', keys: null, needsArchive: true },
  { id: 'document.compareTable', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'document.exportFolders', menu: 'data', keys: null, needsArchive: true },
  { id: 'document.verifyFolders', menu: 'data', keys: null, needsArchive: true },
  { id: 'plan.copyYear', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'plan.create', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'life.enterUse', menu: 'data', keys: 'CommandOrControl+U', needsArchive: true, writes: true, group: true },
  { id: 'life.giveBack', menu: 'data', keys: 'F8', needsArchive: true, writes: true },
  { id: 'life.keep', menu: 'data', keys: 'CommandOrControl+Shift+K', needsArchive: true, writes: true },
  { id: 'life.destroy', menu: 'data', keys: 'CommandOrControl+Shift+X', needsArchive: true, writes: true },
  { id: 'activities.create', menu: 'data', keys: null, needsArchive: true, writes: true, group: true },
  { id: 'activities.statistics', menu: 'data', keys: null, needsArchive: true },
  { id: 'activities.categories', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'participants.create', menu: 'data', keys: null, needsArchive: true, writes: true, group: true },
  { id: 'participants.reveal', menu: 'data', keys: 'F9', needsArchive: true, writes: true },
  { id: 'participants.merge', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'participants.twins', menu: 'data', keys: null, needsArchive: true },
  { id: 'budgets.enter', menu: 'data', keys: null, needsArchive: true, writes: true, group: true },
  { id: 'budgets.correct', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'budgets.reverse', menu: 'data', keys: null, needsArchive: true, writes: true },
  { id: 'archive.verify', menu: 'data', keys: null, needsArchive: true, group: true },
  { id: 'objects.recordCheck', menu: 'data', keys: null, needsArchive: true },

  { id: 'palette.open', menu: 'tools', keys: 'CommandOrControl+K', needsArchive: false },
  { id: 'audit.enter', menu: 'tools', keys: null, needsArchive: true, group: true },
  { id: 'audit.leave', menu: 'tools', keys: null, needsArchive: true },
  { id: 'audit.package', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.catalogue', menu: 'tools', keys: 'CommandOrControl+Shift+P', needsArchive: true, group: true },
  { id: 'paper.boxNote', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.stamp', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.spine', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.labels', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.loanRegister', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.expiredList', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.yearlyReport', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.activityList', menu: 'tools', keys: null, needsArchive: true, group: true },
  { id: 'paper.trainingStatistics', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.statisticsReport', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.campaignReport', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.personRegister', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.signInForm', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.signInSheet', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.signedList', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.activitySheet', menu: 'tools', keys: null, needsArchive: true },
  { id: 'paper.publicNotice', menu: 'tools', keys: null, needsArchive: true },
  { id: 'help.keys', menu: 'help', keys: 'F1', needsArchive: false },
  { id: 'help.about', menu: 'help', keys: null, needsArchive: false },
];
