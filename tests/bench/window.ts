/**
 * The window beside the least there could be: its first paint against a hello-world window of the same runtime, and a
 * round trip renderer → rows against an empty round trip. Both are driven by the same harness, which holds the start back
 * alike for both.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { BRIDGE_NAME, type Bridge } from '#shared/bridge.ts';
import { ensureBuilt } from '../support/build.mjs';
import { electronRuntime } from '../support/electron-runtime.mjs';
import { hasDisplay, missingPackages } from '../support/machine.mjs';
import { startXvfb } from '../support/xvfb.mjs';
import { call } from '../support/bridge.ts';
import { fillRegister, firstLooks, registerFigures } from './large-register.ts';
import { fillYear, largeWindowFigures } from './large-window.ts';
import { figure, interleaved, type Figure } from './measure.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUND_TRIPS = 200;
const LARGE = 20_000;

const HELLO = {
  'package.json': '{"name":"hello","version":"1.0.0","main":"main.cjs"}',
  'main.cjs': `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());`,
  'index.html': '<!doctype html><meta charset="utf-8"><title>hello</title><p>hello world</p>',
};

interface Started {
  app: ElectronApplication;
  page: Page;
  /** ms from the start to the first paint with content. */
  paint: number;
  /** ms from the start until a screen can be used: the welcome, or the hello world's one line. */
  view: number;
}

async function launch(folder: string, profile: string, usable: string, more: string[] = []): Promise<Started> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const begin = Date.now();
  const app = await _electron.launch({ args: [folder, `--user-data-dir=${profile}`, '--disable-gpu', ...more], env });
  const page = await app.firstWindow();
  await page.locator(usable).first().waitFor();
  const view = Date.now();
  const paint = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) done(performance.timeOrigin + entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  return { app, page, paint: paint - begin, view: view - begin };
}

async function starts(folder: string): Promise<Figure[]> {
  const hello = join(folder, 'hello');
  mkdirSync(hello);
  for (const [name, content] of Object.entries(HELLO)) writeFileSync(join(hello, name), content);
  const paint = { ours: [] as number[], floor: [] as number[] };
  const view = { ours: [] as number[], floor: [] as number[] };
  for (let run = -1; run < 7; run += 1) {
    for (const [name, app, usable] of [
      ['ours', ROOT, '.welcome'],
      ['floor', hello, 'p'],
    ] as const) {
      const started = await launch(app, join(folder, `profile-${name}`), usable);
      await started.app.close();
      if (run < 0) continue;
      paint[name].push(started.paint);
      view[name].push(started.view);
    }
  }
  return [
    figure('start of the window to its first paint', 'hello-world window', paint, { median: 1.3 }),
    figure('start of the window to its first usable screen', 'hello-world window', view, { median: 1.6 }),
  ];
}

async function roundTrips(folder: string): Promise<Figure> {
  const { app, page } = await launch(ROOT, join(folder, 'profile-trips'), '.welcome');
  try {
    const trip = (name: string, input: unknown, count: number): Promise<number[]> =>
      page.evaluate(
        async ({ bridge, name, input, count }) => {
          const { [bridge]: reached } = globalThis as unknown as Record<string, Bridge>;
          if (!reached) throw new Error('no bridge');
          const times: number[] = [];
          for (let index = 0; index < count; index += 1) {
            const begin = performance.now();
            await reached.call(name, input, `bench-${name}-${index}`);
            times.push(performance.now() - begin);
          }
          return times;
        },
        { bridge: BRIDGE_NAME, name, input, count },
      );
    await trip('window.openExample', { reset: true }, 1);
    const times = { ours: [] as number[], floor: [] as number[] };
    await interleaved(
      ROUND_TRIPS / 20,
      1,
      async () => void times.ours.push(...(await trip('schedule.list', { year: 2021 }, 20))),
      async () => void times.floor.push(...(await trip('nothing.nothing', {}, 20))),
    );
    return figure('round trip renderer → 20 rows', 'empty round trip', times, { median: 2.5 });
  } finally {
    await app.close();
  }
}

/** What is measured in a new archive. */
async function inNewArchive(
  folder: string,
  name: string,
  measure: (app: ElectronApplication, page: Page) => Promise<Figure[]>,
): Promise<Figure[]> {
  const archive = join(folder, name);
  mkdirSync(archive);
  const { app, page } = await launch(ROOT, join(folder, `profile-${name}`), '.welcome');
  try {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, archive);
    const chosen = await call(page, 'window.chooseFolder', { purpose: 'createArchive' });
    if (!chosen) throw new Error('no folder');
    await call(page, 'window.createArchive', { directory: chosen.grant, unitName: '示例' });
    return await measure(app, page);
  } finally {
    await app.close();
  }
}

/** Figures of the window, or a remark that names what this machine lacks for them. */
export async function windowFigures(): Promise<{ figures: Figure[]; remarks: string[] }> {
  const missing = missingPackages();
  if (missing.length > 0)
    return { figures: [], remarks: [`window: not measured, this machine lacks ${missing.join(' ')}`] };
  const runtime = await electronRuntime();
  Object.assign(process.env, runtime.env);
  ensureBuilt();
  const xvfb = hasDisplay() ? null : await startXvfb();
  if (xvfb) process.env['DISPLAY'] = xvfb.display;
  const folder = mkdtempSync(join(tmpdir(), 'bench-window-'));
  try {
    return {
      figures: [
        ...(await starts(folder)),
        await roundTrips(folder),
        ...(await inNewArchive(folder, 'large-year', async (app, page) => {
          await fillYear(page, LARGE);
          return largeWindowFigures(app, page, LARGE);
        })),
        ...(await inNewArchive(folder, 'large-register', async (_app, page) => {
          await fillRegister(page);
          return registerFigures(page);
        })),
        await firstLooks(async () => {
          const profile = join(folder, 'profile-large-register');
          const { app, page } = await launch(ROOT, profile, '.shell', [join(folder, 'large-register')]);
          return { page, close: () => app.close() };
        }),
      ],
      remarks: [`window measured on Electron ${runtime.version} (${runtime.kind})`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await xvfb?.stop();
  }
}
