/**
 * Packs the program for Linux with the Electron at hand and drives it the way a release can be driven: its fuses
 * refuse debuggers of the main process, so the page is reached over Chromium's own port, and dialogs of the system are
 * answered with the keyboard (xdotool).
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
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
  let browser: Browser;
  let page: Page | undefined;
  try {
    // Attaching while the page comes to be can leave both waiting for each other.
    await pageListed(new URL(endpoint).port);
    browser = await chromium.connectOverCDP(endpoint);
    page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('the packaged program has no page');
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
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

/** Waits until the window's page is loaded as far as its title. */
async function pageListed(port: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const targets: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const text = JSON.stringify(targets);
    if (/"type":"page"/u.test(text) && /"title":"[^"]*社区/u.test(text)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the packaged program shows no page');
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
