/** Pure rules of money: the worked examples of the domain and properties over random values. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords, readAmountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { moneyText, readMoney } from '#shared/lib/funding/money.ts';
import { floorVerdict, shareVerdict, withinShare } from '#shared/lib/funding/verdict.ts';

const fen = fc.integer({ min: 0, max: 10 ** 12 });

describe('worked examples', () => {
  test.each([
    [28500, 5700000, 'PASS', 5700000, '2.0000', 0],
    [25000, 4990000, 'FAIL', 5000000, '1.9960', 10000],
    [28563, 5712599, 'FAIL', 5712600, '1.9999', 1],
    [28563, 5712601, 'PASS', 5712600, '2.0000', 0],
    [0, 5000000, 'NO_BASIS', null, null, null],
    [null, 5000000, 'NO_BASIS', null, null, null],
    [28563, 5750000, 'PASS', 5712600, '2.0130', 0],
    [28910, 5750000, 'FAIL', 5782000, '1.9889', 32000],
    [28563, 4000000, 'FAIL', 5712600, '1.4004', 1712600],
    [28563, 6800000, 'PASS', 5712600, '2.3807', 0],
    [28563, 5650000, 'FAIL', 5712600, '1.9780', 62600],
    [28563, -20000, 'FAIL', 5712600, '-0.0070', 5732600],
    [28563, 571260000, 'PASS', 5712600, '200.0000', 0],
  ])('floor %s %s', (population, counted, verdict, requiredFen, perHead, shortfallFen) => {
    expect(floorVerdict(population, 200, counted)).toMatchObject({ verdict, requiredFen, perHead, shortfallFen });
  });
  test.each([
    [1234567890, 15, 18518518, 'FAIL', 18518519, 1],
    [1234567890, 15, 18518519, 'PASS', 18518519, 0],
    [400000000, 15, 11200000, 'PASS', 6000000, 0],
    [86000000, 50, 4299960, 'FAIL', 4300000, 40],
    [33333333, 50, 1666666, 'FAIL', 1666667, 1],
  ])('share %s %s %s', (base, rate, spent, verdict, requiredFen, shortfallFen) => {
    expect(shareVerdict(base, rate, spent)).toMatchObject({ verdict, requiredFen, shortfallFen });
  });
  test('above the band is told', () => {
    expect(withinShare(1234567890, 25, 18518519)).toBe(true);
    expect(withinShare(400000000, 25, 11200000)).toBe(false);
  });
});

test.each([
  ['5.7126万元', 5712600],
  ['¥57,126.00', 5712600],
  ['５７，１２６．０１元', 5712601],
  ['-200', -20000],
  ['12,34.5', null],
  ['1.005', null],
  ['约500', null],
])('reads %s', (text, expected) => {
  const reading = readMoney(text);
  expect(reading.ok ? reading.fen : null).toBe(expected);
});

test.each([
  [32504, '叁佰贰拾伍元零肆分'],
  [600714, '陆仟零柒元壹角肆分'],
  [10700053, '壹拾万零柒仟元伍角叁分'],
  [10000000000, '壹亿元整'],
  [5, '伍分'],
])('%s in words', (amount, words) => expect(amountInWords(amount)).toBe(words));

test.each(['元', '万元', '伍佰陆仟元', '壹亿万元', '分', '壹零元', '壹佰零元'])('%s is no amount', (text) => {
  expect(readAmountInWords(text)).toBeNull();
});

test('round trips', () => {
  fc.assert(fc.property(fen, (value) => readAmountInWords(amountInWords(value) ?? '') === value));
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (value) => {
      expect(readMoney(moneyText(value))).toEqual({ ok: true, fen: value });
    }),
  );
});

test('a verdict is the exact comparison of integers', () => {
  fc.assert(
    fc.property(fen, fc.integer({ min: 1, max: 1000 }), fen, (base, rate, spent) => {
      const expected = base === 0 ? 'NO_BASIS' : BigInt(spent) * 1000n >= BigInt(base) * BigInt(rate) ? 'PASS' : 'FAIL';
      expect(shareVerdict(base, rate, spent).verdict).toBe(expected);
    }),
  );
});
