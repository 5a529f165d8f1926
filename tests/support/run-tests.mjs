// `npm test`: everything that this machine allows. The unit tests always run; the window and package tests run where a
// window can open, and are counted as skipped, with the packages to install, where it cannot (TEST_WINDOWS=required
// makes that a failure). The last line says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insistOnModernNode, runTool } from './node-24.mjs';

insistOnModernNode();
const { missingPackages } = await import('./machine.mjs');
const { electronRuntime } = await import('./electron-runtime.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'test-results-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** `npm test -- <part of a path>` runs only the files whose path holds it. */
const filters = process.argv.slice(2);

function vitest(args, env = {}) {
  return runTool('vitest/vitest.mjs', [...args, ...filters], { env });
}

function readJson(name) {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  } catch {
    return null;
  }
}

function run(project) {
  const name = `${project}.json`;
  const code = vitest(
    [
      'run',
      ...(filters.length > 0 ? ['--passWithNoTests'] : []),
      '--project',
      project,
      '--reporter=default',
      '--reporter=tests/support/summary-reporter.ts',
    ],
    { TEST_SUMMARY: path.join(folder, name) },
  );
  const report = readJson(name);
  if (report) {
    sum.passed += report.passed;
    // A file that could not be loaded, or a process that ended before its tests, has tests that count as failed.
    sum.failed += report.failed + report.unfinished;
    sum.skipped += report.skipped;
    failures.push(...report.failures);
  }
  const counted = report && (report.failed > 0 || report.unfinished > 0);
  if (code !== 0 && !counted) {
    sum.failed += 1;
    if (!report) failures.push({ name: project, reason: `the run ended with code ${code} and without a summary` });
  }
}

/** Why no window can open here, or null. */
async function obstacle() {
  const missing = missingPackages({ forTests: true });
  if (missing.length > 0)
    return `system packages are missing; install them with: sudo apt-get install ${missing.join(' ')}`;
  try {
    await electronRuntime();
    return null;
  } catch (error) {
    return error.message;
  }
}

run('unit');
const reason = await obstacle();
if (reason === null) {
  run('window');
  run('package');
} else {
  const name = 'list.json';
  vitest(
    ['list', '--staticParse=false', '--project', 'window', '--project', 'package', `--json=${path.join(folder, name)}`],
    { TEST_WINDOWS: 'list' },
  );
  const count = readJson(name)?.length ?? 0;
  sum.skipped += count;
  console.log(`\n${count} window and package tests are skipped: ${reason}`);
  if (process.env.TEST_WINDOWS === 'required') {
    sum.failed += 1;
    console.log('They are required here (TEST_WINDOWS=required).');
  }
}
rmSync(folder, { recursive: true, force: true });
for (const { name, reason } of failures) console.log(`\nfailed: ${path.relative(process.cwd(), name)}\n  ${reason}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
