/** The files of documents: taken in by dropping, looked at, found by their text, taken off with a reason, put back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { pdf, pdfScan, pdfWithoutFont } from '../unit/objects/samples.ts';
import { answerDialog, createArchive, dropFile, dropFiles, t } from './support/screens.ts';

const PICTURE = readFileSync(join(import.meta.dirname, '../../resources/screenshots/plan.png'));

/** How much of the page that is drawn beside the fields is dark, from 0 to 1. */
function darkPart(page: Page): Promise<number> {
  return page.locator('.file-preview canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const dark = pixels.filter((value, index) => index % 4 === 0 && value < 100).length;
    return dark / (pixels.length / 4);
  });
}

describe('the files of a document', () => {
  let running: RunningApp;
  let page: Page;
  let folder = '';
  let id = 0;

  const filesOf = async (): Promise<string[]> =>
    (await call(page, 'documents.get', { id })).document.files.map(({ name }) => name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1400, height: 900 });
    await createArchive(running.app, page, join(folder, 'archive'));
    const made = await call(page, 'documents.create', {
      fields: { title: '版画培训班通知', author: '某中心', signedDate: '2021-03-01', term: 'D30', pageCount: 2 },
      file: true,
    });
    id = made.document.id;
    await page.keyboard.press('Control+2');
    await page.locator('[role=grid] tr[data-row="0"] [data-column="3"]').click();
    if ((await page.locator('.document-inspector').count()) === 0) await page.keyboard.press('F4');
    await page.getByRole('tab', { name: t('documentScreen.tab.files') }).click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    running.problems.length = 0;
  });

  it('takes a dropped PDF, shows its page and finds it by its text', async () => {
    await dropFile(page, '正文.pdf', await pdf(['沥粉贴金的做法', '第二页']));
    await page.locator('.file-preview canvas:not([hidden])').waitFor();
    await expect.poll(() => darkPart(page)).toBeGreaterThan(0);
    await page.locator('.file-line .thumbnail img').waitFor();
    // The panel scrolls inside itself; nothing of it lies over the status bar.
    const [panel, body] = await Promise.all([
      page.locator('.document-inspector').boundingBox(),
      page.locator('.document-inspector .inspector-body').boundingBox(),
    ]);
    expect((body?.y ?? 0) + (body?.height ?? 0)).toBeLessThanOrEqual((panel?.y ?? 0) + (panel?.height ?? 0));
    expect((await call(page, 'search.find', { text: '贴金' })).hits.map((hit) => hit.id)).toEqual([id]);
    expect(running.problems).toEqual([]);
  });

  it('takes a picture from the dialog and shows it large, with Space and page keys', async () => {
    const file = join(folder, '现场.png');
    writeFileSync(file, PICTURE);
    await answerDialog(running.app, file);
    await page.getByRole('button', { name: t('objectScreen.add') }).click();
    await page.getByRole('button', { name: '现场.png', exact: true }).waitFor();
    expect(await filesOf()).toEqual(['正文.pdf', '现场.png']);
    await page.locator('[role=grid] tr[data-row="0"] [data-column="3"]').click();
    await page.keyboard.press('Space');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('objectScreen.page', { page: 1, pages: 2 })).waitFor();
    await page.keyboard.press('PageDown');
    await dialog.getByText(t('objectScreen.page', { page: 2, pages: 2 })).waitFor();
    await page.keyboard.press('PageDown');
    const picture = dialog.locator('.file-picture');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.ant-modal').analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });

  it('saves a copy with exactly the content', async () => {
    const copy = join(folder, '副本.png');
    await answerDialog(running.app, copy);
    await page.getByRole('button', { name: t('objectScreen.actions', { name: '现场.png' }) }).click();
    await page.getByRole('menuitem', { name: t('objectScreen.save') }).click();
    await page.getByText(t('objectScreen.saved', { name: '副本.png' })).waitFor();
    expect(readFileSync(copy).equals(PICTURE)).toBe(true);
  });

  it('takes a file off with a reason only, and undo puts it back', async () => {
    await page.getByRole('button', { name: t('objectScreen.actions', { name: '正文.pdf' }) }).click();
    await page.getByRole('menuitem', { name: t('objectScreen.detach') }).click();
    const dialog = page.getByRole('dialog');
    const take = dialog.getByRole('button', { name: t('objectScreen.detachDo'), exact: true });
    expect(await take.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('挂错了');
    await take.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await filesOf()).toEqual(['现场.png']);
    expect((await call(page, 'search.find', { text: '贴金' })).hits).toEqual([]);
    await page.locator('[role=grid] tr[data-row="0"] [data-column="3"]').click();
    await page.keyboard.press('Control+z');
    await expect.poll(filesOf).toEqual(['正文.pdf', '现场.png']);
    expect((await call(page, 'search.find', { text: '贴金' })).hits.map((hit) => hit.id)).toEqual([id]);
  });

  it('asks what becomes of several files, and enters each as a draft; a refused one leaves no draft', async () => {
    await dropFiles(page, [
      ['关于举办讲座的通知.txt', new TextEncoder().encode('讲座安排')],
      ['签到表.csv', new TextEncoder().encode('姓名,单位\n示例,示例\n')],
      ['安装.exe', new TextEncoder().encode('MZ')],
    ]);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('objectScreen.drop.do') }).click();
    await dialog.getByText(t('objectScreen.drop.done', { count: 2 })).waitFor();
    expect(await dialog.textContent()).toContain('安装.exe');
    await dialog
      .getByRole('button', { name: t('objectScreen.drop.close'), exact: true })
      .last()
      .click();
    const { rows } = await call(page, 'documents.list', { filter: { state: 'draft' } });
    expect(new Map(rows.map(({ title, files }) => [title, files.map(({ name }) => name)]))).toEqual(
      new Map([
        ['关于举办讲座的通知', ['关于举办讲座的通知.txt']],
        ['签到表', ['签到表.csv']],
      ]),
    );
    expect((await call(page, 'archive.verify', {})).ok).toBe(true);
  });

  it.each([
    ['scanned by fax', pdfScan(), 0.9],
    // 沥粉 in GBK, in a font that the file does not bring along.
    ['without its font', pdfWithoutFont(Buffer.from('c1a4b7db', 'hex')), 0.0005],
  ])('draws a page %s', async (name, bytes, least) => {
    await call(page, 'documents.create', { fields: { title: name } });
    await page.keyboard.press('F5');
    await page.locator('[role=grid] tr', { hasText: name }).locator('[data-column="3"]').click();
    await page.getByText(t('objectScreen.none')).waitFor();
    await dropFile(page, `${name}.pdf`, bytes);
    await page.locator('.file-preview canvas:not([hidden])').waitFor();
    await expect.poll(() => darkPart(page)).toBeGreaterThan(least);
    expect(running.problems).toEqual([]);
  });

  it('tells a damaged file and repairs it; checks the four natures and keeps the report', async () => {
    await page.keyboard.press('Control+8');
    await page.getByRole('button', { name: t('objectScreen.check.title') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('objectScreen.check.start') }).click();
    await dialog.locator('.good-sign').waitFor();
    const { files } = (await call(page, 'documents.get', { id })).document;
    const picture = files.find(({ name }) => name === '现场.png')?.sha256 ?? '';
    rmSync(join(folder, 'archive/objects', picture.slice(0, 2), picture));
    await dialog.getByRole('button', { name: t('objectScreen.check.again') }).click();
    await dialog.getByText(t('objects.findings.missing')).waitFor();
    await answerDialog(running.app, join(folder, '现场.png'));
    await dialog.getByRole('button', { name: t('objectScreen.check.repair') }).click();
    await dialog.getByText(t('objectScreen.check.repaired')).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: t('objectScreen.checks.title') }).click();
    await dialog.getByLabel(t('objectScreen.checks.checkedBy')).fill('示例检测人');
    await dialog.getByRole('button', { name: t('objectScreen.checks.start') }).click();
    await dialog.getByText(t('checks.rule.3-4')).waitFor();
    await dialog.getByText(t('checks.result.manual')).first().waitFor();
    expect((await call(page, 'checks.list', {})).map(({ checkedBy }) => checkedBy)).toEqual(['示例检测人']);
    expect(running.problems).toEqual([]);
  });
});
