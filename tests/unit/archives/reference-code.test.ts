/** 档号: the worked examples of both standards, what is refused and why, and that nothing invalid is ever issued. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leakedWord } from '#shared/lib/archives/empty-words.ts';
import { CATEGORY_CODES } from '#shared/lib/archives/reference-code-grammar.ts';
import {
  checkCodeAgainstRecord,
  CodeProblem,
  compareReferenceCodes,
  formatReferenceCode,
  parseReferenceCode,
  sequenceReport,
  type CodedRecord,
  type CodeForm,
  type CodeNote,
  type CodeParts,
  type CodeRule,
  type CodeScheme,
  type ReferenceCode,
} from '#shared/lib/archives/reference-code.ts';
import { expectSentence } from './words.ts';

const A: CodeScheme = { form: 'A', category: 'WS', itemDigits: 4, hasOrganisation: false };
const B: CodeScheme = { ...A, form: 'B' };

function codeOf(text: string): ReferenceCode {
  const reading = parseReferenceCode(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.rule}`);
  return reading.code;
}

const VALID: [text: string, form: CodeForm, parts: Partial<ReferenceCode>, notes: CodeNote[]][] = [
  ['Z109-WS·2011-Y-BGS-0001', 'A', { fonds: 'Z109', year: 2011, term: 'Y', organisation: 'BGS', item: 1 }, []],
  ['Q005-WS·2021-D30-0001', 'A', { term: 'D30', organisation: null, item: 1, itemText: '0001' }, []],
  ['Q005-WS·2021-D10-SJZ-0012', 'A', { term: 'D10', organisation: 'SJZ', item: 12 }, []],
  ['0094-WS·2021-D10-0533', 'A', { fonds: '0094', item: 533 }, []],
  ['J011-WS·2021-D10-0286', 'A', { fonds: 'J011', category: 'WS', year: 2021, item: 286 }, []],
  ['Z109-WS·2011·Y·办公室-0001', 'B', { organisation: '办公室', term: 'Y', item: 1 }, []],
  ['A439-WS·2015·D30·003-005', 'B', { organisation: '003', item: 5, itemText: '005' }, []],
  ['Z008-WS·2019·Y-037', 'B', { organisation: null, item: 37 }, []],
  ['J004-WS·2022·Y-0001', 'B', { year: 2022, item: 1 }, []],
  ['Q005-WS·2024·D30·BGS-0007', 'B', { term: 'D30', organisation: 'BGS', item: 7 }, []],
  ['J019-LY·2019·Y-001', 'B', { category: 'LY', subcategories: [], item: 1 }, []],
  ['C015-WY·TZGG·2019·D10-00001', 'B', { category: 'WY', subcategories: ['TZGG'], item: 1, itemText: '00001' }, []],
  ['J001-2013-永久-434', 'C', { category: null, year: 2013, term: '永久', item: 434 }, ['legacy_form']],
  ['0023-001-0012-003', 'D', { catalogue: '001', volume: '0012', item: 3, year: null, term: '' }, ['legacy_form']],
  ['A182-WS·2022-Y-XZ-0001', 'A', { organisation: 'XZ', item: 1 }, ['organisation_length']],
  // Other categories of DA/T 13-2022, some by volume.
  ['K021-ZP·2019·D30-025-005', 'B', { year: 2019, term: 'D30', volume: '025', item: 5 }, ['by_volume']],
  ['J019-KU·01·2017-001-001', 'B', { subcategories: ['01'], year: 2017, volume: '001', item: 1 }, ['by_volume']],
  ['A002-RS-001-002', 'B', { category: 'RS', year: null, volume: '001', item: 2 }, ['by_volume']],
  ['X032-KJ·KY·01-003', 'B', { subcategories: ['KY', '01'], volume: '003', item: null }, ['by_volume']],
  ['B168-SW·2015·Y-001', 'B', { category: 'SW', volume: null, item: 1 }, []],
  ['J019-ZY·JC·CC·2019·D30-001-001', 'B', { subcategories: ['JC', 'CC'], term: 'D30', volume: '001' }, ['by_volume']],
  ['C038-001-002-003', 'D', { catalogue: '001', volume: '002', item: 3 }, ['legacy_form']],
  ['J001-2013-434', 'D', { catalogue: '2013', volume: '434' }, ['legacy_form', 'catalogue_like_year']],
  ['AB12-WS·2021-Y-0001', 'A', { fonds: 'AB12' }, ['fonds_unusual']],
];

const INVALID: [text: string, rule: CodeRule, repaired: string | null][] = [
  ['Q005-WS·2021-Y-1', 'item_not_padded', null],
  ['Q005-WS·2021-Y-0000', 'item_zero', null],
  ['Q005-WS·2021-Y-10000', 'item_overflow', null],
  ['Q005-WS·2021-D20-0001', 'term_unknown', null],
  ['Q005-WS·2021-30-0001', 'term_missing_d', null],
  ['Q005-WS·2021-永久-0001', 'term_in_words', null],
  ['Q005-WS·21-Y-0001', 'year_digits', null],
  ['Q005-WS-2021-Y-0001', 'category_year_separator', null],
  ['Q005-WS.2021-Y-0001', 'wrong_separator', null],
  ['Q005-WS•2021-Y-0001', 'wrong_separator', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021—Y—0001', 'wrong_separator', 'Q005-WS·2021-Y-0001'],
  ['q005-ws·2021-y-0001', 'lower_case', null],
  ['Q005-WS·2021·Y-BGS-0001', 'mixed_forms', null],
  ['Q005-WS·2021-Y·BGS-0001', 'mixed_forms', null],
  ['Q005-WS·2021-BGS-Y-0001', 'order', null],
  ['Q5-WS·2021-Y-0001', 'fonds_length', null],
  ['Q005-WS·2021-Y-办公室-0001', 'organisation_in_chinese_form_a', null],
  ['Q005-WS·2021--0001', 'term_empty', null],
  ['Q005-WS·2021-Y-0001 ', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021·Y-12', 'item_too_short', null],
  // Beyond the worked examples.
  ['', 'code_empty', null],
  [' \u3000', 'code_empty', null],
  ['Ｑ００５－ＷＳ・２０２１－Ｙ－０００１', 'full_width', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021-Y-\u200B0001', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021 - Y - 0001', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['J001‑2013‑永久‑434', 'wrong_separator', 'J001-2013-永久-434'],
  ['Ｑ００５-ＷＳ·２０２１-Ｙ-１', 'item_not_padded', null],
  ['Q005-WS·2021-Y-00012', 'item_too_long', null],
  ['Q005-WS·2021-Y-0001-0002', 'organisation_shape', null],
  ['Q005-WS·2021-Y-BGS-XZ-0001', 'too_many_parts', null],
  ['Q005-WS·2021-0001', 'term_empty', null],
  ['Q005-WS·2021', 'item_missing', null],
  ['Q005-WS·2021-Y-', 'item_missing', null],
  ['Q005-WS·2021-Y--0001', 'organisation_empty', null],
  ['Q005-WS·2021-Y-000A', 'item_not_digits', null],
  ['Q005-WS·Y-0001', 'year_missing', null],
  ['Q005-WS-0001', 'year_missing', null],
  ['Q005-WS·2021年-Y-0001', 'year_digits', null],
  ['Q005-WS·1821-Y-0001', 'year_digits', null],
  ['Q005-AB·2021-Y-0001', 'category_unknown', null],
  ['Q005-文书·2021-Y-0001', 'category_unknown', null],
  ['Q005-KU·01·2021-Y-0001', 'sub_class_in_form_a', null],
  ['Q005-WY·TZGGTZGG·2019·D10-00001', 'sub_class', null],
  ['Q005·WS·2021·Y-0001', 'wrong_separator', null],
  ['Q005-WS·2021-Y-#001', 'foreign_character', null],
  ['Q005WS2021Y0001', 'shape', null],
  ['Q005-KJ·2021·D30-000-001', 'volume_shape', null],
  ['J001-2013-永久-0', 'item_zero', null],
  ['Q005-WS·2021-None-0001', 'null_word', null],
  ['Q005-WS·2021-Y-null', 'null_word', null],
  ['undefined-WS·2021-Y-0001', 'null_word', null],
  ['Q005-WS·NaN-Y-0001', 'null_word', null],
  ['Q005-WS·2021None-Y-0001', 'null_word', null],
  ['Q005-WS·2021·Y·无-0001', 'null_word', null],
  ['无', 'null_word', null],
  ['N/A', 'null_word', null],
  // One rule broken in each.
  ['   ', 'code_empty', null],
  ['None', 'null_word', null],
  ['Q005-WS·2021-null-0001', 'null_word', null],
  ['Q005-WS·2021-Y', 'term_empty', null],
  ['Q005-WS·2021·Y-', 'item_missing', null],
  ['Q005-WS·2021·Y', 'item_missing', null],
  ['Q005-WS·2021-Y-BGS-', 'item_missing', null],
  ['Q005-WS·2021·Y·-0001', 'organisation_empty', null],
  ['Q005-WS·2021··BGS-0001', 'term_empty', null],
  ['Q005-WS·2021-Y-BGS-XXB-0001', 'too_many_parts', null],
  ['Q005-WS·2021·Y·BGS·XXB-0001', 'too_many_parts', null],
  ['Q005-WS·2021-Y-ABCDEFG-0001', 'organisation_shape', null],
  ['Q005-WS·2021-Y-B-0001', 'organisation_shape', null],
  ['Q005-WS·2021·Y·办-0001', 'organisation_shape', null],
  ['Q005-WS·2021·Y·办公室1-0001', 'organisation_shape', null],
  ['Q005-WS·2021-D-0001', 'term_unknown', null],
  ['Q005-WS·2021-D030-0001', 'term_unknown', null],
  ['Q005-WS·2021-D300-0001', 'term_unknown', null],
  ['Q005-WS·2021-C-0001', 'term_unknown', null],
  ['Q005-WS·2021·30年-0001', 'term_in_words', null],
  ['Q005-WS·2021·永久·办公室-0001', 'term_in_words', null],
  ['Q005-WS·2021·10-0001', 'term_missing_d', null],
  ['Q005-WS·2021·BGS·Y-0001', 'order', null],
  ['Q005-WS·2121-Y-0001', 'year_digits', null],
  ['Q005-WS·20211-Y-0001', 'year_digits', null],
  ['Q0055-WS·2021-Y-0001', 'fonds_length', null],
  ['-WS·2021-Y-0001', 'fonds_length', null],
  ['Q005-XX·2021-Y-0001', 'category_unknown', null],
  ['Q005-·2021-Y-0001', 'category_unknown', null],
  ['Q005WS·2021-Y-0001', 'wrong_separator', null],
  ['Q005-WS2021-Y-0001', 'category_unknown', null],
  ['Q005', 'shape', null],
  ['Q005_WS·2021-Y-0001', 'wrong_separator', null],
  ['Q005-WS·2021-Y/0001', 'wrong_separator', null],
  ['Q005-WS·2021-Y-000１', 'full_width', 'Q005-WS·2021-Y-0001'],
  ['Ｑ００５-WS·2021-Y-0001', 'full_width', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS・2021-Y-0001', 'wrong_separator', 'Q005-WS·2021-Y-0001'],
  ['Q005–WS·2021–Y–0001', 'wrong_separator', 'Q005-WS·2021-Y-0001'],
  ['Q005- WS·2021-Y-0001', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021-y-0001', 'lower_case', null],
  ['Q005-WS·2021-d30-0001', 'lower_case', null],
  ['Q005-WS·2021-Y-00O1', 'item_not_digits', null],
  ['Q005-WS·2021-Y-0001号', 'item_not_digits', null],
  ['Q005-WS·2021-Y-00001', 'item_too_long', null],
  ['Q005-WS·2021·Y-000', 'item_zero', null],
  ['Q005-WS·2021·Y-123456', 'item_overflow', null],
  ['Q005-WS·2021·Y-000001', 'item_too_long', null],
  ['Q005-WS·2021·Y-1', 'item_too_short', null],
  ['Q005-WS·2021-Y·0001', 'mixed_forms', null],
  ['Q005-WS·2021·Y·0001', 'item_missing', null],
  ['Q005-WS·TZ·2021-Y-0001', 'sub_class_in_form_a', null],
  ['Q005-WS·A·B·C·D·2021·Y-0001', 'sub_class', null],
  ['Q005-WS·通知·2021·Y-0001', 'sub_class', null],
  ['Q005-WS·2021-Y-0001-', 'item_missing', null],
  ['Q005-WS·2021-Y-0001*', 'foreign_character', null],
  ['Q005-WS·2021-Y-0001.pdf', 'wrong_separator', null],
  ['J001-2013-Z-0001', 'term_unknown', null],
  ['J001-2013--0001', 'term_empty', null],
  ['J001-2013-永久-12345', 'item_overflow', null],
  ['J001-2013-永久-', 'item_missing', null],
  ['J001-13-永久-0001', 'volume_shape', null],
  ['J0011-2013-永久-0001', 'fonds_length', null],
  ['Q005-001-000-001', 'volume_shape', null],
  ['Q005-001-0012-003-004', 'shape', null],
  ['档号Q005-WS·2021-Y-0001', 'fonds_length', null],
  ['Q005-WS·2021-Y-BGS0001', 'item_not_digits', null],
  ['Q005·WS·2021·Y·0001', 'wrong_separator', null],
  ['Q005-WS·2021-D30·办公室-0001', 'mixed_forms', null],
  ['Q005-WS·2021·D30-办公室-0001', 'mixed_forms', null],
  ['Q005-KU·01·2021-001-0000', 'item_zero', null],
  ['Q005-KU·01·2021-000-0001', 'volume_shape', null],
  ['Q005-WS·2021·Y·BGS-0001/5', 'wrong_separator', null],
  ['Q005-WS·2021 -Y-0001', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·2021-Y-0001\n', 'white_space', 'Q005-WS·2021-Y-0001'],
  ['Q005-WS·２０２１-Y-0001', 'full_width', 'Q005-WS·2021-Y-0001'],
];

/** Codes that are right, by their form. */
const RIGHT: [text: string, form: CodeForm][] = [
  ['Q005-WS·2021-Y-0001', 'A'],
  ['Q005-WS·2021-D30-9999', 'A'],
  ['Q005-WS·1999-Y-0001', 'A'],
  ['Q005-WS·2021-D10-BG1-0001', 'A'],
  ['Q005-WS·2021-Y-123-0001', 'A'],
  ['0001-WS·2021-Y-0001', 'A'],
  ['Q005-WS·2021·Y-0001', 'B'],
  ['Q005-WS·2021·D10·1-001', 'B'],
  ['Q005-WS·2021·D10·党政办-00123', 'B'],
  ['Q005-WS·2021·Y·社区教育中心-0100', 'B'],
  ['Q005-WS·2021·Y-99999', 'B'],
  ['Q005-ZP·2021·D10-0003', 'B'],
  ['Q005-KU·02·2021·D30-0003', 'B'],
  ['Q005-LX·2021·Y-001', 'B'],
  ['Q005-SW·2022·D10-010', 'B'],
  ['J001-2013-Y-0001', 'C'],
  ['J001-2013-长期-12', 'C'],
  ['J001-2013-30年-12', 'C'],
  ['1-2005-短期-9999', 'C'],
  ['J001-2013-D30-0001', 'C'],
  ['Q005-12-0034', 'D'],
  ['Q005-A-0034-12', 'D'],
  ['Q005-001-0012', 'D'],
];

