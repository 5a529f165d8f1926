/** ID-card numbers in a real window: switched on with a passphrase, entered, masked, shown once, hidden again. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { identityNumber } from '#tests/support/identity-numbers.ts';
import { createArchive, t } from './support/screens.ts';

const PASSPHRASE = 'correct horse battery';
const NUMBER = identityNumber('1956-03-08', '002');
const MASK = `${'*'.repeat(16)}${NUMBER.slice(-2)}`;

describe('ID-card numbers in a real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-test-'));
  let running: RunningApp;

  const dialog = (): Locator => running.page.getByRole('dialog');
  const button = (name: string): Locator => running.page.getByRole('button', { name, exact: true });
  const inDialog = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
  const fill = (id: string, text: string): Promise<void> => dialog().locator(`#${id}`).fill(text);
  const gone = (): Promise<void> => dialog().waitFor({ state: 'detached' });
  const number = (): Locator => running.page.getByLabel(t('participants.field.identityMask'), { exact: true });
  const settings = async (): Promise<void> => {
    await button(t('shell.nav.settings')).click();
    await running.page.getByText(t('identityNumbers.title'), { exact: true }).scrollIntoViewIfNeeded();
  };
  const person = async (): Promise<void> => {
    await running.page.keyboard.press('Control+Shift+R');
    await running.page.locator('[role=grid] tr', { hasText: '甲示例' }).locator('[data-column="0"]').first().click();
    const panel = running.page.locator('.document-inspector');
    if (!(await panel.isVisible())) await running.page.keyboard.press('F4');
    await panel.getByLabel(t('participants.field.note'), { exact: true }).waitFor();
  };

  beforeAll(async () => {
    const archive = join(folder, '档案');
    mkdirSync(archive);
    running = await launchApp();
    await createArchive(running.app, running.page, archive);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 900));
    await call(running.page, 'participants.edit', {
      step: { code: 'personInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { name: '甲示例', birthDate: '1956' } }],
    });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are not asked for at first', async () => {
    await person();
    expect(await number().count()).toBe(0);
  });

  it('are switched on with a reason and a passphrase typed twice', async () => {
    const { page } = running;
    await settings();
    await page.getByText(t('identityNumbers.off')).waitFor();
    await button(t('identityNumbers.switchOn.button')).click();
    await dialog().getByText(t('identityNumbers.switchOn.warning')).waitFor();
    await fill('identity-reason', '上级要求实名报送');
    await fill('identity-new', 'short');
    await dialog()
      .getByText(t('errors.participants/identity_passphrase_short', { least: 10, count: 5 }))
      .waitFor();
    await fill('identity-new', PASSPHRASE);
    await fill('identity-again', `${PASSPHRASE}s`);
    await dialog().getByText(t('identityNumbers.switchOn.differs')).waitFor();
    expect(await inDialog(t('identityNumbers.switchOn.do')).isDisabled()).toBe(true);
    await fill('identity-again', PASSPHRASE);
    await inDialog(t('identityNumbers.switchOn.do')).click();
    await gone();
    await page.getByText(t('identityNumbers.on', { count: 0 })).waitFor();
  });

  it('are entered from the card, checked at once, and stand masked', async () => {
    const { page } = running;
    await person();
    await button(t('identityNumbers.field.enterOf')).click();
    await fill('identity-number', `${NUMBER.slice(0, 16)}${NUMBER.slice(17)}${NUMBER.slice(16, 17)}`);
    await dialog().getByText(t('errors.participants/identity_checksum')).waitFor();
    await fill('identity-number', NUMBER);
    await page.keyboard.press('Enter');
    // What it says of the person is offered, not filled in by itself.
    await inDialog(t('identityNumbers.says.do')).waitFor();
    await inDialog(t('identityNumbers.says.do')).click();
    await gone();
    await expect.poll(() => number().inputValue()).toBe(MASK);
    const [row] = (await call(page, 'participants.list', {})).rows;
    expect(row).toMatchObject({ birthDate: '1956-03-08', sex: 'female', identityMask: MASK });
  });

  it('are shown whole with passphrase and reason, until the dialog is closed', async () => {
    const { page } = running;
    await button(t('identityNumbers.field.showOf')).click();
    await fill('identity-passphrase', 'another passphrase');
    await dialog().getByLabel(t('identityNumbers.reveal.reasons.check')).check();
    await inDialog(t('participantScreen.reveal.do')).click();
    await dialog().getByText(t('errors.participants/identity_passphrase_wrong')).waitFor();
    await fill('identity-passphrase', PASSPHRASE);
    await inDialog(t('participantScreen.reveal.do')).click();
    await dialog().getByText(NUMBER).waitFor();
    await page.keyboard.press('Escape');
    await gone();
    expect(await page.getByText(NUMBER).count()).toBe(0);
    expect((await call(page, 'history.list', {}))[0]).toMatchObject({
      label: { code: 'identityReveal' },
      reason: t('identityNumbers.reveal.reasons.check'),
    });
    await page.getByRole('tab', { name: t('participantScreen.tab.history') }).click();
    await page.getByText(MASK).first().waitFor();
    await page.getByRole('tab', { name: t('participantScreen.tab.data') }).click();
  });

  it('are hidden when switched off, stay sealed, and go when cleared', async () => {
    const { page } = running;
    await settings();
    await button(t('identityNumbers.switchOff.button')).click();
    await fill('identity-reason', '报送已结束');
    await inDialog(t('identityNumbers.switchOff.do')).click();
    await gone();
    await page.getByText(t('identityNumbers.offStored', { count: 1 })).waitFor();
    await person();
    expect(await number().count()).toBe(0);
    await settings();
    await button(t('identityNumbers.clear.button')).click();
    await fill('identity-reason', '不再需要');
    await inDialog(t('identityNumbers.clear.do')).click();
    await gone();
    await page.getByText(t('identityNumbers.off')).waitFor();
    expect(await call(page, 'archive.verify', {})).toMatchObject({ ok: true, problems: [] });
    expect(running.problems).toEqual([]);
  });
});
