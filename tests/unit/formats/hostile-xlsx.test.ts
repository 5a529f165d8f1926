import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { importLimits } from '#core/formats/limits.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { isTyped } from './outcome.ts';
import { sheetPackage, zip, type ZipPart } from './zip-writer.ts';

const cell = '<sheetData><row r="1"><c r="A1" t="str"><v>1月</v></c></row></sheetData>';
const whole = sheetPackage(cell);

function read(parts: readonly ZipPart[]): Promise<unknown> {
  return decode(zip(parts), '计划.xlsx');
}

function sheet(xml: string): Promise<unknown> {
  return read(sheetPackage(xml));
}

describe('hostile workbooks', () => {
  it('reads the harmless one', async () => {
    await expect(read(whole)).resolves.toMatchObject({ lines: ['1月'] });
  });

  it('costs nothing for a merged area as large as the sheet or a false dimension', async () => {
    await expect(
      sheet(`<dimension ref="A1:XFD1048576"/>${cell}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    ).resolves.toMatchObject({ lines: ['1月'], blocks: [{ rows: [{ cells: [{ rowSpan: 1, colSpan: 1 }] }] }] });
  });

  it.each([
    [
      'an entity',
      sheetPackage(`${cell}`).map((part) =>
        part.name.includes('worksheet1')
          ? { ...part, content: `<!DOCTYPE a [<!ENTITY b "c">]>${String(part.content)}` }
          : part,
      ),
      'format/unsafe',
    ],
    ['a part twice', [...whole, { name: 'XL/workbook.xml', content: 'a' }], 'format/unsafe'],
    ['a name that leaves the folder', [...whole, { name: '../a.xml', content: 'a' }], 'format/damaged'],
    ['an encrypted part', [...whole, { name: 'a.xml', content: 'a', flags: 1 }], 'format/password'],
    [
      '2,001 parts',
      [...whole, ...Array.from({ length: 2001 }, (_, at) => ({ name: `a${at}`, content: '' }))],
      'format/unsafe',
    ],
    ['a false size', whole.map((part) => ({ ...part, claimedSize: 3 })), 'format/damaged'],
    ['an enormous claimed size', whole.map((part) => ({ ...part, claimedSize: 4_000_000_000 })), 'format/inflates'],
    ['no main part', whole.slice(0, 1).concat({ name: 'xl/worksheets/a.xml', content: '' }), 'format/damaged'],
  ])('refuses %s', async (_, parts, code) => {
    await expect(read(parts)).rejects.toMatchObject({ code });
  });

  it.each([
    [
      'a row of 9e9',
      '<sheetData><row r="9000000000"><c r="A9000000000"><v>1</v></c></row></sheetData>',
      'format/damaged',
    ],
    ['a row beyond the limit', '<sheetData><row r="20001"><c r="A20001"><v>1</v></c></row></sheetData>', 'format/rows'],
    ['a column beyond the limit', '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>', 'format/columns'],
    [
      'a cell twice',
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
      'format/damaged',
    ],
    ['no number', '<sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData>', 'format/damaged'],
    ['an unknown string', '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>', 'format/damaged'],
    ['deep nesting', '<a>'.repeat(5000), 'format/too_complex'],
    ['an open end', '<sheetData><row r="1">', 'format/damaged'],
    [
      'a long text',
      `<sheetData><row r="1"><c r="A1" t="str"><v>${'ab1 '.repeat(20_000)}</v></c></row></sheetData>`,
      'format/text_length',
    ],
  ])('refuses %s', async (_, xml, code) => {
    await expect(sheet(xml)).rejects.toMatchObject({ code });
  });

  it('stops unpacking a bomb at the ratio', async () => {
    const zeros = `<sheetData>${' '.repeat(40_000_000)}</sheetData>`;
    await expect(sheet(zeros)).rejects.toMatchObject({ code: 'format/inflates' });
  });

  it('ignores empty formatted rows and columns beyond the limits', async () => {
    const far = '<row r="1048576" ht="20" hidden="1"><c r="XFD1048576" s="1"/></row></sheetData>';
    await expect(sheet(cell.replace('</sheetData>', far))).resolves.toMatchObject({ lines: ['1月'], notes: [] });
  });

  it('answers cut and mutated files with the whole content or a typed error', async () => {
    const workbook = new ExcelJS.Workbook();
    const content = workbook.addWorksheet('计划');
    for (let row = 1; row <= 20; row += 1) content.addRow([`${row}月`, '培训', row]);
    content.mergeCells('A1:A2');
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const right = JSON.stringify((await decode(bytes, null)).lines);
    const started = performance.now();
    const wrong: unknown[] = [];
    let seed = 12345;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let run = 0; run < 3000; run += 1) {
      const cut = run % 10 === 0;
      const mutated = cut ? bytes.slice(0, random(bytes.length)) : Uint8Array.from(bytes);
      if (!cut) for (let times = 0; times <= run % 4; times += 1) mutated[random(mutated.length)] = random(256);
      const result: unknown = await decode(mutated, 'a.xlsx').then(
        ({ lines }) => JSON.stringify(lines),
        (error: unknown) => error,
      );
      if (typeof result === 'string' ? result !== right : !isTyped(result)) wrong.push(result);
    }
    expect(wrong).toEqual([]);
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);

  it('reads 60,000 rows where more are allowed', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>${at * 7919}月</v></c></row>`,
    );
    const bytes = zip(sheetPackage(`<sheetData>${rows.join('')}</sheetData>`));
    await expect(readWorkbook(bytes)).rejects.toMatchObject({
      code: 'format/rows',
      params: { row: importLimits.rows + 1 },
    });
    const { sheets } = await readWorkbook(bytes, { limits: { rows: 60_000 } });
    expect(sheets[0]?.rows.at(-1)).toMatchObject({ number: 60_000, cells: [{ value: `${59_999 * 7919}月` }] });
  });
});
