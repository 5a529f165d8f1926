/** Planted faults: every one is found, each is called by its own name, and nothing else is reported. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingKind } from '#shared/features/objects.ts';
import { checkObjects } from '#core/objects/fixity.ts';
import { objectPath } from '#core/objects/paths.ts';
import { putObject, type StoredObject } from '#core/objects/store.ts';
import { temporaryFolder } from '#tests/support/test-archive.ts';

async function storeOf(count: number): Promise<{ directory: string; rows: StoredObject[] }> {
  const directory = temporaryFolder();
  const rows: StoredObject[] = [];
  for (let number = 0; number < count; number += 1) {
    // Of different lengths, several of them twice.
    const content = Buffer.from(`对象 ${number} `.padEnd(40 + (number % 4) * 50, '·'));
    rows.push(await putObject(directory, { bytes: content, name: `${number}.txt` }));
  }
  return { directory, rows };
}

function rewrite(path: string, change: (content: Buffer) => Uint8Array): void {
  const content = change(readFileSync(path));
  chmodSync(path, 0o644);
  writeFileSync(path, content);
}

type Fault = Exclude<FindingKind, 'extra' | 'temporary' | 'swapped'>;

const plant: Record<Fault, (path: string, at: number) => void> = {
  changed: (path, at) =>
    rewrite(path, (content) => {
      const place = at % content.length;
      content[place] = (content[place] ?? 0) ^ (1 << (at % 8));
      return content;
    }),
  truncated: (path, at) => rewrite(path, (content) => content.subarray(0, at % content.length)),
  grown: (path, at) => rewrite(path, (content) => Buffer.concat([content, Buffer.alloc(1 + (at % 99))])),
  missing: (path) => rmSync(path),
  unreadable: (path, at) => {
    rmSync(path);
    if (at % 2 === 0) mkdirSync(path);
    else symlinkSync('/nowhere', path);
  },
};

function swap(a: string, b: string): void {
  renameSync(a, `${a}.x`);
  renameSync(b, a);
  renameSync(`${a}.x`, b);
}

const kinds = (findings: { kind: string; file: string }[]): string[] =>
  findings.map(({ kind, file }) => `${kind} ${file}`).sort();
const fileOf = ({ sha256 }: StoredObject): string => `${sha256.slice(0, 2)}/${sha256}`;

describe('a check of the store', () => {
  it('finds nothing in a whole one, and counts what it read', async () => {
    const { directory, rows } = await storeOf(30);
    const steps: number[] = [];
    const report = await checkObjects(directory, rows, { onProgress: ({ done }) => steps.push(done) });
    const bytes = rows.reduce((sum, { size }) => sum + size, 0);
    expect(report).toEqual({ objects: 30, bytes, findings: [] });
    expect(steps.at(-1)).toBe(bytes);
  });

  it('finds any single flipped bit', async () => {
    const { directory, rows } = await storeOf(1);
    const [row] = rows;
    if (!row) throw new Error('no object');
    const path = objectPath(directory, row.sha256);
    for (let bit = 0; bit < row.size * 8; bit += 1) {
      const flip = (content: Buffer): Buffer => {
        content[bit >> 3] = (content[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return content;
      };
      rewrite(path, flip);
      expect((await checkObjects(directory, rows)).findings).toMatchObject([{ kind: 'changed', sha256: row.sha256 }]);
      rewrite(path, flip);
    }
    expect((await checkObjects(directory, rows)).findings).toEqual([]);
  });

  it('tells any mixture of faults apart', async () => {
    const faults = fc.array(
      fc.record({
        object: fc.nat(19),
        other: fc.nat(19),
        fault: fc.constantFrom<(Fault | 'swapped')[]>(
          'changed',
          'truncated',
          'grown',
          'missing',
          'unreadable',
          'swapped',
        ),
        at: fc.nat(10_000),
      }),
      { maxLength: 12 },
    );
    const surplus = fc.uniqueArray(
      fc.constantFrom('notes.txt', 'ab/notes.txt', 'zz/deep/er/file', 'misplaced', '.~object-x.tmp', 'Thumbs.db'),
    );
    await fc.assert(
      fc.asyncProperty(faults, surplus, fc.nat(2), async (list, extras, temporaries) => {
        const { directory, rows } = await storeOf(20);
        const expected: string[] = [];
        const touched = new Set<number>();
        for (const { object, other, fault, at } of list) {
          const [a, b] = [rows[object], rows[other]];
          if (!a || !b || touched.has(object)) continue;
          const path = objectPath(directory, a.sha256);
          if (fault === 'swapped') {
            if (touched.has(other) || other === object) continue;
            touched.add(other);
            swap(path, objectPath(directory, b.sha256));
            expected.push(`swapped ${fileOf(b)}`);
          } else {
            plant[fault](path, at);
          }
          touched.add(object);
          expected.push(`${fault} ${fileOf(a)}`);
        }
        for (const extra of extras) {
          // A whole object in a wrong folder is surplus too.
          const name = extra === 'misplaced' ? `00${createHash('sha256').update('x').digest('hex').slice(2)}` : extra;
          const path = join(directory, 'objects', name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, 'x');
          expected.push(`extra ${name}`);
        }
        for (let number = 0; number < temporaries; number += 1) {
          const name = `.~object-${String(number).repeat(8)}-0000-0000-0000-000000000000.tmp`;
          writeFileSync(join(directory, 'objects', name), 'half');
          expected.push(`temporary ${name}`);
        }
        const { findings } = await checkObjects(directory, rows);
        expect(kinds(findings)).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('says what was expected and what was found', async () => {
    const { directory, rows } = await storeOf(3);
    const [a, b, c] = rows;
    if (!a || !b || !c) throw new Error('no objects');
    // A copy of one object under the name of another is no exchange: the first is still whole.
    rewrite(objectPath(directory, a.sha256), () => readFileSync(objectPath(directory, b.sha256)));
    rmSync(objectPath(directory, c.sha256));
    expect((await checkObjects(directory, rows)).findings).toEqual([
      {
        kind: b.size < a.size ? 'truncated' : b.size > a.size ? 'grown' : 'changed',
        sha256: a.sha256,
        file: fileOf(a),
        expectedSize: a.size,
        foundSize: b.size,
        foundSha256: b.sha256,
        detail: '',
      },
      expect.objectContaining({ kind: 'missing', sha256: c.sha256, foundSize: null }),
    ]);
  });

  it('finds every object missing where the whole store is gone, and a row whose size was changed', async () => {
    const { directory, rows } = await storeOf(4);
    const wrong = rows.map((row, index) => (index === 0 ? { ...row, size: row.size + 1 } : row));
    expect((await checkObjects(directory, wrong)).findings).toMatchObject([{ kind: 'truncated' }]);
    rmSync(join(directory, 'objects'), { recursive: true });
    expect((await checkObjects(directory, rows)).findings.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'missing'),
    );
  });

  it('stops when it is cancelled', async () => {
    const { directory, rows } = await storeOf(5);
    const controller = new AbortController();
    const check = checkObjects(directory, rows, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(check).rejects.toMatchObject({ code: 'program/cancelled' });
  });
});
