/** 台账 in a real window: entered by keyboard, reversed, corrected, proven by a picture, summed; a ledger imported under review. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { createArchive, dropFile, t } from './support/screens.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../resources/screenshots/plan.png'));
const HEADINGS = '凭证号,日期,预算年度,类型,来源,科目/用途,金额(元),依据文件,备注';

describe('the ledger', () => {
  let running: RunningApp;
  let page: Page;
  let folder = '';

  const entries = (withReversed = false) =>
    call(page, 'budgets.entries', { filter: { year: 2021, withReversed } }).then(({ rows }) => rows);
  const row = (id: number): Locator =>
    page.locator('.ledger-main tr[data-row]').filter({ has: page.locator('.grid-rownum', { hasText: `${id}` }) });
  const sum = (kind: Parameters<typeof kindName>[0]): Locator =>
    page
      .locator('.ledger-sum')
      .filter({ hasText: kindName(kind) })
      .locator('strong')
      .first();
  const kindName = (kind: 'payment' | 'expense' | 'payment_return' | 'approval'): string =>
    t(`fundingCheck.kind.${kind}`);
  const save = async (): Promise<void> => {
    const before = (await entries()).length;
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await entries()).length).toBe(before + 1);
    // The form is ready for the next one when its first field has the focus again.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id.endsWith('-date') ?? false)).toBe(true);
  };
  /** Types over what stands in the field and goes to the next. */
  const fill = async (text: string): Promise<void> => {
    if (text !== '') await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await createArchive(running.app, page, join(folder, 'archive'));
    await call(page, 'plans.create', { year: 2021 });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes three entries by keyboard alone and says what is wrong before they are made', async () => {
    await page.keyboard.press('Control+Shift+M');
    await page.getByText(t('budgetScreen.view.ledger'), { exact: true }).click();
    await page.locator('.ledger-main').waitFor();
    await page.keyboard.press('Control+n');
    await page.locator('.ledger-entry').waitFor();
    // Date without a year, kind by its number, amount in 万元; the giver follows from the source.
    for (const text of ['3.5', '2', '5.71261万元']) await fill(text);
    await page.getByText(t('ledgerScreen.entry.words', { words: '伍万柒仟壹佰贰拾陆元壹角整' })).waitFor();
    for (const text of ['齐陵街道办事处', '', '', '社区教育经费', '记-12', '齐办发〔2021〕3号']) await fill(text);
    await save();
    // Date, kind, source and budget year stay; what tells vouchers apart does not.
    for (const text of ['2021-04-06', '支出', '12,34']) await fill(text);
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('ledgerScreen.problem.amountForm', { text: '12,34' })).waitFor();
    expect(await entries()).toHaveLength(1);
    await page.keyboard.press('Control+a');
    for (const text of ['1234.5', '', '', '', '书画班教材', '记-13']) await fill(text);
    await save();
    // The same voucher, day and amount: told, not refused.
    for (const text of ['', '', '1234.5', '', '', '', '书画班教材', '记字第013号']) await fill(text);
    await page.getByText(t('ledgerScreen.entry.twin', { ids: '2' })).waitFor();
    await save();
    const [first, second, third] = await entries();
    expect(first).toMatchObject({
      date: '2021-03-05',
      kind: 'payment',
      amountFen: 5_712_610,
      source: '齐陵街道办事处',
      sourceKind: 'subdistrict',
      budgetYear: 2021,
      voucher: '记-12',
      basis: '齐办发〔2021〕3号',
    });
    expect(second).toMatchObject({ date: '2021-04-06', kind: 'expense', amountFen: 123_450, budgetYear: 2021 });
    expect(third).toMatchObject({ duplicateOf: 2 });
    await page.keyboard.press('Escape');
    await page.locator('.ledger-entry').waitFor({ state: 'detached' });
    // A duplicate is not summed.
    await expect.poll(() => sum('payment').textContent()).toBe('57,126.10');
    await expect.poll(() => sum('expense').textContent()).toBe('1,234.50');
    expect(running.problems).toEqual([]);
  });

  it('opens the panel by Enter and reverses with a reason; both stay, linked', async () => {
    await row(3).locator('[data-column="4"]').click();
    await page.keyboard.press('Enter');
    const panel = page.locator('.ledger-inspector');
    await panel.waitFor();
    await panel.getByRole('button', { name: t('ledgerScreen.inspector.reverse') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('documentScreen.reason')).fill('与第 2 号重复');
    await dialog.getByRole('button', { name: t('ledgerScreen.reverse.ok') }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await entries()).map(({ id }) => id)).toEqual([1, 2]);
    await row(3).waitFor({ state: 'detached' });
    await page.getByText(t('ledgerScreen.find.withReversed')).click();
    await row(3).locator('.ledger-struck').first().waitFor();
    await row(3).locator('[data-column="4"]').click();
    await panel.getByText(t('ledgerScreen.inspector.reversedBy', { id: 4, reason: '与第 2 号重复' })).waitFor();
    expect(await panel.getByRole('button', { name: t('ledgerScreen.inspector.correct') }).isDisabled()).toBe(true);
    await panel.getByRole('button', { name: t('ledgerScreen.inspector.toPartner', { id: 4 }) }).click();
    await panel.getByText(t('ledgerScreen.inspector.reverses', { id: 3, reason: '与第 2 号重复' })).waitFor();
    await expect.poll(() => sum('expense').textContent()).toBe('1,234.50');
    await page.getByText(t('ledgerScreen.find.withReversed')).click();
    await row(3).waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });

  it('corrects by a reversal and a right entry beside it, in one step that undo takes back', async () => {
    await row(2).locator('[data-column="4"]').click();
    const panel = page.locator('.ledger-inspector');
    await panel.getByRole('button', { name: t('ledgerScreen.inspector.correct') }).click();
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel(t('ledgerScreen.field.amount'), { exact: true });
    expect(await amount.inputValue()).toBe('1,234.50');
    const ok = dialog.getByRole('button', { name: t('ledgerScreen.correct.ok'), exact: true });
    expect(await ok.isDisabled()).toBe(true);
    await amount.fill('1324.5');
    await dialog.getByLabel(t('ledgerScreen.correct.reason')).fill('金额录反');
    // Nothing proves it yet, so nothing is asked of its evidence.
    expect(await dialog.getByRole('checkbox').count()).toBe(0);
    await ok.click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => sum('expense').textContent()).toBe('1,324.50');
    const corrected = (await entries()).find(({ kind }) => kind === 'expense');
    expect(corrected).toMatchObject({ amountFen: 132_450, voucher: '记-13', date: '2021-04-06', budgetYear: 2021 });
    await page.locator('.ledger-main .grid-editor').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => sum('expense').textContent()).toBe('1,234.50');
    await page.keyboard.press('Control+y');
    await expect.poll(() => sum('expense').textContent()).toBe('1,324.50');
    expect(running.problems).toEqual([]);
  });

  it('takes a dropped picture as proof of the chosen entry and shows its page', async () => {
    await row(1).locator('[data-column="4"]').click();
    await row(1).getByText(t('ledgerScreen.mark.noVoucher')).waitFor();
    await dropFile(page, '记账凭证12.png', PICTURE);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: t('fundingCheck.voucher.voucher') }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.ledger-inspector .file-preview img').waitFor();
    expect((await entries())[0]?.files).toMatchObject([{ kind: 'voucher', name: '记账凭证12.png', format: 'png' }]);
    await row(1).getByText(t('ledgerScreen.mark.noVoucher')).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: t('ledgerScreen.tab.history') }).click();
    const events = page.locator('.ledger-inspector .record-events > li');
    await events.first().getByText(t('ledgerScreen.logged.files')).waitFor();
    await events
      .last()
      .getByText(/^日期：2021-03-05$/u)
      .waitFor();
    await events.last().getByText(t('fundingCheck.source.subdistrict')).waitFor();
    expect(running.problems).toEqual([]);
  });

  it('takes the evidence along when it corrects; both sides show it', async () => {
    const [proven] = await entries();
    await page.getByRole('tab', { name: t('ledgerScreen.tab.data') }).click();
    await page
      .locator('.ledger-inspector')
      .getByRole('button', { name: t('ledgerScreen.inspector.correct') })
      .click();
    const dialog = page.getByRole('dialog');
    const kept = dialog.getByRole('checkbox', { name: t('ledgerScreen.correct.keepEvidence', { count: 1 }) });
    expect(await kept.isChecked()).toBe(true);
    await dialog.getByLabel(t('ledgerScreen.field.amount'), { exact: true }).fill('57126.2');
    await dialog.getByLabel(t('ledgerScreen.correct.reason')).fill('金额录错');
    await dialog.getByRole('button', { name: t('ledgerScreen.correct.ok'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await entries())[0]?.amountFen).toBe(5_712_620);
    const [right] = await entries();
    expect(right?.files).toEqual(proven?.files);
    expect((await call(page, 'budgets.entry', { id: proven?.id ?? 0 })).files).toEqual(proven?.files);
    await page.getByRole('tab', { name: t('ledgerScreen.tab.evidence') }).click();
    await page.locator('.ledger-inspector .file-preview img').waitFor();
    await page.locator('.ledger-main .grid-editor').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await entries())[0]?.id).toBe(proven?.id);
    expect(running.problems).toEqual([]);
  });

  it('finds by words, kind and missing proof, and keeps the sums to what is listed', async () => {
    const find = page.getByLabel(t('ledgerScreen.find.text'));
    await find.fill('教材');
    await expect.poll(() => page.locator('.ledger-main tr[data-row]').count()).toBe(1);
    await expect.poll(() => page.locator('.ledger-sum').count()).toBe(1);
    await find.fill('');
    await expect.poll(() => page.locator('.ledger-main tr[data-row]').count()).toBe(2);
    await page.getByRole('combobox', { name: t('ledgerScreen.find.attention') }).click();
    await page.getByTitle(t('ledgerScreen.attention.noVoucher'), { exact: true }).click();
    await expect.poll(() => page.locator('.ledger-main tr[data-row]').count()).toBe(1);
    await page.getByRole('button', { name: t('register.find.clear') }).click();
    await expect.poll(() => page.locator('.ledger-main tr[data-row]').count()).toBe(2);
    expect(running.problems).toEqual([]);
  });

  it('imports a ledger under review: a bad line stops it until it is corrected, what is there is left out, one undo', async () => {
    const lines = [
      HEADINGS,
      '记-12,2021-03-05,2021,拨款,齐陵街道办事处,社区教育经费,57126.10,,',
      '记-20,2021-05-10,2021,拨款,齐陵街道办事处,补充经费,10000.00,,',
      '记-21,2021-05-12,2021,支出,,场地布置,"12,34",,',
      '合计,,,,,,67126.10,,',
    ];
    await dropFile(page, '台账.csv', new TextEncoder().encode(lines.join('\n')));
    await page.getByRole('heading', { name: t('ledgerScreen.import.title.ledger') }).waitFor();
    const accept = page.locator('.page-head .ant-btn-primary').last();
    expect(await accept.isDisabled()).toBe(true);
    // The line that the ledger has already is told apart.
    await page.locator('.review-grid').getByText(t('ledgerScreen.import.takeThere')).waitFor();
    await page.locator('.review-grid tr[data-row="2"] [data-column="4"]').click();
    await page.keyboard.insertText('1234');
    await page.keyboard.press('Enter');
    await expect.poll(() => accept.isDisabled()).toBe(false);
    await page.getByText(t('ledgerScreen.import.panelTotals', { count: 1 })).click();
    expect(await accept.textContent()).toBe(t('ledgerScreen.import.accept', { count: 2 }));
    await accept.click();
    await page.getByText(t('ledgerScreen.import.accepted', { count: 2 })).waitFor();
    expect((await entries()).map(({ voucher, amountFen }) => [voucher, amountFen])).toEqual([
      ['记-12', 5_712_610],
      ['记-13', 132_450],
      ['记-20', 1_000_000],
      ['记-21', 123_400],
    ]);
    await expect.poll(() => sum('payment').textContent()).toBe('67,126.10');
    await page.getByRole('button', { name: t('review.undo') }).click();
    await expect.poll(async () => (await entries()).length).toBe(2);
    expect(running.problems).toEqual([]);
  });

  it('reads a table that is pasted over the list, into a review that can be left', async () => {
    await row(1).locator('[data-column="4"]').click();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, ['凭证号\t日期\t预算年度\t类型\t来源\t金额', '记-30\t2021-06-01\t2021\t拨款\t齐陵街道办事处\t300'].join('\n'));
    await page.getByRole('heading', { name: t('ledgerScreen.import.title.ledger') }).waitFor();
    await page.locator('.review-grid').getByText('300.00').waitFor();
    await page.getByRole('button', { name: t('shell.cancel'), exact: true }).click();
    await page.locator('.ledger-main').waitFor();
    expect(await entries()).toHaveLength(2);
    expect(running.problems).toEqual([]);
  });

  it('takes figures of population from a table, its printed total left out until a place is named for it', async () => {
    const lines = [
      '村（居）,户籍人口,常住人口,截止日期,数据来源',
      '甲村（示例）,1200,1100,2020-11-01,第七次全国人口普查',
      '乙村（示例）,900,,2020-11-01,第七次全国人口普查',
      '合计,2100,1900,,',
    ];
    await dropFile(page, '人口.csv', new TextEncoder().encode(lines.join('\n')));
    await page.getByRole('heading', { name: t('ledgerScreen.import.title.population') }).waitFor();
    await page.getByText(t('ledgerScreen.import.fact.missing')).waitFor();
    const accept = page.locator('.page-head .ant-btn-primary').last();
    await expect.poll(() => accept.isDisabled()).toBe(false);
    await accept.click();
    await expect.poll(async () => (await call(page, 'budgets.population', {})).length).toBe(3);
    const figures = await call(page, 'budgets.population', {});
    expect(new Set(figures.map(({ place, kind, value }) => `${place} ${kind} ${value}`))).toEqual(
      new Set(['乙村（示例） registered 900', '甲村（示例） registered 1200', '甲村（示例） resident 1100']),
    );
    expect(running.problems).toEqual([]);
  });

  it('offers no change of an entry whose year is locked', async () => {
    await call(page, 'budgets.closeYear', { year: 2021 });
    await page.getByText(t('budgetScreen.view.ledger'), { exact: true }).click();
    await row(1).locator('[data-column="4"]').click();
    const panel = page.locator('.ledger-inspector');
    await page.getByRole('tab', { name: t('ledgerScreen.tab.data') }).click();
    await panel.getByText(t('ledgerScreen.inspector.locked')).waitFor();
    expect(await panel.getByRole('button', { name: t('ledgerScreen.inspector.correct') }).isDisabled()).toBe(true);
    expect(await panel.getByRole('button', { name: t('ledgerScreen.inspector.reverse') }).isDisabled()).toBe(true);
    expect(running.problems).toEqual([]);
  });
});
