/**
 * Makes electron/core/search/traditional.ts: which simplified character a traditional one is searched as. The data are
 * OpenCC's character table (Apache-2.0) out of the package opencc-js, fetched into a temporary folder here, once, because
 * the program needs 15 kB of its 2 MB. Run it with `npm run characters`; it needs the npm registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGE = 'opencc-js@1.4.2';

/**
 * Characters that simplified papers print too, with another meaning: 乾坤, 哪吒. Folding them would mix the meanings;
 * readings.ts offers their counterpart for whole words instead.
 */
const BOTH = new Set(['乾', '吒']);

const WIDTH = 100;

/** A string literal over several lines. */
function literal(characters) {
  const lines = [];
  for (let at = 0; at < characters.length; at += WIDTH) lines.push(`  '${characters.slice(at, at + WIDTH).join('')}'`);
  return lines.join(' +\n');
}

const work = mkdtempSync(join(tmpdir(), 'make-characters-'));
try {
  execFileSync('npm', ['install', '--prefix', work, '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const table = join(work, 'node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js');
  const { default: text } = await import(pathToFileURL(table).href);
  const pairs = text
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from !== to && !BOTH.has(from));
  if (pairs.length < 3000 || pairs.some(([from, to]) => [...from].length !== 1 || [...(to ?? '')].length !== 1)) {
    throw new Error('the table has another form than expected');
  }
  writeFileSync(
    join(import.meta.dirname, '../../electron/core/search/traditional.ts'),
    `/**
 * Traditional characters and, in the same order, the simplified ones that they are searched as. Made by
 * resources/characters/make-characters.mjs from OpenCC's character table (${PACKAGE}, Apache-2.0); not edited by hand.
 */
export const TRADITIONAL =
${literal(pairs.map(([from]) => from))};

export const SIMPLIFIED =
${literal(pairs.map(([, to]) => to))};
`,
  );
  console.log(`${pairs.length} characters`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
