/** 利用与鉴定 in a real window: each list is worked through as a person would, and its paper is one button away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { archiveRoom } from '#tests/support/archive-room.ts';
import { call } from '#tests/support/bridge.ts';
import { t } from './support/screens.ts';

describe('what happens after filing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'life-test-'));
  let running: RunningApp;
  let page: Page;
  let documentIds: number[];

  beforeAll(async () => {
    const directory = join(folder, '档案');
    const room = await archiveRoom(20, directory);
    ({ documentIds } = room);
    room.archive.runtime.close();
    running = await launchApp({ args: [directory] });
    ({ page } = running);
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('Control+9');
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const tab = async (name: 'use' | 'appraisal' | 'disposal' | 'transfer' | 'stocktake'): Promise<void> => {
    await page
      .getByLabel(t('life.tabs'))
      .getByText(t(`life.tab.${name}`), { exact: true })
      .click();
  };
  const accessible = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  };
  const paper = async (
    name: 'loanRegister' | 'appraisalOpinions' | 'disposalList' | 'transferList' | 'stocktakeReport',
  ) => {
    await page.getByRole('button', { name: t(`papers.name.${name}`) }).click();
    await page.locator('.paper-dialog .pdf-page canvas:not([hidden])').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('enters a use by the keyboard alone, refuses what lacks an approver, and takes the document back', async () => {
    const { document } = await call(page, 'documents.get', { id: documentIds[15] ?? 0 });
    await page.keyboard.press('Control+u');
    await page.locator('.use-entry [role=combobox]:focus').first().waitFor();
    await page.keyboard.type(document.referenceCode ?? '');
    await page.locator('.finder-list [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(t('life.use.kinds.lend'), { exact: true }).first().click();
    await page.locator('#use-borrower').fill('示例借阅人');
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('life.use.lack.approver')).waitFor();
    await page.keyboard.type('示例主任');
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('life.use.entered', { name: '示例借阅人', count: 1 })).waitFor();
    const open = await call(page, 'loans.list', { state: 'open' });
    expect(open.rows.map(({ borrower, document: { id } }) => [borrower, id])).toContainEqual([
      '示例借阅人',
      document.id,
    ]);
    await accessible();
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: t('life.open.giveBackOne', { name: document.referenceCode ?? '' }) })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('life.back.do'), exact: true })
      .click();
    await page.getByText(t('life.back.done', { count: 1 })).waitFor();
    expect((await call(page, 'loans.list', { state: 'open' })).open).toBe(open.open - 1);
    await paper('loanRegister');
  });

  it('shows a list of destruction for ever, and the appraisal that it comes from', async () => {
    await tab('disposal');
    await page.getByRole('button', { name: /2023-01/u }).click();
    await page.getByText(t('life.disposal.forEver')).waitFor();
    await accessible();
    await paper('disposalList');
    await tab('appraisal');
    await page.getByRole('button', { name: /2023年到期档案鉴定/u }).click();
    await paper('appraisalOpinions');
    expect(await page.locator('[role=grid] tr[data-row]').count()).toBe(5);
  });

  it('shows a hand-over with its paper', async () => {
    await tab('transfer');
    await page.getByRole('button', { name: /2023-移1/u }).click();
    await page
      .getByText(t('life.transfer.heading', { number: '2023-移1' }))
      .first()
      .waitFor();
    await accessible();
    await paper('transferList');
    expect(await page.locator('[role=grid] tr[data-row]').count()).toBe(3);
  });

  it('counts what stands on the shelves by labels that are read', async () => {
    await tab('stocktake');
    await page.getByRole('button', { name: t('life.stocktake.open') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('life.stocktake.countedBy')).fill('示例管理员');
    await dialog.getByRole('button', { name: t('life.stocktake.open') }).click();
    await dialog.waitFor({ state: 'detached' });
    const [box] = await call(page, 'boxes.list', { year: 2021 });
    if (!box) throw new Error('no box');
    const field = page.getByRole('textbox', { name: t('life.stocktake.field') });
    for (const label of ['1号架2层', `2021-${box.number}`, '标签脱落']) {
      await field.fill(label);
      await page.keyboard.press('Enter');
    }
    await expect.poll(async () => (await call(page, 'stocktakes.list', {}))[0]?.entryCount).toBe(2);
    const [counted] = await call(page, 'stocktakes.list', {});
    const { counts } = await call(page, 'stocktakes.report', { id: counted?.id ?? 0 });
    expect([counts['present'], counts['unknown']]).toEqual([1, 1]);
    await accessible();
    await paper('stocktakeReport');
    expect(running.problems).toEqual([]);
  });
});
