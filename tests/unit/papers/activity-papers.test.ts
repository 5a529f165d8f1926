/** The papers of activities and persons: both files read back, figures equal to the counting, no personal number by default. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Breakdown } from '#shared/features/activities.ts';
import { PaperScope, type PaperScopeInput } from '#shared/features/papers.ts';
import type { TableReport } from '#shared/report/model.ts';
import { printedText } from '#shared/report/text.ts';
import { openForReading } from '#core/db/open.ts';
import { textLimits } from '#core/extract/limits.ts';
import { pdfText } from '#core/extract/pdf.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { layoutTable } from '#core/paper/table-layout.ts';
import { fontChain } from '#core/paper/fonts.ts';
import { paperReport } from '#core/papers/index.ts';
import { signInSheetReport } from '#core/reports/sign-in-sheet.ts';
import { activityRoom, type ActivityRoom, activityScopes, SECRETS, YEAR } from '#tests/support/activity-room.ts';
import { FONTS, temporaryFolder } from '#tests/support/test-archive.ts';

function reportOf({ archive }: ActivityRoom, scope: PaperScopeInput): TableReport {
  const db = openForReading(join(archive.directory, 'archive.sqlite'));
  try {
    const report = paperReport({ db, locale: 'zh-CN', now: () => '2021-12-08T08:00:00Z' }, PaperScope.parse(scope));
    if (report.kind !== 'table') throw new Error('a table was expected');
    return report;
  } finally {
    db.close();
  }
}

const rowsOf = (report: TableReport): string[][] =>
  report.rows.map((row) => row.cells.map((value) => printedText(value, 'zh-CN')));
/** The numbers of a column, by its key; empty cells left out. */
const column = (report: TableReport, key: string): (string | number)[] => {
  const place = report.columns.findIndex((one) => one.key === key);
  return report.rows.flatMap(({ cells }) => {
    const value = cells[place];
    return value?.kind === 'integer' ? [value.value] : [];
  });
};
const last = (report: TableReport): string[] => rowsOf(report).at(-1) ?? [];

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { pages, truncated } = await pdfText(bytes, textLimits, new AbortController().signal);
  expect(truncated).toBe(false);
  return pages.map(({ text }) => text).join('\n');
}

async function written(room: ActivityRoom, scope: PaperScopeInput, format: 'xlsx' | 'pdf') {
  const file = join(temporaryFolder(), `${scope.paper}.${format}`);
  const output = await room.archive.call('papers.export', {
    ...scope,
    format,
    file,
    fontScheme: 'shipped',
    allowMissingGlyphs: true,
  });
  const bytes = readFileSync(file);
  const text =
    format === 'pdf'
      ? await textOfPdf(bytes)
      : (await readWorkbook(bytes)).sheets
          .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')))
          .join('\n');
  return { ...output, text: text.replaceAll(/\s/gu, '') };
}

