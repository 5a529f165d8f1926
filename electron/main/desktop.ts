/** Dialogs and programs of the system, on behalf of the window. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { translator, type Locale } from '#shared/i18n/index.ts';
import { withEnding, type Desktop } from './native.ts';

const PLAN_EXTENSIONS = ['txt', 'htm', 'html', 'csv', 'tsv', 'docx', 'xlsx', 'xls'];

const FILE_TITLES = {
  plan: 'choosePlan',
  catalogue: 'chooseCatalogue',
  documentTable: 'chooseTable',
} as const;

export function createDesktop(window: () => BrowserWindow, locale: () => Locale): Desktop {
  const t = (): ReturnType<typeof translator> => translator(locale());
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options);
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    chooseFile: (purpose) =>
      open({
        title: t()(`menu.dialogs.${FILE_TITLES[purpose]}`),
        properties: ['openFile'],
        filters: [
          {
            name: t()('menu.dialogs.planFiles'),
            extensions: purpose === 'documentTable' ? ['xlsx', 'xls', 'et'] : PLAN_EXTENSIONS,
          },
          { name: t()('menu.dialogs.allFiles'), extensions: ['*'] },
        ],
      }),
    chooseFolder: (purpose) =>
      open({ title: t()(`menu.dialogs.${purpose}`), properties: ['openDirectory', 'createDirectory'] }),
    async chooseSave(suggestedName, format) {
      let defaultPath = join(app.getPath('documents'), suggestedName);
      for (;;) {
        const { canceled, filePath } = await dialog.showSaveDialog(window(), {
          title: t()('menu.dialogs.save'),
          defaultPath,
          filters: [{ name: t()(`menu.dialogs.${format}`), extensions: [format] }],
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        });
        if (canceled || filePath === '') return null;
        const complete = withEnding(filePath, format);
        // Some systems leave the ending out. If the completed name is taken, nobody has been asked about it yet.
        if (complete === filePath || !existsSync(complete)) return complete;
        defaultPath = complete;
      }
    },
    showInFolder: (file) => shell.showItemInFolder(file),
    openWithSystem: async (file) => (await shell.openPath(file)) === '',
  };
}
