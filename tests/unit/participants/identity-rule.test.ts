/** Which ID-card numbers are numbers: every right one passes, every slip of the hand is found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdentityNumber, readIdentityNumber } from '#shared/lib/identity-numbers.ts';
import { identityNumber } from '#tests/support/identity-numbers.ts';

const TODAY = '2021-06-30';

const figures = (count: number, min = 0): fc.Arbitrary<string> =>
  fc.integer({ min, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'));
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date(`${TODAY}T00:00:00Z`), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const valid = fc
  .tuple(figures(6, 100_000), days, figures(3))
  .map(([place, birthDate, order]) => ({ birthDate, order, number: identityNumber(birthDate, order, place) }));

function ruleOf(text: string): string {
  const reading = readIdentityNumber(text, TODAY);
  return reading.ok ? 'ok' : reading.rule;
}

describe('an ID-card number', () => {
  it('is accepted wherever it is right, and says birth date and sex', () => {
    fc.assert(
      fc.property(valid, ({ number, birthDate, order }) => {
        const sex = Number(order) % 2 === 1 ? 'male' : 'female';
        expect(readIdentityNumber(number, TODAY)).toEqual({ ok: true, number, birthDate, sex });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused with any one character changed', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.constantFrom(...Array.from('0123456789X')), ({ number }, place, sign) => {
        fc.pre(number[place] !== sign);
        expect(readIdentityNumber(number.slice(0, place) + sign + number.slice(place + 1), TODAY).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused with any two unequal neighbours swapped', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), ({ number }, place) => {
        const [one = '', two = ''] = number.slice(place, place + 2);
        fc.pre(one !== two);
        expect(readIdentityNumber(number.slice(0, place) + two + one + number.slice(place + 2), TODAY).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the sample of the standard, in every width and with blanks', () => {
    const number = '11010519491231002X';
    for (const text of [
      number,
      '110105 19491231 002x',
      ' １１０１０５１９４９１２３１００２Ｘ\u3000',
      '11010519491231002ｘ',
    ]) {
      expect(readIdentityNumber(text, TODAY)).toEqual({ ok: true, number, birthDate: '1949-12-31', sex: 'female' });
    }
  });

  it.each([
    ['empty', ' \u3000'],
    ['old_form', '110105491231002'],
    ['length', '11010519491231002'],
    ['length', '11010519491231002X1'],
    ['signs', '1101051949123100XX'],
    ['signs', '01010519491231002X'],
    ['signs', '110105-949123-002X'],
    ['checksum', '110105194912310021'],
    ['birth', identityNumber('2001-02-29', '001')],
    ['birth', identityNumber('2001-13-01', '001')],
    ['birth', identityNumber('1899-12-31', '001')],
    ['future', identityNumber('2021-07-01', '001')],
  ])('is refused by the rule “%s”', (rule, text) => {
    expect(ruleOf(text)).toBe(rule);
  });

  it('born today is no future', () => {
    expect(ruleOf(identityNumber(TODAY, '002'))).toBe('ok');
  });

  it('shows its last two characters and nothing else', () => {
    fc.assert(
      fc.property(valid, ({ number }) => {
        expect(maskIdentityNumber(number)).toBe(`${'*'.repeat(16)}${number.slice(-2)}`);
      }),
    );
  });
});
