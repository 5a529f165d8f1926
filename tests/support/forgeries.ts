/** What a forger does to an evidence package, with the codes by which each is found out: one table for every verifier. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { canonicalJson, type Canonical } from '#core/audit/canonical.ts';
import { MANIFEST } from './audit-package.ts';

export const sha256 = (...parts: (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

export const read = (directory: string, path: string): string => readFileSync(join(directory, path), 'utf8');

function change(directory: string, path: string, from: string | RegExp, to: string): void {
  const before = read(directory, path);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(directory, path), after);
}

/** What a forger does last: every checksum made anew. */
export function sealAnew(directory: string): void {
  const paths = read(directory, MANIFEST)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [line.slice(66)]))
    .filter((path) => existsSync(join(directory, path)));
  const lines = paths.map((path) => `${sha256(readFileSync(join(directory, path)))}  ${path}\n`);
  writeFileSync(join(directory, MANIFEST), lines.join(''));
}

interface Line {
  sequence: number;
  previous: string;
  leaf?: string;
  event?: { [field: string]: Canonical };
}

export const logOf = (directory: string): Line[] =>
  read(directory, 'log.jsonl')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));

export function writeLog(directory: string, lines: readonly Line[]): void {
  const texts = lines.map((line) => `${canonicalJson(line as unknown as Canonical)}\n`);
  writeFileSync(join(directory, 'log.jsonl'), texts.join(''));
}

/** A chain that agrees with itself, with a new end: what somebody makes who knows how it is built. */
function chainAnew(directory: string, lines: readonly Line[]): void {
  const head = JSON.parse(read(directory, 'head.json')) as { genesis: string; sequence: number; hash: string };
  let previous = head.genesis;
  const forged = lines.map((line, index): Line => {
    const event = line.event && { ...line.event, sequence: index + 1 };
    const leaf = event ? sha256('\0', canonicalJson(event)) : (line.leaf ?? '');
    const one = { ...line, ...(event && { event }), previous, sequence: index + 1 };
    previous = sha256('\u0001', Buffer.from(previous, 'hex'), Buffer.from(leaf, 'hex'));
    return one;
  });
  writeLog(directory, forged);
  writeFileSync(join(directory, 'head.json'), JSON.stringify({ ...head, sequence: forged.length, hash: previous }));
}

/** The event that an action wrote, as a line of the log. */
function lineOf(lines: readonly Line[], action: string): number {
  const index = lines.findIndex(({ event }) => event?.['action'] === action);
  expect(index).toBeGreaterThan(0);
  return index;
}

function swapVouchers(directory: string): void {
  const place = (name: string): string => join(directory, 'vouchers', name);
  renameSync(place('10-原始凭证-发票.txt'), place('x'));
  renameSync(place('2-银行回单-回单.txt'), place('10-原始凭证-发票.txt'));
  renameSync(place('x'), place('2-银行回单-回单.txt'));
}

interface Forgery {
  what: string;
  /** Kinds of problems, without repetition, in no order. */
  codes: readonly string[];
  forge: (directory: string) => void;
}

