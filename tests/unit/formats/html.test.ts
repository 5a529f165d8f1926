import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodeClipboard } from '#core/formats/index.ts';
import type { SourceDocument } from '#core/reading/source.ts';
import { isTyped, outcome } from './outcome.ts';

function paste(html: string, text = ''): SourceDocument {
  return decodeClipboard({ html, text });
}

function grid(document: SourceDocument, table = 0): (string | null)[][] {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return (tables[table]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? null));
}

describe('tables of web pages', () => {
  it('lays spans on the grid', () => {
    const document = paste(`<table>
      <tr><th>月份<th>工作安排<th>主管单位
      <tr><td rowspan=2>1-2月<td>寒假培训<td>中心校</tr>
      <tr><td>慰问<td>街道办事处</tr>
      <tr><td>3月<td colspan="2">庆三八</table>`);
    expect(grid(document)).toEqual([
      ['月份', '工作安排', '主管单位'],
      ['1-2月', '寒假培训', '中心校'],
      [null, '慰问', '街道办事处'],
      ['3月', '庆三八', null],
    ]);
    expect(document.blocks[0]).toMatchObject({ rows: [{}, { line: 2, cells: [{ rowSpan: 2 }, {}, {}] }, {}, {}] });
    expect(document.lines[2]).toBe('\t慰问\t街道办事处');
  });

  it('keeps text before, between and after tables in order, each block on its line', () => {
    const document = paste(
      '<h1>配档表</h1><p>一、说明&nbsp;甲<br>乙<table><tr><td>1月<td>a</table><div>附：<b>二</b></div><table><tr><td>2月<td>b</table>完',
    );
    expect(document.lines).toEqual(['配档表', '一、说明 甲', '乙', '1月\ta', '附：二', '2月\tb', '完']);
    expect(
      document.blocks.map((block) => (block.kind === 'text' ? [block.from, block.to] : block.rows.length)),
    ).toEqual([[1, 3], 1, [5, 5], 1, [7, 7]]);
  });

  it('drops scripts, styles and hidden parts, and tells of hidden text', () => {
    const document = paste(
      '<style>td{}</style><script>"<table>"</script><table><tr style="display:none"><td>旧<td>行</tr><tr><td>1月<td>培训</table>',
    );
    expect(grid(document)).toEqual([['1月', '培训']]);
    expect(document.notes.map(({ code }) => code)).toEqual(['source/web_part']);
  });

  it('ends a merged cell above hidden rows where the rows end that are left', () => {
    const document = paste(
      '<table><tr><td rowspan=3>1月<td>慰问</tr><tr><td>灯会</tr><tr style="display:none"><td>旧</tr><tr><td>3月<td>植树</table>',
    );
    expect(grid(document)).toEqual([
      ['1月', '慰问'],
      [null, '灯会'],
      ['3月', '植树'],
    ]);
  });

  it('leaves text out that is struck through, and tells of it', () => {
    const document = paste(
      '<p>甲<del>乙</del>丙</p><table><tr><td>1月<td>慰问<td>妇联、<s>团委</s>工会<tr><td>2月<td><span style="text-decoration:line-through">灯会</span><td>文化站</table>',
    );
    expect(document.lines[0]).toBe('甲丙');
    expect(grid(document)).toEqual([
      ['1月', '慰问', '妇联、工会'],
      ['2月', '', '文化站'],
    ]);
    expect(document.notes.map(({ code, line }) => `${code}@${line}`)).toEqual([
      'source/struck_text@1',
      'source/struck_text@2',
      'source/struck_text@3',
    ]);
  });

  it('collapses white space as a browser does, but not a line break between two Chinese characters', () => {
    const document = paste('<table><tr><td> 开展\r\n  培训  <br>\n 第 2\n期 <td><p>中心校</p><p>妇联</p></table>');
    expect(grid(document)).toEqual([['开展培训\n第 2 期', '中心校\n妇联']]);
  });

  it('takes apart a table that only places another one, and flattens a small one inside a cell', () => {
    const placed = paste(
      '<table><tr><td><h2>标题</h2><table><tr><td>1月<td>培训</tr><tr><td>2月<td>慰问</table></table>',
    );
    expect(placed.lines).toEqual(['标题', '1月\t培训', '2月\t慰问']);
    const inside = paste(
      '<table><tr><td>3月<td>春耕农技培训共四期，分村进行<td><table><tr><td>农业办<td>中心</table></tr><tr><td>4月<td>清明祭英烈活动和安全教育<td>团工委</table>',
    );
    expect(grid(inside)[0]).toEqual(['3月', '春耕农技培训共四期，分村进行', '农业办 中心']);
  });

  it('numbers the items of a numbered list as a browser does', () => {
    const list = '<ol start=3><li>甲<li value=7>乙<li>丙</ol><ul><li>丁</ul><ol type=a><li>戊</ol><ol><li> </ol>';
    expect(paste(`${list}<table><tr><td>1月<td><ol><li>培训<li>慰问</ol></table>`).lines).toEqual([
      '3. 甲',
      '7. 乙',
      '8. 丙',
      '丁',
      '戊',
      '1月\t1. 培训 2. 慰问',
    ]);
  });

  it('clips spans that leave the table', () => {
    const document = paste('<table><tr><td rowspan=9>1月<td rowspan=0>甲</tr><tr><td>乙</table>');
    expect(grid(document)).toEqual([
      ['1月', '甲', ''],
      [null, null, '乙'],
    ]);
    expect(document.blocks[0]).toMatchObject({ rows: [{ cells: [{ rowSpan: 2 }, { rowSpan: 2 }, {}] }, {}] });
  });
});

