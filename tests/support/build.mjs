// Builds the program into out/ when a source is newer than the last build.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './node-24.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const stamp = path.join(root, 'out/built');

function newest(file) {
  const info = statSync(file);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

function isFresh() {
  if (!existsSync(stamp) || !existsSync(path.join(root, 'out/main/index.js'))) return false;
  return statSync(stamp).mtimeMs > Math.max(...SOURCES.map((name) => newest(path.join(root, name))));
}

/** Throws when the build fails; its messages are on the terminal then. */
export function ensureBuilt() {
  if (isFresh()) return;
  const started = new Date();
  if (runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']) !== 0) {
    throw new Error('the program could not be built');
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  // Dated before the build: a source that changed meanwhile counts as newer.
  writeFileSync(stamp, started.toISOString());
}
