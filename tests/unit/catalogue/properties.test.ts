/** The reader's two promises on random catalogues: a sound one reads exactly, a damaged one is never silently different. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { readCatalogue } from '#core/catalogue/index.ts';
import { AppError } from '#shared/errors.ts';
import type { CatalogueReading, CatalogueRecord } from '#shared/features/catalogue.ts';
import { catalogues, type Entry, LAYOUTS, SENTENCES } from './catalogues.ts';
import { cellDamages, COLUMN_ORDERS, damagedLines, damagedRows, lineDamages } from './damages.ts';

async function read(text: string, file: string): Promise<CatalogueReading[]> {
  return readCatalogue(await decode(Buffer.from(text), file), { locale: 'zh-CN', mapping: {} });
}

function entryOf({ no, author, doc_no: number, title, date, pages, remark }: CatalogueRecord): Partial<Entry> {
  return { no: no ?? 0, author: author ?? '', doc_no: number, title, date: date ?? '', pages: pages ?? 0, remark };
}

function doubtsOf(reading: CatalogueReading): string[] {
  return reading.warnings.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
}

describe('sound catalogues', () => {
  it.each(LAYOUTS)('read exactly and without doubt: $name', async ({ text, file }) => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (entries) => {
        const [reading, ...others] = await read(text(entries), file);
        expect(others).toEqual([]);
        expect(reading?.records.map(entryOf)).toEqual(entries);
        expect(reading && doubtsOf(reading)).toEqual([]);
        expect(reading?.pages_total).toBe(entries.reduce((sum, { pages }) => sum + pages, 0));
      }),
      { numRuns: 60 },
    );
  });
});

describe('lists of sentences', () => {
  it.each(SENTENCES)('read exactly, and every entry in doubt: %s', async (_name, sentence) => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (entries) => {
        const [reading] = await read(['文件目录', ...entries.map(sentence)].join('\n'), 'list.txt');
        expect(reading?.records.map(entryOf)).toEqual(entries.map((entry) => ({ ...entry, remark: null })));
        expect(reading?.records.every((record) => record.needs_review === true)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** null where the text is refused; anything but a typed error is a fault. */
async function readOrRefuse(text: string, file: string): Promise<CatalogueReading[] | null> {
  try {
    return await read(text, file);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** What a damaged paper is compared by: the fields that its columns print. */
function facts(entry: Partial<Entry>, columns: readonly string[]): string {
  const numbered = columns.includes('件号') || columns.includes('序号');
  return JSON.stringify([
    numbered ? entry.no : null,
    columns.includes('责任者') ? entry.author : null,
    columns.includes('文号') ? entry.doc_no : null,
    entry.title,
    entry.date,
    entry.pages,
    columns.includes('备注') ? entry.remark : null,
  ]);
}

async function expectNothingSilent(
  text: string,
  file: string,
  entries: readonly Entry[],
  columns: readonly string[],
): Promise<void> {
  const readings = await readOrRefuse(text, file);
  if (readings === null) return;
  const sound = new Set(entries.map((entry) => facts(entry, columns)));
  const records = readings.flatMap((reading) => reading.records);
  const wrong = records.filter((record) => record.needs_review !== true && !sound.has(facts(entryOf(record), columns)));
  expect(wrong).toEqual([]);
  expect(records.length === entries.length || readings.flatMap(doubtsOf).length > 0).toBe(true);
}

const columnOrders = fc.constantFrom(...COLUMN_ORDERS);
const place = fc.nat();

describe('damaged catalogues', () => {
  it('flattened: are refused, or every wrong record is marked', async () => {
    await fc.assert(
      fc.asyncProperty(catalogues, columnOrders, lineDamages, place, async (entries, columns, damage, at) => {
        const lines = damagedLines(entries, columns, damage, at);
        if (lines) await expectNothingSilent(lines.join('\n'), 'a.txt', entries, columns);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { name: 'tabs', file: 'a.tsv', separator: '\t' },
    { name: 'commas', file: 'a.csv', separator: ',' },
  ])('$name: are refused, or every wrong record is marked', async ({ file, separator }) => {
    await fc.assert(
      fc.asyncProperty(catalogues, columnOrders, cellDamages, place, async (entries, columns, damage, at) => {
        const rows = damagedRows(entries, columns, damage, at);
        if (!rows) return;
        const text = rows.map((row) => row.join(separator)).join('\n');
        await expectNothingSilent(text, file, entries, columns);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  it('is read or refused with a typed error', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '件号',
        '题名',
        '责任者',
        '日期',
        '1',
        '2',
        '20210101',
        '关于',
        '\t',
        '\n',
        ',',
        '|',
        '  ',
        '《',
        '〔2021〕',
        '合计',
        '同上',
        '：',
        '？',
      ),
      { minLength: 1, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (drawn) => {
        const readings = (await readOrRefuse(drawn.join(''), 'a.txt')) ?? [];
        expect(readings.flatMap(({ records }) => records.filter(({ title }) => title === ''))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
