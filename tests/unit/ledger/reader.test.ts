/** The reader of ledgers against what a person reads in each paper. */
import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { FundingReading } from '#shared/features/funding-reading.ts';
import { NewFundEntry } from '#shared/features/funding.ts';
import { ledgerWarnings as english } from '#shared/i18n/en/ledger-warnings.ts';
import { ledgerWarnings as chinese } from '#shared/i18n/zh-CN/ledger-warnings.ts';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { readAmount } from '#core/ledger/amounts.ts';
import { type Brief, briefly, folder, read, readFixture } from './ledgers.ts';

const names = readdirSync(folder);
const expected = (name: string): Brief & { refused?: string } =>
  JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/u, '.expected.json'), folder), 'utf8')) as Brief;
const papers = names.filter(
  (name) => !name.endsWith('.json') && names.includes(name.replace(/\.\w+$/u, '.expected.json')),
);

describe('papers as offices keep them', () => {
  test.each(papers.filter((name) => !name.startsWith('refused-')))('%s', async (name) => {
    const reading = await readFixture(name);
    expect(briefly(reading)).toEqual(expected(name));
    expect(FundingReading.safeParse(reading).error).toBeUndefined();
    const made = reading.entries.flatMap(({ entry }) => entry ?? []);
    for (const entry of made) expect(NewFundEntry.safeParse(entry).error).toBeUndefined();
    for (const { message } of reading.warnings) expect(message).not.toMatch(/\{\{|ledger\//u);
  });

  test.each(papers.filter((name) => name.startsWith('refused-')))('%s', async (name) => {
    const error: unknown = await readFixture(name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toBe(expected(name).refused);
  });

  it('says the same in both languages', async () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/gu)].map(String).toSorted();
    const of = (words: Record<string, string>): [string, Set<string>][] =>
      Object.entries(words).map(([code, text]) => [code, new Set(placeholders(text))]);
    expect(of(english)).toEqual(of(chinese));
  });

  it('hears the reviewer: 借方 is income, and a column may be left out', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('debit-credit.csv', folder)));
    const reading = await read({ bytes, name: 'a.csv', mapping: { 借方: 'income', 贷方: 'expense', 摘要: 'source' } });
    expect(briefly(reading).entries).toEqual([
      '2? | 2021-03-05 | - | payment | subdistrict | 100000 | 1 | 街道拨款 | - | - | -',
      '3 | 2021-03-06 | - | expense | - | 30000 | 2 | 讲师费 | - | - | -',
    ]);
    expect(reading.mapping).toMatchObject({ 借方: 'income', 贷方: 'expense', 摘要: 'source', 余额: 'balance' });
    const without = await read({ bytes, name: 'a.csv', mapping: { 借方: 'income', 贷方: 'expense', 凭证号: null } });
    expect(without.entries.map(({ entry }) => entry?.voucher)).toEqual(['', '']);
  });

  it.each([
    ['日期,类型,来源,金额(元),备注\n2021-03-05,拨款,街道,1,000.00,\n2021-03-06,拨款,街道,2,500.00,'],
    ['日期,类型,来源,收入,支出,余额\n2021-03-05,拨款,街道,1,000.00,,1000.00\n2021-03-06,拨款,街道,200,,1200'],
    [
      '日期,类型,来源,金额(元),备注\n2021-03-05,拨款,街道,1,000,000.00,\n2021-03-06,拨款,街道,200,\n2021-03-07,拨款,街道,300,',
    ],
  ])('makes no entry of an amount that a comma has cut: %#', async (text) => {
    const reading = await read({ bytes: new TextEncoder().encode(text), name: 'a.csv' });
    expect(reading.entries[0]?.entry).toBeNull();
    expect(reading.warnings.filter(({ severity, line }) => severity === 'error' && line === 2)).not.toEqual([]);
  });

  it.each(
    '合计 小计： 本日合计 以上合计 1-6月合计 1—3月小计 累计支出 支出总计 全部合计 合计（1-12月） 总额 合计大写 讲师费小计 本年支出合计 总支出 合计支出 本月发生额 本月发生额及余额 2021年合计 二季度累计 本单合计 ∑ TOTAL Total:'.split(
      ' ',
    ),
  )('makes no entry of a sum: %s', async (label) => {
    const text = `凭证号,日期,摘要,收入,支出\n记1,2021-03-05,讲师费,,100\n,2021-03-31,${label},,100`;
    const reading = await read({ bytes: new TextEncoder().encode(text), name: 'a.csv' });
    expect(reading.entries.map(({ line }) => line)).toEqual([2]);
    expect(reading.totals).toMatchObject([{ line: 3, field: 'expense', statedFen: 10_000, agrees: true }]);
  });

  it('keeps a line with a voucher of its own whose words end like a sum', async () => {
    const text = '凭证号,日期,摘要,支出\n记1,2021-03-05,购书合计,100\n共2张,,合计,100';
    const reading = await read({ bytes: new TextEncoder().encode(text), name: 'a.csv' });
    expect(reading.entries.map(({ entry }) => entry?.amountFen)).toEqual([10_000]);
    expect(reading.totals).toMatchObject([{ line: 3, agrees: true }]);
  });

  it.each([
    '金额（万）',
    '金额(千元)',
    '金额_分',
    '金额（亿元）',
    '金额(百元)',
    '金额(美元)',
    'Amount (thousand yuan)',
  ])('never takes %s for 元', async (heading) => {
    const text = `日期,类型,来源,${heading}\n2021-03-05,拨款,街道财政所,12`;
    const [record] = (await read({ text })).entries;
    const expected: Record<string, number> = { 万: 12_000_000, 千元: 1_200_000, 分: 12, 亿元: 120_000_000_000 };
    const unit = Object.keys(expected).find((one) => heading.replace(/[)）]$/u, '').endsWith(one));
    expect(record?.entry?.amountFen ?? null).toBe(unit === undefined ? null : expected[unit]);
  });

  it('takes the unit behind the title', async () => {
    const text = '经费台账（万元）\n日期,类型,来源,金额\n2021-03-05,拨款,街道财政所,1.5';
    expect((await read({ text })).entries[0]?.entry?.amountFen).toBe(1_500_000);
  });

  it('gives the lines of the source where they are asked for', async () => {
    const text = '日期,类型,来源,金额(元)\n2021-03-05,拨款,街道,1.00';
    expect((await read({ text, withLines: true })).source.lines).toEqual(text.split('\n'));
    expect((await read({ text })).source.lines).toBeUndefined();
  });
});

