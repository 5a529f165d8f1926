/** What the corpus does not show: the reviewer's mapping, several catalogues seen as one, pastes, the other language. */
import { describe, expect, it } from 'vitest';
import { readForeignCatalogue } from '#core/read-foreign-catalogue.ts';
import { AppError } from '#shared/errors.ts';
import { type CatalogueMapping, ReadCatalogueInput, type ReadCatalogueOutput } from '#shared/features/catalogue.ts';

async function read(text: string, rest: Partial<ReadCatalogueInput> = {}): Promise<ReadCatalogueOutput> {
  const input = ReadCatalogueInput.parse({ text, ...rest });
  return await readForeignCatalogue(input, new AbortController().signal);
}

const REGISTER = [
  '序号\t收文日期\t来文单位\t文件名称\t存放处\t页数',
  '1\t2021.3.1\t示例区教育局\t关于开学工作的通知\t甲柜\t2',
  '2\t2021.3.8\t示例区民政局\t关于老年课程的函\t乙柜\t1',
].join('\n');

describe('the mapping', () => {
  it('is proposed for every heading, null where a column is not read', async () => {
    const { mapping } = await read(REGISTER);
    expect(mapping).toEqual({
      序号: 'no',
      收文日期: 'received',
      来文单位: 'author',
      文件名称: 'title',
      存放处: null,
      页数: 'pages',
    });
  });

  it('of the reviewer is followed', async () => {
    const mapping: CatalogueMapping = { 收文日期: 'date', 存放处: 'remark', 来文单位: null };
    const found = await read(REGISTER, { mapping });
    expect(found.records.map(({ date, remark, author, received }) => [date, remark, author, received])).toEqual([
      ['20210301', '甲柜', null, undefined],
      ['20210308', '乙柜', null, undefined],
    ]);
    expect(found.warnings.map(({ code }) => code)).not.toContain('catalogue/date_only_received');
  });

  it('finds a catalogue whose headings nobody knows', async () => {
    const text = '甲\t乙\t丙\n1\t关于开学的通知\t示例学校\n2\t关于放假的通知\t示例学校';
    await expect(read(text)).rejects.toThrow(AppError);
    const found = await read(text, { mapping: { 甲: 'no', 乙: 'title', 丙: 'author' } });
    expect(found.records.map(({ no, title, author }) => [no, title, author])).toEqual([
      [1, '关于开学的通知', '示例学校'],
      [2, '关于放假的通知', '示例学校'],
    ]);
  });

  it('says of flattened cells as well which column they belong to', async () => {
    const text = [
      '件号',
      '题名',
      '经手',
      '日期',
      '1',
      '关于开学的通知',
      '示例学校',
      '20210301',
      '2',
      '关于放假的通知',
      '示例学校',
      '20210701',
    ];
    const found = await read(text.join('\n'), { mapping: { 经手: 'author' } });
    expect(found.records.map(({ author }) => author)).toEqual(['示例学校', '示例学校']);
  });
});

describe('several catalogues of one source', () => {
  const TWO = [
    '归档文件目录',
    '保管期限：永久',
    '件号,题名,责任者,日期,页数',
    '1,关于开学的通知,示例学校,20210301,2',
    '归档文件目录',
    '保管期限：10年',
    '件号,题名,责任者,日期,页数',
    '1,关于放假的通知,示例学校,2021070?,1',
  ].join('\n');

  it('are answered each, and joined with warnings that point at their records', async () => {
    const found = await read('', { text: undefined, bytes: Buffer.from(TWO), name: 'a.csv' });
    expect(found.tables?.map(({ term, records }) => [term, records.length])).toEqual([
      ['永久', 1],
      ['10年', 1],
    ]);
    expect(found.records.map(({ title }) => title)).toEqual(['关于开学的通知', '关于放假的通知']);
    expect(found.term).toBeNull();
    expect(found.pages_total).toBe(3);
    const doubt = found.warnings.find(({ code }) => code === 'catalogue/date_unreadable');
    expect(doubt).toMatchObject({ row: 1, line: 8 });
  });
});

describe('a paste', () => {
  it('is read from its HTML where it has a table', async () => {
    const html =
      '<table><tr><td>件号</td><td>题名</td><td>责任者</td></tr><tr><td>1</td><td>章程</td><td>示例学校</td></tr></table>';
    const found = await read('件号 题名', { html });
    expect(found.records).toMatchObject([{ no: 1, title: '章程', author: '示例学校' }]);
    expect(found.source).toMatchObject({ format: 'html', name: null });
  });

  it('answers the lines of the source where they are asked for', async () => {
    const found = await read(REGISTER, { withLines: true });
    expect(found.source.lines).toEqual(REGISTER.split('\n'));
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'format/empty'],
    ['今天天气很好。', 'documents/unreadable'],
    ['件号\n题名\n日期\n页数', 'documents/unreadable'],
    ['归档文件目录\n密级：机密\n件号\t题名\t日期\n1\t某通知\t20210101\n2\t某函\t20210102', 'documents/unreadable'],
  ])('%j', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it('keeps nothing of a classified paper but what finds it again', async () => {
    const text = '件号\t题名\t责任者\t密级\n1\t公开的通知\t示例学校\t\n2\t不可外传的题名\t示例学校\t绝密★30年';
    const found = await read(text);
    expect(found.records.map(({ no }) => no)).toEqual([1]);
    expect(found.rejected).toMatchObject([{ line: 3, text: '2　绝密' }]);
    expect(JSON.stringify({ ...found, source: null })).not.toContain('不可外传');
  });
});

it('speaks the language that is asked for', async () => {
  const found = await read('件号\t题名\t日期\t页数\n1\t章程\t2021年?月\t3', { locale: 'en' });
  expect(found.warnings.map(({ message }) => message)).toContain(
    'Line 2: the date “2021年?月” is not understood and stays empty. Please fill it in.',
  );
});
