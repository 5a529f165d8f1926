/** An archive of its own for a test, on the real SQLite, with a clock that moves one second a call. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import type { Call } from '#shared/client.ts';
import { silentLog, type Log } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from '#core/runtime.ts';

export const FONTS = resolve(import.meta.dirname, '../../resources/fonts');
export const EXAMPLE = resolve(import.meta.dirname, '../../resources/example');

/** What the program blames itself for must be seen in a test. */
const testLog: Log = { ...silentLog, error: (event, fields) => console.error(event, fields) };

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function clock(start = Date.UTC(2021, 2, 1, 8)): () => string {
  let seconds = 0;
  return () => new Date(start + 1000 * seconds++).toISOString();
}

export function runtimeOptions(directory: string | null, changes: Partial<RuntimeOptions> = {}): RuntimeOptions {
  return {
    directory,
    mode: 'read-write',
    fontsFolder: FONTS,
    appVersion: '0.0.0-test',
    log: testLog,
    now: clock(),
    checkOutputs: true,
    ...changes,
  };
}

export interface TestArchive {
  directory: string;
  runtime: Runtime;
  call: Call;
  /** Closes it and opens it again, as a restart does. */
  reopen(): Promise<void>;
}

export async function testArchive(
  directory = join(temporaryFolder(), 'archive'),
  changes: Partial<RuntimeOptions> = {},
): Promise<TestArchive> {
  const open = (): Promise<Runtime> =>
    openRuntime(
      runtimeOptions(directory, { createIfMissing: { unitName: '某街道社区教育中心', isExample: false }, ...changes }),
    );
  const archive: TestArchive = {
    directory,
    runtime: await open(),
    call: (name, input, options) => callOn(archive.runtime)(name, input, options),
    async reopen() {
      archive.runtime.close();
      archive.runtime = await open();
    },
  };
  cleanups.push(() => archive.runtime.close());
  return archive;
}
