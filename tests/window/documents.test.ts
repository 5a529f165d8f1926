/** What archive staff do with documents all day, in a real window: enter by keyboard, correct, file, withdraw, box. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '#shared/features/documents.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { liveDocuments } from '#tests/support/documents-life.ts';
import { inputMethod, type InputMethod } from './support/ime.ts';
import { createArchive, t } from './support/screens.ts';

const COLUMNS = {
  referenceCode: 0,
  documentNumber: 1,
  author: 2,
  title: 3,
  signedDate: 4,
  term: 5,
  pageCount: 6,
  remark: 8,
} as const;

describe('documents in a real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-test-'));
  let running: RunningApp;
  let ime: InputMethod;

  const cell = (row: number, column: keyof typeof COLUMNS): Locator =>
    running.page.locator(`[role=grid] tr[data-row="${row - 1}"] [data-column="${COLUMNS[column]}"]`);
  const list = async (): Promise<Document[]> =>
    (await call(running.page, 'documents.list', { sort: 'entered', limit: 5000 })).rows;
  const field = (name: keyof typeof COLUMNS | 'filingYear'): Locator =>
    running.page.locator('.rapid').getByLabel(t(`documents.field.${name}`), { exact: true });
  const openFolder = async (name: 'all' | 'draft' | 'withdrawn'): Promise<void> => {
    await running.page.getByRole('treeitem', { name: t(`documentScreen.folder.${name}`) }).click();
    await running.page.locator('[role=grid]').waitFor();
  };
  const press = (keys: string): Promise<void> => running.page.keyboard.press(keys);
  const typeIn = (text: string): Promise<void> => running.page.keyboard.type(text);

  beforeAll(async () => {
    const archive = join(folder, '档案');
    mkdirSync(archive);
    running = await launchApp();
    ime = inputMethod(running.page, await running.page.context().newCDPSession(running.page));
    await createArchive(running.app, running.page, archive);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are entered by keyboard alone, in Chinese, keeping what is pinned', async () => {
    const { page } = running;
    await press('Control+n');
    await field('title').waitFor();
    await ime.compose('tongzhi');
    // Enter belongs to the input method: the form stays where it is.
    await ime.pressWhileComposing('Enter');
    await ime.choose('关于开展活动的通知');
    await press('Enter');
    await ime.type('zhongxin', '某街道社区教育中心');
    await press('Enter');
    await ime.type('jie', '某街教〔2021〕1号');
    for (const text of ['2021年3月1日', '30', '4']) {
      await press('Enter');
      await typeIn(text);
    }
    await press('Control+Enter');
    await expect.poll(async () => (await list()).length).toBe(1);
    expect(await list()).toMatchObject([
      {
        title: '关于开展活动的通知',
        author: '某街道社区教育中心',
        documentNumber: '某街教〔2021〕1号',
        signedDate: '2021-03-01',
        term: 'D30',
        pageCount: 4,
        filingYear: 2021,
        state: 'draft',
      },
    ]);

    await expect.poll(() => field('title').inputValue()).toBe('');
    expect([await field('author').inputValue(), await field('term').inputValue()]).toEqual([
      '某街道社区教育中心',
      '30',
    ]);
    await ime.type('zongjie', '工作总结');
    for (const text of [null, null, '20211230', null, '四']) {
      await press('Enter');
      if (text !== null) await typeIn(text);
    }
    await press('Control+Enter');
    // A number of pages that is none is told of below its field, which gets the focus back.
    await page.getByText(t('documents.cell.pageCount', { text: '四' })).waitFor();
    await typeIn('7');
    await press('Control+Enter');
    await expect.poll(async () => (await list()).length).toBe(2);

    await expect.poll(() => field('title').inputValue()).toBe('');
    await ime.type('jianbao', '活动简报');
    await press('Escape');
    await page.locator('.rapid').waitFor({ state: 'detached' });
    // Neither Esc nor a page that is loaded anew loses anything.
    await page.reload();
    await page.locator('.page-head').waitFor();
    await press('Control+2');
    await page.locator('[role=grid]').waitFor();
    await press('Control+n');
    await expect.poll(() => field('title').inputValue()).toBe('活动简报');
    await press('Enter');
    await press('Alt+p');
    await press('Shift+Enter');
    await typeIn('第1期');
    await press('Control+Enter');
    await expect.poll(async () => (await list()).map(({ title }) => title)).toContain('第1期');
    expect((await list()).at(-1)).toMatchObject({ author: '某街道社区教育中心', signedDate: null, pageCount: null });
    // The author was no longer to be kept.
    await expect.poll(() => field('author').inputValue()).toBe('');
    await press('Escape');
  });

  it('get their codes by the rules of the settings, which show an example', async () => {
    const { page } = running;
    await press('Control+8');
    await page.getByText(t('fondsSettings.page.fonds')).click();
    await page
      .getByRole('button', { name: `${t('shell.settings.changeUnitName')} ${t('fondsSettings.fondsCode')}` })
      .click();
    await typeIn('Q005');
    await page.getByRole('button', { name: t('shell.settings.saveUnitName') }).click();
    await page.getByText('Q005-WS·2021-D30-0001').waitFor();
    await page.getByRole('button', { name: t('fondsSettings.addRow') }).click();
    await page.getByLabel(t('fondsSettings.number')).fill('B1');
    await page.getByRole('dialog').getByLabel(t('documents.field.term')).fill('永久、30');
    await page.getByRole('dialog').getByLabel(t('documents.field.retentionRowId')).fill('社区读本');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('shell.ok') })
      .click();
    await expect
      .poll(async () => (await call(page, 'fonds.get', {})).retention.find(({ number }) => number === 'B1'))
      .toMatchObject({ terms: ['Y', 'D30'], basis: 'own' });
  });

  it('are filed where nothing stops it, and the way to what lacks is shown', async () => {
    const { page } = running;
    await press('Control+2');
    await openFolder('draft');
    await cell(1, 'title').click();
    await press('Control+a');
    await press('Control+Shift+f');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('documentScreen.file.unready', { count: 1 })).waitFor();
    // The button that files has the focus: Enter is enough.
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await list()).map(({ referenceCode }) => referenceCode))
      .toEqual(['Q005-WS·2021-D30-0001', 'Q005-WS·2021-D30-0002', null]);
    await press('Control+a');
    await press('Control+Shift+f');
    await dialog.getByRole('button', { name: t('documentScreen.file.go') }).click();
    await dialog.waitFor({ state: 'detached' });
    // It led to the first thing that lacks: the date.
    await typeIn('2021.12');
    await press('Enter');
    await expect.poll(async () => (await list()).at(-1)).toMatchObject({ signedDate: '2021-12', filingYear: 2021 });
  });

  it('are corrected in the list, undone and redone; a number that is given stays', async () => {
    const { page } = running;
    await openFolder('all');
    await cell(1, 'author').click();
    await ime.type('ban', '某街道办事处');
    await press('Enter');
    await expect.poll(async () => (await list())[0]?.author).toBe('某街道办事处');
    await press('Control+z');
    await expect.poll(async () => (await list())[0]?.author).toBe('某街道社区教育中心');
    await press('Control+y');
    await expect.poll(async () => (await list())[0]?.author).toBe('某街道办事处');
    await cell(1, 'term').click();
    await typeIn('Y');
    await press('Enter');
    await expect.poll(() => page.locator('textarea[aria-invalid=true]').count()).toBe(1);
    await press('Escape');
    expect((await list())[0]?.term).toBe('D30');
    await cell(1, 'signedDate').click();
    await typeIn('2021-13-01');
    await press('Enter');
    await page.getByText(t('archives.rule.no_such_month', { text: '2021-13-01' })).waitFor();
    await press('Escape');
    expect((await list())[0]?.signedDate).toBe('2021-03-01');
  });

  it('come as a block from a spreadsheet, as new drafts in one step', async () => {
    const { page } = running;
    const blank = 4;
    await cell(blank, 'documentNumber').click();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, '某办〔2020〕5号\t中心校\t招生简章\t20200901\t10年\t2\n\t中心校\t课程表\t2020年9月\t永久\t1');
    await expect.poll(async () => (await list()).length).toBe(5);
    expect((await list()).slice(3)).toMatchObject([
      { documentNumber: '某办〔2020〕5号', title: '招生简章', signedDate: '2020-09-01', term: 'D10', pageCount: 2 },
      { documentNumber: null, title: '课程表', signedDate: '2020-09', term: 'Y', filingYear: 2020 },
    ]);
    await press('Control+z');
    await expect.poll(async () => (await list()).length).toBe(3);
    await press('Control+y');
    await expect.poll(async () => (await list()).length).toBe(5);
  });

  it('change together in one step, and are found and sorted', async () => {
    const { page } = running;
    await openFolder('draft');
    await cell(1, 'title').click();
    await press('Control+a');
    await press('Control+b');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('documentScreen.batch.field')).click();
    await page.getByTitle(t('documents.field.remark'), { exact: true }).click();
    await dialog.getByLabel(t('documentScreen.batch.value')).fill('补录');
    await dialog.getByRole('button', { name: t('documentScreen.batch.do', { count: 3 }) }).click();
    await expect.poll(async () => (await list()).filter(({ remark }) => remark === '补录').length).toBe(3);
    expect((await call(page, 'history.state', {})).undo).toMatchObject({ code: 'documentEdit', params: { count: 3 } });

    await openFolder('all');
    await press('Control+f');
    await ime.type('zong', '总结');
    await expect.poll(() => page.locator('[role=grid] tr[data-row]').count()).toBe(1);
    await press('Escape');
    await expect.poll(() => page.locator('[role=grid] tr[data-row]').count()).toBe(6);
    await page
      .locator('th', { hasText: t('documentScreen.column.signedDate') })
      .locator('.grid-sort')
      .click();
    await expect.poll(async () => (await cell(1, 'signedDate').innerText()).trim()).toBe('2020-09');
    await page
      .locator('th', { hasText: t('documents.field.referenceCode') })
      .locator('.grid-sort')
      .click();
    await expect.poll(async () => (await cell(1, 'referenceCode').innerText()).trim()).toBe('Q005-WS·2021-D30-0001');
  });

  it('keep their place in the list while they are edited', async () => {
    const { page } = running;
    await page.getByRole('treeitem', { name: t('documentScreen.folder.incomplete') }).click();
    await expect.poll(() => page.locator('[role=grid] tr[data-row]').count()).toBe(2);
    const id = (await list()).find(({ title }) => title === '第1期')?.id;
    await cell(1, 'pageCount').click();
    await typeIn('3');
    await press('Enter');
    await expect.poll(async () => (await list()).find((one) => one.id === id)?.pageCount).toBe(3);
    // Nothing lacks any more, yet the row stays until the list is asked for anew.
    expect(await cell(1, 'title').innerText()).toContain('第1期');
    await press('F5');
    await page.getByText(t('documentScreen.empty.incomplete')).waitFor();
  });

  it('are withdrawn with a reason and put back', async () => {
    const { page } = running;
    await openFolder('all');
    await cell(2, 'title').click();
    await press('Control+-');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('documentScreen.reason')).fill('重复登记');
    await dialog.getByRole('button', { name: t('documentScreen.withdraw.do') }).click();
    await expect.poll(async () => (await list()).length).toBe(4);
    await press('F7');
    await dialog
      .getByText(t('documentScreen.numbering.withdrawn', { numbers: '2', detail: '工作总结：重复登记' }))
      .waitFor();
    await press('Escape');
    await openFolder('withdrawn');
    await cell(1, 'title').click();
    await page.getByRole('button', { name: t('register.more') }).click();
    await page.getByRole('menuitem', { name: t('menu.commands.documents.restore') }).click();
    await expect.poll(async () => (await list()).length).toBe(5);
  });

  it('show all their fields, what is wrong with them and what happened to them', async () => {
    const { page } = running;
    await openFolder('all');
    await cell(1, 'documentNumber').click();
    await typeIn('某街教[2021]第1号');
    await press('Enter');
    await cell(1, 'title').click();
    await press('F4');
    const panel = page.getByRole('complementary', { name: t('documentScreen.inspector.title') });
    await panel.getByRole('button', { name: t('documentScreen.fix.repaired', { text: '某街教〔2021〕1号' }) }).click();
    await expect.poll(async () => (await list())[0]?.documentNumber).toBe('某街教〔2021〕1号');
    await panel.getByLabel(t('documents.field.keywords')).fill('培训\n通知');
    await panel.getByLabel(t('documents.field.abstract')).click();
    await expect.poll(async () => (await list())[0]?.keywords).toEqual(['培训', '通知']);
    await panel.getByRole('tab', { name: t('documentScreen.tab.history') }).click();
    await panel
      .getByText(
        t('register.log.changed', {
          field: t('documents.field.documentNumber'),
          before: '某街教[2021]第1号',
          after: '某街教〔2021〕1号',
        }),
      )
      .waitFor();
    await press('F4');
  });

  it('stand in boxes, whose record is kept, and are taken out', async () => {
    const { page } = running;
    const room = await call(page, 'boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    await press('Control+3');
    await page.getByRole('button', { name: t('boxScreen.fillYear.button') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('boxScreen.fillYear.do'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const boxes = () => call(page, 'boxes.list', {});
    await expect.poll(async () => (await boxes()).map(({ count }) => count)).toEqual([2]);
    await page.locator('[role=grid] tr[data-row="0"] [data-column="7"]').click();
    await ime.type('dang', '档案');
    await press('Enter');
    await expect.poll(async () => (await boxes())[0]?.placeId).toBe(room.id);
    // In a cell that is chosen from a list F4 opens the list.
    await page.locator('[role=grid] tr[data-row="0"] [data-column="1"]').click();
    await press('F4');
    const panel = page.getByRole('complementary', { name: t('boxScreen.inspector') });
    await panel.getByLabel(t('boxScreen.arrangedBy')).fill('甲');
    await panel.getByLabel(t('boxScreen.arrangedOn')).fill('20220630');
    await panel.getByLabel(t('boxScreen.checkedBy')).click();
    await expect.poll(async () => (await boxes())[0]).toMatchObject({ arrangedBy: '甲', arrangedOn: '2022-06-30' });
    await panel
      .getByRole('button', { name: t('boxScreen.takeOut') })
      .first()
      .click();
    await expect.poll(async () => (await boxes())[0]?.count).toBe(1);
    await press('F4');
  });

  it('are read as far as they are looked at, and copied as a whole', async () => {
    const { app, page } = running;
    await call(page, 'documents.edit', {
      step: { code: 'documentInsert', params: { count: 3000 } },
      changes: Array.from({ length: 3000 }, (_, index) => ({
        do: 'insert' as const,
        fields: { title: `第${index + 1}号通知`, signedDate: '2019-05-06', term: 'D10' },
      })),
    });
    await press('Control+2');
    await press('F5');
    await page.locator('[role=grid][aria-rowcount="3007"]').waitFor();
    await cell(1, 'title').click();
    await press('Control+End');
    await cell(3005, 'title').getByText('第3000号通知').waitFor();
    await cell(3005, 'pageCount').click();
    await typeIn('8');
    await press('Enter');
    await expect.poll(async () => (await list()).at(-1)).toMatchObject({ title: '第3000号通知', pageCount: 8 });
    await press('Control+a');
    await press('Control+c');
    // Rows that were never looked at are not copied as empty ones.
    await page.getByText(t('grid.notice.notReady')).waitFor();
    const copied = async (): Promise<number> => {
      await press('Control+c');
      const text = await app.evaluate(({ clipboard }) => clipboard.readText());
      return text.split('\n').filter((line) => line.includes('号通知')).length;
    };
    await expect.poll(copied, { timeout: 20_000 }).toBe(3000);
    expect((await list()).filter(({ title }) => title === '')).toEqual([]);
    await press('Control+z');
    await press('Control+z');
    await expect.poll(async () => (await list()).length).toBe(5);
  });

  it('leave a log that holds, and a page without complaints', async () => {
    expect(await call(running.page, 'archive.verify', {})).toMatchObject({ ok: true, problems: [] });
    expect(running.problems).toEqual([]);
  });
});

it('the life of documents, from a real window', async () => {
  const running = await launchApp();
  try {
    await call(running.page, 'window.openExample', { reset: true });
    await liveDocuments((name, input) => call(running.page, name, input));
  } finally {
    await running.close();
  }
});
