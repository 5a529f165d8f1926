/** The month cell: what a clerk types is read, what could be two things is not, and what is shown is read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TIME, type RowTime } from '#shared/features/schedule.ts';
import { formatMonthCell, parseMonthCell } from '#shared/lib/months.ts';

function shown(text: string): string {
  const cell = parseMonthCell(text);
  return cell.ok ? `${formatMonthCell(cell.time)}${cell.suggested ? '?' : ''}` : 'refused';
}

describe('month cell', () => {
  it.each([
    ['1-2', '1-2月'],
    ['3', '3月'],
    ['１－２', '1-2月'],
    ['１－２月', '1-2月'],
    ['一二月', '1-2月'],
    ['七、八月份', '7-8月'],
    ['元月', '1月'],
    ['十一、十二月', '11-12月'],
    ['3月,4月', '3-4月'],
    ['7—8月', '7-8月'],
    ['上半年', '1-6月'],
    ['下半年', '7-12月'],
    ['第一季度', '1-3月'],
    ['四季度（10—12月）', '10-12月'],
    ['全年', '全年'],
    ['每月', '全年'],
    ['10月上旬', '10月上旬'],
    ['4月底', '4月底'],
    ['5月底前', '5月底前'],
    ['5月15日前', '5月15日前'],
    ['次年1月', '次年1月'],
    ['12-次年1', '12月-次年1月'],
    ['11月至次年2月', '11月-次年2月'],
    ['3月8日', '3月8日'],
    ['', ''],
    ['暑期', '7-8月?'],
    ['寒假', '1-2月?'],
    ['3月、6月', '3-6月?'],
    ['12-1', '12月-次年1月?'],
    ['l月', '1月?'],
    ['2021年12月28日-2022年1月3日', '2021年12月28日-2022年1月3日'],
    ['3.8', 'refused'],
    ['13月', 'refused'],
    ['0', 'refused'],
    ['二月二', 'refused'],
    ['2月30日', 'refused'],
    ['2-4名', 'refused'],
    ['2021年3月', 'refused'],
    ['正月', 'refused'],
    ['待定', 'refused'],
    ['社会实践活动', 'refused'],
  ])('%s → %s', (typed, expected) => {
    expect(shown(typed)).toBe(expected);
  });

  it('reads back what it shows', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const offset = fc.constantFrom(-1, 0, 1);
    const times: fc.Arbitrary<RowTime> = fc.oneof(
      fc.constant(NO_TIME),
      fc.tuple(month, offset).map(([one, yearOffset]) => ({ ...NO_TIME, monthStart: one, monthEnd: one, yearOffset })),
      fc
        .tuple(month, month, offset)
        .filter(([one, two]) => one < two)
        .map(([one, two, yearOffset]) => ({
          ...NO_TIME,
          monthStart: one,
          monthEnd: two,
          yearOffset: one === 1 && two === 12 ? 0 : yearOffset,
        })),
      fc.tuple(month, month).map(([one, two]) => ({ ...NO_TIME, monthStart: one, monthEnd: two, endNextYear: true })),
      month.map((deadlineMonth) => ({ ...NO_TIME, deadlineMonth })),
      fc
        .tuple(month, fc.constantFrom('上旬', '中旬', '下旬', '初', '中', '底', '上半月', '下半月' as const))
        .map(([one, part]) => ({ ...NO_TIME, monthStart: one, monthEnd: one, part })),
      fc
        .tuple(month, fc.integer({ min: 1, max: 28 }))
        .map(([one, day]) => ({ ...NO_TIME, monthStart: one, monthEnd: one, day })),
      fc.tuple(month, fc.integer({ min: 1, max: 27 })).map(([one, day]) => ({
        ...NO_TIME,
        monthStart: one,
        monthEnd: one,
        dateStart: `2023-${String(one).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        dateEnd: `2023-${String(one).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
      })),
    );
    fc.assert(
      fc.property(times, (time) => {
        expect(parseMonthCell(formatMonthCell(time))).toMatchObject({ ok: true, time });
      }),
    );
  });
});
