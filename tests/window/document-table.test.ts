/** Documents edited in a spreadsheet program: exported, compared, taken in one step, and given back in one. */
import { AxeBuilder } from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { answerDialog, runCommand, t } from './support/screens.ts';

describe('a table of documents in the window', () => {
  let running: RunningApp;
  const folder = mkdtempSync(join(tmpdir(), 'document-table-'));
  const file = join(folder, '著录表.xlsx');
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.getByRole('navigation').waitFor();
    for (const number of [1, 2, 3]) {
      await call(running.page, 'documents.create', {
        fields: { title: `培训通知（${number}）`, author: '示例中心', signedDate: '2021-03-01', pageCount: number },
      });
    }
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const documents = async () =>
    (await call(running.page, 'documents.list', { filter: { text: '培训' }, sort: 'entered' })).rows;

  it('is exported from the menu', async () => {
    await answerDialog(running.app, file);
    await runCommand(running.page, 'document.exportTable');
    await running.page.getByRole('button', { name: t('documentTable.exportStart') }).click();
    // The example archive holds its plan as well.
    await running.page.getByText(t('documentTable.exported', { count: 4 })).waitFor();
    expect(existsSync(file)).toBe(true);
  });

  it('shows each difference before anything changes, and leaves conflicts to the person', async () => {
    const { page, app } = running;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error('no sheet');
    const columns = new Map<string, number>();
    sheet.getRow(2).eachCell((cell, column) => columns.set(cell.text, column));
    const set = (title: string, field: 'title' | 'author' | 'pageCount', value: string): void =>
      sheet.eachRow((row) => {
        if (row.getCell(columns.get(t('documents.field.title')) ?? 0).text !== title) return;
        row.getCell(columns.get(t(`documents.field.${field}`)) ?? 0).value = value;
      });
    set('培训通知（1）', 'author', '区教育和体育局');
    set('培训通知（2）', 'author', '文件里的单位');
    set('培训通知（3）', 'pageCount', '若干');
    await workbook.xlsx.writeFile(file);
    const [, second] = await documents();
    await call(page, 'documents.edit', {
      step: { code: 'documentEdit', params: { count: 1 } },
      changes: [{ do: 'set', id: second?.id ?? 0, version: second?.version ?? 0, fields: { author: '档案里的单位' } }],
    });

    await answerDialog(app, file);
    await runCommand(page, 'document.compareTable');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('文件里的单位').waitFor();
    const take = dialog.getByRole('checkbox', {
      name: t('documentTable.take', { field: t('documents.field.author') }),
    });
    expect(await take.nth(0).isChecked()).toBe(true);
    expect(await take.nth(1).isChecked()).toBe(false);
    await dialog.getByText(t('documents.cell.pageCount', { text: '若干' })).waitFor();
    expect((await documents()).map(({ author }) => author)).toEqual(['示例中心', '档案里的单位', '示例中心']);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  it('takes what is ticked in one step and gives it back in one', async () => {
    const { page } = running;
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('documentTable.apply', { count: 1 }) }).click();
    await page.getByText(t('documentTable.applied', { count: 1 })).waitFor();
    expect((await documents()).map(({ author }) => author)).toEqual(['区教育和体育局', '档案里的单位', '示例中心']);
    await page.getByRole('button', { name: t('review.undo') }).click();
    await expect.poll(async () => (await documents())[0]?.author).toBe('示例中心');
  });
});
