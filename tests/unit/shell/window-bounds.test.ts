import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_STATE, fitToScreens, SMALLEST, type Area } from '../../../electron/main/window-bounds.ts';

const screenArea: Area = { x: 0, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('keeps a place that is still on a screen', () => {
    const state = { x: 100, y: 50, width: 1360, height: 860, maximized: false };
    expect(fitToScreens(state, [screenArea])).toEqual(state);
  });

  it('forgets a place on a screen that is gone, and keeps the size', () => {
    const state = { x: 2500, y: 50, width: 1360, height: 860, maximized: true };
    expect(fitToScreens(state, [screenArea])).toEqual({ ...state, x: null, y: null });
  });

  it('stays on the second screen', () => {
    const second = { x: 1920, y: 0, width: 1600, height: 900 };
    const state = { x: 2500, y: 100, width: 1360, height: 860, maximized: false };
    expect(fitToScreens(state, [screenArea, second])).toMatchObject({ x: 2160, y: 40, width: 1360 });
  });

  it('opens without a screen to ask', () => {
    expect(fitToScreens(FIRST_STATE, [])).toEqual(FIRST_STATE);
  });

  it('always lies on a screen that is large enough, and is never larger than the screen', () => {
    const coordinate = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.array(
          fc.record({
            x: coordinate,
            y: coordinate,
            width: fc.integer({ min: 640, max: 4000 }),
            height: fc.integer({ min: 480, max: 3000 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (x, y, width, height, areas) => {
          const fitted = fitToScreens({ x, y, width, height, maximized: false }, areas);
          const fits = areas.some(
            (area) =>
              fitted.width <= area.width &&
              fitted.height <= area.height &&
              (fitted.x === null ||
                fitted.y === null ||
                (fitted.x >= area.x &&
                  fitted.y >= area.y &&
                  fitted.x + fitted.width <= area.x + area.width &&
                  fitted.y + fitted.height <= area.y + area.height)),
          );
          expect(fits).toBe(true);
          const narrowest = Math.min(SMALLEST.width, ...areas.map((area) => area.width));
          expect(fitted.width).toBeGreaterThanOrEqual(narrowest);
        },
      ),
      { numRuns: 300 },
    );
  });
});
