/**
 * The check of an evidence package, without a place to run in. A host gives the files; what is found is answered as data,
 * and words.mjs says it. Shares nothing with the program that wrote the package.
 */
import { checkLog } from './log.mjs';
import { checkBasis, checkEntries, checkFigures, checkSheet } from './money.mjs';
import { csvRows, HEX, Unreadable } from './texts.mjs';

const MANIFEST = 'manifest-sha256.txt';
const NEEDED = ['figures.json', 'entries.json', 'entries.csv', 'vouchers.csv', 'log.jsonl', 'head.json', 'verify.mjs'];

/** What is checked, in this order, with the codes of what may be wrong there. */
export const STEPS = {
  seal: ['seal'],
  files: ['missing', 'changed', 'extra'],
  log: ['head', 'sequence', 'chain', 'fold'],
  entries: ['entry'],
  sheet: ['sheet'],
  basis: ['basis'],
  figures: ['figure'],
  vouchers: ['voucher', 'voucher_absent'],
};

/** Paths are compared as NFC: some file systems write 凭证.txt with other code points than they were given. */
const plain = (path) => path.normalize('NFC');

function listedFiles(manifest) {
  const listed = new Map();
  for (const line of manifest.split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const parts = path?.split('/') ?? [''];
    if (parts.some((part) => ['', '.', '..'].includes(part)) || /[\\:\0]/.test(path) || listed.has(path)) {
      throw new Unreadable('manifestLine', { line: line.slice(0, 100) });
    }
    listed.set(path, sha256);
  }
  return listed;
}

/** The files against their checksums. Answers what was found: path → { sha256, size }. */
async function checkFiles(listed, files, digest, tell) {
  const found = new Map();
  for (const [path, sha256] of listed) {
    const file = files.get(plain(path));
    if (typeof file?.size !== 'number') tell('missing', path, 'missing');
    else {
      const own = await digest(file);
      found.set(path, { sha256: own, size: file.size });
      if (own !== sha256) tell('changed', path, 'changed');
    }
  }
  for (const path of NEEDED) if (!listed.has(path)) tell('missing', path, 'unlisted');
  const known = new Set([MANIFEST, ...listed.keys()].map(plain));
  for (const [path, file] of files) if (!known.has(path)) tell('extra', file.path, 'extra');
  return found;
}

/** Every voucher of the log in the package, under its own checksum and size. */
function checkVouchers(text, entries, records, found, tell) {
  const listed = new Set();
  for (const [number, , name, path, sha256, bytes, state] of csvRows(text)) {
    listed.add(`${number}/${sha256}`);
    const file = found.get(path);
    if (state === '纸质' && sha256 === '') continue;
    if (state !== '在') tell('voucher_absent', path || 'vouchers.csv', 'voucherAbsent', { number, name, state });
    else if (file?.sha256 !== sha256 || String(file.size) !== bytes) {
      tell('voucher', path, file ? 'voucherOther' : 'voucherMissing', { number, name });
    }
  }
  for (const { id } of entries) {
    const logged = records.get(`fund_entry/${id}`)?.files ?? [];
    const left = logged.filter(({ sha256 }) => sha256 !== null && !listed.has(`${id}/${sha256}`));
    for (const { name } of left) tell('voucher', 'vouchers.csv', 'voucherUnlisted', { number: id, name });
  }
}

const asUnreadable = (error) =>
  error instanceof Unreadable ? error : new Unreadable('unreadable', { reason: String(error.message).slice(0, 100) });

/** What the package says of itself, for the heads of a result. */
function aboutOf({ archive, unit, year, at, appVersion }, entries) {
  const text = (value) => String(value ?? '');
  return { archive: String(archive), unit: text(unit), year, at: text(at), appVersion: text(appVersion), entries };
}

/**
 * Checks the package that `host` shows: `list()` answers `{ path, size }` of every file (size null: no plain file), `read(file)`
 * its bytes piece by piece, `newHash()` a SHA-256 under way (`update`, `hex`); `onProgress(done, total)` counts bytes.
 * `expectedSeal` is the number on the paper. Throws Unreadable where the folder is no package.
 */
export async function check(host, expectedSeal = null, onProgress = () => undefined) {
  const problems = [];
  const tell = (code, file, rule, params = {}, sequence = null) =>
    problems.push({ code, file, sequence, rule, params });
  const hashOf = (...parts) => {
    const hash = host.newHash();
    for (const part of parts) hash.update(part);
    return hash.hex();
  };
  const files = new Map();
  for (const file of await host.list()) {
    const key = plain(file.path);
    // A second file by the same name, composed otherwise: the list of checksums can mean one of them only.
    if (!files.has(key)) files.set(key, file);
    else tell('extra', file.path, 'extra');
  }
  const open = (path) => {
    const file = files.get(path);
    if (typeof file?.size !== 'number') throw new Unreadable('noFile', { path });
    return host.read(file);
  };
  const text = async (path) => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let read = '';
    for await (const piece of open(path)) read += decoder.decode(piece, { stream: true });
    return read + decoder.decode();
  };
  const total = [...files.values()].reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  const digest = async (file) => {
    const hash = host.newHash();
    for await (const piece of host.read(file)) {
      hash.update(piece);
      done += piece.length;
      onProgress(done, total);
    }
    return hash.hex();
  };

  const manifest = await text(MANIFEST);
  const seal = await digest(files.get(MANIFEST));
  const [listed, right] = [listedFiles(manifest), []];
  if (expectedSeal !== null) {
    if (expectedSeal !== seal) tell('seal', MANIFEST, 'seal');
    right.push('seal');
  }
  const found = await checkFiles(listed, files, digest, tell);
  right.push('files');
  let [about, head, figures, log] = [null, null, [], { events: 0, withheld: [] }];
  try {
    const end = JSON.parse(await text('head.json'));
    if (!HEX.test(end.hash) || !Number.isSafeInteger(end.sequence)) throw new Unreadable('headFields');
    head = { sequence: end.sequence, hash: end.hash };
    about = aboutOf(end, 0);
    const { year, check: verdict } = JSON.parse(await text('figures.json'));
    const { entries } = JSON.parse(await text('entries.json'));
    log = await checkLog(open('log.jsonl'), end, hashOf, tell);
    right.push('log');
    const ledger = checkEntries(year, entries, log.records, tell);
    about = aboutOf({ ...end, year }, entries.length);
    right.push('entries');
    checkSheet(await text('entries.csv'), entries, tell);
    right.push('sheet');
    checkBasis(year, verdict, log.records, tell);
    right.push('basis');
    figures = checkFigures(year, verdict, ledger, tell);
    right.push('figures');
    checkVouchers(await text('vouchers.csv'), entries, log.records, found, tell);
    right.push('vouchers');
  } catch (error) {
    const { rule, params } = asUnreadable(error);
    tell('content', null, rule, params);
  }
  const wrong = (step) => problems.some(({ code }) => STEPS[step].includes(code));
  const steps = Object.keys(STEPS).map((name) => ({
    name,
    state: wrong(name) ? 'wrong' : right.includes(name) ? 'right' : 'unread',
  }));
  const { events, withheld } = log;
  const ok = problems.length === 0;
  return { ok, files: listed.size, about, head, seal, events, withheld, figures, steps, problems };
}
