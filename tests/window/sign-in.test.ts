/** A paper sheet of thirty people entered by keyboard alone, through an input method; and an imported sheet reviewed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textLimits } from '#core/extract/limits.ts';
import { pdfText } from '#core/extract/pdf.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { type InputMethod, inputMethod } from './support/ime.ts';
import { dropFile, t } from './support/screens.ts';

const DAY = '2024-05-18';
/** Twenty people whose pinyin initials differ, and two of one name in two villages. */
const SURNAMES: readonly (readonly [string, string])[] = [
  ['白', 'b'],
  ['陈', 'c'],
  ['丁', 'd'],
  ['范', 'f'],
  ['高', 'g'],
  ['何', 'h'],
  ['江', 'j'],
  ['康', 'k'],
  ['林', 'l'],
  ['马', 'm'],
  ['牛', 'n'],
  ['彭', 'p'],
  ['秦', 'q'],
  ['任', 'r'],
  ['沈', 's'],
  ['唐', 't'],
  ['王', 'w'],
  ['徐', 'x'],
  ['杨', 'y'],
  ['周', 'z'],
];
const TWIN = '甲乙';
const NEW_NAMES = ['新人甲', '新人乙', '新人丙', '新人丁', '新人戊', '新人己', '新人庚', '新人辛'];
const VILLAGES = ['东示例村', '西示例村'];

const nameField = (page: Page) => page.getByRole('combobox', { name: t('signIn.line.name'), exact: true });
const rows = (page: Page) => page.locator('.sign-in [role=grid] tr[data-row]');

describe('the sign-in of an activity', () => {
  let running: RunningApp;
  let ime: InputMethod;
  let activityId = 0;
  let planRowId = 0;
  beforeAll(async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.getByRole('navigation').waitFor();
    ime = inputMethod(page, await page.context().newCDPSession(page));
    const persons = [
      ...SURNAMES.map(([surname], index) => ({
        name: `${surname}示例`,
        birthDate: `19${40 + index}-02-03`,
        village: VILLAGES[0] ?? '',
      })),
      ...VILLAGES.map((village, index) => ({ name: TWIN, village, birthDate: `195${index}` })),
    ];
    await call(page, 'participants.edit', {
      step: { code: 'personInsert', params: { count: persons.length } },
      changes: persons.map((fields) => ({ do: 'insert' as const, fields })),
    });
    const { rows: plan } = await call(page, 'schedule.list', { year: 2021 });
    planRowId = plan[0]?.id ?? 0;
    const { ids } = await call(page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '书法培训（示例）', dateStart: DAY, state: 'held', planRowId } }],
    });
    activityId = ids[0] ?? 0;
  });
  afterAll(() => running.close());

  it('takes thirty people in one go without the mouse', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+S');
    const entry = page.locator('.side-entry', { hasText: '书法培训' });
    await entry.waitFor();
    await entry.focus();
    await page.keyboard.press('Enter');
    const name = nameField(page);
    await name.waitFor();
    const note = page.locator('.line-note');
    const emptied = async (): Promise<void> => {
      await page.waitForFunction(() => {
        const field = document.activeElement;
        return field instanceof HTMLInputElement && field.role === 'combobox' && field.value === '';
      });
      expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    };
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');

    // Somebody of the register: initials, Enter takes, Enter finishes.
    for (const [surname, initial] of SURNAMES) {
      await page.keyboard.type(`${initial}sl`);
      await page.locator('.candidate[aria-selected=true]', { hasText: `${surname}示例` }).waitFor();
      await page.keyboard.press('Enter');
      await note.getByText(t('signIn.line.taken')).waitFor();
      expect(await name.inputValue()).toBe(`${surname}示例`);
      await page.keyboard.press('Enter');
      await emptied();
    }
    // Two of one name: none is proposed, Enter takes nobody; the village tells them apart.
    for (const village of VILLAGES) {
      await ime.type('jia', TWIN);
      await page.locator('.candidate', { hasText: TWIN }).nth(1).waitFor();
      expect(await page.locator('.candidate[aria-selected=true]').count()).toBe(0);
      await page.keyboard.press('Enter');
      await note.getByText(t('signIn.line.several', { count: 2, name: TWIN })).waitFor();
      const options = await page.locator('.candidate').allTextContents();
      const wanted = options.findIndex((text) => text.includes(village));
      for (let step = 0; step <= wanted; step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await note.getByText(village).waitFor();
      await page.keyboard.press('Enter');
      await emptied();
    }
    // New people; the last of them is a child. Enter while composing commits nothing.
    for (let index = 0; index < 8; index += 1) {
      const fresh = NEW_NAMES[index] ?? '';
      const before = (await call(page, 'attendance.list', { activityId })).length;
      await ime.compose('xin');
      await ime.pressWhileComposing('Enter');
      await ime.choose(fresh);
      expect(await name.inputValue()).toBe(fresh);
      expect((await call(page, 'attendance.list', { activityId })).length).toBe(before);
      await page.locator('.candidate-new').waitFor();
      await page.keyboard.press('Enter');
      await note.getByText(t('signIn.line.isNew')).waitFor();
      await page.waitForFunction(() => document.activeElement?.id.endsWith('-sex'));
      await page.keyboard.type(index % 2 === 0 ? '2' : '1');
      await page.keyboard.press('Tab');
      await page.keyboard.type(index === 7 ? '2015-04-01' : `198${index}`);
      await page.keyboard.press('Tab');
      // The village is that of the line above; typed over once, it holds for the lines that follow.
      if (index === 0) await page.keyboard.type('南示例村');
      await page.keyboard.press('Tab');
      await page.keyboard.type(`1390000000${index}`);
      if (index === 7) await note.getByText(t('signIn.line.child')).waitFor();
      await page.keyboard.press('Enter');
      await emptied();
    }
    await page.getByText(t('signIn.counts', { registered: 30, personTimes: 30, people: 30 })).waitFor();

    const list = await call(page, 'attendance.list', { activityId });
    expect(list.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
    expect(list.map(({ name: listed }) => listed)).toEqual([
      ...SURNAMES.map(([surname]) => `${surname}示例`),
      TWIN,
      TWIN,
      ...NEW_NAMES,
    ]);
    expect(list.slice(20, 22).map(({ village }) => village)).toEqual(VILLAGES);
    expect(list.slice(22).map(({ village }) => village)).toEqual(Array.from({ length: 8 }, () => '南示例村'));
    expect(list.slice(22).map(({ sex }) => sex)).toEqual(
      Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 'female' : 'male')),
    );
    expect(list.every(({ signed, date, role }) => signed && date === DAY && role === 'learner')).toBe(true);
    expect(list.filter(({ consentMissing }) => consentMissing).map(({ name: listed }) => listed)).toEqual(['新人辛']);
    const { total } = await call(page, 'activities.statistics', { year: 2024 });
    expect(total).toMatchObject({ personTimes: 30, people: 30 });
    // The checklist of the plan's row and the printed sheet say the same.
    const proof = (await call(page, 'activities.proofs', { year: 2021 })).find(({ rowId }) => rowId === planRowId);
    expect(proof).toMatchObject({ personTimes: 30, activityIds: [activityId] });
    expect(proof?.checklist.find(({ kind }) => kind === 'sign_in')).toMatchObject({ state: 'present' });
    const { bytes } = await call(page, 'papers.preview', { paper: 'signedList', activityId });
    const printed = await pdfText(new Uint8Array(bytes), textLimits, new AbortController().signal);
    const text = printed.pages
      .map(({ text: page_ }) => page_)
      .join('\n')
      .replaceAll(/\s/gu, '');
    for (const { name: listed } of list) expect(text).toContain(listed);
    // What the archive says last is what the screen shows last.
    expect(await rows(page).last().textContent()).toContain('新人辛');
    await page.locator('.sign-in .consent-missing').waitFor();
  });

  it('takes the last line back with Ctrl+Z and signs with Space', async () => {
    const { page } = running;
    await page.keyboard.press('Control+z');
    await page.getByText(t('signIn.counts', { registered: 29, personTimes: 29, people: 29 })).waitFor();
    expect(await call(page, 'attendance.list', { activityId })).toHaveLength(29);
    await rows(page).last().locator('[data-column="1"]').click();
    await page.keyboard.press('Space');
    await page.getByText(t('signIn.counts', { registered: 29, personTimes: 28, people: 28 })).waitFor();
    await page.keyboard.press('Space');
    await page.getByText(t('signIn.counts', { registered: 29, personTimes: 29, people: 29 })).waitFor();
  });

  it('keeps a line that is refused, with all that was typed', async () => {
    const { page } = running;
    await nameField(page).focus();
    await page.keyboard.type('bsl');
    await page.locator('.candidate[aria-selected=true]', { hasText: '白示例' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.line-note').getByText(t('signIn.line.taken')).waitFor();
    await page.keyboard.press('Enter');
    const refused = page.locator('.line-refused', { hasText: '白示例' });
    await refused.waitFor();
    await refused.getByRole('button', { name: t('signIn.line.again') }).click();
    expect(await nameField(page).inputValue()).toBe('白示例');
    await page.keyboard.press('Escape');
    await nameField(page).fill('');
    expect(await call(page, 'attendance.list', { activityId })).toHaveLength(29);
    expect(running.problems).toEqual([]);
  });
});

