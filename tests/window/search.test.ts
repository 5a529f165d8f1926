/** One search box over everything, by keyboard: facets that add up, near misses apart, the way to the record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { t } from './support/screens.ts';

describe('the search', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    for (const [title, term] of [
      ['版画培训班签到表（示例）', 'D10'],
      ['剪纸、版画展演方案（示例）', 'D30'],
    ] as const) {
      await call(page, 'documents.create', { fields: { title, term, author: '示例单位', signedDate: '2021-05-01' } });
    }
  });
  afterAll(() => running.close());

  it('finds documents and plan rows, and shows as many as a facet says', async () => {
    const { page } = running;
    await page.keyboard.press('F3');
    await page.getByRole('combobox', { name: t('search.label') }).waitFor();
    await page.keyboard.type('培训');
    await page.getByText(t('search.total', { count: 4 })).waitFor();
    await page.getByRole('checkbox', { name: /档案 1/u }).click();
    await page.getByText(t('search.total', { count: 1 })).waitFor();
    expect(await page.locator('.hit mark').allInnerTexts()).toEqual(['培训']);
    await page.getByRole('button', { name: t('search.clear') }).click();
    await page.getByText(t('search.total', { count: 4 })).waitFor();
  });

  it('offers a near miss as what it is, and reads initials', async () => {
    const { page } = running;
    const box = page.getByRole('combobox', { name: t('search.label') });
    await box.fill('版话');
    await page.getByText(t('search.nearTitle')).waitFor();
    await page.getByText(t('search.total', { count: 0 })).waitFor();
    expect(await page.locator('.hit mark').allInnerTexts()).toEqual(['版画', '版画']);
    await box.fill('jzbh');
    await page.getByText(t('search.total', { count: 1 })).waitFor();
  });

  it('saves a search and brings it back', async () => {
    const { page } = running;
    const box = page.getByRole('combobox', { name: t('search.label') });
    await box.fill('版画');
    await page.getByText(t('search.total', { count: 2 })).waitFor();
    await page.getByRole('button', { name: t('search.save') }).click();
    await page.keyboard.press('Enter');
    await page.getByText(t('search.savedNote', { name: '版画' })).waitFor();
    await box.fill('');
    await page.getByRole('button', { name: '版画', exact: true }).click();
    await page.getByText(t('search.total', { count: 2 })).waitFor();
    expect(await box.inputValue()).toBe('版画');
  });

  it('goes to the record from the list and from Ctrl+K', async () => {
    const { page } = running;
    const box = page.getByRole('combobox', { name: t('search.label') });
    await box.fill('家校共育');
    await page.getByText(t('search.total', { count: 1 })).waitFor();
    await box.press('Enter');
    await page.locator('[role=grid] tr[data-row="3"]').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('剪纸');
    await page.getByRole('option', { name: /剪纸、版画展演方案/u }).click();
    await page.getByRole('heading', { name: t('shell.nav.documents'), exact: true }).waitFor();
    // Also where the screen was never shown before: the document found is the active one.
    await page.locator('tr', { hasText: '剪纸、版画展演方案' }).locator('[aria-selected=true]').waitFor();
    expect(running.problems).toEqual([]);
  });
});