describe('clipboard', () => {
  const excel = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000900\r\n
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65{mso-number-format:"\\@";}</style></head>
<body><table border=0 style='border-collapse:collapse'><!--StartFragment--><col width=72 span=3>
<tr height=18><td colspan=3 height=18 class=xl65 style='mso-ignore:colspan'>工作配档表</td></tr>
<tr><td rowspan=2 class=xl65>1-2月</td><td>寒假培训<br>\r\n    （三期）</td><td><span style='mso-spacerun:yes'>&nbsp;</span>中心校</td></tr>
<tr><td>慰问<o:p></o:p></td><td><![if !supportMisalignedColumns]>街道<![endif]></td></tr><!--EndFragment--></table></body></html>`;

  it('reads what Excel copies', () => {
    const document = paste(excel, 'x');
    expect(document.format).toBe('html');
    expect(grid(document)).toEqual([
      ['工作配档表', '', ''],
      ['1-2月', '寒假培训\n（三期）', '中心校'],
      [null, '慰问', '街道'],
    ]);
  });

  it('mends markup that lost its first bracket', () => {
    const document = paste(
      'html><body><table><tr><td>1月</td><td>培训</td></tr>tr><td>2月</td>td>慰问</td></tr></table>',
    );
    expect(grid(document)).toEqual([
      ['1月', '培训'],
      ['2月', '慰问'],
    ]);
  });

  it('prefers the text where the markup holds no table, and falls back to it where the markup is unusable', () => {
    expect(paste('<p>1月 培训</p>', '1月\t培训\t甲\n2月\t慰问\t乙\n').format).toBe('tsv');
    const deep = `<table>${'<div>'.repeat(2000)}`;
    expect(paste(deep, '1月\n培训')).toMatchObject({ format: 'text', lines: ['1月', '培训'] });
    expect(() => paste(deep)).toThrowError(expect.objectContaining({ code: 'format/too_complex' }));
  });

  it('refuses an empty paste', () => {
    expect(() => paste('<p> </p>')).toThrowError(expect.objectContaining({ code: 'format/empty' }));
  });
});

it('reads a saved page by its content, whatever it is called', async () => {
  const page = '<!DOCTYPE html><meta charset=gbk><table><tr><td>1月<td>培训</table>';
  const document = await decode(new TextEncoder().encode(page), '计划.xls');
  expect(document).toMatchObject({ format: 'html', encoding: 'utf-8', name: '计划.xls', lines: ['1月\t培训'] });
});

it('answers every markup with a document or a typed error, and quickly', () => {
  const piece = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '<td rowspan=3>',
    '<td colspan=1000>',
    '</table>',
    '<p>',
    '<b>',
    '</td>',
    '<caption>',
    '月',
    '&nbsp;',
    '<br>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<svg>',
    '<template>',
    'tr>',
    '<select>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(outcome(() => paste(`<table>${pieces.join('')}`))).toSatisfy(isTyped);
    }),
    { numRuns: 300 },
  );
});
