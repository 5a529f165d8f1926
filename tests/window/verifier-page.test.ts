/** verify.html as an auditor opens it: from the disk, in a browser without the program. The same forgeries as verify.mjs. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MANIFEST, writtenPackage } from '#tests/support/audit-package.ts';
import { FORGERIES } from '#tests/support/forgeries.ts';

const work = mkdtempSync(join(tmpdir(), 'verifier-page-'));
const kept = join(work, '资料包');
let seal = '';

beforeAll(async () => {
  const { directory, written } = await writtenPackage();
  cpSync(directory, kept, { recursive: true });
  ({ seal } = written);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** @param language as the browser's settings name it */
async function open(language: string): Promise<{ app: ElectronApplication; page: Page; asked: string[] }> {
  const { env } = inject('electron');
  Object.assign(process.env, env);
  const app = await _electron.launch({
    args: [
      resolve(import.meta.dirname, 'support/file-page.cjs'),
      `--user-data-dir=${join(work, language)}`,
      '--disable-gpu',
      `--lang=${language}`,
      join(kept, 'verify.html'),
    ],
    timeout: 60_000,
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  await page.waitForLoadState('load');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => asked.push(message.text()));
  page.on('pageerror', (error) => asked.push(String(error)));
  return { app, page, asked };
}

/** Chooses a folder and waits for what is found. `codes` without repetition. */
async function check(page: Page, directory: string, given = ''): Promise<{ verdict: string | null; codes: string[] }> {
  await page.reload();
  await page.locator('#seal').fill(given);
  await page.locator('#folder').setInputFiles(directory);
  const verdict = page.locator('[data-verdict]');
  await verdict.waitFor();
  const codes = await page
    .locator('[data-code]')
    .evaluateAll((list) => list.map((item) => item.getAttribute('data-code') ?? ''));
  return { verdict: await verdict.getAttribute('data-verdict'), codes: [...new Set(codes)].toSorted() };
}

const states = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-step]').evaluateAll((list) => list.map((item) => item.getAttribute('data-state')));

describe('verify.html', () => {
  let app: ElectronApplication;
  let page: Page;
  let asked: string[];
  beforeAll(async () => {
    ({ app, page, asked } = await open('zh-CN'));
  });
  afterAll(() => app.close());

  it('finds a good package right, shows its seal, and compares it with the paper’s', async () => {
    expect(await check(page, kept)).toEqual({ verdict: 'good', codes: [] });
    expect(await states(page)).toEqual(['unread', ...Array.from({ length: 7 }, () => 'right')]);
    const shown = await page.locator('dd code').first().innerText();
    expect(shown.replaceAll(' ', '')).toBe(seal);
    const table = await page.locator('table').innerText();
    for (const word of ['B 年末前到账', '26,500.00', '57,126.00', '不达标']) expect(table).toContain(word);

    expect(await check(page, kept, shown)).toEqual({ verdict: 'good', codes: [] });
    expect(await states(page)).toEqual(Array.from({ length: 8 }, () => 'right'));
    expect(await check(page, kept, '0'.repeat(64))).toEqual({ verdict: 'bad', codes: ['seal'] });
  });

  it('does not begin with a seal that is none', async () => {
    await page.reload();
    await page.locator('#seal').fill('12ab');
    await page.locator('#folder').setInputFiles(kept);
    await page.getByText('现有 4 位').waitFor();
    expect(await page.locator('[data-verdict], progress').count()).toBe(0);
  });

  it.each(FORGERIES)('finds out: $what', async ({ codes, forge }) => {
    const directory = join(work, '改过');
    rmSync(directory, { recursive: true, force: true });
    cpSync(kept, directory, { recursive: true });
    forge(directory);
    expect(await check(page, directory)).toEqual({ verdict: 'bad', codes: codes.toSorted() });
    const faults = await page.locator('.fault').allInnerTexts();
    for (const fault of faults) expect(fault).toMatch(/含义：[^\s{}]{8}/u);
    expect(faults.join('')).not.toMatch(/undefined|[{}]/u);
  });

  it('reads a folder that is dropped, and refuses what is none', async () => {
    const session = await page.context().newCDPSession(page);
    const drop = async (path: string): Promise<void> => {
      await page.reload();
      const box = await page.locator('.drop').boundingBox();
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      const [x, y] = [(box?.x ?? 0) + 30, (box?.y ?? 0) + 10];
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x, y, data });
      }
      await page.locator('[data-verdict]').waitFor();
    };
    await drop(kept);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('good');
    expect(await page.locator('dl').innerText()).toContain('资料包');
    await drop(join(kept, MANIFEST));
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('none');
    expect(await check(page, join(kept, 'vouchers'))).toEqual({ verdict: 'none', codes: [] });
    expect(await page.locator('main').innerText()).toContain(MANIFEST);
  });

  it('hashes a file of many slices', async () => {
    const directory = join(work, '大');
    cpSync(kept, directory, { recursive: true });
    writeFileSync(join(directory, 'entries.csv'), Buffer.alloc(21_000_000, 'x'));
    expect((await check(page, directory)).codes).toEqual(['changed', 'sheet']);
  });

  it('prints on A4 what was found, and no buttons', async () => {
    await check(page, kept);
    const bytes = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const pdf = await window?.webContents.printToPDF({ preferCSSPageSize: true });
      return pdf?.toString('base64') ?? '';
    });
    const file = join(work, 'result.pdf');
    writeFileSync(file, Buffer.from(bytes, 'base64'));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const word of ['核对通过', '核对人：', '封印值']) expect(text).toContain(word);
    expect(text).not.toContain('打印核对结果');
    expect(text.replaceAll(/\s/gu, '')).toContain(seal);
    const information = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(information).toMatch(/Page size:\s+59[45][.\d]* x 84[12][.\d]* pts \(A4\)/u);
  });

  it('can be read by everybody, and asked for nothing but itself', async () => {
    const faults = async (): Promise<unknown> =>
      (await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze())
        .violations;
    await check(page, kept, '0'.repeat(64));
    const into = process.env['TEST_PICTURES'];
    if (into) await page.screenshot({ path: join(into, 'verifier-page.png'), fullPage: true });
    expect(await faults()).toEqual([]);
    await page.reload();
    expect(await faults()).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:') || !url.endsWith('verify.html'))).toEqual([]);
  });

  it('speaks English where the browser does', async () => {
    const english = await open('en-US');
    try {
      expect(await check(english.page, kept)).toEqual({ verdict: 'good', codes: [] });
      const words = await english.page.locator('main').innerText();
      expect(words).toContain('Every event of the log follows from the one before it');
      expect(words).not.toMatch(/核对|undefined/u);
      expect(await english.page.locator('html').getAttribute('lang')).toBe('en-GB');
    } finally {
      await english.app.close();
    }
  });
});
