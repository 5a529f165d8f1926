/** The ledger in both languages and colours, with long names and large sums: no fault that axe finds, no complaint of the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FundKind } from '#shared/features/funding.ts';
import type { Preferences } from '#shared/features/window.ts';
import { translator } from '#shared/i18n/index.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { createArchive, dropFile } from './support/screens.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LEDGER = [
  '凭证号,日期,预算年度,类型,来源,科目/用途,金额(元)',
  '记-900,2021-03-05,2021,拨款,齐陵街道办事处,经费,100',
  '记-901,2021-02-30,,,某单位,教材,"12,34"',
  '合计,,,,,,112.34',
].join('\n');

describe('the ledger', () => {
  let running: RunningApp;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-screens-'));
    running = await launchApp();
    const { page } = running;
    await page.setViewportSize({ width: 1280, height: 800 });
    await createArchive(running.app, page, join(folder, 'archive'));
    await call(page, 'plans.create', { year: 2021 });
    await call(page, 'budgets.enter', {
      entries: Array.from({ length: 60 }, (_, index) => ({
        date: `2021-${String((index % 12) + 1).padStart(2, '0')}-15`,
        kind: FundKind.options[index % 9] ?? 'payment',
        amountFen: index % 7 === 0 ? 123_456_789_012 : 100_050 + index,
        budgetYear: index % 10 === 0 ? null : 2021 - (index % 4 === 0 ? 1 : 0),
        source: index % 3 === 0 ? '齐陵街道办事处' : '某某省某某市某某区社区教育工作领导小组办公室（示例）',
        purpose: '居民学习点书画、太极、手机应用等班次的教材和场地布置',
        voucher: `记-${(index % 50) + 1}`,
        basis: '齐办发〔2021〕3号',
      })),
    });
    await call(page, 'budgets.reverse', { id: 5, version: 1, reason: '凭证作废' });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<Partial<Preferences>>([
    { locale: 'zh-CN', theme: 'light' },
    { locale: 'en', theme: 'dark', textSize: 'largest' },
  ])(
    'can be used by everybody: %o',
    async (preferences) => {
      const { page } = running;
      const words = translator(preferences.locale ?? 'zh-CN');
      await call(page, 'window.setPreferences', preferences);
      await page.keyboard.press('F5');
      await page.locator(`html[lang="${preferences.locale}"][data-theme="${preferences.theme}"]`).waitFor();
      const faults = async (where: string): Promise<string[]> => {
        // One window cannot open the second page that axe otherwise uses.
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
        return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`);
      };
      await page.keyboard.press('Control+Shift+M');
      await page.getByText(words('budgetScreen.view.ledger'), { exact: true }).click();
      await page.locator('.ledger-main tr[data-row="1"]').waitFor();
      expect(await faults('list')).toEqual([]);
      await page.getByText(words('ledgerScreen.find.withReversed')).click();
      const reversed = page.locator('.ledger-main tr[data-row]', { has: page.locator('.ledger-struck') }).first();
      await reversed.locator('[data-column="4"]').click();
      if (!(await page.locator('.ledger-inspector').isVisible())) await page.keyboard.press('F4');
      await page.locator('.ledger-inspector .finding').first().waitFor();
      expect(await faults('reversed')).toEqual([]);
      await page.getByText(words('ledgerScreen.find.withReversed')).click();
      await page.locator('.ledger-main tr[data-row="0"] [data-column="4"]').click();
      for (const tab of ['evidence', 'history', 'data'] as const) {
        await page.getByRole('tab', { name: words(`ledgerScreen.tab.${tab}`) }).press('Enter');
        expect(await faults(tab)).toEqual([]);
      }
      await page
        .locator('.ledger-inspector')
        .getByRole('button', { name: words('ledgerScreen.inspector.correct') })
        .click();
      await page.getByRole('dialog').waitFor();
      expect(await faults('correct')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('F4');
      await page.keyboard.press('Control+n');
      await page.locator('.ledger-entry').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.locator('.ledger-entry .field-problem').first().waitFor();
      expect(await faults('entry')).toEqual([]);
      await page.keyboard.press('Escape');
      await dropFile(page, '台账.csv', new TextEncoder().encode(LEDGER));
      await page.locator('.review-grid .ledger-bad').first().waitFor();
      for (const panel of ['problems', 'printed', 'totals', 'columns'] as const) {
        await page
          .locator('.review-main .ant-segmented-item')
          .nth(['problems', 'printed', 'totals', 'columns'].indexOf(panel))
          .click();
        expect(await faults(panel)).toEqual([]);
      }
      await page.getByRole('button', { name: words('shell.cancel'), exact: true }).click();
      await page.locator('.ledger-main').waitFor();
      expect(running.problems).toEqual([]);
    },
    240_000,
  );
});
