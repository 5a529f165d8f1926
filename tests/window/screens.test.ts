/** Every screen in both languages and colours: no fault that axe finds (WCAG 2.2 AA), no complaint of the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Preferences } from '#shared/features/window.ts';
import { translator } from '#shared/i18n/index.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { fillLife } from './support/life.ts';
import { fillPeople } from './support/people.ts';
import { t } from './support/screens.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCREENS = [
  ['Control+1', '.cards'],
  ['F3', '.facets'],
  ['Control+2', '[role=grid] tr[data-row="1"]'],
  ['F4', '.document-inspector [role=tab]'],
  ['Control+f', '.find-text'],
  ['Control+n', '.rapid'],
  ['F7', '[role=dialog] .numbering-table'],
  ['Control+3', '.folder-pane .place'],
  ['Control+4', '[role=grid] tr[data-row="0"]'],
  ['Control+5', '.calendar-chip'],
  ['Control+p', '.pdf-page canvas:not([hidden])'],
  ['Control+Shift+R', '.people-main tr[data-row="4"]'],
  ['Control+n', '.person-entry'],
  ['Control+6', '.ant-table-row'],
  ['Control+7', '.ant-table-row'],
  ['Control+Shift+L', '.audit-head .checksum'],
  ['Control+Shift+S', '.sign-in-line'],
  ['Control+8', '.settings'],
  ['Control+8', '.rule-table'],
  ['Control+u', '.use-entry'],
  ['Control+9', '.open-loans .ant-table-row'],
  ['Control+k', '[role=dialog] [role=option]'],
  ['F1', '[role=dialog] .key-list'],
] as const;

/** Tabs of the panel on persons, each with the one it is looked at on. */
const PEOPLE = [
  ['丙三（示例）', 'data'],
  ['甲一（示例）', 'roles'],
  ['甲一（示例）', 'certificates'],
  ['甲一（示例）', 'history'],
] as const;

/** Tabs of use and appraisal, each with the list that is opened in it. */
const LIFE = [
  ['appraisal', 0, '[role=grid] tr[data-row="0"]'],
  ['appraisal', 1, '.life-progress'],
  ['disposal', 1, '.step-line'],
  ['transfer', 0, '.side-list'],
  ['transfer', 1, '.step-line'],
  ['stocktake', 0, '.scan'],
] as const;

describe('the screens', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.locator('.cards').waitFor();
    const fields = { author: '某校', signedDate: '2021-03-01', term: 'Y', pageCount: 1 };
    await call(running.page, 'documents.create', { fields: { ...fields, title: '通知' }, file: true });
    await call(running.page, 'documents.create', { fields: { title: '简报', documentNumber: '某办[2021]1号' } });
    await call(running.page, 'boxes.fillYear', { year: 2021 });
    await call(running.page, 'boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    await call(running.page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '讲座（示例）', dateStart: '2021-04-01' } }],
    });
    await fillLife(running.page);
    await fillPeople(running.page);
  });
  afterAll(() => running.close());

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
      for (const [keys, sign] of SCREENS) {
        // The panel stays open once it is.
        if (keys !== 'F4' || !(await page.locator('.document-inspector').isVisible())) await page.keyboard.press(keys);
        if (sign === '.rule-table') await page.getByText(words('fondsSettings.page.fonds')).click();
        if (keys === 'F4') await page.locator('[role=grid] tr[data-row="1"] [data-column="3"]').click();
        if (keys === 'Control+Shift+S') await page.locator('.side-entry').first().click();
        await page.locator(sign).first().waitFor();
        expect(await faults(keys)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Control+Shift+R');
      await page.locator('.people-main [role=grid]').waitFor();
      if (!(await page.locator('.document-inspector').isVisible())) await page.keyboard.press('F4');
      for (const [name, tab] of PEOPLE) {
        await page.locator('[role=grid] tr', { hasText: name }).locator('[data-column="0"]').first().click();
        await page
          .locator('.document-inspector')
          .getByRole('tab', { name: words(`participantScreen.tab.${tab}`) })
          .press('Enter');
        expect(await faults(`person, ${tab}`)).toEqual([]);
      }
      await page.keyboard.press('F9');
      await page.locator('[role=dialog] .reveal-reasons').waitFor();
      expect(await faults('reveal')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.page-head').getByText(words('participantScreen.view.twins')).click();
      await page.locator('.merge-differs').first().waitFor();
      expect(await faults('twins')).toEqual([]);
      await page.locator('.page-head').getByText(words('participantScreen.view.register')).click();
      for (const [tab, list, sign] of LIFE) {
        await page.keyboard.press('Control+9');
        await page
          .locator('.page-head')
          .getByText(words(`life.tab.${tab}`), { exact: true })
          .click();
        await page.locator('.side-entry').nth(list).click();
        await page.locator(sign).first().waitFor();
        expect(await faults(tab)).toEqual([]);
        const next = page.locator('.page-head .actions .ant-btn-primary:not([disabled])');
        if ((await next.count()) === 0) continue;
        await next.click();
        await page.getByRole('dialog').waitFor();
        expect(await faults(`${tab}, dialog`)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(running.problems).toEqual([]);
      // Some forty views, each looked at whole: long on a machine that has other work.
    },
    240_000,
  );

  it.each<Partial<Preferences>>([
    { locale: 'zh-CN', theme: 'light' },
    { locale: 'en', theme: 'dark', textSize: 'largest' },
  ])(
    'show activities to everybody: %o',
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
      await page.keyboard.press('Control+Shift+A');
      await page.locator('.activities-main tr[data-row="0"] [data-column="1"]').click();
      if (!(await page.locator('.document-inspector').isVisible())) await page.keyboard.press('F4');
      for (const tab of ['data', 'signIn', 'evidence', 'summary', 'history'] as const) {
        // In large text some tabs are scrolled out of the strip; keys reach each of them.
        await page.getByRole('tab', { name: words(`activityScreen.tab.${tab}`) }).focus();
        await page.keyboard.press('Enter');
        expect(await faults(`activity, ${tab}`)).toEqual([]);
      }
      for (const [view, sign] of [
        ['statistics', '.breakdown-table'],
        ['register', '.activities-main'],
      ] as const) {
        await page
          .locator('.page-head')
          .getByText(words(`activityScreen.view.${view}`), { exact: true })
          .click();
        await page.locator(sign).waitFor();
        expect(await faults(view)).toEqual([]);
      }
      await page.keyboard.press('Control+n');
      await page.locator('.activity-entry').waitFor();
      expect(await faults('entry')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+4');
      await page.locator('[role=grid] tr[data-row="0"] [data-column="5"]').click();
      expect(await faults('proof')).toEqual([]);
      expect(running.problems).toEqual([]);
    },
    240_000,
  );

  it('moves an activity on the year view by keys, as one step', async () => {
    const { page } = running;
    await page.keyboard.press('Control+5');
    const chip = page.locator('.calendar-chip', { hasText: '科技活动月' });
    await chip.focus();
    await page.keyboard.press('Alt+ArrowRight');
    const month = async () =>
      (await call(page, 'schedule.list', { year: 2021 })).rows.find(({ activity }) => activity === '科技活动月')?.time
        .monthStart;
    await expect.poll(month).toBe(10);
    expect((await call(page, 'history.state', {})).undo?.code).toBe('months');
    await page.keyboard.press('Control+z');
    await expect.poll(month).toBe(9);
  });
});
