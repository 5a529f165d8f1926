import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TIME } from '#shared/features/schedule.ts';
import { layoutCalendar, neighbour, shiftTime } from '../../../renderer/features/schedule/calendar-layout.ts';
import { months, row } from './rows.ts';

const span = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 }));

describe('the year view', () => {
  it('shows every row once and never one over another', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), (spans) => {
        const rows = spans.map(([a, b, unit], index) =>
          row(index + 1, {
            time: months(Math.min(a, b), Math.max(a, b)),
            units: unit === 0 ? [] : [{ name: `单位${unit}`, role: 'lead', organisationId: null }],
          }),
        );
        const { lanes, unplaced } = layoutCalendar([...rows, row(999, { time: NO_TIME })], []);
        const placed = lanes.flatMap((lane) => lane.levels.flat());
        const hidden = lanes.reduce((sum, lane) => sum + lane.hidden, 0);
        expect(placed.length + hidden).toBe(rows.length);
        expect(new Set(placed.map((chip) => chip.row.id)).size).toBe(placed.length);
        expect(unplaced.map(({ id }) => id)).toEqual([999]);
        for (const level of lanes.flatMap((lane) => lane.levels)) {
          for (let index = 1; index < level.length; index += 1) {
            expect(level[index]?.start).toBeGreaterThan(level[index - 1]?.end ?? 0);
          }
        }
      }),
    );
  });

  it('moves whole months inside the year and refuses to falsify dates', () => {
    expect(shiftTime(months(1, 2), 1, 1)).toEqual(months(2, 3));
    expect(shiftTime(months(1, 2), 0, 1)).toEqual(months(1, 3));
    expect(shiftTime(months(1, 2), -1, -1)).toBeNull();
    expect(shiftTime(months(2), 0, -1)).toBeNull();
    expect(shiftTime({ ...months(3), day: 8 }, 1, 1)).toBeNull();
    expect(shiftTime({ ...months(12, 1), endNextYear: true }, -1, -1)).toBeNull();
    expect(shiftTime({ ...NO_TIME, deadlineMonth: 5 }, 1, 1)).toBeNull();
  });

  it('goes from chip to chip by arrows', () => {
    const unit = (name: string) => [{ name, role: 'lead' as const, organisationId: null }];
    const layout = layoutCalendar(
      [
        row(1, { time: months(1), units: unit('甲') }),
        row(2, { time: months(5), units: unit('甲') }),
        row(3, { time: months(4), units: unit('乙') }),
      ],
      [],
    );
    expect(neighbour(layout, 1, 'ArrowRight')).toBe(2);
    expect(neighbour(layout, 2, 'ArrowDown')).toBe(3);
    expect(neighbour(layout, 3, 'ArrowUp')).toBe(2);
    expect(neighbour(layout, 1, 'ArrowLeft')).toBeNull();
  });
});
