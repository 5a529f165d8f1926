import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldProblem } from '#shared/features/document-texts.ts';
import { translator } from '#shared/i18n/index.ts';
import {
  CELL_FIELDS,
  cellText,
  checkCell,
  fieldsFromTexts,
  readCell,
} from '../../../renderer/features/documents/document-texts.ts';
import { document } from './documents.ts';

const t = translator('zh-CN');
const sections = [{ id: 7, code: 'BGS', name: '办公室' }];

describe('a cell of a document', () => {
  it('typed back unchanged sets what is set already', () => {
    const words = fc.string({ maxLength: 30 }).map((text) => text.trim());
    const dates = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
      .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
    const some = fc.record({
      title: words,
      // White space alone is an empty cell.
      remark: fc.string({ maxLength: 30 }).filter((text) => text === '' || text.trim() !== ''),
      author: fc.option(words.filter((text) => text !== '')),
      documentNumber: fc.option(words.filter((text) => text !== '')),
      signedDate: fc.option(dates),
      term: fc.option(fc.constantFrom('Y', 'D30', 'D10', 'D5')),
      pageCount: fc.option(fc.integer({ min: 1, max: 100_000 })),
      sectionId: fc.option(fc.constant(7)),
    });
    fc.assert(
      fc.property(some, fc.boolean(), (fields, researched) => {
        const printed = researched && fields.signedDate !== null ? `[${fields.signedDate}]` : null;
        const one = document(1, { ...fields, signedDatePrinted: printed });
        for (const field of CELL_FIELDS) {
          const reading = readCell(field, cellText(one, field, t, sections), sections);
          if (!reading.ok) throw new Error(`${field} refuses its own text: ${reading.rule}`);
          expect(one).toMatchObject(reading.fields);
        }
      }),
    );
  });

  it.each([
    ['signedDate', '20210301', { signedDate: '2021-03-01', signedDatePrinted: null }],
    ['signedDate', '2021.3.1', { signedDate: '2021-03-01', signedDatePrinted: null }],
    ['signedDate', '2021年3月1日', { signedDate: '2021-03-01', signedDatePrinted: null }],
    ['signedDate', '2021-3', { signedDate: '2021-03', signedDatePrinted: null }],
    ['signedDate', '[19450815]', { signedDate: '1945-08-15', signedDatePrinted: '[1945-08-15]' }],
    ['signedDate', '', { signedDate: null, signedDatePrinted: null }],
    ['term', '永久', { term: 'Y' }],
    ['term', '30', { term: 'D30' }],
    ['term', '１０年', { term: 'D10' }],
    ['term', 'y', { term: 'Y' }],
    ['term', '', { term: null }],
    ['pageCount', '12页', { pageCount: 12 }],
    ['sectionId', 'BGS', { sectionId: 7 }],
    ['sectionId', '办公室', { sectionId: 7 }],
    ['author', ' ', { author: null }],
    ['remark', '附表\n一张', { remark: '附表\n一张' }],
  ] as const)('%s typed as “%s” is read', (field, text, fields) => {
    expect(readCell(field, text, sections)).toEqual({ ok: true, fields });
  });

  it.each([
    ['signedDate', '2021-13-01'],
    ['signedDate', '2021-02-30'],
    ['signedDate', '昨天'],
    ['term', '长期'],
    ['term', '很久'],
    ['pageCount', '0'],
    ['pageCount', '四'],
    ['sectionId', '财务科'],
    ['title', '长'.repeat(501)],
  ] as const)('%s typed as “%s” is refused with a sentence', (field, text) => {
    const reading = readCell(field, text, sections);
    expect(reading.ok ? 'read' : fieldProblem(t, reading)).toMatch(/请/u);
  });

  it('keeps what the number of a filed document is made of', () => {
    const filed = document(1, { state: 'filed', itemNumber: 1, referenceCode: 'Q005-WS·2021-D30-0001' });
    expect(checkCell(t, 'term', '永久', filed, sections)).toContain('改编档号');
    expect(checkCell(t, 'term', '永久', document(2), sections)).toBeNull();
    expect(checkCell(t, 'title', '新题名', filed, sections)).toBeNull();
  });

  it('makes a new row of the cells that were given, and of nothing else', () => {
    expect(fieldsFromTexts({ title: '通知', term: '30', author: '', referenceCode: 'x' }, sections)).toEqual({
      title: '通知',
      term: 'D30',
    });
    expect(() => fieldsFromTexts({ pageCount: '许多' }, sections)).toThrow('input/invalid');
  });
});
