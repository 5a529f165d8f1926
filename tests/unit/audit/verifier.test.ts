/** The pieces of the verifiers that go along in a package: made of their sources, hashing rightly, fit for older browsers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { made } from '../../../resources/verifier/make-verifier.mjs';
import { check } from '../../../resources/verifier/source/core.mjs';
import { newSha256 } from '../../../resources/verifier/source/sha256.mjs';
import { sentence, wordsFor } from '../../../resources/verifier/source/words.mjs';

const FOLDER = resolve(import.meta.dirname, '../../../resources/verifier');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

describe('the verifiers', () => {
  it('are made of their sources', () => {
    for (const [name, content] of Object.entries(made())) expect([name, read(name) === content]).toEqual([name, true]);
  });

  it('hash bytes as SHA-256 does, however they are cut', () => {
    const cut = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(130), { maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([bytes, lengths]) => {
        const hash = newSha256();
        let at = 0;
        for (const length of lengths) {
          hash.update(bytes.subarray(at, at + length));
          at = Math.min(at + length, bytes.length);
        }
        hash.update(bytes.subarray(at));
        expect(hash.hex()).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
    // Every length around the padding of one and two blocks.
    for (let length = 0; length <= 130; length += 1) {
      const bytes = new Uint8Array(length).fill(length);
      const hash = newSha256();
      hash.update(bytes);
      expect(hash.hex()).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('find a file that differs from a listed one only in how its name is composed', async () => {
    const content = new TextEncoder().encode('x');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const files = new Map([
      ['manifest-sha256.txt', new TextEncoder().encode(`${sha256}  caf\u00e9.txt\n`)],
      ['caf\u00e9.txt', content],
      ['cafe\u0301.txt', new TextEncoder().encode('y')],
    ]);
    const host = {
      list: () => Promise.resolve([...files].map(([path, bytes]) => ({ path, size: bytes.length }))),
      read: ({ path }: { path: string }) => [files.get(path) ?? new Uint8Array()],
      newHash: newSha256,
    };
    const { problems } = await check(host);
    const found = problems.filter(({ code }: { code: string }) => code === 'extra' || code === 'changed');
    expect(found.map(({ code, file }: { code: string; file: string }) => [code, file])).toEqual([
      ['extra', 'cafe\u0301.txt'],
    ]);
  });

  it('say every finding in both languages', () => {
    const [chinese, english] = [wordsFor('zh-CN'), wordsFor('en-GB')];
    for (const part of ['meaning', 'rule', 'figure', 'value', 'entity', 'step'] as const) {
      expect(Object.keys(english[part])).toEqual(Object.keys(chinese[part]));
    }
    const params = { what: 'counted', letter: 'B', is: '1.00', should: '-' };
    expect(sentence(chinese, { rule: 'figure', params })).toBe('口径 B 计入金额应为 无，写的是 1.00');
    expect(sentence(english, { rule: 'figure', params })).toBe('counted amount of view B should be none, but is 1.00');
  });

  it('use nothing on the page that Chrome 86 lacks, and fetch nothing', () => {
    const page = read('verify.html');
    const later =
      /\.at\(|\.findLast|\.toSorted|\.toSpliced|\.toReversed|\.replaceAll\(|Object\.hasOwn|Object\.groupBy|structuredClone|\bstatic \{|\.with\(|Array\.fromAsync/u;
    expect(later.exec(page)?.[0]).toBeUndefined();
    expect(/\b(?:src|href)=|https?:|\bimport\b[^a-z]|fetch\(|XMLHttpRequest/u.exec(page)?.[0]).toBeUndefined();
    expect(page).toContain("default-src 'none'");
  });
});