export const FORGERIES: readonly Forgery[] = [
  {
    what: 'an amount changed in entries.json',
    codes: ['changed', 'entry', 'sheet', 'figure'],
    forge: (directory) => change(directory, 'entries.json', '"amountFen": 1200000', '"amountFen": 1200001'),
  },
  {
    what: 'an amount changed in entries.json, every checksum made anew',
    codes: ['entry', 'sheet', 'figure'],
    forge(directory) {
      change(directory, 'entries.json', '"amountFen": 1200000', '"amountFen": 1200001');
      sealAnew(directory);
    },
  },
  {
    what: 'an entry left out everywhere but in the log',
    codes: ['entry'],
    forge(directory) {
      const all = JSON.parse(read(directory, 'entries.json')) as { year: number; entries: { kind: string }[] };
      const entries = all.entries.filter(({ kind }) => kind !== 'fee');
      writeFileSync(join(directory, 'entries.json'), JSON.stringify({ ...all, entries }));
      change(directory, 'entries.csv', /^9,.*\r\n/mu, '');
      sealAnew(directory);
    },
  },
  {
    what: 'the sheet changed, every checksum made anew',
    codes: ['sheet'],
    forge(directory) {
      change(directory, 'entries.csv', '12000.00,1200000', '12000.01,1200000');
      sealAnew(directory);
    },
  },
  {
    what: 'the sheet changed',
    codes: ['changed', 'sheet'],
    forge: (directory) => change(directory, 'entries.csv', '12000.00,1200000', '12000.00,1200001'),
  },
  {
    what: 'a voucher taken away',
    codes: ['missing', 'voucher'],
    forge: (directory) => rmSync(join(directory, 'vouchers/10-原始凭证-发票.txt')),
  },
  {
    what: 'a voucher taken away with its line and its checksum',
    codes: ['voucher'],
    forge(directory) {
      rmSync(join(directory, 'vouchers/10-原始凭证-发票.txt'));
      change(directory, 'vouchers.csv', /^10,原始凭证.*\r\n/mu, '');
      sealAnew(directory);
    },
  },
  {
    what: 'a voucher called paper only',
    codes: ['voucher'],
    forge(directory) {
      rmSync(join(directory, 'vouchers/10-原始凭证-发票.txt'));
      change(directory, 'vouchers.csv', /^10,原始凭证.*$/mu, '10,原始凭证,发票.txt,,,,纸质\r');
      sealAnew(directory);
    },
  },
  {
    what: 'two vouchers swapped',
    codes: ['changed', 'voucher'],
    forge: swapVouchers,
  },
  {
    what: 'two vouchers swapped, every checksum made anew',
    codes: ['voucher'],
    forge(directory) {
      swapVouchers(directory);
      sealAnew(directory);
    },
  },
  {
    what: 'a file laid beside',
    codes: ['extra'],
    forge: (directory) => writeFileSync(join(directory, 'vouchers/99-其他-补.txt'), ''),
  },
  {
    what: 'an event changed',
    codes: ['chain', 'entry'],
    forge(directory) {
      const lines = logOf(directory);
      change(directory, 'log.jsonl', '"amount":1200000', '"amount":1200001');
      expect(logOf(directory)).toHaveLength(lines.length);
      sealAnew(directory);
    },
  },
  {
    what: 'the newest event of money changed',
    codes: ['head'],
    forge(directory) {
      change(directory, 'log.jsonl', '"reason":"记错单位"', '"reason":"记错了"');
      sealAnew(directory);
    },
  },
  {
    what: 'an event that is not shown exchanged',
    codes: ['chain'],
    forge(directory) {
      const lines = logOf(directory);
      const index = lines.findIndex(({ leaf }) => leaf !== undefined);
      writeLog(
        directory,
        lines.map((line, at) => (at === index ? { ...line, leaf: '0'.repeat(64) } : line)),
      );
      sealAnew(directory);
    },
  },
  {
    what: 'an event removed in the middle',
    codes: ['sequence', 'chain'],
    forge(directory) {
      const lines = logOf(directory);
      const index = lines.findIndex(({ leaf }) => leaf !== undefined);
      writeLog(directory, lines.toSpliced(index, 1));
      sealAnew(directory);
    },
  },
  {
    what: 'the log truncated',
    codes: ['head', 'entry'],
    forge(directory) {
      // The reversal is the last event.
      writeLog(directory, logOf(directory).slice(0, -1));
      sealAnew(directory);
    },
  },
  {
    what: 'the reversal removed and the chain made anew',
    codes: ['entry'],
    forge(directory) {
      chainAnew(directory, logOf(directory).slice(0, -1));
      sealAnew(directory);
    },
  },
  {
    what: 'the entering of money removed and the chain made anew',
    codes: ['fold', 'entry', 'figure'],
    forge(directory) {
      const lines = logOf(directory);
      chainAnew(directory, lines.toSpliced(lineOf(lines, 'budgets.enter'), 1));
      sealAnew(directory);
    },
  },
  {
    what: 'the head of another archive',
    codes: ['head', 'chain'],
    forge(directory) {
      change(directory, 'head.json', /"archive": "[^"]+"/u, '"archive": "017f447e-4400-7b6c-9c38-000000000000"');
      sealAnew(directory);
    },
  },
  {
    what: 'figures raised, every checksum made anew',
    codes: ['figure'],
    forge(directory) {
      change(directory, 'figures.json', '"countedFen": 2650000', '"countedFen": 5712600');
      sealAnew(directory);
    },
  },
  {
    what: 'a verdict turned',
    codes: ['figure'],
    forge(directory) {
      change(directory, 'figures.json', '"verdict": "FAIL"', '"verdict": "PASS"');
      sealAnew(directory);
    },
  },
  {
    what: 'another view called the headline',
    codes: ['figure'],
    forge(directory) {
      change(directory, 'figures.json', '"headline": "paid"', '"headline": "budget"');
      sealAnew(directory);
    },
  },
  {
    what: 'fewer residents',
    codes: ['basis', 'figure'],
    forge(directory) {
      change(directory, 'figures.json', '"value": 28563', '"value": 13250');
      sealAnew(directory);
    },
  },
  {
    what: 'a lower rate',
    codes: ['basis', 'figure'],
    forge(directory) {
      change(directory, 'figures.json', '"rate": 200,', '"rate": 90,');
      sealAnew(directory);
    },
  },
  {
    what: 'a list that is no list',
    codes: ['content'],
    forge(directory) {
      writeFileSync(join(directory, 'entries.json'), '{"entries": 5}');
      sealAnew(directory);
    },
  },
  {
    what: 'the log taken out of the list of checksums',
    codes: ['missing', 'extra'],
    forge: (directory) => change(directory, MANIFEST, /^[0-9a-f]{64} {2}log\.jsonl\n/mu, ''),
  },
];