describe('parseReferenceCode', () => {
  it.each(VALID)('reads %s as form %s', (text, form, parts, notes) => {
    const reading = parseReferenceCode(text);
    expect(reading).toMatchObject({ ok: true, code: { form, ...parts }, legacy: form === 'C' || form === 'D', notes });
    for (const rule of notes) expectSentence({ rule, params: {} });
  });

  it.each(RIGHT)('reads %s as form %s', (text, form) => {
    expect(parseReferenceCode(text)).toMatchObject({ ok: true, code: { form } });
  });

  it.each(INVALID)('refuses “%s”: %s', (text, rule, repaired) => {
    const reading = parseReferenceCode(text);
    expect(reading).toMatchObject({ ok: false, rule, repaired });
    if (reading.ok) return;
    expectSentence(reading);
    expect(repaired === null || parseReferenceCode(repaired).ok).toBe(true);
  });

  it('refuses a code of another category where 文书 is asked for (worked example 35)', () => {
    const record: CodedRecord = { fonds: 'Q005', year: 2021, termCode: 'Y', organisationCode: null, scheme: A };
    expect(checkCodeAgainstRecord(codeOf('Q005-KJ·2021-Y-0001'), record)).toEqual([
      { rule: 'category_differs', params: { printed: 'KJ', expected: 'WS' } },
    ]);
  });

  it('knows the terms of a scheme that has others', () => {
    expect(parseReferenceCode('Q005-WS·2021-D20-0001', ['Y', 'D20'])).toMatchObject({
      ok: true,
      code: { term: 'D20' },
    });
    expect(parseReferenceCode('Q005-WS·2021-D30-0001', ['Y', 'D20'])).toMatchObject({
      ok: false,
      rule: 'term_unknown',
    });
  });

  it('agrees with the published patterns of 文书 codes near and far from valid ones', () => {
    const strictA = /^([A-Z0-9]{4})-(WS)·((?:19|20)\d{2})-(Y|D30|D10)(?:-([A-Z0-9]{3}))?-(?!0000)(\d{4})$/;
    const strictB =
      /^([A-Z]\d{3}|\d{4})-(WS)·((?:19|20)\d{2})·(Y|D30|D10)(?:·([A-Z0-9]{1,6}|[\u4E00-\u9FFF]{2,10}))?-(?!0+$)(\d{3,5})$/;
    const legacyC = /^([A-Z0-9]{1,4})-((?:19|20)\d{2})-(永久|长期|短期|30年|10年|Y|C|D|D30|D10)-(\d{1,4})$/;
    const join = fc.constantFrom('-', '·', '-', '·', '—', '.', '');
    const near = fc
      .tuple(
        fc.constantFrom('Q005', '0094', 'Q5', 'ABCD', 'q005'),
        fc.constantFrom('-WS·', '-WS-', '-', '-KJ·'),
        fc.constantFrom('2021', '1999', '21', '1821'),
        join,
        fc.constantFrom('Y', 'D30', 'D10', 'D20', '30', '永久', '长期', 'C', ''),
        fc.oneof(
          fc.constant(''),
          fc.tuple(join, fc.constantFrom('BGS', '办公室', 'XZ', '003', '')).map((part) => part.join('')),
        ),
        join,
        fc.constantFrom('0001', '001', '00001', '1', '0000', '000', '9999', '12', '12345'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(near, (text) => {
        const reading = parseReferenceCode(text);
        const form = reading.ok ? reading.code.form : null;
        const usual = reading.ok && reading.code.category !== 'KJ' && !reading.notes.includes('organisation_length');
        const word = /NaN|None|null/u.test(text);
        if (word) return;
        expect({ text, a: usual && form === 'A' }).toEqual({ text, a: strictA.test(text) });
        expect({ text, b: usual && form === 'B' && !reading.notes.includes('fonds_unusual') }).toEqual({
          text,
          b: strictB.test(text),
        });
        expect({ text, c: form === 'C' }).toEqual({ text, c: legacyC.test(text) && !/-0+$/u.test(text) });
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, and repairs only to a code that can be read', () => {
    const signs = fc.constantFrom(...Array.from('Q05-·WS2021YD3办公室 •—－.null'), '\u200B');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs, maxLength: 30 })), (text) => {
        const reading = parseReferenceCode(text);
        expect(reading.ok && leakedWord(text) !== null).toBe(false);
        expect(reading.ok || reading.repaired === null || parseReferenceCode(reading.repaired).ok).toBe(true);
      }),
    );
  });
});

