/** A catalogue dropped into the window: reviewed beside its source, put right in place, taken in one step, given back in one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { dropFile, t } from './support/screens.ts';

/** One cell a line, as it comes out of a PDF or a web page; the date of the last document is not certain. */
const CATALOGUE = `归档文件目录

件号

责任者

文号

题名

日期

页数

备注

1

某街道党政办公室

某街办〔2021〕7号

关于印发《2021年社区教育中心工作计划》的通知

20210301

9

含附件工作配档表

2

某街道社区教育中心

[2021年全民终身学习活动周活动方案]

20211008

4

3

某街道社区教育中心

[剪纸培训签到表]

2021061?

3

日期不清
`;

describe('a catalogue under review', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    await running.page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await running.page.getByRole('navigation').waitFor();
  });
  afterAll(() => running.close());

  const drop = () => dropFile(running.page, '目录.txt', new TextEncoder().encode(CATALOGUE));
  /** On 档案 itself a dropped file goes to a document. */
  const goHome = async (): Promise<void> => {
    await running.page.keyboard.press('Control+1');
    await running.page.locator('.cards').waitFor();
  };
  const accept = (count: number) => running.page.getByRole('button', { name: t('catalogueImport.accept', { count }) });
  const titles = async () =>
    (await call(running.page, 'documents.list', { filter: { text: '培训签到表' } })).rows.map(
      ({ title, signedDate }) => [title, signedDate],
    );
  const gridCell = (row: number, column: number) =>
    running.page.locator(`[role=grid] tr[data-row="${row}"] [data-column="${column}"]`);

  it('is known for what it is, and nothing of it is in the archive yet', async () => {
    await drop();
    await running.page.getByRole('heading', { name: t('catalogueImport.title') }).waitFor();
    await accept(3).waitFor();
    expect(await gridCell(0, 1).textContent()).toBe('');
    expect(await gridCell(2, 5).textContent()).toBe('2021061?');
    expect(await titles()).toEqual([]);
  });

  it('puts an unreadable date right in place, refusing what is none', async () => {
    const { page } = running;
    await gridCell(2, 5).click();
    await page.keyboard.type('2021-06-32');
    await page.keyboard.press('Enter');
    await page.getByText(t('archives.rule.no_such_day', { text: '2021-06-32' })).waitFor();
    await page.keyboard.press('Escape');
    await gridCell(2, 5).click();
    await page.keyboard.type('2021年6月18日');
    await page.keyboard.press('Enter');
    await expect.poll(() => gridCell(2, 5).textContent()).toBe('20210618');
  });

  it('takes the documents in one step and gives them back in one', async () => {
    const { page } = running;
    await accept(3).click();
    await page.getByText(t('catalogueImport.accepted', { count: 3 })).waitFor();
    expect(await titles()).toEqual([['[剪纸培训签到表]', '2021-06-18']]);
    await page.getByRole('button', { name: t('review.undo') }).click();
    await expect.poll(titles).toEqual([]);
  });

  it('reads a column as the person says', async () => {
    const { page } = running;
    await goHome();
    await drop();
    await accept(3).waitFor();
    await page.getByText(t('review.columns.panel', { count: 7 })).click();
    const column = page.getByLabel(t('review.columns.as', { heading: '备注' }));
    await column.click();
    await page.locator('.ant-select-item-option', { hasText: t('review.columns.ignored') }).click();
    await expect.poll(() => gridCell(0, 8).textContent()).toBe('');
    await page.getByRole('button', { name: t('shell.cancel') }).click();
    await page.getByRole('button', { name: t('review.leave') }).click();
    await page.getByRole('heading', { name: t('catalogueImport.title') }).waitFor({ state: 'detached' });
  });

  it('leaves out what the archive has, unless it is ticked', async () => {
    const { page } = running;
    await call(page, 'documents.create', {
      fields: {
        title: '[2021年全民终身学习活动周活动方案]',
        author: '某街道社区教育中心',
        signedDate: '2021-10-08',
        pageCount: 4,
      },
    });
    await goHome();
    await drop();
    await accept(2).waitFor();
    await page.getByText(t('catalogueImport.panelDuplicates', { count: 1 })).click();
    await page.getByRole('checkbox', { name: /第 2 件/u }).click();
    await accept(3).waitFor();
    await page.getByRole('checkbox', { name: /第 2 件/u }).click();
    await accept(2).click();
    await page.getByText(t('catalogueImport.accepted', { count: 2 })).waitFor();
    const { total } = await call(page, 'documents.list', { filter: { text: '学习活动周' } });
    expect(total).toBe(1);
  });

  it('is offered as a catalogue where a plan was looked for', async () => {
    const { page } = running;
    await page
      .getByRole('link', { name: t('shell.nav.schedule') })
      .or(page.getByRole('button', { name: t('shell.nav.schedule') }))
      .first()
      .click();
    await page.locator('.plan-head').waitFor();
    await drop();
    const kind = t('review.kind.catalogue');
    await page.getByRole('button', { name: t('review.otherRead', { kind }) }).click();
    await page.getByRole('heading', { name: t('catalogueImport.title') }).waitFor();
    expect(await accept(3).isEnabled()).toBe(true);
  });

  it.skipIf(inputsFolder() === null)('takes the list that came one cell a line', async () => {
    const { page } = running;
    await dropFile(page, '目录.txt', readFileSync(join(inputsFolder() ?? '', 'archive/05-filing-list-flat.txt')));
    // Nothing was corrected in the review before, so this one takes its place without a question.
    await accept(4).waitFor();
    expect(await gridCell(3, 5).textContent()).toBe('2021061?');
    await gridCell(3, 5).click();
    await page.keyboard.type('20210618');
    await page.keyboard.press('Enter');
    await accept(4).click();
    await page.getByText(t('catalogueImport.accepted', { count: 4 })).waitFor();
    const { rows } = await call(page, 'documents.list', {
      filter: { text: '剪纸培训' },
      sort: 'entered',
      descending: true,
    });
    expect(rows[0]).toMatchObject({ signedDate: '2021-06-18', needsReview: false, state: 'draft' });
    await page.getByRole('button', { name: t('review.undo') }).click();
    await expect.poll(async () => (await call(page, 'documents.list', { filter: { text: '补助经费' } })).total).toBe(0);
  });
});
