/** What a clerk does with a plan over the year, in a real window: replace, copy, postpone, name units, move, give up. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { fillYear } from '../bench/large-window.ts';
import { answerDialog, cell, dropFile, openExport, t } from './support/screens.ts';

const plan = (year: number): string =>
  [
    `${year}年工作安排`,
    '月份',
    '工作安排',
    '主管单位',
    '3月',
    '植树',
    '中心校',
    '4月',
    '读书',
    '中心校',
    '5月',
    '竞赛',
    '中心校',
  ].join('\n\n');

describe('a plan over the year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-changes-'));
  let running: RunningApp;
  const rows = async (year = 2021) => (await call(running.page, 'schedule.list', { year })).rows;
  const undo = () => running.page.getByRole('button', { name: /^撤销：/u }).click();

  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.locator('.cards').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes two tables of one file one after the other', async () => {
    const { page } = running;
    await dropFile(page, '两年计划.txt', new TextEncoder().encode(`${plan(2023)}\n\n${plan(2024)}`));
    const accept = page.getByRole('button', { name: t('schedule.import.accept', { count: 3 }) });
    await page.getByText(t('schedule.import.tableOption', { number: 1, title: '2023年工作安排', count: 3 })).waitFor();
    await accept.click();
    await page.getByText(t('schedule.import.tableOption', { number: 2, title: '2024年工作安排', count: 3 })).waitFor();
    expect(await rows(2024)).toHaveLength(0);
    await accept.click();
    await expect.poll(async () => (await rows(2024)).length).toBe(3);
    await page.getByRole('heading', { name: '2024年工作安排' }).waitFor();
    expect(await rows(2023)).toHaveLength(3);
  });

  it('replaces a filled year only when told so, and gives it back in one step', async () => {
    const { page } = running;
    await dropFile(page, '计划.txt', new TextEncoder().encode(plan(2021)));
    const accept = page.getByRole('button', { name: t('schedule.import.accept', { count: 3 }) });
    await accept.waitFor();
    expect(await accept.isDisabled()).toBe(true);
    await page.getByText(t('schedule.import.replace', { count: 20 })).click();
    await accept.click();
    await expect.poll(async () => (await rows()).length).toBe(3);
    await page.locator('[role=grid] tr[data-row="2"]').waitFor();
    await undo();
    await expect.poll(async () => (await rows()).length).toBe(20);
  });

  it('asks for the reason of a postponed activity', async () => {
    const { page } = running;
    await cell(page, 3, 'status').click();
    await page.keyboard.press('F2');
    await page.keyboard.type(t('paper.status.postponed'));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect((await rows())[2]?.status).toBe('not_started');
    await dialog.getByRole('textbox').fill('场地维修');
    await dialog.locator('.ant-btn-primary').click();
    await expect.poll(async () => (await rows())[2]).toMatchObject({ status: 'postponed', statusReason: '场地维修' });
  });

  it('adds an unknown unit to the list when the person says so', async () => {
    const { page } = running;
    await cell(page, 4, 'unit').click();
    await page.keyboard.insertText('老年大学');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: t('schedule.units.resolve') })
      .first()
      .click();
    expect((await rows())[3]?.units).toMatchObject([{ name: '老年大学', organisationId: null }]);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await page.getByText(t('schedule.units.add'), { exact: true }).click();
    await dialog.getByRole('button', { name: t('shell.ok') }).click();
    await expect.poll(async () => (await rows())[3]?.units[0]?.organisationId).toEqual(expect.any(Number));
  });

  it('copies the plan into the next year without its statuses', async () => {
    const { app, page } = running;
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('plan.copyYear')?.click());
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('shell.year.to')).fill('2022');
    await dialog.getByRole('button', { name: t('shell.year.copy') }).click();
    await expect.poll(async () => (await rows(2022)).length).toBe(20);
    expect(new Set((await rows(2022)).map(({ status }) => status))).toEqual(new Set(['not_started']));
  });

  it('moves an activity by dragging it on the year view', async () => {
    const { page } = running;
    await page.keyboard.press('Control+5');
    const chip = page.locator('.calendar-chip', { hasText: '科技活动月' });
    // Waits until the chip stands still and nothing lies over it: lanes take their height after the first frame.
    await chip.hover();
    const box = await chip.boundingBox();
    const month = await page.locator('.calendar-month').first().boundingBox();
    if (!box || !month) throw new Error('the year view is not shown');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + month.width, y, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(async () => (await rows(2022)).find(({ activity }) => activity === '科技活动月')?.time.monthStart)
      .toBe(10);
  });

  it('gives up a long export at once and leaves no file', async () => {
    const { app, page } = running;
    const file = join(folder, '配档表.pdf');
    await fillYear(page, 8000);
    await page.keyboard.press('Control+4');
    await answerDialog(app, file);
    const dialog = await openExport(page, 'pdf');
    await dialog.getByRole('button', { name: t('schedule.export.start') }).click();
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('button', { name: t('shell.cancel') }).click();
    await dialog.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(existsSync(file)).toBe(false);
    expect(running.problems).toEqual([]);
  });
});
