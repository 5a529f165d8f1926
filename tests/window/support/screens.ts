/** What a person does on the screens, found by the words and roles that a person finds them by. */
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import type { CommandId } from '#shared/commands.ts';
import { translator } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';

export const t = translator('zh-CN');

/** Answers the next open or save dialog of the system. */
export async function answerDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Drops a file with this content onto the window. */
export function dropFile(page: Page, name: string, content: Uint8Array): Promise<void> {
  return dropFiles(page, [[name, content]]);
}

/** Drops several files at once. */
export async function dropFiles(page: Page, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (sent) => {
      const data = new DataTransfer();
      for (const [fileName, base64] of sent) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
        data.items.add(new File([bytes], fileName));
      }
      return data;
    },
    files.map(([name, content]) => [name, Buffer.from(content).toString('base64')] as const),
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

/** Runs a command by its name from the palette. */
export async function runCommand(page: Page, id: CommandId): Promise<void> {
  const name = zhCN.menu.commands[id].replace('…', '');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.locator('input').fill(name);
  // The first of those that are left is the one that Enter runs.
  await palette.getByRole('option').first().filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** A cell of the plan's grid: row from 1, column by its heading. */
export function cell(page: Page, row: number, heading: keyof typeof COLUMNS): Locator {
  return page.locator(`[role=grid] tr[data-row="${row - 1}"] [data-column="${COLUMNS[heading]}"]`);
}

const COLUMNS = { month: 0, activity: 1, unit: 2, status: 3, remark: 4 } as const;

/** A new archive in an empty folder, from the first screen. */
export async function createArchive(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: t('shell.welcome.create') }).click();
  await fillNewArchive(app, page, folder);
}

/** A new archive in an empty folder, from its dialog. */
export async function fillNewArchive(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerDialog(app, folder);
  await page.getByLabel(t('shell.create.unitName')).fill('某街道社区教育中心');
  await page.getByRole('button', { name: t('shell.create.chooseFolder') }).click();
  await page.getByRole('button', { name: t('shell.create.submit') }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Opens the export dialog from the button's menu. */
export async function openExport(page: Page, format: 'xlsx' | 'pdf'): Promise<Locator> {
  await page.getByRole('button', { name: t('schedule.export.button') }).click();
  await page.getByRole('menuitem', { name: t(`schedule.export.${format}`) }).click();
  return page.getByRole('dialog');
}

/** Exports through the dialog and waits until it says that the file is written. */
export async function exportPaper(
  app: ElectronApplication,
  page: Page,
  format: 'xlsx' | 'pdf',
  file: string,
): Promise<void> {
  await answerDialog(app, file);
  const dialog = await openExport(page, format);
  await dialog.getByRole('button', { name: t('schedule.export.start') }).click();
  await page.getByText(t('schedule.export.done')).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
