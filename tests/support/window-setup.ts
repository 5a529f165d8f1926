/** Before the window and package tests: an Electron, a fresh build, and a display of their own. */
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from './build.mjs';
import { electronRuntime, type ElectronRuntime } from './electron-runtime.mjs';
import { hasDisplay } from './machine.mjs';
import { startXvfb } from './xvfb.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    electron: ElectronRuntime;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Only counting the tests: nothing will be started.
  if (process.env['TEST_WINDOWS'] === 'list') return async () => undefined;
  const runtime = await electronRuntime();
  project.provide('electron', runtime);
  ensureBuilt();
  if (hasDisplay()) return async () => undefined;
  const xvfb = await startXvfb();
  process.env['DISPLAY'] = xvfb.display;
  return async () => {
    delete process.env['DISPLAY'];
    await xvfb.stop();
  };
}
