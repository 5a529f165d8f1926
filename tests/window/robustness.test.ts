/** What may happen to an archive under the running program: a kill, a folder that goes away. Nothing said to be saved is lost. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { cell, createArchive, dropFile, t } from './support/screens.ts';

const PLAN = '2022年工作安排表\n月份\t工作安排\t主管单位\n3月\t植树活动\t中心校\n4月\t读书活动\t中心校\n';

describe('an archive in use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'robust-'));
  const archive = join(folder, '档案');
  let running: RunningApp;
  const remarks = async (): Promise<string[]> =>
    (await call(running.page, 'schedule.list', { year: 2022 })).rows.map(({ remark }) => remark);
  const type = async (row: number, text: string): Promise<void> => {
    await cell(running.page, row, 'remark').click();
    await running.page.keyboard.insertText(text);
    await running.page.keyboard.press('Enter');
  };

  const startAgain = async (): Promise<void> => {
    running = await launchApp({ userData: running.userData });
    await running.page.locator('.cards').waitFor();
    await running.page.keyboard.press('Control+4');
    await cell(running.page, 1, 'remark').waitFor();
  };

  beforeAll(async () => {
    mkdirSync(archive);
    running = await launchApp();
    await createArchive(running.app, running.page, archive);
    await dropFile(running.page, '计划.txt', new TextEncoder().encode(PLAN));
    await running.page.getByRole('button', { name: t('schedule.import.accept', { count: 2 }) }).click();
    await cell(running.page, 1, 'remark').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes its notices along when it is closed', async () => {
    const { app, page } = running;
    await page.getByRole('button', { name: t('review.undo') }).waitFor();
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('archive.close')?.click());
    await page.locator('.recent button').click();
    await page.locator('.cards').waitFor();
    expect(await page.getByRole('button', { name: t('review.undo') }).count()).toBe(0);
    await page.keyboard.press('Control+4');
    await cell(page, 1, 'remark').waitFor();
  });

  // Windows keeps the folder of an open file where it is.
  it.skipIf(process.platform === 'win32')(
    'says that it went away, and keeps what was typed until it is back',
    async () => {
      const { page } = running;
      renameSync(archive, `${archive}.away`);
      await type(2, '移走后输入');
      await page.getByText(/已被移走、改名或删除.*没有保存/u).waitFor();
      expect(await page.locator('.grid-editing').inputValue()).toBe('移走后输入');
      renameSync(`${archive}.away`, archive);
      await page.keyboard.press('Enter');
      await expect.poll(remarks).toEqual(['', '移走后输入']);
    },
  );

  it.each(['window', 'program'] as const)('saves an open cell when the %s is closed', async (what) => {
    await cell(running.page, 2, 'remark').click();
    await running.page.keyboard.insertText(`关闭${what}`);
    const ended = new Promise((done) => running.app.process().once('exit', done));
    await running.app.evaluate(({ app, BrowserWindow }, which) => {
      if (which === 'program') app.quit();
      else BrowserWindow.getAllWindows()[0]?.close();
    }, what);
    await ended;
    await startAgain();
    expect((await remarks())[1]).toBe(`关闭${what}`);
  });

  it('closes with a text that is refused only when it is told twice', async () => {
    const { app, page } = running;
    await cell(page, 1, 'month').click();
    await page.keyboard.type('13');
    const close = (): Promise<void> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    await page.getByText(t('shell.closeRefused')).waitFor();
    expect(await page.locator('.grid-editing').inputValue()).toBe('13');
    const ended = new Promise((done) => app.process().once('exit', done));
    await close();
    await ended;
    await startAgain();
    expect((await call(running.page, 'schedule.list', { year: 2022 })).rows[0]?.time.monthStart).toBe(3);
  });

  it('holds every saved text after the program was killed', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await type(1, `第${round}次`);
      await expect.poll(async () => (await remarks())[0]).toBe(`第${round}次`);
      const process_ = running.app.process();
      const ended = new Promise((done) => process_.once('exit', done));
      process_.kill('SIGKILL');
      await ended;
      await startAgain();
      expect((await remarks())[0]).toBe(`第${round}次`);
      expect(await call(running.page, 'archive.verify', {})).toMatchObject({ ok: true, problems: [] });
    }
  });
});
