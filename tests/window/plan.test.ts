/** The clerk's whole job in a real window: drop the published plan, check it, correct it in Chinese, print it, come back. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExample } from '#core/example.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { inputMethod, type InputMethod } from './support/ime.ts';
import { answerDialog, cell, createArchive, dropFile, exportPaper, openExport, t } from './support/screens.ts';
import { EXAMPLE } from '#tests/support/test-archive.ts';

/** The published paper where it is present, else its data flattened as the web page flattens them: one cell a line. */
function publishedPlan(): Uint8Array {
  const inputs = inputsFolder();
  if (inputs) return readFileSync(join(inputs, 'schedule/00-seed-qiling-2021.txt'));
  const { title, rows } = readExample(EXAMPLE);
  const lines = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const repeated = before?.month_start === row.month_start && before?.month_end === row.month_end;
    const month = row.month_start === row.month_end ? `${row.month_start}月` : `${row.month_start}-${row.month_end}月`;
    return [...(repeated ? [] : [month]), row.activity, ...row.units];
  });
  return new TextEncoder().encode([title, '月份', '工作安排', '主管单位', ...lines].join('\n\n'));
}

describe('the published plan in a real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-test-'));
  const archive = join(folder, '档案');
  let running: RunningApp;
  let ime: InputMethod;

  const attach = async (): Promise<void> => {
    ime = inputMethod(running.page, await running.page.context().newCDPSession(running.page));
  };
  const activities = async (): Promise<string[]> =>
    (await call(running.page, 'schedule.list', { year: 2021 })).rows.map(({ activity }) => activity);

  beforeAll(async () => {
    mkdirSync(archive);
    running = await launchApp();
    await attach();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is dropped, checked beside its source and taken in one step', async () => {
    const { app, page } = running;
    await createArchive(app, page, archive);
    await dropFile(page, '2021年工作计划.txt', publishedPlan());
    await page.getByRole('heading', { name: t('schedule.import.title') }).waitFor();
    await page.getByRole('button', { name: t('schedule.import.accept', { count: 20 }) }).click();
    await page
      .getByText(t('schedule.import.accepted', { year: 2021, count: 20 }))
      .first()
      .waitFor();
    expect(await activities()).toEqual(readExample(EXAMPLE).rows.map(({ activity }) => activity));
    expect((await call(page, 'history.state', {})).undo?.code).toBe('accept');
  });

  it('is corrected by typing Chinese into a selected cell: the first letter reaches the input method', async () => {
    const { page } = running;
    await page.getByRole('navigation').getByText(t('shell.nav.schedule')).click();
    await cell(page, 4, 'activity').click();
    await ime.type('wo', '我');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await activities())[3]).toBe('我');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await activities())[3]).toBe('家校共育培训活动');
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await activities())[3]).toBe('我');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await activities())[3]).toBe('家校共育培训活动');
  });

  it('does not take Enter from the input method: a composing cell stays open', async () => {
    const { page } = running;
    await cell(page, 4, 'activity').click();
    await page.keyboard.press('F2');
    await ime.compose('ni');
    await ime.pressWhileComposing('Enter');
    expect((await activities())[3]).toBe('家校共育培训活动');
    await ime.choose('（两期）');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await activities())[3]).toBe('家校共育培训活动（两期）');
  });

  it('takes a month span typed as 1-2 for the whole group, and refuses 13 without losing it', async () => {
    const { page } = running;
    await cell(page, 2, 'month').click();
    await page.keyboard.type('3-4');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await call(page, 'schedule.list', { year: 2021 })).rows[1]?.time)
      .toMatchObject({ monthStart: 3, monthEnd: 4 });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await call(page, 'schedule.list', { year: 2021 })).rows[1]?.time.monthEnd).toBe(3);
    await cell(page, 2, 'month').click();
    await page.keyboard.type('13');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('textarea[aria-invalid=true]').inputValue()).toBe('13');
    await page.keyboard.press('Escape');
    expect((await call(page, 'schedule.list', { year: 2021 })).rows[1]?.time.monthStart).toBe(3);
  });

  it.each(['xlsx', 'pdf'] as const)('is exported as %s through the dialog', async (format) => {
    const file = join(folder, `配档表.${format}`);
    await exportPaper(running.app, running.page, format, file);
    expect(statSync(file).size).toBeGreaterThan(5000);
  });

  it('says what to do where a file cannot be written, and leaves nothing behind', async () => {
    const { app, page } = running;
    await answerDialog(app, join(folder, '没有的文件夹', '表.pdf'));
    const dialog = await openExport(page, 'pdf');
    await dialog.getByRole('button', { name: t('schedule.export.start') }).click();
    await expect.poll(() => dialog.innerText()).toMatch(/不存在或已被移走.*请/u);
    expect(existsSync(join(folder, '没有的文件夹'))).toBe(false);
    await page.keyboard.press('Escape');
  });

  it('shows the edit after the program was closed and opened again, and still knows how to undo it', async () => {
    await running.close({ keepData: true });
    running = await launchApp({ userData: running.userData });
    await attach();
    await expect.poll(activities).toContain('家校共育培训活动（两期）');
    expect((await call(running.page, 'history.state', {})).undo).toMatchObject({ code: 'type' });
    expect(await call(running.page, 'archive.verify', {})).toMatchObject({ ok: true, problems: [] });
    expect(running.problems).toEqual([]);
  });
});
