/** Starts the program in a real window, with an empty profile of its own, and drives it with Playwright. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { inject } from 'vitest';

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Console errors, warnings and uncaught exceptions of the page, violations of its policy among them. */
  problems: string[];
  /** From the start to the loaded window, in ms. */
  startMs: number;
  close(options?: { keepData?: boolean }): Promise<void>;
}

export interface LaunchOptions {
  /** Profile of an earlier start; default: a new empty one. */
  userData?: string;
  /** Further arguments, e.g. an archive's folder. */
  args?: string[];
  env?: Record<string, string>;
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const runtime = inject('electron');
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'window-test-')));
  const started = performance.now();
  // Without executablePath Playwright asks the `electron` package, which honours ELECTRON_OVERRIDE_DIST_PATH, and adds
  // its loader, which holds `ready` back until it is attached. On Linux it adds --no-sandbox.
  Object.assign(process.env, runtime.env);
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const app = await _electron.launch({
    args: [
      resolve(import.meta.dirname, '../..'),
      `--user-data-dir=${userData}`, // Electron's own switch for the profile
      '--disable-gpu', // no GPU under Xvfb: skip the attempts
      ...(options.args ?? []),
    ],
    env: { ...env, ...options.env },
    timeout: 60_000,
  });
  const output: string[] = [];
  app.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  app.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.waitForLoadState('load');
    const startMs = Math.round(performance.now() - started);
    return {
      app,
      page,
      userData,
      problems,
      startMs,
      close: async ({ keepData = false } = {}) => {
        await app.close();
        if (!keepData) await rm(userData, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await app.close().catch(() => undefined);
    throw new Error(`the program did not open a window; its output:\n${output.join('')}`, { cause: error });
  }
}
