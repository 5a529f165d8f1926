import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTsv, writeTsv } from '#shared/lib/tsv.ts';

describe('clipboard text', () => {
  it('reads quoted line breaks, tabs and doubled quotes', () => {
    expect(readTsv('"第一行\r\n第二行 ""引"""\t乙\r\n丙\t"a\tb"\r\n')).toEqual([
      ['第一行\n第二行 "引"', '乙'],
      ['丙', 'a\tb'],
    ]);
  });

  it('keeps quotes that do not enclose the whole cell, as spreadsheets write them', () => {
    expect(readTsv('"六一"活动\t"七一"、"八一"\n')).toEqual([['"六一"活动', '"七一"、"八一"']]);
  });

  it('fills short rows and knows every line end', () => {
    expect(readTsv('a\tb\nc\r\rd')).toEqual([
      ['a', 'b'],
      ['c', ''],
      ['', ''],
      ['d', ''],
    ]);
    expect(readTsv('')).toEqual([['']]);
  });

  it('reads back every block that it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '月', ' ', '\\') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        expect(readTsv(writeTsv(cells))).toEqual(cells);
      }),
    );
  });
});
