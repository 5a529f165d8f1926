/**
 * Plans as schools, streets, unions and libraries set them out, with the noise and damage that copies bring, and texts
 * that are no plans. They go the whole way from bytes to rows. The rows were worked out by hand; `doubts` names every
 * doubt by code and line, so that a needless one fails as well as a missing one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheets from '@e965/xlsx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { readPlan } from '#core/reading/index.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadRow } from '#shared/features/reading.ts';
import { officePackage, zip } from '../formats/zip-writer.ts';

const folder = join(import.meta.dirname, '../../fixtures/reading/corpus');
const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));

const OWN_MARKS = new Set(['all_year', 'no_month', 'needs_review', 'items', 'sub_items']);

/** What the paper prints: without the reader's own marks. */
function printed(row: ReadRow): Record<string, unknown> {
  const facts = Object.entries(row).filter(([key]) => !OWN_MARKS.has(key));
  return { ...Object.fromEntries(facts), activity: row.activity.replace(/\s+/gu, '') };
}

async function read(bytes: Uint8Array, name: string): Promise<unknown> {
  try {
    const readings = readPlan(await decode(bytes, name), { locale: 'zh-CN', units: [] });
    return {
      schedules: readings.map(({ title, year, rows }) => ({ title, year, rows: rows.map(printed) })),
      doubts: readings.flatMap(({ warnings }) =>
        warnings.filter((one) => one.severity !== 'note').map((one) => `${one.code}@${one.line ?? '-'}`),
      ),
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'schedule/unreadable') return { refused: true };
    throw error;
  }
}

describe('papers as they come', () => {
  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(join(folder, name.replace(/\.[a-z]+$/u, '.expected.json')), 'utf8'),
    );
    expect(await read(readFileSync(join(folder, name)), name)).toEqual(expected);
  });
});

const ROWS = [
  { month_start: 1, month_end: 2, activity: '防火宣传', units: ['应急办'] },
  { month_start: 3, month_end: 3, activity: '妇女讲座', units: ['妇联', '社区教育中心'] },
  { month_start: 3, month_end: 3, activity: '植树活动', units: ['社区教育中心'] },
];
const ANSWER = { schedules: [{ title: '2023年某街道工作配档表', year: 2023, rows: ROWS }], doubts: [] };
const CELLS = [
  ['2023年某街道工作配档表', '', ''],
  ['月份', '工作安排', '主管单位'],
  ['1-2月', '防火宣传', '应急办'],
  ['3月', '妇女讲座', '妇联\n社区教育中心'],
  ['', '植树活动', '社区教育中心'],
  ['合计', '3项', ''],
];

describe('the same plan in every file format', () => {
  it('.xlsx with a merged title and merged months', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('配档表');
    for (const row of CELLS) sheet.addRow(row);
    sheet.mergeCells('A1:C1');
    sheet.mergeCells('A4:A5');
    expect(await read(new Uint8Array(await book.xlsx.writeBuffer()), '计划.xlsx')).toEqual(ANSWER);
  });

  it('.xlsx with one year a sheet and a list of units', async () => {
    const book = new ExcelJS.Workbook();
    for (const year of [2022, 2023]) {
      const sheet = book.addWorksheet(`${year}`);
      for (const row of CELLS) sheet.addRow(row.map((text) => text.replace('2023', `${year}`)));
      sheet.mergeCells('A4:A5');
    }
    book.addWorksheet('单位名录').addRows([
      ['序号', '单位', '简称'],
      [1, '某街道中心校', '中心校'],
    ]);
    expect(await read(new Uint8Array(await book.xlsx.writeBuffer()), '计划.xlsx')).toEqual({
      schedules: [2022, 2023].map((year) => ({ title: `${year}年某街道工作配档表`, year, rows: ROWS })),
      doubts: [],
    });
  });

  it('.xls', async () => {
    const sheet = spreadsheets.utils.aoa_to_sheet(CELLS);
    sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } }];
    const book = spreadsheets.utils.book_new();
    spreadsheets.utils.book_append_sheet(book, sheet, 'Sheet1');
    const bytes: unknown = spreadsheets.write(book, { type: 'array', bookType: 'biff8' });
    if (!(bytes instanceof ArrayBuffer)) throw new TypeError('the library wrote no bytes');
    expect(await read(new Uint8Array(bytes), '计划.xls')).toEqual(ANSWER);
  });

  it('.docx with vertically merged months', async () => {
    const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const cell = (text: string, merge: string): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
    const rows = CELLS.slice(1).map((cells, index) => {
      const merge = index === 2 ? '<w:vMerge w:val="restart"/>' : index === 3 ? '<w:vMerge/>' : '';
      return `<w:tr>${cells.map((text, column) => cell(text, column === 0 ? merge : '')).join('')}</w:tr>`;
    });
    const body = `${paragraph(CELLS[0]?.[0] ?? '')}<w:tbl>${rows.join('')}</w:tbl>${paragraph('注：以通知为准。')}`;
    const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
    expect(await read(zip(officePackage('word/document.xml', document)), '计划.docx')).toEqual(ANSWER);
  });

  it('.csv in GB18030 with CRLF, every month printed', async () => {
    const lines = CELLS.map((row, index) =>
      row.map((text) => `"${index === 4 && text === '' ? '3月' : text}"`).join(','),
    );
    expect(await read(iconv.encode(lines.join('\r\n'), 'gb18030'), '计划.csv')).toEqual(ANSWER);
  });
});
