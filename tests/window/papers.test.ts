/** The papers of the archive room from the window: chosen, written, read back, and a scope without documents said. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { answerDialog, t } from './support/screens.ts';

describe('printing and exporting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-test-'));
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    const fields = { author: '示例单位', signedDate: '2021-05-01', term: 'D30', pageCount: 3 };
    for (const title of ['剪纸培训方案（示例）', '剪纸培训小结（示例）']) {
      await call(page, 'documents.create', { fields: { ...fields, title }, file: true });
    }
    await call(page, 'boxes.fillYear', { year: 2021 });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['catalogue', 'pdf'],
    ['boxNote', 'xlsx'],
    ['stampSheet', 'pdf'],
  ] as const)('writes %s as %s', async (paper, format) => {
    const { app, page } = running;
    const file = join(folder, `${paper}.${format}`);
    await answerDialog(app, file);
    await page.keyboard.press('Control+Shift+P');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('paperDialog.paper')).click();
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: t(`papers.name.${paper}`) })
      .first()
      .click();
    await dialog.getByRole('button', { name: format === 'pdf' ? 'PDF' : 'Excel' }).click();
    await dialog.getByText(`${paper}.${format}`).waitFor();
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).size).toBeGreaterThan(4000);
    if (paper === 'catalogue') await page.screenshot({ path: join(tmpdir(), 'paper-dialog.png') });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });
});
