/** 归档章: six cells in their order; blank where it may be blank, named where it may not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAMP, STAMP_CELLS, stampCells, type StampedRecord } from '#shared/lib/archives/stamp.ts';
import { expectSentence } from './words.ts';

const RECORD: StampedRecord = {
  fonds: 'Q005',
  year: 2021,
  item: 1,
  itemDigits: 4,
  organisation: '办公室',
  term: 'Y',
  pages: 12,
};
const texts = (record: StampedRecord, style?: 'name' | 'code') =>
  stampCells(record, style).cells.map(({ text }) => text);

describe('stampCells', () => {
  it('fills the six cells row by row', () => {
    expect(STAMP.columns * STAMP.rows).toBe(STAMP_CELLS.length);
    expect(stampCells(RECORD)).toMatchObject({ problems: [] });
    expect(texts(RECORD)).toEqual(['Q005', '2021', '0001', '办公室', '永久', '12']);
    expect(texts({ ...RECORD, term: 'D30' }, 'code')).toEqual(['Q005', '2021', '0001', '办公室', 'D30', '12']);
  });

  it('leaves 全宗号 and 机构 blank where there is none', () => {
    const record = { ...RECORD, fonds: null, organisation: null };
    expect(texts(record)).toEqual(['', '2021', '0001', '', '永久', '12']);
    expect(stampCells(record).problems).toEqual([]);
  });

  it('names each mandatory cell that is empty', () => {
    const { problems } = stampCells({ ...RECORD, year: null, item: null, term: null, pages: 0 });
    expect(problems.map(({ rule }) => rule)).toEqual(['stamp_year', 'stamp_item', 'stamp_term', 'stamp_pages']);
    problems.forEach(expectSentence);
  });

  it('never prints a word for nothing', () => {
    const number = fc.constantFrom(null, Number.NaN, 0, -1, 0.5, 3);
    fc.assert(
      fc.property(number, number, number, (year, item, pages) => {
        const stamp = stampCells({ ...RECORD, fonds: null, organisation: null, year, item, pages });
        expect(stamp.cells.map(({ text }) => text).join('')).not.toMatch(/null|NaN|undefined|[-.]/u);
        expect(stamp.problems.length).toBe([year, item, pages].filter((value) => value !== 3).length);
      }),
    );
  });
});