const capitals = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('ABCDEFGHJKLMPQRSTWXYZ0123456789')), minLength, maxLength });
const scheme: fc.Arbitrary<CodeScheme> = fc
  .record({
    form: fc.constantFrom('A' as const, 'B' as const),
    category: fc.constantFrom(...CATEGORY_CODES),
    itemDigits: fc.constantFrom(3 as const, 4 as const, 5 as const),
    hasOrganisation: fc.boolean(),
  })
  .map((one) => (one.form === 'A' ? { ...one, itemDigits: 4 as const } : one));
const issued = scheme.chain((one) =>
  fc.record({
    scheme: fc.constant(one),
    parts: fc.record<CodeParts>({
      fonds: fc.oneof(capitals(4, 4), fc.constantFrom('Q005', '0094')),
      year: fc.integer({ min: 1900, max: 2099 }),
      termCode: fc.constantFrom('Y', 'D30', 'D10'),
      organisationCode: one.hasOrganisation
        ? one.form === 'A'
          ? capitals(3, 3)
          : fc.oneof(capitals(1, 6), fc.constantFrom('办公室', '社区教育', '财务'))
        : fc.constant(null),
      item: fc.integer({ min: 1, max: 10 ** one.itemDigits - 1 }),
    }),
  }),
);

/** The code, or the problem that stands in its way; any other error is a fault. */
function issue(used: CodeScheme, given: CodeParts): string | CodeProblem {
  try {
    return formatReferenceCode(used, given);
  } catch (error) {
    if (error instanceof CodeProblem) return error;
    throw error;
  }
}

