import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedRoom } from '#ui/grid/shared-room.ts';

const column = fc
  .record({ minWidth: fc.integer({ min: 40, max: 200 }), more: fc.nat({ max: 300 }), fixed: fc.boolean() })
  .map(({ minWidth, more, fixed }) => ({ width: minWidth + more, minWidth, fixed }));

describe('shared room', () => {
  it('fits where it can, never below the smallest width, and never touches a chosen one', () => {
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 100, max: 3000 }),
        (columns, room) => {
          const widths = sharedRoom(columns, room);
          const smallest = columns.reduce((sum, { width, minWidth, fixed }) => sum + (fixed ? width : minWidth), 0);
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(Math.max(room, smallest));
          for (const [index, given] of columns.entries()) {
            expect(widths[index]).toBeLessThanOrEqual(given.width);
            expect(widths[index]).toBeGreaterThanOrEqual(given.fixed ? given.width : given.minWidth);
          }
        },
      ),
    );
  });

  it('leaves the widths alone where there is room', () => {
    const columns = [
      { width: 84, minWidth: 64, fixed: false },
      { width: 230, minWidth: 140, fixed: false },
    ];
    expect(sharedRoom(columns, 314)).toEqual([84, 230]);
  });
});
