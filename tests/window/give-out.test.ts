/** Documents from a template, given out as folders, and the folders checked: by the menu's own commands. */
import { AxeBuilder } from '@axe-core/playwright';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { answerDialog, runCommand, t } from './support/screens.ts';

describe('templates and folders in the window', () => {
  let running: RunningApp;
  const folder = mkdtempSync(join(tmpdir(), 'give-out-'));
  const target = join(folder, '数据包');
  mkdirSync(target);
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.getByRole('navigation').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps a template and enters a document from it', async () => {
    const { page } = running;
    await runCommand(running.page, 'document.templates');
    const dialog = page.getByRole('dialog');
    const field = (name: 'author' | 'term' | 'title') =>
      dialog.getByLabel(t(`documents.field.${name}`), { exact: true });
    await dialog.getByLabel(t('templates.name')).fill('培训通知（示例）');
    await field('author').fill('某街道社区教育中心');
    await field('term').fill('很久');
    await dialog.getByText(t('archives.rule.term_unknown', { term: '很久' })).waitFor();
    expect(await dialog.getByRole('button', { name: t('templates.save') }).isDisabled()).toBe(true);
    await field('term').fill('30年');
    await dialog.getByRole('button', { name: t('templates.save') }).click();
    await page.getByText(t('templates.saved', { name: '培训通知（示例）' })).waitFor();
    await dialog.getByRole('button', { name: t('templates.enter') }).click();
    await dialog.getByText(t('templates.titleNeeded')).waitFor();
    await field('title').fill('关于举办培训班的通知');
    await dialog.getByRole('button', { name: t('templates.enter') }).click();
    await page.getByText(t('templates.entered', { title: '关于举办培训班的通知' })).waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await call(page, 'documents.list', { filter: { text: '培训班' } });
    expect(rows).toMatchObject([{ title: '关于举办培训班的通知', author: '某街道社区教育中心', term: 'D30' }]);
    // The title was typed for the document; the template is as it was saved.
    expect(await call(page, 'templates.list', {})).toMatchObject([{ fields: { term: 'D30' }, version: 1 }]);
  });

  it('fills the form of rapid entry from the template, title and all that the form has not', async () => {
    const { page } = running;
    const [saved] = await call(page, 'templates.list', {});
    await call(page, 'templates.save', {
      id: saved?.id,
      version: saved?.version,
      name: saved?.name ?? '',
      fields: { ...saved?.fields, addressees: ['各村（示例）'] },
    });
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+n');
    const form = page.locator('.rapid');
    await form.getByLabel(t('templates.choose')).click();
    await page.locator('.ant-select-item-option', { hasText: '培训通知（示例）' }).click();
    const field = (name: 'author' | 'term' | 'title') => form.getByLabel(t(`documents.field.${name}`), { exact: true });
    await expect.poll(() => field('term').inputValue()).toBe('30年');
    expect(await field('author').inputValue()).toBe('某街道社区教育中心');
    await field('title').fill('关于举办书法培训的通知');
    await page.keyboard.press('Control+Enter');
    await page.getByText(t('documentScreen.rapid.entered', { title: '关于举办书法培训的通知' })).waitFor();
    const { rows } = await call(page, 'documents.list', { filter: { text: '书法培训' } });
    expect(rows).toMatchObject([{ term: 'D30', addressees: ['各村（示例）'] }]);
    // The next document begins from the template again.
    expect(await field('author').inputValue()).toBe('某街道社区教育中心');
    await page.keyboard.press('Escape');
  });

  it('gives documents out as folders and tells a fault in them later', async () => {
    const { page, app } = running;
    await answerDialog(app, target);
    await runCommand(running.page, 'document.exportFolders');
    await page.getByRole('button', { name: t('documentFolders.start') }).click();
    await page.getByText(t('documentFolders.done', { documents: 3, originals: 0 })).waitFor();
    expect(readdirSync(target)).toContain('manifest-sha256.txt');
    await runCommand(running.page, 'document.verifyFolders');
    const files = readFileSync(join(target, 'manifest-sha256.txt'), 'utf8').trim().split('\n').length;
    await page.getByText(t('documentFolders.whole', { files })).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('shell.ok') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    appendFileSync(join(target, '目录.csv'), '多出的一行');
    await runCommand(running.page, 'document.verifyFolders');
    await page.getByText(t('documentFolders.changed', { count: 1 })).waitFor();
    await page.getByText('目录.csv', { exact: true }).waitFor();
  });
});