describe('formatReferenceCode', () => {
  it('issues codes of both forms', () => {
    const parts: CodeParts = { fonds: 'Q005', year: 2021, termCode: 'D30', organisationCode: null, item: 12 };
    expect(formatReferenceCode(A, parts)).toBe('Q005-WS·2021-D30-0012');
    expect(formatReferenceCode({ ...B, itemDigits: 3 }, parts)).toBe('Q005-WS·2021·D30-012');
    const inOffice = { ...parts, organisationCode: 'BGS' };
    expect(formatReferenceCode({ ...A, hasOrganisation: true }, inOffice)).toBe('Q005-WS·2021-D30-BGS-0012');
    expect(formatReferenceCode({ ...B, hasOrganisation: true }, { ...parts, organisationCode: '办公室' })).toBe(
      'Q005-WS·2021·D30·办公室-0012',
    );
  });

  it('is read back as the parts it was made of', () => {
    fc.assert(
      fc.property(issued, ({ scheme: used, parts }) => {
        const { code } = { code: codeOf(formatReferenceCode(used, parts)) };
        const readBack = {
          fonds: code.fonds,
          year: code.year,
          termCode: code.term,
          organisationCode: code.organisation,
        };
        expect({ ...readBack, item: code.item }).toEqual(parts);
        expect(code.form).toBe(used.form);
        expect(checkCodeAgainstRecord(code, { ...parts, scheme: used })).toEqual([]);
      }),
    );
  });

  const parts: CodeParts = { fonds: 'Q005', year: 2021, termCode: 'Y', organisationCode: null, item: 1 };
  it.each<[string, CodeScheme, CodeParts]>([
    ['item_zero', A, { ...parts, item: 0 }],
    ['item_overflow', A, { ...parts, item: 10000 }],
    ['item_overflow', { ...B, itemDigits: 3 }, { ...parts, item: 1000 }],
    ['item_not_digits', A, { ...parts, item: 1.5 }],
    ['item_not_digits', A, { ...parts, item: Number.NaN }],
    ['item_not_digits', A, { ...parts, item: -1 }],
    ['fonds_length', A, { ...parts, fonds: '' }],
    ['fonds_length', A, { ...parts, fonds: 'Q5' }],
    ['lower_case', A, { ...parts, fonds: 'q005' }],
    ['year_digits', A, { ...parts, year: 21 }],
    ['year_digits', A, { ...parts, year: Number.NaN }],
    ['term_empty', A, { ...parts, termCode: '' }],
    ['term_unknown', A, { ...parts, termCode: 'D20' }],
    ['organisation_absent', { ...A, hasOrganisation: true }, parts],
    ['organisation_absent', { ...A, hasOrganisation: true }, { ...parts, organisationCode: '' }],
    ['organisation_unexpected', A, { ...parts, organisationCode: 'BGS' }],
    ['organisation_in_chinese_form_a', { ...A, hasOrganisation: true }, { ...parts, organisationCode: '办公室' }],
    ['null_word', { ...B, hasOrganisation: true }, { ...parts, organisationCode: 'None' }],
    ['category_unknown', { ...A, category: 'XX' }, parts],
    ['item_digits_form_a', { ...A, itemDigits: 5 }, parts],
    ['mixed_forms', { ...B, hasOrganisation: true }, { ...parts, organisationCode: 'BGS-0002' }],
    ['too_many_parts', { ...A, hasOrganisation: true }, { ...parts, organisationCode: 'BGS-XZ' }],
  ])('refuses with %s', (rule, used, given) => {
    const problem = issue(used, given);
    expect(problem).toMatchObject({ rule });
    if (typeof problem !== 'string') expectSentence(problem);
  });

  it('answers a valid code or throws a CodeProblem, whatever it is given', () => {
    const anything = fc.oneof(
      fc.constantFrom(null, undefined, Number.NaN, 'None', 'null', '', 'Q005', 'Y', 2021, 1, -1, 0.5, 1e21, '2021'),
      fc.string(),
      fc.integer(),
    );
    const unsafe = fc.record({
      fonds: anything,
      year: anything,
      termCode: anything,
      organisationCode: anything,
      item: anything,
    }) as fc.Arbitrary<CodeParts>;
    fc.assert(
      fc.property(scheme, unsafe, (used, given) => {
        const text = issue(used, given);
        const sound = typeof text !== 'string' || (parseReferenceCode(text).ok && leakedWord(text) === null);
        expect({ text, sound }).toEqual({ text, sound: true });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('compareReferenceCodes', () => {
  it('puts Y before D30 before D10, and 件号 as numbers', () => {
    const sorted = [
      'Q005-WS·2020-D10-0002',
      'Q005-WS·2021-Y-0001',
      'Q005-WS·2021-Y-0002',
      'Q005-WS·2021-D30-0001',
      'Q005-WS·2021-D30-BGS-0001',
      'Q005-WS·2021-D10-0001',
      'Q005-WS·2021-D10-0010',
      'Z109-WS·2011-Y-0001',
    ];
    const shuffled = [...sorted].reverse();
    expect(shuffled.sort((one, other) => compareReferenceCodes(codeOf(one), codeOf(other)))).toEqual(sorted);
    const legacy = [
      'J001-2013-永久-2',
      'J001-2013-永久-10',
      'J001-2013-30年-1',
      'J001-2013-短期-1',
      'J001-2013-10年-1',
    ];
    expect([...legacy].reverse().sort((one, other) => compareReferenceCodes(codeOf(one), codeOf(other)))).toEqual(
      legacy,
    );
  });

  it('is an order: only equal codes stand level, and it agrees both ways', () => {
    const code = issued.map(({ scheme: used, parts }) => formatReferenceCode(used, parts));
    const few = fc.constantFrom(...VALID.map(([text]) => text));
    fc.assert(
      fc.property(fc.oneof(code, few), fc.oneof(code, few), fc.oneof(code, few), (a, b, c) => {
        const [one, two, three] = [codeOf(a), codeOf(b), codeOf(c)];
        expect(Math.sign(compareReferenceCodes(one, two))).toBe(0 - Math.sign(compareReferenceCodes(two, one)));
        expect(compareReferenceCodes(one, two) === 0).toBe(a === b);
        const inOrder = compareReferenceCodes(one, two) < 0 && compareReferenceCodes(two, three) < 0;
        expect(inOrder && compareReferenceCodes(one, three) >= 0).toBe(false);
      }),
    );
  });
});

describe('sequenceReport', () => {
  it('names first, last, gaps from 1 and duplicates', () => {
    const items = [5, 2, 3, 3, 9, 3].map((item) => ({ item }));
    expect(sequenceReport(items)).toEqual({
      first: 2,
      last: 9,
      gaps: [
        [1, 1],
        [4, 4],
        [6, 8],
      ],
      duplicates: [3],
    });
    expect(sequenceReport([])).toEqual({ first: null, last: null, gaps: [], duplicates: [] });
  });

  it('covers every number from 1 to the last, by an item or by a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const { last, gaps, duplicates } = sequenceReport(numbers.map((item) => ({ item })));
        const missing = gaps.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
        const expected = Array.from({ length: last ?? 0 }, (_, index) => index + 1);
        expect([...new Set(numbers), ...missing].sort((one, other) => one - other)).toEqual(expected);
        expect(duplicates).toEqual(expected.filter((number) => numbers.filter((one) => one === number).length > 1));
      }),
    );
  });
});

describe('checkCodeAgainstRecord', () => {
  const record: CodedRecord = {
    fonds: 'Q005',
    year: 2021,
    termCode: 'D30',
    organisationCode: 'BGS',
    scheme: { ...A, hasOrganisation: true },
    currentYear: 2024,
    foundedIn: 2001,
  };
  it.each<[string, Partial<CodedRecord>, string[]]>([
    ['Q005-WS·2021-D30-BGS-0001', {}, []],
    ['Q005-WS·2020-D30-BGS-0001', {}, ['year_differs']],
    ['Q005-WS·2025-D30-BGS-0001', {}, ['year_differs', 'year_in_future']],
    ['Q005-WS·1999-D30-BGS-0001', {}, ['year_differs', 'year_before_fonds']],
    ['Q005-WS·2021-D10-BGS-0001', {}, ['term_differs']],
    ['Q005-WS·2021-D30-CWS-0001', {}, ['organisation_differs']],
    ['Q005-WS·2021-D30-0001', {}, ['organisation_absent']],
    ['Q005-WS·2021-D30-BGS-0001', { scheme: A }, ['organisation_unexpected']],
    ['Q006-WS·2021-D30-BGS-0001', {}, ['fonds_differs']],
    ['Q005-WS·2021·D30·BGS-0001', {}, ['form_differs']],
    ['Q005-WS·2021·D30·BGS-00001', {}, ['form_differs', 'item_digits_differ']],
    ['Q005-2021-30年-1', {}, ['form_differs']],
    ['Q005-2021-长期-1', {}, ['form_differs', 'term_differs']],
  ])('%s', (text, changes, rules) => {
    const problems = checkCodeAgainstRecord(codeOf(text), { ...record, ...changes });
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
    for (const problem of problems) expectSentence(problem);
  });
});