const SHEET = join(inputsFolder() ?? '', 'activity/07-sign-in-sheet.csv');

describe.runIf(existsSync(SHEET))('a sign-in sheet under review', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.getByRole('navigation').waitFor();
  });
  afterAll(() => running.close());

  it('is taken in as one step, once its errors are looked at, and given back as one', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Shift+S');
    await page.locator('.sign-in-empty').waitFor();
    await dropFile(page, '07-sign-in-sheet.csv', new Uint8Array(readFileSync(SHEET)));
    await page.locator('.review-grid tr[data-row="8"]').waitFor();
    await page.getByText(t('signIn.review.summary', { lines: 9, personTimes: 8, people: 6 })).waitFor();
    const accept = page.getByRole('button', { name: t('signIn.review.accept', { count: 9 }) });
    expect(await accept.isDisabled()).toBe(true);
    const errors = page.locator('.problem').filter({ has: page.locator('.bad-sign') });
    expect(await errors.count()).toBe(3);
    while ((await errors.count()) > 0)
      await errors
        .first()
        .getByRole('button', { name: t('review.confirm') })
        .click();
    await accept.click();
    await page.locator('.side-entry', { hasText: '剪纸培训' }).waitFor();
    const { total } = await call(page, 'activities.statistics', { year: 2021 });
    expect(total).toMatchObject({ personTimes: 8, people: 6 });
    await page.getByRole('button', { name: t('review.undo') }).click();
    await page.locator('.sign-in-empty').getByText(t('signIn.none')).waitFor();
    expect((await call(page, 'activities.statistics', { year: 2021 })).total).toMatchObject({ personTimes: 0 });
    expect(running.problems).toEqual([]);
  });
});
