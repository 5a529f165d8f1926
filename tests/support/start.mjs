// `npm start`: builds if needed and opens the window with the Electron that is installed or can be fetched, else with
// the runtime that the tests prepare.
import { spawn } from 'node:child_process';
import { insistOnModernNode, root } from './node-24.mjs';

insistOnModernNode();
const { hasDisplay, missingPackages } = await import('./machine.mjs');

if (!hasDisplay()) {
  console.error(
    'There is no display here, so no window can open. `npm run demo` does the same job without one: it builds an archive from the example and writes its Excel file and PDF to out/.',
  );
  process.exit(1);
}
const missing = missingPackages();
if (missing.length > 0) {
  console.error(`The window needs these system packages first: sudo apt-get install ${missing.join(' ')}`);
  process.exit(1);
}

const { ensureBuilt } = await import('./build.mjs');
const { electronRuntime } = await import('./electron-runtime.mjs');
try {
  ensureBuilt();
  const runtime = await electronRuntime();
  const child = spawn(runtime.executable, [root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...runtime.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(`The window could not be opened: ${error.message}`);
  process.exitCode = 1;
}
