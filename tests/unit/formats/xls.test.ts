import * as spreadsheets from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { isTyped } from './outcome.ts';

function bytesOf(book: spreadsheets.WorkBook, bookType: 'biff8' | 'biff5'): Uint8Array {
  const bytes: unknown = spreadsheets.write(book, { type: 'array', bookType });
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('no bytes');
  return new Uint8Array(bytes);
}

function written(): Uint8Array {
  const sheet = spreadsheets.utils.aoa_to_sheet([
    ['2008年工作配档表'],
    ['月份', '工作安排', '主管单位'],
    ['1-2月', '寒假“冬学”\n培训', '中心校'],
    [null, '慰问', 12.5],
    [{ t: 'n', v: 39508, z: 'm"月"d"日"' }, '庆三八', { t: 'e', v: 42 }],
  ]);
  sheet['!merges'] = [spreadsheets.utils.decode_range('A1:C1'), spreadsheets.utils.decode_range('A3:A4')];
  const book = spreadsheets.utils.book_new();
  spreadsheets.utils.book_append_sheet(book, sheet, '配档表');
  spreadsheets.utils.book_append_sheet(book, spreadsheets.utils.aoa_to_sheet([['选项']]), '参数');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return bytesOf(book, 'biff8');
}

describe('old workbooks', () => {
  it('come back with their merges, dates and notes', async () => {
    const document = await decode(written(), '配档表.xls');
    expect(document.format).toBe('xls');
    expect(document.lines).toEqual([
      '2008年工作配档表\t\t',
      '月份\t工作安排\t主管单位',
      '1-2月\t寒假“冬学” 培训\t中心校',
      '\t慰问\t12.5',
      '3月1日\t庆三八\t',
    ]);
    expect(document.blocks).toMatchObject([
      {
        name: '配档表',
        rows: [
          { cells: [{ colSpan: 3 }, null, null] },
          {},
          { cells: [{ rowSpan: 2 }, {}, {}] },
          { cells: [null, {}, {}] },
          {},
        ],
      },
    ]);
    expect(document.notes.map(({ code, line }) => [code, line])).toEqual([
      ['source/date_cell', 5],
      ['source/error_cell', 5],
      ['source/hidden_sheet', null],
    ]);
  });

  it('reads texts that run over several records, and formulas with their results', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [
      `${at}月`,
      `第${at}期培训`.repeat((at % 30) + 1),
      `plain ${at}`,
    ]);
    const sheet = spreadsheets.utils.aoa_to_sheet([
      ...rows,
      [
        { t: 'n', v: 3, f: '1+2' },
        { t: 's', v: '甲乙', f: 'A1' },
      ],
    ]);
    const book = spreadsheets.utils.book_new();
    spreadsheets.utils.book_append_sheet(book, sheet, '长');
    for (const sst of [true, false]) {
      const bytes: unknown = spreadsheets.write(book, { type: 'array', bookType: 'biff8', bookSST: sst });
      const document = await decode(new Uint8Array(bytes instanceof ArrayBuffer ? bytes : []), null);
      expect(document.lines).toEqual([...rows.map((row) => row.join('\t')), '3\t甲乙\t']);
    }
  });

  it('decodes the code page of files before Excel 97', async () => {
    const book = spreadsheets.utils.book_new();
    spreadsheets.utils.book_append_sheet(book, spreadsheets.utils.aoa_to_sheet([['WXYZ', 'QRSTUV']]), 'PLAN');
    const bytes = Buffer.from(bytesOf(book, 'biff5'));
    // The library writes no Chinese there: the bytes of the texts and of the code page are put in afterwards.
    for (const [mark, text] of [
      ['WXYZ', '月份'],
      ['QRSTUV', '主管处'],
      ['PLAN', '计划'],
    ] as const) {
      iconv.encode(text, 'gbk').copy(bytes, bytes.indexOf(mark));
    }
    bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
    const document = await decode(bytes, '计划.xls');
    expect(document).toMatchObject({ lines: ['月份\t主管处'], blocks: [{ name: '计划' }] });
  });

  it('answers mutated files with a document or a typed error', async () => {
    const bytes = written();
    const wrong: unknown[] = [];
    for (let at = 0; at < bytes.length; at += 11) {
      const mutated = Uint8Array.from(bytes);
      mutated[at] = 255 - (mutated[at] ?? 0);
      const result: unknown = await decode(mutated, 'a.xls').catch((error: unknown) => error);
      if (!isTyped(result)) wrong.push(result);
    }
    expect(wrong).toEqual([]);
  });

  it('cut off are refused', async () => {
    const bytes = written();
    await expect(decode(bytes.slice(0, bytes.length / 2), 'a.xls')).rejects.toMatchObject({ code: 'format/damaged' });
  });
});

function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  bytes.write('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1');
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

it.each([
  ['WordDocument', '计划.doc', 'format/doc'],
  ['WordDocument', '计划.wps', 'format/doc'],
  ['EncryptedPackage', '计划.xlsx', 'format/password'],
  ['PowerPoint Document', '计划.ppt', 'format/presentation'],
])('a file with %s named %s is refused with %s', async (stream, name, code) => {
  await expect(decode(ole(stream), name)).rejects.toMatchObject({ code });
});