describe('the papers of activities and persons', () => {
  it('are written in both formats and hold no phone, guardian, identity number or birthday', async () => {
    const room = await activityRoom(14);
    for (const scope of Object.values(activityScopes(room)) as PaperScopeInput[]) {
      for (const format of ['xlsx', 'pdf'] as const) {
        const { text } = await written(room, scope, format);
        expect(text.length).toBeGreaterThan(20);
        for (const index of room.personIds.keys()) {
          expect(text).not.toContain(SECRETS.phone(index));
          expect(text).not.toContain(SECRETS.guardianPhone(index));
        }
        expect(text).not.toContain(SECRETS.identity);
        expect(text).not.toContain(SECRETS.guardian);
        expect(text).not.toContain(SECRETS.birth);
      }
    }
    const { text } = await written(room, activityScopes(room).signInSheet, 'pdf');
    expect(text).toContain('139****0000');
    expect(await room.archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('print phones whole only with a reason, which the log keeps, and never on the screen', async () => {
    const room = await activityRoom(6);
    const whole = { ...activityScopes(room).personRegister, phones: 'whole' as const };
    const file = join(temporaryFolder(), '名册.xlsx');
    const asked = { format: 'xlsx' as const, file, fontScheme: 'shipped' as const, allowMissingGlyphs: true };
    await expect(room.archive.call('papers.export', { ...whole, ...asked })).rejects.toMatchObject({
      code: 'papers/reason_missing',
    });
    const { event } = await room.archive.runtime.call('papers.export', { ...whole, reason: '报送上级', ...asked });
    expect(event?.label).toMatchObject({
      code: 'paperExportPhones',
      params: { paper: '人员名册', reason: '报送上级' },
    });
    const { sheets } = await readWorkbook(readFileSync(file));
    const cells = sheets[0]?.rows.flatMap(({ cells: row }) => row.map((cell) => cell?.text)) ?? [];
    expect(cells).toContain(SECRETS.phone(0));
    const shown = await room.archive.call('papers.preview', { ...whole, reason: '报送上级', fontScheme: 'shipped' });
    const text = await textOfPdf(shown.bytes);
    expect(text).not.toContain(SECRETS.phone(0));
    expect(text).toContain('139****0000');
  });

  it('have the figures of the statistics, and their totals add up', async () => {
    const room = await activityRoom(14, 9);
    const { archive } = room;
    const [first, second] = room.personIds;
    const { person: keep } = await archive.call('participants.get', { id: first ?? 0 });
    const { person: gone } = await archive.call('participants.get', { id: second ?? 0 });
    await archive.call('participants.merge', {
      keep: { id: keep.id, version: keep.version },
      merge: [{ id: gone.id, version: gone.version }],
      reason: '同一人',
    });
    const { total, breakdowns } = await archive.call('activities.statistics', { year: YEAR });
    expect(total.people).toBeGreaterThan(5);

    const year = reportOf(room, { paper: 'statisticsReport', year: YEAR });
    const lines = Breakdown.options.flatMap((name) => breakdowns[name].lines);
    for (const key of ['activities', 'personTimes', 'people', 'estimated'] as const) {
      expect(column(year, key)).toEqual([total[key], ...lines.map((line) => line[key])]);
    }
    expect(column(year, 'repeated')).toEqual([
      0,
      ...Breakdown.options.filter((name) => breakdowns[name].lines.length > 0).map((name) => breakdowns[name].repeated),
    ]);

    const training = reportOf(room, { paper: 'trainingStatistics', year: YEAR });
    expect(last(training).slice(2, 5)).toEqual([total.activities, total.personTimes, total.people].map(String));
    expect(last(training).at(-1)).toBe(String(total.estimated));
    const single = rowsOf(training).filter(([name]) => name !== '合计' && name?.endsWith('小计') === false);
    const sum = (rows: string[][], place: number): number => rows.reduce((all, row) => all + Number(row[place]), 0);
    expect([sum(single, 2), sum(single, 3), sum(single, 6)]).toEqual([
      total.activities,
      total.personTimes,
      total.estimated,
    ]);
    // 各行人数之和 − 重复 = 合计
    expect(sum(single, 4) - Number(last(training)[5])).toBe(total.people);
    const branch = rowsOf(training).find(([name]) => name === '核心价值观小计');
    const below = single.filter(([name]) => name?.startsWith('核心价值观'));
    expect(below.length).toBeGreaterThan(1);
    expect(sum(below, 3)).toBe(Number(branch?.[3]));
    expect(sum(below, 4) - Number(branch?.[5])).toBe(Number(branch?.[4]));

    const list = reportOf(room, { paper: 'activityList', year: YEAR });
    expect(last(list).slice(8, 11)).toEqual([total.personTimes, total.people, total.estimated].map(String));
    const states = rowsOf(list).map((row) => row[7]);
    expect(states.filter((state) => state === '已举办')).toHaveLength(total.activities);
    expect(states).toContain('计划中');
    expect(states).toContain('已取消');

    const campaign = reportOf(room, activityScopes(room).campaignReport);
    const sums = rowsOf(campaign).filter(([, item]) => item === '合计');
    expect(sums).toHaveLength(3);
    for (const row of sums) expect(row.slice(2, 5)).toEqual(last(training).slice(2, 5));
    const part = reportOf(room, { paper: 'campaignReport', from: `${YEAR}-10-02`, to: `${YEAR}-10-02` });
    const rows = await archive.call('activities.behind', { filter: { year: YEAR } });
    const onDay = rows.rows.filter(({ date }) => date === `${YEAR}-10-02`);
    expect(
      rowsOf(part)
        .find(([, item]) => item === '合计')
        ?.slice(3, 5),
    ).toEqual([String(onDay.length), String(new Set(onDay.map(({ personId }) => personId)).size)]);
    const ofPlan = reportOf(room, { ...activityScopes(room).campaignReport, planRowId: room.planRowId });
    const planned = breakdowns.planRow.lines.find(({ filter }) => filter.planRowId === room.planRowId);
    expect(
      rowsOf(ofPlan)
        .find(([, item]) => item === '合计')
        ?.slice(2, 5),
    ).toEqual([planned?.activities, planned?.personTimes, planned?.people].map(String));
  });

  it('list a category with those below it, and an audience', async () => {
    const room = await activityRoom(8, 9);
    const [top] = await room.archive.call('activities.categories', {});
    const titles = (scope: { categoryId?: number; audience?: 'youth' }): number =>
      rowsOf(reportOf(room, { paper: 'activityList', year: YEAR, ...scope })).length - 1;
    const ofTop = await room.archive.call('activities.list', { filter: { year: YEAR, categoryId: top?.id ?? 0 } });
    expect(ofTop.total).toBeGreaterThan(3);
    expect(titles({ categoryId: top?.id ?? 0 })).toBe(ofTop.total);
    const young = await room.archive.call('activities.list', { filter: { year: YEAR, audience: 'youth' } });
    expect(titles({ audience: 'youth' })).toBe(young.total);
  });

  it('say of one activity what it has and what is missing', async () => {
    const room = await activityRoom(8);
    const activity = await room.archive.call('activities.get', { id: room.activityIds[1] ?? 0 });
    const report = reportOf(room, activityScopes(room).activitySheet);
    const content = new Map(rowsOf(report).map(([, item, text]) => [item, text]));
    expect(content.get('活动名称')).toBe(activity.title);
    expect(content.get('人次')).toBe(String(activity.personTimes));
    expect(content.get('人')).toBe(String(activity.people));
    expect(content.get('登记人数')).toBe(String(activity.registered));
    expect(content.get('照片')).toBe('缺');
    expect(content.get('经费（元）')).toBe('1,234.56');
    expect(content.get('签到')).toBe(`已有：签到登记 ${activity.personTimes} 条`);
    expect(report.notes).toEqual(['还缺：方案、照片、小结、经费。']);
  });

  it('give the hours that persons spent in their role', async () => {
    const room = await activityRoom(9);
    const [id = 0] = room.personIds;
    const sheet = await room.archive.call('attendance.list', { personId: id });
    const activities = await room.archive.call('activities.list', { filter: { year: YEAR } });
    const lengths = new Map(activities.rows.map((activity) => [activity.id, activity.minutes]));
    const signed = sheet.filter((row) => row.signed && row.role === 'volunteer');
    const minutes = signed.reduce((sum, row) => sum + (lengths.get(row.activityId) ?? 0), 0);
    expect(minutes).toBeGreaterThan(0);
    const row = rowsOf(reportOf(room, activityScopes(room).personRegister)).find(([, name]) => name === '甲0（示例）');
    expect(row?.slice(-2)).toEqual([String(signed.length), String(minutes / 60)]);
  });

  it('give notice of name, unit or village and award alone', async () => {
    const room = await activityRoom(5);
    const report = reportOf(room, activityScopes(room).publicNotice);
    expect(report.columns.map(({ key }) => key)).toEqual(['number', 'name', 'unit', 'award']);
    expect(rowsOf(report)[0]).toEqual(['1', '甲0（示例）', '示例街道银龄志愿者协会', '优秀志愿者']);
    // 2021-11-01 was a Monday: five working days end on Friday.
    expect(printedText(report.headLines[1]?.[0]?.value ?? { kind: 'text', text: '' }, 'zh-CN')).toBe(
      '2021-11-01 至 2021-11-05（5 个工作日）',
    );
  });

  it('refuse what has no content', async () => {
    const room = await activityRoom(1, 1);
    for (const scope of [
      { paper: 'activityList', year: 1999 },
      { paper: 'trainingStatistics', year: 1999 },
      { paper: 'statisticsReport', year: 1999 },
      { paper: 'personRegister', role: 'bearer', year: YEAR },
      { paper: 'campaignReport', from: '1999-01-01', to: '1999-12-31' },
    ] as const) {
      await expect(room.archive.call('papers.preview', scope)).rejects.toMatchObject({ code: 'papers/empty' });
    }
  });
});

describe('a sheet to sign on', () => {
  it('prints who is registered once and fills whole pages, with lines for others', () => {
    const fonts = fontChain({ scheme: 'shipped', folder: FONTS });
    const base = { unitName: '某中心', isExample: false, locale: 'zh-CN', createdAt: '2021-01-01T00:00:00Z' } as const;
    const person = (name: string) => ({
      name,
      sex: null,
      age: 60,
      birthYear: null,
      village: '示例村',
      phone: '139****0001',
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲一', '甲乙丙', '甲乙丙（示例）'), { maxLength: 90 }), (names) => {
        const report = signInSheetReport({
          ...base,
          activity: { title: '活动', time: '', place: '', hosts: '' },
          people: names.map(person),
          leastLines: null,
        });
        expect(rowsOf(report).flatMap(([, name]) => (name === '' ? [] : [name]))).toEqual(names);
        expect(report.rows.length).toBeGreaterThanOrEqual(names.length + 3);
        const { pages } = layoutTable(report, fonts);
        const row = pages.at(-1)?.rows.at(-1);
        // The last page is full but for the height of two lines: 262 mm is the lower edge of the type area.
        expect(((row?.y ?? 0) + (row?.height ?? 0)) * (25.4 / 72)).toBeGreaterThan(262 - 2 * 9.4);
      }),
      { numRuns: 40 },
    );
  });

  it('has the lines that were asked for', async () => {
    const room = await activityRoom(4);
    expect(reportOf(room, { ...activityScopes(room).signInSheet, leastLines: 50 }).rows).toHaveLength(50);
    expect(reportOf(room, { paper: 'signInForm', lines: 7 }).rows).toHaveLength(7);
  });
});
