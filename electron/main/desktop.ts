/** Dialogs and programs of the system, on behalf of the window. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { translator, type Locale } from '#shared/i18n/index.ts';
import { withEnding, type Desktop } from './native.ts';

const PLAN_EXTENSIONS = ['txt', 'htm', 'html', 'csv', 'tsv', 'docx', 'xlsx', 'xls'];

const FILE_TITLES = {
  plan: 'choosePlan',
  catalogue: 'chooseCatalogue',
  roster: 'chooseRoster',
  funding: 'chooseLedger',
  documentTable: 'chooseTable',
} as const;

export function createDesktop(window: () => BrowserWindow, locale: () => Locale): Desktop {
  const t = (): ReturnType<typeof translator> => translator(locale());
  const openAll = async (options: Electron.OpenDialogOptions): Promise<string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options);
    return canceled ? [] : filePaths;
  };
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> =>
    (await openAll(options))[0] ?? null;
  const anyFile = (): Electron.FileFilter => ({ name: t()('menu.dialogs.allFiles'), extensions: ['*'] });
  return {
    chooseFile: (purpose) =>
      purpose === 'document'
        ? open({ title: t()('menu.dialogs.chooseDocumentFile'), properties: ['openFile'], filters: [anyFile()] })
        : open({
            title: t()(`menu.dialogs.${FILE_TITLES[purpose]}`),
            properties: ['openFile'],
            filters: [
              {
                name: t()('menu.dialogs.planFiles'),
                extensions: purpose === 'documentTable' ? ['xlsx', 'xls', 'et'] : PLAN_EXTENSIONS,
              },
              anyFile(),
            ],
          }),
    chooseFiles: () =>
      openAll({
        title: t()('menu.dialogs.chooseDocumentFiles'),
        properties: ['openFile', 'multiSelections'],
        filters: [anyFile()],
      }),
    chooseFolder: (purpose) =>
      open({ title: t()(`menu.dialogs.${purpose}`), properties: ['openDirectory', 'createDirectory'] }),
    async chooseSave(suggestedName, format) {
      const extension = format === 'object' ? extname(suggestedName).slice(1) : format;
      const name = format === 'object' ? t()('menu.dialogs.sameKind') : t()(`menu.dialogs.${format}`);
      let defaultPath = join(app.getPath('documents'), suggestedName);
      for (;;) {
        const { canceled, filePath } = await dialog.showSaveDialog(window(), {
          title: t()('menu.dialogs.save'),
          defaultPath,
          filters: extension === '' ? [anyFile()] : [{ name, extensions: [extension] }],
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        });
        if (canceled || filePath === '') return null;
        const complete = withEnding(filePath, extension);
        // Some systems leave the ending out. If the completed name is taken, nobody has been asked about it yet.
        if (complete === filePath || !existsSync(complete)) return complete;
        defaultPath = complete;
      }
    },
    showInFolder: (file) => shell.showItemInFolder(file),
    openWithSystem: async (file) => (await shell.openPath(file)) === '',
  };
}
