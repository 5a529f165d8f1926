import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHeights } from '#ui/grid/row-heights.ts';

describe('heights of rows', () => {
  it('agree with plain sums after any corrections', () => {
    const change = fc.tuple(fc.nat({ max: 59 }), fc.integer({ min: 20, max: 200 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(change, { maxLength: 20 }), (count, changes) => {
        const plain = Array.from({ length: count }, () => 32);
        const heights = new RowHeights(count, 32);
        for (const [row, height] of changes) {
          if (row >= count) continue;
          expect(heights.set(row, height)).toBe(height - (plain[row] ?? 0));
          plain[row] = height;
        }
        let top = 0;
        for (const [row, height] of plain.entries()) {
          expect(heights.top(row)).toBe(top);
          expect(heights.rowAt(top)).toBe(row);
          expect(heights.rowAt(top + height - 1)).toBe(row);
          top += height;
        }
        expect(heights.top(count)).toBe(top);
        expect(heights.rowAt(top + 500)).toBe(count - 1);
        expect(heights.resized(count + 3, 32).top(count + 3)).toBe(top + 96);
      }),
    );
  });
});
