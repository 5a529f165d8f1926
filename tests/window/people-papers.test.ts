/** From a list to its paper, and the residents of a village, in a real window. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { fillPeople } from './support/people.ts';
import { runCommand, t } from './support/screens.ts';

describe('papers of persons and activities from their lists', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    const ids = await fillPeople(page);
    const { ids: activities } = await call(page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '书画班（示例）', dateStart: '2021-06-12' } }],
    });
    await call(page, 'attendance.edit', {
      step: { code: 'attendanceEnter', params: { count: 1 } },
      changes: [{ do: 'insert', activityId: activities[0] ?? 0, person: { id: ids['甲一（示例）'] ?? 0 }, fields: {} }],
    });
  });
  afterAll(() => running.close());

  const drawn = (): Promise<void> =>
    running.page.locator('.paper-dialog .pdf-page canvas:not([hidden])').first().waitFor();
  const close = async (): Promise<void> => {
    await running.page.keyboard.press('Escape');
    await running.page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('shows the notice of those who are selected', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+R');
    await page.locator('.people-main tr[data-row="1"] [data-column="0"]').click();
    await runCommand(page, 'paper.publicNotice');
    await page.locator('.paper-dialog').waitFor();
    await page.getByLabel(t('activityPapers.dialog.award'), { exact: true }).fill('学习型家庭');
    await page.keyboard.press('Enter');
    await drawn();
    expect(await page.locator('.paper-dialog .pdf-page').count()).toBe(1);
    await close();
  });

  it.each(['activitySheet', 'signInSheet', 'signedList'] as const)(
    'shows %s of the activity in hand',
    async (paper) => {
      const { page } = running;
      await page.keyboard.press('Control+Shift+A');
      await page.locator('.activities-main tr[data-row="0"] [data-column="1"]').click();
      await runCommand(page, `paper.${paper}`);
      await drawn();
      expect(await page.locator('.paper-dialog .pdf-page').count()).toBe(1);
      await close();
    },
  );

  it('keeps the residents of a village with their day and source, and takes a figure back with a reason', async () => {
    const { page } = running;
    await page.keyboard.press('Control+6');
    const village = page.getByRole('row').filter({ hasText: '甲村（示例）' });
    await village.getByRole('button', { name: t('organisationScreen.population.none'), exact: true }).click();
    await page.locator('#population-count').fill('4388');
    await page.locator('#population-day').fill('20201101');
    await page.locator('#population-source').fill('七普');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await call(page, 'budgets.population', { place: '甲村（示例）' })).toMatchObject([
      { kind: 'resident', value: 4388, referenceDate: '2020-11-01', source: '七普' },
    ]);
    await village.getByRole('button', { name: '4388' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('organisationScreen.population.withdraw') })
      .click();
    await page.locator('#life-reason').fill('抄错');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => call(page, 'budgets.population', {})).toEqual([]);
    await close();
    expect(running.problems).toEqual([]);
  });
});
