/** What only a person can say about a roster or a register: two of one name are two, a role is taken, days belong together. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { fillPeople } from './support/people.ts';
import { dropFile, runCommand, t } from './support/screens.ts';

const VOLUNTEERS =
  '志愿者名册（示例）\n姓名,性别,出生年月,联系电话,服务内容\n甲秀英,女,1956-03-08,13900000021,剪纸教学';
const DAYS = '班级：太极拳班（示例）\n姓名,2021-09-04,2021-09-11,2021-09-18\n甲秀英,√,√,\n乙玉兰,√,,√';
const text = (lines: string): Uint8Array => new TextEncoder().encode(lines);

describe('decisions of a person', () => {
  let running: RunningApp;
  let page: Page;
  let known = 0;
  const panel = (name: string) => page.locator('.ant-segmented-item', { hasText: name });
  beforeAll(async () => {
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    await fillPeople(page);
    const { ids } = await call(page, 'participants.edit', {
      step: { code: 'insert', params: { count: 1 } },
      changes: [
        {
          do: 'insert',
          fields: {
            name: '甲秀英',
            sex: 'female',
            birthDate: '1956-03-08',
            phone: '13900000021',
            roles: [{ role: 'learner', organisationId: null, subject: '', from: null, to: null }],
          },
        },
      ],
    });
    known = ids[0] ?? 0;
  });
  afterAll(() => running.close());

  it('keeps two of one name apart, with a reason, until that is taken back', async () => {
    const groups = async (): Promise<number> => (await call(page, 'participants.twins', {})).length;
    expect(await groups()).toBe(1);
    await runCommand(page, 'participants.twins');
    await page.locator('.side-entry', { hasText: '丁四（示例）' }).first().click();
    const apart = page.getByRole('button', { name: t('participantScreen.apart.do', { count: 2 }) });
    expect(await apart.isDisabled()).toBe(true);
    await page.getByRole('button', { name: t('participantScreen.apart.usual.namesakes') }).click();
    await apart.click();
    await page.getByText(t('participantScreen.twins.none')).waitFor();
    expect(await groups()).toBe(0);
    const [pair] = await call(page, 'participants.apart', {});
    expect(pair?.reason).toBe(t('participantScreen.apart.usual.namesakes'));
    await page.getByText(t('participantScreen.apart.list', { count: 1 })).click();
    await page.getByRole('button', { name: t('participantScreen.apart.back') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('life.reason')).fill('电话相同，请再核对');
    await dialog.getByRole('button', { name: t('participantScreen.apart.back') }).click();
    await page.locator('.side-entry', { hasText: '丁四（示例）' }).first().waitFor();
    expect(await groups()).toBe(1);
    expect((await call(page, 'history.list', { limit: 1 }))[0]?.reason).toBe('电话相同，请再核对');
  });

  it('gives a known person the role of a roster only where it is ticked', async () => {
    const roles = async (): Promise<string[]> =>
      (await call(page, 'participants.get', { id: known })).person.roles.map(({ role }) => role);
    const before = await roles();
    await dropFile(page, '志愿者名册.csv', text(VOLUNTEERS));
    await page.locator('.review-grid tr[data-row="0"]').waitFor();
    await panel(t('signIn.review.panelRoles', { count: 1 })).click();
    await page.getByRole('checkbox', { name: t('signIn.review.rolesAll') }).check();
    const confirm = page.locator('.problem').getByRole('button', { name: t('review.confirm') });
    while ((await confirm.count()) > 0) await confirm.first().click();
    await page.getByRole('button', { name: t('signIn.review.accept', { count: 1 }) }).click();
    await page.getByText(t('signIn.review.rolesAdded', { count: 1 })).waitFor();
    expect(await roles()).toEqual([...before, 'volunteer']);
    expect((await call(page, 'participants.list', { filter: {}, limit: 100 })).total).toBe(6);
  });

  it('takes the days of a sheet as one activity where the person says so, with the same 人次', async () => {
    await page.keyboard.press('Control+Shift+S');
    await dropFile(page, '书画班签到表.csv', text(DAYS));
    await page.locator('.review-grid tr[data-row="3"]').waitFor();
    await panel(t('signIn.review.panelActivities', { count: 3 })).click();
    await page.getByRole('checkbox', { name: t('signIn.review.joinDays') }).check();
    await panel(t('signIn.review.panelActivities', { count: 1 })).waitFor();
    await page.getByText(t('signIn.review.summary', { lines: 6, personTimes: 4, people: 2 })).waitFor();
    const confirm = page.locator('.problem').getByRole('button', { name: t('review.confirm') });
    while ((await confirm.count()) > 0) await confirm.first().click();
    await page.getByRole('button', { name: t('signIn.review.accept', { count: 6 }) }).click();
    await page.locator('.side-entry', { hasText: '太极拳班' }).waitFor();
    const activities = await call(page, 'activities.list', {});
    expect(activities.rows).toMatchObject([{ dateStart: '2021-09-04', dateEnd: '2021-09-18' }]);
    expect((await call(page, 'activities.statistics', { year: 2021 })).total).toMatchObject({
      personTimes: 4,
      people: 2,
    });
    expect(running.problems).toEqual([]);
  });
});
