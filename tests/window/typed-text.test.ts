/** What a person has typed or corrected is never dropped in silence, whichever way the screen goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { cell, dropFile, t } from './support/screens.ts';

const PLAN = '2022年工作安排表\n月份\t工作安排\t主管单位\n3月\t植树活动\t中心校\n';

describe('typed text', () => {
  let running: RunningApp;
  const remark = async (row: number) =>
    (await call(running.page, 'schedule.list', { year: 2021 })).rows[row - 1]?.remark;
  const menu = (id: string): Promise<void> =>
    running.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.locator('.cards').waitFor();
    await running.page.keyboard.press('Control+4');
    await cell(running.page, 1, 'remark').waitFor();
  });
  afterAll(() => running.close());

  it('is saved by a key that leaves the table, and by Ctrl+S, which keeps the place', async () => {
    const { page } = running;
    await cell(page, 2, 'remark').click();
    await page.keyboard.type('甲');
    await page.keyboard.press('Control+p');
    await expect.poll(() => remark(2)).toBe('甲');
    await page.keyboard.press('Control+4');
    await cell(page, 3, 'remark').click();
    await page.keyboard.type('乙');
    await page.keyboard.press('Control+s');
    await expect.poll(() => remark(3)).toBe('乙');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('丙');
    await page.keyboard.press('Enter');
    await expect.poll(() => remark(4)).toBe('丙');
  });

  it('is saved by a command of the menu', async () => {
    const { page } = running;
    await cell(page, 5, 'remark').click();
    await page.keyboard.type('丁');
    await menu('go.history');
    await expect.poll(() => remark(5)).toBe('丁');
    await page.keyboard.press('Control+4');
  });

  it('is told when a field of the panel refuses it', async () => {
    const { page } = running;
    await cell(page, 9, 'activity').click();
    await page.locator('.inspector').getByLabel(t('paper.column.month')).fill('13');
    await cell(page, 10, 'activity').click();
    await page.getByText(/“13”没有保存/u).waitFor();
    expect((await call(page, 'schedule.list', { year: 2021 })).rows[8]?.time.monthStart).toBe(7);
  });

  it('goes on in the table when a dialog is closed', async () => {
    const { page } = running;
    await cell(page, 6, 'remark').click();
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('戊');
    await page.keyboard.press('Enter');
    await expect.poll(() => remark(7)).toBe('戊');
  });

  it('is repeated by a double click on the handle, down to the next filled cell, as one step', async () => {
    const { page } = running;
    await cell(page, 11, 'remark').click();
    await page.keyboard.type('止');
    await page.keyboard.press('Enter');
    await cell(page, 8, 'remark').click();
    await page.keyboard.type('同');
    await page.keyboard.press('Enter');
    await cell(page, 8, 'remark').click();
    await page.locator('.grid-handle').dblclick();
    await expect.poll(async () => Promise.all([8, 9, 10, 11].map(remark))).toEqual(['同', '同', '同', '止']);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => Promise.all([8, 9, 10, 11].map(remark))).toEqual(['同', '', '', '止']);
  });

  it('says how many rows were inserted', async () => {
    const { page } = running;
    await cell(page, 3, 'activity').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+Shift+=');
    await expect.poll(async () => (await call(page, 'schedule.list', { year: 2021 })).total).toBe(22);
    expect((await call(page, 'history.state', {})).undo).toMatchObject({ code: 'insert', params: { count: 2 } });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await call(page, 'schedule.list', { year: 2021 })).total).toBe(20);
  });

  it('holds the table open while it is refused', async () => {
    const { page } = running;
    await cell(page, 1, 'month').click();
    await page.keyboard.type('13');
    await page.keyboard.press('Control+p');
    await expect.poll(() => page.locator('textarea[aria-invalid=true]').inputValue()).toBe('13');
    expect(await page.locator('.pdf-page').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('is asked about before a corrected review goes, and an untouched one goes at once', async () => {
    const { page } = running;
    const title = page.getByRole('heading', { name: t('schedule.import.title') });
    const question = page.getByRole('dialog', { name: t('review.leaveTitle') });
    const cancel = page.getByRole('button', { name: t('shell.cancel') });
    await dropFile(page, '计划.txt', new TextEncoder().encode(PLAN));
    await title.waitFor();
    await cancel.click();
    await title.waitFor({ state: 'detached' });

    await dropFile(page, '计划.txt', new TextEncoder().encode(PLAN));
    await cell(page, 1, 'activity').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: 'x', exact: true }).waitFor();
    await dropFile(page, '另一份.txt', new TextEncoder().encode(PLAN.replace('植树', '读书')));
    await question.waitFor();
    await page.getByRole('button', { name: t('review.stay') }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('gridcell', { name: 'x', exact: true }).waitFor();
    await menu('archive.close');
    await question.waitFor();
    await page.getByRole('button', { name: t('review.stay') }).click();
    await question.waitFor({ state: 'detached' });
    await cancel.click();
    await page.getByRole('button', { name: t('review.leave'), exact: true }).click();
    await title.waitFor({ state: 'detached' });
    expect((await call(page, 'plans.list', {})).map(({ year }) => year)).toEqual([2021]);
  });

  it('is saved before the menu opens another archive', async () => {
    const { app, page } = running;
    await cell(page, 8, 'remark').click();
    await page.keyboard.type('己');
    // The example itself stands in the list; opening it once more must save the cell all the same.
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      items.find(({ submenu }) => submenu?.items[0]?.label.includes(' — '))?.submenu?.items[0]?.click();
    });
    await expect.poll(() => remark(8)).toBe('己');
  });

  it('is looked for in one year only: a filter does not hide the rows of the next', async () => {
    const { page } = running;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('没有这样的安排');
    await page.getByText(t('schedule.filter.nothing')).waitFor();
    await call(page, 'plans.create', { year: 2024 });
    await page.getByRole('combobox', { name: t('shell.year.label') }).click();
    await page.getByTitle(t('shell.year.option', { year: 2024 })).click();
    await page.getByText(t('schedule.empty.title', { year: 2024 })).waitFor();
    await cell(page, 1, 'activity').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await call(page, 'schedule.list', { year: 2024 })).total).toBe(1);
    expect(running.problems).toEqual([]);
  });
});
