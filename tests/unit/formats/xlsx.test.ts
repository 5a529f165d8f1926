import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { sheetPackage, zip } from './zip-writer.ts';

async function written(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const plan = await written((workbook) => {
  const sheet = workbook.addWorksheet('配档表', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '1:2' },
    headerFooter: { oddFooter: '&R— &P —', evenFooter: '&L— &P —', differentOddEven: true },
  });
  sheet.columns = [{ width: 9.5 }, { width: 40 }, { width: 20 }];
  sheet.addRow(['2021年工作配档表']);
  sheet.addRow(['月份', '工作安排', '主管单位']);
  sheet.addRow([
    '1-2月',
    { richText: [{ text: '寒假“冬学”' }, { font: { bold: true }, text: '培训\n（三期）' }] },
    '中心校',
  ]);
  sheet.addRow(['', '慰问', '_x0041_<&>']);
  sheet.mergeCells('A1:C1');
  sheet.mergeCells('A3:A4');
  sheet.getRow(3).height = 42.75;
  sheet.getRow(3).addPageBreak();
});

describe('workbooks', () => {
  it('come back exactly as exceljs wrote them', async () => {
    const { sheets, definedNames } = await readWorkbook(plan);
    const [sheet] = sheets;
    expect(sheet?.rows.map(({ number, cells }) => [number, cells.map((cell) => cell?.value ?? null)])).toEqual([
      [1, ['2021年工作配档表']],
      [2, ['月份', '工作安排', '主管单位']],
      [3, ['1-2月', '寒假“冬学”培训\n（三期）', '中心校']],
      [4, [null, '慰问', 'A<&>']],
    ]);
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 3, left: 1, bottom: 4, right: 1 },
    ]);
    expect(sheet?.rows[2]?.heightPt).toBe(42.75);
    expect(sheet?.rowBreaks).toEqual([3]);
    expect(sheet?.columnWidths.map(({ first, width }) => [first, width])).toEqual([
      [1, 9.5],
      [2, 40],
      [3, 20],
    ]);
    expect(sheet?.printTitles).toBe("'配档表'!$1:$2");
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: '9',
      orientation: 'landscape',
      fitToPage: '1',
      fitToHeight: '0',
    });
    expect(sheet?.headerFooter).toMatchObject({ oddFooter: '&R— &P —', evenFooter: '&L— &P —', differentOddEven: '1' });
    expect(definedNames).toHaveLength(1);
  });

  it('become tables with spans, lines equal to the rows of the sheet', async () => {
    const document = await decode(plan, '计划.xlsx');
    expect(document).toMatchObject({ format: 'xlsx', name: '计划.xlsx', notes: [] });
    expect(document.lines).toEqual([
      '2021年工作配档表\t\t',
      '月份\t工作安排\t主管单位',
      '1-2月\t寒假“冬学”培训 （三期）\t中心校',
      '\t慰问\tA<&>',
    ]);
    expect(document.blocks).toMatchObject([
      {
        kind: 'table',
        name: '配档表',
        rows: [
          { line: 1, cells: [{ colSpan: 3, rowSpan: 1 }, null, null] },
          { line: 2 },
          { line: 3, cells: [{ text: '1-2月', rowSpan: 2 }, {}, {}] },
          { line: 4, cells: [null, { text: '慰问' }, {}] },
        ],
      },
    ]);
  });

  it.each([
    [new Date(Date.UTC(2021, 2, 1)), 'yyyy"年"m"月"d"日"', '2021年3月1日'],
    [new Date(Date.UTC(2021, 2, 1)), 'yyyy/m/d', '2021/3/1'],
    [new Date(Date.UTC(2021, 2, 1)), '[DBNum1][$-804]yyyy"年"m"月";@', '二〇二一年三月'],
    [new Date(Date.UTC(2021, 11, 25, 9, 5)), 'yyyy-mm-dd hh:mm', '2021-12-25 09:05'],
    [new Date(Date.UTC(2021, 2, 1)), 'm"月"', '3月'],
    [3, '0"月"', '3月'],
    [3, 'General"月"', '3月'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [-0.125, '0.0%', '-12.5%'],
    [1.005, '0.00', '1.01'],
    [0.1 + 0.2, 'General', '0.3'],
    [370305198001011, 'General', '370305198001011'],
    [7, '00', '07'],
    [5, '# ?/?', '5'],
  ])('%s as %s is shown as %s', async (value, numFmt, text) => {
    const bytes = await written((workbook) => {
      const cell = workbook.addWorksheet('a').getCell('B2');
      cell.value = value;
      cell.numFmt = numFmt;
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.rows[0]?.cells[1]?.text).toBe(text);
  });

  it('tell of formulas without result, errors, hidden rows and sheets, covered values and dates made of 1-2', async () => {
    const bytes = await written((workbook) => {
      const sheet = workbook.addWorksheet('甲');
      sheet.addRow(['1月', { formula: '1+1', result: 2 }, { formula: '1+1' }, { error: '#N/A' }]);
      sheet.addRow(['隐藏', new Date(Date.UTC(2021, 0, 2))]).hidden = true;
      sheet.getCell('B2').numFmt = 'm"月"d"日"';
      workbook.addWorksheet('乙', { state: 'hidden' }).addRow(['选项']);
    });
    const document = await decode(bytes, null);
    expect(document.lines).toEqual(['1月\t2\t\t', '隐藏\t1月2日\t\t']);
    expect(document.notes).toEqual([
      { code: 'source/formula_without_value', line: 1, params: { sheet: '甲', cell: 'C1', text: '' } },
      { code: 'source/error_cell', line: 1, params: { sheet: '甲', cell: 'D1', text: '#N/A' } },
      { code: 'source/date_cell', line: 2, params: { sheet: '甲', cell: 'B2', text: '1月2日', date: '2021-01-02' } },
      { code: 'source/hidden_row', line: 2, params: { sheet: '甲', row: 2 } },
      { code: 'source/hidden_sheet', line: null, params: { sheet: '乙' } },
    ]);
  });

  it('count days from 1904 where the file says so, and read inline strings, empty rows and phonetic marks', async () => {
    const workbook = await readWorkbook(
      zip(
        sheetPackage(
          '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><r><t>内</t></r><rPh><t>nei</t></rPh><r><t xml:space="preserve">联 </t></r></is></c>' +
            '<c><v>1.5</v></c></row><row><c t="str"><f>A2</f><v>甲_x000D_</v></c></row></sheetData>',
        ),
      ),
    );
    expect(workbook.sheets[0]?.rows).toMatchObject([
      { number: 2, cells: [{ value: '内联 ' }, { value: 1.5, text: '1.5' }] },
      { number: 3, cells: [{ value: '甲\n', kind: 'formula' }] },
    ]);
    const old = await written((book) => {
      book.properties.date1904 = true;
      const cell = book.addWorksheet('a').getCell('A1');
      cell.value = new Date(Date.UTC(2021, 2, 1));
      cell.numFmt = 'yyyy-mm-dd';
    });
    expect((await readWorkbook(old)).sheets[0]?.rows[0]?.cells[0]).toMatchObject({
      date: '2021-03-01',
      text: '2021-03-01',
    });
  });

  it('keep one table a sheet', async () => {
    const bytes = await written((workbook) => {
      workbook.addWorksheet('一').addRow(['1月', '甲']);
      workbook.addWorksheet('空');
      workbook.addWorksheet('二').getCell('A3').value = '2月';
    });
    const document = await decode(bytes, null);
    expect(
      document.blocks.map((block) => block.kind === 'table' && [block.name, block.rows.map(({ line }) => line)]),
    ).toEqual([
      ['一', [1]],
      ['二', [2, 3, 4]],
    ]);
  });
});
