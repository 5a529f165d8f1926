/**
 * Packs the program for Linux with the Electron at hand and drives it the way a release can be driven: its fuses
 * refuse debuggers of the main process, so the page is reached over Chromium's own port, and dialogs of the system are
 * answered with the keyboard (xdotool).
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { ElectronRuntime } from './electron-runtime.mjs';

const root = resolve(import.meta.dirname, '../..');
const NAME = 'community-education-archive';

export interface Package {
  folder: string;
  executable: string;
  remove(): void;
}

/** Runs electron-builder for `linux dir`; the build in out/ must be fresh. */
export function pack(runtime: ElectronRuntime): Package {
  const output = mkdtempSync(join(tmpdir(), 'package-test-'));
  execFileSync(
    process.execPath,
    [
      'node_modules/electron-builder/cli.js',
      '--linux',
      'dir',
      `-c.electronDist=${runtime.dist}`,
      `-c.electronVersion=${runtime.version}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const folder = join(output, 'linux-unpacked');
  if (runtime.nativeSqlite) {
    // The runtime of the tests cannot load the binary that the package ships, and a package takes no hook.
    const native = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
    copyFileSync(runtime.nativeSqlite, join(folder, native));
  }
  return {
    folder,
    executable: join(folder, NAME),
    remove: () => rmSync(output, { recursive: true, force: true }),
  };
}

export interface PackagedApp {
  page: Page;
  userData: string;
  problems: string[];
  close(): Promise<void>;
}

export async function launchPackaged(executable: string): Promise<PackagedApp> {
  const userData = mkdtempSync(join(tmpdir(), 'packaged-profile-'));
  const rootUser = process.getuid?.() === 0;
  const child = spawn(
    executable,
    [
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      '--remote-debugging-port=0',
      ...(rootUser ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: process.env },
  );
  const exited = new Promise((done) => child.once('exit', done));
  let output = '';
  const endpoint = await new Promise<string>((done, fail) => {
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
      const found = /DevTools listening on (ws:\S+)/u.exec(output);
      if (found?.[1]) done(found[1]);
    });
    child.once('exit', () => fail(new Error(`the packaged program ended: ${output}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('no page');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.waitForLoadState('load');
  return {
    page,
    userData,
    problems,
    async close() {
      await page.close().catch(() => undefined);
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(timer);
      await browser.close().catch(() => undefined);
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

function xdotool(...args: string[]): string {
  return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** Waits for the system's dialog with this title, types the path into it and confirms. */
export async function answerDialog(title: string, path: string): Promise<void> {
  let id = '';
  for (let attempt = 0; attempt < 100 && id === ''; attempt++) {
    await new Promise((done) => setTimeout(done, 100));
    try {
      id = xdotool('search', '--onlyvisible', '--name', `^${title}$`).split('\n')[0] ?? '';
    } catch {
      // Not there yet.
    }
  }
  if (id === '') throw new Error(`no dialog named ${title}`);
  xdotool('windowfocus', '--sync', id);
  xdotool('key', '--clearmodifiers', 'ctrl+a');
  xdotool('type', '--delay', '5', path);
  xdotool('key', 'Return');
}

/** The fuses of an executable as `{ name: on }` (Electron's fuse wire, version 1). */
export function readFuses(executable: string): Record<string, boolean> {
  const binary = readFileSync(executable);
  const at = binary.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const [version, length = 0] = [binary[at + 32], binary[at + 33]];
  if (at < 0 || version !== 1) throw new Error(`no fuses of version 1 in ${executable}`);
  const names = [
    'runAsNode',
    'cookieEncryption',
    'nodeOptions',
    'nodeCliInspect',
    'asarIntegrity',
    'onlyLoadAppFromAsar',
    'browserV8Snapshot',
    'fileProtocolPrivileges',
  ];
  const wire = binary.toString('latin1', at + 34, at + 34 + length);
  return Object.fromEntries(names.map((name, index) => [name, wire[index] === '1']));
}
