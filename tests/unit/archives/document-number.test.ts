/** 文号: what is read, what is offered as a repair, what is left alone, and the form that matching uses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isEmptyWord,
  normalDocumentNumber,
  parseDocumentNumber,
  type DocumentNumberRule,
} from '#shared/lib/archives/document-number.ts';
import { expectSentence } from './words.ts';

const ONE = '齐街办发〔2021〕1号';

describe('parseDocumentNumber', () => {
  it.each([
    [ONE, '齐街办发', 2021, 1],
    ['临教体发〔2021〕12号', '临教体发', 2021, 12],
    ['国发〔2012〕8号', '国发', 2012, 8],
    ['中发〔1980〕16号', '中发', 1980, 16],
    ['教职成〔2016〕4号', '教职成', 2016, 4],
    ['齐街函〔2021〕103号', '齐街函', 2021, 103],
    ['淄教（基）字〔2020〕3号', '淄教（基）字', 2020, 3],
  ])('reads %s', (text, issuerCode, year, serial) => {
    expect(parseDocumentNumber(text)).toEqual({ ok: true, issuerCode, year, serial, normal: text, notes: [] });
  });

  it('reads the number of an order, with a note', () => {
    expect(parseDocumentNumber('国令第772号')).toEqual({
      ok: true,
      issuerCode: '国令',
      year: null,
      serial: 772,
      normal: '国令第772号',
      notes: ['order_number'],
    });
    expectSentence({ rule: 'order_number', params: {} });
  });

  it.each<[string, DocumentNumberRule, string | null]>([
    ['齐街办发[2021]1号', 'document_brackets', ONE],
    ['齐街办发(2021)1号', 'document_brackets', ONE],
    ['齐街办发（2021）1号', 'document_brackets', ONE],
    ['齐街办发【2021】1号', 'document_brackets', ONE],
    ['齐街办发﹝2021﹞1号', 'document_brackets', ONE],
    ['齐街办发〖2021〗1号', 'document_brackets', ONE],
    ['齐街办发〔2021〕01号', 'document_leading_zero', ONE],
    ['齐街办发〔2021〕001号', 'document_leading_zero', ONE],
    ['齐街办发〔2021〕第1号', 'document_ordinal', ONE],
    ['齐街办发〔21〕1号', 'document_year', null],
    ['齐街办发〔２０２１〕1号', 'document_width', ONE],
    ['齐街办发〔二〇二一〕1号', 'document_year_words', null],
    ['齐街办发〔2021〕1', 'document_suffix', ONE],
    ['齐街办发〔2021〕0号', 'document_zero', null],
    ['齐街办发2021〕1号', 'document_bracket_missing', null],
    ['〔2021〕1号', 'document_issuer', null],
    ['齐街办发 〔2021〕 1 号', 'document_space', ONE],
    ['无', 'empty_word', null],
    // Beyond the table.
    ['省办公厅[2021]001号', 'document_brackets', '省办公厅〔2021〕1号'],
    ['淄教(基)字〔2020〕3号', 'document_width', '淄教（基）字〔2020〕3号'],
    ['齐街办发〔2021〕第001', 'document_ordinal', ONE],
    ['国令第0772号', 'document_leading_zero', '国令第772号'],
    ['齐街办发〔2021〕00号', 'document_zero', null],
    ['齐街办发〔2021〕123456号', 'document_serial', null],
    ['齐街办发〔2021〕一号', 'document_serial', null],
    ['齐街办发〔3021〕1号', 'document_year', null],
    ['QJBF〔2021〕1号', 'document_issuer', null],
    ['齐街办发〔2021〕None号', 'null_word', null],
    ['2021年第1号', 'document_shape', null],
  ])('refuses “%s”: %s', (text, rule, repaired) => {
    const reading = parseDocumentNumber(text);
    expect(reading).toMatchObject({ ok: false, rule, repaired });
    if (!reading.ok) expectSentence(reading);
  });

  it('reads every number of the grammar, and finds it again however it is misprinted', () => {
    const number = fc.record({
      issuer: fc.constantFrom('齐街办发', '国发', '临教体函', '淄教（基）字'),
      year: fc.integer({ min: 1949, max: 2099 }),
      serial: fc.integer({ min: 1, max: 99_999 }),
    });
    const misprint = fc.record({
      brackets: fc.constantFrom('〔〕', '[]', '()', '（）', '【】', '［］'),
      ordinal: fc.constantFrom('', '第'),
      zeros: fc.constantFrom('', '0', '00'),
      end: fc.constantFrom('', '号'),
      space: fc.constantFrom('', ' ', '\u3000'),
    });
    fc.assert(
      fc.property(number, misprint, ({ issuer, year, serial }, { brackets, ordinal, zeros, end, space }) => {
        const normal = `${issuer}〔${year}〕${serial}号`;
        expect(parseDocumentNumber(normal)).toMatchObject({ ok: true, issuerCode: issuer, year, serial });
        const printed = `${issuer}${space}${brackets[0]}${year}${brackets[1]}${space}${ordinal}${zeros}${serial}${end}`;
        expect(normalDocumentNumber(printed)).toBe(normal);
      }),
    );
  });

  it('never throws; a normal form is its own normal form', () => {
    const signs = fc.constantFrom(...Array.from('齐街办发〔〕[]（）()2021第0号 令'), '\u3000');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs, maxLength: 24 })), (text) => {
        const normal = normalDocumentNumber(text);
        expect(normal === null ? null : normalDocumentNumber(normal)).toBe(normal);
        expect(normal === null || parseDocumentNumber(normal).ok).toBe(true);
      }),
    );
  });

  it('gives no normal form to what is no number', () => {
    expect(['', '无', '—', 'None', '工作计划'].map(normalDocumentNumber)).toEqual([null, null, null, null, null]);
  });
});

describe('isEmptyWord', () => {
  it.each([
    '',
    ' ',
    '\u3000',
    '无',
    ' 无 ',
    '暂无',
    '—',
    '——',
    '-',
    '/',
    'N/A',
    'N\\A',
    'n/a',
    'NA',
    'None',
    'null',
    'NULL',
    'undefined',
    'NaN',
    'ＮｏｎＥ',
  ])('“%s” is nothing', (text) => expect(isEmptyWord(text)).toBe(true));

  it.each(['0', '无锡', '无障碍改造', 'Nancy', 'nonesuch', '公开', 'None of it', '齐街办发〔2021〕1号'])(
    '“%s” is something',
    (text) => expect(isEmptyWord(text)).toBe(false),
  );
});
