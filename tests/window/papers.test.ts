/** The papers of the archive room in a real window: asked for by a command, looked at, changed, exported. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { archiveRoom } from '#tests/support/archive-room.ts';
import { call } from '#tests/support/bridge.ts';
import { answerDialog, t } from './support/screens.ts';

describe('the papers in a real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-test-'));
  let running: RunningApp;

  beforeAll(async () => {
    const directory = join(folder, '档案');
    const room = await archiveRoom(20, directory);
    room.archive.runtime.close();
    running = await launchApp({ args: [directory] });
    await running.page.getByRole('navigation').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (name: string): Promise<void> => {
    const { page } = running;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(name);
    await page.keyboard.press('Enter');
    await page.locator('.paper-dialog .pdf-page canvas:not([hidden])').first().waitFor();
  };
  const choose = async (field: string, option: string): Promise<void> => {
    const { page } = running;
    await page.locator('.paper-scope').getByLabel(field, { exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  };
  const pages = (): Promise<number> => running.page.locator('.paper-dialog .pdf-page').count();

  it('shows the catalogue of the newest year and exports the term that was chosen', async () => {
    const { app, page } = running;
    await ask(t('menu.commands.paper.catalogue'));
    await choose(t('papers.dialog.term'), t('documents.term.D', { years: 10 }));
    const { pages: expected } = await call(page, 'papers.preview', { paper: 'catalogue', year: 2021, term: 'D10' });
    await expect.poll(pages).toBe(expected);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    const file = join(folder, '目录.xlsx');
    await answerDialog(app, file);
    await page.getByRole('button', { name: t('papers.dialog.exportXlsx') }).click();
    await page.getByText(t('schedule.export.done')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { sheets } = await readWorkbook(readFileSync(file));
    const texts = sheets[0]?.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : []))) ?? [];
    const codes = texts.filter((text) => text.startsWith('Q005-'));
    const filed = await call(page, 'documents.list', { filter: { year: 2021, term: 'D10' } });
    expect(codes).toEqual(filed.rows.map(({ referenceCode }) => referenceCode));
    const log = await call(page, 'history.list', { limit: 1 });
    expect(JSON.stringify(log)).toContain('paperExport');
  });

  it('changes from one paper to another, and says what to do where there is nothing', async () => {
    const { page } = running;
    await ask(t('menu.commands.paper.boxNote'));
    const boxes = await call(page, 'boxes.list', { year: 2021 });
    await expect.poll(pages).toBe(boxes.length);
    await choose(t('papers.dialog.paper'), t('papers.name.stampSheet'));
    await expect.poll(pages).toBe(1);
    await page.getByText(t('papers.dialog.exact')).waitFor();
    await choose(t('papers.dialog.year'), '2011');
    await expect.poll(pages).toBe(1);
    await choose(t('papers.dialog.paper'), t('papers.name.spine'));
    await page.getByText(t('papers.empty.spine')).waitFor();
    await expect.poll(() => page.getByRole('button', { name: t('papers.dialog.exportPdf') }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(running.problems).toEqual([]);
  });
});
