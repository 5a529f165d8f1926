/** What the center does with its register of persons, in a real window: enter, correct, look at a number, merge, find. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { inputMethod, type InputMethod } from './support/ime.ts';
import { fillPeople } from './support/people.ts';
import { createArchive, runCommand, t } from './support/screens.ts';

const COLUMNS = { name: 0, sex: 1, birthDate: 2, village: 3, phone: 4, roles: 5, marks: 6, note: 7 } as const;
type Column = keyof typeof COLUMNS;

describe('persons in a real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'participants-test-'));
  let running: RunningApp;
  let ime: InputMethod;

  const press = (keys: string): Promise<void> => running.page.keyboard.press(keys);
  const typeIn = (text: string): Promise<void> => running.page.keyboard.type(text);
  const list = async (filter = {}): Promise<Output<'participants.list'>['rows']> =>
    (await call(running.page, 'participants.list', { filter, sort: 'entered', limit: 5000 })).rows;
  const one = async (name: string) => (await list()).find((person) => person.name === name);
  const field = (name: Exclude<Column, 'marks'> | 'guardianName' | 'guardianPhone' | 'consentOn'): Locator =>
    running.page.locator('.rapid').getByLabel(t(`participants.field.${name}`), { exact: true });
  const line = (name: string): Locator => running.page.locator('[role=grid] tr', { hasText: name });
  const cellOf = (name: string, column: Column): Locator =>
    line(name).locator(`[data-column="${COLUMNS[column]}"]`).first();
  const blank = (column: Column): Locator =>
    running.page.locator(`[role=grid] tr[data-row]`).last().locator(`[data-column="${COLUMNS[column]}"]`);
  const choose = async (label: string, option: string): Promise<void> => {
    await running.page.getByRole('search').getByLabel(label, { exact: true }).click();
    await running.page.locator('.ant-select-item-option', { hasText: option }).first().click();
  };
  const events = async (): Promise<string[]> =>
    (await call(running.page, 'history.list', {})).map(({ label }) => label?.code ?? '');

  beforeAll(async () => {
    const archive = join(folder, '档案');
    mkdirSync(archive);
    running = await launchApp();
    ime = inputMethod(running.page, await running.page.context().newCDPSession(running.page));
    await createArchive(running.app, running.page, archive);
    // The panel of a wide window is not open from the start here.
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 860));
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are entered by keyboard alone, in Chinese; a child asks for the guardian', async () => {
    const { page } = running;
    await press('Control+Shift+R');
    await page.locator('.people-main [role=grid]').waitFor();
    await press('Control+n');
    await field('name').waitFor();
    await ime.compose('jiayi');
    // Enter belongs to the input method: the form stays where it is.
    await ime.pressWhileComposing('Enter');
    await ime.choose('甲一（示例）');
    await press('Enter');
    await typeIn('女');
    await press('Enter');
    await typeIn('20160901');
    await press('Enter');
    await ime.type('jiacun', '甲村（示例）');
    await press('Enter');
    await press('Enter');
    await ime.type('xueyuan', '学员');
    await press('Enter');
    await ime.type('jiafu', '甲父（示例）');
    await press('Enter');
    await typeIn('139 0000 0009');
    await press('Control+Enter');
    await expect.poll(async () => (await list()).length).toBe(1);
    expect(await one('甲一（示例）')).toMatchObject({
      sex: 'female',
      birthDate: '2016-09-01',
      village: '甲村（示例）',
      phone: null,
      guardianName: '甲父（示例）',
      guardianPhone: '139****0009',
      consentOn: null,
      roles: [{ role: 'learner' }],
    });
    // What is pinned stays, the name does not.
    await expect.poll(() => field('name').inputValue()).toBe('');
    expect([await field('village').inputValue(), await field('roles').inputValue()]).toEqual(['甲村（示例）', '学员']);
    await ime.type('yier', '乙二（示例）');
    await press('Enter');
    await press('Enter');
    await typeIn('一九五');
    await press('Control+Enter');
    // A date that is none is told of below its field, which gets the focus back.
    await page.getByText(t('archives.rule.unreadable', { text: '一九五' })).waitFor();
    await press('Control+a');
    await typeIn('1956');
    await press('Control+Enter');
    await expect.poll(async () => (await one('乙二（示例）'))?.birthDate).toBe('1956');
    await expect.poll(() => field('name').inputValue()).toBe('');
    // Who is there already under that name is shown while it is typed.
    await ime.type('jiayi', '甲一（示例）');
    await page.locator('.known-persons .text-link').waitFor();
    await press('Control+a');
    await press('Delete');
    await press('Escape');
    await page.locator('.rapid').waitFor({ state: 'detached' });
  });

  it('are changed in the list, undone and redone; what cannot be read is refused', async () => {
    const { page } = running;
    await line('乙二（示例）').waitFor();
    await cellOf('乙二（示例）', 'village').click();
    await ime.type('yicun', '乙村（示例）');
    await press('Enter');
    await expect.poll(async () => (await one('乙二（示例）'))?.village).toBe('乙村（示例）');
    await press('Control+z');
    await expect.poll(async () => (await one('乙二（示例）'))?.village).toBe('甲村（示例）');
    await press('Control+y');
    await expect.poll(async () => (await one('乙二（示例）'))?.village).toBe('乙村（示例）');
    await cellOf('乙二（示例）', 'sex').click();
    await ime.type('buxiang', '不详');
    await press('Enter');
    await page.getByText(t('participantScreen.cell.sex', { text: '不详' })).waitFor();
    await press('Escape');
    expect((await one('乙二（示例）'))?.sex).toBeNull();
    // A row begun without a name is nobody.
    await blank('village').click();
    await ime.type('jia', '甲村（示例）');
    await press('Enter');
    await page.locator('textarea[aria-invalid=true]').waitFor();
    await press('Escape');
    expect(await list()).toHaveLength(2);
  });

  it('come as a block from a spreadsheet, in one step, and phones are masked at once', async () => {
    const { page } = running;
    await blank('name').click();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, '姓名\t性别\t出生日期\t村（居）\t联系电话\n丙三（示例）\t男\t1970.5\t乙村（示例）\t13900000003\n丁四（示例）\t女\t1988年1月2日\t\t13900000004\n');
    await expect.poll(async () => (await list()).length).toBe(4);
    expect(await one('丁四（示例）')).toMatchObject({ sex: 'female', birthDate: '1988-01-02', village: null });
    await expect.poll(() => cellOf('丙三（示例）', 'phone').textContent()).toContain('139****0003');
    expect((await events())[0]).toBe('personInsert');
    // The masked number, typed back, is not the number.
    await cellOf('丙三（示例）', 'phone').click();
    await typeIn('138****0003');
    await press('Enter');
    await page.getByText(t('participantScreen.cell.masked', { text: '138****0003' })).waitFor();
    await press('Escape');
    await press('Control+z');
    await expect.poll(async () => (await list()).length).toBe(2);
    await press('Control+y');
    await expect.poll(async () => (await list()).length).toBe(4);
  });

  it('show a whole number with a reason only, once, and the log keeps both', async () => {
    const { page } = running;
    await cellOf('丙三（示例）', 'name').click();
    await press('F9');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('participantScreen.reveal.text')).waitFor();
    const show = dialog.getByRole('button', { name: t('participantScreen.reveal.do'), exact: true });
    expect(await show.isDisabled()).toBe(true);
    await page.getByLabel(t('participantScreen.reveal.reasons.invite')).focus();
    await press('Space');
    await press('Enter');
    await dialog.getByText('13900000003').waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('13900000003').count()).toBe(0);
    const [event] = await call(page, 'history.list', {});
    expect(event).toMatchObject({
      label: { code: 'personRevealPhone' },
      reason: t('participantScreen.reveal.reasons.invite'),
    });
  });

  it('tell what a child lacks, and stop telling it when it is there', async () => {
    const { page } = running;
    if (!(await page.locator('.document-inspector').isVisible())) await press('F4');
    await choose(t('participantScreen.find.attention'), t('participantScreen.attention.withoutConsent'));
    await expect.poll(() => page.locator('[role=grid] tr[data-row]').count()).toBe(1);
    await cellOf('甲一（示例）', 'name').click();
    const box = page.getByRole('region', { name: t('participantScreen.consent.title') });
    await box.getByText(t('participantScreen.consent.lacking')).waitFor();
    await box.getByLabel(t('participants.field.consentOn')).fill('2024年3月1日');
    await press('Enter');
    await box.getByText(t('participantScreen.consent.given')).waitFor();
    expect(await one('甲一（示例）')).toMatchObject({ consentOn: '2024-03-01' });
    await expect.poll(async () => (await list({ withoutConsent: true })).length).toBe(0);
    await page.getByRole('button', { name: t('register.find.clear') }).click();
    await line('丁四（示例）').waitFor();
  });

  it('have roles over time and certificates', async () => {
    const { page } = running;
    await call(page, 'organisations.create', { fullName: '剪纸社（示例）', kind: 'club' });
    await cellOf('丁四（示例）', 'name').click();
    await page.getByRole('tab', { name: t('participantScreen.tab.roles') }).click();
    await page.getByRole('button', { name: t('participantScreen.roles.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('participantScreen.roles.role')).waitFor();
    await press('Enter');
    for (let down = 0; down < 6; down += 1) await press('ArrowDown');
    await press('Enter');
    await dialog.getByLabel(t('participantScreen.roles.unit')).click();
    await page.locator('.ant-select-item-option', { hasText: '剪纸社（示例）' }).click();
    await dialog.getByLabel(t('participantScreen.roles.subject')).fill('剪纸');
    await dialog.getByLabel(t('participantScreen.roles.from')).fill('20200301');
    await dialog.getByRole('button', { name: t('participantScreen.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await one('丁四（示例）'))?.roles)
      .toMatchObject([{ role: 'club_head', subject: '剪纸', from: '2020-03-01', to: null }]);
    // In the list a role of which so much is known cannot be cleared.
    await cellOf('丁四（示例）', 'roles').click();
    await press('Delete');
    await page
      .getByText(t('participantScreen.cell.roleWithFacts', { name: t('participants.role.club_head') }))
      .waitFor();
    await press('Escape');
    expect((await one('丁四（示例）'))?.roles).toHaveLength(1);

    await page.getByRole('tab', { name: t('participantScreen.tab.certificates') }).click();
    await page.getByRole('button', { name: t('participantScreen.certificates.add') }).click();
    await dialog.getByLabel(t('participantScreen.certificates.field.name')).fill('剪纸传承人证（示例）');
    await dialog.getByLabel(t('participantScreen.certificates.field.validUntil')).fill('2020.12.31');
    await press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    // It has run out, and that is said.
    await page.getByText(t('participantScreen.certificates.over', { date: '2020-12-31' })).waitFor();
    expect((await one('丁四（示例）'))?.certificates).toMatchObject([{ validUntil: '2020-12-31', number: '' }]);
  });

  it('are the members of a club, from the list of units', async () => {
    const { page } = running;
    await press('Control+6');
    await page.locator('.ant-table-row', { hasText: '剪纸社（示例）' }).waitFor();
    await page
      .locator('.ant-table-row', { hasText: '剪纸社（示例）' })
      .getByRole('button', { name: t('organisationScreen.membersCount', { count: 1 }) })
      .click();
    await expect.poll(() => page.locator('.page-head h1').textContent()).toContain('剪纸社（示例）');
    await line('丁四（示例）').waitFor();
    expect(await line('丙三（示例）').count()).toBe(0);
    await page.getByRole('button', { name: t('register.find.clear') }).click();
  });

  it('who may be one are compared, merged with a reason, and taken apart again by undo', async () => {
    const { page } = running;
    await fillPeople(page);
    await runCommand(page, 'participants.twins');
    const entry = page.locator('.side-entry', { hasText: '丁四（示例）' }).first();
    await entry.click();
    await page.locator('.merge-differs').first().waitFor();
    // The number of the other one is taken, which the window never saw.
    const before = (await list()).filter(({ name }) => name === '丁四（示例）');
    const { ids: activities } = await call(page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '书画班（示例）', dateStart: '2026-03-01', dateEnd: '2026-03-03' } }],
    });
    await call(page, 'attendance.edit', {
      step: { code: 'attendanceEnter', params: { count: before.length } },
      changes: before.map(({ id }, index) => ({
        do: 'insert',
        activityId: activities[0] ?? 0,
        person: { id },
        fields: { date: `2026-03-0${index + 1}`, signed: true },
      })),
    });
    const taken2026 = async (): Promise<number> =>
      (await call(page, 'participants.list', { filter: {}, timesYear: 2026, limit: 5000 })).rows.reduce(
        (sum, { personTimes }) => sum + personTimes,
        0,
      );
    expect(await taken2026()).toBe(before.length);
    const phones = page.locator('.merge-differs', { hasText: t('participants.field.phone') });
    await phones.getByRole('radio', { checked: false }).first().check();
    const taken = (await phones.locator('td', { has: page.locator('input:checked') }).textContent())?.trim();
    expect(await page.getByRole('button', { name: /合并 \d 人/u }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: t('participantScreen.merge.usual.twice') }).click();
    await page.getByRole('button', { name: /合并 \d 人/u }).click();
    await expect.poll(async () => (await events())[0]).toBe('personMerge');
    const after = (await list()).filter(({ name }) => name === '丁四（示例）');
    expect(after.length).toBeLessThan(before.length);
    expect(after.map(({ phone }) => phone)).toContain(taken);
    // 人次 stay, 人 fall.
    expect(await taken2026()).toBe(before.length);
    await page.getByRole('button', { name: t('participantScreen.merge.undo') }).click();
    await expect
      .poll(async () =>
        (await list()).filter(({ name }) => name === '丁四（示例）').map(({ id, phone }) => [id, phone]),
      )
      .toEqual(before.map(({ id, phone }) => [id, phone]));
    // In what each took part stands in the panel.
    await page.locator('.merge-table thead .text-link').first().click();
    await page.getByRole('tab', { name: t('participantScreen.tab.activities') }).click();
    await page.locator('.entries', { hasText: '书画班（示例）' }).waitFor();
    await expect.poll(() => page.locator('.year-table tbody td').allTextContents()).toEqual(['1', '1', '']);
    await page.locator('.entries .text-link', { hasText: '书画班（示例）' }).click();
    await page.locator('[role=grid] tr', { hasText: '书画班（示例）' }).waitFor();
    expect(await page.locator('.page-head h1').textContent()).toContain(t('shell.nav.activities'));
  });

  it('are withdrawn with a reason and put back', async () => {
    const { page } = running;
    await press('Control+Shift+R');
    await page.getByText(t('participantScreen.view.register'), { exact: true }).click();
    await cellOf('乙二（示例）', 'name').click();
    const { id } = (await list()).find(({ name }) => name === '乙二（示例）') ?? { id: 0 };
    await press('Control+-');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('life.reason')).fill('登记错误');
    await dialog.getByRole('button', { name: t('participantScreen.withdraw.do') }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await list({ withdrawn: true })).map((person) => person.withdrawnReason))
      .toEqual(['登记错误']);
    await choose(t('participantScreen.find.attention'), t('participantScreen.attention.withdrawn'));
    await cellOf('乙二（示例）', 'name').click();
    await runCommand(page, 'documents.restore');
    await expect.poll(async () => (await list({ withdrawn: true })).length).toBe(0);
    expect((await list()).map((person) => person.id)).toContain(id);
  });

  it('are found by pinyin, and a unit is merged into another', async () => {
    const { page } = running;
    await page.getByRole('button', { name: t('register.find.clear') }).click();
    await press('Control+f');
    await typeIn('bingsan');
    await expect.poll(() => line('甲一（示例）').count()).toBe(0);
    await line('丙三（示例）').first().waitFor();
    await press('Control+6');
    await page
      .locator('.ant-table-row', { hasText: '剪纸社（示例）' })
      .getByRole('button', { name: t('organisationScreen.merge') })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('organisationScreen.keep')).click();
    await page.locator('.ant-select-item-option', { hasText: '书画协会（示例）' }).click();
    await dialog.getByLabel(t('organisationScreen.reason')).fill('两社合并');
    await dialog.getByRole('button', { name: t('organisationScreen.mergeDo'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () =>
        (await call(page, 'organisations.list', { kind: 'club' })).map(({ fullName, members }) => [fullName, members]),
      )
      .toEqual([['书画协会（示例）', 2]]);
    await press('Control+z');
    await expect.poll(async () => (await call(page, 'organisations.list', { kind: 'club' })).length).toBe(2);
    expect(running.problems).toEqual([]);
  });
});
