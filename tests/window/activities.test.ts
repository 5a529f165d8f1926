/** 活动 in a real window: entered by keyboard for a row of the plan, proven by a photo and signatures, counted, looked into. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { createArchive, dropFile, runCommand, t } from './support/screens.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../resources/screenshots/plan.png'));
const TITLE = '春季书画班（示例）';

describe('activities', () => {
  let running: RunningApp;
  let page: Page;
  let folder = '';
  let planRow = 0;
  let personIds: number[] = [];

  const only = async () => {
    const { rows } = await call(page, 'activities.list', { filter: {} });
    expect(rows).toHaveLength(1);
    const [activity] = rows;
    if (!activity) throw new Error('no activity');
    return activity;
  };
  const stateOf = async (kind: string) => (await only()).checklist.find((item) => item.kind === kind)?.state;
  const openSchedule = async (): Promise<void> => {
    await page.keyboard.press('Control+4');
    const cell = page.locator('[role=grid] tr[data-row="0"] [data-column="1"]');
    await cell.waitFor();
    await cell.click();
    if ((await page.locator('.inspector').count()) === 0) await page.keyboard.press('F4');
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'activities-'));
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await createArchive(running.app, page, join(folder, 'archive'));
    await call(page, 'plans.create', { year: 2021 });
    const step = { code: 'insert', params: { count: 1 } };
    const { rows } = await call(page, 'schedule.edit', {
      year: 2021,
      step,
      changes: [
        {
          do: 'insert',
          after: null,
          fields: { activity: '书画培训', status: 'done' },
        },
      ],
    });
    planRow = rows[0]?.id ?? 0;
    const { ids } = await call(page, 'participants.edit', {
      step: { code: 'personInsert', params: { count: 2 } },
      changes: ['甲（示例）', '乙（示例）'].map((name) => ({ do: 'insert' as const, fields: { name } })),
    });
    personIds = ids;
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('marks a row that is done without evidence, and enters an activity for it by keyboard', async () => {
    await openSchedule();
    const proof = page.locator('[role=grid] tr[data-row="0"] [data-column="5"]');
    await proof.getByText(t('activityScreen.proof.unproven')).waitFor();
    await page.getByRole('button', { name: t('activityScreen.proof.enter') }).click();
    await page.locator('.activity-entry').waitFor();
    await expect
      .poll(() => page.getByLabel(t('activityScreen.field.planRowId'), { exact: true }).inputValue())
      .toContain('书画培训');
    // What lacks is told below its field, which gets the focus.
    const title = page.locator('.activity-entry').getByLabel(t('activityScreen.field.title'), { exact: true });
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('activityScreen.entry.needsTitle')).waitFor();
    expect(await title.getAttribute('aria-describedby')).toBe(`${await title.getAttribute('id')}-note`);
    await expect.poll(() => title.evaluate((input) => input === document.activeElement)).toBe(true);
    // From here by keys alone: title, date, time, place, hosts, category, audience, plan row, head count.
    const enter = async (text: string): Promise<void> => {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    };
    for (const text of [TITLE, '20210308—20210310', '上午', '文化站', '某校', '老龄', '老年人']) await enter(text);
    await page.keyboard.press('Enter');
    await enter('许多');
    await page.getByText(t('activityScreen.cell.headCount', { text: '许多' })).waitFor();
    await page.keyboard.press('Control+Enter');
    // What cannot be read is not saved; the field has the focus.
    expect((await call(page, 'activities.list', {})).total).toBe(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('约200');
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('activityScreen.entry.entered', { title: TITLE })).waitFor();
    expect(await only()).toMatchObject({
      title: TITLE,
      dateStart: '2021-03-08',
      dateEnd: '2021-03-10',
      audience: 'elderly',
      planRowId: planRow,
      headCount: 200,
      headCountMark: 'about',
      headCountPrinted: '约200',
      hosts: [{ name: '某校', organisationId: null }],
    });
    await page.keyboard.press('Escape');
    await page.locator('.activity-entry').waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });

  it('takes a dropped photo as evidence, and the checklist and the row of the plan say so', async () => {
    expect(await stateOf('photo')).toBe('missing');
    await page.locator('.activities-main tr[data-row="0"] [data-column="1"]').click();
    await dropFile(page, '现场.png', PICTURE);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: t('activities.evidence.photo') }).waitFor();
    expect(await dialog.getByRole('radio', { name: t('activities.evidence.photo') }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.file-line .thumbnail img').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await stateOf('photo')).toBe('present');
    await page
      .locator('.activities-main tr[data-row="0"]')
      .getByRole('img', {
        name: new RegExp(`${t('activities.evidence.photo')}.${t('activities.evidenceState.present')}`, 'u'),
      })
      .waitFor();
    await openSchedule();
    await page
      .locator('[role=grid] tr[data-row="0"] [data-column="5"]')
      .getByText(t('activityScreen.proof.proven'))
      .waitFor();
    // Taken back, the row is not proven any more.
    await page.keyboard.press('Control+z');
    await page
      .locator('[role=grid] tr[data-row="0"] [data-column="5"]')
      .getByText(t('activityScreen.proof.unproven'))
      .waitFor();
    await page.keyboard.press('Control+y');
    await page.getByRole('button', { name: TITLE, exact: true }).click();
    await page.locator('.document-inspector').waitFor();
    expect(running.problems).toEqual([]);
  });

  it('shows who signed, and counts 期, 人次 and 人 with the list behind each number', async () => {
    const { id } = await only();
    await call(page, 'attendance.edit', {
      step: { code: 'attendanceInsert', params: { count: 3 } },
      changes: [
        [personIds[0], '2021-03-08'],
        [personIds[0], '2021-03-09'],
        [personIds[1], '2021-03-08'],
      ].map(([person, date]) => ({
        do: 'insert' as const,
        activityId: id,
        person: { id: Number(person) },
        fields: { date: String(date), signed: true },
      })),
    });
    await page.getByRole('tab', { name: new RegExp(t('activityScreen.tab.signIn'), 'u') }).click();
    await page.getByText(t('activityScreen.signIn.counts', { registered: 3, personTimes: 3, people: 2 })).waitFor();
    await runCommand(page, 'activities.statistics');
    const total = t('activityScreen.statistics.total', { year: 2021 });
    const numeral = (measure: 'personTimes' | 'people', count: number) =>
      page.locator('.totals').getByRole('button', {
        name: t('activityScreen.statistics.of', {
          label: total,
          measure: t(`activityScreen.statistics.${measure}`),
          count,
        }),
      });
    await numeral('people', 2).waitFor();
    await numeral('personTimes', 3).focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('dialog');
    await list.locator('tr[data-row="2"]').waitFor();
    expect(await list.locator('tr[data-row]').filter({ hasText: '甲（示例）' }).count()).toBe(2);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await numeral('people', 2).click();
    await list.locator('tr[data-row="1"]').waitFor();
    expect(await list.locator('tr[data-row]').filter({ hasText: '甲（示例）' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });

  it('takes the repeated persons off, so that each column adds up', async () => {
    const second = await call(page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 2 } },
      changes: [
        { do: 'insert', fields: { title: '讲座（示例）', dateStart: '2021-04-01' } },
        {
          do: 'insert',
          fields: { title: '宣传（示例）', dateStart: '2021-05-01', headCount: 300, headCountMark: 'over' },
        },
      ],
    });
    await call(page, 'attendance.edit', {
      step: { code: 'attendanceInsert', params: { count: 1 } },
      changes: [
        {
          do: 'insert',
          activityId: second.ids[0] ?? 0,
          person: { id: personIds[0] ?? 0 },
          fields: { date: '2021-04-01', signed: true },
        },
      ],
    });
    await page.locator('.ant-segmented').getByText(t('activities.breakdown.month'), { exact: true }).click();
    const repeated = page.locator('.repeated-line');
    await repeated.waitFor();
    const cells = async (rows: string) =>
      (await page.locator(`.breakdown-table ${rows} td:not(.bar-cell)`).allTextContents()).map((text) =>
        text === '' ? null : Number(text.replace('−', '-')),
      );
    const body = await cells('tbody tr');
    const foot = await cells('tfoot tr');
    const sums = [0, 1, 2, 3].map((column) =>
      body
        .filter((value) => value !== null)
        .filter((_, index) => index % 4 === column)
        .reduce((sum, value) => sum + value, 0),
    );
    expect(sums).toEqual(foot.filter((value) => value !== null));
    expect(sums).toEqual([3, 4, 2, 300]);
    await repeated.getByRole('button').click();
    const list = page.getByRole('dialog');
    await list.locator('tr[data-row]').filter({ hasText: '甲（示例）' }).waitFor();
    expect(await list.locator('tr[data-row]').filter({ hasText: '（示例）' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });

  it('adds a category below another and withdraws it with a reason', async () => {
    await runCommand(page, 'activities.categories');
    const dialog = page.getByRole('dialog').first();
    await dialog.getByRole('button', { name: t('activityScreen.category.add') }).click();
    await page.keyboard.insertText('书法（示例）');
    await page.keyboard.press('Enter');
    const withdraw = dialog.getByRole('button', {
      name: t('activityScreen.category.withdraw', { name: '书法（示例）' }),
    });
    await withdraw.waitFor();
    const names = async () => (await call(page, 'activities.categories', {})).map(({ name }) => name);
    expect((await names()).at(-1)).toBe('书法（示例）');
    await dialog.getByRole('button', { name: t('activityScreen.category.up', { name: '书法（示例）' }) }).click();
    await expect.poll(async () => (await names()).indexOf('书法（示例）')).toBe((await names()).length - 2);
    await withdraw.click();
    await page.getByLabel(t('documentScreen.reason'), { exact: true }).fill('重复');
    await page.getByRole('button', { name: t('activityScreen.category.withdrawOk'), exact: true }).click();
    await expect.poll(names).not.toContain('书法（示例）');
    expect(running.problems).toEqual([]);
  });
});
