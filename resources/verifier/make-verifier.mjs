/**
 * Makes verify.mjs and verify.html out of the modules of source/: each is one file that needs nothing beside it. The modules
 * are put one after the other as they are, so that an auditor who opens the file in an editor reads what runs. Run it with
 * `npm run verifier`; a test compares.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = ['texts.mjs', 'log.mjs', 'money.mjs', 'core.mjs', 'words.mjs'];
const source = (name) => readFileSync(join(import.meta.dirname, 'source', name), 'utf8');

/** A module without its imports of the others, which stand before it. */
function body(name) {
  return source(name).replace(/^import \{[^}]*\} from '\.\/[a-z0-9-]+\.mjs';\n/gm, '');
}

function program() {
  const text = body('node.mjs');
  const end = text.indexOf('*/\n') + '*/\n'.length;
  const [head, rest] = [text.slice(0, end), text.slice(end)];
  const imports = rest.match(/^import .*;\n/gm).join('');
  const own = rest.replace(/^import .*;\n/gm, '');
  const shared = SHARED.map((name) => body(name).replace(/^export /gm, ''));
  return [head + imports, ...shared, own.trimStart()].join('\n');
}

function page() {
  const modules = ['sha256.mjs', ...SHARED, 'folder.mjs', 'page-words.mjs', 'page.mjs'];
  const script = `\n(() => {\n'use strict';\n${modules.map((name) => body(name).replace(/^export /gm, '')).join('\n')}})();\n`;
  const style = `\n${source('page.css')}`;
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('what would end the element early');
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // Nothing may be fetched or sent: only this script and this style run.
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  const parts = { policy, style, script };
  return source('page.html').replace(/\{\{(\w+)\}\}/g, (_all, name) => parts[name]);
}

/** Name → content of what goes along in every package. */
export const made = () => ({ 'verify.mjs': program(), 'verify.html': page() });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(made())) writeFileSync(join(import.meta.dirname, name), content);
}
