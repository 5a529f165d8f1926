/** The set of record numbers is a set: the same answers as the language's own, for any numbers. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSet } from '#core/counting/id-set.ts';

it('answers as a set does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(40), fc.nat(5_000_000))), (ids) => {
      const bits = new IdSet();
      const plain = new Set<number>();
      for (const id of ids) {
        expect(bits.add(id)).toBe(!plain.has(id));
        plain.add(id);
        expect(bits.size).toBe(plain.size);
      }
    }),
  );
});
