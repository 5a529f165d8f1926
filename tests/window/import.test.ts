/** The review before an import: nothing doubtful gets in without a person's word, and nothing at all before the button. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { dropFile, t } from './support/screens.ts';

const PLAN = '2022年工作安排表\n月份\t工作安排\t主管单位\n3月\t植树活动\t中心校\n13月\t读书活动\t社区学校\n';

describe('an import under review', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.getByRole('navigation').waitFor();
  });
  afterAll(() => running.close());

  it('refuses a text without a plan in one sentence and changes nothing', async () => {
    const { page } = running;
    await dropFile(page, '菜谱.txt', new TextEncoder().encode('今天食堂的菜很好吃。'));
    await page.getByText(/没有从这份内容中读出配档表/u).waitFor();
    expect((await call(page, 'plans.list', {})).map(({ year }) => year)).toEqual([2021]);
  });

  it('rests while nobody does anything', async () => {
    const { page } = running;
    await dropFile(page, '计划.txt', new TextEncoder().encode(PLAN));
    await page.getByRole('heading', { name: t('schedule.import.title') }).waitFor();
    await page.locator('[role=grid] tr[data-row="0"]').waitFor();
    await page.waitForTimeout(500);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const styled = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? Number.NaN;
    };
    const before = await styled();
    await page.waitForTimeout(1000);
    // A screen that renders itself anew without end does so hundreds of times a second.
    expect((await styled()) - before).toBeLessThan(60);
    await page.getByRole('button', { name: t('shell.cancel') }).click();
  });

  it('waits until a rejected line is dealt with, then takes the rows in one step and gives them back in one', async () => {
    const { page } = running;
    await dropFile(page, '计划.txt', new TextEncoder().encode(PLAN));
    const accept = (count: number) => page.getByRole('button', { name: t('schedule.import.accept', { count }) });
    await accept(1).waitFor();
    expect(await accept(1).isDisabled()).toBe(true);
    await page.getByText(t('review.needErrors', { count: 1 })).waitFor();

    await page.getByRole('button', { name: t('review.take') }).click();
    await accept(2).waitFor();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByText(t('schedule.import.panelUnits', { count: 0 })).waitFor();
    expect((await call(page, 'plans.list', {})).map(({ year }) => year)).toEqual([2021]);

    await accept(2).click();
    await expect
      .poll(async () => (await call(page, 'schedule.list', { year: 2022 })).rows.map(({ time }) => time.monthStart))
      .toEqual([3, 4]);
    await page.getByRole('button', { name: t('review.undo') }).click();
    await expect.poll(async () => (await call(page, 'schedule.list', { year: 2022 })).total).toBe(0);
  });
});
