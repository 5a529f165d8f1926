/** A program that is killed at any moment: every row's object is whole, every answered object is there, at most orphans are left. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isTemporaryName } from '#core/objects/paths.ts';
import { testArchive, temporaryFolder } from '#tests/support/test-archive.ts';

const entry = new URL('./adding-child.ts', import.meta.url);
const CYCLES = Number(process.env['KILL_CYCLES'] ?? 10);

/** Lets the child work for a while, kills it, and answers what it had said. */
function killedAfter(directory: string, milliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(entry), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let timer: NodeJS.Timeout | null = null;
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${code}`));
      // The first line says that the archive is open; a line that was cut was not answered.
      else resolve(said.split('\n').slice(1, -1));
    });
  });
}

describe('killed while files are taken in', () => {
  it('no row names a missing or partial object', async () => {
    const directory = join(temporaryFolder(), '档案 数据');
    const answered = new Set<string>();
    let temporaries = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      for (const line of await killedAfter(directory, 20 + ((cycle * 37) % 150))) answered.add(line);
      temporaries += readdirSync(join(directory, 'objects')).filter(isTemporaryName).length;
    }
    const { call } = await testArchive(directory);
    const { findings } = await call('objects.check', {});
    expect(findings.filter(({ kind }) => kind !== 'extra')).toEqual([]);
    const rows = (await call('objects.list', { limit: 1000 })).map(({ sha256, size }) => `${sha256} ${size}`);
    expect([...answered].filter((line) => !rows.includes(line))).toEqual([]);
    expect(answered.size).toBeGreaterThan(CYCLES);
    // The kill did hit writing, otherwise the test would prove nothing.
    expect(temporaries).toBeGreaterThan(0);
    expect(await call('archive.verify', {})).toMatchObject({ ok: true });
  }, 120_000);
});
