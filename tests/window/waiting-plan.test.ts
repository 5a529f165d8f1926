/** A plan that comes before any archive is open is kept until one is; and what shows an archive can be used at once. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { createArchive, dropFile, fillNewArchive, t } from './support/screens.ts';

const PLAN = '2022年工作安排表\n月份\t工作安排\t主管单位\n3月\t植树活动\t中心校\n';
const BYTES = new TextEncoder().encode(PLAN);

describe('a plan without an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waiting-plan-'));
  let made = 0;
  let running: RunningApp;

  const emptyFolder = (): string => {
    made += 1;
    const directory = join(folder, `档案${made}`);
    mkdirSync(directory);
    return directory;
  };
  const sheet = () => running.page.getByRole('dialog', { name: t('review.waitingTitle') });
  const review = () => running.page.getByRole('heading', { name: t('schedule.import.title') });
  const backToWelcome = async (): Promise<void> => {
    const { app, page } = running;
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('archive.close')?.click());
    await page.getByRole('button', { name: t('shell.welcome.create') }).waitFor();
  };

  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.create') }).waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('waits for the new archive and is then read by itself', async () => {
    const { app, page } = running;
    await dropFile(page, '计划.txt', BYTES);
    await sheet().getByText('计划.txt').waitFor();
    await sheet()
      .getByRole('button', { name: t('shell.welcome.create') })
      .click();
    await fillNewArchive(app, page, emptyFolder());
    await review().waitFor();
    await page.getByText('计划.txt').first().waitFor();
    await backToWelcome();
    expect(await sheet().count()).toBe(0);
  });

  it('waits for the example too, also when it was pasted', async () => {
    const { page } = running;
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, PLAN);
    await sheet()
      .getByRole('button', { name: t('shell.welcome.example') })
      .click();
    await review().waitFor();
    expect((await call(page, 'window.state', {})).archive?.isExample).toBe(true);
    await backToWelcome();
  });

  it('is forgotten when the person gives it up', async () => {
    const { app, page } = running;
    await dropFile(page, '计划.txt', BYTES);
    await sheet()
      .getByRole('button', { name: t('shell.cancel') })
      .click();
    await sheet().waitFor({ state: 'detached' });
    await createArchive(app, page, emptyFolder());
    await page.getByText(t('shell.home.noPlan')).waitFor();
    expect(await review().count()).toBe(0);
    await backToWelcome();
  });

  it('is read when it is dropped in the very moment in which the dialog of the new archive goes', async () => {
    const { app, page } = running;
    await page.evaluate((content) => {
      const watch = new MutationObserver(() => {
        const open = document.querySelector('[role="dialog"]') !== null;
        if (!open && Reflect.get(globalThis, 'dialogSeen') === true) {
          watch.disconnect();
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], '计划.txt'));
          Reflect.set(globalThis, 'shellSeen', document.querySelector('nav.side') !== null);
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }
        if (open) Reflect.set(globalThis, 'dialogSeen', true);
      });
      watch.observe(document.body, { childList: true, subtree: true });
    }, PLAN);
    await createArchive(app, page, emptyFolder());
    await review().waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shellSeen') as unknown)).toBe(true);
    expect(await sheet().count()).toBe(0);
    expect((await call(page, 'window.state', {})).archive).not.toBeNull();
    expect(running.problems).toEqual([]);
  });
});
