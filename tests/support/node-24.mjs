// The tools need Node 22.12 or newer. On Linux x64 the lock file brings Node 24 along; elsewhere the system's serves.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} version such as v24.21.0 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Path of a Node that is new enough; ends the program with one sentence where there is none. */
export function modernNode() {
  const own = path.join(root, 'node_modules/.bin/node');
  if (existsSync(own)) return own;
  if (isNewEnough(process.version)) return process.execPath;
  console.error(
    `Node ${process.version} is too old for the tools: please install Node 22.12 or newer (24 is what they are tried with).`,
  );
  return process.exit(1);
}

/** Starts the script again under a new Node when this one is too old, and ends with its exit code. */
export function insistOnModernNode() {
  if (!existsSync(path.join(root, 'node_modules'))) {
    console.error('The packages are not installed yet: please run `npm ci` first.');
    process.exit(1);
  }
  if (isNewEnough(process.version)) return;
  const { status } = spawnSync(modernNode(), process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}

/** Runs a tool of node_modules under a modern Node; answers its exit code. */
export function runTool(script, args, options = {}) {
  const PATH = [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
  const { status, error } = spawnSync(modernNode(), [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, PATH, ...options.env },
  });
  if (error) console.error(error.message);
  return status ?? 1;
}
