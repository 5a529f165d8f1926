/** An empty archive under audit: every screen says only that nothing is recorded, and asks nobody to enter anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { createArchive, runCommand, t } from './support/screens.ts';

/** Keys to each screen, and how many tabs of it are looked at. */
const SCREENS: readonly (readonly [keys: string, tabs: number])[] = [
  ['Control+1', 0],
  ['Control+2', 0],
  ['Control+3', 0],
  ['Control+4', 0],
  ['Control+5', 0],
  ['Control+6', 0],
  ['Control+7', 0],
  ['Control+8', 0],
  ['Control+9', 5],
  ['Control+Shift+A', 2],
  ['Control+Shift+S', 0],
  ['Control+Shift+R', 0],
  ['Control+Shift+M', 5],
  ['Control+Shift+L', 0],
  ['F3', 0],
];

/** What asks a reader to enter or bring something. Choosing what to look at is no such thing. */
const INVITATION =
  /开始登记|点击|点下面|点上面|点“|拖|粘贴|按 ?Enter|请(?:先)?(?:新增|新建|导入|录入|登记|添加|填写|设定|确定|补|在“)|可以(?:按|导入|录入|登记|新建|添加)|后(?:，|会|就)?这里/u;

describe('an empty archive under audit', () => {
  let running: RunningApp;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'audit-empty-'));

  const enterAudit = async (): Promise<void> => {
    await runCommand(page, 'audit.enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('auditScreen.mode.auditors')).fill('区审计局（示例）');
    await dialog.getByRole('button', { name: t('auditScreen.mode.enter') }).click();
    await page.getByRole('region', { name: t('auditScreen.mode.bar') }).waitFor();
  };
  /** Lines of the screen that invite, with where they stand. */
  const invitations = async (where: string): Promise<string[]> => {
    // The screens that were left stay hidden beside it.
    const main = page.locator('main').filter({ visible: true });
    let text = '';
    await expect
      .poll(async () => {
        const before = text;
        text = await main.innerText();
        return text === before && (await page.locator('.ant-spin-spinning').filter({ visible: true }).count()) === 0;
      })
      .toBe(true);
    // What the check found is told to everybody in the same words, also on paper.
    const flags = await main.locator('.flags').allInnerTexts();
    for (const flag of flags) text = text.replace(flag, '');
    const placeholders = await main
      .locator('[placeholder]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('placeholder') ?? ''));
    return [...text.split('\n'), ...placeholders]
      .filter((line) => INVITATION.test(line))
      .map((line) => `${where}: ${line}`);
  };
  const found = async (): Promise<string[]> => {
    const lines: string[] = [];
    for (const [keys, tabs] of SCREENS) {
      await page.keyboard.press(keys);
      lines.push(...(await invitations(keys)));
      for (let tab = 0; tab < tabs; tab += 1) {
        const main = page.locator('main').filter({ visible: true });
        await main.locator('.ant-segmented-item').nth(tab).click();
        lines.push(...(await invitations(`${keys} ${tab + 1}`)));
      }
    }
    return lines;
  };

  beforeAll(async () => {
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await createArchive(running.app, page, join(folder, 'archive'));
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('invites who may write', async () => {
    expect((await found()).length).toBeGreaterThan(8);
  });

  it('invites nobody without a year', async () => {
    await enterAudit();
    expect(await found()).toEqual([]);
  });

  it('invites nobody in a year without anything', async () => {
    const bar = page.getByRole('region', { name: t('auditScreen.mode.bar') });
    await bar.getByRole('button', { name: t('auditScreen.mode.leave') }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: t('auditScreen.mode.leave') }).click();
    await bar.waitFor({ state: 'detached' });
    await call(page, 'plans.create', { year: 2021 });
    await enterAudit();
    expect(await found()).toEqual([]);
    expect(running.problems).toEqual([]);
  });
});
