/** The reader of rosters against what a person reads in each sheet, and against damage. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { ReadRosterOutput } from '#shared/features/attendance.ts';
import { readForeignRoster } from '#core/read-foreign-roster.ts';
import { officeBytes } from '../catalogue/office-files.ts';
import { PAPERS, REFUSED } from './papers.ts';
import { SHEETS as COMMON } from './sheets.ts';

const SHEETS = [...COMMON, ...PAPERS];
const HEADINGS = '姓名,电话,签到';

type Given = Parameters<typeof readForeignRoster>[0];

function read(input: Partial<Given>): Promise<ReadRosterOutput> {
  return readForeignRoster(
    { locale: 'zh-CN', withLines: true, joinDays: false, ...input },
    '2026-06-01',
    new AbortController().signal,
  );
}

const rowsOf = ({ records }: ReadRosterOutput): string[] =>
  records.map(({ name, sex, birth, village, phone, activity, date, signed, role }) =>
    [name, sex?.slice(0, 1), birth, village, phone, activity, date, signed === null ? null : signed ? 'y' : 'n', role]
      .map((value) => value ?? '-')
      .join('|'),
  );
const activitiesOf = ({ activities }: ReadRosterOutput): string[] =>
  activities.map((one) =>
    [one.title, one.date_start, one.date_end, one.place, one.head_count, one.head_count_mark]
      .map((value) => value ?? '-')
      .join('|'),
  );
const toldBy = ({ warnings }: ReadRosterOutput): string[] =>
  [
    ...new Set(warnings.filter(({ severity }) => severity !== 'note').map(({ code }) => code.replace('roster/', ''))),
  ].sort();

describe('sheets as centers keep them', () => {
  it.each(SHEETS.map((sheet) => [sheet.what, sheet] as const))('%s', async (_what, sheet) => {
    const reading = await read({ text: sheet.text });
    expect(rowsOf(reading)).toEqual(sheet.rows);
    expect(activitiesOf(reading)).toEqual(sheet.activities ?? activitiesOf(reading));
    expect(reading.kind).toBe(sheet.kind);
    expect(toldBy(reading)).toEqual(sheet.told);
    for (const { message } of reading.warnings) expect(message).not.toMatch(/\{\{|roster\//u);
  });

  it.each(SHEETS.filter(({ text }) => text.includes(',')).map((sheet) => [sheet.what, sheet] as const))(
    'GB18030, CSV: %s',
    async (_what, sheet) => {
      const bytes = iconv.encode(sheet.text, 'gb18030');
      const reading = await read({ bytes: new Uint8Array(bytes), name: 'a.csv' });
      expect(rowsOf(reading)).toEqual(sheet.rows);
      expect(reading.source.encoding).toBe('gb18030');
    },
  );

  it('keeps no identity number anywhere in its answer', async () => {
    const number = '37030519520308002X';
    const text = `志愿者名册\n序号,姓名,身份证号,电话,备注\n1,甲秀英,${number},13900000001,证件${number}\n2,乙玉兰,,${number},370305 19520308 0025`;
    const answer = JSON.stringify(await read({ text }));
    expect(answer).not.toContain('370305195203');
    expect(answer).not.toContain('19520308');
    expect(answer).toContain('identity_in_cell');
  });

  it('reads hours and what a roster makes of its persons', async () => {
    const hours = await read({ text: SHEETS.find(({ what }) => what === 'roles and hours')?.text ?? '' });
    expect(hours.records.map(({ minutes }) => minutes)).toEqual([120, 90, null]);
    const teachers = await read({ text: SHEETS.find(({ what }) => what === 'part-time teachers')?.text ?? '' });
    expect(teachers.records[0]).toMatchObject({
      person_role: 'part_time_teacher',
      subject: '剪纸',
      certificate: '传承人证',
      unit: '某中心校',
    });
  });

  it.each(Object.entries(REFUSED))('refused whole: %s', async (_what, text) => {
    const error: unknown = await read({ text }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'attendance/unreadable' });
  });

  it('takes a file of 19,999 persons whole and refuses a larger one whole, with the numbers', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `甲秀英,139${String(index).padStart(8, '0')},√`);
    const file = (count: number): Partial<Given> => ({
      bytes: new TextEncoder().encode(`${HEADINGS}\n${rows.slice(0, count).join('\n')}`),
      name: 'a.csv',
    });
    expect((await read(file(19_999))).records).toHaveLength(19_999);
    await expect(read(file(20_000))).rejects.toMatchObject({
      code: 'format/table_rows',
      params: { row: 20_001, limit: 20_000 },
    });
  });

  it('refuses what is no sheet, and says where it belongs', async () => {
    const reason = async (text: string): Promise<string> => {
      const error: unknown = await read({ text }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe('attendance/unreadable');
      return String((error as AppError).params['reason']);
    };
    expect(await reason('今天天气很好，我们去公园散步。')).toContain('栏目名称');
    expect(await reason('月份\t工作安排\t主管单位\n3月\t庆三八\t妇联')).toContain('配档表');
    expect(await reason('件号\t责任者\t题名\t日期\n1\t某中心\t通知\t20210301')).toContain('文件目录');
  });
});

describe('Office files', () => {
  const rows = [
    ['剪纸培训签到表'],
    ['活动名称', '剪纸培训', '时间', '2021年6月12日', '地点', '淄水社区'],
    ['序号', '姓名', '村（居）', '联系电话', '签到', '备注'],
    ['1', '甲秀英', '淄水社区', '13900000001', '√', ''],
    ['2', '𬱖小兰', '', '13900000002', '√', ''],
    ['3', '丙建国', '王齐村', '13900000003', '', '请假'],
  ];
  it.each(['xlsx', 'docx'] as const)('%s: a merged village covers the rows below it', async (format) => {
    const bytes = await officeBytes({ format, tables: [{ rows, merges: ['C4:C5'], above: [], below: [] }] });
    const reading = await read({ bytes, name: `签到.${format}` });
    expect(rowsOf(reading)).toEqual([
      '甲秀英|-|-|淄水社区|13900000001|剪纸培训|2021-06-12|y|-',
      '𬱖小兰|-|-|淄水社区|13900000002|剪纸培训|2021-06-12|y|-',
      '丙建国|-|-|王齐村|13900000003|剪纸培训|2021-06-12|n|-',
    ]);
    expect(toldBy(reading)).toEqual([]);
  });
  it.each(PAPERS.filter(({ text }) => text.includes(',')).map((sheet) => [sheet.what, sheet] as const))(
    'a workbook, a saved page and a paste hold the same: %s',
    async (_what, sheet) => {
      const cells = sheet.text.split('\n').map((line) => line.split(','));
      const width = Math.max(...cells.map(({ length }) => length));
      const even = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
      const bytes = await officeBytes({ format: 'xlsx', tables: [{ rows: even, merges: [], above: [], below: [] }] });
      const html = `<table>${even.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
      const tabs = even.map((row) => row.join('\t')).join('\n');
      for (const source of [{ bytes, name: 'a.xlsx' }, { html, text: tabs }, { text: tabs }]) {
        const reading = await read(source);
        expect(rowsOf(reading)).toEqual(sheet.rows);
        expect(reading.kind).toBe(sheet.kind);
      }
    },
  );
  it('xls and HTML hold the same', async () => {
    const bytes = await officeBytes({ format: 'xls', tables: [{ rows, merges: [], above: [], below: [] }] });
    const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    expect(rowsOf(await read({ bytes, name: 'a.xls' }))).toEqual(rowsOf(await read({ html, text: '' })));
  });
});

describe('damage', () => {
  const header = '序号,姓名,性别,出生日期,村(居),联系电话,活动,日期,签到';
  const people = ['甲秀英', '乙玉兰', '丙建国', '丁志强', '戊小英', '己大勇'];
  const body = people.map((name, index) => [
    String(index + 1),
    name,
    index % 2 === 0 ? '女' : '男',
    `19${50 + index}-03-08`,
    index < 3 ? '淄水社区' : '王齐村',
    `1390000000${index}`,
    index < 4 ? '剪纸培训' : '版画体验',
    index < 4 ? '2021-06-12' : '2021-06-19',
    '√',
  ]);
  const sheet = (rows: readonly (readonly string[])[]): string =>
    [header, ...rows.map((row) => row.join(','))].join('\n');
  const damages: Readonly<Record<string, (row: string[], at: number) => string[]>> = {
    lost: (row, at) => row.toSpliced(at, 1),
    doubled: (row, at) => row.toSpliced(at, 0, row[at] ?? ''),
    swapped: (row, at) => row.with(at, row[(at + 1) % row.length] ?? '').with((at + 1) % row.length, row[at] ?? ''),
    garbled: (row, at) => row.with(at, '��'),
    reference: (row, at) => row.with(at, '#REF!'),
    marked: (row, at) => row.with(at, '???'),
  };
  const row = fc.nat(body.length - 1);
  const cell = fc.nat(8);

  it('a damaged cell gives a warning or the same rows, never another row in silence', async () => {
    const whole = await read({ text: sheet(body) });
    expect(toldBy(whole)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(row, cell, fc.constantFrom(...Object.keys(damages)), async (place, at, kind) => {
        const damaged = body.map((one, index) => (index === place ? (damages[kind]?.(one, at) ?? one) : one));
        const reading = await read({ text: sheet(damaged) }).catch((error: unknown) => {
          if (error instanceof AppError) return null;
          throw error;
        });
        if (reading === null || JSON.stringify(rowsOf(reading)) === JSON.stringify(rowsOf(whole))) return;
        expect(toldBy(reading), `${kind} ${place} ${at}`).not.toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('a lost heading, a lost row and a cut file are told or refused', async () => {
    for (let at = 0; at < 9; at += 1) {
      const cut = [header.split(',').with(at, ''), ...body].map((one) => one.join(',')).join('\n');
      const reading = await read({ text: cut }).catch((error: unknown) =>
        error instanceof AppError ? null : Promise.reject(error as Error),
      );
      expect(reading === null || toldBy(reading).length > 0, `heading ${at}`).toBe(true);
    }
    expect(toldBy(await read({ text: sheet(body.toSpliced(2, 1)) }))).toContain('number_gap');
    const half = await read({ text: sheet(body).slice(0, -30) });
    expect(toldBy(half)).not.toEqual([]);
  });

  it('never throws anything but a refusal', async () => {
    const text = readFileSync(import.meta.filename, 'utf8');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '姓名',
            '签到',
            '1',
            '甲秀英',
            '√',
            ',',
            '\t',
            '\n',
            '|',
            '2021年6月12日',
            '活动名称：',
            '合计',
            text.slice(0, 40),
          ),
          { maxLength: 40 },
        ),
        async (parts) => {
          const error: unknown = await read({ text: parts.join('') }).then(
            () => null,
            (thrown: unknown) => thrown,
          );
          expect(error === null || error instanceof AppError).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
