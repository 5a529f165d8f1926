/** What happens to documents after they are filed, in a real window and by keyboard: lent, appraised, destroyed, counted. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { t } from './support/screens.ts';

const day = (offset: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

describe('use and appraisal', () => {
  let running: RunningApp;
  /** Presses a button as the keyboard does. */
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await running.page.keyboard.press('Enter');
  };
  const button = (name: string): Locator => running.page.getByRole('button', { name, exact: true });
  const dialog = (): Locator => running.page.getByRole('dialog');
  const dialogGone = (): Promise<void> => dialog().waitFor({ state: 'detached' });
  const tab = async (name: 'appraisal' | 'disposal' | 'transfer' | 'stocktake'): Promise<void> => {
    const order = ['use', 'appraisal', 'disposal', 'transfer', 'stocktake'];
    const radios = running.page.getByRole('radiogroup', { name: t('life.tabs') }).getByRole('radio');
    for (;;) {
      const at = await radios.evaluateAll((all) => all.findIndex((radio) => radio.matches(':checked')));
      if (at === order.indexOf(name)) return;
      await radios.nth(at).focus();
      await running.page.keyboard.press(at < order.indexOf(name) ? 'ArrowRight' : 'ArrowLeft');
    }
  };
  const loans = () => call(running.page, 'loans.list', {});
  const CODE = 'Q005-WS·2010-D10-000';

  beforeAll(async () => {
    running = await launchApp();
    const { page } = running;
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    const { fonds } = await call(page, 'fonds.get', {});
    await call(page, 'fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
    for (const title of ['关于举办培训班的通知', '培训班总结', '学员名册']) {
      const fields = { title, author: '某街道社区教育中心', signedDate: '2010-03-01', term: 'D10', pageCount: 2 };
      await call(page, 'documents.create', { file: true, fields });
    }
    const room = await call(page, 'boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    const shelf = await call(page, 'boxes.savePlace', { parentId: room.id, kind: 'shelf', name: '1层' });
    await call(page, 'boxes.savePlace', { parentId: room.id, kind: 'shelf', name: '2层' });
    const { boxes } = await call(page, 'boxes.fillYear', { year: 2010 });
    for (const { id, version } of boxes) {
      await call(page, 'boxes.update', { id, version, fields: { placeId: shelf.id } });
    }
  });
  afterAll(() => running.close());

  it('lends, tells what is overdue and takes it back, all by keys', async () => {
    const { page } = running;
    await page.keyboard.press('Control+u');
    await page.getByRole('combobox', { name: t('life.use.documents') }).waitFor();
    await page.keyboard.type(`${CODE}2`);
    await page.keyboard.press('Enter');
    await page.locator('.finder-chip', { hasText: '培训班总结' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('王老师（示例）');
    await page.keyboard.press('Control+Enter');
    // Lending needs an approver; the form says so and goes there.
    await page.getByText(t('life.use.lack.approver')).waitFor();
    expect((await loans()).total).toBe(0);
    await page.keyboard.type('主任（示例）');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(day(-20).replaceAll('-', ''));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(day(-3));
    await page.keyboard.press('Control+Enter');
    await expect.poll(loans).toMatchObject({
      open: 1,
      overdue: 1,
      counts: { visits: 1, items: 1 },
      rows: [{ borrower: '王老师（示例）', approver: '主任（示例）', lentOn: day(-20), dueOn: day(-3) }],
    });
    await page.locator('.open-loans-rows .overdue').waitFor();

    await page.keyboard.press('Control+1');
    await press(button(t('life.home.overdueDo')));
    await page.locator('.open-loans-rows .ant-checkbox-input').last().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('F8');
    await dialog().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('back-check');
    await page.keyboard.type('页数相符');
    await page.keyboard.press('Enter');
    await dialogGone();
    expect(await loans()).toMatchObject({
      open: 0,
      overdue: 0,
      rows: [{ returnedOn: day(0), returnCheck: '页数相符' }],
    });
    await page.getByText(t('life.open.none')).waitFor();
  });

  it('appraises row by row and carries out the list under two supervisors', async () => {
    const { page } = running;
    await tab('appraisal');
    await press(button(t('life.appraisal.openAll', { count: 3 })));
    await dialog().waitFor();
    await page.getByLabel(t('life.appraisal.leader')).focus();
    await page.keyboard.type('组长（示例）');
    await page.keyboard.press('Enter');
    await page
      .getByText(t('life.appraisal.undecided', { count: 3 }))
      .first()
      .waitFor();
    const appraisal = async () => (await call(page, 'appraisals.list', {}))[0];

    await page.locator('.grid-frame textarea').first().focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+Shift+X');
    await page
      .getByText(t('life.appraisal.undecided', { count: 1 }))
      .first()
      .waitFor();
    for (let column = 0; column < 6; column += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('事项已办结');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await appraisal())?.items[0]?.reason).toBe('事项已办结');
    // Ctrl+D fills from above, as in a spreadsheet.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    await expect.poll(async () => (await appraisal())?.items[1]?.reason).toBe('事项已办结');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Shift+K');
    await expect.poll(async () => (await appraisal())?.items[2]?.decision).toBe('keep');
    await page.keyboard.type('仍需查考');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('30年');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await appraisal())?.items[2])
      .toMatchObject({ decision: 'keep', newEnd: '2040-12-31', reason: '仍需查考' });
    await page.getByText(t('life.appraisal.ready')).waitFor();

    await press(button(t('life.appraisal.close')));
    await dialog().waitFor();
    await page.getByLabel(t('life.appraisal.report')).focus();
    await page.keyboard.type('逐件审查');
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    await press(button(t('life.disposal.draft')));
    await dialog().waitFor();
    await page.locator('#disposal-number').focus();
    await page.keyboard.press('Enter');
    await dialogGone();

    await press(button(t('life.disposal.approve')));
    await dialog().waitFor();
    await page.locator('#disposal-approver').focus();
    await page.keyboard.type('主任（示例）');
    // What cannot be undone is not done by a stray Enter.
    await page.keyboard.press('Enter');
    expect((await call(page, 'disposals.list', {}))[0]?.state).toBe('draft');
    await dialog().locator('.grid-frame textarea').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('近期还要查考');
    await page.keyboard.press('Enter');
    await button(t('life.disposal.approveDo', { count: 1 })).waitFor();
    await page.keyboard.press('Control+Enter');
    await dialogGone();

    await press(button(t('life.disposal.carryOut')));
    await dialog().waitFor();
    await page.locator('#disposal-first').focus();
    await page.keyboard.type('主任（示例）');
    await page.keyboard.press('Tab');
    await dialog()
      .getByText(t('errors.disposals/approver_supervises', { name: '主任（示例）' }))
      .waitFor();
    await page.keyboard.type('乙（示例）');
    await page.keyboard.press('Tab');
    await page.keyboard.type('化浆');
    await page.locator('#disposal-first').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('甲（示例）');
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    const [list] = await call(page, 'disposals.list', {});
    expect(list).toMatchObject({
      state: 'done',
      approver: '主任（示例）',
      supervisors: ['甲（示例）', '乙（示例）'],
      method: '化浆',
    });
    expect(list?.items.map(({ document, excludedReason }) => [document.state, excludedReason])).toEqual([
      ['destroyed', null],
      ['filed', '近期还要查考'],
    ]);
    await page.getByText(t('life.disposal.forEver')).waitFor();
  });

  it('sets opinions on opening for many at once and hands over', async () => {
    const { page } = running;
    for (const title of ['年度工作总结', '机构设置批复']) {
      const fields = { title, author: '某街道社区教育中心', signedDate: '2011-05-01', term: 'Y', pageCount: 3 };
      await call(page, 'documents.create', { file: true, fields });
    }
    await tab('transfer');
    await press(button(t('life.transfer.draftAll', { count: 2 })));
    await dialog().waitFor();
    await page.locator('#transfer-receiver').focus();
    await page.keyboard.type('某区档案馆（示例）');
    await page.keyboard.press('Enter');
    await dialogGone();
    expect(await button(t('life.transfer.complete')).isDisabled()).toBe(true);
    await press(button(t('life.transfer.marksAll', { count: 2 })));
    await dialog().waitFor();
    const opinions = dialog().getByRole('radio');
    await opinions.first().focus();
    await expect.poll(() => opinions.first().evaluate((radio) => radio === document.activeElement)).toBe(true);
    for (let step = 1; step <= 3; step += 1) {
      await page.keyboard.press('ArrowRight');
      // The next key goes where this one led, so it waits until it has.
      await expect.poll(() => opinions.nth(step).isChecked()).toBe(true);
    }
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    await expect
      .poll(async () => (await call(page, 'transfers.list', {}))[0]?.items.map(({ accessMark }) => accessMark))
      .toEqual(['open', 'open']);
    await expect.poll(() => button(t('life.transfer.complete')).isEnabled()).toBe(true);
    await press(button(t('life.transfer.complete')));
    await dialog().waitFor();
    for (const signer of ['giverHead', 'giverClerk', 'receiverHead', 'receiverClerk']) {
      await page.locator(`#transfer-${signer}`).focus();
      await page.keyboard.type('某人（示例）');
    }
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    expect((await call(page, 'transfers.list', {}))[0]).toMatchObject({ state: 'done', transferredOn: day(0) });
  });

  it('takes stock as fast as a scanner reads', async () => {
    const { page } = running;
    await tab('stocktake');
    await press(button(t('life.stocktake.open')));
    await dialog().waitFor();
    await page.locator('#stocktake-by').focus();
    await page.keyboard.type('甲（示例）');
    await page.keyboard.press('Enter');
    await dialogGone();
    await page.getByText(t('life.stocktake.nowhere')).waitFor();
    await page.getByRole('textbox', { name: t('life.stocktake.field') }).focus();
    // No waiting in between: each label must land where the ones before it have led.
    for (const text of [`${CODE}2`, '2层', '2010-1', `${CODE}1`, `${CODE}2`, `${CODE}9`]) {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
    const report = async () => {
      const [stocktake] = await call(page, 'stocktakes.list', {});
      const { findings } = await call(page, 'stocktakes.report', { id: stocktake?.id ?? 0 });
      return findings.map(({ result, name, seen }) => [result, name, seen]);
    };
    await expect.poll(report).toEqual([
      ['misplaced', '2010-1', '档案室 / 2层'],
      ['misplaced', `${CODE}1`, '2010-1'],
      ['present', `${CODE}2`, '2010-1'],
      ['missing', `${CODE}3`, null],
      ['unknown', `${CODE}9`, '2010-1'],
    ]);
    await page.getByText(t('life.stocktake.inBox', { box: '2010-1', place: '档案室 / 2层' })).waitFor();
    // The first label had no shelf yet: it is not lost among those behind it.
    await page.locator('.scan-missed li', { hasText: `${CODE}2` }).waitFor();
    await press(button(t('life.stocktake.missedSeen')));
    await page.locator('.scan-missed').waitFor({ state: 'detached' });
    await press(button(t('life.stocktake.takeBackOne', { text: `${CODE}9` })));
    await dialog().waitFor();
    await page.locator('#life-reason').focus();
    await page.keyboard.type('读错');
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    await expect.poll(async () => (await report()).length).toBe(4);
    await press(button(t('life.stocktake.close')));
    await dialog().waitFor();
    await page.locator('#stocktake-conclusion').focus();
    await page.keyboard.type('一盒错放，已放回');
    await page.keyboard.press('Control+Enter');
    await dialogGone();
    expect((await call(page, 'stocktakes.list', {}))[0]).toMatchObject({ closedOn: day(0), entryCount: 3 });
    expect(running.problems).toEqual([]);
  });
});
