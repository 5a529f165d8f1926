import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from '#shared/lib/zod.ts';
import { jsonFile } from '../../../electron/main/json-file.ts';
import { logFile } from '../../../electron/main/log-file.ts';
import { createPreferences } from '../../../electron/main/preferences.ts';
import { NO_RECENT, withOpened } from '../../../electron/main/recent-archives.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('settings files', () => {
  const schema = z.object({ count: z.int() });

  it('come back as written, with no other file left behind', () => {
    const file = jsonFile(join(folder, 'deep/settings.json'), schema, { count: 0 });
    expect(file.read()).toEqual({ count: 0 });
    expect(file.write({ count: 3 })).toBe(true);
    expect(file.read()).toEqual({ count: 3 });
    expect(readdirSync(join(folder, 'deep'))).toEqual(['settings.json']);
  });

  it.each(['', '{', '{"count":"three"}', '[]', '\0\0'])('count as empty when damaged: %j', (text) => {
    writeFileSync(join(folder, 'settings.json'), text);
    expect(jsonFile(join(folder, 'settings.json'), schema, { count: 7 }).read()).toEqual({ count: 7 });
  });

  it('answer false where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(jsonFile(join(folder, 'file/settings.json'), schema, { count: 0 }).write({ count: 1 })).toBe(false);
  });

  it('keep preferences over a restart, and start in Chinese', () => {
    const first = createPreferences(folder);
    expect(first.get()).toEqual({ locale: 'zh-CN', theme: 'light', textSize: 'medium' });
    first.set({ theme: 'dark' });
    expect(createPreferences(folder).get()).toEqual({ locale: 'zh-CN', theme: 'dark', textSize: 'medium' });
  });
});

describe('the recent list', () => {
  it('holds one entry a folder, newest first, ten at most', () => {
    let list = NO_RECENT;
    for (let index = 0; index < 14; index++) list = withOpened(list, `/a/${index}`, `${index}`, '2026-01-01');
    list = withOpened(list, '/a/12', 'again', '2026-01-02');
    expect(list.entries).toHaveLength(10);
    expect(list.entries.map((entry) => entry.unitName).slice(0, 3)).toEqual(['again', '13', '11']);
    expect(list.last).toBe(list.entries[0]?.id);
  });
});

describe('the log', () => {
  it('writes one object a line and moves the file aside when it has grown', () => {
    const log = logFile({ folder, limit: 500, keep: 2, now: () => '2026-01-01T00:00:00.000Z' });
    for (let index = 0; index < 40; index++) log.info('event', { index });
    expect(readdirSync(folder).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log']);
    const lines = readFileSync(join(folder, 'main.log'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      at: '2026-01-01T00:00:00.000Z',
      level: 'info',
      event: 'event',
      index: 39,
    });
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(500);
  });

  it('goes on in the file of the last run', () => {
    logFile({ folder }).warn('first');
    logFile({ folder }).error('second');
    expect(readFileSync(join(folder, 'main.log'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('stays silent where it cannot write', () => {
    writeFileSync(join(folder, 'file'), '');
    const log = logFile({ folder: join(folder, 'file') });
    expect(() => log.error('event')).not.toThrow();
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    expect(() => logFile({ folder: join(folder, 'other') }).error('event', ring)).not.toThrow();
    expect(existsSync(join(folder, 'file/main.log'))).toBe(false);
  });
});
