/** 审计模式 in a real window: nothing that writes is left, what is opened is in the log, the log is read, checked and given out. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '#shared/commands.ts';
import { launchApp, type RunningApp } from '#tests/support/app.ts';
import { call, callRaw } from '#tests/support/bridge.ts';
import { fillLife } from './support/life.ts';
import { fillPeople } from './support/people.ts';
import { answerDialog, dropFile, runCommand, t } from './support/screens.ts';

const AUDITORS = '区审计局（示例）';

/** Where each screen is reached, what shows that it is there, and the buttons that would write on it. */
const SCREENS: readonly [keys: string, shown: string, writing: readonly string[]][] = [
  ['Control+1', '.cards', [t('schedule.import.button')]],
  [
    'Control+2',
    '.documents-main tr[data-row="0"]',
    [t('documentScreen.rapid.button'), t('documentScreen.file.button')],
  ],
  ['Control+3', '.folder-pane .place', [t('boxScreen.fillYear.button'), t('boxScreen.place.addRoom')]],
  ['Control+4', '[role=grid] tr[data-row="0"]', [t('schedule.import.button'), t('schedule.head.edit')]],
  ['Control+Shift+A', '.activities-main tr[data-row="0"]', [t('activityScreen.entry.button')]],
  ['Control+Shift+S', '.side-entry', [t('signIn.create'), t('signIn.import')]],
  ['Control+Shift+R', '.people-main tr[data-row="0"]', [t('participantScreen.entry.button')]],
  ['Control+6', '.ant-table-row', [t('shell.organisations.add'), t('shell.organisations.edit')]],
  ['Control+9', '.open-loans .ant-table-row', [t('life.use.enter'), t('life.back.do'), t('life.correct.do')]],
  ['Control+8', '.settings', [t('shell.settings.changeUnitName'), t('shell.settings.resetExample')]],
];

/** The pages of the funding, with what would write on them. */
const FUNDING = [
  ['check', [t('budgetScreen.basis.button'), t('budgetScreen.lock.close')]],
  ['ledger', [t('ledgerScreen.entry.button'), t('ledgerScreen.import.button')]],
  ['units', [t('budgetScreen.units.add')]],
  ['population', [t('budgetScreen.population.add'), t('budgetScreen.population.import')]],
  ['rules', [t('budgetScreen.rules.add'), t('budgetScreen.change'), t('budgetScreen.withdraw')]],
] as const;