type Row = (string | number | Date | null)[];

async function workbook(
  sheets: { name: string; rows: Row[]; formats?: Record<string, string>; merges?: string[] }[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, formats = {}, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    sheet.addRows(rows);
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
    for (const area of merges) sheet.mergeCells(area);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const HEADINGS = ['凭证号', '日期', '预算年度', '类型', '来源', '用途', '金额(元)'];

describe('workbooks', () => {
  it('are read by what they keep, not by what a format shows', async () => {
    const bytes = await workbook([
      {
        name: '台账',
        rows: [
          HEADINGS,
          ['1', new Date('2021-03-05T00:00:00Z'), 2021, '拨款', '街道财政所', '甲', 1234.5],
          ['2', '2021-03-06', 2021, '拨款收回', '街道财政所', '负数显示为红色', -1234],
          ['3', '2021-03-07', 2021, '支出', null, '四舍五入显示', 12.345],
          ['4', '2021-03-08', 2021, '支出', null, '浮点', 0.1 + 0.2],
          ['5', new Date('2021-03-09T00:00:00Z'), 2021, '支出', null, '月日格式', 10],
          ['6', 44265, 2021, '支出', null, '序号', 10],
          ['7', '2021-03-11', 2021, '支出', null, '显示为万', 57126],
          ['8', '2021-03-12', 2021, '支出', null, '显示为整数', 12.5],
        ],
        formats: {
          B2: 'yyyy/m/d',
          G2: '#,##0.00',
          G3: '#,##0.00;[Red]#,##0.00',
          G4: '0.00',
          B6: 'm"月"d"日"',
          G8: '0.0,"千"',
          G9: '0',
        },
      },
    ]);
    const reading = await read({ bytes, name: 'a.xlsx' });
    expect(briefly(reading)).toEqual({
      entries: [
        '2 | 2021-03-05 | 2021 | payment | subdistrict | 123450 | 1 | 街道财政所 | 甲 | - | -',
        '3? | 2021-03-06 | 2021 | payment_return | subdistrict | 123400 | 2 | 街道财政所 | 负数显示为红色 | - | -',
        '4? none',
        '5 | 2021-03-08 | 2021 | expense | - | 30 | 4 | - | 浮点 | - | -',
        '6? | 2021-03-09 | 2021 | expense | - | 1000 | 5 | - | 月日格式 | - | -',
        '7? | 2021-03-10 | 2021 | expense | - | 1000 | 6 | - | 序号 | - | -',
        '8? none',
        '9? | 2021-03-12 | 2021 | expense | - | 1250 | 8 | - | 显示为整数 | - | -',
      ],
      totals: [],
      told: [
        'error 4 ledger/amount_fraction',
        'error 8 ledger/amount_hidden',
        'doubt 3 ledger/amount_kept',
        'doubt 6 ledger/date_kept',
        'doubt 6 source/date_cell',
        'doubt 7 ledger/date_serial',
        'doubt 9 ledger/amount_kept',
        'note 1 ledger/no_total',
        'note 3 ledger/sign_dropped',
      ],
    });
  });

  it('give every sheet of the book, with merged cells and a heading over two lines', async () => {
    const bytes = await workbook([
      {
        name: '2021年',
        rows: [
          ['2021年社区教育经费台账（单位：元）', null, null, null, null],
          ['日期', '凭证号', '摘要', '金额', null],
          [null, null, null, '收入', '支出'],
          ['2021-01-05', '记-1', '街道财政所拨款', 1000, null],
          [null, '记-2', '讲师费', null, 300],
          ['合计', null, null, 1000, 300],
        ],
        merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'A4:A5'],
      },
      { name: '封面', rows: [['齐陵街道社区教育中心'], ['二〇二一年']] },
      { name: '2022年', rows: [HEADINGS, ['1', '2022-03-05', 2022, '拨款', '街道财政所', '经费', 500]] },
    ]);
    const { entries, totals, told } = briefly(await read({ bytes, name: 'a.xlsx' }));
    expect(entries).toEqual([
      '4? | 2021-01-05 | - | payment | - | 100000 | 记-1 | - | 街道财政所拨款 | - | -',
      '5 | 2021-01-05 | - | expense | - | 30000 | 记-2 | - | 讲师费 | - | -',
      '10 | 2022-03-05 | 2022 | payment | subdistrict | 50000 | 1 | 街道财政所 | 经费 | - | -',
    ]);
    expect(totals).toEqual(['6 | 合计 | income | 100000 | 100000 | true', '6 | 合计 | expense | 30000 | 30000 | true']);
    expect(told).toContain('doubt 7 ledger/table_left_out');
  });
});

describe('amounts', () => {
  const fen = fc.integer({ min: 1, max: 10 ** 11 });

  it('are read exactly in every writing', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        const text = moneyText(amount);
        const plain = text.replaceAll(',', '');
        const value = (printed: string): number | null => {
          const reading = readAmount(printed, 'yuan');
          return reading.ok ? reading.fen : null;
        };
        for (const printed of [
          text,
          plain,
          `¥${text}`,
          `${plain}元`,
          ` ${text} `,
          `人民币${plain}元`,
          amountInWords(amount) ?? '',
        ])
          expect(value(printed)).toBe(amount);
        for (const printed of [
          `-${text}`,
          `(${text})`,
          `（${plain}）`,
          `红字${text}`,
          `${text}（红字）`,
          `△${plain}`,
          `－${plain}`,
          `${plain}-`,
          `¥-${plain}`,
        ])
          expect(value(printed)).toBe(-amount);
        for (const printed of [
          `-(${text})`,
          `(-${text})`,
          `${plain}5`,
          `${plain}.1`,
          `${text} ${text}`,
          `${text},${text}`,
          `约${plain}`,
        ])
          expect(value(printed)).toBeNull();
        expect(value(`${text}（${amountInWords(amount) ?? ''}）`)).toBe(amount);
        expect(value(`${text}（${amountInWords(amount + 1) ?? ''}）`)).toBeNull();
      }),
    );
  });

  it('never throw, and never come out of a text that holds other letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const reading = readAmount(text, 'yuan');
        const foreign = /[a-zA-Z①②½]/u.test(text.replaceAll(/rmb|cny/giu, ''));
        expect(reading.ok && (foreign || !Number.isSafeInteger(reading.fen))).toBe(false);
      }),
    );
  });
});
