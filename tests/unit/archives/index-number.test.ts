/** 索引号 and the codes inside it: the published checksums, and a lost serial that is flagged, never invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, parseCreditCode, type CreditCodeRule } from '#shared/lib/archives/credit-code.ts';
import { isIndexNumberDamaged, parseIndexNumber } from '#shared/lib/archives/index-number.ts';
import { organisationCheckCharacter, parseOrganisationCode } from '#shared/lib/archives/organisation-code.ts';
import { expectSentence } from './words.ts';

const PUBLISHER = '11370305004219456R';

describe('credit codes', () => {
  it.each([PUBLISHER, '91350100M000100Y43', '12370305MB284731X5'])('%s is valid', (code) => {
    expect(parseCreditCode(code)).toMatchObject({ ok: true, code, division: code.slice(2, 8) });
  });

  it('finds the organisation code of the publisher', () => {
    expect(parseCreditCode(PUBLISHER)).toMatchObject({ organisationCode: '004219456', doubt: null });
  });

  it('doubts an organisation code that does not fit, and refuses nothing for it', () => {
    const body = '11370305004219457';
    const reading = parseCreditCode(body + (creditCheckCharacter(body) ?? ''));
    expect(reading).toMatchObject({ ok: true, doubt: { rule: 'credit_code_organisation' } });
    if (reading.ok && reading.doubt) expectSentence(reading.doubt);
  });

  it.each<[string, CreditCodeRule]>([
    ['11370305004219456P', 'credit_code_check'],
    ['11370305004219465R', 'credit_code_check'],
    ['1137030500421945IR', 'credit_code_character'],
    ['11370305004219456r', 'credit_code_character'],
    ['11370305004219456', 'credit_code_length'],
    ['', 'credit_code_length'],
  ])('%s is refused: %s', (code, rule) => {
    const reading = parseCreditCode(code);
    expect(reading).toMatchObject({ ok: false, rule });
    if (!reading.ok) expectSentence(reading);
  });

  it('notices any single wrong character and any two neighbours exchanged', () => {
    const signs = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY'));
    const code = fc
      .string({ unit: signs, minLength: 17, maxLength: 17 })
      .map((body) => body + (creditCheckCharacter(body) ?? ''));
    fc.assert(
      fc.property(code, fc.nat(17), fc.nat(16), signs, (valid, place, swapped, sign) => {
        expect(parseCreditCode(valid).ok).toBe(true);
        const changed = valid.slice(0, place) + sign + valid.slice(place + 1);
        expect(parseCreditCode(changed).ok).toBe(changed === valid);
        const [one = '', two = ''] = valid.slice(swapped, swapped + 2);
        const exchanged = valid.slice(0, swapped) + two + one + valid.slice(swapped + 2);
        expect(parseCreditCode(exchanged).ok).toBe(exchanged === valid);
      }),
    );
  });
});

describe('organisation codes', () => {
  it.each([
    ['00421945', '6'],
    ['75074389', '0'],
  ])('%s checks to %s', (body, check) => {
    expect(organisationCheckCharacter(body)).toBe(check);
    expect(parseOrganisationCode(body + check)).toEqual({ ok: true, code: body + check });
    expect(parseOrganisationCode(`${body}-${check}`)).toEqual({ ok: true, code: body + check });
  });

  it.each([
    ['004219457', 'organisation_code_check'],
    ['00421945', 'organisation_code_shape'],
    ['00421945a', 'organisation_code_shape'],
    ['', 'organisation_code_shape'],
  ])('“%s” is refused: %s', (text, rule) => {
    const reading = parseOrganisationCode(text);
    expect(reading).toMatchObject({ ok: false, rule });
    if (!reading.ok) expectSentence(reading);
    expect(organisationCheckCharacter('0042194')).toBeNull();
  });
});

describe('index numbers', () => {
  it('reads both forms', () => {
    expect(parseIndexNumber(`${PUBLISHER}/2021-5243210`)).toEqual({
      ok: true,
      holder: PUBLISHER,
      year: 2021,
      serial: '5243210',
    });
    expect(parseIndexNumber('750743890/2016-00032')).toMatchObject({ ok: true, year: 2016, serial: '00032' });
  });

  it.each([
    [`${PUBLISHER}/2021-None`, 'serial_missing'],
    [`${PUBLISHER}/2021-`, 'serial_missing'],
    [`${PUBLISHER}/2021-null`, 'serial_missing'],
    ['000014348/2021-undefined ', 'serial_missing'],
    ['None', 'serial_missing'],
    ['1137030500421945IR/2021-1', 'credit_code_character'],
    ['11370305004219456P/2021-1', 'credit_code_check'],
    ['750743891/2016-00032', 'organisation_code_check'],
    [`${PUBLISHER}/21-1`, 'index_year'],
    [`${PUBLISHER}/2021-12345678901`, 'index_serial'],
    [`${PUBLISHER}/2021-1a`, 'index_serial'],
    ['A01-02-2009-03-0001-15', 'index_shape'],
    ['', 'index_empty'],
    ['无', 'index_empty'],
  ])('“%s”: %s', (text, rule) => {
    const reading = parseIndexNumber(text);
    expect(reading).toMatchObject({ ok: false, rule });
    if (!reading.ok) expectSentence(reading);
    expect(isIndexNumberDamaged(text)).toBe(rule === 'serial_missing');
  });

  it('calls no index number damaged that is absent or whole', () => {
    expect([null, '', `${PUBLISHER}/2021-1`, '110/2021-0001'].map(isIndexNumberDamaged)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('reads every number it could be given, and never throws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.stringMatching(/^\d{1,10}$/u),
        fc.string(),
        (year, serial, text) => {
          expect(parseIndexNumber(`${PUBLISHER}/${year}-${serial}`)).toMatchObject({ ok: true, year, serial });
          expect(parseIndexNumber(text).ok).toBe(false);
        },
      ),
    );
  });
});