describe('audit mode', () => {
  let running: RunningApp;
  let page: Page;
  let folder = '';
  /** By its words; a sign before or keys behind them belong to its name too. */
  const button = (name: string): Locator => {
    const words = new RegExp(`^\\s*${name.replaceAll(/[.()]/gu, '\\$&')}(?:\\s|$)`, 'u');
    return page
      .getByRole('button')
      .filter({ hasText: words })
      .or(page.getByRole('button', { name, exact: true }));
  };
  const showFunding = async (view: (typeof FUNDING)[number][0]): Promise<void> => {
    const tab = page.locator('.ant-segmented-item', { hasText: t(`budgetScreen.view.${view}`) });
    await tab.click();
    await expect.poll(() => tab.getAttribute('class')).toContain('selected');
  };
  const bar = (): Locator => page.getByRole('region', { name: t('auditScreen.mode.bar') });
  /** Newest first. Asked while nobody audits: reading the log in an audit is an event itself. */
  const log = async () => (await call(page, 'audit.log', { limit: 500 })).events;
  const faults = async (): Promise<unknown[]> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  };
  /** For looking at: drawn where the environment names a folder for it. */
  const picture = async (name: string): Promise<void> => {
    const into = process.env['TEST_PICTURES'];
    if (into) await page.screenshot({ path: join(into, `audit-${name}.png`) });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-mode-'));
    running = await launchApp();
    ({ page } = running);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: t('shell.welcome.example') }).click();
    await page.locator('.cards').waitFor();
    await fillLife(page);
    await fillPeople(page);
    await call(page, 'documents.create', {
      file: true,
      fields: { title: '关于经费的通知', author: '某街道', signedDate: '2021-03-01', term: 'Y', pageCount: 1 },
    });
    await call(page, 'activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '讲座（示例）', dateStart: '2021-04-01' } }],
    });
    await call(page, 'budgets.enter', {
      entries: [
        {
          date: '2021-03-05',
          kind: 'payment',
          amountFen: 5_712_610,
          source: '某街道办事处',
          sourceKind: 'subdistrict',
          budgetYear: 2021,
          purpose: '社区教育经费',
          voucher: '记-12',
        },
        { date: '2021-04-06', kind: 'expense', amountFen: 123_450, purpose: '书画班教材', voucher: '记-13' },
      ],
    });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is entered with the names of those who look, and says so above everything', async () => {
    await runCommand(page, 'audit.enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('auditScreen.mode.text')).waitFor();
    expect(await dialog.getByRole('button', { name: t('auditScreen.mode.enter') }).isDisabled()).toBe(true);
    await dialog.getByLabel(t('auditScreen.mode.auditors')).fill(AUDITORS);
    await dialog.getByLabel(t('auditScreen.mode.purposeLabel')).fill('经费审计（示例）');
    await picture('enter');
    await dialog.getByRole('button', { name: t('auditScreen.mode.enter') }).click();
    await bar().waitFor();
    expect(await bar().innerText()).toContain(AUDITORS);
    expect(await bar().innerText()).toContain('经费审计（示例）');
    expect((await call(page, 'window.state', {})).audit).toMatchObject({ auditors: AUDITORS });
  });

  it('leaves no way to write on any screen', async () => {
    for (const [keys, shown, writing] of SCREENS) {
      await page.keyboard.press(keys);
      await page.locator(shown).first().waitFor();
      for (const name of writing) expect([keys, name, await button(name).count()]).toEqual([keys, name, 0]);
      expect([keys, await page.locator('textarea.grid-editor:not([readonly])').count()]).toEqual([keys, 0]);
      expect([keys, await page.locator('[role=grid][aria-readonly=false]').count()]).toEqual([keys, 0]);
      await picture(keys.replaceAll('+', '-').toLowerCase());
    }
    for (const name of [t('menu.commands.edit.undo'), t('shell.noUndo')]) expect(await button(name).count()).toBe(0);
  });

  it('leaves none on the pages of the funding either', async () => {
    await page.keyboard.press('Control+Shift+M');
    for (const [view, names] of FUNDING) {
      await showFunding(view);
      for (const name of names) expect([view, name, await button(name).count()]).toEqual([view, name, 0]);
      await picture(`funding-${view}`);
    }
    await showFunding('ledger');
    await page.locator('.ledger-main tr[data-row="0"] [data-column="1"]').click();
    const panel = page.locator('.ledger-inspector');
    if ((await panel.count()) === 0) await page.keyboard.press('F4');
    await panel.locator('.inspector-body').waitFor();
    for (const name of [t('ledgerScreen.inspector.correct'), t('ledgerScreen.inspector.reverse')]) {
      expect([name, await button(name).count()]).toEqual([name, 0]);
    }
    expect(await panel.locator('input:not([readonly]):not([disabled]), textarea:not([readonly])').count()).toBe(0);
  });

  it('hears no key and no menu that would write', async () => {
    await page.keyboard.press('Control+2');
    await page.locator('.documents-main tr[data-row="0"]').waitFor();
    for (const { keys, writes } of COMMANDS) {
      if (keys !== null && writes)
        await page.keyboard.press(
          keys.replace('CommandOrControl', 'Control').replace('Up', 'ArrowUp').replace('Down', 'ArrowDown'),
        );
    }
    expect(await page.locator('.rapid, [role=dialog]:visible').count()).toBe(0);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await palette.locator('input').fill('');
    const offered = await palette.getByRole('option').allInnerTexts();
    for (const { id, writes } of COMMANDS) {
      if (!writes) continue;
      expect(offered.some((text) => text.trim() === t(`menu.commands.${id}`))).toBe(false);
    }
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    const greyed = await running.app.evaluate(
      ({ Menu }, ids) => {
        const menu = Menu.getApplicationMenu();
        return ids.filter((id) => menu?.getMenuItemById(id)?.enabled !== false);
      },
      COMMANDS.filter(({ writes }) => writes).map(({ id }) => id),
    );
    expect(greyed).toEqual([]);
  });

  it('refuses an edit that comes by the bridge, and what would replace the archive', async () => {
    const refused = { ok: false, error: { code: 'access/role' } };
    expect(await callRaw(page, 'plans.create', { year: 2031 })).toMatchObject(refused);
    expect(await callRaw(page, 'documents.create', { fields: { title: '不应写入' } })).toMatchObject(refused);
    expect(await callRaw(page, 'history.undo', {})).toMatchObject(refused);
    expect(await callRaw(page, 'window.openExample', { reset: true })).toMatchObject(refused);
    expect(await callRaw(page, 'window.enterAudit', { auditors: '他人（示例）' })).toMatchObject(refused);
    expect((await call(page, 'documents.list', { filter: { text: '不应写入' } })).total).toBe(0);
    // A dropped file is not read; the sentence says why.
    await dropFile(page, '计划.txt', new TextEncoder().encode('1月\t开展培训\t成教中心'));
    await page.getByText(t('auditScreen.refused')).first().waitFor();
    expect(await page.locator('.review, .drop-sheet').count()).toBe(0);
  });

  it('shows documents with every field closed', async () => {
    await page.keyboard.press('Control+2');
    await page.locator('.documents-main tr[data-row="0"] [data-column="1"]').click();
    const panel = page.locator('.document-inspector');
    if ((await panel.count()) === 0) await page.keyboard.press('F4');
    await panel.locator('.inspector-body').waitFor();
    const open = await panel.locator('input:not([readonly]):not([disabled]), textarea:not([readonly])').count();
    expect(open).toBe(0);
    await picture('document');
  });

  it('shows the log with its head, field by field, and finds by kind and person', async () => {
    await page.keyboard.press('Control+Shift+L');
    await page.locator('.ant-table-row').first().waitFor();
    const { head } = await call(page, 'archive.info', {});
    await expect
      .poll(async () => (await page.locator('.audit-head .checksum').innerText()).replaceAll(/\s/gu, ''))
      .toHaveLength(64);
    expect(head.sequence).toBeGreaterThan(20);
    await picture('log');
    expect(await faults()).toEqual([]);
    const filters = page.getByRole('search');
    await filters.getByRole('combobox').first().click();
    await page.locator('.ant-select-item-option', { hasText: t('auditScreen.log.kinds.budgets') }).click();
    const entered = page.locator('.ant-table-row', { hasText: t('history.fundEnter', { count: 2 }) });
    await entered.waitFor();
    await expect.poll(() => page.locator('.ant-table-row').count()).toBeLessThan(10);
    await entered.click();
    await page.locator('.audit-record').first().waitFor();
    const words = await page.locator('.audit-records').innerText();
    for (const word of ['57,126.10', t('ledgerScreen.logged.voucher'), '记-12', t('fundingCheck.kind.payment')]) {
      expect(words).toContain(word);
    }
    await picture('log-fields');
    await button(t('auditScreen.log.clear')).click();
  });

  it('checks the log, writes a package with its seal, and checks that package', async () => {
    await button(t('auditScreen.check.verify')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('auditScreen.check.good')).waitFor();
    await picture('verify');
    await dialog
      .getByRole('button', { name: t('shell.close'), exact: true })
      .last()
      .click();
    await dialog.waitFor({ state: 'detached' });
    await answerDialog(running.app, folder);
    await button(t('auditScreen.check.package')).click();
    await dialog.getByRole('button', { name: t('auditScreen.check.packageDo') }).click();
    await dialog.getByText(t('auditScreen.check.packageDone')).waitFor({ timeout: 60_000 });
    const seal = (await dialog.locator('.checksum').first().innerText()).replaceAll(/\s/gu, '');
    expect(seal).toMatch(/^[0-9a-f]{64}$/u);
    await dialog.getByRole('button', { name: t('auditScreen.check.packageSealCopy') }).click();
    expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(seal);
    await picture('package');
    await dialog
      .getByRole('button', { name: t('shell.close'), exact: true })
      .last()
      .click();
    await dialog.waitFor({ state: 'detached' });
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['manifest-sha256.txt', 'verify.html']));
    await button(t('auditScreen.check.verifyPackage')).click();
    await dialog.getByText(t('auditScreen.check.good')).waitFor({ timeout: 60_000 });
    await picture('verify-package');
    await dialog
      .getByRole('button', { name: t('shell.close'), exact: true })
      .last()
      .click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('makes a 取证单 of what is ticked, without writing anything', async () => {
    await page.locator('.ant-segmented-item', { hasText: t('auditScreen.tab.evidence') }).click();
    await page.getByText(t('auditScreen.evidence.text')).waitFor();
    const entries = page.getByRole('region', { name: t('auditScreen.evidence.entries') });
    await entries.locator('tbody .ant-table-row .ant-checkbox-input').first().check();
    await entries.locator('tbody .ant-table-row .ant-checkbox-input').nth(1).check();
    const documents = page.getByRole('region', { name: t('auditScreen.evidence.documents') });
    await documents.locator('tbody .ant-table-row .ant-checkbox-input').first().check();
    await page.getByText(t('auditScreen.evidence.chosen', { entries: 2, documents: 1 })).waitFor();
    const sums = await page.locator('.evidence-sum').allInnerTexts();
    expect(sums.join(' ')).toContain('57,126.10');
    expect(sums.join(' ')).toContain('1,234.50');
    expect(await page.getByLabel(t('auditScreen.evidence.auditors')).inputValue()).toBe(AUDITORS);
    expect(await button(t('auditScreen.evidence.preview')).isDisabled()).toBe(true);
    await page.getByLabel(t('auditScreen.evidence.project')).fill('社区教育经费审计（示例）');
    await page.getByLabel(t('auditScreen.evidence.matter'), { exact: false }).first().fill('经费拨付');
    await page.locator('#evidence-summary').fill('2021 年拨付 57126.10 元。');
    await picture('evidence');
    expect(await faults()).toEqual([]);
    await button(t('auditScreen.evidence.preview')).click();
    await page.locator('[role=dialog] .pdf-page canvas:not([hidden])').first().waitFor({ timeout: 60_000 });
    await picture('evidence-paper');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('ends with its trace in the log: one event for each matter, under the auditors’ names', async () => {
    await call(page, 'documents.get', { id: 2 });
    const { document: read } = await call(page, 'documents.get', { id: 2 });
    await bar()
      .getByRole('button', { name: t('auditScreen.mode.leave') })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('auditScreen.mode.leave') })
      .click();
    await bar().waitFor({ state: 'detached' });
    await page.getByText(t('auditScreen.mode.left')).waitFor();
    const events = await log();
    const audited = events.filter(({ role }) => role === 'auditor');
    expect(audited.every(({ actor }) => actor === AUDITORS)).toBe(true);
    expect(audited[0]?.label?.code).toBe('auditEnd');
    expect(audited.at(-1)?.label?.code).toBe('auditBegin');
    const ofDocument = audited.filter(({ label }) => label?.params['what'] === 'documents.get');
    expect(ofDocument.filter(({ label }) => label?.params['of'] === `№${read.id}`)).toHaveLength(1);
    const actions = audited.map(({ action }) => action);
    for (const action of ['audit.log', 'audit.verify', 'audit.package', 'papers.preview', 'budgets.entries']) {
      expect(actions).toContain(action);
    }
    // Nothing but readings happened between begin and end.
    const begin = audited.at(-1)?.sequence ?? 0;
    expect(events.filter(({ sequence, role }) => sequence > begin && role !== 'auditor')).toEqual([]);
    expect(await call(page, 'audit.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('gives writing back on every screen', async () => {
    for (const [keys, shown, writing] of SCREENS) {
      await page.keyboard.press(keys);
      await page.locator(shown).first().waitFor();
      for (const name of writing)
        await expect.poll(() => button(name).count(), { message: `${keys} ${name}` }).toBeGreaterThan(0);
    }
    await page.keyboard.press('Control+Shift+M');
    for (const [view, names] of FUNDING) {
      await showFunding(view);
      for (const name of names)
        await expect.poll(() => button(name).count(), { message: `${view} ${name}` }).toBeGreaterThan(0);
    }
    await page.keyboard.press('Control+2');
    await page.locator('.documents-main tr[data-row="0"]').waitFor();
    await page.keyboard.press('Control+n');
    await page.locator('.rapid').waitFor();
    await page.keyboard.press('Escape');
    expect((await call(page, 'plans.create', { year: 2031 })).plan.year).toBe(2031);
    expect(running.problems).toEqual([]);
  });

  it('words what auditors read', async () => {
    await page.keyboard.press('Control+Shift+L');
    await page.locator('.ant-segmented-item', { hasText: t('auditScreen.tab.log') }).click();
    await page.locator('.audit-head').waitFor();
    await page.locator('.ant-table-row').first().waitFor();
    const words = await page.locator('.ant-table-tbody').first().innerText();
    expect(words).toContain(`${t('auditScreen.reads.papers.preview')}“${t('papers.name.auditEvidence')}”`);
    expect(words).not.toMatch(/documents\.get|papers\.preview|\{\{/u);
    await picture('log-after');
  });
});
