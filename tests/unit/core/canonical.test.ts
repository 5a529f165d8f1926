import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Canonical } from '#core/audit/canonical.ts';

const { value: canonical } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed()),
    fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}));

/** The same value with the keys of every object in reverse order. */
function reversed(value: Canonical): Canonical {
  if (Array.isArray(value)) return value.map((member: Canonical) => reversed(member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]: [string, Canonical]) => [key, reversed(member)]),
  );
}

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each([0.1, Number.NaN, -0, 2 ** 53, '\ud800', [Number.POSITIVE_INFINITY]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
