/** A field's text read back sets what is set already, in every language; what cannot be read names its rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, columnOf, heading } from '#core/documents/table/columns.ts';
import { fieldProblem, fieldText, readField, TEXT_FIELDS, type TextField } from '#shared/features/document-texts.ts';
import type { DocumentFields } from '#shared/features/documents.ts';
import { translator } from '#shared/i18n/index.ts';

const NAMES = { sections: [{ id: 3, code: 'JYK', name: '教育科' }], retention: [{ id: 5, number: '2.1' }] };
const LOCALES = ['zh-CN', 'en'] as const;

const name = fc.stringMatching(/^[一-龥A-Za-z0-9〔〕（）·]{1,20}$/u);
const day = fc
  .date({ min: new Date('1949-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const VALUES: { readonly [F in TextField]: fc.Arbitrary<DocumentFields[F]> } = {
  category: fc.constantFrom('WS', 'KJ', 'ZP'),
  filingYear: fc.option(fc.integer({ min: 1949, max: 2999 })),
  yearReason: fc.constantFrom('signed', 'meeting_closed', 'book_ended'),
  term: fc.option(
    fc.oneof(
      fc.constant('Y'),
      fc.integer({ min: 1, max: 999 }).map((years) => `D${years}`),
    ),
  ),
  sectionId: fc.constantFrom(null, 3),
  documentNumber: fc.option(name),
  author: fc.option(name),
  title: fc.oneof(name, fc.constant('')),
  signedDate: fc.option(
    fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
      day.map((date) => date.slice(0, 4)),
    ),
  ),
  signedDatePrinted: fc.option(name),
  marking: fc.constantFrom(null, 'public', 'internal', 'restricted'),
  pageCount: fc.option(fc.integer({ min: 1, max: 100_000 })),
  remark: fc.oneof(name, fc.constant('=1+1\n第二行'), fc.constant('')),
  receivedDate: fc.option(day),
  publishedDate: fc.option(day),
  documentType: fc.option(name),
  urgency: fc.option(name),
  draftKind: fc.option(name),
  indexNumber: fc.option(name),
  addressees: fc.array(name, { maxLength: 4 }),
  copiesTo: fc.array(name, { maxLength: 4 }),
  annexes: fc.array(name, { maxLength: 4 }),
  keywords: fc.array(name, { maxLength: 4 }),
  abstract: fc.oneof(name, fc.constant('')),
  accessMark: fc.constantFrom('open', 'controlled', 'deferred', 'unreviewed'),
  disclosure: fc.constantFrom(null, 'active', 'on_request', 'not_disclosed'),
  retentionRowId: fc.constantFrom(null, 5),
  medium: fc.constantFrom('paper', 'electronic', 'both'),
};

describe('the text of a field', () => {
  it.each(TEXT_FIELDS)('of %s read back is the value', (field) => {
    fc.assert(
      fc.property(VALUES[field], fc.constantFrom(...LOCALES), fc.constantFrom(...LOCALES), (value, made, read) => {
        const text = fieldText({ [field]: value }, field, translator(made), NAMES);
        const words = [translator(read), ...LOCALES.map(translator)];
        expect(readField(field, text, NAMES, words)).toEqual({ ok: true, fields: { [field]: value } });
      }),
    );
  });

  it('that cannot be read is refused in a whole sentence', () => {
    const wrong: Partial<Record<TextField, string>> = {
      category: '不知道',
      filingYear: '21',
      yearReason: '',
      term: '很久',
      sectionId: '没有的科',
      signedDate: '[2021-03-01]',
      receivedDate: '2021-03',
      publishedDate: '2021-02-30',
      marking: '机密',
      pageCount: '0',
      author: '长'.repeat(201),
      accessMark: '',
      retentionRowId: '9.9',
      medium: '石头',
      keywords: '长'.repeat(201),
    };
    const t = translator('zh-CN');
    for (const [field, text] of Object.entries(wrong)) {
      const reading = readField(field as TextField, text, NAMES, [t]);
      const sentence = reading.ok ? `${field} was read` : fieldProblem(t, reading);
      expect(sentence).toMatch(/^[^{}]*请[^{}]*。$/u);
    }
  });

  it('stands under a heading that names one column alone, in each language', () => {
    for (const locale of LOCALES) {
      const headings = COLUMNS.map((key) => heading(translator(locale), key));
      expect(headings.map(columnOf)).toEqual(COLUMNS);
    }
  });
});
