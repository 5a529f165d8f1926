/**
 * Before the unit tests: the entries of threads as plain JavaScript. Node reads TypeScript by a WebAssembly module, in
 * every thread anew; V8 is not safe where threads with WebAssembly come and go: now and then a test process whose
 * threads read TypeScript ended in V8's own abort (SIGTRAP in the thread `writer`) or with a damaged heap. The program
 * is built the same way, so its threads never meet this.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    threads: { core: string; unruly: string };
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const root = resolve(import.meta.dirname, '../..');
  // Inside node_modules, where the packages that stay outside the bundle are found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'threads-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { core: 'electron/worker/index.ts', unruly: 'tests/unit/shell/unruly-thread.ts' },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  project.provide('threads', { core: join(folder, 'core.js'), unruly: join(folder, 'unruly.js') });
  return () => rmSync(folder, { recursive: true, force: true });
}
