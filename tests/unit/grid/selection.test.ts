import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, between, cycled, jump, moved, rangeOf, type Selection, wholeRows } from '#ui/grid/selection.ts';

const size = { rows: 5, columns: 3 };
const never = (): boolean => false;

describe('selection', () => {
  it('moves inside the grid and extends from the anchor', () => {
    const start = at({ row: 0, column: 0 });
    expect(moved(start, 'up', { extend: false, jump: false }, size, never)).toEqual(start);
    const extended = moved(start, 'down', { extend: true, jump: false }, size, never);
    expect(rangeOf(extended)).toEqual({ top: 0, left: 0, bottom: 1, right: 0 });
    expect(extended.active).toEqual({ row: 0, column: 0 });
  });

  it('jumps to the end of a run, over a gap, and to the edge', () => {
    const filled = [true, true, false, true, true];
    const empty = ({ row }: { row: number }): boolean => !filled[row];
    expect(jump({ row: 0, column: 0 }, 'down', size, empty).row).toBe(1);
    expect(jump({ row: 1, column: 0 }, 'down', size, empty).row).toBe(3);
    expect(jump({ row: 3, column: 0 }, 'down', size, empty).row).toBe(4);
    expect(jump({ row: 4, column: 0 }, 'down', size, empty).row).toBe(4);
  });

  it('Tab goes on at the next row and leaves at the end; Enter returns to where the Tabs began', () => {
    expect(cycled(at({ row: 0, column: 2 }), 'column', false, size)?.active).toEqual({ row: 1, column: 0 });
    expect(cycled(at({ row: 4, column: 2 }), 'column', false, size)).toBeNull();
    expect(cycled(at({ row: 0, column: 0 }), 'column', true, size)).toBeNull();
    expect(cycled(at({ row: 1, column: 2 }), 'row', false, size, 1)?.active).toEqual({ row: 2, column: 1 });
  });

  it('walks every cell of a range once and comes round', () => {
    const place = fc.record({ row: fc.nat({ max: 4 }), column: fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom('row' as const, 'column' as const),
        fc.boolean(),
        (a, b, axis, back) => {
          fc.pre(a.row !== b.row || a.column !== b.column);
          const range = rangeOf(between(a, b));
          const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
          const seen = new Set<string>();
          let now: Selection | null = between(a, b);
          for (let step = 0; step < cells; step++) {
            seen.add(`${now?.active.row},${now?.active.column}`);
            now = now && cycled(now, axis, back, size);
          }
          expect(seen.size).toBe(cells);
          expect(now?.active).toEqual(a);
        },
      ),
    );
  });

  it('whole rows are full width', () => {
    expect(rangeOf(wholeRows(3, 1, size))).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  });
});
