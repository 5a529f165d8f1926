/** 经费核查 in a real window: the verdict, and from its headline to the page of a voucher in two steps, by mouse and by keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { runCommand, t } from './support/screens.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../resources/screenshots/plan.png'));

describe('the funding check', () => {
  let running: RunningApp;
  let page: Page;
  beforeAll(async () => {
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    const entry = { date: '2021-04-12', budgetYear: 2021, source: '街道财政（示例）' } as const;
    await call(page, 'budgets.enter', {
      entries: [
        {
          ...entry,
          date: '2021-03-05',
          kind: 'approval',
          amountFen: 6_000_000,
          voucher: '',
          purpose: '社区教育专项',
          basis: '预算批复（示例）',
        },
        { ...entry, kind: 'payment', amountFen: 3_000_000, voucher: '记-8', purpose: '第一笔拨款' },
        {
          ...entry,
          kind: 'payment',
          date: '2021-09-02',
          amountFen: 1_800_000,
          voucher: '记-21',
          purpose: '第二笔拨款',
        },
        { ...entry, kind: 'payment', date: '2022-01-10', amountFen: 1_200_000, voucher: '记-2', purpose: '上年余款' },
        { ...entry, kind: 'expense', date: '2021-12-06', amountFen: 1_568_880, voucher: '记-40', purpose: '讲师费' },
      ],
    });
    for (const id of [2, 3]) {
      await call(page, 'budgets.attach', {
        id,
        version: 1,
        kind: 'voucher',
        bytes: new Uint8Array(PICTURE),
        name: `凭证${id}.png`,
      });
    }
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.verdict').waitFor();
  });
  afterAll(() => running.close());

  const verdict = () => page.locator('.verdict-word strong').textContent();

  it('says why there is no verdict, takes a figure of population, and then judges to the fen', async () => {
    expect(await verdict()).toBe(t('fundingCheck.verdict.NO_BASIS'));
    await page
      .locator('.verdict')
      .getByRole('button', { name: t('budgetScreen.population.add') })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.getByLabel(t('budgetScreen.population.place')).fill('街道合计');
    await page.getByLabel(t('organisationScreen.population.count')).fill('28563');
    await page.getByLabel(t('organisationScreen.population.day')).fill('20201101');
    await page.getByLabel(t('organisationScreen.population.source')).fill('七普');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(t('budgetScreen.view.check'), { exact: true }).click();
    await expect.poll(verdict).toBe(t('fundingCheck.verdict.FAIL'));
    const text = (await page.locator('.verdict-figures').textContent()) ?? '';
    for (const figure of ['57,126.00', '48,000.00', '9,126.00', '1.6804']) expect(text).toContain(figure);
    const check = await call(page, 'budgets.check', { year: 2021 });
    expect(check.views.paid).toMatchObject({ verdict: 'FAIL', countedFen: 4_800_000, shortfallFen: 912_600 });
    expect(check.views.byBudgetYear.verdict).toBe('PASS');
    for (const { text: step } of check.steps) await page.getByText(step, { exact: true }).waitFor();
    for (const { message } of check.flags) await page.getByText(message).first().waitFor();
  });

  it('leads from the headline to the page of a voucher in two clicks', async () => {
    await page.locator('.verdict .figure-button').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[role=grid] tr[data-row="1"] [data-column="0"]').click();
    await dialog.getByRole('region', { name: '凭证3.png' }).locator('img, canvas').first().waitFor();
    expect(await dialog.locator('[role=grid] tr[data-row]').count()).toBe(2);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('does the same by keyboard alone', async () => {
    await page.locator('.verdict .figure-button').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.locator('[role=grid] tr[data-row="1"]').waitFor();
    // The list has the focus: the arrow goes to the next entry, whose voucher is shown.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('ArrowDown');
    await dialog.getByRole('region', { name: '凭证3.png' }).locator('img, canvas').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('fixes the basis, locks the year and opens it again with a reason', async () => {
    await page.getByRole('button', { name: t('budgetScreen.basis.button') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    await call(page, 'budgets.recordPopulation', {
      place: '街道合计',
      kind: '常住',
      value: 28_910,
      referenceDate: '2020-12-31',
      source: '年度推算',
    });
    await dialog.getByRole('radio').first().check();
    await page.getByLabel(t('life.reason')).fill('');
    await dialog.getByRole('button', { name: t('budgetScreen.basis.fix') }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await call(page, 'budgets.check', { year: 2021 })).basis?.fixed).toBe(true);
    await page.getByRole('button', { name: t('budgetScreen.lock.close') }).click();
    await page.getByLabel(t('life.reason')).fill('决算已批复');
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-lock').waitFor();
    expect((await call(page, 'budgets.check', { year: 2021 })).closed).toBe(true);
    await page.getByRole('button', { name: t('budgetScreen.lock.reopen') }).click();
    await page.getByLabel(t('life.reason')).fill('补记一笔');
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-lock').waitFor({ state: 'detached' });
  });

  it('keeps enterprises and schools, rules and years on pages of their own', async () => {
    const tab = (name: 'units' | 'rules' | 'compare') =>
      page.getByText(t(`budgetScreen.view.${name}`), { exact: true }).click();
    await tab('units');
    await page.getByRole('button', { name: t('budgetScreen.units.add') }).click();
    await page.getByRole('menuitem', { name: t('fundingCheck.payerKind.school') }).click();
    await page.locator('#base-unit').fill('甲学校（示例）');
    await page.getByLabel(t('budgetScreen.units.baseOf.school')).fill('33.333333万元');
    await page.getByLabel(t('budgetScreen.units.spent')).fill('16,666.66');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.chip-fail').first().waitFor();
    const { units } = await call(page, 'budgets.checkUnits', { year: 2021 });
    expect(units[0]?.figures).toMatchObject({ verdict: 'FAIL', requiredFen: 1_666_667, shortfallFen: 1 });
    await tab('rules');
    expect(await page.locator('.rule').count()).toBe(3);
    await tab('compare');
    await page.locator('.chart rect.chart-paid.chart-short').last().waitFor();
    expect(await page.locator('.compare-table tbody tr').count()).toBe(5);
  });

  it('drafts the findings of an audit and shows the working paper, without writing anything', async () => {
    const events = (await call(page, 'history.list', { limit: 1 }))[0]?.sequence;
    await runCommand(page, 'go.audit');
    await page.getByText(t('auditScreen.tab.findings'), { exact: true }).click();
    await page.getByLabel(t('workingPaper.project')).fill('社区教育经费审计（示例）');
    await page.getByRole('button', { name: t('workingPaper.add') }).click();
    const field = (name: 'category' | 'content'): Locator =>
      page.getByLabel(t('workingPaper.itemLabel', { number: 1, field: t(`workingPaper.${name}`) }));
    await field('category').fill('拨付不及时');
    expect(await page.getByRole('button', { name: t('workingPaper.preview') }).isDisabled()).toBe(true);
    await field('content').fill('2021 年预算 12,000.00 元次年到账。');
    await page.getByRole('button', { name: t('workingPaper.preview') }).click();
    await page.locator('.paper-dialog .pdf-page canvas:not([hidden])').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await call(page, 'history.list', { limit: 1 }))[0]?.sequence).toBe(events);
  });

  it('shows a year that has money and no plan, and says what is not recorded in it', async () => {
    await page.keyboard.press('Control+Shift+M');
    await page.getByText(t('budgetScreen.view.check'), { exact: true }).click();
    await page.locator('.year-select').click();
    await page.getByTitle(t('shell.year.unplanned', { year: 2022 })).click();
    await page.getByText(t('budgetScreen.check.headline', { year: 2022 })).waitFor();
    expect(await page.locator('.verdict-nothing').count()).toBe(0);
    await page.getByText(t('budgetScreen.view.compare'), { exact: true }).click();
    await page.locator('.compare-table').waitFor();
    const lines = await page.locator('.compare-table tbody tr').allTextContents();
    expect(lines.map((line) => line.endsWith(t('budgetScreen.compare.nothing')))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    // A year that is planned and has no money yet.
    await call(page, 'plans.create', { year: 2023 });
    await page.locator('.year-select').click();
    await page.getByTitle(t('shell.year.option', { year: 2023 })).click();
    await page.getByText(t('budgetScreen.view.check'), { exact: true }).click();
    await page.locator('.verdict-nothing', { hasText: t('budgetScreen.check.nothing', { year: 2023 }) }).waitFor();
    await page.locator('.year-select').click();
    await page.getByTitle(t('shell.year.unplanned', { year: 2022 })).click();
    // The plan of the year begins with its first row, as every plan does.
    await page.keyboard.press('Control+4');
    await page.getByText(t('schedule.empty.title', { year: 2022 })).waitFor();
  });

  it('leaves a log that holds, and a page without complaints', async () => {
    expect(await call(page, 'archive.verify', {})).toMatchObject({ ok: true, problems: [] });
    expect(running.problems).toEqual([]);
  });
});
