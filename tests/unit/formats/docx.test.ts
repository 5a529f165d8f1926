import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import type { SourceDocument } from '#core/reading/source.ts';
import { isTyped } from './outcome.ts';
import { officePackage, zip } from './zip-writer.ts';

function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
}

function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content || run(''))}</w:tc>`;
}

function row(...cells: string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

function bytesOf(body: string, beside: Record<string, string> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  return zip(officePackage('word/document.xml', document, beside));
}

function read(body: string, beside: Record<string, string> = {}): Promise<SourceDocument> {
  return decode(bytesOf(body, beside), '计划.docx');
}

const continued = cell('', '<w:vMerge/>');
const restart = '<w:vMerge w:val="restart"/>';

describe('Word papers', () => {
  it('keep paragraphs and tables in order, merged cells as spans', async () => {
    const document = await read(
      paragraph('2021年工作配档表', '<w:jc w:val="center"/>') +
        `<w:tbl><w:tblPr/><w:tblGrid/>${row(cell('月份'), cell('工作安排'), cell('主管单位'))}${row(
          cell('1-2月', restart),
          cell(paragraph('寒假“冬学”') + paragraph('培训')),
          cell('中心校'),
        )}${row(continued, cell('慰问'), cell('街道', restart))}${row(cell('全年', '<w:gridSpan w:val="2"/>'), continued)}</w:tbl>` +
        paragraph('二〇二一年一月'),
    );
    expect(document).toMatchObject({ format: 'docx', notes: [] });
    expect(document.lines).toEqual([
      '2021年工作配档表',
      '月份\t工作安排\t主管单位',
      '1-2月\t寒假“冬学” 培训\t中心校',
      '\t慰问\t街道',
      '全年\t\t',
      '二〇二一年一月',
    ]);
    expect(document.blocks).toMatchObject([
      { kind: 'text', from: 1, to: 1 },
      {
        rows: [
          { line: 2 },
          { cells: [{ rowSpan: 2 }, { text: '寒假“冬学”\n培训' }, {}] },
          { cells: [null, {}, { rowSpan: 2 }] },
          { cells: [{ colSpan: 2 }, null, null] },
        ],
      },
      { kind: 'text', from: 6, to: 6 },
    ]);
  });

  it('leave deleted and hidden text out and tell of it', async () => {
    const document = await read(
      paragraph(
        `${run('开展')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>${run('培训')}`,
      ) +
        paragraph(`${run('慰问')}${run('内部', '<w:vanish/>')}`) +
        `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('删去的行')}</w:tr>${row(cell('1月'), cell('留下'))}</w:tbl>`,
    );
    expect(document.lines).toEqual(['开展新培训', '慰问', '1月\t留下']);
    expect(document.notes).toEqual([
      { code: 'source/hidden_text', line: 2, params: { line: 2 } },
      { code: 'source/revisions', line: null, params: { count: 2 } },
    ]);
  });

  it('leave text out that was struck through by hand, and tell of it where nothing else is left', async () => {
    const document = await read(
      paragraph(`${run('妇联、')}${run('团委', '<w:strike/>')}${run('教育办', '<w:strike w:val="0"/>')}`) +
        paragraph(run('取消的一项', '<w:dstrike/>')) +
        paragraph(run('内部', '<w:vanish/>')) +
        `<w:tbl>${row(cell('1月'), `<w:tc>${paragraph(run('旧事', '<w:strike/>'))}${paragraph(run('新事'))}</w:tc>`)}</w:tbl>`,
    );
    expect(document.lines).toEqual(['妇联、教育办', '', '', '1月\t新事']);
    expect(document.notes.map(({ code, line }) => `${code}@${line}`)).toEqual([
      'source/struck_text@1',
      'source/struck_text@2',
      'source/hidden_text@3',
      'source/struck_text@4',
    ]);
  });

  it('keep tabs and breaks, skip field codes, and read a text box once', async () => {
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
    const document = await read(
      paragraph(
        `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>`,
      ) +
        paragraph(
          `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('正文')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
        ),
    );
    expect(document.lines).toEqual(['甲\t乙', '丙', '正文', '框内']);
  });

  it('write automatic numbers out as Word counts them', async () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%2.')}${level(2, 'decimalEnclosedCircle', '%3')}${level(3, 'hebrew1', '%4')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const item = (text: string, at: number): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="7"/></w:numPr>`);
    const body = [
      item('指导', 0),
      item('一项', 1),
      item('二项', 1),
      item('小项', 2),
      paragraph('安排', '<w:pStyle w:val="b"/>'),
      item('又一项', 1),
      item('不明', 3),
      paragraph('无号', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    const document = await read(body, { 'numbering.xml': numbering, 'styles.xml': styles });
    expect(document.lines).toEqual([
      '一、指导',
      '1. 一项',
      '2. 二项',
      '① 小项',
      '二、安排',
      '1. 又一项',
      '不明',
      '无号',
    ]);
    expect(document.notes).toEqual([{ code: 'source/numbering', line: 7, params: { line: 7 } }]);
  });

  it('flatten a table inside a cell and take one apart that only frames another', async () => {
    const inner = `<w:tbl>${row(cell('农业办'), cell('中心'))}</w:tbl>`;
    const flat = await read(`<w:tbl>${row(cell('3月春耕农技培训共四期'), cell(inner + paragraph('等')))}</w:tbl>`);
    expect(flat.lines).toEqual(['3月春耕农技培训共四期\t农业办 中心 等']);
    const framed = await read(`<w:tbl>${row(cell(paragraph('题') + inner))}</w:tbl>`);
    expect(framed.lines).toEqual(['题', '农业办\t中心']);
  });

  it('refuses an empty paper, and answers mutated ones with the whole text or a typed error', async () => {
    await expect(read(paragraph(run('')))).rejects.toMatchObject({ code: 'format/empty' });
    const bytes = bytesOf(`<w:tbl>${row(cell('1月'), cell('培训'))}</w:tbl>`.repeat(30));
    const right = JSON.stringify((await decode(bytes, null)).lines);
    const wrong: unknown[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const mutated = Uint8Array.from(bytes);
      mutated[at] = (mutated[at] ?? 0) ^ (1 << (at % 8));
      const result: unknown = await decode(mutated, 'a.docx').then(
        ({ lines }) => JSON.stringify(lines),
        (error: unknown) => error,
      );
      if (typeof result === 'string' ? result !== right : !isTyped(result)) wrong.push(result);
    }
    expect(wrong).toEqual([]);
  });
});
