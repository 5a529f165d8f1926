/**
 * A year of 20,000 rows in the window: how long neither the page nor the main process answers while a person opens it,
 * scrolls, edits, filters, looks at the year view and exports. A timer of 10 ms ticks in both; its longest gap counts.
 * Needs a new archive to be open (`fillYear`); what it measures stands beside 100 ms, the limit of spec/performance.md.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { call } from '../support/bridge.ts';
import { figure, type Figure } from './measure.ts';

const YEAR = 2021;
const TICK_MS = 10;
const LIMIT_MS = 100;

/** Longest gaps of the timers since `watch`, in ms. */
interface Gaps {
  page: number;
  main: number;
}

interface Timer {
  longest: number;
  stop: () => void;
}

/** Starts a timer. Runs in the page and in the main process, which passes Electron first; so it may use nothing outside. */
const startTimer = (first: unknown, second?: number): void => {
  const place = globalThis as unknown as { stallTimer?: Timer };
  place.stallTimer?.stop();
  let last = performance.now();
  const timer: Timer = { longest: 0, stop: () => clearInterval(handle) };
  const handle = setInterval(
    () => {
      const now = performance.now();
      timer.longest = Math.max(timer.longest, now - last);
      last = now;
    },
    typeof first === 'number' ? first : second,
  );
  place.stallTimer = timer;
};

const stopTimer = (): number => {
  const place = globalThis as unknown as { stallTimer?: Timer };
  place.stallTimer?.stop();
  return place.stallTimer?.longest ?? Number.NaN;
};

/** The longest stalls of page and main process while `work` runs and in the half second after it. */
async function stallsDuring(app: ElectronApplication, page: Page, work: () => Promise<void>): Promise<Gaps> {
  await app.evaluate(startTimer, TICK_MS);
  await page.evaluate(startTimer, TICK_MS);
  await work();
  await page.waitForTimeout(500);
  return { page: await page.evaluate(stopTimer), main: await app.evaluate(stopTimer) };
}

/** Takes `count` rows into the year, as an import of a very large plan would. */
export async function fillYear(page: Page, count: number): Promise<void> {
  await call(page, 'schedule.accept', {
    year: YEAR,
    mode: 'replace',
    rows: Array.from({ length: count }, (_, index) => {
      const month = 1 + Math.floor((index * 12) / count);
      return {
        time: {
          monthStart: month,
          monthEnd: month,
          yearOffset: 0,
          endNextYear: false,
          deadlineMonth: null,
          part: null,
          day: null,
          week: null,
          dateStart: null,
          dateEnd: null,
        },
        activity: `第${index + 1}项社区教育活动${index % 7 === 0 ? '，面向辖区居民开展读书、书法和智能手机培训' : ''}`,
        units: [{ name: `第${(index % 40) + 1}社区学习中心`, role: 'lead' as const, organisationId: null }],
        status: 'not_started' as const,
      };
    }),
  });
}

/** Everything a person does with the year, each with the longest stalls it caused. */
export async function largeWindowFigures(app: ElectronApplication, page: Page, count = 20_000): Promise<Figure[]> {
  const figures: Figure[] = [];
  const measured = async (name: string, runs: number, work: (run: number) => Promise<void>): Promise<void> => {
    const gaps: Gaps[] = [];
    for (let run = 0; run < runs; run += 1) gaps.push(await stallsDuring(app, page, () => work(run)));
    for (const place of ['page', 'main'] as const) {
      const ours = gaps.map((gap) => gap[place]);
      figures.push(
        figure(
          `${count} rows, ${name}: longest stall (${place})`,
          'allowed',
          { ours, floor: [LIMIT_MS] },
          { median: 1 },
        ),
      );
    }
  };
  const grid = page.locator('[role=grid]').first();
  const cell = (row: number, column: number) =>
    page.locator(`[role=grid] tr[data-row="${row}"] [data-column="${column}"]`);
  const allRows = (): Promise<unknown> =>
    page.waitForFunction(
      (total) =>
        Number(document.querySelector('.grid [role=grid], [role=grid]')?.getAttribute('aria-rowcount')) >= total,
      count,
    );

  await measured('opening the year', 3, async () => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('F5');
    await page.keyboard.press('Control+4');
    await cell(0, 1).waitFor();
    await allRows();
  });
  await measured('scrolling', 2, async () => {
    await grid.hover();
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, turn % 10 === 9 ? 20_000 : 700);
      await page.waitForTimeout(16);
    }
    await grid.evaluate((table) => table.closest('.grid-scroller')?.scrollTo(0, 0));
    await cell(0, 1).waitFor();
  });
  await measured('jumping to the end and back', 2, async () => {
    await cell(0, 1).click();
    await page.keyboard.press('Control+End');
    await cell(count - 1, 1).waitFor();
    await page.keyboard.press('Control+Home');
    await cell(0, 1).waitFor();
  });
  await measured('editing', 3, async (run) => {
    await cell(4 + run, 1).click();
    await page.keyboard.type(`改动${run}`);
    await page.keyboard.press('Enter');
    await cell(4 + run, 1)
      .getByText(`改动${run}`)
      .waitFor();
  });
  await measured('undoing', 3, async () => {
    const before = (await call(page, 'history.state', {})).undo;
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelector('.ant-message-info, .ant-message') !== null);
    if (!before) throw new Error('nothing to undo');
  });
  await measured('selecting everything', 2, async () => {
    await cell(0, 1).click();
    await page.keyboard.press('Control+a');
    await page.waitForTimeout(300);
    await cell(0, 1).click();
  });
  await measured('inserting a row', 2, async () => {
    const { total } = await call(page, 'schedule.list', { year: YEAR, limit: 1 });
    await cell(2, 1).click();
    await page.keyboard.press('Control+Shift+Equal');
    await page.waitForTimeout(1500);
    if ((await call(page, 'schedule.list', { year: YEAR, limit: 1 })).total === total)
      throw new Error('no row was inserted');
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(1500);
  });
  await page.keyboard.press('Control+f');
  const search = page.getByRole('search').getByRole('textbox');
  await measured('filtering', 3, async (run) => {
    await search.fill(`第1999${run}项`);
    await page.locator('[role=grid][aria-rowcount="2"]').waitFor();
  });
  await measured('showing all again', 3, async () => {
    await search.fill('');
    await allRows();
    await search.fill('第19999项');
    await page.locator('[role=grid][aria-rowcount="2"]').waitFor();
  });
  await search.fill('');
  await measured('the year view', 2, async () => {
    await page.keyboard.press('Control+5');
    await page.locator('.calendar-chip').first().waitFor();
    await page.mouse.move(600, 400);
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 600);
    await page.keyboard.press('Control+4');
    await cell(0, 1).waitFor();
  });
  for (const format of ['xlsx', 'pdf'] as const) {
    const file = join(tmpdir(), `large-window-${process.pid}.${format}`);
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file);
    await measured(`exporting ${format}`, 1, async () => {
      await page.keyboard.press(format === 'xlsx' ? 'Control+e' : 'Control+Shift+e');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await dialog.locator('.ant-btn-primary').click();
      await page.locator('.export-result').waitFor({ timeout: 300_000 });
    });
    await page.keyboard.press('Escape');
    rmSync(file, { force: true });
  }
  return figures;
}
