import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseDelimited } from '#core/formats/delimited.ts';
import { decode, decodeClipboard } from '#core/formats/index.ts';
import type { SourceDocument } from '#core/reading/source.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { isTyped, outcome } from './outcome.ts';

const inputs = inputsFolder();

function cells(document: SourceDocument, table = 0): (string | null)[][] {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return (tables[table]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? null));
}

function bytes(text: string, encoding: string, mark = false): Uint8Array {
  return iconv.encode(text, encoding, { addBOM: mark });
}

const plan = '二〇二一年工作配档表\n1-2月\n寒假“冬学”培训\n社区教育中心\n';

describe('encodings', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['gb18030', false],
  ] as const)('%s, with mark: %s', async (encoding, mark) => {
    const document = await decode(bytes(plan, encoding, mark), '计划.txt');
    expect(document.encoding).toBe(encoding);
    expect(document.lines).toEqual(plan.trimEnd().split('\n'));
    expect(document.blocks).toEqual([{ kind: 'text', from: 1, to: 4 }]);
  });

  it('reads characters of GB18030 beyond GBK', async () => {
    const document = await decode(bytes('联系人：䶮、𠅤、㛃\n', 'gb18030'), null);
    expect(document.lines).toEqual(['联系人：䶮、𠅤、㛃']);
  });

  it('tells a UTF-8 text with a damaged character from GB18030 and names the line', async () => {
    const whole = bytes(plan.repeat(3), 'utf-8');
    const damaged = Uint8Array.from(whole);
    damaged[whole.indexOf(0x0a) + 8] = 0xff;
    const document = await decode(damaged, '计划.txt');
    expect(document.encoding).toBe('utf-8');
    expect(document.notes).toEqual([{ code: 'source/characters_lost', line: 3, params: { line: 3, count: 1 } }]);
  });

  it.each([
    ['no text at all', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'format/binary'],
    ['nothing', new Uint8Array(), 'format/empty'],
    ['only white space', bytes(' \n\t\n', 'utf-8'), 'format/empty'],
    ['a picture', bytes('\x89PNG\r\n', 'latin1'), 'format/image'],
    ['a PDF', bytes('%PDF-1.7\n', 'latin1'), 'format/pdf'],
  ])('refuses %s', async (_, content, code) => {
    await expect(decode(content, '计划.txt')).rejects.toMatchObject({ code });
  });
});

describe('delimited text', () => {
  it('keeps quoted line breaks, doubled quotes and the physical line of each record', () => {
    const text = '"序号","内容"\r\n"1","迎新春\r\n书画展"\r\n"2","""一封信""家访"\r\n';
    expect(parseDelimited(text, ',').records).toEqual([
      { line: 1, cells: ['序号', '内容'] },
      { line: 2, cells: ['1', '迎新春\n书画展'] },
      { line: 4, cells: ['2', '"一封信"家访'] },
    ]);
  });

  it('keeps a quote that merely begins a cell, and tells of one that is never closed', () => {
    const copied = parseDelimited('6月\t"六一"活动\t中心校\n', '\t');
    expect(copied.records[0]?.cells).toEqual(['6月', '"六一"活动', '中心校']);
    expect(copied.notes).toEqual([]);
    const broken = parseDelimited('月份,内容\n6月,"六一活动\n7月,培训\n', ',');
    expect(broken.records).toHaveLength(3);
    expect(broken.notes).toEqual([{ code: 'source/quote', line: 2, end: 2 }]);
  });

  it('tells of a quoted cell that swallows records', () => {
    const text = '月份,内容,单位,备注\n6月,"六一活动,中心校,\n7月,培训,中心校,\n8月,"总结",中心校,\n';
    expect(parseDelimited(text, ',').notes.map(({ line }) => line)).toContain(2);
  });

  it('reads back whatever RFC 4180 writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '月', '1', ' ', ';') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(parseDelimited(text, ',').records.map((record) => record.cells)).toEqual(rows);
      }),
    );
  });

  it.each([',', '\t', ';', '|', '，'])('finds the delimiter %j', async (delimiter) => {
    const rows = [
      ['月份', '工作安排', '主管单位'],
      ['1-2月', '寒假培训、慰问', '中心校'],
      ['3月', '庆三八', '妇联'],
    ];
    const document = await decode(bytes(rows.map((row) => row.join(delimiter)).join('\r\n'), 'gb18030'), '计划.csv');
    expect(cells(document)).toEqual(rows);
  });

  it('keeps comments before the table as text, and the lines true', async () => {
    const document = await decode(bytes('# 导出\n\n月份,内容\n1月,培训\n', 'utf-8'), 'a.csv');
    expect(document.blocks[0]).toEqual({ kind: 'text', from: 1, to: 2 });
    expect(document.blocks[1]).toMatchObject({ kind: 'table', rows: [{ line: 3 }, { line: 4 }] });
  });

  it('leaves prose and paragraphs that begin with a tab as text', () => {
    const prose = '\t一、指导思想\n\t全面贯彻，认真落实。\n\t二、工作安排\n';
    expect(decodeClipboard({ html: null, text: prose })).toMatchObject({ format: 'text', lines: { length: 3 } });
  });

  it('counts rows, not lines, where cells of a copy hold line breaks', () => {
    const copy = '1月\t"甲\n乙\n丙\n丁"\t中心校\n2月\t"戊\n己\n庚"\t妇联\n';
    expect(cells(decodeClipboard({ html: null, text: copy }))).toEqual([
      ['1月', '甲\n乙\n丙\n丁', '中心校'],
      ['2月', '戊\n己\n庚', '妇联'],
    ]);
  });

  it.skipIf(inputs === null)('reads the samples that are tables', async () => {
    const folder = join(inputs ?? '', 'schedule');
    const copied = await decode(await readFile(join(folder, '21-excel-tsv-paste.tsv')), '21-excel-tsv-paste.tsv');
    expect(copied.format).toBe('tsv');
    expect(cells(copied)).toHaveLength(16);
    expect(cells(copied)[0]).toEqual(['2022年齐陵街道社区教育中心工作配档表', '', '']);
    expect(cells(copied)[3]).toEqual(['', '走访慰问老党员、困难群众', '街道办事处']);
    const quoted = await decode(await readFile(join(folder, '24-csv-quoted.csv')), '24-csv-quoted.csv');
    expect(quoted).toMatchObject({ format: 'csv', encoding: 'utf-8', notes: [] });
    expect(cells(quoted)[1]?.slice(2, 4)).toEqual(['迎新春\n老年书画展', '老年书画协会\n社区教育中心']);
    expect(quoted.blocks[0]).toMatchObject({ rows: [{ line: 1 }, { line: 2 }, { line: 5 }, {}, {}, {}, {}] });
    const seed = await decode(await readFile(join(folder, '00-seed-qiling-2021.txt')), '00-seed-qiling-2021.txt');
    expect(seed.format).toBe('text');
  });

  it('answers every string with a document or a typed error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a') }), (a, b) => {
        expect(outcome(() => decodeClipboard({ html: null, text: a + b }))).toSatisfy(isTyped);
      }),
    );
  });
});
